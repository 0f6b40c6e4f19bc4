// What moderation forgets: everything written to or by an author who is erased, and old words of reports and objections.
// The lines of the public log stay: they hold no text and no name.
import type { Writer } from '#store/handle.ts'
import type { Ref } from '#kernel/thread.ts'
import type { ModerationTables } from '../tables.ts'

const tables = (writer: Writer) => writer.withTables<ModerationTables>()

export const eraseOf = async (writer: Writer, contributions: readonly Ref[]): Promise<number> => {
  if (contributions.length === 0) return 0
  const ids = [...contributions]
  const decisions = await tables(writer).updateTable('participation.moderation').set({ passage: null, says: null, judgedWhy: null }).where('contribution', 'in', ids).executeTakeFirst()
  await tables(writer).updateTable('participation.moderation').set({ objection: '' }).where('contribution', 'in', ids).where('objectedAt', 'is not', null).execute()
  const notes = await tables(writer).deleteFrom('participation.staffNote').where('contribution', 'in', ids).executeTakeFirst()
  await tables(writer).updateTable('participation.flag').set({ says: '' }).where('contribution', 'in', ids).execute()
  return Number(decisions.numUpdatedRows) + Number(notes.numDeletedRows)
}
export const clearOldReports = async (writer: Writer, olderThan: Date): Promise<number> =>
  Number((await tables(writer).updateTable('participation.flag').set({ says: '' }).where('settledAt', '<', olderThan).where('says', '<>', '').executeTakeFirst()).numUpdatedRows)
export const clearOldObjections = async (writer: Writer, olderThan: Date): Promise<number> =>
  Number((await tables(writer).updateTable('participation.moderation').set({ objection: '', passage: null, says: null, judgedWhy: null }).where('judgedAt', '<', olderThan).where('objection', '<>', '').executeTakeFirst()).numUpdatedRows)
