// Questions about surveys. Answers are found by their survey and come in random order; half-way ones only by the secret in their link.
import { dayIn } from '#kernel/day.ts'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Reader } from '#store/handle.ts'
import type { Ref } from '#kernel/thread.ts'
import type { Answers } from './rules/answers.ts'
import type { Question } from './rules/questions.ts'
import type { BySector, Invitation, Response, Sector, Survey } from './rules/survey.ts'
import type { SurveyTables } from './tables.ts'

type SurveyId = Ref<'surveyResult'>
const surveyColumns = [
  'id', 'slug', 'state', 'titleBg', 'titleEn', 'saysBg', 'saysEn', 'anonymous', 'access', 'results', 'opensAt', 'closesAt', 'asksSector', 'quotas', 'sizes',
  'questions', 'questionsHash', 'waveOf', 'template', 'process', 'version',
] as const
const ask = (reader: Reader) => reader.withTables<SurveyTables>()
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Everyone sees opened ones; drafts are for who makes them. The newest first. */
export const listSurveys = async (reader: Reader, { who }: { readonly who: 'everyone' | 'staff' }): Promise<readonly Survey[]> => {
  const all = ask(reader).selectFrom('participation.survey').select(surveyColumns).orderBy('changedAt', 'desc').limit(200)
  return (await (who === 'staff' ? all : all.where('state', '=', 'open')).execute()).map(toSurvey)
}
export const findSurvey = async (reader: Reader, slug: string): Promise<Survey | undefined> => {
  const row = await ask(reader).selectFrom('participation.survey').select(surveyColumns).where('slug', '=', slug).executeTakeFirst()
  return row && toSurvey(row)
}
export const findSurveyById = async (reader: Reader, id: SurveyId): Promise<Survey | undefined> => {
  const row = await ask(reader).selectFrom('participation.survey').select(surveyColumns).where('id', '=', id).executeTakeFirst()
  return row && toSurvey(row)
}
const listSlugs = async (reader: Reader, like: string): Promise<readonly string[]> =>
  (await ask(reader).selectFrom('participation.survey').select('slug').where('slug', 'like', `${like}%`).execute()).map(({ slug }) => slug)
/** An address that nobody has yet. */
export const freeSlug = async (reader: Reader, wanted: string): Promise<string> => {
  const taken = new Set(await listSlugs(reader, wanted))
  for (let at = 1; ; at += 1) { const slug = at === 1 ? wanted : `${wanted}-${at}`; if (!taken.has(slug) && slug !== 'new') return slug }
}
export type Draft = { readonly survey: SurveyId; readonly answers: Answers; readonly sector: Sector | null; readonly language: 'bg' | 'en' }
export const findDraft = async (reader: Reader, secret: string): Promise<Draft | undefined> => {
  const row = await ask(reader).selectFrom('participation.surveyDraft').select(['survey', 'answers', 'sector', 'language']).where('secretHash', '=', hashOf(secret)).executeTakeFirst()
  return row && { ...row, answers: row.answers as Answers }
}
/** For the page behind a personal link: nothing of the person. */
export const findInvitation = (reader: Reader, secret: string): Promise<{ readonly id: string; readonly survey: SurveyId; readonly sector: Sector | null; readonly answered: boolean; readonly stopped: boolean } | undefined> =>
  ask(reader).selectFrom('participation.surveyInvitation').select(['id', 'survey', 'sector', 'answered', 'stopped']).where(sql<boolean>`secret_hashes @> ${[hashOf(secret)]}::text[]`).executeTakeFirst()

export const listResponses = async (reader: Reader, survey: SurveyId): Promise<readonly Response[]> =>
  (await ask(reader).selectFrom('participation.surveyResponse').select(['id', 'answers', 'sector', 'language', 'channel', 'complete', 'beyondQuota', 'onDay']).where('survey', '=', survey).orderBy('place').orderBy('id').execute())
    .map((row) => ({ ...row, answers: row.answers as Answers, complete: row.complete ? 'yes' : 'no', beyondQuota: row.beyondQuota ? 'yes' : 'no' }))
export const countResponses = async (reader: Reader, survey: SurveyId): Promise<number> =>
  (await ask(reader).selectFrom('participation.surveyResponse').select(({ fn }) => fn.countAll<number>().as('n')).where('survey', '=', survey).executeTakeFirstOrThrow()).n
export const countDrafts = async (reader: Reader, survey: SurveyId): Promise<number> =>
  (await ask(reader).selectFrom('participation.surveyDraft').select(({ fn }) => fn.countAll<number>().as('n')).where('survey', '=', survey).executeTakeFirstOrThrow()).n
/** Answers that count towards quotas, by group. */
export const countAnswered = async (reader: Reader, survey: SurveyId): Promise<BySector> =>
  Object.fromEntries((await ask(reader).selectFrom('participation.surveyResponse').select(({ fn }) => ['sector', fn.countAll<number>().as('n')] as const).where('survey', '=', survey)
    .where('complete', '=', true).where('beyondQuota', '=', false).groupBy('sector').execute()).flatMap(({ sector, n }) => (sector === null ? [] : [[sector, n]])))
/** For staff: whom it went to. */
export const listInvitations = async (reader: Reader, survey: SurveyId): Promise<readonly Invitation[]> =>
  (await ask(reader).selectFrom('participation.surveyInvitation').select(['id', 'contact', 'sector', 'language', 'sentOn', 'reminders', 'lastOn', 'answered', 'stopped']).where('survey', '=', survey).orderBy('sector').orderBy('id').execute())
    .map((row) => ({ ...row, answered: row.answered ? 'yes' : 'no', stopped: row.stopped ? 'yes' : 'no' }))
/** What the invitations say without saying who: for rates. */
export const listRates = async (reader: Reader, survey: SurveyId): Promise<readonly Pick<Invitation, 'sector' | 'answered'>[]> =>
  (await ask(reader).selectFrom('participation.surveyInvitation').select(['sector', 'answered']).where('survey', '=', survey).execute()).map(({ sector, answered }) => ({ sector, answered: answered ? 'yes' : 'no' }))

type Row = Awaited<ReturnType<typeof shape>>[number]
const shape = (reader: Reader) => ask(reader).selectFrom('participation.survey').select(surveyColumns).execute()
const toSurvey = (row: Row): Survey => ({
  id: row.id, slug: row.slug, state: row.state, version: row.version, title: { bg: row.titleBg, en: row.titleEn }, says: { bg: row.saysBg, en: row.saysEn },
  anonymous: row.anonymous ? 'yes' : 'no', access: row.access, results: row.results, opensAt: row.opensAt, closesAt: row.closesAt, asksSector: row.asksSector ? 'yes' : 'no',
  quotas: row.quotas as BySector, sizes: row.sizes as BySector, questions: row.questions as readonly Question[], questionsHash: row.questionsHash, waveOf: row.waveOf, template: row.template, process: row.process,
})
/** Surveys whose end has come while somebody was half-way. */
export const listEndedWithDrafts = async (reader: Reader, now: Date): Promise<readonly Survey[]> =>
  (await ask(reader).selectFrom('participation.survey').select(surveyColumns).where('state', '=', 'open').where('closesAt', '<=', now)
    .where((of) => of.exists(of.selectFrom('participation.surveyDraft').select('onDay').whereRef('participation.surveyDraft.survey', '=', 'participation.survey.id'))).execute()).map(toSurvey)
export const countOldLinks = async (reader: Reader, olderThan: Date): Promise<number> =>
  (await ask(reader).selectFrom('participation.surveyInvitation').select(({ fn }) => fn.countAll<number>().as('n')).where('contact', 'is not', null).where('lastOn', '<', dayIn(olderThan)).executeTakeFirstOrThrow()).n
export const countOldDrafts = async (reader: Reader, olderThan: Date): Promise<number> =>
  (await ask(reader).selectFrom('participation.surveyDraft').select(({ fn }) => fn.countAll<number>().as('n')).where('onDay', '<', dayIn(olderThan)).executeTakeFirstOrThrow()).n
