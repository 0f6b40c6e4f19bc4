// One indicator's line from series: the period, the peers' values, their pace, the own trend. Whole numbers of years count as time.
import { type Period, periodKind, yearOf } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import { benchmarkRow, yearlyChange } from '#stats/benchmark-row.ts'
import { mannKendall } from '#stats/mann-kendall.ts'
import { theilSen } from '#stats/theil-sen.ts'
import type { Caveat, Direction, Indicator, Series } from '#areas/evidence/indicators/rules.ts'
import { isRankable } from '#areas/evidence/indicators/rules/place.ts'
import { breaksOf, cellAt } from '#areas/evidence/indicators/rules/series.ts'
import { comparePeriods } from '#kernel/period.ts'
import type { BenchmarkLine, Trend } from '../rules.ts'

/** A pace is read off the last ten years at most, on one side of every break. */
export const paceYears = 10
type Stretch = { readonly values: Float64Array; readonly years: Float64Array; readonly periods: readonly Period[] }
/** A quarter is its part of the year, so that a year has the length 1. */
const timeOf = (period: Period): number => yearOf(period) + (periodKind(period) === 'quarter' ? (Number(period.slice(6)) - 1) / 4 : 0)

export const stretchOf = (series: Series, caveats: readonly Caveat[], last: Period): Stretch => {
  const cuts = breaksOf(series, caveats).map((cut) => cut.before).filter((before) => comparePeriods(before, last) <= 0)
  const from = cuts.at(-1)
  const kept = series.periods.flatMap((period, at) =>
    (comparePeriods(period, last) <= 0 && (from === undefined || comparePeriods(period, from) >= 0) && yearOf(period) > yearOf(last) - paceYears - 1 && series.missing[at] === null ? [at] : []))
  return { values: Float64Array.from(kept, (at) => series.values[at] as number), years: Float64Array.from(kept, (at) => timeOf(series.periods[at] as Period)), periods: kept.map((at) => series.periods[at] as Period) }
}

/** The arrow stands where Mann and Kendall's test finds a trend at 5 %; five points at least. */
export const trendOf = ({ values, years, periods }: Stretch): Trend => {
  const points = { times: years, values }
  const test = mannKendall(points)
  const isTrend = values.length >= 5 && typeof test.p === 'number' && test.p < 0.05
  return { arrow: !isTrend ? 'none' : Number(test.s) > 0 ? 'up' : 'down', slope: theilSen(points).slope, p: test.p, points: values.length, first: periods[0] ?? null, last: periods.at(-1) ?? null }
}

type Making = {
  readonly indicator: Indicator; readonly direction: Direction; readonly own: Series; readonly period: Period
  readonly peers: readonly { readonly region: Region; readonly series: Series | undefined }[]
}
export type MadeLine = Omit<BenchmarkLine, 'freshness' | 'credits'>
/** null: no peer has a value that can be ranked in the period, or the own one cannot. */
export const lineOf = ({ indicator, direction, own, period, peers }: Making): MadeLine | null => {
  const cell = cellAt(own, period)
  if (!isRankable(cell)) return null
  const cells = peers.map(({ series }) => cellAt(series, period))
  const values = Float64Array.from(cells, (one) => (isRankable(one) ? (one.value ?? Number.NaN) : Number.NaN))
  if (values.every(Number.isNaN)) return null
  const changes = peers.map(({ series }, at) => (series === undefined || Number.isNaN(values[at]) ? 'no-data' : yearlyChange(stretchOf(series, indicator.caveats, period))))
  const progress = Float64Array.from(changes.filter((one) => typeof one === 'number'))
  const row = benchmarkRow({ own: cell.value as number, peers: values, progress, direction: direction === 'less' ? -1 : 1 })
  const shown = (value: number): number => Number(value.toFixed(indicator.decimals))
  const best = direction === 'neither' || typeof row.best !== 'number' ? [] : peers.filter((_, at) => !Number.isNaN(values[at]) && shown(values[at] as number) === shown(row.best as number)).map((peer) => peer.region)
  return { indicator, direction, period, cell, series: own, row, best, trend: trendOf(stretchOf(own, indicator.caveats, period)), values, missing: values.filter(Number.isNaN).length }
}

/** The newest period of the own series that at least four in five of those peers have that have any value; null: there is none. */
export const sharedPeriod = (own: Series, peers: readonly (Series | undefined)[]): Period | null => {
  const withValues = peers.filter((series) => series?.missing.includes(null))
  for (let at = own.periods.length - 1; at >= 0; at--) {
    const period = own.periods[at] as Period
    if (own.missing[at] !== null) continue
    const have = withValues.filter((series) => cellAt(series, period).missing === null).length
    if (have > 0 && have >= withValues.length * 0.8) return period
  }
  return null
}
