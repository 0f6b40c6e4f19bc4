// Figures of which only checked tables are at hand: one or two years of births, deaths, migration, accounts, area.
// Every value is a printed one; sums are made only where all parts are there.
import { readRows } from './csv.ts'
import type { Row } from './csv.ts'
import { nextPeriod, rowOf } from './rows.ts'
import type { PackRow } from './series-file.ts'

const cells = (row: Row, columns: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(columns).flatMap(([period, column]) => { const value = (row[column] ?? '').replace(/^\+/, ''); return value === '' ? [] : [[period, value] as const] }))

/** Columns of the table of districts, by period, as one indicator. */
export const districtRows = (data: string, key: string, columns: Readonly<Record<string, string>>): PackRow[] =>
  readRows(`${data}/facts/districts.csv`).flatMap((row) => rowOf(key, row.nuts3 ?? '', cells(row, columns)))
export const municipalRows = (data: string, key: string, columns: Readonly<Record<string, string>>): PackRow[] =>
  readRows(`${data}/facts/municipalities.csv`).flatMap((row) => rowOf(key, row.lau ?? '', cells(row, columns)))

/** The country as the sum of its 28 districts; only where none of them is missing. */
export const withCountry = (rows: readonly PackRow[]): PackRow[] => {
  const districts = rows.filter((row) => /^BG\d{3}$/.test(row.region))
  const first = districts[0]
  if (districts.length !== 28 || first === undefined || districts.some((row) => row.cells.length !== 1 || row.first !== first.first)) throw new Error('the country is summed from 28 districts of one period only')
  const sum = districts.reduce((total, row) => total + Number(row.cells[0]), 0)
  return [...rows, { ...first, region: 'BG', cells: [String(Number(sum.toFixed(first.decimals)))] }]
}
/** Values printed for one region in the description of the district, beside the tables. */
export const printed = (key: string, region: string, values: Readonly<Record<string, string>>): PackRow[] => rowOf(key, region, new Map(Object.entries(values)))

/** Later values win; a region has one row per indicator. */
export const merge = (...lists: readonly (readonly PackRow[])[]): PackRow[] => {
  const held = new Map<string, Map<string, string>>()
  for (const row of lists.flat()) {
    const id = `${row.key} ${row.region}`
    const line = held.get(id) ?? new Map<string, string>()
    for (const [period, cell] of periodsOf(row)) line.set(period, cell)
    held.set(id, line)
  }
  return [...held].flatMap(([id, line]) => { const [key = '', region = ''] = id.split(' '); return rowOf(key, region, line) })
}
const periodsOf = (row: PackRow): readonly (readonly [string, string])[] => {
  let at = row.first
  return row.cells.flatMap((cell) => { const here = at; at = nextPeriod(at); return cell === '~' ? [] : [[here, cell] as const] })
}
/** Area in km² and number of settlements of districts and of the home municipalities, from the lands of the settlements (in dekares). */
export const landRows = (data: string, from: { area: string; settlements: string; period: string; home: string }): PackRow[] => {
  const district = new Map(readRows(`${data}/facts/districts.csv`).map((row) => [row.code ?? '', row.nuts3 ?? '']))
  const area = new Map<string, number>()
  const count = new Map<string, number>()
  for (const row of readRows(`${data}/geo/yurukov_settlements.csv`)) {
    const municipality = row.municipality ?? ''
    const home = district.get(municipality.slice(0, 3)) ?? ''
    for (const region of home === from.home ? [municipality, home] : [home]) {
      area.set(region, (area.get(region) ?? 0) + Number(row.area))
      count.set(region, (count.get(region) ?? 0) + 1)
    }
  }
  return [...area].flatMap(([region, land]) => [
    ...printed(from.area, region, { [from.period]: (land / 1000).toFixed(1) }),
    ...printed(from.settlements, region, { [from.period]: String(count.get(region)) }),
  ])
}
