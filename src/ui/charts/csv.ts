// Writes comma-separated values that a spreadsheet, a program and a person can read: RFC 4180, UTF-8 with a mark, dots in
// numbers. Text that a spreadsheet would run as a formula is made harmless. Not a reader.
import type { Language } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import { sayFlags, sayMissing } from './flag-words.ts'
import type { Quantity } from './quantity-words.ts'
import type { ChartValue } from './series.ts'

export type CsvColumn = { readonly name: string; readonly kind: 'text' | 'number' }
export type CsvCell = string | number | null
export type CsvTable = { readonly columns: readonly CsvColumn[]; readonly rows: Iterable<readonly CsvCell[]> }

const mark = '\ufeff'
const lineEnd = '\r\n'

/** Excel and its kin run a cell that begins with one of these; the apostrophe in front makes it text. */
const isFormula = (text: string): boolean => /^[\s\u00a0]*[=+\-@\t\r]/.test(text)

const quote = (text: string): string => (/[",\r\n;]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text)

/** A number stays bare, also a negative one; a missing number is an empty cell, and its reason stands in its own column. */
const toCell = (cell: CsvCell | undefined, kind: CsvColumn['kind']): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(cell)) return cell
  return quote(isFormula(cell) ? `'${cell}` : cell)
}

export function* csvLines({ columns, rows }: CsvTable): Generator<string> {
  yield mark + columns.map((column) => toCell(column.name, 'text')).join(',') + lineEnd
  for (const row of rows) yield columns.map((column, at) => toCell(row[at], column.kind)).join(',') + lineEnd
}

export const writeCsv = (table: CsvTable): string => [...csvLines(table)].join('')

/** One value with everything that belongs to it; names of columns stay English in both languages, so that programs can rely on them. */
export const valueColumns: readonly CsvColumn[] = [
  { name: 'region_code', kind: 'text' }, { name: 'region', kind: 'text' }, { name: 'indicator', kind: 'text' }, { name: 'unit', kind: 'text' },
  { name: 'period', kind: 'text' }, { name: 'value', kind: 'number' }, { name: 'flags', kind: 'text' }, { name: 'flag_words', kind: 'text' },
  { name: 'missing', kind: 'text' }, { name: 'missing_words', kind: 'text' }, { name: 'source', kind: 'text' }, { name: 'vintage', kind: 'text' },
]
export type ValueRow = {
  readonly region: { readonly code: string; readonly name: string }
  readonly indicator: string
  readonly quantity: Quantity
  readonly period: Period
  readonly value: ChartValue
  readonly source: string
  readonly vintage: string
}
export const toValueRow = (row: ValueRow, language: Language): readonly CsvCell[] => [
  row.region.code, row.region.name, row.indicator, row.quantity.words, row.period, row.value.value, row.value.flags, sayFlags(row.value.flags, language),
  row.value.missing ?? '', row.value.missing === null ? '' : sayMissing(row.value.missing, language), row.source, row.vintage,
]
