// Many small line charts on one scale: where each panel stands and what it draws. Same axes for all, so that they compare.
import { scaleLinear } from 'd3-scale'
import type { Language } from '#kernel/language.ts'
import { type DrawnSeries, drawSeries } from './drawn-series.ts'
import type { MultiplesState } from './multiples-state.ts'
import { type Quantity, sayShort } from './quantity-words.ts'
import type { Paper } from './paper.ts'
import { yearTicks } from './time-axis.ts'
import { timeOf } from './runs.ts'
import type { Stance } from './series.ts'
import { textWidth } from './text-width.ts'
import { toValueAxis } from './value-axis.ts'
import { wrapText } from './wrap-text.ts'

export type PlacedPanel = {
  readonly id: string
  readonly href: string | null
  readonly stance: Stance
  readonly title: string
  readonly value: string
  readonly left: number
  readonly right: number
  readonly titleY: number
  readonly top: number
  readonly bottom: number
  readonly series: readonly DrawnSeries[]
  /** y of grid lines; their labels stand only in the first column */
  readonly grid: readonly { readonly y: number; readonly label: string | null; readonly isZero: boolean }[]
  readonly ticks: readonly { readonly x: number; readonly label: string; readonly side: 'start' | 'end' | 'middle' }[]
}
export type MultiplesLayout = { readonly paper: Paper; readonly height: number; readonly panels: readonly PlacedPanel[]; readonly start: 'zero' | 'elsewhere' }

type Given = { readonly state: MultiplesState; readonly quantity: Quantity; readonly language: Language; readonly paper: Paper }

const panelHeight = { wide: 84, narrow: 80 } as const
const gapBetween = 16

export const layMultiples = ({ state, quantity, language, paper }: Given): MultiplesLayout => {
  const { panels, periods } = state
  const columns = paper.name === 'narrow' ? 2 : panels.length > 6 ? 4 : Math.max(2, Math.min(3, panels.length))
  const axis = toValueAxis({ low: state.low, high: state.high, quantity, language, from: 'honest', most: 3 })
  const axisRoom = Math.max(...axis.ticks.map((tick) => textWidth(tick.label, paper.fontSize))) + 8
  const width = (paper.width - axisRoom - gapBetween * (columns - 1)) / columns
  const step = paper.lineHeight + 8 + panelHeight[paper.name] + 30
  const times = periods.map(timeOf)
  const first = times[0] ?? 0
  const last = times.at(-1) ?? first
  const placed = panels.map(({ panel, own, beside }, at): PlacedPanel => {
    const column = at % columns
    const row = Math.floor(at / columns)
    const left = axisRoom + column * (width + gapBetween)
    const right = left + width
    const top = row * step + paper.lineHeight + 8
    const bottom = top + panelHeight[paper.name]
    const toX = scaleLinear(first === last ? [first - 1, first + 1] : [first, last], [left + 3, right - 5])
    const toY = scaleLinear([axis.low, axis.high], [bottom, top])
    const value = own?.last ? sayShort({ quantity, value: own.last.value, language }) : ''
    const stance = panel.own.stance
    const weight = stance === 'region' ? 'bold' : 'regular'
    const isLastRow = at + columns >= panels.length
    return {
      id: panel.id,
      href: panel.href ?? null,
      stance,
      title: wrapText({ text: panel.title, width: width - textWidth(value, paper.fontSize, weight) - 8, fontSize: paper.fontSize, weight, lines: 1 })[0] ?? '',
      value, left, right, titleY: top - 10, top, bottom,
      series: [
        ...beside.map((series) => drawSeries({ series: { ...series, stance: 'other' }, toX, toY, marks: 'none' })),
        ...(own ? [drawSeries({ series: { ...own, stance: stance === 'other' ? 'country' : stance }, toX, toY, marks: 'all' })] : []),
      ],
      grid: axis.ticks.map((tick) => ({ y: toY(tick.value), label: column === 0 ? tick.label : null, isZero: tick.value === 0 })),
      ticks: isLastRow ? yearTicks({ periods, toX, fontSize: paper.fontSize, choice: 'ends' }).map((tick, index, all) => ({ x: all.length === 1 ? tick.x : index === 0 ? left : right, label: tick.label, side: all.length === 1 ? 'middle' : index === 0 ? 'start' : 'end' })) : [],
    }
  })
  const rows = Math.ceil(panels.length / columns)
  return { paper, height: rows * step - 30 + paper.lineHeight + 8, panels: placed, start: axis.start }
}
