// Which values of a series may be looked at together. Backwards from the newest: no gap, no break, nothing that a price moves.
import { comparePeriods, type Period, periodKind, yearOf } from '#kernel/period.ts'
import { hasFlag } from '#kernel/observation.ts'
import type { Caveat, Series } from '#areas/evidence/indicators/rules.ts'
import { breaksOf } from '#areas/evidence/indicators/rules/series.ts'
import type { Point, Stretch } from '../rules.ts'

/** „III“ of 2025-Q3, „“ of a year: of parts of years only the same part of each year is one course. */
const partOf = (period: Period): string => (['year', 'schoolYear'].includes(periodKind(period)) ? periodKind(period) : period.slice(4))

/** All measured values of the newest kind of period, oldest first; what the source itself forecasts is none. */
export const pointsOf = (series: Series): readonly Point[] => {
  const present = series.periods.flatMap((period, at): Point[] => {
    const value = series.values[at] as number, flags = series.flags[at] ?? ''
    return series.missing[at] === null && Number.isFinite(value) && !hasFlag(flags, 'f') ? [{ period, year: yearOf(period), value, flags }] : []
  }).sort((a, b) => comparePeriods(a.period, b.period))
  const newest = present.at(-1)
  return newest === undefined ? [] : present.filter((point) => partOf(point.period) === partOf(newest.period))
}
/** Values before the year from which a price moves them; all of them where no price does. */
export const beforePrice = (points: readonly Point[], price: Caveat | null): readonly Point[] =>
  price === null ? points : price.from === null ? [] : points.filter((point) => comparePeriods(point.period, price.from as Period) < 0)

/** Worked: 2015–2024 without 2017 and with a break before 2021 gives 2021–2024, cut by the break. */
export const stretchOf = (series: Series | null, caveats: readonly Caveat[], price: Caveat | null): Stretch => {
  const all = series === null ? [] : pointsOf(series), points = beforePrice(all, price)
  const cuts = series === null ? [] : breaksOf(series, caveats).map((cut) => cut.before)
  const isParted = (earlier: Period, later: Period): boolean => cuts.some((cut) => comparePeriods(cut, earlier) > 0 && comparePeriods(cut, later) <= 0)
  let from = Math.max(0, points.length - 1), cut: Stretch['cut'] = null
  for (; from > 0; from -= 1) {
    const later = points[from] as Point, earlier = points[from - 1] as Point
    if (isParted(earlier.period, later.period)) { cut = { kind: 'break', before: later.period }; break }
    if (later.year - earlier.year !== 1) { cut = { kind: 'gap', before: later.period }; break }
  }
  const newest = all.at(-1)
  return {
    points: points.slice(from), cut, end: price !== null ? { kind: 'price', from: price.from } : null,
    same: newest === undefined || ['year', 'schoolYear'].includes(periodKind(newest.period)) ? 'whole-years' : 'one-part',
  }
}
/** Years at which another series begins, for a row of years. */
export const breakPlaces = (series: Series, caveats: readonly Caveat[], years: readonly number[]): readonly number[] =>
  breaksOf(series, caveats).map((cut) => years.findIndex((year) => year >= yearOf(cut.before))).filter((at) => at > 0)
