// The nouns of specialisation: which figures by activity are looked at, beside whom, and what follows for each activity. How it is counted is in
// rules/picture.ts. Not the words on the screen.
import type { Bilingual } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import { parsePeriod } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import type { Spread } from '#stats/spread.ts'
import type { Cell } from '#areas/evidence/datasets/rules.ts'
import type { Credit, Indicator, Standing } from '#areas/evidence/indicators/rules.ts'
import { isSetName, type SetName } from './rules/activities.ts'
import type { Asked, Figures, Picture } from './rules/picture.ts'

export const specialisationPath = '/evidence/specialisation'
export const keepSpecialisationPath = `${specialisationPath}/keep`
export const sides = ['country', 'union'] as const
/** The economy that quotients and shift-share are told against. */
export type Side = (typeof sides)[number]
export const axes = ['complexity', 'wage', 'growth'] as const
/** What the height of the strategic diagram stands for. */
export type Axis = (typeof axes)[number]

/** What was asked for by address; null: what the figures suggest. */
export type Choice = {
  readonly set: SetName | null
  readonly side: Side
  readonly period: Period | null
  readonly axis: Axis | null
  /** the crosshair, as typed: per cent for nearness, in the axis's own unit for value; null: the medians */
  readonly near: number | null
  readonly worth: number | null
}
export const noChoice: Choice = { set: null, side: 'country', period: null, axis: null, near: null, worth: null }

/** „12,5“ and „12.5“ alike; anything else is no number. */
const numberOf = (text: string | null): number | null => {
  const typed = (text ?? '').trim().replace(',', '.').replace('−', '-')
  return /^-?\d{1,6}(\.\d{1,6})?$/.test(typed) ? Number(typed) : null
}
export const choiceOf = (query: URLSearchParams): Choice => {
  const set = query.get('set')
  return {
    set: set !== null && isSetName(set) ? set : null, side: sides.find((one) => one === query.get('side')) ?? 'country', period: parsePeriod(query.get('period') ?? '') ?? null,
    axis: axes.find((one) => one === query.get('axis')) ?? null, near: numberOf(query.get('near')), worth: numberOf(query.get('worth')),
  }
}
/** Typed and no number: said beside the field, with what was typed. */
export const strangeOf = (query: URLSearchParams): readonly ('near' | 'worth')[] =>
  (['near', 'worth'] as const).filter((name) => (query.get(name) ?? '').trim() !== '' && numberOf(query.get(name)) === null)
export const queryOf = (choice: Partial<Choice>): string => {
  const parts = [
    choice.set ? `set=${choice.set}` : '', choice.side === 'union' ? 'side=union' : '', choice.period ? `period=${encodeURIComponent(choice.period)}` : '',
    choice.axis ? `axis=${choice.axis}` : '', choice.near == null ? '' : `near=${choice.near}`, choice.worth == null ? '' : `worth=${choice.worth}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** A set of figures by activity, there or not: what is missing says how it comes. */
export type Shelf = { readonly set: SetName; readonly dataset: string; readonly title: Bilingual; readonly has: 'figures' | 'nothing'; readonly total: Indicator | null }

export type Named = { readonly id: string; readonly key: string; readonly name: Bilingual }
/** The whole answer about one set of figures. */
export type Seen = {
  readonly set: SetName
  /** whose figures they are: the district, or the region above it where only that has them */
  readonly shown: Region
  readonly beside: Region
  readonly side: Side
  readonly country: Region
  readonly union: Region
  readonly period: Period
  readonly earlier: Period | null
  /** periods that may be asked for, newest first */
  readonly periods: readonly Period[]
  readonly axis: Axis
  /** axes that have figures */
  readonly axes: readonly Axis[]
  readonly activities: readonly Named[]
  /** in the unit of the set, as stored */
  readonly unit: Indicator['unit']
  readonly decimals: number
  readonly picture: Picture
  /** the very tables the picture is drawn from, with the codes of their rows: what is kept of it */
  readonly figures: Figures
  readonly codes: readonly string[]
  readonly crosshair: Asked
  /** regions that relatedness and complexity are counted on, and of how many countries */
  readonly regions: number
  readonly countries: number
  /** an activity that is only provisional or estimated here, by its place */
  readonly uncertain: readonly number[]
  readonly credits: readonly Credit[]
  readonly wageCredits: readonly Credit[]
}

/** A sector of the country: the only level at which it is published. */
export type CountrySector = { readonly letter: string; readonly name: Bilingual; readonly employees: number | null; readonly share: number | null; readonly changePct: number | null; readonly wage: number | null; readonly wageToAverage: number | null }
export type CountrySectors = { readonly country: Region; readonly period: Period; readonly earlier: Period; readonly rows: readonly CountrySector[]; readonly credits: readonly Credit[] }

/** An indicator that is published without a division by activity, among regions of its level. */
export type KnownRow = { readonly indicator: Indicator; readonly shown: Region; readonly period: Period; readonly own: Cell; readonly standings: readonly Standing[]; readonly spread: Spread | null; readonly credits: readonly Credit[] }
export type Known = KnownRow & { readonly quotient: number | null }
/** Foreign investment: shares of the country's, and one divided by the other. */
export type Outward = KnownRow & { readonly country: Region; readonly ofInvestment: number | null; readonly ofPeople: number | null; readonly quotient: number | null }

export type Specialisation = {
  readonly home: Region
  readonly choice: Choice
  readonly shelves: readonly Shelf[]
  /** null: no set of figures by activity is here yet */
  readonly seen: Seen | null
  readonly sectors: CountrySectors | null
  readonly industry: Known | null
  readonly technology: readonly KnownRow[]
  readonly outward: Outward | null
  /** the region above, of which divisions are published */
  readonly above: Region
}
