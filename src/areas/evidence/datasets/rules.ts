// The nouns of datasets: what a source offers, a vintage of it, what the import checks found, what was revised.
// Not what an indicator means: that is the neighbour's, which builds on selections.
import type { Bilingual } from '#kernel/language.ts'
import type { Missing } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { Unit } from '#kernel/quantity.ts'
import type { NutsVersion } from '#kernel/region.ts'
import type { Ref } from '#kernel/thread.ts'
import type { Role } from '#kernel/who.ts'

export type Licence = { readonly id: string; readonly name: Bilingual; readonly address: string }
export type Dataset = {
  readonly id: Ref<'dataset'>
  readonly code: string
  /** eurostat · nsi …; of an own table the name of who publishes it, in words */
  readonly source: string
  readonly title: Bilingual
  readonly doi: string | null
  readonly licence: Licence
  /** where a person finds it at the source */
  readonly address: string
  /** where the data themselves are fetched; null where a person has to ask for them */
  readonly download: string | null
  /** as the source calls it; null: the file is about the whole country and names no region */
  readonly regionDimension: string | null
  readonly regionCodes: 'nuts' | 'nsi'
  readonly frequency: string
  readonly dimensions: readonly string[]
  readonly note: Bilingual | null
  readonly lastGoodAt: Date | null
  readonly lastTriedAt: Date | null
  /** why the last try failed; null after a good one */
  readonly lastProblem: Bilingual | null
}

/** As the catalogue writes it, before it has a number. */
export type DatasetEntry = Omit<Dataset, 'id' | 'lastGoodAt' | 'lastTriedAt' | 'lastProblem'>

export const vintageStates = ['arriving', 'held', 'current', 'superseded', 'refused'] as const
export type VintageState = (typeof vintageStates)[number]
export const vintageOrigins = ['pack', 'file', 'fetch', 'upload'] as const
export const vintageDatings = ['source', 'alike', 'receipt'] as const
/** source: the file or who brought it says the day · alike: undated, its figures are those of the vintage before, whose day it carries
 *  · receipt: nobody knows, asOf is the day it came and must never read as the day of a release */
export type VintageDating = (typeof vintageDatings)[number]
export type VintageOrigin = (typeof vintageOrigins)[number]

/** One file as received. Never changed afterwards, only its state. */
export type Vintage = {
  /** small, for addresses: /evidence/datasets/bd_size_r3/vintages/7 */
  readonly number: number
  readonly dataset: string
  readonly state: VintageState
  readonly origin: VintageOrigin
  /** the day (or month) the figures are of: 2023-02-21, 2024-01; `dateFrom` says how it is known */
  readonly asOf: string
  readonly dateFrom: VintageDating
  /** the provider's own stamp as written, or null */
  readonly stamp: string | null
  readonly receivedAt: Date
  readonly address: string
  readonly fileName: string
  readonly mediaType: string
  readonly format: string
  readonly bytesSha256: string
  readonly contentSha256: string
  /** of the file the starter pack was made from; null elsewhere */
  readonly originalSha256: string | null
  readonly size: number
  readonly readerVersion: string
  readonly licence: string
  readonly nutsVersion: NutsVersion | null
  /** series and cells in the file, wanted or not */
  readonly rows: number
  readonly cells: number
  readonly seriesKept: number
  readonly newest: Period | null
  readonly settledAt: Date | null
  readonly decidedAt: Date | null
  /** why a person accepted or refused it; null while nobody had to */
  readonly reason: string | null
  readonly parameters: Provenance
}
/** What is known of how an own table, or values entered by hand, came: nothing of it says which person. */
export type Provenance = {
  /** the file as it was brought, kept beside what is stored of it */
  readonly original?: { readonly sha256: string; readonly fileName: string; readonly size: number; readonly mediaType: string }
  /** rows that were left out, because a person agreed to it */
  readonly leftOut?: number
  /** the role of who entered the values */
  readonly role?: Role
  readonly note?: string
}

/** What of a dataset is kept: one value per region and period. Immutable; a changed filter is another selection. */
export type Selection = {
  readonly number: number
  readonly key: string
  readonly dataset: string
  readonly filter: Readonly<Record<string, readonly string[]>>
  readonly unit: Unit
  readonly limits: Limits
}
/** A selection as it is wanted, before it has a number. */
export type SelectionEntry = Omit<Selection, 'number'>
/** What the checks may expect of a selection's values. */
export type Limits = {
  /** 'regions': parts of a region add up to it; 'no': rates, averages, index numbers */
  readonly adds: 'regions' | 'no'
  readonly whole: 'yes' | 'no'
  /** a code that the filter wants and a file lacks: `held` waits for a person (so where nothing is said), `noted` is only told */
  readonly absent?: 'held' | 'noted'
  readonly low: number | null
  readonly high: number | null
}

export const checkNames = [
  'body', 'header', 'grammar', 'duplicates', 'codes', 'unit', 'sums', 'suppressedParts', 'crossCheck', 'bounds', 'revisions', 'outliers', 'marks',
] as const
export type CheckName = (typeof checkNames)[number]
/** stop: nothing is stored · hold: waits for a person · mark: stands on the figure · note: to know · passed */
export const checkResults = ['stop', 'hold', 'mark', 'note', 'passed'] as const
export type CheckResult = (typeof checkResults)[number]

/** One thing a check found. `says` chooses the sentence (evidence_check_…), `facts` fill it. */
export type Remark = {
  readonly check: CheckName
  readonly result: CheckResult
  readonly says: string
  readonly facts: Readonly<Record<string, string | number>>
  readonly selection: string | null
  readonly region: string | null
  readonly period: Period | null
}

/** How a later vintage differs from the one before it. */
export type Revision = {
  readonly dataset: string
  readonly from: number
  readonly to: number
  readonly compared: number
  readonly changed: number
  readonly appeared: number
  readonly vanished: number
  readonly flagsChanged: number
  /** the largest change of a value, in percent of the older value */
  readonly largest: CellChange | null
  /** changes of the home region and of the districts beside it, largest first, bounded */
  readonly atHome: readonly CellChange[]
}
export type CellChange = {
  readonly selection: string
  readonly region: string
  readonly period: Period
  readonly before: Cell
  readonly after: Cell
  /** null where one of the two is missing or the older one is zero */
  readonly changePct: number | null
}
/** One cell: a value with its flags, or a reason with its flags. */
export type Cell =
  | { readonly value: number; readonly flags: string; readonly missing: null }
  | { readonly value: null; readonly flags: string; readonly missing: Missing }

/** How far an import has come: for a page that waits and for a terminal's bar. */
export type ImportProgress = {
  readonly dataset: string
  readonly vintage: number
  readonly step: ImportStep
  readonly bytesRead: number
  readonly bytesInAll: number
  readonly seriesStored: number
  readonly startedAt: Date
  readonly seenAt: Date
}
export const importSteps = ['keeping', 'reading', 'checking', 'settling', 'done'] as const
export type ImportStep = (typeof importSteps)[number]

/** What a page calls indicators (by key) and regions (by code). */
export type Names = { readonly indicators: ReadonlyMap<string, Bilingual>; readonly regions: ReadonlyMap<string, Bilingual> }

export const datasetPath = (code: string): string => `/evidence/datasets/${code}`
export const vintagePath = (code: string, number: number): string => `/evidence/datasets/${code}/vintages/${number}`
export const importPath = (code: string): string => `/evidence/datasets/${code}/import`
/** language-free addresses of files */
export const rawFilePath = (code: string, number: number): string => `/evidence/datasets/${code}/vintages/${number}/file`
export const originalFilePath = (code: string, number: number): string => `/evidence/datasets/${code}/vintages/${number}/original`
export const checksCsvPath = (code: string, number: number): string => `/evidence/datasets/${code}/vintages/${number}/checks.csv`

export const mayDecide = (state: VintageState): boolean => state === 'held'

/** What a vintage becomes. One that is older than the current one goes to the history at once and shows nothing as new;
 *  the whole file replaces the starter pack's extract of the same day. */
export const stateAfter = (from: { outcome: 'stop' | 'hold' | 'go'; asOf: string; current: { readonly asOf: string } | null }): VintageState => {
  if (from.outcome === 'stop') return 'refused'
  if (from.outcome === 'hold') return 'held'
  return from.current !== null && isOlder(from.asOf, from.current.asOf) ? 'superseded' : 'current'
}
/** 2024-01 is no older than 2024-01-15: only what both say is compared. */
export const isOlder = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) < b.slice(0, length)
}
