// A trend as a record: the steps and the very values it was computed from, so that it can be computed again from these alone.
import type { Point, Trend } from '../rules.ts'
import { type Course, courseOf } from './course.ts'

export type TrendRecord = {
  readonly steps: readonly ['stretch', 'slope', 'test', 'growth', 'forecast', 'targets']
  readonly indicator: string
  /** of the definition */
  readonly version: number
  readonly region: string
  readonly years: number
  readonly among: Trend['choice']['among']
  readonly target: string
  readonly points: readonly Point[]
  readonly cut: Trend['stretch']['cut']
  readonly price: string | null
  /** null above: no upper limit (a record is JSON, which has no infinity) */
  readonly bounds: { readonly low: number; readonly high: number | null } | null
}
export type TrendResult = Pick<Trend, 'growth' | 'slope' | 'test' | 'course' | 'forecast'> & { readonly targets: NonNullable<Trend['target']>['rows'] }

export const recordOf = (trend: Trend): TrendRecord => ({
  steps: ['stretch', 'slope', 'test', 'growth', 'forecast', 'targets'], indicator: trend.indicator.key, version: trend.indicator.version, region: trend.shown.code,
  years: trend.choice.years, among: trend.choice.among, target: trend.choice.target, points: trend.stretch.points, cut: trend.stretch.cut, price: trend.price?.from ?? null, bounds: trend.bounds === null ? null : { low: trend.bounds.low, high: Number.isFinite(trend.bounds.high) ? trend.bounds.high : null },
})
export const resultOf = ({ growth, slope, test, course, forecast, target }: Trend): TrendResult => ({ growth, slope, test, course, forecast, targets: target?.rows ?? [] })

/** From the record alone: the same course and the same forecast, whatever the figures of today are. */
export const courseOfRecord = (record: TrendRecord): Course => {
  const stretch = { points: record.points, cut: record.cut, end: record.price === null ? null : { kind: 'price' as const, from: null }, same: 'whole-years' as const }
  const bounds = record.bounds === null ? null : { low: record.bounds.low, high: record.bounds.high ?? Number.POSITIVE_INFINITY, by: 'clamp' as const }
  return courseOf(stretch, bounds, record.years)
}
