// Series out of the open-data tables of the National Statistical Institute: quoted CSV, signs for missing values, brackets.
import { readRows } from './csv.ts'
import type { Row } from './csv.ts'
import { parsePeriod, periodKind } from '#kernel/period.ts'
import type { Period } from '#kernel/period.ts'
import type { Wanted } from './catalogue.ts'
import { matches } from './selection.ts'
import { decimalsOf, trimmed } from './series-file.ts'
import type { PackRow } from './series-file.ts'

const signs: Readonly<Record<string, string>> = { '..': ':c', x: ':z', '-': ':-', '': ':' }
const cellOfInstitute = (text: string): string => {
  const sign = signs[text]
  if (sign !== undefined) return sign
  const bracketed = /^\((-?\d+(?:\.\d+)?)\)$/.exec(text)
  const value = bracketed?.[1] ?? text
  if (!/^-?\d+(\.\d+)?$/.test(value)) throw new Error(`a value of the institute that nobody knows: ${text}`)
  return bracketed ? `${value}u` : value
}
export const nextPeriod = (period: string): string => {
  const year = Number(period.slice(0, 4))
  const kind = periodKind(period as Period)
  if (kind === 'schoolYear') return `${year + 1}/${year + 2}`
  if (kind !== 'quarter') return String(year + 1)
  const quarter = Number(period.slice(6))
  return quarter === 4 ? `${year + 1}-Q1` : `${year}-Q${quarter + 1}`
}
const regionColumns = ['NUTS', 'EKATTE'] as const
const periodColumns = ['periods', 'Edu_schYear'] as const
const columnIn = (row: Row, names: readonly string[]): string | undefined => names.find((name) => name in row)

/** `regionOf` gives the pack's code for the institute's, undefined for regions that stay out. */
export const readInstitute = (path: string, from: { wanted: readonly Wanted[]; regionOf: (code: string) => string | undefined }): PackRow[] => {
  const series = new Map<string, { wanted: Wanted; region: string; cells: Map<string, string> }>()
  for (const row of readRows(path)) {
    const regionColumn = columnIn(row, regionColumns)
    const region = regionColumn === undefined ? 'BG' : from.regionOf(row[regionColumn] ?? '')
    const period = parsePeriod(row[columnIn(row, periodColumns) ?? ''] ?? '')
    if (period === undefined) throw new Error(`a period nobody knows in ${path}`)
    if (region === undefined) continue
    const key = { ...row, unit: row.Units ?? '' }
    for (const wanted of from.wanted) {
      if (!matches(wanted, key)) continue
      const id = `${wanted.key} ${region}`
      const held = series.get(id) ?? { wanted, region, cells: new Map<string, string>() }
      const cell = cellOfInstitute((row.ValueColumn ?? '').trim())
      const before = held.cells.get(period)
      if (before !== undefined && before !== cell) throw new Error(`two values for ${id} in ${period}: the filter of ${wanted.key} names too little`)
      held.cells.set(period, cell)
      series.set(id, held)
    }
  }
  return [...series.values()].flatMap(({ wanted, region, cells }) => rowOf(wanted.key, region, cells))
}
/** Puts scattered periods in line; what lies between them and was not served is said to be so. */
export const rowOf = (key: string, region: string, cells: ReadonlyMap<string, string>, version = '2024'): PackRow[] => {
  const periods = [...cells.keys()].sort()
  const first = periods[0]
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return []
  const line: string[] = []
  for (let at = first; at <= last; at = nextPeriod(at)) line.push(cells.get(at) ?? '~')
  const row = trimmed({ key, region, version, first, decimals: decimalsOf(line), cells: line }, nextPeriod)
  return row ? [row] : []
}
