// The nouns of figures: a pinned answer with everything that makes it readable alone. What is newer is found in read.ts.
import type { Bilingual } from '#kernel/language.ts'
import type { Missing } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { Level } from '#kernel/region.ts'
import type { Ref } from '#kernel/thread.ts'
import type { AnalysisKind, CellState, FrozenVintage } from '#areas/evidence/analyses/rules.ts'

/** One number of a figure, or why there is none. */
export type PinnedValue = {
  /** whose value it is; null: of no region (a weight, a correlation) */
  readonly region: { readonly code: string; readonly name: Bilingual; readonly level: Level } | null
  /** what it is, where a figure holds several kinds of number: score, rank */
  readonly label: Bilingual | null
  readonly period: Period | null
  readonly value: number | null
  readonly flags: string
  readonly missing: Missing | null
  /** why there is no number, where that is no source's reason */
  readonly reason: Bilingual | null
  readonly state: CellState
  /** how it was filled or changed: „стойност от 2021 г.“ */
  readonly how: Bilingual | null
  /** from the 5th to the 95th per cent of the repetitions, where it has an interval */
  readonly interval: { readonly low: number; readonly high: number } | null
}
export type PinnedMethod =
  /** values of a series, by this version of its definition */
  | { readonly kind: 'indicator'; readonly key: string; readonly version: number }
  /** a result of this version of an analysis */
  | { readonly kind: 'analysis'; readonly analysis: AnalysisKind; readonly number: number; readonly version: number }
export type Pinned = {
  readonly measured: Bilingual
  readonly unit: { readonly label: Bilingual; readonly percent: boolean }
  readonly decimals: number
  readonly values: readonly PinnedValue[]
  readonly vintages: readonly FrozenVintage[]
  readonly method: PinnedMethod
  /** where the answer is shown live, without the language */
  readonly path: string
  /** what one must know beside the numbers */
  readonly notes: readonly Bilingual[]
}
export type Figure = {
  readonly id: Ref<'figure'>
  readonly number: number
  readonly kind: 'indicator' | 'analysis'
  readonly about: Ref<'indicator'> | Ref<'analysis'>
  readonly title: Bilingual
  readonly pinned: Pinned
  readonly pinnedAt: Date
}
/** What a figure shows against what the same question would answer now. */
export type NewerAnswer = {
  readonly vintages: readonly { readonly before: FrozenVintage; readonly now: FrozenVintage }[]
  /** the definition or the analysis has a newer version */
  readonly version: { readonly before: number; readonly now: number } | null
  /** the same places of `values`, with what stands there now; only those that differ */
  readonly values: readonly { readonly at: number; readonly value: number | null; readonly missing: Missing | null; readonly period: Period | null }[]
}

export const figuresPath = '/evidence/figures'
export const figurePath = (number: number): string => `${figuresPath}/${number}`
export const mostPinned = 400
