// How the letters about an event are worded. The frame is the one of all letters, kernel/letter.
import type { Language } from '#kernel/language.ts'
import { exampleFrom, writeLetter, type Letter, type LetterFrom } from '#kernel/letter.ts'
import { speak } from '#kernel/speak.ts'
import type { Ref } from '#kernel/thread.ts'
import { eventPath, type PublicEvent } from '../rules.ts'
import { writeCalendar } from './calendar.ts'

export const eventLetterKinds = ['participation.eventConfirm', 'participation.eventPlace', 'participation.eventWaiting', 'participation.eventOffer', 'participation.eventLapsed', 'participation.eventReminder', 'participation.eventChanged', 'participation.eventCancelled'] as const
export type EventLetterKind = (typeof eventLetterKinds)[number]
export type EventLetterFacts = {
  readonly kind: EventLetterKind; readonly key: string; readonly from: LetterFrom; readonly to: string; readonly name: string | null; readonly language: Language
  readonly event: PublicEvent; readonly people: number
  /** whole address with the button, where the letter has one */
  readonly link: string | null
  /** until when an offered place is kept */
  readonly until: Date | null
  readonly calendar: 'yes' | 'no'
}

const moment = { bg: new Intl.DateTimeFormat('bg', { timeZone: 'Europe/Sofia', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }), en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Sofia', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }) }
export const sayMoment = (at: Date, language: Language): string => moment[language].format(at)
const whereOf = (event: PublicEvent, language: Language): string => [[event.place[language], event.address].filter((part) => part !== '').join(', '), event.link ?? ''].filter((part) => part !== '').join('\n')

export const eventLetter = ({ kind, key, from, to, name, language, event, people, link, until, calendar }: EventLetterFacts): Letter => {
  const say = speak(language)
  const title = event.title[language] || event.title.bg
  const about = `${title}\n${sayMoment(event.startsAt, language)}\n${whereOf(event, language)}\n${from.origin}/${language}${eventPath(event.number)}`
  const linked = link === null ? [] : [link]
  const parts: Readonly<Record<EventLetterKind, { readonly subject: string; readonly lines: readonly string[] }>> = {
    'participation.eventConfirm': { subject: say.participation_event_letter_confirm({ title }), lines: [say.participation_event_letter_confirm_what(), ...linked, say.participation_event_letter_button(), about, say.participation_mail_receipt_data({ address: `${from.origin}/${language}/privacy` })] },
    'participation.eventPlace': { subject: say.participation_event_letter_place({ title }), lines: [say.participation_event_letter_place_what({ people }), about, say.participation_event_letter_leave(), ...linked] },
    'participation.eventWaiting': { subject: say.participation_event_letter_waiting({ title }), lines: [say.participation_event_letter_waiting_what(), about, say.participation_event_letter_leave(), ...linked] },
    'participation.eventOffer': { subject: say.participation_event_letter_offer({ title }), lines: [say.participation_event_letter_offer_what({ until: until === null ? '' : sayMoment(until, language) }), ...linked, say.participation_event_letter_button(), about] },
    'participation.eventLapsed': { subject: say.participation_event_letter_lapsed({ title }), lines: [say.participation_event_letter_lapsed_what(), about] },
    'participation.eventReminder': { subject: say.participation_event_letter_reminder({ title }), lines: [say.participation_event_letter_reminder_what({ people }), about, say.participation_event_letter_leave(), ...linked] },
    'participation.eventChanged': { subject: say.participation_event_letter_changed({ title }), lines: [say.participation_event_letter_changed_what(), about, say.participation_event_letter_leave(), ...linked] },
    'participation.eventCancelled': { subject: say.participation_event_letter_cancelled({ title }), lines: [say.participation_event_letter_cancelled_what({ why: event.cancelledWhy ?? '' }), about] },
  }
  return writeLetter({ kind, key, from, to, language, ...(name === null ? {} : { name }), ...parts[kind], ...(calendar === 'no' ? {} : { headers: { calendar: calendarOf({ event, from, to, language }) } }), why: say.participation_event_letter_why(), stop: say.participation_event_letter_stop() })
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : 'posoka')
/** The same entry as before, put in, corrected or taken out of the receiver's calendar. */
const calendarOf = ({ event, from, to, language }: Pick<EventLetterFacts, 'event' | 'from' | 'to' | 'language'>) => {
  const method = event.state === 'cancelled' ? 'CANCEL' as const : 'REQUEST' as const
  return { method, text: writeCalendar([event], { language, origin: from.origin, host: hostOf(from.origin), method, organiser: { name: from.body[language], email: from.email }, attendee: to }) }
}

const someEvent: PublicEvent = {
  id: '00000000-0000-7000-8000-000000000000' as Ref<'event'>, number: 4, code: 'K7M2Q', kind: 'workshop', state: 'published', sequence: 0, version: 1, changedAt: new Date('2026-11-20T08:00:00Z'), placesTaken: 12, peopleWaiting: 0, cancelledWhy: null, minutesPublishedAt: null,
  title: { bg: 'Работна среща за дигитализация на малките фирми', en: 'Workshop on digitalisation of small firms' }, says: { bg: '', en: '' }, place: { bg: 'Читалище „Искра“', en: 'Iskra community centre' }, address: '', link: null, municipality: null,
  startsAt: new Date('2026-12-10T08:00:00Z'), endsAt: new Date('2026-12-10T11:30:00Z'), capacity: 20, sectors: [], contact: '', access: { bg: '', en: '' },
}
export const eventLetterExamples: readonly { readonly kind: string; readonly draw: (language: Language) => Letter }[] = eventLetterKinds.map((kind) => ({
  kind,
  draw: (language) => eventLetter({
    kind, key: 'example', from: exampleFrom, to: 'petya@lipova.example', name: language === 'bg' ? 'Петя Иванова' : 'Petya Ivanova', language, people: 1,
    event: kind === 'participation.eventCancelled' ? { ...someEvent, state: 'cancelled', cancelledWhy: language === 'bg' ? 'Водещият е болен.' : 'The speaker is ill.' } : someEvent,
    link: kind === 'participation.eventLapsed' || kind === 'participation.eventCancelled' ? null : `${exampleFrom.origin}/${language}/participation/events/place/${'x'.repeat(43)}`, until: new Date('2026-11-27T10:00:00Z'), calendar: 'no',
  }),
}))
