// Signing up, waiting, coming: on a real database.
import { describe, expect, test } from 'vitest'
import type { AccountId, Who } from '#kernel/who.ts'
import { newId } from '#store/ids.ts'
import { listLetters } from '#store/outbox.ts'
import { testStore } from '#test/database.ts'
import type { EventWords } from './rules.ts'
import { eraseNeeds } from './write/files.ts'
import { findEvent, listCounts, listNeedsDue, listNotes, listSignUps, summariseFeedback } from './read.ts'
import { addItem, cancelEvent, changeEvent, makeEvent } from './write.ts'
import { addNotes, giveFeedback, publishMinutes, tickAttendance } from './write/minutes.ts'
import { acceptPlace, enterSignUp, lapseOffers, leavePlace, removeSignUp, submitSignUp } from './write/sign-ups.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const clerk: Who = { role: 'coordinator', account: newId<'account'>() as AccountId, name: 'Петя', duties: new Set() }
const nobody: Who = { role: 'visitor', account: null, name: '', duties: new Set() }
const from = { body: { bg: 'Община Липова', en: 'Municipality of Lipova' }, origin: 'https://posoka.lipova.example', email: 'posoka@lipova.example' }
const words: EventWords = {
  kind: 'workshop', title: { bg: 'Работилница', en: 'Workshop' }, says: { bg: '', en: '' }, place: { bg: 'Читалище', en: 'Centre' }, address: '', link: null, municipality: null,
  startsAt: new Date('2026-12-10T08:00:00Z'), endsAt: new Date('2026-12-10T11:00:00Z'), capacity: 2, sectors: [], contact: '', access: { bg: '', en: '' },
}
const act = <T>(does: (visit: Parameters<typeof makeEvent>[0]) => Promise<T>, at = now, who = clerk) => store.writing((writer) => does({ writer, who, language: 'bg', now: at }))
const make = async (more: Partial<EventWords> = {}): Promise<number> => {
  const made = await act((visit) => makeEvent(visit, { words: { ...words, ...more }, does: 'publish' }))
  if (made.kind !== 'see') throw new Error(JSON.stringify(made))
  return Number(made.path.split('/').at(-1))
}
const letters = () => store.reading((reader) => listLetters(reader, { limit: 500 }), { as: 'staff' })
const linkTo = async (email: string, kind: string): Promise<string> => {
  const found = (await letters()).find((letter) => letter.toAddress === email && letter.kind === `participation.${kind}`)
  return /\/place\/([A-Za-z0-9_-]{43})/.exec(found?.body ?? '')?.[1] ?? `no ${kind} for ${email}`
}
const signUp = async (number: number, email: string, people = 1) => {
  await act((visit) => submitSignUp(visit, { number, from, input: { name: 'Вера', email, organisation: people > 1 ? 'Фирма' : '', people, sector: 'business', municipality: null, needs: 'рампа', language: 'bg' } }), now, nobody)
  return linkTo(email, 'eventConfirm')
}
const placed = async (number: number, email: string, people = 1) => {
  const secret = await signUp(number, email, people)
  return act((visit) => acceptPlace(visit, { secret, from }), now, nobody)
}
const states = async (number: number) => {
  const event = await store.reading((reader) => findEvent(reader, { number, who: 'staff' }), { as: 'staff' })
  const all = event === undefined ? [] : await store.reading((reader) => listSignUps(reader, event.id), { as: 'staff' })
  return { event, all, states: all.map(({ state }) => state), taken: event?.placesTaken, waiting: event?.peopleWaiting }
}

describe('a place', () => {
  test('EV2 is kept once the address is confirmed, and by a press of the button only', async () => {
    const number = await make()
    const secret = await signUp(number, 'a@example.bg')
    expect((await states(number)).states).toEqual(['submitted'])
    expect((await act((visit) => acceptPlace(visit, { secret, from }), now, nobody)).kind).toBe('see')
    expect(await act((visit) => acceptPlace(visit, { secret, from }), now, nobody)).toEqual({ kind: 'notFound' })
    expect(await states(number)).toMatchObject({ states: ['confirmed'], taken: 1 })
    const placed = (await letters()).filter(({ toAddress, kind }) => toAddress === 'a@example.bg' && kind === 'participation.eventPlace')
    expect(placed.length).toBe(1)
  })
  test('EV2 the same address signs up once, and gets the same page', async () => {
    const number = await make()
    await signUp(number, 'twice@example.bg')
    const again = await act((visit) => submitSignUp(visit, { number, from, input: { name: 'Х', email: 'Twice+x@example.bg', organisation: '', people: 1, sector: null, municipality: null, needs: '', language: 'bg' } }), later(1), nobody)
    expect(again).toMatchObject({ kind: 'see', path: `/participation/events/${number}/signed-up` })
    expect((await states(number)).all.length).toBe(1)
  })
  test('EV3 a freed place is offered in order, kept until its end, and then goes on', async () => {
    const number = await make()
    for (const email of ['1@x.bg', '2@x.bg', '3@x.bg', '4@x.bg']) await placed(number, email)
    expect(await states(number)).toMatchObject({ states: ['confirmed', 'confirmed', 'waiting', 'waiting'], taken: 2, waiting: 2 })
    const leave = await linkTo('1@x.bg', 'eventPlace')
    await act((visit) => leavePlace(visit, { secret: leave, from }), now, nobody)
    expect(await states(number)).toMatchObject({ states: ['cancelled', 'confirmed', 'offered', 'waiting'], taken: 2, waiting: 1 })
    await act((visit) => lapseOffers(visit, { number, from }), later(47))
    expect((await states(number)).states).toEqual(['cancelled', 'confirmed', 'offered', 'waiting'])
    await act((visit) => lapseOffers(visit, { number, from }), later(48))
    expect((await states(number)).states).toEqual(['cancelled', 'confirmed', 'cancelled', 'offered'])
    const take = await linkTo('4@x.bg', 'eventOffer')
    await act((visit) => acceptPlace(visit, { secret: take, from }), later(49), nobody)
    expect(await states(number)).toMatchObject({ states: ['cancelled', 'confirmed', 'cancelled', 'confirmed'], taken: 2, waiting: 0 })
  })
  test('EV3 fifty at once for twenty places: twenty confirmed, thirty waiting, in the order of their acts', async () => {
    const number = await make({ capacity: 20 })
    await Promise.all(Array.from({ length: 50 }, (_, at) => act((visit) => enterSignUp(visit, { number, from, input: { name: `Човек ${at}`, email: '', organisation: '', people: 1, sector: null, municipality: null, needs: '', language: 'bg' } }))))
    const found = await states(number)
    expect([found.states.filter((state) => state === 'confirmed').length, found.states.filter((state) => state === 'waiting').length, found.taken, found.waiting]).toEqual([20, 30, 20, 30])
  })
  test('EV2 staff free a place; a cancelled one is not freed twice', async () => {
    const number = await make()
    await act((visit) => enterSignUp(visit, { number, from, input: { name: 'Б', email: '', organisation: '', people: 1, sector: null, municipality: null, needs: '', language: 'bg' } }))
    const id = (await states(number)).all[0]?.id ?? ''
    expect((await act((visit) => removeSignUp(visit, { number, id, from }))).kind).toBe('see')
    expect(await act((visit) => removeSignUp(visit, { number, id, from }))).toEqual({ kind: 'notFound' })
  })
})
test('EV4 a change of the time reaches those who hold a place as the same entry with a higher sequence; a cancelling takes it out', async () => {
  const number = await make()
  await placed(number, 'cal@example.bg')
  const before = (await states(number)).event
  const moved = { ...words, startsAt: new Date('2026-12-11T08:00:00Z'), endsAt: new Date('2026-12-11T11:00:00Z') }
  await act((visit) => changeEvent(visit, { number, version: before?.version ?? 0, words: moved, does: 'save', from }))
  await act((visit) => cancelEvent(visit, { number, version: (before?.version ?? 0) + 1, why: 'Водещият е болен', from }))
  const own = (await letters()).filter(({ toAddress }) => toAddress === 'cal@example.bg')
  expect(own.map(({ kind }) => kind).sort()).toEqual(['participation.eventCancelled', 'participation.eventChanged', 'participation.eventConfirm', 'participation.eventPlace'])
  const calendars = own.flatMap(({ headers }) => (headers?.calendar === undefined ? [] : [headers.calendar]))
  expect(calendars.map(({ method, text }) => [method, /SEQUENCE:(\d)/.exec(text)?.[1]]).sort()).toEqual([['CANCEL', '2'], ['REQUEST', '0'], ['REQUEST', '1']])
})
test('EV1 the programme lies within the event, and the event is not moved off it', async () => {
  const number = await make()
  const item = { group: 0, title: { bg: 'Откриване', en: 'Opening' }, lead: '', place: '' }
  expect((await act((visit) => addItem(visit, { number, item: { ...item, startsAt: new Date('2026-12-10T07:00:00Z'), endsAt: new Date('2026-12-10T08:30:00Z') } }))).kind).toBe('problems')
  expect((await act((visit) => addItem(visit, { number, item: { ...item, startsAt: new Date('2026-12-10T08:00:00Z'), endsAt: new Date('2026-12-10T08:30:00Z') } }))).kind).toBe('see')
  const { event } = await states(number)
  const shorter = await act((visit) => changeEvent(visit, { number, version: event?.version ?? 0, words: { ...words, startsAt: new Date('2026-12-10T09:00:00Z') }, does: 'save', from }))
  expect(shorter).toMatchObject({ kind: 'problems', problems: [{ field: 'starts' }] })
})
test('EV5 minutes hold what was noted and no names; who came is counted by sector', async () => {
  const number = await make({ capacity: null })
  await placed(number, 'came@example.bg', 3)
  expect((await act((visit) => publishMinutes(visit, { number, does: 'publish' }))).kind).toBe('problems')
  await act((visit) => addNotes(visit, { number, notes: { item: null, table: 2, kind: 'decided', topic: null, lines: ['Ще има лаборатория', 'Среща през март'] } }))
  expect((await act((visit) => publishMinutes(visit, { number, does: 'publish' }))).kind).toBe('see')
  const { event, all } = await states(number)
  if (event === undefined) throw new Error('no event')
  await act((visit) => tickAttendance(visit, { number, came: new Map([[all[0]?.id ?? '', 'came']]), door: new Map([['ngo', 4]]) }))
  expect(await store.reading((reader) => listCounts(reader, event.id))).toEqual([{ sector: 'business', listed: 3, door: 0 }, { sector: 'ngo', listed: 0, door: 4 }])
  expect((await store.reading((reader) => listNotes(reader, event.id))).map(({ text }) => text)).toEqual(['Ще има лаборатория', 'Среща през март'])
  await expect(store.reading((reader) => listSignUps(reader, event.id))).rejects.toMatchObject({ code: '42501' })
})
test('EV1 access needs are erased two weeks after, and nothing else', async () => {
  const number = await make()
  await signUp(number, 'needs@example.bg')
  const id = (await states(number)).event?.id
  if (id === undefined) throw new Error('no event')
  const due = (at: string) => store.reading((reader) => listNeedsDue(reader, new Date(new Date(at).getTime() - 14 * 86_400_000)), { as: 'staff' })
  expect(await due('2026-12-24T10:00:00Z')).not.toContain(id)
  expect(await due('2026-12-24T12:00:00Z')).toContain(id)
  await act((visit) => eraseNeeds(visit, { event: id }), new Date('2026-12-25T00:00:00Z'))
  expect((await states(number)).all.map(({ needs, sector }) => [needs, sector])).toEqual([[null, 'business']])
  expect(await due('2026-12-26T12:00:00Z')).not.toContain(id)
})
test('EV5 what somebody thought leads to nobody', async () => {
  const number = await make()
  const given = (at: Date) => act((visit) => giveFeedback(visit, { number, useful: 4, heard: null, text: 'Повече време' }), at, nobody)
  expect((await given(now)).kind).toBe('problems')
  expect((await given(new Date('2026-12-10T11:30:00Z'))).kind).toBe('see')
  const id = (await states(number)).event?.id
  if (id === undefined) throw new Error('no event')
  expect(await store.reading((reader) => summariseFeedback(reader, id), { as: 'staff' })).toEqual({ answers: 1, useful: 4, heard: null, texts: ['Повече време'] })
})
