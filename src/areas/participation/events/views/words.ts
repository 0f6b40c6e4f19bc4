// Words for the nouns of events, in both languages.
import type { Bilingual, Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { Sector } from '#areas/participation/proposals/rules.ts'
import { sectorNames } from '#areas/participation/proposals/rules/names.ts'
import type { EventKind, NoteKind, PublicEvent, SignUpState } from '../rules.ts'
import { timeOfDay } from '../rules/moment.ts'

export const sayKind = (kind: EventKind, language: Language): string => {
  const say = speak(language)
  return { workshop: say.participation_event_kind_workshop(), meeting: say.participation_event_kind_meeting(), discussion: say.participation_event_kind_discussion(), infoDay: say.participation_event_kind_info_day(), training: say.participation_event_kind_training() }[kind]
}
export const saySignUp = (state: SignUpState, language: Language): string => {
  const say = speak(language)
  return { submitted: say.participation_event_state_submitted(), confirmed: say.participation_event_state_confirmed(), waiting: say.participation_event_state_waiting(), offered: say.participation_event_state_offered(), cancelled: say.participation_event_state_cancelled() }[state]
}
export const sayNoteKind = (kind: NoteKind, language: Language): string => {
  const say = speak(language)
  return { said: say.participation_event_note_said(), decided: say.participation_event_note_decided(), toDo: say.participation_event_note_to_do() }[kind]
}
export const saySector = (sector: string, language: Language): string =>
  (Object.hasOwn(sectorNames, sector) ? sectorNames[sector as Sector][language] : speak(language).participation_event_sector_unknown())
const day = { bg: new Intl.DateTimeFormat('bg', { timeZone: 'Europe/Sofia', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }), en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Sofia', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }) }
export const sayDay = (at: Date, language: Language): string => day[language].format(at)
/** From – to on one day; where it goes on to another day, both are said. */
export const sayWhen = ({ startsAt, endsAt }: Pick<PublicEvent, 'startsAt' | 'endsAt'>, language: Language): string => {
  const first = sayDay(startsAt, language), last = sayDay(endsAt, language)
  return first === last ? `${first}, ${timeOfDay(startsAt)}–${timeOfDay(endsAt)}` : `${first}, ${timeOfDay(startsAt)} – ${last}, ${timeOfDay(endsAt)}`
}
export const titleIn = (title: Bilingual, language: Language): string => title[language] || title.bg || title.en
