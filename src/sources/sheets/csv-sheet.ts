// A table of text as one sheet: encoding and separator are found from the text itself. Cells stay texts: what is a number is said
// later, because „1,234“ may be two things.
import type { SheetCell, SheetFile } from '#kernel/sheet.ts'
import { noteKey, type CellNote } from '#kernel/sheet.ts'
import type { SheetLimits } from './sheet-limits.ts'
import { problemNoCells, problemNotText, problemTooManyCells } from './sheet-problems.ts'

type Text = NonNullable<SheetFile['text']>

export const readCsvSheet = (bytes: Uint8Array, ask: { readonly name: string; readonly limits: SheetLimits }): SheetFile => {
  const { encoding, text } = decode(bytes)
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw problemNotText()
  const separator = findSeparator(text)
  const { rows, notes } = cutIntoCells(text, { separator, limits: ask.limits })
  if (!rows.some((row) => row.some((cell) => cell !== ''))) throw problemNoCells()
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const padded = rows.map((row) => (row.length === width ? row : [...row, ...new Array<string>(width - row.length).fill('')]))
  return { format: 'csv', text: { encoding, separator }, sheets: [{ name: ask.name, state: 'shown', rows: padded, notes, hiddenRows: [], hiddenColumns: [] }] }
}

const decode = (bytes: Uint8Array): { readonly encoding: Text['encoding']; readonly text: string } => {
  for (const [encoding, mark] of [['utf-16le', [0xff, 0xfe]], ['utf-16be', [0xfe, 0xff]]] as const) {
    if (bytes[0] === mark[0] && bytes[1] === mark[1]) return { encoding, text: new TextDecoder(encoding).decode(bytes) }
  }
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { encoding: 'windows-1251', text: new TextDecoder('windows-1251').decode(bytes) }
  }
}
const candidates = [';', '\t', '|', ','] as const
/** The sign that cuts the first lines into the most cells, alike in every line. A comma may be a decimal sign, so it comes last. */
const findSeparator = (text: string): Text['separator'] => {
  // Excel itself may say it in the first line.
  const said = /^sep=([,;|\t])\r?\n/.exec(text)
  if (said) return said[1] as Text['separator']
  // What stands between quotation marks separates nothing, also over several lines.
  const bare = text.slice(0, 100_000).replace(/(^|[,;|\t\r\n])"(?:[^"]|"")*"(?=[,;|\t\r\n]|$)/g, '$1')
  const lines = bare.split(/\r?\n|\r/).slice(0, 60).map((line) => line.replace(/"(?:[^"]|"")*"/g, '')).filter((line) => line.trim() !== '')
  let best: { separator: Text['separator']; score: number } = { separator: ',', score: 0 }
  for (const separator of candidates) {
    const counts = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0)
    if (counts.length === 0) continue
    const usual = counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)] as number
    const score = counts.filter((count) => count === usual).length / lines.length + (separator === ',' ? 0 : 0.3)
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

const cutIntoCells = (text: string, { separator, limits }: { readonly separator: string; readonly limits: SheetLimits }) => {
  const rows: SheetCell[][] = []
  const notes: Record<string, CellNote> = {}
  let row: SheetCell[] = [], cells = 0, letters = 0
  let at = /^sep=[,;|\t]\r?\n/.exec(text)?.[0].length ?? 0
  const put = (raw: string): void => {
    let cell = raw.trim().toWellFormed()
    if (cell.length > limits.cellLetters) { cell = `${cell.slice(0, limits.cellLetters).toWellFormed()}…`; notes[noteKey(rows.length, row.length)] = 'cut' }
    letters += cell.length
    cells += 1
    if (row.length >= limits.columns) throw problemTooManyCells('columns', limits.columns)
    if (cells > limits.cells) throw problemTooManyCells('cells', limits.cells)
    if (letters > limits.letters) throw problemTooManyCells('letters', limits.letters)
    row.push(cell)
  }
  const end = (): void => {
    if (rows.length >= limits.rows) throw problemTooManyCells('rows', limits.rows)
    rows.push(row)
    row = []
  }
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      // A quotation mark that is never closed takes the rest of the file: the preview shows it.
      for (at += 1; at < text.length; ) {
        const next = text.indexOf('"', at)
        if (next < 0) { cell += text.slice(at); at = text.length; break }
        cell += text.slice(at, next)
        at = next + 1
        if (text[at] !== '"') break
        cell += '"'
        at += 1
      }
    }
    let stop = at
    while (stop < text.length && text[stop] !== separator && text[stop] !== '\n' && text[stop] !== '\r') stop += 1
    put(cell + text.slice(at, stop))
    at = stop
    if (text[at] === separator) { at += 1; if (at === text.length) put('') } else {
      end()
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    }
  }
  if (row.length > 0) end()
  return { rows, notes }
}
