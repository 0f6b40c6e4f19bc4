// The nouns of trends: one region's course of one indicator, where it would lead, what others reached who once stood alike, and whether
// the districts come together. How each is made is in rules/; not the words on the screen.
import type { Period } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import type { Bounds, Forecast, ForecastMethod } from '#stats/forecast.ts'
import type { Growth } from '#stats/growth.ts'
import type { MannKendall } from '#stats/mann-kendall.ts'
import type { TheilSen } from '#stats/theil-sen.ts'
import type { Value } from '#stats/reason.ts'
import type { Caveat, Credit, Direction, Domain, Indicator, Series } from '#areas/evidence/indicators/rules.ts'

export const fields = ['country', 'union', 'peers'] as const
/** whose past is looked at: the districts of the country, all such regions of the Union, or the structural peers */
export type Field = (typeof fields)[number]
export const horizons = [3, 5, 7, 10] as const
export const firstHorizon = 5

export type TrendChoice = {
  /** null: the page chooses one that has a long course */
  readonly indicator: string | null
  /** null: home */
  readonly region: string | null
  readonly years: number
  readonly among: Field
  /** as it was typed; '' when nothing was */
  readonly target: string
}

export type Point = { readonly period: Period; readonly year: number; readonly value: number; readonly flags: string }
/** The newest values that may be looked at together: one after the other, on one side of every break and before any price that moves them. */
export type Stretch = {
  readonly points: readonly Point[]
  /** why it does not begin earlier; null: the series itself begins there */
  readonly cut: { readonly kind: 'break' | 'gap'; readonly before: Period } | null
  /** a price moves the values from then on: nothing after it is in the calculation, and nothing is carried on */
  readonly end: { readonly kind: 'price'; readonly from: Period | null } | null
  /** the same quarter (month, half-year) of each year only */
  readonly same: 'whole-years' | 'one-part'
}
export const fewestPoints = 5
export type Method = ForecastMethod

export type TargetRow = { readonly quantile: number; readonly pace: Value; readonly target: Value; readonly plausibility: Value; readonly capped: 'yes' | 'no'; readonly yearsToAsked: Value }
export type Reached = { readonly region: Region; readonly from: number; readonly to: number; readonly start: number; readonly end: number; readonly pace: number }
export type TargetHelp = {
  readonly start: Point
  readonly by: number
  readonly among: Field
  /** regions looked at, and those with at least one stretch that starts alike */
  readonly looked: number
  readonly alike: number
  readonly reached: readonly Reached[]
  /** none where fewer than twenty stretches start alike */
  readonly rows: readonly TargetRow[]
  readonly enough: 'yes' | 'no'
  readonly asked: { readonly value: number; readonly pace: Value; readonly plausibility: Value; readonly count: number; readonly way: 'ahead' | 'behind' | 'same' } | null
  readonly best: number | null
  /** regions of which only the years before a price are looked at */
  readonly priced: readonly Region[]
}

export type Verdict = 'closer' | 'apart' | 'unclear'
export type Together = {
  readonly from: number
  readonly to: number
  readonly districts: number
  readonly of: number
  readonly beta: { readonly slope: Value; readonly p: Value; readonly speed: Value; readonly halfLife: Value; readonly verdict: Verdict }
  /** standard deviation ÷ mean per year, and whether it shrinks */
  readonly sigma: { readonly years: readonly { readonly year: number; readonly value: Value }[]; readonly slope: Value; readonly p: Value; readonly verdict: Verdict }
  readonly without: readonly { readonly region: Region; readonly why: 'price' | 'break' | 'gap' | 'not-positive' }[]
}

export type Trend = {
  readonly home: Region
  /** asked for, and whose value it is: a higher level where only that one has values */
  readonly region: Region
  readonly shown: Region
  readonly indicator: Indicator
  readonly direction: Direction
  /** points a year, or per cent a year */
  readonly pace: 'points' | 'rate'
  readonly series: Series | null
  readonly stretch: Stretch
  readonly price: Caveat | null
  readonly growth: Growth
  readonly slope: TheilSen
  readonly test: MannKendall
  readonly course: 'up' | 'down' | 'none' | 'unknown'
  /** what the indicator can be at all; null: it may be anything */
  readonly bounds: Bounds | null
  /** none under five values, and none where a price moves the values */
  readonly forecast: Forecast | null
  readonly target: TargetHelp | null
  readonly together: Together | null
  readonly credits: readonly Credit[]
  /** the year it was asked in: a course that ended long ago says so */
  readonly yearNow: number
  readonly choice: TrendChoice
  readonly choices: { readonly regions: readonly Region[]; readonly indicators: readonly { readonly key: string; readonly domain: Domain; readonly indicator: Indicator }[] }
}
/** What was asked for and is not there. */
export type NoTrend = { readonly kind: 'unknown'; readonly what: 'indicator' | 'region'; readonly asked: string }

export const trendsPath = '/evidence/trends'
export const keepTrendPath = `${trendsPath}/keep`
