// A document says nothing twice: a note or a definition that stands under an earlier figure is pointed to.
import type { DocumentBlock } from '#kernel/document.ts'
import { numberBlocks } from '#kernel/document.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'

/** Only what is long enough to be read twice: „Предварителни стойности.“ under two tables is no repetition. */
const longNote = 60

export const sayOnce = (blocks: readonly DocumentBlock[], language: Language): readonly DocumentBlock[] => {
  const say = speak(language)
  const numbers = numberBlocks(blocks)
  const said = new Map<string, string>()
  return blocks.map((block) => {
    if (block.kind !== 'figure' && block.kind !== 'table') return block
    const number = numbers.get(block)
    const here = number?.figure != null ? say.evidence_report_see_figure({ number: String(number.figure) }) : say.evidence_report_see_table({ number: String(number?.table ?? '') })
    const notes: string[] = []
    const pointed = new Set<string>()
    for (const note of block.notes) {
      const before = note.length < longNote ? undefined : said.get(note)
      if (before === undefined) { notes.push(note); said.set(note, here) }
      else if (before !== here) pointed.add(before)
    }
    return { ...block, notes: pointed.size === 0 ? notes : [...notes, say.evidence_report_see_note({ where: [...pointed].join(', ') })] }
  })
}
