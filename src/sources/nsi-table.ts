// The open data files of the Bulgarian statistical institute: RevisionColumn, dimensions in any order, ValueColumn. The revision
// in which a row was last written is no dimension and is left in the file. Code lists and titles: nsi-codes.ts.
import type { Span } from './code-book.ts'
import { findPeriodName, toOwnNames } from './dimension-names.ts'
import { reasonNumber } from './flags.ts'
import type { TableColumns, ValueCell } from './long-table.ts'
import { readLongTable, smallLetters } from './long-table.ts'
import { newNumber, readNumber } from './number-bytes.ts'
import type { BatchReader } from './reading.ts'
import { problemHeader, problemNoColumn } from './read-problems.ts'

const comma = 44, open = 40, close = 41, dash = 45, dot = 46, smallX = 120

export const isNsiHeader = (line: string): boolean => /^"?RevisionColumn"?,/.test(line) && /,"?ValueColumn"?\r?$/.test(line)

export const readNsiTable: BatchReader = (bytes, ask) => readLongTable(bytes, { separator: comma, skip: 0, toColumns }, ask)

const toColumns = (header: readonly string[]): TableColumns => {
  const value = header.indexOf('ValueColumn')
  const period = findPeriodName(header)
  if (period < 0) throw problemNoColumn('periods')
  const columns = header.flatMap((name, column) =>
    name === 'RevisionColumn' || column === value || column === period ? [] : [{ served: name, column }])
  if (columns.length === 0) {
    throw problemHeader({ bg: 'няма нито една колона с измерение.', en: 'there is not one column with a dimension.' })
  }
  const names = toOwnNames(columns.map(({ served }) => served))
  return {
    format: 'nsi-table',
    dimensions: columns.map(({ column }, at) => ({ name: names[at] as string, column })),
    period,
    value,
    flag: -1,
    confidential: -1,
    stamp: -1,
    readValue: readNsiValue,
    flagLetters: smallLetters,
  }
}
const number = newNumber()
const unknown = reasonNumber('unknown')
const signs = {
  masked: reasonNumber('confidential'),
  impossible: reasonNumber('notApplicable'),
  none: reasonNumber('noCases'),
}
/** A number; a number in brackets is of low reliability; `..` `x` `-` are signs for a missing value; an empty cell is unknown. */
export const readNsiValue = (span: Span, cell: ValueCell): 'read' | 'unreadable' => {
  const { bytes, from, to } = span
  const length = to - from
  const first = bytes[from]
  const bracketed = first === open && length > 2 && bytes[to - 1] === close
  const start = bracketed ? from + 1 : from
  const end = bracketed ? to - 1 : to
  if (readNumber(bytes, start, number) === end) {
    cell.value = number.value
    cell.decimals = number.decimals
    if (bracketed) cell.flags = 'u'
    return 'read'
  }
  cell.value = Number.NaN
  if (length === 0) { cell.reason = unknown; return 'read' }
  cell.signed = true
  if (length === 2 && first === dot && bytes[from + 1] === dot) cell.reason = signs.masked
  else if (length === 1 && first === smallX) cell.reason = signs.impossible
  else if (length === 1 && first === dash) cell.reason = signs.none
  else return 'unreadable'
  return 'read'
}
