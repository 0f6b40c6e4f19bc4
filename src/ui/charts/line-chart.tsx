// A line chart over time: the region in green on top, names at the ends of lines, breaks that interrupt.
import { ChartFigure, ChartSvg, type FigureProps, type FigureWords } from './chart-figure.tsx'
import { type ChartTable, toCell } from './chart-table.tsx'
import { LineDrawing } from './line-drawing.tsx'
import { type Annotation, layLines } from './line-layout.ts'
import { isShort, lineNotes } from './line-notes.ts'
import { type LineState, toLineState } from './line-state.ts'
import { type Quantity, sayShort } from './quantity-words.ts'
import type { Paper } from './paper.ts'
import { sayPeriod } from './period-words.ts'
import { listPeriods } from './runs.ts'
import { toSentence } from './sentence.ts'
import { type ChartSeries, type ChartValue, toDrawingOrder } from './series.ts'
import { toValueAxis } from './value-axis.ts'
import type { Language } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import { speak } from '#kernel/speak.ts'

export type LineChartProps = FigureWords & {
  readonly quantity: Quantity
  readonly series: readonly ChartSeries[]
  readonly annotations?: readonly Annotation[]
}

export const LineChart = (props: LineChartProps) => <ChartFigure {...lineFigure(props)} />
export const lineFigure = (props: LineChartProps): FigureProps => {
  const { quantity, language } = props
  const say = speak(language)
  const state = toLineState(props.series)
  const axis = toValueAxis({ low: state.low, high: state.high, quantity, language, from: 'honest' })
  const desc = `${toSentence(props.subtitle)} ${describeEnds({ state, quantity, language })}`
  const draw = (paper: Paper) => {
    const layout = layLines({ state, quantity, language, paper, annotations: props.annotations ?? [], sayCut: (note) => (!isShort(note) ? say.ui_chart_cut_label() : say.ui_chart_cut_label_with({ note })) })
    return (
      <ChartSvg id={props.id} paper={paper} height={layout.height} title={props.heading} desc={desc} holds="picture">
        <LineDrawing layout={layout} />
      </ChartSvg>
    )
  }
  return {
    ...props,
    draw, desc,
    remarks: lineNotes({ series: state.series, axisStart: axis.start, language }),
    table: toTimeTable({ caption: props.subtitle, series: props.series, quantity, language }),
  }
}

/** „Последни стойности: Област Липова 4,0 % (2024 г.); …“ for whoever hears the chart */
export const describeEnds = ({ state, quantity, language }: { readonly state: LineState; readonly quantity: Quantity; readonly language: Language }): string => {
  const ends = state.series.filter((one) => one.isLabelled).toReversed().flatMap((one) =>
    one.last ? [`${one.name} ${sayShort({ quantity, value: one.last.value, language })} (${sayPeriod(one.last.period, language)})`] : [])
  return speak(language).ui_chart_desc_lines({ count: state.series.length, ends: ends.join('; ') })
}

type Tabled = { readonly caption: string; readonly series: readonly ChartSeries[]; readonly quantity: Quantity; readonly language: Language }

/** periods down, newest first; series across, the region first; a period that a series does not have is said to be not served */
export const toTimeTable = ({ caption, series, quantity, language }: Tabled): ChartTable => {
  const ordered = toDrawingOrder(series.toReversed()).toReversed()
  const byPeriod = ordered.map((one) => new Map<Period, ChartValue>(one.points.map((point) => [point.period, point])))
  return {
    caption,
    head: [{ name: speak(language).ui_chart_period(), kind: 'text' }, ...ordered.map((one) => ({ name: one.name, kind: 'number' as const, ...(one.stance === 'region' ? { stance: 'region' as const } : {}) }))],
    rows: listPeriods(series).toReversed().map((period) => ({
      name: sayPeriod(period, language),
      cells: byPeriod.map((points) => toCell({ quantity, value: points.get(period) ?? { value: null, flags: '', missing: 'notServed' }, language })),
    })),
  }
}
