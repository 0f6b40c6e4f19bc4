// The pages of those who make surveys: new, change, one question, links and reminders, sheets of paper.
import { dayIn } from '#kernel/day.ts'
import { notFound, problems, see, typedOne, type Asked, type PostAnswer, type Typed } from '#kernel/answer.ts'
import type { Problem } from '#kernel/result.ts'
import { page, type WriteVisit } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getLetterFrom } from '#areas/people/settings/read.ts'
import { faceForm, peopleForm, questionFrom } from '../forms.ts'
import { answerFrom } from '../forms/answers.ts'
import { countDrafts, countResponses, findSurvey, findSurveyById, listInvitations, listRates } from '../read.ts'
import type { Answers } from '../rules/answers.ts'
import { nextKey, questionKinds, type QuestionKind } from '../rules/questions.ts'
import { changePath, enterPath, isSector, mayRemind, peoplePath, phaseOf, questionPath, ratesOf, shownRates, surveysPath, type Survey, type SurveyFace } from '../rules/survey.ts'
import { isTemplate, templates } from '../rules/templates.ts'
import { editScreen, newScreen } from '../views/edit.tsx'
import { enterScreen } from '../views/enter.tsx'
import { peopleScreen } from '../views/people.tsx'
import { questionFormScreen } from '../views/question-form.tsx'
import { enterSheet } from '../write/answering.ts'
import { invitePanel, invitePeople, remindPeople } from '../write/inviting.ts'
import { changeQuestions, changeSurvey, closeSurvey, makeSurvey, openSurvey, repeatSurvey, takeBackSurvey } from '../write/making.ts'
import { asTyped, atField, bothSaid, does, placesOf } from './answering.ts'

const manage = permissions['surveys.manage']
const blankFace: SurveyFace = { title: { bg: '', en: '' }, says: { bg: '', en: '' }, anonymous: 'yes', access: 'open', results: 'public', opensAt: null, closesAt: null, asksSector: 'yes', quotas: {}, sizes: {} }
const surveyIn = ({ writer }: Pick<WriteVisit, 'writer'>, asked: Asked) => findSurvey(writer.reader, asked.params.slug ?? '')
const versionOf = (typed: Typed): number => Number.parseInt(typedOne(typed, 'version'), 10) || 0

const fresh = page<Typed>({
  path: `${surveysPath}/new`, may: manage, get: ({ language }, asked) => newScreen({ language, asked }), accepts: asTyped,
  post: (visit, typed) => {
    const key = typedOne(typed, 'template')
    if (does(typed) === 'template' && isTemplate(key)) return makeSurvey(visit, { face: { ...blankFace, title: templates[key].title, says: templates[key].says }, questions: templates[key].questions, template: key })
    const face = faceForm(typed)
    return Promise.resolve(face.ok ? makeSurvey(visit, { face: face.value.face, questions: [] }) : problems(face.problem))
  },
})
const change = page<Typed>({
  path: changePath(':slug'), may: manage,
  get: async ({ reader, language, now }, asked) => {
    const survey = await findSurvey(reader, asked.params.slug ?? '')
    if (survey === undefined) return notFound
    const [answers, drafts, earlier] = await Promise.all([countResponses(reader, survey.id), countDrafts(reader, survey.id), survey.waveOf === null ? undefined : findSurveyById(reader, survey.waveOf)])
    return editScreen({ language, asked, survey, now, answers, drafts, earlier: earlier ?? null })
  },
  accepts: asTyped,
  post: async (visit, typed, asked): Promise<PostAnswer> => {
    const at = { slug: asked.params.slug ?? '', version: versionOf(typed) }
    const key = typedOne(typed, 'key')
    switch (does(typed)) {
      case 'open': return openSurvey(visit, at)
      case 'close': return closeSurvey(visit, at)
      case 'takeBack': return takeBackSurvey(visit, at)
      case 'repeat': return repeatSurvey(visit, at)
      case 'up': case 'down': case 'drop': return changeQuestions(visit, { ...at, act: { does: does(typed) as 'up' | 'down' | 'drop', key } })
      default: {
        const face = faceForm(typed)
        return face.ok ? changeSurvey(visit, { ...at, face: face.value.face }) : problems(face.problem)
      }
    }
  },
})
const isKind = (kind: string | null): kind is QuestionKind => (questionKinds as readonly string[]).includes(kind ?? '')
const question = page<Typed>({
  path: questionPath(':slug', ':key'), may: manage,
  get: async ({ reader, language }, asked) => {
    const survey = await findSurvey(reader, asked.params.slug ?? '')
    const there = survey?.questions.find(({ key }) => key === asked.params.key)
    const kind = asked.query.get('kind')
    return survey === undefined || (there === undefined && asked.params.key !== 'new') ? notFound : questionFormScreen({ language, asked, survey, question: there ?? null, kind: there?.kind ?? (isKind(kind) ? kind : null) })
  },
  accepts: asTyped,
  post: async (visit, typed, asked) => {
    const survey = await surveyIn(visit, asked)
    if (survey === undefined) return notFound
    const at = survey.questions.findIndex(({ key }) => key === asked.params.key)
    const parsed = questionFrom(typed, { key: survey.questions[at]?.key ?? nextKey(survey.questions), before: at < 0 ? survey.questions : survey.questions.slice(0, at) })
    return parsed.ok ? changeQuestions(visit, { slug: survey.slug, version: versionOf(typed), act: { does: 'put', question: parsed.value } }) : problems(parsed.problem)
  },
})
const people = page<Typed>({
  path: peoplePath(':slug'), may: manage,
  get: async ({ reader, language, now }, asked) => {
    const survey = await findSurvey(reader, asked.params.slug ?? '')
    if (survey === undefined) return notFound
    const rates = ratesOf(await listRates(reader, survey.id))
    const today = dayIn(now)
    const canRemind = (await listInvitations(reader, survey.id)).filter((one) => mayRemind({ ...one, today })).length
    return peopleScreen({ language, asked, survey, phase: phaseOf(survey, now), canRemind, rates: shownRates(rates) })
  },
  accepts: asTyped,
  post: async (visit, typed, asked) => {
    const survey = await surveyIn(visit, asked)
    if (survey === undefined) return notFound
    if (phaseOf(survey, visit.now) !== 'open') return see(peoplePath(survey.slug))
    const from = await getLetterFrom(visit.writer.reader, { origin: asked.origin ?? '' })
    if (does(typed) === 'remind') { await remindPeople(visit, { survey, from }); return see(peoplePath(survey.slug), 'participation_notice_survey_reminded') }
    if (does(typed) === 'panel') {
      const sector = typedOne(typed, 'panel_sector')
      const { invited } = await invitePanel(visit, { survey, sector: isSector(sector) ? sector : null, from })
      if (invited === 0) return problems([{ field: 'panel_sector', text: { bg: 'В регистъра няма никого от тази група с адрес и съгласие да бъде питан.', en: 'The register holds nobody of this group with an address and a consent to be asked.' } }])
      return see(peoplePath(survey.slug), 'participation_notice_survey_invited')
    }
    const parsed = peopleForm(typed)
    if (!parsed.ok) return problems(parsed.problem)
    await invitePeople(visit, { survey, people: parsed.value, from })
    return see(peoplePath(survey.slug), 'participation_notice_survey_invited')
  },
})
/** The whole sheet as answers, or what does not fit. */
const sheetFrom = (survey: Survey, typed: Typed): { readonly answers: Answers; readonly wrong: readonly Problem[] } => {
  const wrong: Problem[] = []
  const answers = Object.fromEntries(survey.questions.flatMap((one) => {
    const given = answerFrom(typed, one)
    if (given.kind === 'both') wrong.push(bothSaid(one))
    return given.kind === 'answer' ? [[one.key, given.answer]] : []
  }))
  return { answers, wrong }
}
const enter = page<Typed>({
  path: enterPath(':slug'), may: manage,
  get: async ({ reader, language }, asked) => {
    const survey = await findSurvey(reader, asked.params.slug ?? '')
    return survey === undefined ? notFound : enterScreen({ language, asked, survey, places: await placesOf(reader), isJustEntered: asked.query.get('entered') === 'yes' })
  },
  accepts: asTyped,
  post: async (visit, typed, asked) => {
    const survey = await surveyIn(visit, asked)
    if (survey === undefined) return notFound
    const { answers, wrong } = sheetFrom(survey, typed)
    if (wrong.length > 0) return problems(wrong)
    if (Object.keys(answers).length === 0) return problems([{ field: '', text: { bg: 'Листът е празен: няма нито един отговор.', en: 'The sheet is empty: there is not one answer.' } }])
    const sector = typedOne(typed, 'sector')
    const entered = await enterSheet(visit, { survey, answers, sector: isSector(sector) ? sector : null, language: visit.language, places: (await placesOf(visit.writer.reader)).map(({ code }) => code) })
    if (entered.kind === 'closed') return problems([{ field: '', text: { bg: 'Анкетата е чернова: отворете я, преди да въвеждате листове.', en: 'The survey is a draft: open it before typing sheets.' } }])
    if (entered.kind === 'misfit') return problems(entered.found.flatMap((one) => { const of = survey.questions.find(({ key }) => key === one.key); return of === undefined ? [] : atField(of, [one]) }))
    return see(`${enterPath(survey.slug)}?entered=yes`)
  },
})
export const makingPages = [fresh, change, question, people, enter]
