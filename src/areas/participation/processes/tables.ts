// The table of processes.
import type { ColumnType } from 'kysely'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>

export type ProcessTables = {
  'participation.process': {
    id: SetOnce<Ref<'consultation'>>; slug: SetOnce<string>; kind: SetOnce<'standing' | 'call' | 'draft'>; state: 'draft' | 'published' | 'withdrawn'
    titleBg: string; titleEn: string; saysBg: string; saysEn: string; opensAt: Date; closesAt: Date | null; anonymousAllowed: boolean; counts: 'email' | 'inPerson'; moderation: 'before' | 'after'
    answersByOthers: boolean; keepsText: boolean; unit: string; dueDays: number; version: number; madeBy: SetOnce<AccountId | null>; madeAt: SetOnce<Date>; changedAt: Date
  }
}
