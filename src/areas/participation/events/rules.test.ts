// What may happen to an event and to a place in it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ref } from '#kernel/thread.ts'
import { afterAct, agendaProblems, programmeOf, type PublicEvent, signUpArrows, signUpStates, timeOf } from './rules.ts'
import { escapeText, foldLine, writeCalendar } from './rules/calendar.ts'
import { nextInLine, offerLasts, placeFor, takenOf, type Waiting } from './rules/places.ts'

const at = (text: string) => new Date(text)
const now = at('2026-11-25T10:00:00Z')
const event: PublicEvent = {
  id: '01900000-0000-7000-8000-000000000001' as Ref<'event'>, number: 3, code: 'K7M2', state: 'published', sequence: 0, version: 1, changedAt: at('2026-11-20T08:00:00Z'), placesTaken: 0, peopleWaiting: 0, cancelledWhy: null, minutesPublishedAt: null,
  kind: 'workshop', title: { bg: 'Работилница за дигитализация; Казанлък, „Искра“', en: 'Workshop on digitalisation' }, says: { bg: 'Първи ред\nВтори ред с обратна черта \\', en: '' },
  place: { bg: 'Читалище „Искра“', en: 'Iskra community centre' }, address: 'ул. „Искра“ 4', link: null, municipality: 'SZR12', startsAt: at('2026-12-10T08:00:00Z'), endsAt: at('2026-12-10T11:30:00Z'),
  capacity: 20, sectors: [], contact: '', access: { bg: '', en: '' },
}
const facts = { language: 'bg' as const, origin: 'https://posoka.lipova.example', host: 'posoka.lipova.example', method: 'REQUEST' as const, organiser: { name: 'Община "Липова"\r\nX', email: 'posoka@lipova.example' }, attendee: 'petya@lipova.example' }
const unfold = (text: string) => text.replace(/\r\n /g, '')
const octets = (text: string) => new TextEncoder().encode(text).length

describe('a calendar file', () => {
  test('EV4 lines are folded at 75 octets and no letter is cut', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (words) => {
      const line = `SUMMARY:${escapeText(`Държавна агенция ${words}`)}`
      const folded = foldLine(line)
      for (const part of folded.split('\r\n')) expect(octets(part)).toBeLessThanOrEqual(75)
      expect(unfold(folded)).toBe(line)
    }))
    expect(foldLine('а'.repeat(80)).split('\r\n').map((part) => part.trim().length)).toEqual([37, 37, 6])
  })
  test('EV4 an entry says its times in the region’s own time, with the zone beside them', () => {
    const text = writeCalendar([event], facts)
    expect(text).toContain('DTSTART;TZID=Europe/Sofia:20261210T100000\r\n')
    expect(text).toContain('DTEND;TZID=Europe/Sofia:20261210T133000\r\n')
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Sofia\r\n')
    expect(unfold(text)).toContain('SUMMARY;LANGUAGE=bg:Работилница за дигитализация\\; Казанлък\\, „Искра“')
    expect(unfold(text)).toContain('DESCRIPTION;LANGUAGE=bg:Първи ред\\nВтори ред с обратна черта \\\\')
    expect(unfold(text)).toContain('ORGANIZER;CN="Община  Липова   X":mailto:posoka@lipova.example')
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
  })
  test('EV4 a change and a cancelling are the same entry with a higher sequence', () => {
    const first = unfold(writeCalendar([event], facts))
    const changed = unfold(writeCalendar([{ ...event, sequence: 1, startsAt: at('2026-12-10T09:00:00Z') }], facts))
    const cancelled = unfold(writeCalendar([{ ...event, sequence: 2, state: 'cancelled' }], { ...facts, method: 'CANCEL' }))
    const uid = (text: string) => /UID:(.+)/.exec(text)?.[1]
    expect(new Set([first, changed, cancelled].map(uid))).toEqual(new Set(['01900000-0000-7000-8000-000000000001@posoka.lipova.example']))
    expect([first, changed, cancelled].map((text) => /SEQUENCE:(\d+)/.exec(text)?.[1])).toEqual(['0', '1', '2'])
    expect(cancelled).toContain('METHOD:CANCEL')
    expect(cancelled).toContain('STATUS:CANCELLED')
  })
})

describe('places', () => {
  const signUp = (id: number, more: Partial<Waiting> = {}): Waiting => ({ id: String(id).padStart(3, '0'), people: 1, state: 'confirmed', at: new Date(now.getTime() + id), offeredUntil: null, ...more })
  const joined = (count: number, capacity: number): readonly Waiting[] => {
    const all: Waiting[] = []
    for (let at = 0; at < count; at++) all.push(signUp(at, { state: placeFor({ capacity, signUps: all, people: 1, now }) }))
    return all
  }

  test('EV3 fifty for twenty places: twenty confirmed, thirty waiting in order', () => {
    const all = joined(50, 20)
    expect(all.filter(({ state }) => state === 'confirmed').map(({ id }) => Number(id))).toEqual([...Array(20).keys()])
    expect(all.filter(({ state }) => state === 'waiting').length).toBe(30)
  })
  test('EV3 a freed place goes to the first in line, and to nobody else', () => {
    const all = joined(50, 20).map((one) => (one.id === '004' ? { ...one, state: 'cancelled' as const } : one))
    expect(nextInLine({ capacity: 20, signUps: all, now }).map(({ id }) => id)).toEqual(['020'])
    const offered = all.map((one) => (one.id === '020' ? { ...one, state: 'offered' as const, offeredUntil: new Date(now.getTime() + 1000) } : one))
    expect(nextInLine({ capacity: 20, signUps: offered, now })).toEqual([])
    expect(nextInLine({ capacity: 20, signUps: offered, now: new Date(now.getTime() + 2000) }).map(({ id }) => id)).toEqual(['021'])
  })
  test('EV3 nobody is passed over: a party of five at the head keeps a party of one behind it waiting', () => {
    const all = [signUp(1, { people: 8 }), signUp(2, { people: 5, state: 'waiting' }), signUp(3, { state: 'waiting' })]
    expect(nextInLine({ capacity: 10, signUps: all, now })).toEqual([])
    expect(placeFor({ capacity: 10, signUps: all, people: 1, now })).toBe('waiting')
    expect(nextInLine({ capacity: 13, signUps: all, now }).map(({ people }) => people)).toEqual([5])
  })
  test('EV3 an offer lasts two days, never into the last day, and within it the place is given at once', () => {
    expect(offerLasts(at('2026-12-10T08:00:00Z'), now)).toEqual(at('2026-11-27T10:00:00Z'))
    expect(offerLasts(at('2026-11-27T09:00:00Z'), now)).toEqual(at('2026-11-26T09:00:00Z'))
    expect(offerLasts(at('2026-11-26T10:00:00Z'), now)).toBe('atOnce')
  })
  test('EV3 no order of signing up and leaving gives away more than there is', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), fc.array(fc.record({ people: fc.integer({ min: 1, max: 6 }), leaves: fc.boolean() }), { maxLength: 40 }), (capacity, steps) => {
      let all: readonly Waiting[] = []
      steps.forEach(({ people, leaves }, place) => {
        all = [...all, signUp(place, { people, state: placeFor({ capacity, signUps: all, people, now }) })]
        if (leaves) {
          all = all.map((one, index) => (index === Math.floor(place / 2) ? { ...one, state: 'cancelled' as const } : one))
          const served = new Set(nextInLine({ capacity, signUps: all, now }).map(({ id }) => id))
          all = all.map((one) => (served.has(one.id) ? { ...one, state: 'confirmed' as const } : one))
        }
        expect(takenOf(all, now)).toBeLessThanOrEqual(capacity)
      })
    }))
  })
})

test('EV2 a sign-up moves along the listed arrows only', () => {
  const acts = [...new Set(signUpArrows.map(([, act]) => act))]
  for (const state of signUpStates) for (const act of acts)
    expect(afterAct(state, act), `${state} ${act}`).toBe(signUpArrows.find(([from, does]) => from === state && does === act)?.[2])
  expect(afterAct('cancelled', 'accept')).toBeUndefined()
  expect(afterAct('confirmed', 'offer')).toBeUndefined()
})
test('EV1 items that begin together stand side by side, and none leaves the event', () => {
  const item = (id: string, startsAt: string, group = 0) => ({ id, position: 1, startsAt: at(startsAt), endsAt: at('2026-12-10T11:00:00Z'), group, title: { bg: id, en: id }, lead: '', place: '' })
  expect(programmeOf([item('b', '2026-12-10T09:00:00Z', 2), item('a', '2026-12-10T08:00:00Z'), item('c', '2026-12-10T09:00:00Z', 1)]).map((row) => row.map(({ id }) => id))).toEqual([['a'], ['c', 'b']])
  expect(agendaProblems(event, item('a', '2026-12-10T07:59:00Z')).map(({ field }) => field)).toEqual(['starts'])
  expect(agendaProblems(event, { startsAt: at('2026-12-10T09:00:00Z'), endsAt: at('2026-12-10T09:00:00Z') }).map(({ field }) => field)).toEqual(['ends'])
  expect([timeOf(event, at('2026-12-10T07:59:59Z')), timeOf(event, event.startsAt), timeOf(event, event.endsAt)]).toEqual(['coming', 'now', 'over'])
})
