// Markdown cut into blocks, line by line; and a block into its heading, items or cells. Linear in the length of the text.
// Nothing is lost: a line that is none of ours is a paragraph's, as typed. Only a bare rule (---) goes.
import type { Written } from '../rules.ts'

const heading = /^(#{1,6})[ \t]+(.*)$/
const item = /^([ \t]*)([-*+]|\d{1,4}[.)])[ \t]+(.*)$/
const isRow = (line: string): boolean => line.trimStart().startsWith('|')
const isDivider = (line: string): boolean => /^\s*\|[\s:|-]*-[\s:|-]*$/.test(line)

export const cleanSource = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\f|\v|\u2028|\u2029/g, '\n').replace(/[\u0000-\u0008\u000e-\u001f\ufeff\ufffe\uffff]/g, '').replace(/\u00a0/g, ' ')
const kindOf = (line: string): 'empty' | 'heading' | 'list' | 'table' | 'paragraph' =>
  (line.trim() === '' ? 'empty' : heading.test(line) ? 'heading' : isRow(line) ? 'table' : item.test(line) ? 'list' : 'paragraph')

export const cutIntoBlocks = (markdown: string): readonly Written[] => {
  const blocks: Written[] = []
  let lines: string[] = [], open: 'list' | 'table' | 'paragraph' | null = null, gap = 'no'
  const close = (): void => {
    if (open !== null && lines.length > 0) blocks.push(...finish(open, lines))
    lines = []; open = null; gap = 'no'
  }
  for (const raw of cleanSource(markdown).split('\n')) {
    const line = raw.trimEnd(), kind = kindOf(line)
    if (kind === 'empty') { if (open === 'list') gap = 'yes'; else close() }
    else if (kind === 'heading') { close(); blocks.push(toHeading(line)) }
    else if (kind === 'paragraph' && /^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) close()
    // a line that goes on inside an item is part of the item
    else if (open === 'list' && (kind === 'list' || gap === 'no' && kind === 'paragraph')) { lines.push(line); gap = 'no' }
    else if (open === kind) lines.push(line)
    // a numbered line in the middle of a paragraph is the paragraph's: „вж. чл.\n26. Той …“
    else if (open === 'paragraph' && kind === 'list') lines.push(line)
    else { close(); open = kind; lines = [line] }
  }
  close()
  return blocks
}
const toHeading = (line: string): Written => {
  const [, marks = '#', words = ''] = heading.exec(line) ?? []
  const level = Math.min(4, marks.length), text = words.replace(/[ \t]+#+[ \t]*$/, '').trim()
  return { kind: 'heading', level, source: `${'#'.repeat(level)} ${text}`.trim() }
}
const finish = (kind: 'list' | 'table' | 'paragraph', lines: readonly string[]): readonly Written[] => {
  if (kind === 'table' && !(lines.length > 1 && isDivider(lines[1] ?? ''))) return [{ kind: 'paragraph', level: 0, source: lines.map((line) => line.trim()).join('\n') }]
  return [{ kind, level: 0, source: lines.map((line) => (kind === 'list' ? line : line.trim())).join('\n') }]
}

export const headingWords = (source: string): string => heading.exec(source)?.[2] ?? source.replace(/^#+\s*/, '')
export type Item = { readonly depth: 0 | 1 | 2; readonly ordered: 'yes' | 'no'; readonly source: string }
export const itemsOf = (source: string): readonly Item[] => {
  const items: { depth: 0 | 1 | 2; ordered: 'yes' | 'no'; source: string }[] = []
  for (const line of source.split('\n')) {
    const [, indent = '', mark = '', words = ''] = item.exec(line) ?? []
    const last = items.at(-1)
    if (mark === '') { if (last) last.source += ` ${line.trim()}`; else items.push({ depth: 0, ordered: 'no', source: line.trim() }) }
    else items.push({ depth: indent.length >= 4 && (last?.depth ?? 0) >= 1 ? 2 : indent.length >= 2 && last !== undefined ? 1 : 0, ordered: /\d/.test(mark) ? 'yes' : 'no', source: words.trim() })
  }
  return items
}
export type Grid = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
const cellsOf = (line: string): readonly string[] => {
  const cells: string[] = []
  let cell = ''
  const inner = line.trim().replace(/^\|/, '')
  for (let at = 0; at < inner.length; at += 1) {
    const sign = inner[at] ?? ''
    if (sign === '\\' && inner[at + 1] === '|') { cell += '|'; at += 1 }
    else if (sign === '|') { cells.push(cell.trim()); cell = '' }
    else cell += sign
  }
  return cell.trim() === '' && cells.length > 0 ? cells : [...cells, cell.trim()]
}
export const gridOf = (source: string): Grid => {
  const [first = '', , ...rest] = source.split('\n')
  const head = cellsOf(first)
  return { head, rows: rest.map((line) => { const cells = cellsOf(line); return Array.from({ length: Math.max(head.length, cells.length) }, (_, at) => cells[at] ?? '') }) }
}
