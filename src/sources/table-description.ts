// The small JSON file that tells how a plain CSV table is to be read: which column is what. Documented in docs/plain-table.md.
// Parses the untrusted description; the table itself is read by plain-table.ts.
import type { Bilingual } from '#kernel/language.ts'
import type { Missing } from '#kernel/observation.ts'
import { missingReasons } from '#kernel/observation.ts'
import { problemDescription } from './read-problems.ts'

export const separators = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const
export type Separator = keyof typeof separators
export type TableDescription = {
  /** names of columns as the header writes them */
  readonly columns: {
    readonly period: string
    readonly value: string
    readonly region?: string
    readonly unit?: string
    readonly flag?: string
  }
  /** further dimensions: name → column */
  readonly dimensions: Readonly<Record<string, string>>
  /** dimensions that have one code in the whole file: name → code */
  readonly fixed: Readonly<Record<string, string>>
  readonly separator: Separator | 'auto'
  readonly decimal: 'point' | 'comma' | 'auto'
  readonly encoding: 'utf-8' | 'windows-1251' | 'auto'
  /** lines before the header */
  readonly skip: number
  /** what stands in a value cell instead of a number: text → reason */
  readonly missing: Readonly<Record<string, Missing>>
}
/** The product's own template for figures brought by hand, the same for export; recognised by its header. */
export const templateDescription: TableDescription = {
  columns: { period: 'period', value: 'value', region: 'region', unit: 'unit', flag: 'flag' },
  dimensions: { indicator: 'indicator', nuts_version: 'nuts_version' },
  fixed: {},
  separator: 'auto',
  decimal: 'auto',
  encoding: 'auto',
  skip: 0,
  // As the statistical institute marks them: a combination that cannot exist, and no case of it.
  missing: { x: 'notApplicable', '-': 'noCases' },
}
const known = ['columns', 'dimensions', 'fixed', 'separator', 'decimal', 'encoding', 'skip', 'missing']
const knownColumns = ['period', 'value', 'region', 'unit', 'flag']
type Loose = Record<string, unknown>

/** Throws ReadProblem, naming the field. `json` is what JSON.parse gave. */
export const parseTableDescription = (json: unknown): TableDescription => {
  const all = toRecord(json, 'описание / description')
  refuseUnknown(all, { known, field: '' })
  const columns = toRecord(all.columns, 'columns')
  refuseUnknown(columns, { known: knownColumns, field: 'columns.' })
  const column = (name: string): string | undefined => (columns[name] === undefined ? undefined : toText(columns[name], `columns.${name}`))
  const need = (name: string): string => {
    const found = column(name)
    if (found === undefined) throw problemDescription(`columns.${name}`, { bg: 'липсва; без него таблицата не може да се прочете.', en: 'is missing; the table cannot be read without it.' })
    return found
  }
  const dimensions = toTexts(all.dimensions, 'dimensions')
  const fixed = toTexts(all.fixed, 'fixed')
  const description: TableDescription = {
    columns: {
      period: need('period'),
      value: need('value'),
      ...optional('region', column('region')),
      ...optional('unit', column('unit')),
      ...optional('flag', column('flag')),
    },
    dimensions,
    fixed,
    separator: toChoice(all.separator, { field: 'separator', choices: ['auto', 'comma', 'semicolon', 'tab', 'bar'] }),
    decimal: toChoice(all.decimal, { field: 'decimal', choices: ['auto', 'point', 'comma'] }),
    encoding: toChoice(all.encoding, { field: 'encoding', choices: ['auto', 'utf-8', 'windows-1251'] }),
    skip: toSkip(all.skip),
    missing: toReasons(all.missing),
  }
  refuseTwice(description)
  return description
}
const optional = <Name extends string>(name: Name, value: string | undefined): { [key in Name]?: string } =>
  (value === undefined ? {} : { [name]: value }) as { [key in Name]?: string }

const toRecord = (value: unknown, field: string): Loose => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Loose
  throw problemDescription(field, { bg: 'трябва да е обект { … }.', en: 'must be an object { … }.' })
}
const toText = (value: unknown, field: string): string => {
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  throw problemDescription(field, { bg: 'трябва да е текст в кавички.', en: 'must be a text between quotation marks.' })
}
const toTexts = (value: unknown, field: string): Readonly<Record<string, string>> => {
  if (value === undefined) return {}
  const texts = Object.entries(toRecord(value, field)).map(([name, text]) => {
    if (!/^[A-Za-z_]\w*$/.test(name) || name === '__proto__') {
      throw problemDescription(`${field}.${name}`, { bg: 'името на измерение се пише с латински букви, цифри и „_“.', en: 'the name of a dimension is written in Latin letters, digits and "_".' })
    }
    return [name, toText(text, `${field}.${name}`)] as const
  })
  return Object.fromEntries(texts)
}
const toChoice = <Choice extends string>(value: unknown, how: { readonly field: string; readonly choices: readonly [Choice, ...Choice[]] }): Choice => {
  if (value === undefined) return how.choices[0]
  const found = how.choices.find((choice) => choice === value)
  if (found !== undefined) return found
  const list = how.choices.join(', ')
  throw problemDescription(how.field, { bg: `допустимо е едно от: ${list}.`, en: `one of these is allowed: ${list}.` })
}
const toSkip = (value: unknown): number => {
  if (value === undefined) return 0
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1000) return value
  throw problemDescription('skip', { bg: 'трябва да е цяло число от 0 до 1000.', en: 'must be a whole number from 0 to 1000.' })
}
const toReasons = (value: unknown): Readonly<Record<string, Missing>> => {
  if (value === undefined) return {}
  const reasons = Object.entries(toRecord(value, 'missing')).map(([sign, reason]) => {
    const found = missingReasons.find((known) => known === reason)
    if (found !== undefined) return [sign.trim(), found] as const
    const list = missingReasons.join(', ')
    throw problemDescription(`missing.${sign}`, { bg: `допустимо е едно от: ${list}.`, en: `one of these is allowed: ${list}.` })
  })
  return Object.fromEntries(reasons)
}
const refuseUnknown = (value: Loose, how: { readonly known: readonly string[]; readonly field: string }): void => {
  const unknown = Object.keys(value).find((name) => !how.known.includes(name))
  if (unknown === undefined) return
  const list = how.known.join(', ')
  throw problemDescription(`${how.field}${unknown}`, { bg: `такова поле няма; познати са: ${list}.`, en: `there is no such field; known are: ${list}.` })
}
/** A dimension must come from one place only. */
const refuseTwice = ({ columns, dimensions, fixed }: TableDescription): void => {
  const said: Bilingual = { bg: 'това измерение е зададено два пъти.', en: 'this dimension is given twice.' }
  const names = [...(columns.region ? ['geo'] : []), ...(columns.unit ? ['unit'] : []), ...Object.keys(dimensions), ...Object.keys(fixed)]
  const twice = names.find((name, at) => names.indexOf(name) < at)
  if (twice !== undefined) throw problemDescription(twice, said)
  if (names.length === 0) throw problemDescription('columns.region', { bg: 'таблицата трябва да има поне едно измерение (например region).', en: 'the table needs at least one dimension (region, say).' })
}
