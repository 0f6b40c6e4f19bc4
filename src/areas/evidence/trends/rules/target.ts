// What others reached who once stood where we stand, in as many years as we give ourselves.
import type { Region } from '#kernel/region.ts'
import type { Bounds } from '#stats/forecast.ts'
import { targetsOf } from '#stats/targets.ts'
import type { Caveat, Series } from '#areas/evidence/indicators/rules.ts'
import type { Field, Point, TargetHelp, Trend } from '../rules.ts'
import { beforePrice, breakPlaces, pointsOf } from './stretch.ts'

export type Other = { readonly region: Region; readonly series: Series; readonly price: Caveat | null }
type Given = {
  readonly start: Point
  readonly years: number
  readonly among: Field
  readonly others: readonly Other[]
  readonly caveats: readonly Caveat[]
  readonly pace: Trend['pace']
  readonly direction: 1 | -1
  readonly bounds: Bounds | null
  readonly best: number | null
  readonly target: number | null
}
const quantiles = [0.5, 0.75, 0.9] as const
export const leastStretches = 20
export const alikeWithin = 0.25

/** Stretches of as many years as we have, from ± 25 % of our own value; half, a quarter, a tenth of them went at least so fast. */
export const targetHelp = ({ start, years, among, others, caveats, pace, direction, bounds, best, target }: Given): TargetHelp => {
  const rows = others.map((other) => ({ ...other, points: beforePrice(pointsOf(other.series), other.price) })).filter((row) => row.points.length > 1)
  const first = Math.min(...rows.flatMap((row) => row.points.map((point) => point.year))), last = Math.max(...rows.flatMap((row) => row.points.map((point) => point.year)))
  const span = rows.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const values = new Float64Array(rows.length * span.length).fill(Number.NaN)
  rows.forEach((row, at) => { for (const point of row.points) values[at * span.length + point.year - first] = point.value })
  const found = targetsOf({ values, rows: rows.length, columns: span.length }, {
    start: start.value, window: years, years, share: pace === 'points', direction, tolerance: alikeWithin, quantiles, least: leastStretches,
    breaks: rows.map((row) => breakPlaces(row.series, caveats, span)), ...(best === null ? {} : { best }),
    ...(bounds === null ? {} : { low: bounds.low, high: bounds.high }), ...(target === null ? {} : { target }),
  })
  return {
    start, by: start.year + years, among, looked: rows.length, alike: new Set(found.windows.map((one) => one.row)).size, best,
    reached: found.windows.map((one) => ({ region: (rows[one.row] as Other).region, from: first + one.from, to: first + one.from + years, start: one.start, end: one.end, pace: one.pace }))
      .sort((a, b) => direction * (b.pace - a.pace) || (a.region.code < b.region.code ? -1 : 1) || a.from - b.from),
    enough: found.of >= leastStretches ? 'yes' : 'no',
    rows: found.of < leastStretches ? [] : found.targets.map((one, at) => ({
      quantile: one.quantile, pace: one.pace, target: one.target, plausibility: one.plausibility, capped: one.capped ? 'yes' as const : 'no' as const, yearsToAsked: found.asked?.years[at]?.years ?? 'no-data',
    })),
    asked: found.asked === null || target === null ? null : {
      value: target, pace: found.asked.pace, plausibility: found.asked.plausibility, count: found.asked.reached,
      way: target === start.value ? 'same' : (target > start.value) === (direction === 1) ? 'ahead' : 'behind',
    },
    priced: rows.filter((row) => row.price !== null).map((row) => row.region),
  }
}
