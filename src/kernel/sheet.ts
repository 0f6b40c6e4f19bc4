// A sheet of somebody's table: rows of cells as a person sees them, with what is worth knowing about single cells.
// Not yet figures: which column means what is said later, by a mapping.

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
