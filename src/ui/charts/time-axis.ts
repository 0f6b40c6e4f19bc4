// The axis of time: where a period stands and which periods are written out. Years, and parts of years below them.
import { scaleLinear } from 'd3-scale'
import { type Period, type PeriodKind, periodKind, yearOf } from '#kernel/period.ts'
import { partOf, romanOf } from './period-words.ts'
import { timeOf } from './runs.ts'
import { textWidth } from './text-width.ts'

export type TimeTick = { readonly x: number; readonly label: string; readonly row: 0 | 1 }
export type TimeAxis = { readonly toX: (time: number) => number; readonly ticks: readonly TimeTick[]; readonly marks: readonly number[]; readonly rows: 1 | 2 }
type Given = {
  readonly periods: readonly Period[]
  readonly left: number
  readonly right: number
  readonly fontSize: number
}

const stepsOfYears = [1, 2, 5, 10, 20, 50]
const apart = 8

export const toTimeAxis = ({ periods, left, right, fontSize }: Given): TimeAxis => {
  const first = periods[0]
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return { toX: () => left, ticks: [], marks: [], rows: 1 }
  const toX = first === last ? () => (left + right) / 2 : scaleLinear([timeOf(first), timeOf(last)], [left, right])
  const kind = periodKind(first)
  if (kind === 'year' || kind === 'schoolYear') {
    const ticks = yearTicks({ periods, toX, fontSize, choice: 'all' })
    return { toX, ticks, marks: ticks.map((tick) => tick.x), rows: 1 }
  }
  const parts = partTicks({ periods, toX, kind, fontSize })
  const years = spanTicks({ periods, toX, fontSize, row: parts ? 1 : 0 })
  return { toX, ticks: [...(parts ?? []), ...years.ticks], marks: parts ? parts.map((tick) => tick.x) : years.marks, rows: parts ? 2 : 1 }
}

type Laying = { readonly periods: readonly Period[]; readonly toX: (time: number) => number; readonly fontSize: number }

/** The last and the first year always; round years between where there is room, unless only the ends are wanted. */
export const yearTicks = ({ periods, toX, fontSize, choice }: Laying & { readonly choice: 'all' | 'ends' }): readonly TimeTick[] => {
  const all = periods.map((period): TimeTick & { readonly year: number } => ({ x: toX(timeOf(period)), label: yearLabel(period), row: 0, year: yearOf(period) }))
  const first = all[0]
  const last = all.at(-1)
  if (!first || !last) return []
  const wanted = choice === 'ends' ? [last, first] : [last, first, ...roundYears({ all, room: Math.abs(last.x - first.x) / (last.year - first.year || 1), fontSize })]
  const kept: TimeTick[] = []
  for (const tick of wanted) if (kept.every((other) => isApart(tick, other, fontSize))) kept.push({ x: tick.x, label: tick.label, row: 0 })
  return kept.sort((a, b) => a.x - b.x)
}
type Years<T> = { readonly all: readonly T[]; readonly room: number; readonly fontSize: number }
const roundYears = <T extends { readonly year: number }>({ all, room, fontSize }: Years<T>): readonly T[] => {
  const needed = textWidth('0000', fontSize) + apart * 2
  const step = stepsOfYears.find((years) => years * room >= needed) ?? 100
  return all.filter((one) => one.year % step === 0)
}
/** „2024“, „2014/15“ */
export const yearLabel = (period: Period): string => (periodKind(period) === 'schoolYear' ? `${period.slice(0, 5)}${period.slice(7)}` : period.slice(0, 4))
const isApart = (a: TimeTick, b: TimeTick, fontSize: number): boolean =>
  Math.abs(a.x - b.x) >= (textWidth(a.label, fontSize) + textWidth(b.label, fontSize)) / 2 + apart

/** I II III IV under each period, when all of them fit. */
const partTicks = ({ periods, toX, kind, fontSize }: Laying & { readonly kind: PeriodKind }): readonly TimeTick[] | null => {
  if (kind === 'week') return null
  const ticks = periods.map((period): TimeTick => ({ x: toX(timeOf(period)), label: kind === 'month' ? String(partOf(period)) : romanOf(partOf(period)), row: 0 }))
  return ticks.every((tick, at) => at === 0 || isApart(tick, ticks[at - 1] ?? tick, fontSize)) ? ticks : null
}

/** A year stands in the middle of its periods; its mark at its beginning. */
const spanTicks = ({ periods, toX, fontSize, row }: Laying & { readonly row: 0 | 1 }): { readonly ticks: readonly TimeTick[]; readonly marks: readonly number[] } => {
  const years = new Map<number, { from: number; to: number }>()
  for (const period of periods) {
    const x = toX(timeOf(period))
    const span = years.get(yearOf(period))
    if (span) span.to = x
    else years.set(yearOf(period), { from: x, to: x })
  }
  const ticks: TimeTick[] = []
  const all = [...years].map(([year, { from, to }]): TimeTick => ({ x: (from + to) / 2, label: String(year), row }))
  for (const tick of [...all].reverse()) if (ticks.every((other) => isApart(tick, other, fontSize))) ticks.unshift(tick)
  return { ticks, marks: [...years.values()].map(({ from }) => from) }
}
