// Where bars stand on one paper: always from zero, value at the end of its bar, reason where there is no value.
import { scaleLinear } from 'd3-scale'
import type { Language } from '#kernel/language.ts'
import { isHollow, sayMissing } from './flag-words.ts'
import { type Quantity, sayShort } from './quantity-words.ts'
import { type NameRow, layNames } from './name-column.ts'
import type { Paper } from './paper.ts'
import type { Stance, Standing } from './series.ts'
import { textWidth } from './text-width.ts'

export type Mark = { readonly value: number; readonly name: string; readonly stance: Stance }
export type BarRow = {
  readonly id: string
  readonly stance: Stance
  readonly href: string | null
  readonly name: NameRow
  readonly bar: { readonly x: number; readonly width: number; readonly fill: 'full' | 'hollow' } | null
  readonly text: { readonly words: string; readonly x: number; readonly side: 'start' | 'end'; readonly kind: 'value' | 'reason' }
}
export type PlacedMark = { readonly x: number; readonly words: string; readonly textX: number; readonly side: 'start' | 'middle' | 'end'; readonly stance: Stance }
export type BarLayout = {
  readonly paper: Paper
  readonly height: number
  readonly zero: number
  readonly top: number
  readonly bottom: number
  readonly thickness: number
  readonly rows: readonly BarRow[]
  readonly mark: PlacedMark | null
}

type Given = { readonly bars: readonly Standing[]; readonly quantity: Quantity; readonly language: Language; readonly paper: Paper; readonly mark: Mark | null }

const rowHeight = { wide: 27, narrow: 27 } as const
const thickness = 17
const beside = 6

export const layBars = ({ bars, quantity, language, paper, mark }: Given): BarLayout => {
  const top = mark ? paper.lineHeight + 8 : 2
  const names = layNames({
    names: bars.map((bar) => ({ id: bar.code, name: bar.name, stance: bar.stance })),
    paper, widest: { wide: 230, narrow: 124 }, rowHeight: rowHeight[paper.name], top,
  })
  const words = new Map(bars.map((bar) => [bar.code, bar.value === null ? sayMissing(bar.missing, language) : sayShort({ quantity, value: bar.value, language })]))
  const values = [0, ...bars.flatMap((bar) => (bar.value === null ? [] : [bar.value])), ...(mark ? [mark.value] : [])]
  const room = (sign: 'plus' | 'minus'): number =>
    Math.max(0, ...bars.map((bar) => (bar.value !== null && (sign === 'plus' ? bar.value >= 0 : bar.value < 0) ? textWidth(words.get(bar.code) ?? '', paper.fontSize, 'bold') + beside : 0)))
  const left = names.width + 12 + room('minus')
  const right = paper.width - room('plus') - 1
  const toX = scaleLinear([Math.min(...values), Math.max(...values)], [left, right])
  const zero = toX(0)
  const rows = bars.map((bar): BarRow => {
    const name = names.rows.get(bar.code) ?? { id: bar.code, lines: [], height: 0, centre: 0 }
    const own = { id: bar.code, stance: bar.stance, href: bar.href ?? null, name }
    const said = words.get(bar.code) ?? ''
    if (bar.value === null) return { ...own, bar: null, text: { words: said, x: zero + beside, side: 'start', kind: 'reason' } }
    const end = toX(bar.value)
    return {
      ...own,
      bar: { x: Math.min(zero, end), width: Math.abs(end - zero), fill: isHollow(bar.flags) ? 'hollow' : 'full' },
      text: { words: said, x: bar.value < 0 ? end - beside : end + beside, side: bar.value < 0 ? 'end' : 'start', kind: 'value' },
    }
  })
  return {
    paper, height: names.bottom + 4, zero, top, bottom: names.bottom, thickness, rows,
    mark: mark && placeMark({ mark, x: toX(mark.value), quantity, language, paper }),
  }
}

type Placing = { readonly mark: Mark; readonly x: number; readonly quantity: Quantity; readonly language: Language; readonly paper: Paper }

/** a line through all rows with its name above, moved inside the paper where it would be cut */
export const placeMark = ({ mark, x, quantity, language, paper }: Placing): PlacedMark => {
  const words = `${mark.name} ${sayShort({ quantity, value: mark.value, language })}`
  const half = textWidth(words, paper.fontSize) / 2
  const side = x + half > paper.width ? 'end' : x - half < 0 ? 'start' : 'middle'
  return { x, words, textX: side === 'end' ? paper.width : side === 'start' ? 0 : x, side, stance: mark.stance }
}
