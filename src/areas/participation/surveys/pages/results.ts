// Results as a page and as files, and the sheet of paper. Single answers are for those who make surveys; everything else is
// counted and hidden by the same rule for everybody.
import { dayIn } from '#kernel/day.ts'
import { notFound, see, type Asked, type GetAnswer } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayDate } from '#kernel/quantity.ts'
import { page, type ReadVisit } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { findSurveyById, listResponses } from '../read.ts'
import { isSameQuestion, type Question } from '../rules/questions.ts'
import { counted, crossMeansOf, crossOf, mayBeCrossed, mayCrossBy, resultOf, type By } from '../rules/results.ts'
import { phaseOf, resultsPath, surveyPath, type Response, type Survey } from '../rules/survey.ts'
import { answersCsv, answersJson, answersWorkbook, codebookCsv, paperDocument, resultsCsv } from '../views/files.ts'
import { noResultsScreen, resultsScreen, type Wave } from '../views/results.tsx'
import { mayManage, placesOf, surveyOf } from './answering.ts'

const read = permissions['public.read'], manage = permissions['surveys.manage']
const leastAnswers = 5
/** After the end, if they are for everybody; for those who make surveys at any time. */
const seen = async (visit: ReadVisit, asked: Asked): Promise<Survey | undefined> => {
  const survey = await surveyOf(visit, asked)
  return survey !== undefined && (mayManage(visit.who) === 'yes' || (survey.results === 'public' && phaseOf(survey, visit.now) === 'closed')) ? survey : undefined
}
/** Somebody who comes too early is told when; a file leads to the page that tells it. */
const notYet = async (visit: ReadVisit, asked: Asked): Promise<GetAnswer> => {
  const survey = await surveyOf(visit, asked)
  return survey === undefined ? notFound : noResultsScreen({ language: visit.language, survey })
}
const toPage = async (visit: ReadVisit, asked: Asked): Promise<GetAnswer> => {
  const survey = await surveyOf(visit, asked)
  return survey === undefined ? notFound : see(resultsPath(survey.slug))
}
const byOf = (survey: Survey, by: string | null): By | null => {
  if (by === 'sector') return { kind: 'sector' }
  const question = survey.questions.find(({ key }) => key === by)
  return question !== undefined && mayCrossBy(question) ? { kind: 'question', question } : null
}
const crossFor = (question: Question, by: By | null, responses: readonly Response[]) => (by === null || (by.kind === 'question' && by.question.key === question.key) ? null
  : mayBeCrossed(question) ? crossOf(question, { by, responses }) : question.kind === 'number' ? crossMeansOf(question, { by, responses }) : null)
/** What the earlier wave said to the same question, word for word. */
const wavesOf = async ({ reader }: ReadVisit, survey: Survey, language: Language): Promise<(question: Question) => Wave> => {
  const earlier = survey.waveOf === null ? undefined : await findSurveyById(reader, survey.waveOf)
  if (earlier === undefined) return () => null
  const responses = counted(await listResponses(reader, earlier.id))
  const title = earlier.closesAt === null ? earlier.title[language] : sayDate(earlier.closesAt, language)
  return (question) => {
    const same = earlier.questions.find(({ key }) => key === question.key)
    return same !== undefined && isSameQuestion(same, question) ? { title, result: resultOf(same, { responses, sizes: earlier.sizes }) } : null
  }
}
const results = page({
  path: resultsPath(':slug'), may: read,
  get: async (visit, asked) => {
    const survey = await seen(visit, asked)
    if (survey === undefined) return notYet(visit, asked)
    const { reader, language, now } = visit
    const [all, places, waveOf] = await Promise.all([listResponses(reader, survey.id), placesOf(reader), wavesOf(visit, survey, language)])
    const responses = counted(all), by = byOf(survey, asked.query.get('by'))
    const unfinished = responses.filter(({ complete }) => complete === 'no').length
    const day = responses.map(({ onDay }) => onDay).sort().at(-1) ?? ''
    return resultsScreen({
      language, survey, places, by, total: responses.length < leastAnswers ? null : responses.length, unfinished: unfinished < leastAnswers ? null : unfinished,
      dayWords: day === '' ? '' : sayDate(new Date(`${day}T12:00:00+02:00`), language), isStaff: mayManage(visit.who) === 'yes', isRunning: phaseOf(survey, now) !== 'closed', groups: { hasSectors: responses.some(({ sector }) => sector !== null) },
      answers: responses.length < leastAnswers ? [] : survey.questions.map((question) => ({ question, result: resultOf(question, { responses, sizes: survey.sizes }), wave: waveOf(question), cross: crossFor(question, by, responses) })),
    })
  },
})
const csv = (name: string, bytes: string) => ({ kind: 'file' as const, mediaType: 'text/csv; charset=utf-8', name, bytes })
const tables = page({
  path: `${resultsPath(':slug')}/results.csv`, may: read,
  get: async (visit, asked) => {
    const survey = await seen(visit, asked)
    if (survey === undefined) return toPage(visit, asked)
    const responses = counted(await listResponses(visit.reader, survey.id))
    const shown = responses.length < leastAnswers ? [] : survey.questions.map((question) => ({ question, result: resultOf(question, { responses, sizes: survey.sizes }) }))
    return csv(`${survey.slug}-results.csv`, resultsCsv({ results: shown, places: await placesOf(visit.reader), language: visit.language }))
  },
})
const codebook = page({
  path: `${resultsPath(':slug')}/codebook.csv`, may: read,
  get: async (visit, asked) => {
    const survey = await seen(visit, asked)
    return survey === undefined ? toPage(visit, asked) : csv(`${survey.slug}-codebook.csv`, codebookCsv(survey, visit.language))
  },
})
const madeOf = async ({ reader, language, now }: ReadVisit, survey: Survey) => ({ language, survey, body: (await getSettings(reader)).body.name[language], day: dayIn(now), dayWords: sayDate(now, language) })
const single = page({
  path: `${resultsPath(':slug')}/answers.csv`, may: manage,
  get: async (visit, asked) => {
    const survey = await surveyOf(visit, asked)
    return survey === undefined ? notFound : csv(`${survey.slug}-answers.csv`, answersCsv(survey, await listResponses(visit.reader, survey.id)))
  },
})
const workbook = page({
  path: `${resultsPath(':slug')}/answers.xlsx`, may: manage,
  get: async (visit, asked) => {
    const survey = await surveyOf(visit, asked)
    return survey === undefined ? notFound : { kind: 'document', name: `${survey.slug}-answers`, format: 'xlsx', document: answersWorkbook(await madeOf(visit, survey), await listResponses(visit.reader, survey.id)) }
  },
})
const json = page({
  path: `${resultsPath(':slug')}/answers.json`, may: manage,
  fields: ['survey.**', 'codebook[].**', 'variables[]', 'answers[][]', 'survey', 'codebook', 'codebook[]', 'variables', 'answers', 'answers[]'],
  get: async (visit, asked) => {
    const survey = await surveyOf(visit, asked)
    return survey === undefined ? notFound : { kind: 'file', mediaType: 'application/json; charset=utf-8', name: `${survey.slug}-answers.json`, bytes: answersJson(survey, await listResponses(visit.reader, survey.id)) }
  },
})
const paper = page({
  path: `${surveyPath(':slug')}/paper.pdf`, may: read,
  get: async (visit, asked) => {
    const survey = await surveyOf(visit, asked)
    return survey === undefined ? notFound : { kind: 'document', name: `${survey.slug}-paper-${visit.language}`, format: 'pdf', document: paperDocument(await madeOf(visit, survey), await placesOf(visit.reader)) }
  },
})
export const resultPages = [results, tables, codebook, single, workbook, json, paper]
