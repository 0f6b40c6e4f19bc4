// A plain CSV table, one row per value, read by its description. Separator, decimal sign and encoding may be left to be found from
// the beginning of the file. What is in columns that the description does not name is not read.
import { reasonNumber } from './flags.ts'
import type { TableColumns, ValueCell, ValueReader } from './long-table.ts'
import { readLongTable } from './long-table.ts'
import { newNumber, readNumber } from './number-bytes.ts'
import type { BatchReader } from './reading.ts'
import { problemNoColumn } from './read-problems.ts'
import type { Separator, TableDescription } from './table-description.ts'
import { separators, templateDescription } from './table-description.ts'

/** True for the header of our own template; columns may stand in any order and be fewer. */
export const isTemplateHeader = (line: string): boolean => {
  const names = line.split(separators[findSeparator(line)]).map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
  return ['indicator', 'region', 'period', 'value'].every((name) => names.includes(name))
}
/** `start`: the beginning of the file. */
export const readPlainTable = (description: TableDescription, start: Uint8Array): BatchReader => (bytes, ask) => {
  const encoding = description.encoding === 'auto' ? findEncoding(start) : description.encoding
  const header = new TextDecoder(encoding).decode(start).split('\n')[description.skip] ?? ''
  const separator = description.separator === 'auto' ? findSeparator(header) : description.separator
  const decimal = description.decimal === 'auto' ? (separator === 'comma' ? 'point' : 'either') : description.decimal
  const shape = {
    separator: separators[separator].charCodeAt(0),
    skip: description.skip,
    toColumns: (names: readonly string[]) => toColumns(description, { names, readValue: plainValueReader(description, decimal) }),
  }
  return readLongTable(encoding === 'utf-8' ? bytes : toUtf8(bytes, encoding), shape, ask)
}
/** UTF-8 where the beginning can be read so (a letter may be cut in half at its end), else the Bulgarian code page of Windows. */
const findEncoding = (start: Uint8Array): 'utf-8' | 'windows-1251' => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return 'utf-8'
  } catch {
    return 'windows-1251'
  }
}
/** The sign that stands most often in the header. */
const findSeparator = (header: string): Separator => {
  const counts = (Object.keys(separators) as Separator[]).map((name) => ({ name, count: header.split(separators[name]).length - 1 }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).name
}
async function* toUtf8(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array, void> {
  const decoder = new TextDecoder(encoding)
  const encoder = new TextEncoder()
  for await (const chunk of bytes) yield encoder.encode(decoder.decode(chunk, { stream: true }))
}
const toColumns = (
  description: TableDescription,
  { names, readValue }: { readonly names: readonly string[]; readonly readValue: ValueReader },
): TableColumns => {
  const isTemplate = description === templateDescription
  const find = (name: string | undefined): number => (name === undefined ? -1 : names.indexOf(name))
  const need = (name: string): number => {
    const column = find(name)
    if (column < 0) throw problemNoColumn(name)
    return column
  }
  const { columns } = description
  const served = [
    ...(columns.region === undefined ? [] : [{ name: 'geo', column: columns.region }]),
    ...(columns.unit === undefined ? [] : [{ name: 'unit', column: columns.unit }]),
    ...Object.entries(description.dimensions).map(([name, column]) => ({ name, column })),
  ]
  return {
    format: isTemplate ? 'template-table' : 'plain-table',
    dimensions: [
      // Of the template a column may be left out; of a description written for this file none.
      ...served.flatMap(({ name, column }) => (isTemplate && find(column) < 0 ? [] : [{ name, column: need(column) }])),
      ...Object.entries(description.fixed).map(([name, code]) => ({ name, code })),
    ],
    period: need(columns.period),
    value: need(columns.value),
    flag: isTemplate ? find(columns.flag) : columns.flag === undefined ? -1 : need(columns.flag),
    confidential: -1,
    stamp: -1,
    readValue,
    flagLetters: plainFlags,
  }
}
/** Letters as Eurostat writes them; capitals, commas and spaces between them are forgiven. */
const plainFlags = (text: string): string | undefined => {
  const letters = text.toLowerCase().replace(/[\s,;]/g, '')
  return /^[a-z]{0,12}$/.test(letters) ? letters : undefined
}
const decoder = new TextDecoder()
const unknown = reasonNumber('unknown')
const number = newNumber()

/** Numbers with the decimal sign of the table and, between groups of three digits, spaces. */
const plainValueReader = (description: TableDescription, decimal: 'point' | 'comma' | 'either'): ValueReader => {
  const signs = new Map(Object.entries({ ':': 'unknown', ...description.missing } as const).map(([sign, reason]) => [sign, reasonNumber(reason)]))
  return (span, cell) => {
    const { bytes, from, to } = span
    if (decimal !== 'comma' && readNumber(bytes, from, number) === to) return give(cell)
    if (from === to) { cell.value = Number.NaN; cell.reason = signs.get('') ?? unknown; return 'read' }
    const text = decoder.decode(bytes.subarray(from, to))
    const reason = signs.get(text)
    if (reason !== undefined) { cell.value = Number.NaN; cell.reason = reason; cell.signed = true; return 'read' }
    return readGrouped(text, decimal) ? give(cell) : 'unreadable'
  }
}
const give = (cell: ValueCell): 'read' => {
  cell.value = number.value
  cell.decimals = number.decimals
  return 'read'
}
const readGrouped = (text: string, decimal: 'point' | 'comma' | 'either'): boolean => {
  const found = /^([-−]?)(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:([.,])(\d+))?$/.exec(text)
  if (!found) return false
  const [, sign, whole = '', mark, rest] = found
  if ((mark === ',' && decimal === 'point') || (mark === '.' && decimal === 'comma')) return false
  const plain = new TextEncoder().encode(`${sign === '' ? '' : '-'}${whole.replace(/\D/g, '')}${rest === undefined ? '' : `.${rest}`}\n`)
  return readNumber(plain, 0, number) === plain.length - 1
}
