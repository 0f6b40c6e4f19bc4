// What charts are given: series over time and standings of one period. Values with flags or reasons, never pixels.
import type { Missing, Observation } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'

/** Who a mark stands for; decides colour and drawing order. The region is green, and only it. */
export type Stance = 'region' | 'country' | 'eu' | 'named' | 'other' | 'target'

/** A cut given from outside, beside those that flags bring: the value at `before` cannot be compared with earlier ones.
 *  A note of a word or two, „преброяване“, stands on the mark; a sentence stands under the drawing. */
export type SeriesBreak = { readonly before: Period; readonly note?: string }
export type FanBlade = { readonly words: string; readonly steps: readonly BandStep[] }
export type BandStep = { readonly period: Period; readonly low: number; readonly high: number }

export type ChartSeries = {
  readonly id: string
  readonly name: string
  readonly stance: Stance
  /** oldest first */
  readonly points: readonly Observation[]
  readonly breaks?: readonly SeriesBreak[]
  /** the range of a forecast or of an estimate */
  readonly band?: readonly BandStep[]
  /** a forecast's fan, the widest first: „95 %“ stands at both edges with the value there */
  readonly fan?: readonly FanBlade[]
}

export type ChartValue =
  | { readonly value: number; readonly flags: string; readonly missing: null }
  | { readonly value: null; readonly flags: string; readonly missing: Missing }

export type Standing = ChartValue & {
  readonly code: string
  readonly name: string
  readonly stance: Stance
  readonly href?: string
  readonly interval?: { readonly low: number; readonly high: number }
}

/** Type-7 quantiles of the peers that have a value, made in `stats`. */
export type Spread = { readonly n: number; readonly min: number; readonly q1: number; readonly median: number; readonly q3: number; readonly max: number }

const layers: readonly Stance[] = ['other', 'eu', 'country', 'target', 'named', 'region']
/** Bottom first: the region is drawn last, on top of all. */
export const toDrawingOrder = <T extends { readonly stance: Stance }>(things: readonly T[]): readonly T[] =>
  [...things].sort((a, b) => layers.indexOf(a.stance) - layers.indexOf(b.stance))
