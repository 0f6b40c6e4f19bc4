// The bounds every reader keeps, so that no file, however made, can take the server's memory or time without end.
export type ReadLimits = {
  /** unpacked bytes of the whole file */
  readonly bytes: number
  /** bytes of one line (for CSV: one record) */
  readonly line: number
  readonly series: number
  /** different codes in one dimension */
  readonly codes: number
  /** rows that may wait in memory while a file that is not sorted by series is put in order */
  readonly waitingRows: number
  /** rows after which a file that has been sorted so far is taken to be sorted to its end */
  readonly trustRows: number
  /** text of a JSON file, which has to be held whole */
  readonly json: number
}
export const readLimits: ReadLimits = {
  bytes: 8 * 1024 ** 3,
  line: 4 * 1024 ** 2,
  series: 5_000_000,
  codes: 1_000_000,
  waitingRows: 6_000_000,
  trustRows: 500_000,
  json: 128 * 1024 ** 2,
}
