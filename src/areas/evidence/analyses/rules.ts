// The nouns of analyses: a recorded list of steps on frozen figures, kept in versions; and runs that take long.
// What the steps of a kind are, and what comes of them, stands in the topic of that kind (indices, peers …).
import type { Bilingual } from '#kernel/language.ts'
import type { Missing } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { Level } from '#kernel/region.ts'
import type { Ref } from '#kernel/thread.ts'
import type { Direction, IndicatorUnit } from '#areas/evidence/indicators/rules.ts'

export const analysisKinds = ['index', 'peers', 'benchmark', 'specialisation', 'trend'] as const
export type AnalysisKind = (typeof analysisKinds)[number]
export const analysisStates = ['draft', 'published', 'withdrawn'] as const
export type AnalysisState = (typeof analysisStates)[number]

/** What became of one figure on its way into a result. */
export const cellStates = ['observed', 'imputed', 'treated', 'excluded', 'computed'] as const
export type CellState = (typeof cellStates)[number]

/** Where frozen figures are from: as a credit line of an indicator, with the day as text. */
export type FrozenVintage = {
  readonly dataset: string
  readonly number: number
  readonly title: Bilingual
  readonly source: string
  readonly licence: { readonly name: Bilingual; readonly address: string }
  readonly asOf: string
  readonly dateFrom: 'source' | 'alike' | 'receipt'
}

/** One indicator as it was when the figures were frozen. */
export type FrozenIndicator = {
  readonly key: string
  readonly version: number
  readonly name: Bilingual
  readonly shortName: Bilingual
  readonly unit: IndicatorUnit
  readonly decimals: number
  readonly direction: Direction
  /** the one period its values are of; null: no region has a value */
  readonly period: Period | null
  readonly vintages: readonly number[]
  /** in the order of the regions */
  readonly values: readonly (number | null)[]
  readonly flags: readonly string[]
  readonly missing: readonly (Missing | null)[]
  /** where the value of the period is missing: the newest earlier one of the region on the same side of every break; else null */
  readonly earlier: readonly ({ readonly period: Period; readonly value: number } | null)[]
}
export type FrozenRegion = { readonly code: string; readonly name: Bilingual; readonly level: Level }
/** The figures an analysis is done on, whole: it is computed again from these alone. */
export type Inputs = {
  readonly regions: readonly FrozenRegion[]
  readonly indicators: readonly FrozenIndicator[]
}

export type Analysis = {
  readonly id: Ref<'analysis'>
  readonly number: number
  readonly kind: AnalysisKind
  readonly key: string | null
  readonly title: Bilingual
  readonly state: AnalysisState
  readonly version: number
  readonly publishedVersion: number | null
  readonly madeAt: Date
  readonly changedAt: Date
  readonly publishedAt: Date | null
}
export type AnalysisVersion<Record = unknown, Result = unknown> = {
  readonly version: number
  readonly record: Record
  readonly inputs: Inputs
  readonly vintages: readonly FrozenVintage[]
  readonly result: Result | null
  readonly note: Bilingual
  readonly why: string
  readonly madeAt: Date
}
export type AnalysisPage<Record = unknown, Result = unknown> = Analysis & { readonly shown: AnalysisVersion<Record, Result> }
export type VersionLine = Pick<AnalysisVersion, 'version' | 'why' | 'madeAt'>

export const runStates = ['waiting', 'running', 'done', 'stopped', 'failed'] as const
export type RunState = (typeof runStates)[number]
export type Run<Result = unknown> = {
  readonly number: number
  readonly analysis: Ref<'analysis'>
  readonly version: number
  readonly what: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly state: RunState
  readonly done: number
  readonly of: number
  readonly stopAsked: boolean
  readonly askedAt: Date
  readonly endedAt: Date | null
  readonly result: Result | null
  readonly problem: string | null
}
export const isOpen = (run: Pick<Run, 'state'>): boolean => run.state === 'waiting' || run.state === 'running'

export const analysesPath = '/evidence/analyses'
export const analysisPath = (number: number): string => `${analysesPath}/${number}`
/** the name under which runs are asked for at the clock */
export const analysisJob = 'evidence.analyse'

/** Whom a version is shown to: everybody sees the one that was published, colleagues the newest. */
export const versionFor = (analysis: Pick<Analysis, 'state' | 'version' | 'publishedVersion'>, who: 'everyone' | 'staff'): number | null =>
  (who === 'staff' ? analysis.version : analysis.state === 'published' ? analysis.publishedVersion : null)
