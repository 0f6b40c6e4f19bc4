// The table of news.
import type { ColumnType } from 'kysely'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>
type BySchema<T> = ColumnType<T, never, never>

export type NewsTables = {
  'participation.newsPost': {
    id: SetOnce<Ref<'news'>>; number: BySchema<number>; state: 'draft' | 'published' | 'withdrawn'; datedOn: string
    titleBg: string; titleEn: string; textBg: string; textEn: string
    picture: string | null; pictureSize: number | null; pictureType: 'image/png' | 'image/jpeg' | null; pictureWidth: number | null; pictureHeight: number | null
    alternativeBg: string; alternativeEn: string
    publishedAt: Date | null; withdrawnAt: Date | null; withdrawnWhy: string | null; version: number; madeBy: SetOnce<AccountId | null>; changedAt: Date
  }
}
