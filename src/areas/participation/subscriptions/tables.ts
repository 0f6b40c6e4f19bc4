// The tables of following: who follows what, what happened, who was told.
import type { ColumnType } from 'kysely'
import type { ContactId } from '#areas/people/contacts/rules.ts'
import type { How } from './rules.ts'

type SetOnce<T> = ColumnType<T, T, never>

export type SubscriptionTables = {
  'participation.follow': { id: SetOnce<string>; contact: SetOnce<ContactId>; about: SetOnce<string>; how: How; madeAt: SetOnce<Date>; confirmedAt: Date | null }
  'participation.notice': {
    id: SetOnce<string>; about: SetOnce<readonly string[]>; kind: SetOnce<string>; saysBg: SetOnce<string>; saysEn: SetOnce<string>; path: SetOnce<string>; at: SetOnce<Date>
    exceptContact: ContactId | null; toldAtOnce: boolean; onceKey: SetOnce<string | null>
  }
  'participation.noticeLetter': { notice: SetOnce<string>; contact: SetOnce<ContactId>; letterKey: SetOnce<string>; at: SetOnce<Date> }
  'participation.bounce': { key: SetOnce<string>; contact: SetOnce<ContactId>; at: SetOnce<Date> }
}
