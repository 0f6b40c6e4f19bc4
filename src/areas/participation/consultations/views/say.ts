// Days and states of a consultation in words.
import { dayIn } from '#kernel/day.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { processTime } from '#areas/participation/processes/rules.ts'
import type { Consultation } from '../rules.ts'
import { daysBetween } from '../rules/term.ts'

export type Stage = 'prepared' | 'notYet' | 'open' | 'closed'
export const stageOf = ({ draft, process }: Pick<Consultation, 'draft' | 'process'>, now: Date): Stage => (draft === 0 ? 'prepared' : processTime(process, now))
export const sayTerm = ({ opensOn, closesOn }: Pick<Consultation, 'opensOn' | 'closesOn'>, language: Language): string => `${sayCivilDate(opensOn, language)} – ${sayCivilDate(closesOn, language)}`
/** „Остават 12 дни“ on each day before the last, „Днес е последният ден“ on it. */
export const sayLeft = ({ consultation, now, language }: { readonly consultation: Consultation; readonly now: Date; readonly language: Language }): string => {
  const say = speak(language), stage = stageOf(consultation, now), today = dayIn(now)
  if (stage === 'prepared') return say.participation_stage_prepared()
  if (stage === 'notYet') return say.participation_left_opens({ day: sayCivilDate(consultation.opensOn, language) })
  if (stage === 'closed') return say.participation_left_closed({ day: sayCivilDate(consultation.closesOn, language) })
  const left = daysBetween({ opensOn: today, closesOn: consultation.closesOn })
  return left === 0 ? say.participation_left_today() : say.participation_left_days({ count: left })
}
/** Words in a language other than the page's say so. */
export const langOf = (text: { readonly bg: string; readonly en: string }, language: Language): { readonly words: string; readonly lang: Language | undefined } =>
  text[language] !== '' ? { words: text[language], lang: undefined } : language === 'bg' ? { words: text.en, lang: 'en' } : { words: text.bg, lang: 'bg' }
