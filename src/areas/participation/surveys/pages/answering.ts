// The pages of whoever answers: list, beginning, personal link, one question after another, thanks.
import { notFound, problems, see, typedOne, type Asked, type PostAnswer, type Typed } from '#kernel/answer.ts'
import { ok, type Problem } from '#kernel/result.ts'
import { mayDo, type Who } from '#kernel/who.ts'
import { page, type ReadVisit } from '#store/visit.ts'
import { listMunicipalities } from '#areas/evidence/regions/read.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { answerFrom, partField } from '../forms/answers.ts'
import type { Reader } from '#store/handle.ts'
import { findDraft, findInvitation, findSurvey, listSurveys } from '../read.ts'
import { openOf, pathOf } from '../rules/answers.ts'
import type { Choice, Question } from '../rules/questions.ts'
import { answerPath, isSector, linkPath, surveyPath, surveysPath, type Survey } from '../rules/survey.ts'
import { beginScreen, doneScreen, questionScreen, reviewScreen } from '../views/answer.tsx'
import { listScreen } from '../views/list.tsx'
import { firstField } from '../views/question-field.tsx'
import { dropDraft, keepAnswer, partsOf, startAnswering } from '../write/answering.ts'
import { stopLetters } from '../write/inviting.ts'
import { sendAnswers } from '../write/sending.ts'

const read = permissions['public.read'], takePart = permissions['public.take-part'], manage = permissions['surveys.manage']
export const mayManage = (who: Who): 'yes' | 'no' => (mayDo(who, manage) ? 'yes' : 'no')
export const asTyped = (typed: Typed) => ok(typed)
export const does = (typed: Typed): string => typedOne(typed, 'does')
export const problem = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })
/** Municipalities of the district as a question of place offers them. */
export const placesOf = async (reader: Reader): Promise<readonly Choice[]> => (await listMunicipalities(reader)).map(({ code, name }) => ({ code, name }))
/** A draft is for those who make it. */
export const surveyOf = async ({ reader, who }: Pick<ReadVisit, 'reader' | 'who'>, asked: Asked): Promise<Survey | undefined> => {
  const survey = await findSurvey(reader, asked.params.slug ?? '')
  return survey !== undefined && (survey.state === 'open' || mayManage(who) === 'yes') ? survey : undefined
}
const officerOf = async (reader: Reader) => (await getSettings(reader)).contact.officer
/** What came of an answer that does not fit, at the field it belongs to. */
export const atField = (question: Question, found: readonly { readonly at: string; readonly text: Problem['text'] }[]): readonly Problem[] =>
  found.map(({ at, text }) => ({ field: at === '' ? firstField(question) : partField(question.key, at), text }))
export const bothSaid = (question: Question): Problem => problem(firstField(question), 'Избран е отговор и „Предпочитам да не отговоря“. Оставете едното.', 'There is an answer and “I prefer not to say”. Leave one of them.')

const list = page({
  path: surveysPath, may: read, sameForAll: true,
  get: async ({ reader, who, language, now }) => listScreen({ language, now, mayManage: mayManage(who), surveys: await listSurveys(reader, { who: mayManage(who) === 'yes' ? 'staff' : 'everyone' }) }),
})
const started = (survey: Survey, answer: Awaited<ReturnType<typeof startAnswering>>): PostAnswer => (answer.kind === 'started' ? see(answerPath(survey.slug, answer.secret))
  : answer.kind === 'full' ? see(`${surveyPath(survey.slug)}/done?how=full`) : problems([
    answer.kind === 'closed' ? problem('', 'Анкетата не приема отговори.', 'The survey takes no answers.')
      : answer.kind === 'used' ? problem('', 'С тази връзка вече е отговорено.', 'This link has been answered already.') : problem('', 'На тази анкета се отговаря с лична връзка от писмо.', 'This survey is answered by a personal link from a letter.'),
  ]))
const begin = page<Typed>({
  path: surveyPath(':slug'), may: read, mayPost: takePart,
  get: async (visit, asked) => {
    const survey = await surveyOf(visit, asked)
    return survey === undefined ? notFound : beginScreen({ language: visit.language, asked, survey, now: visit.now, officer: await officerOf(visit.reader), mayChange: mayManage(visit.who), by: null })
  },
  accepts: asTyped,
  post: async (visit, typed, asked) => {
    const survey = await surveyOf({ reader: visit.writer.reader, who: visit.who }, asked)
    if (survey === undefined) return notFound
    const sector = typedOne(typed, 'sector')
    if (survey.asksSector === 'yes' && !isSector(sector)) return problems([problem('sector', 'Изберете за коя група отговаряте.', 'Choose the group you answer for.')])
    return started(survey, await startAnswering(visit, { survey, sector: isSector(sector) ? sector : null, by: null }))
  },
})
const link = page<Typed>({
  path: linkPath(':slug', ':secret'), may: read, mayPost: takePart,
  get: async (visit, asked) => {
    const survey = await surveyOf(visit, asked)
    if (survey === undefined) return notFound
    const secret = asked.params.secret ?? ''
    const invitation = await findInvitation(visit.reader, secret)
    const state = invitation === undefined || invitation.survey !== survey.id ? 'unknown' : invitation.answered ? 'used' : 'fresh'
    return beginScreen({ language: visit.language, asked, survey, now: visit.now, officer: await officerOf(visit.reader), mayChange: 'no', by: { secret, state, stopped: invitation?.stopped === true } })
  },
  accepts: asTyped,
  post: async (visit, typed, asked) => {
    const survey = await surveyOf({ reader: visit.writer.reader, who: visit.who }, asked)
    if (survey === undefined) return notFound
    const by = asked.params.secret ?? ''
    if (does(typed) === 'stop') { await stopLetters(visit, { secret: by }); return see(linkPath(survey.slug, by)) }
    return started(survey, await startAnswering(visit, { survey, sector: null, by }))
  },
})
const gone = (slug: string): PostAnswer => see(`${surveyPath(slug)}/done?how=gone`)
const answer = page<Typed>({
  path: answerPath(':slug', ':secret'), may: read, mayPost: takePart,
  get: async (visit, asked) => {
    const survey = await surveyOf(visit, asked)
    if (survey === undefined) return notFound
    const secret = asked.params.secret ?? ''
    const draft = await findDraft(visit.reader, partsOf(secret).own)
    if (draft === undefined || draft.survey !== survey.id) return doneScreen({ language: visit.language, survey, how: 'gone' })
    const shown = { language: visit.language, asked, survey, secret, answers: draft.answers, places: await placesOf(visit.reader) }
    const wanted = asked.query.get('q')
    const question = wanted === 'review' ? null : (pathOf(survey.questions, draft.answers).find(({ key }) => key === wanted) ?? openOf(survey.questions, draft.answers))
    return question === null ? reviewScreen(shown) : questionScreen({ ...shown, question })
  },
  accepts: asTyped,
  post: async (visit, typed, asked) => {
    const { slug = '', secret = '' } = asked.params
    const here = answerPath(slug, secret)
    if (does(typed) === 'drop') { await dropDraft(visit, { secret }); return see(`${surveyPath(slug)}/done?how=dropped`) }
    const survey = await findSurvey(visit.writer.reader, slug)
    if (survey === undefined) return notFound
    if (does(typed) === 'send') {
      const sent = await sendAnswers(visit, { secret, offer: typedOne(typed, 'offer') === 'yes' ? 'yes' : 'no' })
      if (sent.kind === 'sent') return see(`${surveyPath(slug)}/done?how=sent`)
      if (sent.kind === 'gone') return gone(slug)
      if (sent.kind === 'lacks') return see(`${here}?q=${sent.keys[0] ?? ''}`)
      return problems([sent.kind === 'used' ? problem('', 'С тази връзка вече е отговорено от друго място. Тези отговори не се броят; може да ги изтриете.', 'This link was answered from elsewhere meanwhile. These answers do not count; you can delete them.') : problem('', 'Анкетата приключи, докато отговаряхте. Отговорите ви се броят като недовършени.', 'The survey ended while you were answering. Your answers count as unfinished.')])
    }
    const question = survey.questions.find(({ key }) => key === asked.query.get('q'))
    if (question === undefined) return see(here)
    const given = answerFrom(typed, question)
    if (given.kind === 'both') return problems([bothSaid(question)])
    if (given.kind === 'nothing' && question.must === 'yes') return problems([question.mayPass === 'yes' ? problem(firstField(question), 'Отговорете или изберете „Предпочитам да не отговоря“.', 'Answer, or choose “I prefer not to say”.') : problem(firstField(question), 'Отговорете на въпроса, за да продължите.', 'Answer the question to go on.')])
    const kept = await keepAnswer(visit, { secret, key: question.key, answer: given.kind === 'nothing' ? null : given.answer, places: (await placesOf(visit.writer.reader)).map(({ code }) => code) })
    if (kept.kind === 'gone') return gone(slug)
    if (kept.kind === 'closed') return problems([problem('', 'Анкетата приключи, докато отговаряхте. Отговорите ви дотук се броят като недовършени.', 'The survey ended while you were answering. Your answers so far count as unfinished.')])
    if (kept.kind === 'misfit') return problems(atField(question, kept.found))
    const path = pathOf(survey.questions, kept.answers)
    const next = path[path.findIndex(({ key }) => key === question.key) + 1]
    return see(`${here}?q=${next?.key ?? 'review'}`)
  },
})
const done = page({
  path: `${surveyPath(':slug')}/done`, may: read,
  get: async (visit, asked) => {
    const survey = await surveyOf(visit, asked)
    const how = asked.query.get('how')
    return survey === undefined ? notFound : doneScreen({ language: visit.language, survey, how: how === 'dropped' || how === 'full' || how === 'gone' ? how : 'sent' })
  },
})
export const answeringPages = [list, begin, link, answer, done]
