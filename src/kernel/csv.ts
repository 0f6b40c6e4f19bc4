// Rows as a CSV file, and back out of a spreadsheet's way: a cell that a spreadsheet would take for a formula gets an apostrophe
// in front. Reading files that people bring is sources/sheets; this only writes.

export type CsvLook = { readonly separator: ',' | ';'; readonly mark: 'withMark' | 'plain' }
/** A cell that begins with = + - @, a tab or a line end would be run as a formula. A plain number stays a number. */
export const toHarmlessCell = (cell: string): string => (/^[\s\u00a0]*[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(?:[.,]\d+)?$/.test(cell) ? `'${cell}` : cell)
/** The other way round, for our own files. */
export const fromHarmlessCell = (cell: string): string => (/^'[\s\u00a0]*[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
export const toCsvLine = (cells: readonly (string | number)[], separator: CsvLook['separator']): string =>
  cells.map((cell) => { const plain = toHarmlessCell(String(cell)); return /[",;\t\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain }).join(separator)
/** With a byte order mark, so that a spreadsheet reads Cyrillic; lines end as RFC 4180 says. */
export const toCsvFile = (rows: readonly (readonly (string | number)[])[], { separator, mark }: CsvLook): string =>
  `${mark === 'withMark' ? '\ufeff' : ''}${rows.map((row) => `${toCsvLine(row, separator)}\r\n`).join('')}`
