// Where the parts of a line chart stand on one paper. Values come in, pixels go out; no words are made here.
import type { Language } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import { scaleLinear } from 'd3-scale'
import { type DrawnSeries, drawSeries } from './drawn-series.ts'
import { type EndLabel, layEndLabels, roomForLabels } from './end-labels.ts'
import type { LineState } from './line-state.ts'
import type { Quantity } from './quantity-words.ts'
import { type PlacedNote, layNotes, noteHeight } from './notes-above.ts'
import type { Paper } from './paper.ts'
import type { Dot } from './px.ts'
import { type Point, timeOf } from './runs.ts'
import { textWidth } from './text-width.ts'
import { type TimeTick, toTimeAxis, yearLabel } from './time-axis.ts'
import { toValueAxis } from './value-axis.ts'

export type Plot = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
export type LineLayout = {
  readonly paper: Paper
  readonly height: number
  readonly plot: Plot
  readonly grid: readonly { readonly y: number; readonly label: string; readonly isZero: boolean }[]
  readonly ticks: readonly TimeTick[]
  readonly marks: readonly number[]
  readonly series: readonly DrawnSeries[]
  readonly labels: readonly EndLabel[]
  readonly notes: readonly PlacedNote[]
}

export type Annotation = { readonly period: Period; readonly text: string }
type Given = {
  readonly state: LineState
  readonly quantity: Quantity
  readonly language: Language
  readonly paper: Paper
  readonly annotations: readonly Annotation[]
  /** the words on a break's mark */
  readonly sayCut: (note: string | null) => string
}

const isWithin = (period: Period, periods: readonly Period[]): boolean => {
  const first = periods[0]
  const last = periods.at(-1)
  return first !== undefined && last !== undefined && timeOf(period) >= timeOf(first) && timeOf(period) <= timeOf(last)
}
const drawingHeight = { wide: 300, narrow: 250 } as const
const gapBeside = 8

export const layLines = ({ state, quantity, language, paper, annotations, sayCut }: Given): LineLayout => {
  const axis = toValueAxis({ low: state.low, high: state.high, quantity, language, from: 'honest' })
  const left = Math.max(...axis.ticks.map((tick) => textWidth(tick.label, paper.fontSize)), 0) + gapBeside
  const lastPeriod = state.periods.at(-1)
  const lastYear = lastPeriod === undefined ? '2024' : yearLabel(lastPeriod)
  const room = roomForLabels({ state, quantity, language, paper })
  // without labels beside it the plot still needs half the last year's label
  const right = paper.width - (room > 0 ? room + gapBeside + 4 : textWidth(lastYear, paper.fontSize) / 2 + 2)
  const time = toTimeAxis({ periods: state.periods, left: left + 6, right, fontSize: paper.fontSize })
  const wishes = [
    // what happened before the first value or after the last has no place on this axis; it is said under the chart
    ...annotations.filter((note) => isWithin(note.period, state.periods)).map((note) => ({ x: time.toX(timeOf(note.period)), text: note.text, kind: 'annotation' as const })),
    ...state.mainCuts.map((cut) => ({ x: time.toX(cut.middle), text: sayCut(cut.note), kind: 'cut' as const })),
  ]
  const above = layNotes({ wishes, paper, left, right: paper.width })
  const top = 10 + noteHeight(above, paper)
  const bottom = top + drawingHeight[paper.name]
  const toY = scaleLinear([axis.low, axis.high], [bottom, top])
  const toDot = (point: Point): Dot => ({ x: time.toX(point.time), y: toY(point.value) })
  const main = state.series.find((one) => one.stance === 'region') ?? state.series.at(-1)
  const yOfMain = (x: number): number => {
    const near = main?.runs.flat().reduce<Point | null>((best, point) => (best === null || Math.abs(time.toX(point.time) - x) < Math.abs(time.toX(best.time) - x) ? point : best), null)
    return near ? toY(near.value) : bottom
  }
  return {
    paper,
    height: bottom + paper.lineHeight * time.rows + 12,
    plot: { left, right, top, bottom },
    grid: axis.ticks.map((tick) => ({ y: toY(tick.value), label: tick.label, isZero: tick.value === 0 })),
    ticks: time.ticks,
    marks: time.marks,
    series: state.series.map((series) => drawSeries({ series, toX: time.toX, toY, marks: series.isLabelled ? 'all' : 'none' })),
    labels: layEndLabels({ state, quantity, language, paper, toDot, x: room > 0 ? right + gapBeside + 4 : right + 4, top, bottom }),
    notes: above.map((note) => ({ ...note, y: top - 8 - note.row * noteStep(paper), to: note.kind === 'cut' ? bottom : Math.max(top, yOfMain(note.x) - 8) })),
  }
}
const noteStep = (paper: Paper): number => paper.lineHeight
