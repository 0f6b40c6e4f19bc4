// The bounds of a table that a person brings, so that no workbook, however made, can take the server's memory or time without end.
export type SheetLimits = {
  readonly fileBytes: number
  /** all parts of a workbook together, unpacked */
  readonly unpackedBytes: number
  readonly parts: number
  readonly sheets: number
  readonly rows: number
  readonly columns: number
  /** cells of all sheets together that hold something or stand between such */
  readonly cells: number
  /** letters of all cells together */
  readonly letters: number
  /** letters of one cell; what is longer is cut and noted */
  readonly cellLetters: number
}
export const sheetLimits: SheetLimits = {
  fileBytes: 32 * 1024 ** 2,
  unpackedBytes: 96 * 1024 ** 2,
  parts: 2_000,
  sheets: 100,
  rows: 100_000,
  columns: 1_000,
  cells: 600_000,
  letters: 16_000_000,
  cellLetters: 1_000,
}
