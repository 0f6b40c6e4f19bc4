// The tables of the current-state report.
import type { ColumnType } from 'kysely'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>
export type DocumentTables = {
  'strategy.reportText': { chapter: SetOnce<string>; version: SetOnce<number>; textBg: SetOnce<string>; textEn: SetOnce<string>; savedBy: SetOnce<AccountId | null>; savedAt: SetOnce<Date> }
  'strategy.edition': {
    id: SetOnce<Ref<'document'>>; number: SetOnce<number>; asOf: SetOnce<string>; why: SetOnce<string>; contentBg: SetOnce<string>; contentEn: SetOnce<string>; sha256Bg: SetOnce<string>; sha256En: SetOnce<string>
    publishedBy: SetOnce<AccountId | null>; publishedAt: SetOnce<Date>
  }
  'strategy.editionFigure': {
    edition: SetOnce<Ref<'document'>>; language: SetOnce<'bg' | 'en'>; place: SetOnce<number>; kind: SetOnce<'figure' | 'table'>; number: SetOnce<number>; block: SetOnce<string>; heading: SetOnce<string>
    sources: ColumnType<unknown, string, never>; sha256: SetOnce<string>
  }
}
