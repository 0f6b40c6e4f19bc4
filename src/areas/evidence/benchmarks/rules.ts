// The nouns of a benchmark: one district beside its peers, indicator by indicator, with the gap to their middle and their best, and a score
// that moves when an indicator is ticked off. How lines are made from series is in rules/lines.ts, the score in rules/score.ts.
import type { Period } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import type { BenchmarkRow } from '#stats/benchmark-row.ts'
import type { Value } from '#stats/reason.ts'
import type { Cell } from '#areas/evidence/datasets/rules.ts'
import type { Credit, Direction, Domain, Freshness, Indicator, Series } from '#areas/evidence/indicators/rules.ts'
import type { RegionSet } from '#areas/evidence/regions/rules.ts'

export type BenchmarkChoice = {
  /** null: the home region */
  readonly region: string | null
  /** number of a saved set; wins over `peers` */
  readonly set: number | null
  /** empty: all districts of the country */
  readonly peers: readonly string[]
  /** indicators that are not counted in the score */
  readonly without: readonly string[]
}
export const benchmarkPath = '/evidence/benchmark'
export const keepBenchmarkPath = `${benchmarkPath}/keep`
export const mostPeers = 59

/** A number of a line, or why there is none. */
export type Mark = Value
export type Trend = { readonly arrow: 'up' | 'down' | 'none'; /** a year, in units */ readonly slope: Value; readonly p: Value; readonly points: number; readonly first: Period | null; readonly last: Period | null }
/** One indicator: the own value among the peers'. */
export type BenchmarkLine = {
  readonly indicator: Indicator
  readonly direction: Direction
  /** newest period that the region has and most of the peers have */
  readonly period: Period
  readonly cell: Cell
  readonly series: Series
  readonly row: BenchmarkRow
  /** the peers' best by the direction; several where equal as shown. Empty where no side is better */
  readonly best: readonly Region[]
  readonly trend: Trend
  /** in the order of the peers; NaN: no value */
  readonly values: Float64Array
  /** peers without a value in the period */
  readonly missing: number
  readonly freshness: Omit<Freshness, 'newest'>
  readonly credits: readonly Credit[]
}
/** Why an indicator has no line: only higher levels are published, no figures were loaded, the district's value is missing, no peer has one. */
export type NoLine = { readonly indicator: Indicator; readonly why: 'level' | 'noFigures' | 'own' | 'peers' }
export type PeersFrom = { readonly kind: 'country' } | { readonly kind: 'chosen' } | { readonly kind: 'set'; readonly set: RegionSet }
/** Everything but the ticks: kept as long as the figures stay. */
export type Benchmark = {
  readonly region: Region
  readonly home: Region
  readonly peers: readonly Region[]
  readonly from: PeersFrom
  readonly lines: readonly BenchmarkLine[]
  readonly without: readonly NoLine[]
  readonly sets: readonly RegionSet[]
  readonly choices: readonly Region[]
  readonly credits: readonly Credit[]
}
export type Score = {
  /** mean over domains of the mean share of peers that the region is better than, 0 … 1; null: nothing is counted */
  readonly value: number | null
  readonly domains: readonly { readonly domain: Domain; readonly value: number | null; readonly counted: number; readonly of: number }[]
  readonly counted: number
  readonly of: number
  /** place by the same score among region and peers, 1 = best; equals share the smaller number */
  readonly place: number | null
  readonly among: number
  /** over all ways to leave one more counted indicator out; null under three */
  readonly swing: { readonly low: number; readonly high: number; readonly best: number; readonly worst: number } | null
}
