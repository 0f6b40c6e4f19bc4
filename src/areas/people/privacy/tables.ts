// The tables of rights over personal data.
import type { ColumnType } from 'kysely'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>

export type PrivacyTables = {
  'people.privacyRequest': { id: SetOnce<string>; kind: SetOnce<'export' | 'erasure'>; askedBy: SetOnce<'person' | 'staff' | 'retention'>; at: SetOnce<Date>; became: ColumnType<readonly { part: string; erased: number; kept: number }[], string, never> }
  'people.retentionPeriod': { kind: SetOnce<string>; days: number; setBy: AccountId | null; setAt: Date }
  'people.retentionRun': { id: SetOnce<string>; at: SetOnce<Date>; kind: SetOnce<string>; olderThan: SetOnce<Date>; cleared: SetOnce<number> }
  'people.fileToRemove': { sha256: SetOnce<string>; askedAt: SetOnce<Date> }
}
