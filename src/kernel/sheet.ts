// A sheet of somebody's table: rows of cells as a person sees them, with what is worth knowing about single cells.
// Not yet figures: which column means what is said later, by a mapping.
import type { Bilingual } from './language.ts'
import { not, ok, type Result } from './result.ts'

/** A number where the file itself holds one; else text. '' is an empty cell. */
export type SheetCell = string | number
/** formula: the value the file remembers was taken · noValue: a formula that remembers none · error: #N/A and its like ·
 *  date: a day, written yyyy-mm-dd · percent: shown as percent, so 0.25 became 25 · merged: repeated from the cell it is merged with ·
 *  cut: a text too long for any table, shortened */
export const cellNotes = ['formula', 'noValue', 'error', 'date', 'percent', 'merged', 'cut'] as const
export type CellNote = (typeof cellNotes)[number]

export type Sheet = {
  readonly name: string
  readonly state: 'shown' | 'hidden'
  /** all rows have the same length; the first row of the file is rows[0] */
  readonly rows: readonly (readonly SheetCell[])[]
  /** by noteKey(row, column), both from 0 */
  readonly notes: Readonly<Record<string, CellNote>>
  /** from 0 */
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
}
/** A file of sheets, in the order of its tabs. A CSV has one. */
export type SheetFile = {
  readonly format: 'xlsx' | 'csv'
  /** how a CSV was read, for the preview; null for a workbook */
  readonly text: { readonly encoding: 'utf-8' | 'windows-1251' | 'utf-16le' | 'utf-16be'; readonly separator: ',' | ';' | '\t' | '|' } | null
  readonly sheets: readonly Sheet[]
}

export const noteKey = (row: number, column: number): string => `${row}:${column}`
export const toText = (cell: SheetCell | undefined): string => (cell === undefined ? '' : typeof cell === 'number' ? String(cell) : cell)
/** A, B … Z, AA: as spreadsheets call their columns; from 0. */
export const columnLetters = (column: number): string =>
  (column < 26 ? '' : columnLetters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

/** A row of a register's file: its number as the spreadsheet shows it, its cells by field. */
export type FileRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> }
/** The head is the first of twenty rows that names every field of `needs`; what stands above it and empty rows are left out. */
export const readNamedRows = (rows: readonly (readonly string[])[], how: {
  readonly fieldOf: (head: string) => string | undefined
  /** words people write, as the keys they stand for */
  readonly keyed: (field: string, cell: string) => string
  readonly needs: readonly string[]
  readonly noHead: Bilingual
  readonly most: number
}): Result<readonly FileRow[], Bilingual> => {
  const at = rows.slice(0, 20).findIndex((row) => { const named = row.map(how.fieldOf); return how.needs.every((field) => named.includes(field)) })
  if (at < 0) return not(how.noHead)
  const named = (rows[at] ?? []).map(how.fieldOf)
  const read = rows.slice(at + 1).map((row, index): FileRow => ({
    row: at + index + 2, cells: Object.fromEntries(named.flatMap((field, column) => (field === undefined ? [] : [[field, how.keyed(field, row[column] ?? '')] as const]))),
  })).filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''))
  if (read.length === 0) return not({ bg: 'Под заглавията няма редове.', en: 'There are no rows below the heads.' })
  return read.length > how.most ? not({ bg: `Файлът има ${read.length} реда; наведнъж се внасят най-много ${how.most}.`, en: `The file has ${read.length} rows; at most ${how.most} are imported at once.` }) : ok(read)
}
