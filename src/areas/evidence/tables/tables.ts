// The tables of own tables, as types. What stands inside their jsonb is known to the rules.
import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<Record<string, never>, string, string>

export type OwnTables = {
  'evidence.tableDraft': {
    id: string
    fileName: string
    sha256: string
    size: number
    broughtBy: string | null
    broughtAt: Date
    ownTable: string | null
    content: Json
    mapping: ColumnType<Record<string, never> | null, string | null, string | null>
    isOfKept: Generated<boolean>
    about: ColumnType<Record<string, string>, string | undefined, string>
    step: 'columns' | 'meaning' | 'preview'
  }
  'evidence.ownTable': {
    dataset: string
    signature: string
    mapping: Json
    about: ColumnType<Record<string, string>, string, string>
    savedAt: Date
    savedBy: string | null
  }
}
