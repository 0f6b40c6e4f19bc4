// Acts of those who answer, and of the colleague who types a sheet of paper. Every answer is kept as it comes; what is sent off
// leaves no way back to the link it came by, unless the survey said so beforehand.
import { dayIn } from '#kernel/day.ts'
import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Language } from '#kernel/language.ts'
import { rows } from '#store/ask.ts'
import type { Writer } from '#store/handle.ts'
import type { WriteVisit } from '#store/visit.ts'
import { countAnswered, findDraft, findInvitation, findSurveyById, hashOf } from '../read.ts'
import { misfits, onPath, unansweredOf, type Answer, type Answers } from '../rules/answers.ts'
import { isFull, phaseOf, type Channel, type Sector, type Survey } from '../rules/survey.ts'
import type { SurveyTables } from '../tables.ts'

const tables = (visit: Pick<WriteVisit, 'writer'>) => visit.writer.withTables<SurveyTables>()

export type Started = { readonly kind: 'started'; readonly secret: string } | { readonly kind: 'closed' | 'used' | 'linkNeeded' } | { readonly kind: 'full'; readonly sector: Sector }
type Starting = { readonly survey: Survey; readonly sector: Sector | null; /** the secret of a personal link */ readonly by: string | null }
export const startAnswering = async (visit: WriteVisit, { survey, sector: said, by }: Starting): Promise<Started> => {
  if (phaseOf(survey, visit.now) !== 'open') return { kind: 'closed' }
  const invitation = by === null ? undefined : await findInvitation(visit.writer.reader, by)
  if (by !== null && (invitation === undefined || invitation.survey !== survey.id)) return { kind: 'linkNeeded' }
  if (by === null && survey.access === 'links') return { kind: 'linkNeeded' }
  if (invitation?.answered) return { kind: 'used' }
  const sector = invitation?.sector ?? said
  if (sector !== null && isFull({ quotas: survey.quotas, answered: await countAnswered(visit.writer.reader, survey.id), sector })) return { kind: 'full', sector }
  const own = randomBytes(32).toString('base64url')
  await tables(visit).insertInto('participation.surveyDraft').values({ secretHash: hashOf(own), survey: survey.id, answers: '{}', sector, language: visit.language, onDay: dayIn(visit.now) }).execute()
  // The link to go on carries both secrets; the database knows neither, and does not know that they belong together.
  return { kind: 'started', secret: by === null ? own : `${own}~${by}` }
}
/** A link to go on: the secret of the half-way answers and, behind it, that of the personal link. */
export const partsOf = (secret: string): { readonly own: string; readonly by: string | null } => { const [own = '', by] = secret.split('~'); return { own, by: by ?? null } }

export type Kept = { readonly kind: 'kept'; readonly answers: Answers } | { readonly kind: 'gone' } | { readonly kind: 'closed' } | { readonly kind: 'misfit'; readonly found: ReturnType<typeof misfits> }
type Keeping = { readonly secret: string; readonly key: string; /** null: left open */ readonly answer: Answer | null; readonly places: readonly string[] }
export const keepAnswer = async (visit: WriteVisit, { secret, key, answer, places }: Keeping): Promise<Kept> => {
  const { own } = partsOf(secret)
  const hash = hashOf(own)
  await tables(visit).selectFrom('participation.surveyDraft').select('survey').where('secretHash', '=', hash).forUpdate().execute()
  const draft = await findDraft(visit.writer.reader, own)
  const survey = draft && (await findSurveyById(visit.writer.reader, draft.survey))
  const question = survey?.questions.find((one) => one.key === key)
  if (draft === undefined || survey === undefined || question === undefined) return { kind: 'gone' }
  if (phaseOf(survey, visit.now) !== 'open') return { kind: 'closed' }
  const found = answer === null ? [] : misfits(question, answer, places)
  if (found.length > 0) return { kind: 'misfit', found }
  const { [key]: _, ...others } = draft.answers
  const answers = answer === null ? others : { ...others, [key]: answer }
  await tables(visit).updateTable('participation.surveyDraft').set({ answers: JSON.stringify(answers), language: visit.language, onDay: dayIn(visit.now) }).where('secretHash', '=', hash).execute()
  return { kind: 'kept', answers }
}

export type SentOff = { readonly kind: 'sent'; readonly survey: Survey; readonly answers: Answers; readonly sector: Sector | null } | { readonly kind: 'gone' } | { readonly kind: 'closed' } | { readonly kind: 'used' } | { readonly kind: 'lacks'; readonly keys: readonly string[] }
export const sendOff = async (visit: WriteVisit, { secret }: { readonly secret: string }): Promise<SentOff> => {
  const { own, by } = partsOf(secret)
  await tables(visit).selectFrom('participation.surveyDraft').select('survey').where('secretHash', '=', hashOf(own)).forUpdate().execute()
  const draft = await findDraft(visit.writer.reader, own)
  const survey = draft && (await findSurveyById(visit.writer.reader, draft.survey))
  if (draft === undefined || survey === undefined) return { kind: 'gone' }
  if (phaseOf(survey, visit.now) !== 'open') return { kind: 'closed' }
  const answers = onPath(survey.questions, draft.answers)
  const lacks = unansweredOf(survey.questions, answers)
  if (lacks.length > 0) return { kind: 'lacks', keys: lacks.map(({ key }) => key) }
  const invitation = by === null ? undefined : await findInvitation(visit.writer.reader, by)
  if (invitation !== undefined) {
    // One link, one answer: of two at the same time one is told that the link was used.
    const { numUpdatedRows } = await tables(visit).updateTable('participation.surveyInvitation').set({ answered: true }).where('id', '=', invitation.id).where('answered', '=', false).executeTakeFirst()
    if (numUpdatedRows === 0n) return { kind: 'used' }
  }
  const response = await insertResponse(visit, { survey, answers, sector: draft.sector, language: draft.language, channel: 'web', complete: true })
  if (survey.anonymous === 'no' && invitation !== undefined) await tables(visit).insertInto('participation.surveyResponseOf').values({ response, invitation: invitation.id }).execute()
  await tables(visit).deleteFrom('participation.surveyDraft').where('secretHash', '=', hashOf(own)).execute()
  return { kind: 'sent', survey, answers, sector: draft.sector }
}
type Inserting = { readonly survey: Survey; readonly answers: Answers; readonly sector: Sector | null; readonly language: Language; readonly channel: Channel; readonly complete: boolean }
const insertResponse = async (visit: WriteVisit, { survey, answers, sector, language, channel, complete }: Inserting): Promise<string> => {
  // Touched, not only held: of two who take the last place of a group at once, the second begins again and sees the first.
  if (sector !== null && survey.quotas[sector] !== undefined) await tables(visit).updateTable('participation.survey').set({ state: survey.state }).where('id', '=', survey.id).execute()
  const beyondQuota = isFull({ quotas: survey.quotas, answered: await countAnswered(visit.writer.reader, survey.id), sector })
  const id = randomUUID() // not one of ours: those tell the time
  await tables(visit).insertInto('participation.surveyResponse').values({ id, survey: survey.id, questionsHash: survey.questionsHash, answers: JSON.stringify(answers), sector, language, channel, complete, beyondQuota, onDay: dayIn(visit.now), place: Math.random() }).execute()
  return id
}
export const dropDraft = async (visit: WriteVisit, { secret }: { readonly secret: string }): Promise<void> => {
  await tables(visit).deleteFrom('participation.surveyDraft').where('secretHash', '=', hashOf(partsOf(secret).own)).execute()
}
/** When a survey ends, answers left half-way count as what they are; empty ones go. */
export const leaveUnfinished = async (visit: WriteVisit, survey: Survey): Promise<number> => {
  const drafts = await tables(visit).selectFrom('participation.surveyDraft').select(['answers', 'sector', 'language']).where('survey', '=', survey.id).execute()
  let kept = 0
  for (const draft of drafts) {
    const answers = onPath(survey.questions, draft.answers as Answers)
    if (Object.keys(answers).length === 0) continue
    await insertResponse(visit, { survey, answers, sector: draft.sector, language: draft.language, channel: 'web', complete: false })
    kept += 1
  }
  await tables(visit).deleteFrom('participation.surveyDraft').where('survey', '=', survey.id).execute()
  return kept
}
export type Entered = { readonly kind: 'entered' } | { readonly kind: 'closed' } | { readonly kind: 'misfit'; readonly found: readonly { readonly key: string; readonly at: string; readonly text: { readonly bg: string; readonly en: string } }[] }
/** A sheet of paper, typed: the same codes as on the web. Paper comes late: it is taken after the end too, until the results are used. */
export const enterSheet = async (visit: WriteVisit, { survey, answers, sector, language, places }: { readonly survey: Survey; readonly answers: Answers; readonly sector: Sector | null; readonly language: Language; readonly places: readonly string[] }): Promise<Entered> => {
  if (survey.state === 'draft') return { kind: 'closed' }
  const path = onPath(survey.questions, answers)
  const found = [
    ...survey.questions.flatMap((question) => { const answer = path[question.key]; return answer === undefined ? [] : misfits(question, answer, places).map((one) => ({ key: question.key, ...one })) }),
    ...Object.keys(answers).filter((key) => path[key] === undefined).map((key) => ({ key, at: '', text: { bg: 'Според по-ранния отговор този въпрос не се задава. Оставете го празен.', en: 'By an earlier answer this question is not asked. Leave it empty.' } })),
  ]
  if (found.length > 0) return { kind: 'misfit', found }
  await insertResponse(visit, { survey, answers: path, sector, language, channel: 'paper', complete: true })
  return { kind: 'entered' }
}
/** Written anew in random order, so that neither the place of a row nor the act that wrote it tells when it came. */
export const shuffleAnswers = async (writer: Writer): Promise<void> => {
  await rows(writer, sql`update participation.survey_response r set place = random() from participation.survey s where s.id = r.survey and s.anonymous`)
}
