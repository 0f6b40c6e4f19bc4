// What goes when its time is over: the person behind a link, and answers nobody went on with. Counts stay.
import { dayIn } from '#kernel/day.ts'
import type { Writer } from '#store/handle.ts'
import type { SurveyTables } from '../tables.ts'

const tables = (writer: Writer) => writer.withTables<SurveyTables>()
export const forgetOldLinks = async (writer: Writer, olderThan: Date): Promise<number> =>
  Number((await tables(writer).updateTable('participation.surveyInvitation').set({ contact: null, stopped: true }).where('contact', 'is not', null).where('lastOn', '<', dayIn(olderThan)).executeTakeFirst()).numUpdatedRows)
export const dropOldDrafts = async (writer: Writer, olderThan: Date): Promise<number> =>
  Number((await tables(writer).deleteFrom('participation.surveyDraft').where('onDay', '<', dayIn(olderThan)).executeTakeFirst()).numDeletedRows)
