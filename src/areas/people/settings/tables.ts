// The tables of settings: what the body says of itself, its mailbox, and how far the first set-up has come.
import type { ColumnType } from 'kysely'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>
/** Written as JSON text, read as a value. */
type Json = ColumnType<Readonly<Record<string, unknown>>, string, string>
type MaybeJson = ColumnType<Readonly<Record<string, unknown>> | null, string | null, string | null>

export type SettingTables = {
  'people.setting': { form: SetOnce<'body' | 'contact' | 'funding'>; fallback: Json; value: MaybeJson; version: number; changedAt: Date | null; changedBy: AccountId | null }
  'people.mailbox': {
    one: SetOnce<boolean>; address: string; host: string; port: number; security: 'tls' | 'starttls'; userName: string; folder: string; secret: Buffer | null
    version: number; changedAt: Date | null; changedBy: AccountId | null
  }
  'people.setupStep': { step: SetOnce<'body' | 'contact' | 'mailbox' | 'funding' | 'colleagues'>; outcome: 'saved' | 'skipped'; settledAt: Date; settledBy: AccountId | null }
}
