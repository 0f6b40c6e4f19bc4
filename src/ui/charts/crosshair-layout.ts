// Where points stand between two values on one paper, with their names beside them where there is room, and the lines that part the field in four.
import { scaleLinear } from 'd3-scale'
import type { Language } from '#kernel/language.ts'
import type { Paper } from './paper.ts'
import type { Quantity } from './quantity-words.ts'
import { textWidth } from './text-width.ts'
import { toValueAxis, type ValueTick } from './value-axis.ts'

export type CrossPoint = {
  readonly id: string
  /** beside the point on a wide paper, and in the table */
  readonly name: string
  /** beside the point on a phone */
  readonly short: string
  readonly x: number
  readonly y: number
  /** picked: drawn first and named first · other: named where room is left */
  readonly weight: 'picked' | 'other'
  /** hollow: said to be uncertain */
  readonly fill: 'full' | 'hollow'
}
export type Corner = 'highHigh' | 'highLow' | 'lowHigh' | 'lowLow'
export type CrossWords = Readonly<Record<Corner, string>>
type Text = { readonly words: string; readonly x: number; readonly y: number; readonly side: 'start' | 'middle' | 'end' }
export type CrossLayout = {
  readonly paper: Paper
  readonly height: number
  readonly field: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  readonly xTicks: readonly (ValueTick & { readonly at: number })[]
  readonly yTicks: readonly (ValueTick & { readonly at: number })[]
  readonly cross: { readonly x: number; readonly y: number } | null
  readonly corners: readonly Text[]
  readonly points: readonly { readonly point: CrossPoint; readonly x: number; readonly y: number; readonly label: Text | null }[]
  readonly unnamed: number
}
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
type Given = {
  readonly points: readonly CrossPoint[]; readonly cross: { readonly x: number; readonly y: number } | null; readonly words: CrossWords
  readonly x: Quantity; readonly y: Quantity; readonly language: Language; readonly paper: Paper
}
export const crossRadius = 6
const heights = { wide: 430, narrow: 400 } as const

export const layCross = ({ points, cross, words, x, y, language, paper }: Given): CrossLayout => {
  const bounds = (values: readonly number[]): { readonly low: number; readonly high: number } => ({ low: Math.min(...values), high: Math.max(...values) })
  const xs = bounds([...points.map((one) => one.x), ...(cross ? [cross.x] : [])]), ys = bounds([...points.map((one) => one.y), ...(cross ? [cross.y] : [])])
  const axisOf = (range: { readonly low: number; readonly high: number }, quantity: Quantity) => toValueAxis({ ...range, quantity, language, from: 'honest', most: paper.name === 'narrow' ? 3 : 5 })
  const xAxis = axisOf(xs, x), yAxis = axisOf(ys, y)
  const left = 8 + Math.max(...yAxis.ticks.map(({ label }) => textWidth(label, paper.fontSize)))
  // Room at the edges, so that a point on an axis is whole.
  const field = { left, right: paper.width - 14, top: paper.lineHeight + 10, bottom: heights[paper.name] - 2 * paper.lineHeight - 10 }
  const toX = scaleLinear([xAxis.low, xAxis.high], [field.left + 12, field.right - 8]), toY = scaleLinear([yAxis.low, yAxis.high], [field.bottom - 30, field.top + 30])
  const at = cross === null ? null : { x: toX(cross.x), y: toY(cross.y) }
  const placed = points.map((point) => ({ point, x: toX(point.x), y: toY(point.y) }))
  const corners = cornersOf(words, field)
  const taken: Box[] = [
    ...placed.map((one) => ({ left: one.x - crossRadius - 1, right: one.x + crossRadius + 1, top: one.y - crossRadius - 1, bottom: one.y + crossRadius + 1 })),
    ...corners.map((text) => boxOf(text, paper)),
  ]
  const inOrder = [...placed].sort((a, b) => Number(a.point.weight === 'other') - Number(b.point.weight === 'other') || a.y - b.y || a.x - b.x)
  const labels = new Map<string, Text>()
  for (const one of inOrder) {
    const found = placeLabel({ one, words: paper.name === 'wide' ? one.point.name : one.point.short, field, taken, paper })
    if (found !== null) { labels.set(one.point.id, found); taken.push(boxOf(found, paper)) }
  }
  return {
    paper, height: heights[paper.name], field, cross: at, corners,
    xTicks: xAxis.ticks.map((tick) => ({ ...tick, at: toX(tick.value) })), yTicks: yAxis.ticks.map((tick) => ({ ...tick, at: toY(tick.value) })),
    points: placed.map((one) => ({ ...one, label: labels.get(one.point.id) ?? null })), unnamed: points.length - labels.size,
  }
}

/** The names of the four fields, in the four corners. */
const cornersOf = (words: CrossWords, field: Box): readonly Text[] => {
  const top = field.top + 14, bottom = field.bottom - 6
  return [
    { words: words.lowHigh, x: field.left + 6, y: top, side: 'start' as const }, { words: words.highHigh, x: field.right - 4, y: top, side: 'end' as const },
    { words: words.lowLow, x: field.left + 6, y: bottom, side: 'start' as const }, { words: words.highLow, x: field.right - 4, y: bottom, side: 'end' as const },
  ]
}
const boxOf = ({ words, x, y, side }: Text, paper: Paper): Box => {
  const width = textWidth(words, paper.fontSize)
  const left = side === 'start' ? x : side === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - paper.fontSize * 0.8, bottom: y + paper.fontSize * 0.25 }
}
const meets = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Right of the point, left of it, above, below; nowhere where all are taken: the table has the name. */
const placeLabel = ({ one, words, field, taken, paper }: { readonly one: { readonly x: number; readonly y: number }; readonly words: string; readonly field: Box; readonly taken: readonly Box[]; readonly paper: Paper }): Text | null => {
  const gap = crossRadius + 5, middle = one.y + paper.fontSize * 0.32
  const tries: readonly Text[] = [
    { words, x: one.x + gap, y: middle, side: 'start' }, { words, x: one.x - gap, y: middle, side: 'end' },
    { words, x: one.x, y: one.y - gap, side: 'middle' }, { words, x: one.x, y: one.y + gap + paper.fontSize * 0.7, side: 'middle' },
    { words, x: one.x + gap - 3, y: one.y - gap, side: 'start' }, { words, x: one.x + gap - 3, y: one.y + gap + paper.fontSize * 0.5, side: 'start' },
    { words, x: one.x - gap + 3, y: one.y - gap, side: 'end' }, { words, x: one.x - gap + 3, y: one.y + gap + paper.fontSize * 0.5, side: 'end' },
  ]
  return tries.find((text) => {
    const box = boxOf(text, paper)
    return box.left >= field.left + 2 && box.right <= field.right + 10 && box.top >= 0 && box.bottom <= field.bottom && !taken.some((other) => meets(box, other))
  }) ?? null
}
