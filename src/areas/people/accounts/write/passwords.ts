// Keeps the hash of a password that has been judged and hashed already, outside the transaction.
import type { AccountId } from '#kernel/who.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import type { By } from '../write.ts'
import type { AccountTables } from '../tables.ts'

/** Whoever else was signed in with the old password is signed out; `session` is the one that stays. */
export const setPassword = async (by: By, { account, hash, session }: { account: AccountId; hash: string; session: string | null }): Promise<void> => {
  const tables = by.writer.withTables<AccountTables>()
  await tables.insertInto('people.credential').values({ id: newId(), accountId: account, providerId: 'credential', userId: account, password: hash })
    .onConflict((conflict) => conflict.columns(['userId', 'providerId']).doUpdateSet({ password: hash, updatedAt: by.now })).execute()
  let others = tables.deleteFrom('people.session').where('userId', '=', account)
  if (session !== null) others = others.where('id', '<>', session)
  await others.execute()
  await recordAct(by.writer, { who: by.who.account, act: 'people.password.set', thing: account })
}
