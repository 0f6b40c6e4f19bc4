// The pages of somebody who answers: the beginning, one question a page, the look back before sending, and thanks.
import type { Asked, Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayDate } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Checkbox, Radios } from '#ui/parts/choices.tsx'
import { Details } from '#ui/parts/details.tsx'
import { Dialog } from '#ui/parts/dialog.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Progress } from '#ui/parts/progress.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { CollectionNotice, type Officer } from '#areas/people/contacts/views/collection-notice.tsx'
import { fieldsOf } from '../forms/answers.ts'
import { pathOf, previousOf, type Answer, type Answers } from '../rules/answers.ts'
import { codesOf, type Choice, type Question } from '../rules/questions.ts'
import { answerPath, linkPath, phaseOf, resultsPath, sectors, surveyPath, surveysPath, type Survey } from '../rules/survey.ts'
import { QuestionField } from './question-field.tsx'
import { inEither, saySector } from './words.ts'

const crumb = (language: Language) => ({ name: speak(language).participation_survey_title(), path: surveysPath })
const Paragraphs = ({ text }: { readonly text: string }) => <>{text.split(/\n\s*\n/).filter((part) => part.trim() !== '').map((part) => <p>{part}</p>)}</>
const lastDay = (survey: Survey, language: Language): string | null => (survey.closesAt === null ? null : sayDate(new Date(survey.closesAt.getTime() - 1000), language))

type Beginning = { readonly language: Language; readonly asked: Asked; readonly survey: Survey; readonly now: Date; readonly officer: Officer; readonly mayChange: 'yes' | 'no'; /** behind a personal link: its secret and how it stands */ readonly by: { readonly secret: string; readonly state: 'fresh' | 'used' | 'unknown'; readonly stopped: boolean } | null }
export const beginScreen = ({ language, asked, survey, now, officer, mayChange, by }: Beginning): Screen => {
  const say = speak(language)
  const phase = phaseOf(survey, now)
  const title = inEither(survey.title, language)
  const until = lastDay(survey, language)
  const asksSector = survey.asksSector === 'yes' && by === null
  const mayStart = phase === 'open' && (by === null ? survey.access === 'open' : by.state === 'fresh')
  const action = toHref(language, by === null ? surveyPath(survey.slug) : linkPath(survey.slug, by.secret))
  return {
    kind: 'screen', title, says: inEither(survey.says, language).slice(0, 200) || title, crumbs: [crumb(language)],
    body: (
      <>
        <PageHeading kicker={say.participation_survey_kicker()} title={title} />
        <ErrorSummary language={language} problems={asked.problems} />
        <Paragraphs text={inEither(survey.says, language)} />
        {phase === 'draft' ? <Notice language={language} tone="warning"><p>{say.participation_survey_is_draft()}</p></Notice> : null}
        {phase === 'coming' && survey.opensAt !== null ? <Notice language={language} tone="info"><p>{say.participation_survey_opens({ date: sayDate(survey.opensAt, language) })}</p></Notice> : null}
        {phase === 'closed' ? <Notice language={language} tone="info"><p>{say.participation_survey_over({ date: until ?? '' })}</p></Notice> : null}
        {by?.state === 'used' ? <Notice language={language} tone="info"><p>{say.participation_survey_link_used()}</p></Notice> : null}
        {by?.state === 'unknown' ? <Notice language={language} tone="warning"><p>{say.participation_survey_link_unknown()}</p></Notice> : null}
        {by === null && phase === 'open' && survey.access === 'links' ? <Notice language={language} tone="info"><p>{say.participation_survey_links_only()}</p></Notice> : null}
        {phase !== 'open' ? null : (
          <ul>
            <li>{say.participation_survey_count({ count: survey.questions.length })}</li>
            <li>{survey.anonymous === 'yes' ? say.participation_survey_anonymous_says() : say.participation_survey_named_says()}</li>
            <li>{say.participation_survey_half_way()}</li>
            {until === null ? null : <li>{say.participation_survey_until({ date: until })}</li>}
          </ul>
        )}
        {!mayStart ? null : (
          <Form action={action}>
            {!asksSector ? null : <Radios language={language} name="sector" label={say.participation_survey_your_sector()} help={say.participation_survey_your_sector_help()} error={errorOf({ problems: asked.problems, field: 'sector', language })}
              value={asked.typed.text.sector?.[0]} choices={sectors.map((sector) => ({ value: sector, name: saySector(sector, language) }))} />}
            <CollectionNotice language={language} purpose="survey" officer={officer} />
            <Buttons><Button name="does" value="start">{say.participation_survey_start()}</Button></Buttons>
          </Form>
        )}
        {by === null || by.state === 'unknown' ? null : by.stopped ? <p class="p-note">{say.participation_survey_stopped()}</p> : (
          <Form action={action}><Buttons><Button look="quiet" name="does" value="stop">{say.participation_survey_stop()}</Button></Buttons></Form>
        )}
        {phase === 'open' || phase === 'coming' ? <p><a class="ds-link" href={toHref(language, `${surveyPath(survey.slug)}/paper.pdf`)}>{say.participation_survey_paper_link()}</a></p> : null}
        {phase === 'closed' && survey.results === 'public' ? <Buttons><ButtonLink href={toHref(language, resultsPath(survey.slug))}>{say.participation_survey_see_results()}</ButtonLink></Buttons> : null}
        {mayChange === 'no' ? null : <Buttons><ButtonLink look="secondary" href={toHref(language, `${surveyPath(survey.slug)}/change`)}>{say.participation_survey_change()}</ButtonLink><ButtonLink look="secondary" href={toHref(language, resultsPath(survey.slug))}>{say.participation_survey_results()}</ButtonLink></Buttons>}
      </>
    ),
  }
}

type Answering = { readonly language: Language; readonly asked: Asked; readonly survey: Survey; readonly secret: string; readonly answers: Answers; readonly places: readonly Choice[] }
const GoOn = ({ language, address, survey, secret }: { readonly language: Language; readonly address: string; readonly survey: Survey; readonly secret: string }) => {
  const say = speak(language)
  return (
    <Details summary={say.participation_survey_later()}>
      <p>{say.participation_survey_later_says()}</p>
      <p class="p-break">{address}</p>
      <p>{say.participation_survey_drop_says()}</p>
      <Form action={toHref(language, answerPath(survey.slug, secret))}><Buttons><Button look="danger" name="does" value="drop">{say.participation_survey_drop()}</Button></Buttons></Form>
    </Details>
  )
}
export const questionScreen = ({ language, asked, survey, secret, answers, places, question }: Answering & { readonly question: Question }): Screen => {
  const say = speak(language)
  const path = pathOf(survey.questions, answers)
  const at = Math.max(0, path.findIndex(({ key }) => key === question.key))
  const before = previousOf({ questions: survey.questions, answers, before: question.key })
  const here = toHref(language, answerPath(survey.slug, secret))
  const isAgain = asked.problems.length > 0
  const number = say.participation_survey_number({ number: at + 1 })
  return {
    kind: 'screen', title: `${number}: ${inEither(question.asks, language)}`, says: inEither(survey.title, language), crumbs: [],
    body: (
      <>
        <PageHeading kicker={inEither(survey.title, language)} title={number} />
        <Progress id="progress" label={say.participation_survey_progress()} done={at} of={path.length} says={say.participation_survey_progress_says({ done: at, of: path.length })} />
        <ErrorSummary language={language} problems={asked.problems} />
        <div class="p-question">
          <Form action={`${here}?q=${question.key}`}>
            <QuestionField language={language} question={question} problems={asked.problems} places={places} fields={isAgain ? asked.typed.text : fieldsOf(question, answers[question.key])} />
            <Buttons>
              <Button name="does" value="next">{say.participation_survey_next()}</Button>
              {before === null ? null : <ButtonLink look="quiet" href={`${here}?q=${before.key}`}>{say.participation_survey_back()}</ButtonLink>}
            </Buttons>
          </Form>
        </div>
        <GoOn language={language} address={`${asked.origin ?? ''}${here}`} survey={survey} secret={secret} />
      </>
    ),
  }
}
/** An answer in words, for whoever looks back. */
export const sayAnswer = ({ question, answer, places, language }: { readonly question: Question; readonly answer: Answer | undefined; readonly places: readonly Choice[]; readonly language: Language }): string => {
  const say = speak(language)
  if (answer === undefined) return say.participation_survey_no_answer()
  if ('passed' in answer) return say.participation_survey_pass()
  const nameOf = (code: string): string => { const choice = (question.kind === 'place' ? places : codesOf(question)).find((one) => one.code === code); return choice === undefined ? code : inEither(choice.name, language) }
  if ('text' in answer) return answer.text
  if ('number' in answer) return question.kind === 'scale' ? nameOf(String(answer.number)) : `${String(answer.number).replace('.', language === 'bg' ? ',' : '.')} ${question.number?.unit[language] ?? ''}`.trim()
  if ('rows' in answer) return question.rows.map((row) => `${inEither(row.name, language)}: ${answer.rows[row.code] === undefined ? say.participation_survey_no_answer() : nameOf(answer.rows[row.code] ?? '')}`).join('; ')
  return answer.codes.map((code, at) => (question.kind === 'rank' ? `${at + 1}. ${nameOf(code)}` : nameOf(code))).join('; ')
}
export const reviewScreen = ({ language, asked, survey, secret, answers, places }: Answering): Screen => {
  const say = speak(language)
  const path = pathOf(survey.questions, answers)
  const here = toHref(language, answerPath(survey.slug, secret))
  const offers = path.filter((question) => { const answer = answers[question.key]; return question.offers === 'contribution' && answer !== undefined && 'text' in answer })
  return {
    kind: 'screen', title: say.participation_survey_review(), says: inEither(survey.title, language), crumbs: [],
    body: (
      <>
        <PageHeading kicker={inEither(survey.title, language)} title={say.participation_survey_review()} lead={say.participation_survey_review_says()} />
        <ErrorSummary language={language} problems={asked.problems} />
        <SummaryList lines={path.map((question) => ({ name: inEither(question.asks, language), value: sayAnswer({ question, answer: answers[question.key], places, language }), action: { name: say.participation_survey_change_answer(), href: `${here}?q=${question.key}` } }))} />
        <Form action={`${here}?q=review`}>
          {offers.length === 0 ? null : <Checkbox language={language} name="offer" optional label={say.participation_survey_offer()} help={say.participation_survey_offer_help()} value={asked.typed.text.offer?.[0]} />}
          <Buttons><Button name="does" value="send">{say.participation_survey_send()}</Button></Buttons>
        </Form>
        <Dialog id="drop" look="danger" opens={say.participation_survey_drop()} question={say.participation_survey_drop_question()}>
          <Form action={here}><Buttons><Button look="danger" name="does" value="drop">{say.participation_survey_drop()}</Button></Buttons></Form>
        </Dialog>
      </>
    ),
  }
}
export const doneScreen = ({ language, survey, how }: { readonly language: Language; readonly survey: Survey; readonly how: 'sent' | 'dropped' | 'full' | 'gone' }): Screen => {
  const say = speak(language)
  const all: Readonly<Record<typeof how, readonly [title: string, says: string]>> = {
    sent: [say.participation_survey_thanks(), survey.anonymous === 'yes' ? say.participation_survey_thanks_anonymous() : say.participation_survey_thanks_named()], dropped: [say.participation_survey_dropped(), say.participation_survey_dropped_says()],
    full: [say.participation_survey_full(), say.participation_survey_full_says()], gone: [say.participation_survey_gone(), say.participation_survey_gone_says()],
  }
  const words = all[how]
  return {
    kind: 'screen', title: words[0], says: words[1], crumbs: [crumb(language), { name: inEither(survey.title, language), path: surveyPath(survey.slug) }],
    body: (
      <>
        <PageHeading kicker={inEither(survey.title, language)} title={words[0]} lead={words[1]} />
        <Section id="next" title={say.participation_survey_what_next()}>
          <p>{survey.results === 'public' ? (survey.closesAt === null ? say.participation_survey_results_some_day() : say.participation_survey_results_after({ date: lastDay(survey, language) ?? '' })) : say.participation_survey_results_staff()}</p>
          <ul>
            <li><a class="ds-link" href={toHref(language, surveysPath)}>{say.participation_survey_all()}</a></li>
            <li><a class="ds-link" href={toHref(language, '/participation')}>{say.participation_survey_other_ways()}</a></li>
          </ul>
        </Section>
      </>
    ),
  }
}
