// One-time links: random text whose hash alone is kept, one purpose, one use, an end. Used, expired and foreign ones look alike.
import { createHash, randomBytes } from 'node:crypto'
import type { AccountId } from '#kernel/who.ts'
import type { Writer } from '#store/handle.ts'
import { isTokenShaped, tokenEnd, type TokenPurpose } from '../rules.ts'
import type { AccountTables } from '../tables.ts'

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
type At = { readonly writer: Writer; readonly now: Date }

export const makeToken = async ({ writer, now }: At, { purpose, account }: { purpose: TokenPurpose; account: AccountId | null }): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await writer.withTables<AccountTables>().insertInto('people.token')
    .values({ hash: hashOf(token), purpose, account, madeAt: now, expiresAt: tokenEnd(purpose, now) }).execute()
  return token
}

/** Uses the link up. undefined for a link that is used, over, for something else, or was never made. */
export const spendToken = async ({ writer, now }: At, { token, purposes }: { token: string; purposes: readonly TokenPurpose[] }):
  Promise<{ readonly purpose: TokenPurpose; readonly account: AccountId | null } | undefined> => {
  if (!isTokenShaped(token)) return undefined
  return writer.withTables<AccountTables>().updateTable('people.token').set({ usedAt: now })
    .where('hash', '=', hashOf(token)).where('usedAt', 'is', null).where('expiresAt', '>', now).where('purpose', 'in', purposes)
    .returning(['purpose', 'account']).executeTakeFirst()
}
/** A new console link makes the older ones useless. */
export const dropTokens = async ({ writer }: At, { purpose }: { purpose: TokenPurpose }): Promise<void> => {
  await writer.withTables<AccountTables>().deleteFrom('people.token').where('purpose', '=', purpose).execute()
}
