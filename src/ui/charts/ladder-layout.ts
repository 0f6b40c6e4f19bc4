// Where the rungs of a rank ladder stand: place, name, dot with interval, value; those without a place below.
import { scaleLinear } from 'd3-scale'
import type { Language } from '#kernel/language.ts'
import { type Mark, type PlacedMark, placeMark } from './bar-layout.ts'
import { isHollow, sayMissing } from './flag-words.ts'
import { type Quantity, sayShort } from './quantity-words.ts'
import { type NameRow, layNames } from './name-column.ts'
import type { Paper } from './paper.ts'
import type { Ranking } from './ranking.ts'
import type { Stance, Standing } from './series.ts'
import { textWidth } from './text-width.ts'
import { toValueAxis } from './value-axis.ts'

export type Rung = {
  readonly id: string
  readonly stance: Stance
  readonly href: string | null
  readonly place: string
  readonly name: NameRow
  readonly dot: { readonly x: number; readonly fill: 'full' | 'hollow' } | null
  readonly interval: { readonly from: number; readonly to: number } | null
  readonly words: string
  readonly kind: 'value' | 'reason'
}
export type LadderLayout = {
  readonly paper: Paper
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly placeEnd: number
  /** under the last ranked row: the mark of the country ends here */
  readonly ranksEnd: number
  readonly nameStart: number
  readonly grid: readonly { readonly x: number; readonly label: string }[]
  readonly rungs: readonly Rung[]
  readonly mark: PlacedMark | null
}

type Given = { readonly ranking: Ranking; readonly quantity: Quantity; readonly language: Language; readonly paper: Paper; readonly mark: Mark | null }

const rowHeight = 22

export const layLadder = ({ ranking, quantity, language, paper, mark }: Given): LadderLayout => {
  const top = mark ? paper.lineHeight + 8 : 2
  const all: { readonly standing: Standing; readonly place: string }[] = [
    ...ranking.ranked.map((one) => ({ standing: one.standing, place: one.tied > 1 ? `${one.place}=` : String(one.place) })),
    ...ranking.leftOut.map((one) => ({ standing: one.standing, place: '–' })),
  ]
  const firstLeftOut = ranking.leftOut[0]?.standing.code
  const names = layNames({
    names: all.map(({ standing }) => ({ id: standing.code, name: standing.name, stance: standing.stance })),
    paper, widest: { wide: 190, narrow: 118 }, rowHeight, top,
    gapBefore: new Set(firstLeftOut === undefined || ranking.ranked.length === 0 ? [] : [firstLeftOut]),
  })
  const placeEnd = textWidth('28=', paper.fontSize, 'bold')
  const nameStart = placeEnd + 8
  const words = new Map(all.map(({ standing }) => [standing.code, wordOf(standing, quantity, language)]))
  const valueRoom = Math.max(0, ...all.map(({ standing }) => (standing.value === null ? 0 : textWidth(words.get(standing.code) ?? '', paper.fontSize, 'bold'))))
  const left = nameStart + names.width + 16
  const right = paper.width - valueRoom - 14
  const values = all.flatMap(({ standing }) => [...(standing.value === null ? [] : [standing.value]), ...(standing.interval ? [standing.interval.low, standing.interval.high] : [])])
  if (mark) values.push(mark.value)
  const axisOf = (most: 3 | 5) => toValueAxis({ low: Math.min(...values), high: Math.max(...values), quantity, language, from: 'honest', most })
  const full = axisOf(5)
  // Six figures a tick do not fit five times into a phone's ladder.
  const widest = Math.max(0, ...full.ticks.map((tick) => textWidth(tick.label, paper.fontSize, 'regular')))
  const axis = widest + 10 > (right - left) / Math.max(1, full.ticks.length - 1) ? axisOf(3) : full
  const toX = scaleLinear([axis.low, axis.high], [left, right])
  return {
    paper, height: names.bottom + paper.lineHeight + 8, top, bottom: names.bottom, left, right, placeEnd, nameStart,
    grid: values.length === 0 ? [] : axis.ticks.map((tick) => ({ x: toX(tick.value), label: tick.label })),
    rungs: all.map(({ standing, place }): Rung => ({
      id: standing.code,
      stance: standing.stance,
      href: standing.href ?? null,
      place,
      name: names.rows.get(standing.code) ?? { id: standing.code, lines: [], height: 0, centre: 0 },
      dot: standing.value === null ? null : { x: toX(standing.value), fill: isHollow(standing.flags) ? 'hollow' : 'full' },
      interval: standing.interval ? { from: toX(standing.interval.low), to: toX(standing.interval.high) } : null,
      words: words.get(standing.code) ?? '',
      kind: standing.value === null ? 'reason' : 'value',
    })),
    ranksEnd: Math.max(top, ...ranking.ranked.map(({ standing }) => rowEnd(names.rows.get(standing.code)))),
    mark: mark && placeMark({ mark, x: toX(mark.value), quantity, language, paper }),
  }
}

const rowEnd = (row: NameRow | undefined): number => (row ? row.centre + row.height / 2 : 0)

const wordOf = (standing: Standing, quantity: Quantity, language: Language): string =>
  standing.value === null ? sayMissing(standing.missing, language) : sayShort({ quantity, value: standing.value, language })
