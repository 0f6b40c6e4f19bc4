// Cuts a series into what may be joined by a line and what may be compared. Not about pixels.
import type { Observation } from '#kernel/observation.ts'
import { type Period, periodKind } from '#kernel/period.ts'
import { isBreak, isForecast, isOtherDefinition } from './flag-words.ts'
import { partOf } from './period-words.ts'
import type { SeriesBreak } from './series.ts'

export type Point = { readonly period: Period; readonly value: number; readonly flags: string; readonly time: number }
/** The middle of a period in years: 2024 → 2024.5, 2025-Q1 → 2025.125. Enough for an axis, no calendar needed. */
export const timeOf = (period: Period): number => {
  if (period.length === 4) return Number(period) + 0.5
  const year = Number(period.slice(0, 4))
  const part = partOf(period)
  switch (periodKind(period)) {
    case 'year': return year + 0.5
    case 'schoolYear': return year + 1.2
    case 'half': return year + (part - 0.5) / 2
    case 'quarter': return year + (part - 0.5) / 4
    case 'month': return year + (part - 0.5) / 12
    case 'week': return year + (part - 0.5) / 52.2
  }
}

/** why a line is cut before a period */
export type Cut = { readonly before: Period; readonly time: number; readonly why: 'break' | 'definition' | 'given'; readonly note: string | null }

export type SeriesState = {
  /** values joined by a line: no missing one between, no cut */
  readonly runs: readonly (readonly Point[])[]
  /** values that may be compared: gaps allowed, no cut between */
  readonly comparable: readonly (readonly Point[])[]
  readonly cuts: readonly Cut[]
}

type Given = { readonly points: readonly Observation[]; readonly breaks?: readonly SeriesBreak[] }

/** „b“ cuts before its value, also when that value is missing. „d“ cuts where it begins and where it ends.
 *  A period that the source skips once is a gap; a series served every second year has none. */
export const toSeriesState = ({ points, breaks = [] }: Given): SeriesState => {
  const times = points.map((point) => timeOf(point.period))
  const step = usualStep(times)
  const runs: Point[][] = []
  const comparable: Point[][] = []
  const cuts: Cut[] = []
  let joined: Point[] | null = null
  let compared: Point[] | null = null
  let lastValueTime = Number.NaN
  let otherDefinition: boolean | null = null
  points.forEach((point, at) => {
    const time = times[at] ?? 0
    // most points carry no flag and no break is given: nothing to look for
    const mayCut = point.flags !== '' || otherDefinition === true || breaks.length > 0
    const cut = mayCut ? findCut({ point, time, after: times[at - 1] ?? Number.NEGATIVE_INFINITY, breaks, otherDefinition }) : null
    if (cut) {
      // before the first value there is nothing to cut off; two marks without a value between them are one cut
      if (compared) cuts.push(cut)
      joined = null
      compared = null
    }
    if (point.missing !== null) {
      joined = null
      return
    }
    otherDefinition = isOtherDefinition(point.flags)
    if (time - lastValueTime > step * 1.5) joined = null
    lastValueTime = time
    const kept: Point = { period: point.period, value: point.value, flags: point.flags, time }
    if (joined) joined.push(kept)
    else runs.push((joined = [kept]))
    if (compared) compared.push(kept)
    else comparable.push((compared = [kept]))
  })
  return { runs, comparable, cuts: cuts.filter((cut) => cut.time <= lastValueTime) }
}

type Asked = { readonly point: Observation; readonly time: number; readonly after: number; readonly breaks: readonly SeriesBreak[]; readonly otherDefinition: boolean | null }

const findCut = ({ point, time, after, breaks, otherDefinition }: Asked): Cut | null => {
  const given = breaks.find((one) => timeOf(one.before) > after && timeOf(one.before) <= time)
  if (given) return { before: given.before, time, why: 'given', note: given.note ?? null }
  if (isBreak(point.flags)) return { before: point.period, time, why: 'break', note: null }
  if (point.missing === null && otherDefinition !== null && isOtherDefinition(point.flags) !== otherDefinition)
    return { before: point.period, time, why: 'definition', note: null }
  return null
}

const usualStep = (times: readonly number[]): number => {
  let least = Number.POSITIVE_INFINITY
  for (let at = 1; at < times.length; at++) least = Math.min(least, (times[at] ?? 0) - (times[at - 1] ?? 0))
  return least
}

/** the last stretch that may be compared, forecasts left out */
export const lastComparable = (state: SeriesState): readonly Point[] =>
  (state.comparable.findLast((run) => run.some((point) => !isForecast(point.flags))) ?? []).filter((point) => !isForecast(point.flags))

/** every period of all series once, oldest first */
export const listPeriods = (many: readonly { readonly points: readonly Observation[] }[]): readonly Period[] => {
  const times = new Map<Period, number>()
  for (const one of many) for (const point of one.points) if (!times.has(point.period)) times.set(point.period, timeOf(point.period))
  return [...times].sort((a, b) => a[1] - b[1]).map(([period]) => period)
}
