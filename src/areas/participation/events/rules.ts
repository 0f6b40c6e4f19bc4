// The nouns of events: a meeting with its programme, who signs up, who waits, who came. Pure: what follows from what.
// How a place is given is in rules/places; the calendar file in rules/calendar.
import { hideSmall } from '#stats/suppression.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Problem } from '#kernel/result.ts'
import type { Ref } from '#kernel/thread.ts'

export const eventsPath = '/participation/events'
export const eventPath = (number: number): string => `${eventsPath}/${number}`

export const newPath = `${eventsPath}/new`
export const filePath = (number: number, sha256: string): string => `${eventPath(number)}/file/${sha256}`
/** the page behind a link: what the place is, and the button that takes it or gives it back */
export const placePath = (secret: string): string => `${eventsPath}/place/${secret}`
export const changePath = (number: number): string => `${eventPath(number)}/change`
/** The register of things wants a title in both languages; a draft may have one of them only. */
export const titleForThread = (title: Bilingual): Bilingual => ({ bg: title.bg || title.en, en: title.en || title.bg })

export const eventKinds = ['workshop', 'meeting', 'discussion', 'infoDay', 'training'] as const
export type EventKind = (typeof eventKinds)[number]
export type EventState = 'draft' | 'published' | 'cancelled'

/** One line of the programme. `group` 0 is for everybody; 1 and more run side by side. Times are moments. */
export type AgendaItem = {
  readonly id: string; readonly position: number; readonly startsAt: Date; readonly endsAt: Date; readonly group: number
  readonly title: Bilingual; readonly lead: string; readonly place: string
}
export type EventWords = {
  readonly kind: EventKind; readonly title: Bilingual; readonly says: Bilingual
  readonly place: Bilingual; readonly address: string; readonly link: string | null; readonly municipality: string | null
  readonly startsAt: Date; readonly endsAt: Date
  /** null: as many as come */
  readonly capacity: number | null
  /** who is wanted: keys of sectors; empty is everybody */
  readonly sectors: readonly string[]
  readonly contact: string
  readonly access: Bilingual
}
export type PublicEvent = EventWords & {
  readonly id: Ref<'event'>; readonly number: number; readonly code: string; readonly state: EventState
  /** goes up with every change that a calendar must learn of */
  readonly sequence: number
  readonly version: number; readonly changedAt: Date
  readonly placesTaken: number; readonly peopleWaiting: number
  readonly cancelledWhy: string | null
  readonly minutesPublishedAt: Date | null
}

/** What is derived from the clock is never stored. Worked: begins 10:00, ends 12:00; at 09:59 'coming', at 10:00 'now', at 12:00 'over'. */
export const timeOf = (event: Pick<EventWords, 'startsAt' | 'endsAt'>, now: Date): 'coming' | 'now' | 'over' =>
  (now < event.startsAt ? 'coming' : now < event.endsAt ? 'now' : 'over')

export const signUpStates = ['submitted', 'confirmed', 'waiting', 'offered', 'cancelled'] as const
export type SignUpState = (typeof signUpStates)[number]
export type Attendance = 'came' | 'absent' | null
export type SignUpAct = 'confirm' | 'queue' | 'offer' | 'accept' | 'lapse' | 'cancel'
/** [from, act, to]: everything that may happen to a sign-up; what is not here is refused. */
export const signUpArrows: readonly (readonly [SignUpState, SignUpAct, SignUpState])[] = [
  ['submitted', 'confirm', 'confirmed'], ['submitted', 'queue', 'waiting'],
  ['waiting', 'offer', 'offered'], ['waiting', 'confirm', 'confirmed'],
  ['offered', 'accept', 'confirmed'], ['offered', 'lapse', 'cancelled'],
  ['submitted', 'cancel', 'cancelled'], ['confirmed', 'cancel', 'cancelled'], ['waiting', 'cancel', 'cancelled'], ['offered', 'cancel', 'cancelled'],
]
export const afterAct = (state: SignUpState, act: SignUpAct): SignUpState | undefined => signUpArrows.find(([from, does]) => from === state && does === act)?.[2]

/** What an event still lacks before everybody may see it. */
export const lacksForPublishing = (event: EventWords): readonly Problem[] => [
  ...(event.title.bg === '' ? [{ field: 'title_bg', text: { bg: 'Напишете заглавие на български.', en: 'Write a title in Bulgarian.' } }] : []),
  ...(event.title.en === '' ? [{ field: 'title_en', text: { bg: 'Напишете заглавие на английски.', en: 'Write a title in English.' } }] : []),
  ...(event.place.bg === '' && event.link === null ? [{ field: 'place_bg', text: { bg: 'Напишете къде е: място или връзка за участие от разстояние.', en: 'Write where it is: a place, or a link for taking part from afar.' } }] : []),
  ...(event.place.bg !== '' && event.place.en === '' ? [{ field: 'place_en', text: { bg: 'Напишете мястото и на английски.', en: 'Write the place in English as well.' } }] : []),
]
/** Items of the programme must lie within the event and have an end after their beginning. */
export const agendaProblems = (event: Pick<EventWords, 'startsAt' | 'endsAt'>, item: Pick<AgendaItem, 'startsAt' | 'endsAt'>): readonly Problem[] => [
  ...(item.endsAt <= item.startsAt ? [{ field: 'ends', text: { bg: 'Краят е преди началото.', en: 'The end is before the beginning.' } }] : []),
  ...(item.startsAt < event.startsAt || item.endsAt > event.endsAt ? [{ field: 'starts', text: { bg: 'Точката трябва да е между началото и края на събитието.', en: 'The item must lie between the beginning and the end of the event.' } }] : []),
]
/** The programme as rows of time; items that begin at the same moment stand side by side, by group. */
export const programmeOf = (items: readonly AgendaItem[]): readonly (readonly AgendaItem[])[] => {
  const rows = new Map<number, AgendaItem[]>()
  for (const item of [...items].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.group - b.group || a.position - b.position)) {
    const at = item.startsAt.getTime()
    rows.set(at, [...(rows.get(at) ?? []), item])
  }
  return [...rows.values()]
}

export type EventFile = {
  readonly id: string; readonly kind: 'material' | 'photo'; readonly sha256: string; readonly name: string; readonly mediaType: string; readonly size: number
  readonly alternative: Bilingual; readonly width: number | null; readonly height: number | null
}
export const noteKinds = ['said', 'decided', 'toDo'] as const
export type NoteKind = (typeof noteKinds)[number]
/** `item` null: of the whole event; without names */
export type EventNote = { readonly id: string; readonly item: string | null; readonly tableNumber: number | null; readonly kind: NoteKind; readonly text: string; readonly topic: string | null; readonly position: number }
export type SignUp = {
  readonly id: string; readonly event: Ref<'event'>; readonly contact: string | null; readonly organisation: string; readonly people: number; readonly sector: string | null; readonly municipality: string | null
  readonly needs: string | null; readonly state: SignUpState; readonly offeredUntil: Date | null; readonly attendance: Attendance; readonly attended: number | null; readonly at: Date
}
/** Who came, by sector and without names: ticked off the list, and counted at the door. */
export type SectorCount = { readonly sector: string; readonly listed: number; readonly door: number }
/** Worked: three sign-ups of business came, one of them for two: 4; one that nobody ticked: not counted. */
export const countListed = (signUps: readonly Pick<SignUp, 'attendance' | 'attended' | 'people' | 'sector'>[]): ReadonlyMap<string, number> => {
  const all = new Map<string, number>()
  for (const one of signUps) if (one.attendance === 'came') all.set(one.sector ?? 'unknown', (all.get(one.sector ?? 'unknown') ?? 0) + (one.attended ?? one.people))
  return all
}
/** Letters of the alphabet and digits that nobody confuses on paper. */
export const codeOf = (bytes: Uint8Array): string => [...bytes.slice(0, 5)].map((byte) => 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'[byte % 32]).join('')
/** Whether those who signed up must be told: when and where, nothing else. */
export const isCalendarChange = (before: EventWords, after: EventWords): boolean =>
  before.startsAt.getTime() !== after.startsAt.getTime() || before.endsAt.getTime() !== after.endsAt.getTime() || before.place.bg !== after.place.bg || before.address !== after.address || before.link !== after.link
/** What the public may read of who came: a sector of fewer than five is null, and where only one would be hidden under a known
 *  total, the next smallest is hidden too. Worked: business 7, media 2: both hidden, for 9 − 7 would tell the 2. */
export const shownAttendance = (counts: readonly SectorCount[]): readonly { readonly sector: string; readonly people: number | null }[] => {
  const all = counts.map(({ sector, listed, door }) => ({ sector, people: listed + door })).filter(({ people }) => people > 0)
  const { cells } = hideSmall(all.map(({ people }) => people), { nought: 'said' })
  return all.map(({ sector, people }, at) => ({ sector, people: cells[at] ? null : people }))
}
