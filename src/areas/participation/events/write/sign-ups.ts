// Signing up without an account: submitted with an address, placed when the address is confirmed, offered to the next when freed.
// All acts on one event hold its row, so that fifty at once are fifty one after the other.
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { LetterFrom } from '#kernel/letter.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import type { WriteVisit } from '#store/visit.ts'
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { confirmContact, findOrMakeContact, useLink } from '#areas/people/contacts/write.ts'
import { findSignUp, listSignUps } from '../read.ts'
import { afterAct, eventPath, type PublicEvent, type SignUp, type SignUpAct, timeOf } from '../rules.ts'
import { nextInLine, offerLasts, placeFor, takenOf, type Waiting } from '../rules/places.ts'
import type { EventTables } from '../tables.ts'
import { holdById, holdEvent } from './hold.ts'
import { tellOne } from './letters.ts'

const tables = (visit: WriteVisit) => visit.writer.withTables<EventTables>()
export type SignUpInput = {
  readonly name: string; readonly email: string; readonly organisation: string; readonly people: number
  readonly sector: string | null; readonly municipality: string | null; readonly needs: string; readonly language: Language
}
type Placing = { readonly event: PublicEvent; readonly signUp: SignUp; readonly from: LetterFrom }

/** Known and unknown addresses get the same page; what is written to the address differs. */
export const submitSignUp = async (visit: WriteVisit, { number, input, from }: { readonly number: number; readonly input: SignUpInput; readonly from: LetterFrom }): Promise<PostAnswer> => {
  const event = await holdEvent(visit, number)
  if (event === undefined || event.state === 'draft') return notFound
  if (event.state === 'cancelled' || timeOf(event, visit.now) === 'over') return problems([{ field: '', text: { bg: 'За това събитие вече не се записва.', en: 'One can no longer sign up for this event.' } }])
  const { contact } = await findOrMakeContact(visit.writer, { name: input.name, email: input.email, language: input.language, now: visit.now })
  const there = (await listSignUps(visit.writer.reader, event.id)).find((one) => one.contact === contact && one.state !== 'cancelled')
  if (there !== undefined) {
    await tellOne(visit, { event, signUp: there, from, kind: there.state === 'submitted' ? 'participation.eventConfirm' : there.state === 'waiting' ? 'participation.eventWaiting' : 'participation.eventPlace', again: visit.now.toISOString() })
    return see(`${eventPath(number)}/signed-up`)
  }
  const signUp = await insertSignUp(visit, { event, contact, input })
  await tellOne(visit, { event, signUp, from, kind: 'participation.eventConfirm' })
  return see(`${eventPath(number)}/signed-up`)
}
const insertSignUp = async (visit: WriteVisit, { event, contact, input }: { readonly event: PublicEvent; readonly contact: ContactId; readonly input: SignUpInput }): Promise<SignUp> => {
  const signUp: SignUp = {
    id: newId<'figure'>(), event: event.id, contact, organisation: input.organisation, people: input.people, sector: input.sector, municipality: input.municipality, needs: input.needs === '' ? null : input.needs,
    state: 'submitted', offeredUntil: null, attendance: null, attended: null, at: visit.now,
  }
  await tables(visit).insertInto('participation.eventSignUp').values({ ...signUp, cancelledBy: null, cancelledAt: null }).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.signup.submit', thing: event.id, after: { people: input.people } })
  return signUp
}

/** By a colleague, for somebody who called: placed at once, because a person was spoken to. */
export const enterSignUp = async (visit: WriteVisit, { number, input, from }: { readonly number: number; readonly input: SignUpInput; readonly from: LetterFrom }): Promise<PostAnswer> => {
  const event = await holdEvent(visit, number)
  if (event === undefined || event.state === 'cancelled') return notFound
  const { contact } = await findOrMakeContact(visit.writer, { name: input.name, email: input.email === '' ? null : input.email, language: input.language, now: visit.now })
  if (input.email !== '' && (await listSignUps(visit.writer.reader, event.id)).some((one) => one.contact === contact && one.state !== 'cancelled'))
    return problems([{ field: 'email', text: { bg: 'С този адрес вече има записване.', en: 'There is a sign-up with this address already.' } }])
  const signUp = await insertSignUp(visit, { event, contact, input })
  await placeSignUp(visit, { event, signUp, from })
  return see(`${eventPath(number)}/people`, 'participation_notice_event_entered')
}

const move = async (visit: WriteVisit, { signUp, act, more = {} }: { readonly signUp: SignUp; readonly act: SignUpAct; readonly more?: { readonly offeredUntil?: Date | null; readonly cancelledBy?: 'person' | 'staff' | 'lapsed' } }): Promise<SignUp> => {
  const state = afterAct(signUp.state, act)
  if (state === undefined) throw new Error(`a sign-up that is ${signUp.state} cannot ${act}`)
  const offeredUntil = state === 'offered' ? (more.offeredUntil ?? null) : null
  await tables(visit).updateTable('participation.eventSignUp').set({ state, offeredUntil, cancelledBy: more.cancelledBy ?? null, cancelledAt: state === 'cancelled' ? visit.now : null }).where('id', '=', signUp.id).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.signup.move', thing: signUp.event, before: { state: signUp.state }, after: { state } })
  return { ...signUp, state, offeredUntil }
}
const placeSignUp = async (visit: WriteVisit, { event, signUp, from }: Placing): Promise<SignUp> => {
  const others = (await listSignUps(visit.writer.reader, event.id)).filter(({ id }) => id !== signUp.id)
  const place = placeFor({ capacity: event.capacity, signUps: others, people: signUp.people, now: visit.now })
  const placed = await move(visit, { signUp, act: place === 'confirmed' ? 'confirm' : 'queue' })
  // The line is ordered by when the address was confirmed: that is when the place was asked for.
  await countPlaces(visit, event)
  await tellOne(visit, { event, signUp: placed, from, kind: place === 'confirmed' ? 'participation.eventPlace' : 'participation.eventWaiting' })
  return placed
}
const countPlaces = async (visit: WriteVisit, event: PublicEvent): Promise<void> => {
  const all = await listSignUps(visit.writer.reader, event.id)
  await tables(visit).updateTable('participation.event').set({
    placesTaken: takenOf(all, visit.now), peopleWaiting: all.reduce((sum, one) => sum + (one.state === 'waiting' ? one.people : 0), 0),
  }).where('id', '=', event.id).execute()
}

/** What the button behind a link does: a submitted one is placed, an offered one is taken. */
export const acceptPlace = async (visit: WriteVisit, { secret, from }: { readonly secret: string; readonly from: LetterFrom }): Promise<PostAnswer> => {
  const found = await openLink(visit, secret)
  if (found === undefined) return notFound
  const { event, signUp } = found
  await confirmContact(visit.writer, { contact: signUp.contact as ContactId, now: visit.now })
  if (signUp.state === 'submitted') await placeSignUp(visit, { event, signUp, from })
  else if (signUp.state === 'offered' && signUp.offeredUntil !== null && signUp.offeredUntil > visit.now) {
    const taken = await move(visit, { signUp, act: 'accept' })
    await countPlaces(visit, event)
    await tellOne(visit, { event, signUp: taken, from, kind: 'participation.eventPlace' })
  } else return see(`${eventPath(event.number)}`, 'participation_notice_event_too_late')
  return see(eventPath(event.number), 'participation_notice_event_confirmed')
}
/** The person gives the place back; it is offered to the next in line. */
export const leavePlace = async (visit: WriteVisit, { secret, from }: { readonly secret: string; readonly from: LetterFrom }): Promise<PostAnswer> => {
  const found = await openLink(visit, secret)
  if (found === undefined) return notFound
  await freePlace(visit, { ...found, from, by: 'person' })
  return see(eventPath(found.event.number), 'participation_notice_event_left')
}
export const removeSignUp = async (visit: WriteVisit, { number, id, from }: { readonly number: number; readonly id: string; readonly from: LetterFrom }): Promise<PostAnswer> => {
  const event = await holdEvent(visit, number)
  const signUp = await findSignUp(visit.writer.reader, id)
  if (event === undefined || signUp?.event !== event.id || signUp.state === 'cancelled') return notFound
  await freePlace(visit, { event, signUp, from, by: 'staff' })
  return see(`${eventPath(number)}/people`, 'participation_notice_event_removed')
}
const openLink = async (visit: WriteVisit, secret: string): Promise<{ readonly event: PublicEvent; readonly signUp: SignUp } | undefined> => {
  const link = await useLink(visit.writer, { secret, purpose: 'event', now: visit.now })
  if (link?.about == null) return undefined
  const first = await findSignUp(visit.writer.reader, link.about)
  if (first === undefined) return undefined
  const event = await holdById(visit, first.event)
  const signUp = await findSignUp(visit.writer.reader, link.about)
  return event === undefined || signUp === undefined || signUp.state === 'cancelled' ? undefined : { event, signUp }
}
const freePlace = async (visit: WriteVisit, { event, signUp, from, by }: Placing & { readonly by: 'person' | 'staff' | 'lapsed' }): Promise<void> => {
  await move(visit, { signUp, act: by === 'lapsed' ? 'lapse' : 'cancel', more: { cancelledBy: by } })
  await serveLine(visit, { event, from })
}
/** Freed places go on, in order: offered with a deadline, near the start given at once. */
export const serveLine = async (visit: WriteVisit, { event, from }: { readonly event: PublicEvent; readonly from: LetterFrom }): Promise<number> => {
  const all = await listSignUps(visit.writer.reader, event.id)
  const served: readonly Waiting[] = timeOf(event, visit.now) === 'over' || event.state !== 'published' ? [] : nextInLine({ capacity: event.capacity, signUps: all, now: visit.now })
  for (const { id } of served) {
    const signUp = all.find((one) => one.id === id)
    if (signUp === undefined) continue
    const until = offerLasts(event.startsAt, visit.now)
    const moved = until === 'atOnce' ? await move(visit, { signUp, act: 'confirm' }) : await move(visit, { signUp, act: 'offer', more: { offeredUntil: until } })
    await tellOne(visit, { event, signUp: moved, from, kind: until === 'atOnce' ? 'participation.eventPlace' : 'participation.eventOffer' })
  }
  await countPlaces(visit, event)
  return served.length
}
/** The clock's work for one event: offers whose time is over lapse, and the line moves on. */
export const lapseOffers = async (visit: WriteVisit, { number, from }: { readonly number: number; readonly from: LetterFrom }): Promise<number> => {
  const event = await holdEvent(visit, number)
  if (event === undefined) return 0
  const over = (await listSignUps(visit.writer.reader, event.id)).filter((one) => one.state === 'offered' && one.offeredUntil !== null && one.offeredUntil <= visit.now)
  for (const signUp of over) {
    const gone = await move(visit, { signUp, act: 'lapse', more: { cancelledBy: 'lapsed' } })
    await tellOne(visit, { event, signUp: gone, from, kind: 'participation.eventLapsed' })
  }
  if (over.length > 0) await serveLine(visit, { event, from })
  return over.length
}
