// A text as a document to be written: Word, PDF. Its plain words in the same order, with the same headings, lists and tables.
import type { Document, DocumentBlock } from '#kernel/document.ts'
import { gridOf, headingWords, itemsOf } from '../rules/cut.ts'
import { plainInline } from '../rules/plain.ts'
import type { Numbered } from '../rules.ts'

/** The first heading that only repeats the title is left out. Bold and slanted become plain words: a document has no marks inside a line. */
export const toDocumentBlocks = (blocks: readonly Numbered[]): readonly DocumentBlock[] => {
  const least = Math.min(...blocks.filter(({ kind }) => kind === 'heading').map(({ level }) => level), 4)
  return blocks.map((block): DocumentBlock => {
    const { kind, level, source } = block
    if (kind === 'heading') return { kind: 'heading', level: Math.min(3, level - least + 1) as 1 | 2 | 3, id: `b${block.block}`, text: plainInline(headingWords(source)) }
    if (kind === 'list') return { kind: 'list', items: itemsOf(source).map((item, index) => ({ text: `${item.depth > 0 ? '– ' : ''}${item.ordered === 'yes' ? `${index + 1}. ` : ''}${plainInline(item.source)}` })) }
    if (kind === 'paragraph') return { kind: 'paragraph', text: plainInline(source.replace(/\s*\n\s*/g, ' ')) }
    const { head, rows } = gridOf(source)
    return { kind: 'table', id: `b${block.block}`, caption: head.map(plainInline).join(', '), sources: [], notes: [], table: { head: head.map((name) => ({ name: plainInline(name), kind: 'text' })), rows: rows.map(([name = '', ...cells]) => ({ name: plainInline(name), cells: cells.map((text) => ({ kind: 'text', text: plainInline(text) })) })) } }
  })
}
export const toTextDocument = ({ blocks, ...facts }: Omit<Document, 'blocks' | 'emblem' | 'funding'> & Partial<Pick<Document, 'emblem' | 'funding'>> & { readonly blocks: readonly Numbered[] }): Document => {
  const written = toDocumentBlocks(blocks)
  return { emblem: null, funding: null, ...facts, blocks: written[0]?.kind === 'heading' ? written : [{ kind: 'heading', level: 1, id: 'text', text: facts.title }, ...written] }
}
