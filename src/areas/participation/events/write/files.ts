// Materials and photographs of an event, and the erasure of access needs after it.
import type { Bilingual } from '#kernel/language.ts'
import type { Ref } from '#kernel/thread.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import type { WriteVisit } from '#store/visit.ts'
import type { EventTables } from '../tables.ts'
import { holdEvent } from './hold.ts'

const tables = (visit: WriteVisit) => visit.writer.withTables<EventTables>()
export type NewFile = { readonly kind: 'material' | 'photo'; readonly sha256: string; readonly size: number; readonly name: string; readonly mediaType: string; readonly alternative: Bilingual; readonly consent: string | null; readonly width: number | null; readonly height: number | null }
export const keepFile = async (visit: WriteVisit, { number, file: { alternative, ...file } }: { readonly number: number; readonly file: NewFile }): Promise<void> => {
  const event = await holdEvent(visit, number)
  if (event === undefined) throw new Error(`there is no event ${number}`)
  await tables(visit).insertInto('participation.eventFile').values({ id: newId<'figure'>(), event: event.id, ...file, alternativeBg: alternative.bg, alternativeEn: alternative.en, at: visit.now }).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.event.file', thing: event.id, after: { name: file.name, kind: file.kind } })
}
/** Two weeks after an event nobody needs to know who needed what. */
export const eraseNeeds = async (visit: WriteVisit, { event }: { readonly event: Ref<'event'> }): Promise<void> => {
  await tables(visit).updateTable('participation.eventSignUp').set({ needs: null }).where('event', '=', event).where('needs', 'is not', null).execute()
  await tables(visit).updateTable('participation.event').set({ needsErasedAt: visit.now }).where('id', '=', event).execute()
  await recordAct(visit.writer, { who: null, act: 'participation.event.needsErased', thing: event })
}
