// The tables of grouping: merges that can be undone, and parts split off.
import type { ColumnType } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>

export type GroupingTables = {
  'participation.merge': {
    id: SetOnce<Id<'merge'>>; member: SetOnce<Ref>; target: SetOnce<Ref>; why: SetOnce<string>; stateBefore: SetOnce<string>; byAccount: AccountId | null; at: SetOnce<Date>
    undoneAt: Date | null; undoneBy: AccountId | null
  }
  'participation.part': { part: SetOnce<Ref>; whole: SetOnce<Ref>; quote: string; position: SetOnce<number>; byAccount: AccountId | null; at: SetOnce<Date> }
}
