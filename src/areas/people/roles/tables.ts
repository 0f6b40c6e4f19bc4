// The tables of roles and duties. Accounts are another topic: here they are only numbers.
import type { ColumnType } from 'kysely'
import type { AccountId, Role } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>
type ByDefault = ColumnType<Date, Date | undefined, Date>

export type RoleTables = {
  'people.role': { account: SetOnce<AccountId>; role: Exclude<Role, 'visitor'>; givenBy: AccountId | null; givenAt: ByDefault }
  'people.duty': { account: SetOnce<AccountId>; duty: SetOnce<'moderator' | 'answering' | 'editor' | 'reviewer'>; givenBy: AccountId | null; givenAt: ByDefault }
}
