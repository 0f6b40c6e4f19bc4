// The one shape every reader gives and every page shows: a number with its flag, or a reason why there is none.
import type { Period } from './period.ts'

export const missingReasons = ['unknown', 'confidential', 'unreliable', 'notApplicable', 'noCases', 'notServed'] as const
/** Why a number is absent. `noCases` may count as zero in sums, never in averages. */
export type Missing = (typeof missingReasons)[number]

/** Flags stay as the source's letters ('bep'); compare by letter with hasFlag. NSI brackets are stored as 'u'. */
export const hasFlag = (flags: string, letter: string): boolean => flags.includes(letter)

export type SeriesBlock = {
  /** dimension name → code as served, geo included */
  readonly key: Readonly<Record<string, string>>
  readonly periods: readonly Period[]
  /** NaN where missing: the reason stands at the same place in `missing` */
  readonly values: Float64Array
  /** most decimals seen, for faithful display */
  readonly decimals: number
  readonly flags: readonly string[]
  readonly missing: readonly (Missing | null)[]
}

export type Observation =
  | { readonly period: Period; readonly value: number; readonly flags: string; readonly missing: null }
  | { readonly period: Period; readonly value: null; readonly flags: string; readonly missing: Missing }

/** Which series a caller wants: dimension → accepted codes. Absent dimension: all codes. */
export type Want = Readonly<Record<string, ReadonlySet<string>>>

/** What a reader saw in the whole file, wanted or not. */
export type FileFacts = {
  readonly format: string
  readonly dimensions: readonly string[]
  readonly series: number
  readonly cells: number
  readonly values: number
  readonly flagged: number
  readonly missing: Readonly<Record<Missing, number>>
  /** missing cells that carried a flag or a sign of their own */
  readonly flaggedMissing: number
  readonly codes: Readonly<Record<string, readonly string[]>>
  readonly periods: readonly Period[]
  /** the provider's own stamp of the release, as written, or null */
  readonly stamp: string | null
  readonly duplicates: number
}

/** Bytes in, blocks out: pure, streaming, no network, no database. Throws ReadProblem. */
export type Reader = (bytes: AsyncIterable<Uint8Array>, want?: Want) => AsyncGenerator<SeriesBlock, FileFacts>

/** A file that cannot be read: what, where (1-based), worded for the person who brought the file. */
export class ReadProblem extends Error {
  readonly code: string
  readonly line: number | null
  readonly column: number | null
  readonly text: { readonly bg: string; readonly en: string }
  constructor(problem: { code: string; line?: number; column?: number; bg: string; en: string }) {
    super(problem.en)
    this.name = 'ReadProblem'
    this.code = problem.code
    this.line = problem.line ?? null
    this.column = problem.column ?? null
    this.text = { bg: problem.bg, en: problem.en }
  }
}
