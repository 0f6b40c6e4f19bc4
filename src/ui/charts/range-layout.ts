// Where one's own dot stands against the spread of the peers: extremes, middle half, median. One scale for all rows, or each its own.
import { scaleLinear } from 'd3-scale'
import type { Language } from '#kernel/language.ts'
import { isHollow, sayMissing } from './flag-words.ts'
import { type Quantity, sayShort } from './quantity-words.ts'
import { type NameRow, layNames } from './name-column.ts'
import type { Paper } from './paper.ts'
import type { ChartValue, Spread } from './series.ts'
import { textWidth } from './text-width.ts'
import { toValueAxis } from './value-axis.ts'

export type RangeRow = {
  readonly id: string
  readonly label: string
  readonly quantity: Quantity
  readonly own: ChartValue
  readonly spread: Spread | null
  readonly href?: string
}
export type PlacedText = { readonly words: string; readonly x: number; readonly y: number; readonly side: 'start' | 'middle' | 'end'; readonly kind: 'own' | 'end' | 'reason' }
export type PlacedRange = {
  readonly id: string
  readonly href: string | null
  readonly name: NameRow
  readonly y: number
  readonly whole: { readonly from: number; readonly to: number } | null
  readonly middle: { readonly from: number; readonly to: number } | null
  readonly median: number | null
  readonly dot: { readonly x: number; readonly fill: 'full' | 'hollow' } | null
  readonly texts: readonly PlacedText[]
}
export type RangeLayout = {
  readonly paper: Paper
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly grid: readonly { readonly x: number; readonly label: string }[]
  readonly rows: readonly PlacedRange[]
}

type Given = { readonly rows: readonly RangeRow[]; readonly scale: 'shared' | 'own'; readonly language: Language; readonly paper: Paper; readonly tooFew: string }

const rowHeight = { wide: 58, narrow: 58 } as const

/** On a phone the name stands above its row, so that the whole width is left for the drawing. */
export const layRanges = ({ rows, scale, language, paper, tooFew }: Given): RangeLayout => {
  const isNarrow = paper.name === 'narrow'
  const names = layNames({
    names: rows.map((row) => ({ id: row.id, name: row.label, stance: 'country' as const })),
    paper, widest: { wide: 210, narrow: paper.width }, rowHeight: rowHeight[paper.name] + (isNarrow ? paper.lineHeight : 0), top: 0,
  })
  const left = isNarrow ? 10 : names.width + 26
  const right = paper.width - 10
  const axis = scale === 'shared' ? sharedAxis(rows, language) : null
  const placed = rows.map((row): PlacedRange => {
    const name = names.rows.get(row.id) ?? { id: row.id, lines: [], height: 0, centre: 0 }
    const y = isNarrow ? name.centre + (name.lines.length * paper.lineHeight) / 2 : name.centre
    const bounds = boundsOf(row)
    const toX = scaleLinear(axis ? [axis.low, axis.high] : [bounds.low, bounds.high], [left, right])
    const { spread, own } = row
    const say = (value: number): string => sayShort({ quantity: row.quantity, value, language })
    return {
      id: row.id,
      href: row.href ?? null,
      name,
      y,
      whole: spread && { from: toX(spread.min), to: toX(spread.max) },
      middle: spread && { from: toX(spread.q1), to: toX(spread.q3) },
      median: spread && toX(spread.median),
      dot: own.value === null ? null : { x: toX(own.value), fill: isHollow(own.flags) ? 'hollow' : 'full' },
      texts: [
        ...(own.value === null
          ? [{ words: sayMissing(own.missing, language), x: left, y: y - 12, side: 'start' as const, kind: 'reason' as const }]
          : [inside({ words: say(own.value), x: toX(own.value), y: y - 12, left: left - 8, right: right + 8, paper })]),
        ...(spread === null ? [{ words: tooFew, x: left, y: y + paper.fontSize + 8, side: 'start' as const, kind: 'reason' as const }] : []),
        ...(spread && axis === null ? ends({ spread, toX, say, y: y + paper.fontSize + 8, paper, left: left - 8, right: right + 8 }) : []),
      ],
    }
  })
  return {
    paper,
    height: names.bottom + (axis ? paper.lineHeight + 8 : 4),
    top: 2,
    bottom: names.bottom,
    grid: axis ? axis.ticks.map((tick) => ({ x: scaleLinear([axis.low, axis.high], [left, right])(tick.value), label: tick.label })) : [],
    rows: placed,
  }
}

const valuesOf = ({ own, spread }: RangeRow): readonly number[] => [...(own.value === null ? [] : [own.value]), ...(spread ? [spread.min, spread.max] : [])]

const sharedAxis = (rows: readonly RangeRow[], language: Language) => {
  const values = rows.flatMap(valuesOf)
  const quantity = rows[0]?.quantity
  if (!quantity || values.length === 0) return null
  return toValueAxis({ low: Math.min(...values), high: Math.max(...values), quantity, language, from: 'honest' })
}

/** a row of its own scale fills its width; a single value stands in the middle */
const boundsOf = (row: RangeRow): { readonly low: number; readonly high: number } => {
  const values = valuesOf(row)
  const low = Math.min(...values)
  const high = Math.max(...values)
  return high > low ? { low, high } : { low: low - 1, high: low + 1 }
}

type Inside = { readonly words: string; readonly x: number; readonly y: number; readonly left: number; readonly right: number; readonly paper: Paper }
const inside = ({ words, x, y, left, right, paper }: Inside): PlacedText => {
  const half = textWidth(words, paper.fontSize, 'bold') / 2
  const middle = Math.max(left + half, Math.min(right - half, x))
  return { words, x: middle, y, side: 'middle', kind: 'own' }
}

type Ends = { readonly spread: Spread; readonly toX: (value: number) => number; readonly say: (value: number) => string; readonly y: number; readonly paper: Paper; readonly left: number; readonly right: number }
/** the extremes' values under the ends, the median's between them where it touches neither */
const ends = ({ spread, toX, say, y, paper, left, right }: Ends): readonly PlacedText[] => {
  const low = { ...inside({ words: say(spread.min), x: toX(spread.min), y, left, right, paper }), kind: 'end' as const }
  const high = { ...inside({ words: say(spread.max), x: toX(spread.max), y, left, right, paper }), kind: 'end' as const }
  const median = { ...inside({ words: say(spread.median), x: toX(spread.median), y, left, right, paper }), kind: 'end' as const }
  const isApart = (a: PlacedText, b: PlacedText): boolean => Math.abs(a.x - b.x) > (textWidth(a.words, paper.fontSize) + textWidth(b.words, paper.fontSize)) / 2 + 8
  const outer = isApart(low, high) ? [low, high] : [high]
  return outer.every((one) => isApart(one, median)) ? [...outer, median] : outer
}
