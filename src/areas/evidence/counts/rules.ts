// The nouns of counted indicators: values that a person enters per period, with source and note. Which period is due is in rules/due.ts.
import type { Bilingual } from '#kernel/language.ts'
import type { Missing } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { AccountId, Role } from '#kernel/who.ts'
import type { Indicator } from '#areas/evidence/indicators/rules.ts'

export const frequencies = ['A', 'S', 'Q', 'M'] as const
export type Frequency = (typeof frequencies)[number]
export const countReasons = ['unknown', 'confidential', 'notApplicable', 'noCases'] as const satisfies readonly Missing[]
export type CountReason = (typeof countReasons)[number]

export type Count = {
  readonly indicator: Indicator['id']
  readonly key: string
  readonly name: Bilingual
  readonly unit: Bilingual
  readonly decimals: number
  readonly level: Indicator['level']
  /** what a value may be, as the checks of the import know it */
  readonly limits: { readonly whole: 'yes' | 'no'; readonly low: number | null; readonly high: number | null }
  readonly dataset: string
  readonly series: string
  readonly frequency: Frequency
  readonly firstPeriod: Period
  readonly daysToEnter: number
}
/** The last word on one region and period; earlier ones stay in the history. */
export type Entry = {
  readonly number: number
  readonly region: string
  readonly period: Period
  readonly value: number | null
  readonly missing: CountReason | null
  readonly decimals: number
  readonly source: string
  readonly note: string
  /** never who: the page is for everybody */
  readonly role: Role
  readonly enteredAt: Date
  readonly vintage: number | null
}
export type Assignee = { readonly account: AccountId; readonly name: string; readonly role: Role }

export const countsPath = '/evidence/counts'
export const newCountPath = '/evidence/counts/new'
export const countPath = (key: string): string => `/evidence/counts/${key}`
export const enterPath = (key: string): string => `/evidence/counts/${key}/enter`
export const dutyPath = (key: string): string => `/evidence/counts/${key}/duty`

export const latestOf = (entries: readonly Entry[]): readonly Entry[] => {
  const last = new Map<string, Entry>()
  for (const entry of entries) {
    const at = `${entry.region}\t${entry.period}`
    if ((last.get(at)?.number ?? -1) < entry.number) last.set(at, entry)
  }
  return [...last.values()]
}
