// Letters of surveys: the invitation with its personal link, and the reminder. Plain words; what is promised stands in them.
import type { Bilingual, Language } from '#kernel/language.ts'
import { exampleFrom, writeLetter, type Letter, type LetterFrom } from '#kernel/letter.ts'
import { sayDate } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { linkPath, type Survey } from './survey.ts'

type About = { readonly kind: 'invitation' | 'reminder'; readonly key: string; readonly to: string; readonly name: string | null; readonly language: Language; readonly survey: Pick<Survey, 'slug' | 'title' | 'anonymous' | 'closesAt'>; readonly secret: string; readonly from: LetterFrom }
export const surveyLetter = ({ kind, key, to, name, language, survey, secret, from }: About): Letter => {
  const say = speak(language)
  const title = survey.title[language]
  const link = `${from.origin}/${language}${linkPath(survey.slug, secret)}`
  // The end is midnight: the last day is the one before.
  const until = survey.closesAt === null ? null : sayDate(new Date(survey.closesAt.getTime() - 1000), language)
  const words = { from, key, to, language, ...(name === null ? {} : { name }), why: say.participation_survey_letter_why(), stop: say.participation_survey_letter_stop() }
  const lines = [
    kind === 'invitation' ? say.participation_survey_letter_asks({ title }) : say.participation_survey_letter_reminds({ title }),
    link,
    survey.anonymous === 'yes' ? say.participation_survey_letter_anonymous() : say.participation_survey_letter_named(),
    ...(until === null ? [] : [say.participation_survey_letter_until({ date: until })]),
  ]
  return kind === 'invitation'
    ? writeLetter({ ...words, kind: 'participation.surveyInvitation', subject: say.participation_survey_letter_subject({ title }), lines })
    : writeLetter({ ...words, kind: 'participation.surveyReminder', subject: say.participation_survey_letter_reminder_subject({ title }), lines })
}
const title: Bilingual = { bg: 'Какво липсва на фирмите', en: 'What firms lack' }
const example = (kind: About['kind']) => (language: Language): Letter => surveyLetter({
  kind, key: 'example', to: 'petya@lipova.example', name: language === 'bg' ? 'Петя Иванова' : 'Petya Ivanova', language, from: exampleFrom, secret: 'x'.repeat(43),
  survey: { slug: 'what-firms-lack', title, anonymous: 'yes', closesAt: new Date('2027-01-31T22:00:00Z') },
})
export const surveyLetterExamples: readonly { readonly kind: string; readonly draw: (language: Language) => Letter }[] = [
  { kind: 'participation.surveyInvitation', draw: example('invitation') }, { kind: 'participation.surveyReminder', draw: example('reminder') },
]
