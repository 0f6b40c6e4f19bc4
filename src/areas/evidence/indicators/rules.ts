// The nouns of indicators and of what pages show of them. How one is computed from series is in rules/derive.ts,
// places in rules/place.ts, ages in rules/freshness.ts. Not the words on the screen.
import type { Bilingual, Language } from '#kernel/language.ts'
import type { Missing } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { Unit } from '#kernel/quantity.ts'
import type { Level, NutsVersion, Region } from '#kernel/region.ts'
import type { Ref } from '#kernel/thread.ts'
import type { Spread } from '#stats/spread.ts'
import type { Cell, CellChange, Limits, Remark } from '#areas/evidence/datasets/rules.ts'
import type { RegionSet } from '#areas/evidence/regions/rules.ts'

export const domains = ['entrepreneurship', 'innovation', 'digitalisation', 'people', 'economy', 'territory', 'green'] as const
export type Domain = (typeof domains)[number]
export const directions = ['more', 'less', 'neither'] as const
/** more: a higher value is better */
export type Direction = (typeof directions)[number]

/** How the values come about: straight from a dataset, or by a pure rule from other indicators' values. */
export type Definition =
  | { readonly kind: 'direct'; readonly dataset: string; readonly filter: Readonly<Record<string, string | readonly string[]>>; readonly limits?: Partial<Limits>; readonly unit?: Unit }
  /** over ÷ under × times. `underShift` 1 takes the denominator of the next period (population on 1 January after);
   *  `underAt` takes it of one fixed period (the area of 2025) */
  | { readonly kind: 'ratio'; readonly over: string; readonly under: string; readonly times: number; readonly underShift?: number; readonly underAt?: string }
  | { readonly kind: 'sum'; readonly of: readonly string[] }
  /** first minus the rest */
  | { readonly kind: 'difference'; readonly of: readonly string[] }
  /** mean of two neighbouring periods: the average population from 1 January to 1 January */
  | { readonly kind: 'meanOfTwo'; readonly of: string }
  | { readonly kind: 'none' }

/** Those a rule knows; the catalogue may name others, which are only words. */
export const caveatKinds = ['break', 'price', 'prices', 'lowReliability', 'smallNumbers', 'level', 'definition', 'coverage', 'register', 'vintage', 'rounding'] as const
export type CaveatKind = (typeof caveatKinds)[number] | (string & {})
/** A trap that stands beside the number. Without from, to and regions it always applies. */
export type Caveat = {
  readonly kind: CaveatKind
  readonly text: Bilingual
  /** two words at most, for the mark in a drawing: „преброяване“ */
  readonly mark?: Bilingual
  readonly from: Period | null
  readonly to: Period | null
  /** codes; null: everywhere */
  readonly regions: readonly string[] | null
}

export type IndicatorUnit = Unit & { readonly label: Bilingual }
/** What rises or falls in a sentence, in the definite form: „Безработицата“; its verb is plural for many: „Разходите за НИРД“. */
export type IndicatorSubject = Readonly<Record<Language, { readonly text: string; readonly number: 'one' | 'many' }>>

export type Indicator = {
  readonly id: Ref<'indicator'>
  readonly key: string
  /** counts up with every change of the definition; a figure names the one it was computed by */
  readonly version: number
  readonly domain: Domain
  readonly name: Bilingual
  readonly shortName: Bilingual
  /** null: sentences speak of „Стойността“ */
  readonly subject: IndicatorSubject | null
  readonly definition: Bilingual
  readonly unit: IndicatorUnit
  readonly decimals: number
  readonly direction: Direction
  readonly from: Definition
  /** the finest level at which the source holds it */
  readonly level: Level
  readonly caveats: readonly Caveat[]
  /** order on the profile; null: not a headline */
  readonly headline: number | null
  /** building blocks are not listed, but have their page */
  readonly hidden: boolean
  /** how figures will come, for one that has none */
  readonly load: { readonly words: Bilingual; readonly command: string | null }
  readonly reasonWithoutFigures: Bilingual | null
  /** catalogue: follows the file in the checkout · analyst: changed by a person, left alone */
  readonly definedBy: 'catalogue' | 'analyst'
}

/** Whole series as arrays, oldest period first; NaN in `values` where `missing` has a reason. */
export type Series = {
  readonly indicator: string
  readonly region: string
  readonly nutsVersion: NutsVersion
  readonly periods: readonly Period[]
  readonly values: Float64Array
  readonly flags: readonly string[]
  readonly missing: readonly (Missing | null)[]
  readonly decimals: number
  /** the same as the source wrote it, where we converted lev to euro; null: nothing was converted */
  readonly original: { readonly currency: 'BGN'; readonly values: Float64Array } | null
  /** the cases behind each value, where a rate has counted cases; else null. A municipal rate on fewer than 30 is not shown:
   *  its value is missing as 'unreliable' and this says how few they were */
  readonly cases: Float64Array | null
  /** numbers of the vintages it was computed from */
  readonly vintages: readonly number[]
}

/** Where a number is from: everything a credit line needs. */
export type Credit = {
  readonly dataset: string
  readonly title: Bilingual
  readonly source: string
  readonly doi: string | null
  readonly licence: { readonly name: Bilingual; readonly address: string }
  readonly vintage: number
  readonly asOf: string
  readonly dateFrom: 'source' | 'alike' | 'receipt'
  readonly receivedAt: Date
  readonly origin: 'pack' | 'file' | 'fetch' | 'upload'
}

/** A place among others, with everything a rank hides. */
export type Place = {
  /** null: this region is not ranked, `leftOut` says why */
  readonly place: number | null
  /** how many share it, 1: alone */
  readonly tied: number
  /** how many were ranked */
  readonly among: number
  /** how many regions there are */
  readonly of: number
  /** without a value */
  readonly missing: number
  /** with a value, but of low reliability, another definition or too few cases */
  readonly leftOutFlagged: number
  readonly leftOut: 'missing' | 'flagged' | null
  readonly period: Period
  /** direction 'neither': the order is highest first and no place is better than another */
  readonly direction: Direction
}

export type Comparison = {
  readonly region: Region
  readonly period: Period
  readonly cell: Cell
  /** own minus theirs, in the indicator's unit (percentage points for percent); null where one is missing */
  readonly difference: number | null
  /** own ÷ theirs; null where it makes no sense (missing, zero, percent) */
  readonly ratio: number | null
  /** share: the own value is a part of theirs (people, enterprises), so a distance says nothing */
  readonly meaning: 'distance' | 'share'
}

export type Freshness = {
  readonly newest: Period | null
  /** whole years between the end of the newest period and now */
  readonly yearsOld: number | null
  /** older than three years: said beside the value */
  readonly isOld: boolean
}

/** One indicator as the profile's card shows it. */
export type Headline = {
  readonly indicator: Indicator
  /** the region whose value is shown: the asked one, or a higher level when only that one has values */
  readonly shown: Region
  readonly isOfHigherLevel: boolean
  /** null: no figures at all */
  readonly series: Series | null
  readonly newest: { readonly period: Period; readonly cell: Cell } | null
  /** where every value is kept back because too few cases stand behind it: how few, when; else null */
  readonly withheld: { readonly period: Period; readonly cases: number } | null
  /** where it has no value although its like have: since when and why; else null */
  readonly gap: { readonly period: Period | null; readonly missing: Missing } | null
  /** the newest earlier value on the same side of every break, for "since" */
  readonly before: { readonly period: Period; readonly cell: Cell } | null
  readonly place: Place | null
  /** those it is placed among, without itself; null where fewer than five have a reliable value */
  readonly spread: Spread | null
  /** the country; for a municipality its district */
  readonly above: Comparison | null
  readonly eu: Comparison | null
  readonly freshness: Freshness
  /** years of the last ten in which the value of a municipality jumped and nothing in the catalogue says why */
  readonly jumps: readonly Period[]
  /** those that concern the shown region and newest period */
  readonly caveats: readonly Caveat[]
  readonly credits: readonly Credit[]
}

export type DomainFigures = { readonly domain: Domain; readonly withFigures: number; readonly of: number; readonly newest: Period | null; readonly headlines: readonly Headline[] }

export type Coverage = {
  readonly withFigures: number
  readonly of: number
  readonly newest: Period | null
  readonly byDomain: readonly { readonly domain: Domain; readonly withFigures: number; readonly of: number; readonly newest: Period | null }[]
  readonly old: readonly { readonly indicator: Indicator; readonly newest: Period }[]
  readonly without: readonly Indicator[]
}

export type Profile = {
  readonly region: Region
  /** the regions above, nearest first */
  readonly line: readonly Region[]
  readonly municipalities: readonly Region[]
  readonly domains: readonly DomainFigures[]
  readonly coverage: Coverage
  /** set while the figures are those of the starter pack */
  readonly pack: PackNotice | null
}
export type PackNotice = { readonly region: string; readonly asOf: string; readonly loadedAt: Date; readonly datasets: number }

/** One line of a ranking, a tile of a map, a row of a table. */
export type Standing = { readonly region: Region; readonly cell: Cell; readonly place: number | null; readonly tied: number; readonly cases: number | null }
export type Ranking = { readonly period: Period; readonly level: Level; readonly within: Region; readonly standings: readonly Standing[]; readonly place: Place | null }

export type IndicatorPage = {
  readonly indicator: Indicator
  /** the home region's newest value as a card shows it */
  readonly headline: Headline
  /** what it is computed from, for "how it is calculated" */
  readonly parts: readonly Indicator[]
  readonly periods: readonly Period[]
  /** the regions chosen for the chart (home, its country, EU, asked ones), each with its series or null */
  readonly chosen: readonly { readonly region: Region; readonly series: Series | null }[]
  /** all regions that may be chosen */
  readonly choices: readonly Region[]
  /** sets of regions that were saved by name, for the chart */
  readonly sets: readonly RegionSet[]
  readonly period: Period | null
  /** the districts (or the regions of the finest level with values) in that period */
  readonly ranking: Ranking | null
  /** the newest periods in which there is something to rank, oldest first */
  readonly rankingPeriods: readonly Period[]
  readonly municipalities: Ranking | null
  readonly isOfHigherLevel: boolean
  readonly shown: Region
  readonly freshness: Freshness
  readonly caveats: readonly Caveat[]
  readonly credits: readonly Credit[]
  readonly revisions: readonly { readonly dataset: string; readonly from: number; readonly to: number; readonly changes: readonly CellChange[] }[]
  /** what the import marked as a jump of the shown region, newest first; of the parts as well */
  readonly jumps: readonly Remark[]
}

export const indicatorPath = (key: string): string => `/evidence/indicators/${key}`
export const domainPath = (domain: Domain): string => `/evidence/indicators?domain=${domain}`
