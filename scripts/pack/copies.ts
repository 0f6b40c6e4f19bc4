// Series out of re-published tables: a panel of NUTS 2 figures of 2020, daily internet users, and two published indices.
// They carry no flags; the catalogue says so beside each figure.
import { readRows } from './csv.ts'
import type { Wanted } from './catalogue.ts'
import { shareOf, toRow } from './selection.ts'
import { decimalsOf } from './series-file.ts'
import type { PackRow } from './series-file.ts'

type Codes = ReadonlySet<string>
const version = '2016'
/** 21.50 and 1543.0 of a table of floating numbers are 21.5 and 1543 */
const plain = (text: string): string => String(Number(text))

const gather = (wanted: Wanted, codes: Codes, values: readonly { geo: string; year: string; value: string }[]): PackRow[] => {
  const byRegion = new Map<string, Map<number, string>>()
  for (const { geo, year, value } of values) {
    if (value === '') continue
    const held = byRegion.get(geo) ?? new Map<number, string>()
    held.set(Number(year), plain(value))
    byRegion.set(geo, held)
  }
  return [...byRegion].flatMap(([geo, cells]) => {
    const share = shareOf(wanted, geo, codes)
    if (share === 'no') return []
    const first = Math.min(...cells.keys())
    const periods = Array.from({ length: Math.max(...cells.keys()) - first + 1 }, (_, at) => first + at)
    const line = periods.map((year) => cells.get(year) ?? '~')
    return toRow(wanted, { key: {}, geo, periods: periods.map(String), cells: line, decimals: decimalsOf(line) }, { region: geo, version, share }) ?? []
  })
}
/** Column names of the panel hold the dataset and its codes: rd_e_gerdreg_SECTPERF_BES__UNIT_PC_GDP. */
export const readPanel = (path: string, from: { dataset: string; wanted: readonly Wanted[]; codes: Codes }): PackRow[] => {
  const rows = readRows(path, { separator: '\t' })
  const columns = Object.keys(rows[0] ?? {}).filter((name) => name.startsWith(`${from.dataset}_`))
  return from.wanted.flatMap((wanted) => {
    const parts = Object.entries(wanted.filter).map(([dimension, code]) => `${dimension.toUpperCase()}_${code}`).sort().join('__')
    const column = columns.find((name) => name.slice(from.dataset.length + 1).split('__').sort().join('__') === parts)
    if (column === undefined) { console.log(`  ${wanted.key}: not in the panel`); return [] }
    return gather(wanted, from.codes, rows.map((row) => ({ geo: row.NUTS2 ?? '', year: row.YEAR ?? '', value: row[column] ?? '' })))
  })
}
export const readDailyUsers = (path: string, from: { wanted: Wanted; codes: Codes }): PackRow[] =>
  gather(from.wanted, from.codes, readRows(path).map((row) => ({ geo: row.geo ?? '', year: row.time ?? '', value: row.values ?? '' })))

export const readCompetitiveness = (path: string, from: { wanted: Wanted; codes: Codes }): PackRow[] =>
  gather(from.wanted, from.codes, readRows(path).map((row) => ({ geo: row['NUTS CODE 2016'] ?? '', year: row.Year ?? '', value: row.value ?? '' })))

export const readInnovationIndex = (path: string, from: { wanted: Wanted; codes: Codes; edition: string }): PackRow[] =>
  gather(from.wanted, from.codes, readRows(path).map((row) => ({ geo: row.NUTS_ID ?? '', year: from.edition, value: rounded(row.regional_innovation_index ?? '') })))
/** The table prints eight decimals that the index does not have. */
const rounded = (text: string): string => (text === '' ? '' : Number(text).toFixed(2))
