// One series as paths on given scales: measured line, forecast, band, rings, dots, cut marks. Shared by all line drawings.
import { isForecast, isHollow } from './flag-words.ts'
import type { LineSeriesState } from './line-state.ts'
import { type Band, type Dot, bandPath, linePath } from './px.ts'
import { type Point, timeOf } from './runs.ts'
import type { BandStep, Stance } from './series.ts'

export type DrawnSeries = {
  readonly id: string
  readonly stance: Stance
  readonly solid: string
  readonly dashed: string
  readonly band: string
  readonly fan: readonly string[]
  readonly rings: readonly Dot[]
  readonly dots: readonly Dot[]
  /** where the line is interrupted by a break */
  readonly cuts: readonly Dot[]
}
type Scale = (at: number) => number
type Given = { readonly series: LineSeriesState; readonly toX: Scale; readonly toY: Scale; readonly marks: 'all' | 'none' }

/** „none“ leaves out rings, cut marks and the last dot; values that stand alone keep theirs, else they would vanish */
export const drawSeries = ({ series, toX, toY, marks }: Given): DrawnSeries => {
  const toDot = (point: Point): Dot => ({ x: toX(point.time), y: toY(point.value) })
  const toBand = (step: BandStep): Band => ({ x: toX(timeOf(step.period)), low: toY(step.low), high: toY(step.high) })
  const points = series.runs.flat()
  return {
    id: series.id,
    stance: series.stance,
    ...joinRuns(series.runs, toDot),
    band: bandPath(series.band.map(toBand)),
    fan: series.fan.map((blade) => bandPath(blade.steps.map(toBand))),
    rings: marks === 'all' ? points.filter((point) => isHollow(point.flags)).map(toDot) : [],
    dots: series.dots.filter((point) => marks === 'all' || point !== series.last).map(toDot),
    cuts: marks === 'all' ? series.cuts.map((cut) => ({ x: toX(cut.middle), y: toY(cut.level) })) : [],
  }
}

/** one path for all measured stretches, one for the forecast that goes on from the last measured value */
const joinRuns = (runs: readonly (readonly Point[])[], toDot: (point: Point) => Dot): { readonly solid: string; readonly dashed: string } => {
  let solid = ''
  let dashed = ''
  for (const run of runs) {
    const ahead = run.findIndex((point) => isForecast(point.flags))
    const measured = ahead < 0 ? run : run.slice(0, ahead)
    if (measured.length > 1) solid += linePath(measured.map(toDot))
    if (ahead >= 0) dashed += linePath(run.slice(Math.max(0, ahead - 1)).map(toDot))
  }
  return { solid, dashed }
}
