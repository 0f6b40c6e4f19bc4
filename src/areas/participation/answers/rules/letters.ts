// The letter that tells a sender what was decided: number, decision, reason, what is added for this one, unit, link. Plain text.
import type { Language } from '#kernel/language.ts'
import { exampleFrom, writeLetter, type Letter, type LetterFrom } from '#kernel/letter.ts'
import { speak } from '#kernel/speak.ts'
import { contributionPath } from '#areas/participation/proposals/rules.ts'
import { decisions, wordsIn, type PublicAnswer } from '../rules.ts'

export type Told = {
  readonly key: string; readonly from: LetterFrom; readonly to: string; readonly name: string | null; readonly language: Language
  /** the person's own contribution; `into` the one it was answered with, where they were merged */
  readonly number: string; readonly title: string; readonly into: string | null
  readonly answer: Pick<PublicAnswer, 'decision' | 'reason' | 'addition' | 'unit' | 'place' | 'whyChanged' | 'number'>
}
export const answeredLetter = ({ key, from, to, name, language, number, title, into, answer }: Told): Letter => {
  const say = speak(language)
  const decision = decisions[answer.decision][language]
  const addition = wordsIn(answer.addition, language).text
  const changed = answer.number > 1
  return writeLetter({
    key, from, to, language, ...(name === null ? {} : { name }), kind: 'participation.answered',
    subject: changed ? say.participation_letter_answer_changed_subject({ number }) : say.participation_letter_answer_subject({ number, decision }),
    lines: [
      changed ? say.participation_letter_answer_changed_what({ number, title, why: answer.whyChanged }) : say.participation_letter_answer_what({ number, title }),
      ...(into === null ? [] : [say.participation_letter_answer_merged({ number: into })]),
      say.participation_letter_answer_decision({ decision }),
      say.participation_letter_answer_reason({ reason: wordsIn(answer.reason, language).text }),
      ...(addition === '' ? [] : [addition]),
      ...(answer.place === '' ? [] : [say.participation_letter_answer_place({ place: answer.place })]),
      say.participation_letter_answer_unit({ unit: answer.unit }),
      say.participation_letter_answer_page(), `${from.origin}/${language}${contributionPath(number)}`,
    ],
    why: say.participation_letter_author_why({ number }),
  })
}
const example = (language: Language): Told => ({
  key: 'example', from: exampleFrom, to: 'petya@lipova.example', name: language === 'bg' ? 'Петя Иванова' : 'Petya Ivanova', language, number: '2026-0042', into: null,
  title: language === 'bg' ? 'Алея за велосипеди до гарата' : 'A cycle path to the station',
  answer: {
    decision: 'acceptedInPart', number: 1, whyChanged: '', unit: language === 'bg' ? 'Отдел „Транспорт“' : 'Transport department', place: language === 'bg' ? 'мярка 2.3' : 'measure 2.3',
    reason: { bg: 'Алеята до моста влиза в проекта. За отсечката до гарата теренът е на друг собственик, с когото преговаряме.', en: 'The path to the bridge is taken into the draft. The land of the stretch to the station belongs to another owner, with whom we are negotiating.' },
    addition: { bg: '', en: '' },
  },
})
export const letterExamples: readonly { readonly kind: string; readonly draw: (language: Language) => Letter }[] = [
  { kind: 'participation.answered', draw: (language) => answeredLetter(example(language)) },
]
