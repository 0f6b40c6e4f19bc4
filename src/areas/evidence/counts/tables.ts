// The tables of counted indicators, as types.
import type { Period } from '#kernel/period.ts'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId, Role } from '#kernel/who.ts'
import type { Generated } from 'kysely'

export type CountTables = {
  'evidence.count': {
    indicator: Ref<'indicator'>
    dataset: string
    series: string
    frequency: 'A' | 'S' | 'Q' | 'M'
    firstPeriod: Period
    daysToEnter: number
    enteringSince: Date | null
  }
  'evidence.countDuty': {
    number: Generated<number>
    indicator: Ref<'indicator'>
    account: AccountId
    givenAt: Date
    givenBy: string | null
    endedAt: Date | null
  }
  'evidence.countEntry': {
    number: Generated<number>
    indicator: Ref<'indicator'>
    region: string
    period: Period
    cellValue: number | null
    missing: 'unknown' | 'confidential' | 'notApplicable' | 'noCases' | null
    decimals: number
    source: string
    note: string
    role: Role
    enteredBy: string | null
    enteredAt: Date
    vintage: number | null
  }
}
