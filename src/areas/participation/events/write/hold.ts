// One event held until the act is done: whoever else would change it waits.
import type { Ref } from '#kernel/thread.ts'
import type { WriteVisit } from '#store/visit.ts'
import { findEvent } from '../read.ts'
import type { PublicEvent } from '../rules.ts'
import type { EventTables } from '../tables.ts'

const held = (visit: WriteVisit) => visit.writer.withTables<EventTables>().selectFrom('participation.event').select('number').forUpdate()
export const holdEvent = async (visit: WriteVisit, number: number): Promise<PublicEvent | undefined> => {
  await held(visit).where('number', '=', number).execute()
  return findEvent(visit.writer.reader, { number, who: 'staff' })
}
export const holdById = async (visit: WriteVisit, id: Ref<'event'>): Promise<PublicEvent | undefined> => {
  const row = await held(visit).where('id', '=', id).executeTakeFirst()
  return row && findEvent(visit.writer.reader, { number: row.number, who: 'staff' })
}
