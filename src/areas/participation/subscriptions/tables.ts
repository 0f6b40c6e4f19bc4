// The tables of following: who follows what, what happened, who was told.
import type { ColumnType } from 'kysely'
import type { Id } from '#kernel/id.ts'

type SetOnce<T> = ColumnType<T, T, never>

export type SubscriptionTables = {
  'participation.follow': { id: SetOnce<string>; contact: SetOnce<Id<'contact'>>; about: SetOnce<string>; how: 'atOnce' | 'daily' | 'weekly' | 'none'; madeAt: SetOnce<Date>; confirmedAt: Date | null }
  'participation.notice': {
    id: SetOnce<string>; about: SetOnce<readonly string[]>; kind: SetOnce<string>; saysBg: SetOnce<string>; saysEn: SetOnce<string>; path: SetOnce<string>; at: SetOnce<Date>
    exceptContact: Id<'contact'> | null; toldAtOnce: boolean; onceKey: SetOnce<string | null>
  }
  'participation.noticeLetter': { notice: SetOnce<string>; contact: SetOnce<Id<'contact'>>; letterKey: SetOnce<string>; at: SetOnce<Date> }
  'participation.bounce': { key: SetOnce<string>; contact: SetOnce<Id<'contact'>>; at: SetOnce<Date> }
}
