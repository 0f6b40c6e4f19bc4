// The tables of the register of stakeholders.
import type { ColumnType } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>
type Sector = 'administration' | 'business' | 'finance' | 'education' | 'ngo' | 'citizens' | 'media'

export type StakeholderTables = {
  'participation.stakeholder': {
    id: SetOnce<Id<'stakeholder'>>; kind: SetOnce<'organisation' | 'informal' | 'person'>; organisation: Id<'organisation'> | null; contact: Id<'contact'> | null; sector: Sector; secondLevel: string
    municipality: string | null; language: 'bg' | 'en'; channel: 'email' | 'post' | 'phone' | 'inPerson'; source: string; verifiedOn: string; note: string; objectedAt: Date | null
    mergedInto: Id<'stakeholder'> | null; version: number; madeBy: SetOnce<AccountId | null>; madeAt: SetOnce<Date>; changedAt: Date
  }
  'participation.stakeholderRating': { id: SetOnce<string>; stakeholder: Id<'stakeholder'>; issue: SetOnce<string>; interest: SetOnce<number>; influence: SetOnce<number>; reason: SetOnce<string>; rater: SetOnce<AccountId | null>; ratedAt: SetOnce<Date> }
  'participation.stakeholderInvitation': { stakeholder: Id<'stakeholder'>; about: SetOnce<string>; invitedBy: SetOnce<AccountId | null>; invitedAt: SetOnce<Date> }
  'participation.stakeholderDraft': { id: SetOnce<string>; name: SetOnce<string>; content: ColumnType<unknown, string, never>; madeBy: SetOnce<AccountId | null>; madeAt: SetOnce<Date> }
}
