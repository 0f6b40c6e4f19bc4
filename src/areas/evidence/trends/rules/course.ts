// The course of one region and where it would lead if its past pace went on.
import type { Unit } from '#kernel/quantity.ts'
import { type Bounds, type Forecast, forecastOf } from '#stats/forecast.ts'
import { growthOf } from '#stats/growth.ts'
import { mannKendall } from '#stats/mann-kendall.ts'
import type { Points } from '#stats/series.ts'
import { theilSen } from '#stats/theil-sen.ts'
import { fewestPoints, type Stretch, type Trend } from '../rules.ts'

/** A course is spoken of where the test leaves less than one chance in twenty to accident. */
export const surely = 0.05

export const toPoints = (stretch: Stretch): Points =>
  ({ times: Float64Array.from(stretch.points, (point) => point.year), values: Float64Array.from(stretch.points, (point) => point.value) })

/** Shares, rates per thousand and scores move in points; money and counts in per cent. */
const inPoints = new Set(['per-mille', 'gini', 'score', 'per-100'])
export const paceOf = (unit: Unit): Trend['pace'] => (unit.percent || inPoints.has(unit.id) ? 'points' : 'rate')

/** What the indicator can be at all, seen from every value of every region: a share within 0–100, anything else never negative not below 0. */
export const boundsOf = (unit: Unit, all: readonly number[]): Bounds | null => {
  let low = Number.POSITIVE_INFINITY, high = Number.NEGATIVE_INFINITY
  for (const one of all) { low = Math.min(low, one); high = Math.max(high, one) }
  return low < 0 || all.length === 0 ? null : { low: 0, high: unit.percent && high <= 100 ? 100 : Number.POSITIVE_INFINITY, by: 'clamp' }
}

export type Course = Pick<Trend, 'growth' | 'slope' | 'test' | 'course' | 'forecast'>
export const courseOf = (stretch: Stretch, bounds: Bounds | null, horizon: number): Course => {
  const points = toPoints(stretch), test = mannKendall(points), slope = theilSen(points), few = stretch.points.length < fewestPoints
  const forecast: Forecast | null = few || stretch.end !== null ? null : forecastOf(points, { horizon, ...(bounds === null ? {} : { bounds }) })
  const course = few || typeof test.p !== 'number' || typeof test.s !== 'number' ? 'unknown' : test.p >= surely ? 'none' : test.s > 0 ? 'up' : 'down'
  return { growth: growthOf(points), slope, test, course, forecast }
}
