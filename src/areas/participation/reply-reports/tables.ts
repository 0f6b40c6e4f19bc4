// The tables of reply reports: each as it was made final, and its files.
import type { ColumnType } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>

export type ReplyReportTables = {
  'participation.replyReport': {
    id: SetOnce<Id<'replyReport'>>; process: SetOnce<Ref<'consultation'>>; version: SetOnce<number>; kind: SetOnce<'report' | 'none'>; why: SetOnce<string>; content: ColumnType<unknown, string, never>
    rows: SetOnce<number>; received: SetOnce<number>; finalisedBy: AccountId | null; finalisedAt: SetOnce<Date>
  }
  'participation.replyReportFile': { report: SetOnce<Id<'replyReport'>>; language: SetOnce<'bg' | 'en'>; format: SetOnce<'html' | 'docx' | 'pdf' | 'csv'>; sha256: SetOnce<string>; size: SetOnce<number> }
}
