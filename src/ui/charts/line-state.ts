// What a line chart knows before it has a size: which stretches are drawn, what is labelled, how far values reach.
import type { Period } from '#kernel/period.ts'
import { isForecast, isHollow } from './flag-words.ts'
import { type Cut, type Point, listPeriods, timeOf, toSeriesState } from './runs.ts'
import { type BandStep, type ChartSeries, type FanBlade, type Stance, toDrawingOrder } from './series.ts'

export type LineSeriesState = {
  readonly id: string
  readonly name: string
  readonly stance: Stance
  readonly isLabelled: boolean
  readonly runs: readonly (readonly Point[])[]
  readonly band: readonly BandStep[]
  readonly fan: readonly FanBlade[]
  /** the last measured value: it gets the dot */
  readonly last: Point | null
  /** where the drawn line ends, a forecast included: it gets the label */
  readonly tip: Point | null
  /** full dots: the last value, and values that stand alone between gaps */
  readonly dots: readonly Point[]
  readonly cuts: readonly PlacedCut[]
}
/** in the middle between the values it parts, in time and in height */
export type PlacedCut = Cut & { readonly middle: number; readonly level: number }
export type LineState = {
  readonly series: readonly LineSeriesState[]
  readonly periods: readonly Period[]
  readonly low: number
  readonly high: number
  /** breaks that the whole drawing is marked with: those of the region, or of the only series */
  readonly mainCuts: readonly PlacedCut[]
}

/** more lines than these and the grey ones stay unnamed in the drawing; the table names them */
const mostNamed = 6

export const toLineState = (given: readonly ChartSeries[]): LineState => {
  const periods = listPeriods(given)
  const namesAll = given.length <= mostNamed
  const series = toDrawingOrder(given).map((one) => toState(one, one.stance !== 'other' || namesAll ? 'labelled' : 'bare'))
  const values = series.flatMap((one) => [...one.runs.flat().map((point) => point.value), ...[...one.band, ...one.fan.flatMap((blade) => blade.steps)].flatMap((step) => [step.low, step.high])])
  const main = series.find((one) => one.stance === 'region') ?? (series.length === 1 ? series[0] : undefined)
  return {
    series,
    periods,
    low: values.length > 0 ? Math.min(...values) : 0,
    high: values.length > 0 ? Math.max(...values) : 1,
    mainCuts: main?.cuts ?? [],
  }
}

const toState = (one: ChartSeries, naming: 'labelled' | 'bare'): LineSeriesState => {
  const { runs, cuts } = toSeriesState(one)
  const points = runs.flat()
  const last = points.findLast((point) => !isForecast(point.flags)) ?? points.at(-1) ?? null
  const alone = runs.filter((run) => run.length === 1).flat()
  const isLabelled = naming === 'labelled' && last !== null
  const dots = [...new Set([...alone, ...(isLabelled && last ? [last] : [])])].filter((point) => !isHollow(point.flags) || !isLabelled)
  return { id: one.id, name: one.name, stance: one.stance, isLabelled, runs, band: one.band ?? [], fan: one.fan ?? [], last, tip: points.at(-1) ?? null, dots, cuts: cuts.map((cut) => placeCut(cut, points)) }
}

const placeCut = (cut: Cut, points: readonly Point[]): PlacedCut => {
  const after = points.find((point) => point.time >= cut.time)
  const before = points.findLast((point) => point.time < cut.time)
  const at = timeOf(cut.before)
  const from = before ?? after
  const to = after ?? before
  return { ...cut, middle: ((from?.time ?? at) + (to?.time ?? at)) / 2, level: ((from?.value ?? 0) + (to?.value ?? 0)) / 2 }
}
