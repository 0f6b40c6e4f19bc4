// The tables of accounts. Session and credential have the shape that the accounts library expects.
import type { ColumnType } from 'kysely'
import type { Language } from '#kernel/language.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>
type ByDefault<T> = ColumnType<T, T | undefined, T>

export type AccountTables = {
  'people.account': {
    id: SetOnce<AccountId>; name: string; email: string; emailVerified: ByDefault<boolean>; language: ByDefault<Language>
    createdAt: ByDefault<Date>; updatedAt: ByDefault<Date>; invitedBy: SetOnce<AccountId | null>; endedAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  }
  'people.credential': {
    id: SetOnce<string>; accountId: SetOnce<string>; providerId: SetOnce<'credential'>; userId: SetOnce<AccountId>; password: string
    createdAt: ByDefault<Date>; updatedAt: ByDefault<Date>
  }
  'people.session': {
    id: SetOnce<string>; userId: SetOnce<AccountId>; token: SetOnce<string>; expiresAt: Date; device: string | null; ipAddress: string | null
    createdAt: ByDefault<Date>; updatedAt: ByDefault<Date>
  }
  'people.token': {
    hash: SetOnce<Buffer>; purpose: SetOnce<'signIn' | 'invitation' | 'firstAdministrator'>; account: SetOnce<AccountId | null>; madeAt: ByDefault<Date>; expiresAt: Date
    usedAt: ColumnType<Date | null, never, Date | null>
  }
  'people.lastVisit': { account: SetOnce<AccountId>; seenAt: Date; beforeAt: Date | null }
  'people.attempt': { key: SetOnce<Buffer>; tokens: number; at: Date }
}
