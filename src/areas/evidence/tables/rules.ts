// The nouns of tables that people bring: a draft on its way, how its columns are to be read, what was read of it and what was refused.
// Not a dataset yet: that it becomes by the import all files go through.
import type { Bilingual } from '#kernel/language.ts'
import type { Missing } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { Level } from '#kernel/region.ts'
import type { SheetFile } from '#kernel/sheet.ts'

/** Rows count from 1, as spreadsheets show them; columns from 0. */
export type Mapping = {
  /** place in the file, from 0 */
  readonly sheet: number
  /** first row of the head, and how many rows it has */
  readonly head: number
  readonly heads: 1 | 2 | 3
  readonly region: number | null
  /** the whole table is about this one, where no column names a region */
  readonly regionFixed: string | null
  /** null and no fixed one: the period stands in the heads of the value columns */
  readonly period: number | null
  readonly periodFixed: Period | null
  readonly values: readonly number[]
  /** the column that says which figure a row is about */
  readonly series: number | null
  readonly flag: number | null
  readonly unit: number | null
  /** of which level the names are: Стара Загора is a district and a municipality */
  readonly level: 'auto' | Level
  readonly decimal: 'auto' | 'comma' | 'point'
  readonly hidden: 'skip' | 'take'
}

/** One column's head, its period taken out. */
export type Head = { readonly column: number; readonly name: string; readonly period: Period | null; /** the name without the period */ readonly rest: string }

export type TableObservation = {
  readonly series: string
  readonly region: string
  readonly period: Period
  readonly value: number | null
  readonly missing: Missing | null
  readonly flags: string
  readonly decimals: number
  readonly row: number
  readonly column: number
}
export type TableSeries = { readonly code: string; readonly name: string; readonly unit: string; readonly decimals: number; readonly observations: number; readonly low: number | null; readonly high: number | null; readonly isWhole: 'yes' | 'no' }

export const refusals = ['noRegion', 'unknownRegion', 'twoRegions', 'formerRegion', 'noPeriod', 'badPeriod', 'noSeries', 'badValue', 'formulaWithoutValue', 'errorCell', 'badFlag', 'otherUnit', 'twice', 'cutText'] as const
/** A row, or a cell of it, that would be a figure and cannot be stored as it is. */
export type Refused = { readonly row: number; readonly column: number | null; readonly cell: string; readonly why: (typeof refusals)[number]; readonly facts: string }
export const passings = ['note', 'total', 'hidden', 'repeat'] as const
/** A row that is no figure and is passed over: a footnote, a total, a hidden row, a repetition. */
export type Passed = { readonly row: number; readonly cell: string; readonly why: (typeof passings)[number] }
export const readingNotes = ['formulas', 'dates', 'percents', 'merged', 'hiddenColumns', 'decimalGuessed', 'levelChosen', 'recoded', 'blanks', 'mixedPeriods'] as const
/** What to know about how it was read. */
export type ReadingNote = { readonly says: (typeof readingNotes)[number]; readonly count: number; readonly facts: string }

export type TableRead = {
  readonly series: readonly TableSeries[]
  readonly observations: readonly TableObservation[]
  readonly refused: readonly Refused[]
  readonly passed: readonly Passed[]
  readonly notes: readonly ReadingNote[]
  readonly regions: readonly string[]
  readonly periods: readonly Period[]
}

/** What a series of the table means: a new indicator, one that is there, or nothing. */
export type SeriesMeaning =
  | { readonly kind: 'new'; readonly code: string; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'existing'; readonly code: string; readonly key: string }
  | { readonly kind: 'none'; readonly code: string }

/** What the table is, beside its observations. All texts as typed, so that a page can show them again. */
export type About = Readonly<Record<string, string>>

export type DraftId = string & { readonly __draft: true }
/** A file that came and waits: nothing of it is public, nothing is stored as a figure. */
export type Draft = {
  readonly id: DraftId
  readonly fileName: string
  readonly sha256: string
  readonly size: number
  readonly broughtAt: Date
  /** code of the own table it is a newer file of; null: a new one */
  readonly table: string | null
  readonly file: Omit<SheetFile, 'sheets'> & { readonly sheets: readonly SheetFile['sheets'][number][] }
  readonly mapping: Mapping | null
  /** set once the columns were confirmed, or taken from the kept mapping */
  readonly step: Step
  readonly about: About
  /** recognised by its heads alone: a person has to say whether it is that table */
  readonly isOfKept: boolean
}
export const steps = ['columns', 'meaning', 'preview'] as const
export type Step = (typeof steps)[number]

/** An own table that was stored before: its mapping waits for the next file. */
export type OwnTable = { readonly dataset: string; readonly title: Bilingual; readonly signature: string; readonly kept: KeptMapping; readonly about: About; readonly savedAt: Date }
/** A mapping by the names of heads, because next year's file has other columns in other places. */
export type KeptMapping = Omit<Mapping, 'sheet' | 'region' | 'period' | 'values' | 'series' | 'flag' | 'unit'> & {
  readonly sheetName: string
  readonly region: string | null
  readonly period: string | null
  readonly series: string | null
  readonly flag: string | null
  readonly unit: string | null
  /** names of value columns; 'periods': all whose head is a period */
  readonly values: 'periods' | readonly string[]
}

export const tablesPath = '/evidence/tables'
export const newTablePath = '/evidence/tables/new'
export const draftPath = (id: string, step: Step): string => `/evidence/tables/drafts/${id}/${step}`
/** at most: beyond it a mapping is surely wrong */
export const seriesAtMost = 30
