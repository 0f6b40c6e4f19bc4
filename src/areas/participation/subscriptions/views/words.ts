// Words of following that several views say.
import type { Purpose, ConsentHow } from '#areas/people/contacts/rules.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { How } from '../rules.ts'

export const howName = (how: How, language: Language): string => {
  const say = speak(language)
  return { atOnce: say.participation_how_at_once, daily: say.participation_how_daily, weekly: say.participation_how_weekly, none: say.participation_how_none }[how]()
}
export const purposeName = (purpose: Purpose, language: Language): string => {
  const say = speak(language)
  return { process: say.participation_purpose_process, newsletter: say.participation_purpose_newsletter, panel: say.participation_purpose_panel, publishName: say.participation_purpose_publish_name, photo: say.participation_purpose_photo }[purpose]()
}
export const givenName = (how: ConsentHow, language: Language): string => {
  const say = speak(language)
  return { web: say.participation_given_web, email: say.participation_given_email, paper: say.participation_given_paper, inPerson: say.participation_given_in_person }[how]()
}
