// Names and last values beside the ends of lines, moved apart until none touches another. No legend is needed then.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { isForecast } from './flag-words.ts'
import type { LineSeriesState, LineState } from './line-state.ts'
import { type Quantity, sayShort } from './quantity-words.ts'
import type { Paper } from './paper.ts'
import type { Dot } from './px.ts'
import { type Point, timeOf } from './runs.ts'
import type { Stance } from './series.ts'
import { spreadLabels } from './spread-labels.ts'
import { type Weight, textWidth } from './text-width.ts'
import { wrapText } from './wrap-text.ts'

export type EndLabel = {
  readonly id: string
  readonly stance: Stance
  readonly lines: readonly string[]
  readonly x: number
  readonly side: 'start' | 'end'
  /** baseline of the first line */
  readonly y: number
  /** a hairline from the end of the line to a label that had to move, or null */
  readonly leader: readonly [Dot, Dot] | null
}

const widest = { wide: 176, narrow: 104 } as const
const gap = 3

type Worded = { readonly state: LineState; readonly quantity: Quantity; readonly language: Language; readonly paper: Paper }

const weightOf = (stance: Stance): Weight => (stance === 'region' ? 'bold' : 'regular')

const wordLabel = (one: LineSeriesState, { quantity, language, paper }: Omit<Worded, 'state'>): readonly string[] => {
  if (one.tip === null) return []
  const value = sayShort({ quantity, value: one.tip.value, language })
  const said = isForecast(one.tip.flags) ? speak(language).ui_chart_label_forecast({ value }) : value
  return wrapText({ text: `${one.name} ${said}`, width: widest[paper.name], fontSize: paper.fontSize, weight: weightOf(one.stance) })
}

/** On a phone a single line gives its label's margin to the plot: the label stands over the end of the line. */
const standsAbove = (state: LineState, paper: Paper): boolean => paper.name === 'narrow' && state.series.filter((one) => one.isLabelled).length === 1 && state.series.length === 1 && state.series.every((one) => one.fan.length === 0)

/** the width to keep free at the right of the plot */
export const roomForLabels = ({ state, quantity, language, paper }: Worded): number => {
  if (standsAbove(state, paper)) return 0
  const widths = [
    ...state.series.filter((one) => one.isLabelled).flatMap((one) => wordLabel(one, { quantity, language, paper }).map((line) => textWidth(line, paper.fontSize, weightOf(one.stance)))),
    ...edgesOf(state, { quantity, language }).map((edge) => textWidth(edge.words, paper.fontSize, 'regular')),
  ]
  // what the table of widths cannot know: pairs that stand wider than their parts, above all in heavy type
  return Math.ceil(Math.max(0, ...widths) * 1.04)
}

/** Both ends of each blade of a fan, with the value there: what is likely is read without a legend. */
const edgesOf = (state: LineState, { quantity, language }: Pick<Worded, 'quantity' | 'language'>) =>
  state.series.flatMap((one) => one.fan.flatMap((blade) => {
    const end = blade.steps.at(-1)
    return end === undefined ? [] : (['high', 'low'] as const).map((edge) =>
      ({ id: `${one.id} ${blade.words} ${edge}`, words: `${blade.words}: ${sayShort({ quantity, value: end[edge], language })}`, point: { period: end.period, time: timeOf(end.period), value: end[edge], flags: '' } }))
  }))

type Given = Worded & { readonly toDot: (point: Point) => Dot; readonly x: number; readonly top: number; readonly bottom: number }

export const layEndLabels = ({ state, quantity, language, paper, toDot, x, top, bottom }: Given): readonly EndLabel[] => {
  const worded = state.series.flatMap((one) =>
    one.isLabelled && one.tip ? [{ one, lines: wordLabel(one, { quantity, language, paper }), end: toDot(one.tip) }] : [],
  )
  if (standsAbove(state, paper)) return worded.map(({ one }) => layAbove({ one, toDot, quantity, language, paper, x, top, bottom }))
  const edges = edgesOf(state, { quantity, language }).map((edge) => ({ ...edge, end: toDot(edge.point) }))
  const centres = spreadLabels(
    [...worded.map(({ one, lines, end }) => ({ id: one.id, wanted: end.y, size: lines.length * paper.lineHeight + gap })), ...edges.map(({ id, end }) => ({ id, wanted: end.y, size: paper.lineHeight + gap }))],
    { low: top - paper.lineHeight * 0.3, high: bottom + paper.lineHeight * 0.5 },
  )
  const fan = edges.map(({ id, words, end }): EndLabel => {
    const centre = centres.get(id) ?? end.y, hasMoved = Math.abs(centre - end.y) > paper.lineHeight * 0.6
    return { id, stance: 'other', lines: [words], x, side: 'start', y: centre + paper.fontSize * 0.34, leader: hasMoved ? [{ x: end.x + 2, y: end.y }, { x: x - 3, y: centre }] : null }
  })
  const named = worded.map(({ one, lines, end }): EndLabel => {
    const centre = centres.get(one.id) ?? end.y
    const hasMoved = Math.abs(centre - end.y) > paper.lineHeight * 0.6 || x - end.x > 24
    return {
      id: one.id,
      stance: one.stance,
      lines,
      x,
      side: 'start',
      y: centre - ((lines.length - 1) * paper.lineHeight) / 2 + paper.fontSize * 0.34,
      leader: hasMoved ? [{ x: end.x + 5, y: end.y }, { x: x - 3, y: centre }] : null,
    }
  })
  return [...fan, ...named]
}

type Above = Omit<Given, 'state'> & { readonly one: LineSeriesState }

/** clear of the line over the label's whole width: above it, or below where that leaves the plot */
const layAbove = ({ one, toDot, quantity, language, paper, x, top, bottom }: Above): EndLabel => {
  const lines = [wordLabel(one, { quantity, language, paper }).join(' ')]
  const width = textWidth(lines[0] ?? '', paper.fontSize, weightOf(one.stance))
  const dots = one.runs.flat().map(toDot)
  const near = [...dots.filter((dot) => dot.x >= x - width - 8), ...dots.slice(-1)].map((dot) => dot.y)
  const above = Math.min(...near) - 9
  const below = Math.max(...near) + paper.fontSize + 5
  const end = dots.at(-1)?.y ?? bottom
  const fitsAbove = above - paper.fontSize * 0.7 >= top - 4
  const fitsBelow = below <= bottom - 3
  const y = fitsBelow && (!fitsAbove || below - end < end - above) ? below : above
  return { id: one.id, stance: one.stance, lines, x, side: 'end', y, leader: null }
}
