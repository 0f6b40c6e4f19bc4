// Reading a series: its cells, its newest value, where its line is cut, and what came before on the same side of the cut.
import type { Observation } from '#kernel/observation.ts'
import { hasFlag } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import { comparePeriods, periodKind } from '#kernel/period.ts'
import type { Cell } from '#areas/evidence/datasets/rules.ts'
import { yearBefore } from '#areas/evidence/datasets/rules/check-outliers.ts'
import type { Caveat, Series } from '../rules.ts'

const notServed: Cell = { value: null, flags: '', missing: 'notServed' }
const cellOf = (series: Series, at: number): Cell => {
  const reason = series.missing[at] ?? null
  const flags = series.flags[at] ?? ''
  return reason === null ? { value: series.values[at] as number, flags, missing: null } : { value: null, flags, missing: reason }
}
export const cellAt = (series: Series | null | undefined, period: Period): Cell => {
  const at = series ? series.periods.indexOf(period) : -1
  return series && at >= 0 ? cellOf(series, at) : notServed
}
export const observationsOf = (series: Series): readonly Observation[] =>
  series.periods.map((period, at): Observation => ({ period, ...cellOf(series, at) }))

/** Oldest to newest; the last one with a value, or the last one at all when none has. */
export const newestOf = (series: Series | null): { readonly period: Period; readonly cell: Cell } | null => {
  if (!series || series.periods.length === 0) return null
  for (let at = series.periods.length - 1; at >= 0; at--) {
    if (series.missing[at] === null) return { period: series.periods[at] as Period, cell: cellOf(series, at) }
  }
  const last = series.periods.length - 1
  return { period: series.periods[last] as Period, cell: cellOf(series, last) }
}
export const hasValues = (series: Series | undefined): boolean => series?.missing.includes(null) ?? false

const concerns = (caveat: Caveat, region: string): boolean => caveat.regions === null || caveat.regions.includes(region)
/** Periods before which the line is cut: the source's flag, or a break the catalogue knows (a census). */
export const breaksOf = (series: Series, caveats: readonly Caveat[]): readonly { readonly before: Period; readonly caveat: Caveat | null }[] => {
  const cuts = new Map<Period, Caveat | null>()
  series.periods.forEach((period, at) => {
    const flags = series.flags[at] ?? ''
    if (hasFlag(flags, 'b') || hasFlag(flags, 'd')) cuts.set(period, null)
  })
  for (const caveat of caveats) {
    if (caveat.kind !== 'break' || caveat.from === null || !concerns(caveat, series.region)) continue
    // The cut lies before the first period that the caveat speaks of, also when the series lacks just that one.
    const first = series.periods.find((period) => comparePeriods(period, caveat.from as Period) >= 0)
    if (first !== undefined) cuts.set(first, caveat)
  }
  return [...cuts].map(([before, caveat]) => ({ before, caveat })).sort((a, b) => comparePeriods(a.before, b.before))
}

/** The caveats that concern a region's value of one period. */
export const caveatsFor = (caveats: readonly Caveat[], at: { region: string; period: Period | null }): readonly Caveat[] =>
  caveats.filter((caveat) => concerns(caveat, at.region) && (at.period === null || isWithin(caveat, at.period)))
const isWithin = (caveat: Caveat, period: Period): boolean =>
  (caveat.from === null || comparePeriods(period, caveat.from) >= 0) && (caveat.to === null || comparePeriods(period, caveat.to) <= 0)

/** What a change may be told against: the year before for years, the same quarter or month of the year before otherwise; the newest
 *  such value that no break parts from the given one. null: there is none, and no change is told. */
export const beforeOf = (series: Series, caveats: readonly Caveat[], period: Period): { readonly period: Period; readonly cell: Cell } | null => {
  const cuts = breaksOf(series, caveats).map((cut) => cut.before)
  const isYearly = periodKind(period) === 'year' || periodKind(period) === 'schoolYear'
  const isParted = (earlier: Period): boolean => cuts.some((cut) => comparePeriods(cut, earlier) > 0 && comparePeriods(cut, period) <= 0)
  for (let at = series.periods.indexOf(period) - 1; at >= 0; at--) {
    const earlier = series.periods[at] as Period
    if (series.missing[at] !== null || (!isYearly && earlier !== yearBefore(period))) continue
    return isParted(earlier) ? null : { period: earlier, cell: cellOf(series, at) }
  }
  return null
}
