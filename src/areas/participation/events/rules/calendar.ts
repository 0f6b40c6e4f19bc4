// The calendar file of an event (RFC 5545, RFC 5546): one entry that a change or a cancelling updates, in the region's own time.
import type { Language } from '#kernel/language.ts'
import { eventPath, type PublicEvent } from '../rules.ts'

export type CalendarFacts = {
  readonly language: Language
  readonly origin: string
  /** the right half of an entry's lasting name */
  readonly host: string
  readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  readonly organiser: { readonly name: string; readonly email: string | null }
  readonly attendee?: string
}

/** A line of at most 75 octets, the next ones begun with a space (which counts); no letter of several octets is cut.
 *  Worked: 80 times „а“ (2 octets each) after nothing: 37 letters, then 37, then 6. */
export const foldLine = (line: string): string => {
  const parts: string[] = []
  let part = '', octets = 0
  for (const letter of line) {
    const size = octetsOf(letter)
    if (octets + size > 75) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n')
}
const octetsOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
/** TEXT of RFC 5545 3.3.11; control characters other than line ends do not exist in it. */
export const escapeText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ').replace(/\\/g, '\\\\').replace(/;/g, '\\;').replace(/,/g, '\\,').replace(/\n/g, '\\n')
/** A parameter value may hold neither quotes nor line ends. */
const parameter = (text: string): string => `"${text.replace(/["\u0000-\u001f\u007f]/g, ' ').trim()}"`

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
const local = (at: Date): string => clock.format(at).replace(/[-:]/g, '').replace(' ', 'T')
const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '')

/** Eastern European Time with the rule of the Union since 1996: last Sundays of March and October at 01:00 UTC. */
const zone = [
  'BEGIN:VTIMEZONE', 'TZID:Europe/Sofia',
  'BEGIN:DAYLIGHT', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0300', 'TZNAME:EEST', 'DTSTART:19970330T030000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT',
  'BEGIN:STANDARD', 'TZOFFSETFROM:+0300', 'TZOFFSETTO:+0200', 'TZNAME:EET', 'DTSTART:19971026T040000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD',
  'END:VTIMEZONE',
]

type Entry = { readonly event: PublicEvent; readonly facts: CalendarFacts }
const entryOf = ({ event, facts: { language, origin, host, method, organiser, attendee } }: Entry): readonly string[] => [
  'BEGIN:VEVENT', `UID:${event.id}@${host}`, `SEQUENCE:${event.sequence}`, `DTSTAMP:${utc(event.changedAt)}`,
  `DTSTART;TZID=Europe/Sofia:${local(event.startsAt)}`, `DTEND;TZID=Europe/Sofia:${local(event.endsAt)}`,
  `SUMMARY;LANGUAGE=${language}:${escapeText(event.title[language])}`,
  ...(event.says[language] === '' ? [] : [`DESCRIPTION;LANGUAGE=${language}:${escapeText(event.says[language])}`]),
  ...(event.place[language] === '' ? [] : [`LOCATION;LANGUAGE=${language}:${escapeText([event.place[language], event.address].filter((part) => part !== '').join(', '))}`]),
  `URL:${origin}/${language}${eventPath(event.number)}`,
  `STATUS:${method === 'CANCEL' || event.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
  ...(organiser.email === null ? [] : [`ORGANIZER;CN=${parameter(organiser.name)}:mailto:${organiser.email}`]),
  ...(attendee === undefined ? [] : [`ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:${attendee}`]),
  'END:VEVENT',
]
/** `method` REQUEST and CANCEL go to one person by letter; PUBLISH is the public file. Lines end in CRLF, the last one too. */
export const writeCalendar = (events: readonly PublicEvent[], facts: CalendarFacts): string => `${[
  'BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Posoka//Events//${facts.language.toUpperCase()}`, 'CALSCALE:GREGORIAN', `METHOD:${facts.method}`,
  ...zone, ...events.flatMap((event) => entryOf({ event, facts })), 'END:VCALENDAR',
].map(foldLine).join('\r\n')}\r\n`
