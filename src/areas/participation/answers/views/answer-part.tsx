// The answer as everybody reads it on the page of a contribution: the one that holds, and the earlier ones under it.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Details } from '#ui/parts/details.tsx'
import { Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { decisions, wasDone, wordsIn, type Decision, type PublicAnswer } from '../rules.ts'

export const DecisionTag = ({ decision, language }: { readonly decision: Decision; readonly language: Language }) =>
  <Tag tone={wasDone(decision) === 'did' ? 'success' : 'neutral'}>{decisions[decision][language]}</Tag>
/** Paragraphs as they were written. */
export const Words = ({ text, language }: { readonly text: PublicAnswer['reason']; readonly language: Language }) => {
  const { text: words, lang } = wordsIn(text, language)
  return words === '' ? null : <div class="p-said" lang={lang}>{words.split(/\n\s*\n/).map((part) => <p>{part}</p>)}</div>
}
type Part = { readonly language: Language; readonly answers: readonly PublicAnswer[]; /** number of the contribution it was merged into, whose answer this is */ readonly into: string | null }
/** `answers`: the newest first. */
export const AnswerPart = ({ language, answers, into }: Part) => {
  const say = speak(language)
  const [holds, ...earlier] = answers
  if (holds === undefined) return null
  return (
    <Section id="answer" title={say.participation_answer_title()}>
      {into === null ? null : <p class="p-note">{say.participation_answer_of_merged({ number: into })}</p>}
      <One language={language} answer={holds} />
      {earlier.map((answer) => (
        <Details summary={say.participation_answer_earlier({ number: answer.number, day: sayCivilDate(answer.decidedOn, language) })}><One language={language} answer={answer} /></Details>
      ))}
    </Section>
  )
}
const One = ({ language, answer }: { readonly language: Language; readonly answer: PublicAnswer }) => {
  const say = speak(language)
  return (
    <>
      <p><DecisionTag decision={answer.decision} language={language} /></p>
      <Words text={answer.reason} language={language} />
      <Words text={answer.addition} language={language} />
      <SummaryList lines={[
        { name: say.participation_answer_unit(), value: answer.unit }, { name: say.participation_answer_day(), value: sayCivilDate(answer.decidedOn, language) },
        ...(answer.place === '' ? [] : [{ name: say.participation_answer_place(), value: answer.place }]),
        ...(answer.number > 1 && answer.whyChanged !== '' ? [{ name: say.participation_answer_why_changed(), value: answer.whyChanged }] : []),
        ...(answer.cited.length === 0 ? [] : [{ name: say.participation_answer_rests_on(), value: <LinkList links={answer.cited.map(({ name, path }) => ({ name: name[language], href: toHref(language, path) }))} /> }]),
      ]} />
    </>
  )
}
