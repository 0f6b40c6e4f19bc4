// The tables of texts.
import type { ColumnType } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>
type BySchema<T> = ColumnType<T, never, never>

export type TextTables = {
  'participation.text': {
    id: SetOnce<Id<'text'>>; number: BySchema<number>; titleBg: string; titleEn: string; language: SetOnce<'bg' | 'en'>; state: 'preview' | 'current'
    version: number; nextBlock: number; madeBy: SetOnce<AccountId | null>; madeAt: SetOnce<Date>; changedAt: Date
  }
  'participation.textVersion': {
    text: SetOnce<Id<'text'>>; version: SetOnce<number>; beganFrom: SetOnce<number | null>; why: SetOnce<string>; hash: SetOnce<string>; madeBy: SetOnce<AccountId | null>; madeAt: SetOnce<Date>
  }
  'participation.textBlock': {
    text: SetOnce<Id<'text'>>; version: SetOnce<number>; position: SetOnce<number>; block: SetOnce<number>; blockVersion: SetOnce<number>
    kind: SetOnce<'heading' | 'paragraph' | 'list' | 'table'>; level: SetOnce<number>; source: SetOnce<string>; hash: SetOnce<string>
  }
  'participation.textSuccessor': { text: SetOnce<Id<'text'>>; block: SetOnce<number>; successor: SetOnce<number>; namedBy: SetOnce<AccountId | null>; namedAt: SetOnce<Date> }
}
