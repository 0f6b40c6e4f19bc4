// Acts on events by staff: make, change, publish, cancel, programme. What those who signed up must know leaves as letters.
// Signing up is in write/sign-ups, notes and minutes in write/minutes.
import { randomBytes } from 'node:crypto'
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { LetterFrom } from '#kernel/letter.ts'
import type { Problem } from '#kernel/result.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import { registerThing, renameThing } from '#store/thread.ts'
import type { WriteVisit } from '#store/visit.ts'
import { listItems } from './read.ts'
import { agendaProblems, changePath, codeOf, eventPath, eventsPath, type EventWords, isCalendarChange, lacksForPublishing, titleForThread } from './rules.ts'
import type { EventTables } from './tables.ts'
import { holdEvent } from './write/hold.ts'
import { tellSignedUp } from './write/letters.ts'

const conflict: Problem = {
  field: '',
  text: {
    bg: 'Докато пишехте, друг колега записа същото събитие. Вашите думи са в полетата. Ако натиснете бутона още веднъж, остават вашите.',
    en: 'While you were writing, a colleague saved the same event. Your words are in the fields. If you press the button once more, yours stay.',
  },
}
const columnsOf = ({ title, says, place, access, ...words }: EventWords) => ({
  ...words, sectors: [...words.sectors], titleBg: title.bg, titleEn: title.en, saysBg: says.bg, saysEn: says.en, placeBg: place.bg, placeEn: place.en, accessBg: access.bg, accessEn: access.en,
})
const tables = (visit: WriteVisit) => visit.writer.withTables<EventTables>()
const textOf = ({ says, place }: EventWords) => ({ bg: `${says.bg}\n${place.bg}`, en: `${says.en}\n${place.en}` })

type Saving = { readonly words: EventWords; readonly does: 'save' | 'publish' }
export const makeEvent = async (visit: WriteVisit, { words, does }: Saving): Promise<PostAnswer> => {
  const lacks = does === 'publish' ? lacksForPublishing(words) : []
  if (lacks.length > 0) return problems(lacks)
  const id = newId<'event'>()
  const state = does === 'publish' ? 'published' as const : 'draft' as const
  await registerThing(visit.writer, { id, kind: 'event', title: titleForThread(words.title), path: eventsPath, state, seenBy: state === 'published' ? 'everyone' : 'staff', text: textOf(words) })
  const { number } = await tables(visit).insertInto('participation.event').values({
    id, ...columnsOf(words), code: codeOf(randomBytes(8)), state, process: null, sequence: 0, version: 1, placesTaken: 0, peopleWaiting: 0, cancelledWhy: null, minutesPublishedAt: null, needsErasedAt: null, madeBy: visit.who.account, changedAt: visit.now,
  }).returning('number').executeTakeFirstOrThrow()
  await renameThing(visit.writer, { id, path: eventPath(number) })
  await recordAct(visit.writer, { who: visit.who.account, act: does === 'publish' ? 'participation.event.publish' : 'participation.event.write', thing: id, after: { number, state, title: words.title } })
  return see(does === 'publish' ? eventPath(number) : changePath(number), does === 'publish' ? 'participation_notice_event_published' : 'participation_notice_event_saved')
}

type Changing = { readonly number: number; readonly version: number }
export const changeEvent = async (visit: WriteVisit, { number, version, words, does, from }: Changing & Saving & { readonly from: LetterFrom }): Promise<PostAnswer> => {
  const before = await holdEvent(visit, number)
  if (before === undefined || before.state === 'cancelled') return notFound
  if (before.version !== version) return problems([conflict])
  const state = does === 'publish' ? 'published' as const : before.state
  const lacks = state === 'published' ? lacksForPublishing(words) : []
  if (lacks.length > 0) return problems(lacks)
  const isNewTime = before.state === 'published' && isCalendarChange(before, words)
  const outside = (await listItems(visit.writer.reader, before.id)).filter((item) => agendaProblems(words, item).length > 0)
  if (outside.length > 0) return problems([{ field: 'starts', text: {
    bg: `Точка от програмата остава извън събитието: „${outside[0]?.title.bg ?? ''}“. Преместете първо нея.`, en: `An item of the programme would lie outside the event: “${outside[0]?.title.en ?? ''}”. Move it first.`,
  } }])
  const sequence = before.sequence + (isNewTime ? 1 : 0)
  await tables(visit).updateTable('participation.event').set({ ...columnsOf(words), state, sequence, version: version + 1, changedAt: visit.now }).where('number', '=', number).execute()
  await renameThing(visit.writer, { id: before.id, title: titleForThread(words.title), text: textOf(words), state, seenBy: state === 'published' ? 'everyone' : 'staff' })
  await recordAct(visit.writer, { who: visit.who.account, act: state === 'published' && before.state === 'draft' ? 'participation.event.publish' : 'participation.event.change', thing: before.id, before: { state: before.state, title: before.title }, after: { state, title: words.title } })
  if (isNewTime) await tellSignedUp(visit, { event: { ...before, ...words, sequence, changedAt: visit.now }, kind: 'changed', from })
  return see(state === 'published' ? eventPath(number) : changePath(number), state === 'published' ? 'participation_notice_event_published' : 'participation_notice_event_saved')
}
export const cancelEvent = async (visit: WriteVisit, { number, version, why, from }: Changing & { readonly why: string; readonly from: LetterFrom }): Promise<PostAnswer> => {
  const before = await holdEvent(visit, number)
  if (before === undefined || before.state === 'cancelled') return notFound
  if (before.version !== version) return problems([conflict])
  const event = { ...before, state: 'cancelled' as const, cancelledWhy: why, sequence: before.sequence + 1, changedAt: visit.now }
  await tables(visit).updateTable('participation.event').set({ state: 'cancelled', cancelledWhy: why, sequence: event.sequence, version: version + 1, changedAt: visit.now }).where('number', '=', number).execute()
  await renameThing(visit.writer, { id: before.id, state: 'cancelled' })
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.event.cancel', thing: before.id, before: { state: before.state }, after: { state: 'cancelled' }, why })
  if (before.state === 'published') await tellSignedUp(visit, { event, kind: 'cancelled', from })
  return see(eventPath(number), 'participation_notice_event_cancelled')
}

export type ItemInput = { readonly startsAt: Date; readonly endsAt: Date; readonly group: number; readonly title: { readonly bg: string; readonly en: string }; readonly lead: string; readonly place: string }
export const addItem = async (visit: WriteVisit, { number, item }: { readonly number: number; readonly item: ItemInput }): Promise<PostAnswer> => {
  const event = await holdEvent(visit, number)
  if (event === undefined) return notFound
  const wrong = agendaProblems(event, item)
  if (wrong.length > 0) return problems(wrong)
  const items = await listItems(visit.writer.reader, event.id)
  await tables(visit).insertInto('participation.eventItem').values({
    id: newId<'figure'>(), event: event.id, position: items.length + 1, startsAt: item.startsAt, endsAt: item.endsAt, groupNumber: item.group, titleBg: item.title.bg, titleEn: item.title.en, lead: item.lead, place: item.place,
  }).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.event.programme', thing: event.id, after: { added: item.title } })
  return see(changePath(number), 'participation_notice_event_item')
}
export const removeItem = async (visit: WriteVisit, { number, item }: { readonly number: number; readonly item: string }): Promise<PostAnswer> => {
  const event = await holdEvent(visit, number)
  const found = event && (await listItems(visit.writer.reader, event.id)).find(({ id }) => id === item)
  if (event === undefined || found === undefined) return notFound
  // Its notes stay, as notes of the whole event: what was said does not go with a line of a programme.
  await tables(visit).updateTable('participation.eventNote').set({ item: null }).where('item', '=', item).execute()
  await tables(visit).deleteFrom('participation.eventItem').where('id', '=', item).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.event.programme', thing: event.id, after: { removed: found.title } })
  return see(changePath(number), 'participation_notice_event_item_removed')
}
