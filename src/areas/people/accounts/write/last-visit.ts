// Notes that a person looked at their start page: what changed since the visit before is told there.
import type { AccountId } from '#kernel/who.ts'
import type { Writer } from '#store/handle.ts'
import { findLastVisit } from '../read.ts'
import { isSameVisit } from '../rules.ts'
import type { AccountTables } from '../tables.ts'

export const noteVisit = async (writer: Writer, { account, now }: { account: AccountId; now: Date }): Promise<void> => {
  const last = await findLastVisit(writer.reader, { account })
  const beforeAt = last === undefined ? null : isSameVisit(last, now) ? last.beforeAt : last.seenAt
  await writer.withTables<AccountTables>().insertInto('people.lastVisit').values({ account, seenAt: now, beforeAt })
    .onConflict((row) => row.column('account').doUpdateSet({ seenAt: now, beforeAt })).execute()
}
