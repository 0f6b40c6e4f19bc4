// The tables of correspondence: letters that came by e-mail, where they stood, what was attached, and what leads answers home.
import type { ColumnType } from 'kysely'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>

export type MailTables = {
  'participation.mail': {
    id: SetOnce<string>; raw: SetOnce<string>; rawSize: SetOnce<number>; door: SetOnce<'imap' | 'smtp' | 'upload'>; uploadedBy: SetOnce<AccountId | null>; wantsAnswer: SetOnce<boolean>; arrivedAt: SetOnce<Date>
    messageId: string | null; wordsHash: string | null; fromEmail: string | null; fromKey: string | null; fromName: string; subject: string; text: string; language: 'bg' | 'en' | null; sentAt: Date | null
    state: string; reason: string | null; marks: readonly string[]; contribution: Ref | null; answeredAt: Date | null
    settledBy: AccountId | null; settledAt: Date | null; settledWhy: string | null
  }
  'participation.mailPlace': { mailbox: string; uidValidity: number; uid: number; mail: string }
  'participation.mailPart': { mail: string; position: number; name: string; says: string; mediaType: string; sha256: string; size: number }
  'participation.mailThread': { key: string; contribution: Ref; madeAt: Date }
}
