// The quotations of a split text go with its author; parts and whole keep their numbers and their answers.
import type { Ref } from '#kernel/thread.ts'
import type { Writer } from '#store/handle.ts'
import type { GroupingTables } from '../tables.ts'

export const emptyQuotes = async (writer: Writer, wholes: readonly Ref[]): Promise<number> =>
  wholes.length === 0 ? 0 : Number((await writer.withTables<GroupingTables>().updateTable('participation.part').set({ quote: '…' }).where('whole', 'in', [...wholes]).executeTakeFirst()).numUpdatedRows)
