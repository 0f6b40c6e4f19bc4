// Puts scattered cells of one region in line, period after period.
import { periodKind } from '#kernel/period.ts'
import type { Period } from '#kernel/period.ts'
import { decimalsOf, trimmed } from './series-file.ts'
import type { PackRow } from './series-file.ts'

export const nextPeriod = (period: string): string => {
  const year = Number(period.slice(0, 4))
  const kind = periodKind(period as Period)
  if (kind === 'schoolYear') return `${year + 1}/${year + 2}`
  if (kind !== 'quarter') return String(year + 1)
  const quarter = Number(period.slice(6))
  return quarter === 4 ? `${year + 1}-Q1` : `${year}-Q${quarter + 1}`
}
/** What lies between the cells and was not served is said to be so; no row where there is no cell. */
export const rowOf = (key: string, region: string, cells: ReadonlyMap<string, string>): PackRow[] => {
  const periods = [...cells.keys()].sort()
  const first = periods[0]
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return []
  const line: string[] = []
  for (let at = first; at <= last; at = nextPeriod(at)) line.push(cells.get(at) ?? '~')
  const row = trimmed({ key, region, version: '2024', first, decimals: decimalsOf(line), cells: line }, nextPeriod)
  return row ? [row] : []
}
