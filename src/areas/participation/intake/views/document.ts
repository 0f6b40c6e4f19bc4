// A sheet for printing: its questions with numbered lines, and the code by which paper finds its workshop.
import type { Document, DocumentBlock } from '#kernel/document.ts'
import { speak } from '#kernel/speak.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { type NoteSheet, sheetPath } from '../rules.ts'

const linesAQuestion = 16
export const sheetDocument = ({ sheet, body }: { readonly sheet: NoteSheet; readonly body: string }): Document => {
  const { language, code, heldOn } = sheet
  const say = speak(language)
  const day = sayCivilDate(heldOn, language)
  return {
    language, kicker: say.participation_intake_sheet_kicker(), title: sheet.title, subtitle: [day, sheet.place].filter((part) => part !== '').join(', '), says: sheet.title, body,
    asOf: { day: heldOn, words: day }, emblem: null, funding: null, address: `/${language}${sheetPath(code)}`, cover: 'none',
    blocks: sheet.questions.flatMap(({ position, words }): readonly DocumentBlock[] => [
      { kind: 'heading', level: 1, id: `question-${position}`, text: words },
      { kind: 'paragraph', look: 'lead', text: `${say.participation_event_code()}: ${code}` }, { kind: 'paragraph', text: say.participation_intake_sheet_line() },
      {
        kind: 'table', filled: 'byHand', id: `lines-${position}`, caption: say.participation_intake_sheet_caption({ code, question: position }), sources: [], notes: [],
        table: {
          head: [{ name: '№', kind: 'text' }, { name: say.participation_intake_note(), kind: 'text' }, { name: say.participation_intake_dots_short(), kind: 'text' }],
          rows: Array.from({ length: linesAQuestion }, (_, row) => ({ name: String(row + 1), cells: [{ text: ' ', kind: 'text' as const }, { text: ' ', kind: 'text' as const }] })),
        },
      },
    ]),
  }
}
