// The tables of moderation: decisions with their objections, reports by readers, notes among colleagues.
import type { ColumnType } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>
type Reason = 'offTopic' | 'othersData' | 'insult' | 'advertising' | 'unlawful' | 'duplicate' | 'unreadable' | 'test'

export type ModerationTables = {
  'participation.moderation': {
    id: SetOnce<Id<'moderation'>>; contribution: SetOnce<Ref>; act: SetOnce<'published' | 'masked' | 'refused' | 'removed' | 'restored' | 'merged'>; kind: SetOnce<string>; reason: SetOnce<Reason | null>; passage: string | null; says: string | null
    stateBefore: SetOnce<string>; byAccount: AccountId | null; at: SetOnce<Date>
    objectedAt: Date | null; objection: string | null; judgedAt: Date | null; judgedBy: AccountId | null; outcome: 'upheld' | 'reversed' | null; judgedWhy: string | null
  }
  'participation.flag': {
    id: SetOnce<Id<'flag'>>; contribution: SetOnce<Ref>; argument: SetOnce<string | null>; reason: SetOnce<Reason>; says: string; at: SetOnce<Date>
    settledAt: Date | null; settledBy: AccountId | null; outcome: 'kept' | 'acted' | null
  }
  'participation.staffNote': { id: SetOnce<Id<'note'>>; contribution: SetOnce<Ref>; text: string; byAccount: AccountId | null; at: SetOnce<Date> }
}
