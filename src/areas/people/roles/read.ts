// Questions about roles and duties. Who the accounts are is asked of accounts.
import type { AccountId, Permission } from '#kernel/who.ts'
import type { Reader } from '#store/handle.ts'
import { sql } from 'kysely'
import { permissions, type Duty, type PermissionName, type StaffRole } from './rules.ts'
import type { RoleTables } from './tables.ts'

export type Standing = { readonly account: AccountId; readonly role: StaffRole; readonly duties: readonly Duty[] }

export const listStandings = async (reader: Reader): Promise<readonly Standing[]> =>
  reader.withTables<RoleTables>().selectFrom('people.role')
    .select(['account', 'role', sql<Duty[]>`array(select duty from people.duty where duty.account = role.account order by duty)`.as('duties')])
    .orderBy('account').execute()

export const findStanding = async (reader: Reader, { account }: { account: AccountId }): Promise<Standing | undefined> =>
  reader.withTables<RoleTables>().selectFrom('people.role')
    .select(['account', 'role', sql<Duty[]>`array(select duty from people.duty where duty.account = role.account order by duty)`.as('duties')])
    .where('account', '=', account).executeTakeFirst()

export const countAdministrators = async (reader: Reader): Promise<number> => {
  const { n } = await reader.withTables<RoleTables>().selectFrom('people.role').select(({ fn }) => fn.countAll<number>().as('n'))
    .where('role', '=', 'administrator').executeTakeFirstOrThrow()
  return n
}

/** One line of the policy table, for pages that the door draws itself. */
export const permissionOf = (name: PermissionName): Permission => permissions[name]
export const listPolicy = (): readonly Permission[] => Object.values(permissions)
