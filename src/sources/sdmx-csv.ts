// SDMX-CSV as Eurostat serves it: version 1.0 without and with CONF_STATUS (DATAFLOW,LAST UPDATE,…) and 2.0 (STRUCTURE,…).
// Columns are found by their names; every column before OBS_VALUE that is not known here is a dimension.
import type { Span } from './code-book.ts'
import { reasonNumber } from './flags.ts'
import type { TableColumns, ValueCell } from './long-table.ts'
import { readLongTable, smallLetters } from './long-table.ts'
import { newNumber, readNumber } from './number-bytes.ts'
import type { BatchReader } from './reading.ts'
import { problemHeader, problemNoColumn } from './read-problems.ts'

const unknown = reasonNumber('unknown')
const comma = 44
const notDimensions = new Set([
  'DATAFLOW', 'LAST UPDATE', 'STRUCTURE', 'STRUCTURE_ID', 'STRUCTURE_NAME', 'ACTION', 'TIME_PERIOD', 'Time', 'OBS_VALUE', 'OBS_FLAG',
  'CONF_STATUS', 'OBS_STATUS',
])
/** True for a header line that begins like SDMX-CSV and has a value column. */
export const isSdmxCsvHeader = (line: string): boolean =>
  /^"?(DATAFLOW|STRUCTURE)"?,/.test(line) && /(^|,)"?OBS_VALUE"?(,|\r?$)/.test(line)

export const readSdmxCsv: BatchReader = (bytes, ask) => readLongTable(bytes, { separator: comma, skip: 0, toColumns }, ask)

const toColumns = (header: readonly string[]): TableColumns => {
  const need = (name: string): number => {
    const column = header.indexOf(name)
    if (column < 0) throw problemNoColumn(name)
    return column
  }
  const value = need('OBS_VALUE')
  const dimensions = header
    .map((name, column) => ({ name, column }))
    // With labels asked for, a column of names ("Geopolitical entity (reporting)") follows each column of codes.
    .filter(({ name, column }) => column < value && !notDimensions.has(name) && /^\w+$/.test(name))
  if (dimensions.length === 0) {
    throw problemHeader({ bg: 'няма нито една колона с измерение.', en: 'there is not one column with a dimension.' })
  }
  return {
    format: header[0] === 'STRUCTURE' ? 'sdmx-csv-2' : 'sdmx-csv-1',
    dimensions,
    period: need('TIME_PERIOD'),
    value,
    flag: header.indexOf('OBS_FLAG'),
    confidential: header.indexOf('CONF_STATUS'),
    stamp: header.indexOf('LAST UPDATE'),
    readValue: readObservation,
    flagLetters: smallLetters,
  }
}
const number = newNumber()
const decimal = /^[-+]?\d+(\.(\d+))?[eE][-+]?\d{1,3}$/
const latin = new TextDecoder('latin1')

/** A decimal number, one with an exponent, or nothing. */
export const readObservation = (span: Span, cell: ValueCell): 'read' | 'unreadable' => {
  const { bytes, from, to } = span
  if (from === to) { cell.value = Number.NaN; cell.reason = unknown; return 'read' }
  if (readNumber(bytes, from, number) === to) {
    cell.value = number.value
    cell.decimals = number.decimals
    return 'read'
  }
  const text = latin.decode(bytes.subarray(from, to))
  if (text === 'NaN') { cell.value = Number.NaN; cell.reason = unknown; return 'read' }
  const value = Number(text)
  if (!decimal.test(text) || !Number.isFinite(value)) return 'unreadable'
  cell.value = value
  cell.decimals = decimalsOf(value)
  return 'read'
}
/** How many decimals a number has when it is written out. */
export const decimalsOf = (value: number): number => {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent))
}
