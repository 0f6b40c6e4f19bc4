// The table of figures, as types.
import type { Ref } from '#kernel/thread.ts'
import type { ColumnType, Generated } from 'kysely'

export type FigureTables = {
  'evidence.figure': {
    id: Ref<'figure'>
    number: Generated<number>
    about: Ref<'indicator'> | Ref<'analysis'>
    kind: 'indicator' | 'analysis'
    titleBg: string
    titleEn: string
    frozen: ColumnType<unknown, string, never>
    contentSha256: string
    pinnedAt: Date
    pinnedBy: string | null
  }
}
