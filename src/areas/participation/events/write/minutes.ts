// Notes taken during an event, its minutes, who came, and what people thought of it.
import { randomUUID } from 'node:crypto'
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import { renameThing } from '#store/thread.ts'
import type { WriteVisit } from '#store/visit.ts'
import { findEvent, listCounts, listItems, listNotes, listSignUps } from '../read.ts'
import { countListed, eventPath, type NoteKind, timeOf } from '../rules.ts'
import type { EventTables } from '../tables.ts'
import { holdEvent } from './hold.ts'

const tables = (visit: WriteVisit) => visit.writer.withTables<EventTables>()
export type NewNotes = { readonly item: string | null; readonly table: number | null; readonly kind: NoteKind; readonly topic: string | null; readonly lines: readonly string[] }
export const addNotes = async (visit: WriteVisit, { number, notes }: { readonly number: number; readonly notes: NewNotes }): Promise<PostAnswer> => {
  const event = await holdEvent(visit, number)
  if (event === undefined) return notFound
  if (notes.item !== null && !(await listItems(visit.writer.reader, event.id)).some(({ id }) => id === notes.item)) return notFound
  const last = Math.max(0, ...(await listNotes(visit.writer.reader, event.id)).map(({ position }) => position))
  await tables(visit).insertInto('participation.eventNote').values(notes.lines.map((text, at) => ({
    id: newId<'workshopNote'>(), event: event.id, item: notes.item, tableNumber: notes.table, kind: notes.kind, text, topic: notes.topic, position: last + at + 1, madeBy: visit.who.account, at: visit.now,
  }))).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.event.notes', thing: event.id, after: { added: notes.lines.length } })
  return see(`${eventPath(number)}/notes`, 'participation_notice_event_notes')
}
export const removeNote = async (visit: WriteVisit, { number, note }: { readonly number: number; readonly note: string }): Promise<PostAnswer> => {
  const event = await holdEvent(visit, number)
  const found = event && (await listNotes(visit.writer.reader, event.id)).find(({ id }) => id === note)
  if (event === undefined || found === undefined) return notFound
  await tables(visit).deleteFrom('participation.eventNote').where('id', '=', note).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.event.notes', thing: event.id, before: { removed: found.text } })
  return see(`${eventPath(number)}/notes`, 'participation_notice_event_note_removed')
}
/** Minutes are the notes as everybody reads them; without a note there is nothing to publish. */
export const publishMinutes = async (visit: WriteVisit, { number, does }: { readonly number: number; readonly does: 'publish' | 'withdraw' }): Promise<PostAnswer> => {
  const event = await holdEvent(visit, number)
  if (event === undefined || event.state === 'draft') return notFound
  const notes = await listNotes(visit.writer.reader, event.id)
  if (does === 'publish' && notes.length === 0) return problems([{ field: 'lines', text: { bg: 'Още няма бележки, от които да стане протокол.', en: 'There are no notes yet to make minutes of.' } }])
  await tables(visit).updateTable('participation.event').set({ minutesPublishedAt: does === 'publish' ? visit.now : null, changedAt: visit.now }).where('id', '=', event.id).execute()
  const words = does === 'publish' ? notes.map(({ text }) => text).join('\n') : ''
  await renameThing(visit.writer, { id: event.id, text: { bg: `${event.says.bg}\n${event.place.bg}\n${words}`, en: `${event.says.en}\n${event.place.en}` } })
  await recordAct(visit.writer, { who: visit.who.account, act: does === 'publish' ? 'participation.event.minutes' : 'participation.event.minutesBack', thing: event.id })
  return see(does === 'publish' ? eventPath(number) : `${eventPath(number)}/notes`, does === 'publish' ? 'participation_notice_event_minutes' : 'participation_notice_event_minutes_back')
}
/** Ticks of the list and the count at the door. What the public reads of it holds no names. */
export const tickAttendance = async (visit: WriteVisit, { number, came, door }: { readonly number: number; readonly came: ReadonlyMap<string, 'came' | 'absent'>; readonly door: ReadonlyMap<string, number> }): Promise<PostAnswer> => {
  const event = await holdEvent(visit, number)
  if (event === undefined) return notFound
  for (const one of await listSignUps(visit.writer.reader, event.id)) {
    const attendance = came.get(one.id)
    if (attendance === undefined || one.state === 'cancelled' || attendance === one.attendance) continue
    await tables(visit).updateTable('participation.eventSignUp').set({ attendance, attended: attendance === 'came' ? one.people : 0 }).where('id', '=', one.id).execute()
  }
  const listed = countListed(await listSignUps(visit.writer.reader, event.id))
  const before = await listCounts(visit.writer.reader, event.id)
  for (const sector of new Set([...listed.keys(), ...door.keys(), ...before.map((one) => one.sector)]))
    await tables(visit).insertInto('participation.eventCount').values({ event: event.id, sector, listed: listed.get(sector) ?? 0, door: door.get(sector) ?? 0 })
      .onConflict((on) => on.columns(['event', 'sector']).doUpdateSet({ listed: listed.get(sector) ?? 0, door: door.get(sector) ?? 0 })).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.event.attendance', thing: event.id, after: { listed: [...listed.values()].reduce((all, one) => all + one, 0), door: [...door.values()].reduce((all, one) => all + one, 0) } })
  return see(`${eventPath(number)}/people`, 'participation_notice_event_ticked')
}
/** Nothing leads from an answer to a person: no account, no contact, a day without an hour, a random number. */
export const giveFeedback = async (visit: WriteVisit, { number, useful, heard, text }: { readonly number: number; readonly useful: number | null; readonly heard: number | null; readonly text: string }): Promise<PostAnswer> => {
  const event = await findEvent(visit.writer.reader, { number, who: 'everyone' })
  if (event === undefined) return notFound
  if (timeOf(event, visit.now) === 'coming') return problems([{ field: '', text: { bg: 'Събитието още не е започнало.', en: 'The event has not begun yet.' } }])
  const onDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' }).format(visit.now)
  await tables(visit).insertInto('participation.eventFeedback').values({ id: randomUUID(), event: event.id, useful, heard, text, onDay }).execute()
  return see(eventPath(number), 'participation_notice_event_feedback')
}
