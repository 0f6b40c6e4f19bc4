// Questions about accounts, their sessions and letters. For staff readers only: the role of public pages may not look here.
import { sql } from 'kysely'
import type { AccountId } from '#kernel/who.ts'
import type { Reader } from '#store/handle.ts'
import { listStandings, findStanding } from '#areas/people/roles/read.ts'
import type { Account, LastVisit, OpenSession, Person } from './rules.ts'
import type { AccountTables } from './tables.ts'

const columns = ['id', 'name', 'email', 'emailVerified', 'language', 'createdAt', 'endedAt'] as const
const accounts = (reader: Reader) => reader.withTables<AccountTables>()

export const findAccount = (reader: Reader, { id }: { id: AccountId }): Promise<Account | undefined> =>
  accounts(reader).selectFrom('people.account').select(columns).where('id', '=', id).executeTakeFirst()

/** By address, in any spelling of its case. */
export const findAccountByEmail = (reader: Reader, { email }: { email: string }): Promise<Account | undefined> =>
  accounts(reader).selectFrom('people.account').select(columns).where('email', '=', email.trim().toLowerCase()).executeTakeFirst()

const seen = sql<Date | null>`(select max(session.updated_at) from people.session where session.user_id = account.id)`
const hasPassword = sql<boolean>`exists (select from people.credential where credential.user_id = account.id)`

export const listPeople = async (reader: Reader): Promise<readonly Person[]> => {
  const [rows, standings] = await Promise.all([
    accounts(reader).selectFrom('people.account').select([...columns, seen.as('lastSeenAt'), hasPassword.as('hasPassword')]).orderBy('name').orderBy('id').execute(),
    listStandings(reader),
  ])
  const byAccount = new Map(standings.map((standing) => [standing.account, standing]))
  return rows.map((row) => ({ ...row, role: byAccount.get(row.id)?.role ?? null, duties: byAccount.get(row.id)?.duties ?? [] }))
}
export const findPerson = async (reader: Reader, { id }: { id: AccountId }): Promise<Person | undefined> => {
  const [row, standing] = await Promise.all([
    accounts(reader).selectFrom('people.account').select([...columns, seen.as('lastSeenAt'), hasPassword.as('hasPassword')]).where('id', '=', id).executeTakeFirst(),
    findStanding(reader, { account: id }),
  ])
  return row && { ...row, role: standing?.role ?? null, duties: standing?.duties ?? [] }
}
/** Names for numbers, for pages that show who did something; erased people have no name any more. */
export const listNames = async (reader: Reader, { ids }: { ids: readonly AccountId[] }): Promise<ReadonlyMap<AccountId, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await accounts(reader).selectFrom('people.account').select(['id', 'name']).where('id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export const listSessions = (reader: Reader, { account, now }: { account: AccountId; now: Date }): Promise<readonly OpenSession[]> =>
  accounts(reader).selectFrom('people.session').select(['id', 'device', 'createdAt', 'updatedAt', 'expiresAt'])
    .where('userId', '=', account).where('expiresAt', '>', now).orderBy('updatedAt', 'desc').execute()

export const findPasswordHash = async (reader: Reader, { account }: { account: AccountId }): Promise<string | undefined> =>
  (await accounts(reader).selectFrom('people.credential').select('password').where('userId', '=', account).executeTakeFirst())?.password

/** Everything the product keeps about a person under their own name, for their export. Acts and letters are asked of the store. */
export type OwnRecord = {
  readonly person: Person
  readonly sessions: readonly OpenSession[]
  readonly passwordChangedAt: Date | null
}
export const findOwnRecord = async (reader: Reader, { id, now }: { id: AccountId; now: Date }): Promise<OwnRecord | undefined> => {
  const [person, sessions, credential] = await Promise.all([
    findPerson(reader, { id }),
    listSessions(reader, { account: id, now }),
    accounts(reader).selectFrom('people.credential').select('updatedAt').where('userId', '=', id).executeTakeFirst(),
  ])
  return person && { person, sessions, passwordChangedAt: credential?.updatedAt ?? null }
}

export const findLastVisit = (reader: Reader, { account }: { account: AccountId }): Promise<LastVisit | undefined> =>
  accounts(reader).selectFrom('people.lastVisit').select(['seenAt', 'beforeAt']).where('account', '=', account).executeTakeFirst()

/** Hashed addresses and names of attempts to sign in, past their time. */
export const countOldAttempts = async (reader: Reader, olderThan: Date): Promise<number> =>
  (await accounts(reader).selectFrom('people.attempt').select((of) => of.fn.countAll<number>().as('n')).where('at', '<', olderThan).executeTakeFirstOrThrow()).n
