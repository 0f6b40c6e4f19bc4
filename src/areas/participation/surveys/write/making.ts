// Acts of those who make surveys: begin, change, open, close. With the first answer the questions are frozen: asked here, held by the database.
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Problem } from '#kernel/result.ts'
import type { Ref } from '#kernel/thread.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import { registerThing, renameThing } from '#store/thread.ts'
import type { WriteVisit } from '#store/visit.ts'
import { countDrafts, countResponses, findSurvey, freeSlug, hashOf } from '../read.ts'
import { canonicalOf, lacksForOpening, moved, type Question } from '../rules/questions.ts'
import { changePath, phaseOf, resultsPath, slugOf, surveyPath, type Survey, type SurveyFace } from '../rules/survey.ts'
import type { SurveyTables } from '../tables.ts'
import { leaveUnfinished, shuffleAnswers } from './answering.ts'

export const surveyTables = (visit: Pick<WriteVisit, 'writer'>) => visit.writer.withTables<SurveyTables>()
const problem = (bg: string, en: string, field = ''): Problem => ({ field, text: { bg, en } })
const conflict = problem('Докато работехте, колега промени същата анкета. Вижте я както е сега и опитайте отново.', 'While you were working, a colleague changed the same survey. Look at it as it is now and try again.')
export const frozen = problem('Някой вече е отговорил: въпросите не се променят повече. Ако трябва друг въпросник, направете нова вълна.', 'Somebody has answered already: the questions do not change any more. If another questionnaire is needed, make a new wave.')
const columnsOf = (face: SurveyFace) => ({
  titleBg: face.title.bg || face.title.en, titleEn: face.title.en || face.title.bg, saysBg: face.says.bg, saysEn: face.says.en, anonymous: face.anonymous === 'yes', access: face.access, results: face.results,
  opensAt: face.opensAt, closesAt: face.closesAt, asksSector: face.asksSector === 'yes', quotas: JSON.stringify(face.quotas), sizes: JSON.stringify(face.sizes),
})
const questionColumns = (questions: readonly Question[]) => ({ questions: JSON.stringify(questions), questionsHash: hashOf(canonicalOf(questions)) })

type Making = { readonly face: SurveyFace; readonly questions: readonly Question[]; readonly template?: 'firms' | 'digital' | null; readonly waveOf?: Ref<'surveyResult'> | null }
export const makeSurvey = async (visit: WriteVisit, { face, questions, template = null, waveOf = null }: Making): Promise<PostAnswer> => {
  const id = newId<'surveyResult'>()
  const slug = await freeSlug(visit.writer.reader, slugOf({ bg: face.title.bg, en: face.title.en || face.title.bg }))
  const columns = columnsOf(face)
  await registerThing(visit.writer, { id, kind: 'surveyResult', title: { bg: columns.titleBg, en: columns.titleEn }, path: surveyPath(slug), state: 'draft', seenBy: 'staff', text: face.says })
  await surveyTables(visit).insertInto('participation.survey').values({ id, slug, state: 'draft', ...columns, ...questionColumns(questions), waveOf, template, process: null, version: 1, madeBy: visit.who.account, changedAt: visit.now }).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.survey.make', thing: id, after: { slug, title: face.title, questions: questions.length } })
  return see(changePath(slug), 'participation_notice_survey_made')
}

type Changing = { readonly slug: string; readonly version: number }
/** Held until the act is done: two who save at once are one after the other. */
const hold = async (visit: WriteVisit, slug: string): Promise<Survey | undefined> => {
  await surveyTables(visit).selectFrom('participation.survey').select('id').where('slug', '=', slug).forUpdate().execute()
  return findSurvey(visit.writer.reader, slug)
}
const isAnswered = async (visit: WriteVisit, survey: Survey): Promise<boolean> =>
  (await countResponses(visit.writer.reader, survey.id)) + (await countDrafts(visit.writer.reader, survey.id)) > 0

export const changeSurvey = async (visit: WriteVisit, { slug, version, face }: Changing & { readonly face: SurveyFace }): Promise<PostAnswer> => {
  const survey = await hold(visit, slug)
  if (survey === undefined) return notFound
  if (survey.version !== version) return problems([conflict])
  if (survey.anonymous !== face.anonymous && (await isAnswered(visit, survey))) return problems([problem('Някой вече е отговорил с това обещание: то не се променя.', 'Somebody has answered on this promise: it does not change.', 'anonymous')])
  if (survey.state === 'open' && face.opensAt === null) return problems([problem('Отворената анкета има начало.', 'A survey that is open has a beginning.', 'opens_on')])
  await surveyTables(visit).updateTable('participation.survey').set({ ...columnsOf(face), version: version + 1, changedAt: visit.now }).where('id', '=', survey.id).execute()
  await renameThing(visit.writer, { id: survey.id, title: { bg: face.title.bg || face.title.en, en: face.title.en || face.title.bg }, text: face.says })
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.survey.change', thing: survey.id, before: { title: survey.title, closesAt: survey.closesAt, quotas: survey.quotas }, after: { title: face.title, closesAt: face.closesAt, quotas: face.quotas } })
  return see(changePath(slug), 'participation_notice_survey_saved')
}
type QuestionAct = { readonly does: 'put'; readonly question: Question } | { readonly does: 'drop' | 'up' | 'down'; readonly key: string }
export const changeQuestions = async (visit: WriteVisit, { slug, version, act }: Changing & { readonly act: QuestionAct }): Promise<PostAnswer> => {
  const survey = await hold(visit, slug)
  if (survey === undefined) return notFound
  if (survey.version !== version) return problems([conflict])
  if (await isAnswered(visit, survey)) return problems([frozen])
  if (survey.state === 'open') return problems([problem('Анкетата е отворена. Върнете я в чернова, за да промените въпрос: още никой не е отговорил.', 'The survey is open. Take it back to a draft to change a question: nobody has answered yet.')])
  const { questions } = survey
  const key = act.does === 'put' ? act.question.key : act.key
  const changed = act.does === 'put'
    ? (questions.some((one) => one.key === key) ? questions.map((one) => (one.key === key ? act.question : one)) : [...questions, act.question])
    : act.does === 'drop' ? questions.filter((one) => one.key !== key) : moved(questions, { key, by: act.does === 'up' ? -1 : 1 })
  await surveyTables(visit).updateTable('participation.survey').set({ ...questionColumns(changed), version: version + 1, changedAt: visit.now }).where('id', '=', survey.id).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.survey.question', thing: survey.id, after: { key, does: act.does, questions: changed.length } })
  return see(`${changePath(slug)}#questions`, act.does === 'drop' ? 'participation_notice_survey_question_gone' : 'participation_notice_survey_question')
}
export const openSurvey = async (visit: WriteVisit, { slug, version }: Changing): Promise<PostAnswer> => {
  const survey = await hold(visit, slug)
  if (survey === undefined) return notFound
  if (survey.version !== version) return problems([conflict])
  const lacks = [...lacksForOpening(survey.questions), ...(survey.closesAt !== null && survey.closesAt <= visit.now ? [problem('Краят е минал. Напишете нов ден или го оставете празен.', 'The end has passed. Write a new day or leave it empty.', 'closes_on')] : [])]
  if (lacks.length > 0) return problems(lacks)
  const opensAt = survey.opensAt ?? visit.now
  await surveyTables(visit).updateTable('participation.survey').set({ state: 'open', opensAt, version: version + 1, changedAt: visit.now }).where('id', '=', survey.id).execute()
  await renameThing(visit.writer, { id: survey.id, state: 'open', seenBy: 'everyone' })
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.survey.open', thing: survey.id, after: { questionsHash: survey.questionsHash, opensAt } })
  return see(changePath(slug), 'participation_notice_survey_opened')
}
export const closeSurvey = async (visit: WriteVisit, { slug, version }: Changing): Promise<PostAnswer> => {
  const survey = await hold(visit, slug)
  if (survey === undefined) return notFound
  if (survey.version !== version) return problems([conflict])
  if (phaseOf(survey, visit.now) !== 'open') return see(changePath(slug))
  await surveyTables(visit).updateTable('participation.survey').set({ closesAt: visit.now, ...(survey.opensAt !== null && survey.opensAt >= visit.now ? { opensAt: new Date(visit.now.getTime() - 1000) } : {}), version: version + 1, changedAt: visit.now }).where('id', '=', survey.id).execute()
  await leaveUnfinished(visit, survey)
  await shuffleAnswers(visit.writer)
  await renameThing(visit.writer, { id: survey.id, state: 'closed' })
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.survey.close', thing: survey.id })
  return see(resultsPath(slug), 'participation_notice_survey_closed')
}
/** What follows from an end that the clock brought: the half-way answers count as that. */
export const endSurvey = async (visit: WriteVisit, survey: Survey): Promise<void> => {
  await leaveUnfinished(visit, survey)
  await renameThing(visit.writer, { id: survey.id, state: 'closed' })
}
/** Only while nobody has answered. */
export const takeBackSurvey = async (visit: WriteVisit, { slug, version }: Changing): Promise<PostAnswer> => {
  const survey = await hold(visit, slug)
  if (survey === undefined) return notFound
  if (survey.version !== version) return problems([conflict])
  if (await isAnswered(visit, survey)) return problems([frozen])
  await surveyTables(visit).updateTable('participation.survey').set({ state: 'draft', version: version + 1, changedAt: visit.now }).where('id', '=', survey.id).execute()
  await renameThing(visit.writer, { id: survey.id, state: 'draft', seenBy: 'staff' })
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.survey.takeBack', thing: survey.id })
  return see(changePath(slug), 'participation_notice_survey_draft')
}
/** The same questions once more; what stays the same word for word can be compared. */
export const repeatSurvey = async (visit: WriteVisit, { slug }: { readonly slug: string }): Promise<PostAnswer> => {
  const survey = await findSurvey(visit.writer.reader, slug)
  return survey === undefined ? notFound : makeSurvey(visit, { face: { ...survey, opensAt: null, closesAt: null }, questions: survey.questions, waveOf: survey.id, template: survey.template as 'firms' | 'digital' | null })
}
