// Counts attempts to sign in, per person and per network address, in the database: a restart must not hand out new guesses.
// What is counted is kept as a hash under a key of the day, so that the table names nobody.
import { createHmac } from 'node:crypto'
import type { Writer } from '#store/handle.ts'
import { limits, takeAttempt, type LimitName } from '../rules.ts'
import type { AccountTables } from '../tables.ts'

type Counted = { readonly limit: LimitName; readonly of: string }

/** 0 when every limit had room, else the minutes to wait. Done in a writing of its own: it stays counted whatever follows. */
export const countAttempt = async ({ writer, now, secret }: { writer: Writer; now: Date; secret: string }, counted: readonly Counted[]): Promise<number> => {
  const day = now.toISOString().slice(0, 10)
  const keyOf = ({ limit, of }: Counted): Buffer => createHmac('sha256', secret).update(`attempt ${day} ${limit} ${of}`).digest()
  let wait = 0
  // Always in the same order, so that two attempts never wait for each other crosswise.
  for (const each of [...counted].sort((a, b) => (a.limit < b.limit ? -1 : 1))) {
    const key = keyOf(each)
    await writer.withTables<AccountTables>().insertInto('people.attempt').values({ key, tokens: limits[each.limit].holds, at: now }).onConflict((conflict) => conflict.doNothing()).execute()
    const left = await writer.withTables<AccountTables>().selectFrom('people.attempt').select(['tokens', 'at']).where('key', '=', key).forUpdate().executeTakeFirst()
    const took = takeAttempt(limits[each.limit], left, now)
    await writer.withTables<AccountTables>().updateTable('people.attempt').set({ tokens: took.tokens, at: now }).where('key', '=', key).execute()
    if (took.allowed === 'no') wait = Math.max(wait, took.waitMinutes)
  }
  return wait
}

/** Yesterday's attempts, links long over and sessions past their end; called by the clock once a day. */
export const forgetExpired = async ({ writer, now }: { writer: Writer; now: Date }): Promise<number> => {
  const ago = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000)
  const tables = writer.withTables<AccountTables>()
  const gone = await Promise.all([
    tables.deleteFrom('people.attempt').where('at', '<', ago(36)).executeTakeFirst(),
    tables.deleteFrom('people.token').where('expiresAt', '<', ago(24 * 7)).executeTakeFirst(),
    tables.deleteFrom('people.session').where('expiresAt', '<', ago(24)).executeTakeFirst(),
  ])
  return gone.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0)
}
export const dropOldAttempts = async (writer: Writer, olderThan: Date): Promise<number> =>
  Number((await writer.withTables<AccountTables>().deleteFrom('people.attempt').where('at', '<', olderThan).executeTakeFirst()).numDeletedRows)
