// The tables of roles and duties. Accounts are another topic: here they are only numbers.
import type { ColumnType } from 'kysely'
import type { AccountId } from '#kernel/who.ts'
import type { Duty, StaffRole } from './rules.ts'

type SetOnce<T> = ColumnType<T, T, never>
type ByDefault = ColumnType<Date, Date | undefined, Date>

export type RoleTables = {
  'people.role': { account: SetOnce<AccountId>; role: StaffRole; givenBy: AccountId | null; givenAt: ByDefault }
  'people.duty': { account: SetOnce<AccountId>; duty: SetOnce<Duty>; givenBy: AccountId | null; givenAt: ByDefault }
}
