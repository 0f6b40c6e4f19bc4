// The pages of answers, all for those who answer; the public part stands on the page of the contribution and is handed there by the door.
import { dayIn } from '#kernel/day.ts'
import { notFound, type Html } from '#kernel/answer.ts'
import { parseId } from '#kernel/id.ts'
import { speak } from '#kernel/speak.ts'
import type { AccountId } from '#kernel/who.ts'
import { listNames } from '#areas/people/accounts/read.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getLetterFrom } from '#areas/people/settings/read.ts'
import { getProcess } from '#areas/participation/processes/read.ts'
import { findContribution } from '#areas/participation/proposals/read.ts'
import { countUnanswered, listAnswerable, listUnanswered } from '#areas/participation/proposals/read/answerable.ts'
import { isShown, type Contribution } from '#areas/participation/proposals/rules.ts'
import { page, type ReadVisit, type WaitingOf } from '#store/visit.ts'
import { answerForm, draftForm, parseNumbers, templateForm } from './forms.ts'
import { findAnswer, listDraftAnswers, listOpenDrafts, listPublicAnswers, listTemplates } from './read.ts'
import { answerPath, answersPath, mayApprove, mayPublish, newAnswerPath, templatesPath, type AnswerId } from './rules.ts'
import { AnswerPart } from './views/answer-part.tsx'
import { draftScreen } from './views/draft.tsx'
import { answersScreen, templatesScreen } from './views/list.tsx'
import { approveAnswer, changeDraft, draftAnswer, dropDraft, publishAnswer, removeTemplate, saveTemplate } from './write.ts'

const may = permissions['participation.answer']
const perPage = 50

const answersPage = page({
  path: answersPath, may,
  get: async ({ reader, language, now }, asked) => {
    const today = dayIn(now)
    const wished = asked.query.get('unit')?.slice(0, 200) ?? ''
    const unit = wished === '' ? null : wished === '-' ? '' : wished
    const counts = await countUnanswered(reader, { today })
    const total = unit === null ? counts.reduce((sum, { count }) => sum + count, 0) : (counts.find((one) => one.unit === unit)?.count ?? 0)
    const pages = Math.max(1, Math.ceil(total / perPage)), at = Math.min(pages, Math.max(1, Number.parseInt(asked.query.get('page') ?? '1', 10) || 1))
    const [rows, drafts] = await Promise.all([listUnanswered(reader, { unit: unit ?? undefined, limit: perPage, offset: (at - 1) * perPage }), listDraftAnswers(reader)])
    return answersScreen({ language, today, unit, counts, rows, drafts, open: await listOpenDrafts(reader, { contributions: rows.map(({ id }) => id) }), page: at, pages })
  },
})
const newPage = page({
  path: newAnswerPath, may,
  get: async ({ reader, language, now }, asked) => {
    const numbers = parseNumbers([...asked.query.getAll('numbers'), ...(asked.typed.text.numbers ?? [])].join(' '))
    const [members, templates] = await Promise.all([listAnswerable(reader, { numbers }), listTemplates(reader)])
    const units = new Set(members.map(({ unit }) => unit))
    return draftScreen({
      language, asked, answer: null, members, templates, template: templates.find(({ name }) => name === asked.query.get('template')) ?? null, numbers: numbers.join(' '), today: dayIn(now),
      unit: units.size === 1 ? ([...units][0] ?? '') : '', names: new Map(), may: { approve: 'no', publish: 'no', byOthers: 'no' },
    })
  },
  accepts: draftForm,
  post: async (visit, input) => { const { id: _id, ...answer } = await draftAnswer(visit, input); return answer },
})
const idOf = (text: string | undefined): AnswerId | undefined => parseId<'answer'>(text ?? '')
const answerPage = page({
  path: answerPath(':id'), may,
  get: async ({ reader, language, now, who }, asked) => {
    const id = idOf(asked.params.id)
    const answer = id === undefined ? undefined : await findAnswer(reader, id)
    if (answer === undefined) return notFound
    const members = await listAnswerable(reader, { ids: answer.members.map(({ contribution }) => contribution) })
    const frames = await Promise.all([...new Set(members.map(({ process }) => process))].map((process) => getProcess(reader, process)))
    const byOthers = frames.some(({ answersByOthers }) => answersByOthers) ? 'yes' as const : 'no' as const
    const ids = [answer.draftedBy, answer.approvedBy, answer.publishedBy].filter((one): one is AccountId => one !== null)
    return draftScreen({
      language, asked, answer, members, templates: [], template: null, numbers: '', today: dayIn(now), unit: '', names: await listNames(reader, { ids }),
      may: { approve: mayApprove(answer, who.account) ? 'yes' : 'no', publish: mayPublish(answer, { account: who.account, byOthers }) ? 'yes' : 'no', byOthers },
    })
  },
  accepts: answerForm,
  post: async (visit, input, asked) => {
    const id = idOf(asked.params.id)
    if (id === undefined) return notFound
    const { version } = input
    if (input.does === 'save') return changeDraft(visit, { id, version, input: input.draft })
    if (input.does === 'approve') return approveAnswer(visit, { id, version })
    if (input.does === 'drop') return dropDraft(visit, { id, version })
    return publishAnswer(visit, { id, version, from: await getLetterFrom(visit.writer.reader, { origin: asked.origin ?? '' }) })
  },
})
const templatesPage = page({
  path: templatesPath, may,
  get: async ({ reader, language }, asked) => templatesScreen({ language, asked, templates: await listTemplates(reader) }),
  accepts: templateForm,
  post: (visit, input) => ('remove' in input ? removeTemplate(visit, { name: input.remove }) : saveTemplate(visit, input)),
})
/** Templates stand before `:id`: the door takes the first that fits. */
export const pages = [answersPage, newPage, templatesPage, answerPage]

/** For the page of a contribution; one that was merged shows the answer of the one it was laid to. */
export const answerBeside = async ({ reader, language }: ReadVisit, it: Contribution): Promise<Html | null> => {
  if (!isShown(it.state)) return null
  let root = it
  for (let step = 0; step < 20 && root.mergedInto !== null; step += 1) root = (await findContribution(reader, root.mergedInto)) ?? { ...root, mergedInto: null }
  const answers = await listPublicAnswers(reader, root.id)
  return answers.length === 0 ? null : AnswerPart({ language, answers, into: root.id === it.id ? null : root.number })
}
/** Drafts that wait for another person, and what is unanswered, by unit where somebody answers for it. */
export const answersWaiting: WaitingOf = {
  may,
  list: async ({ reader, language, now, who }) => {
    const say = speak(language)
    const [counts, drafts] = await Promise.all([countUnanswered(reader, { today: dayIn(now) }), listDraftAnswers(reader)])
    const total = counts.reduce((sum, { count }) => sum + count, 0), late = counts.reduce((sum, one) => sum + one.late, 0)
    const others = drafts.filter(({ draftedBy }) => draftedBy !== who.account)
    return [
      ...(total === 0 ? [] : [{ name: say.participation_waiting_answers({ count: total }), says: late === 0 ? say.participation_waiting_answers_by_unit({ units: counts.length }) : say.participation_waiting_answers_late({ count: late }), path: answersPath, ...(late > 0 ? { urgent: 'yes' as const } : {}) }]),
      ...(others.length === 0 ? [] : [{ name: say.participation_waiting_drafts({ count: others.length }), path: `${answersPath}#drafts` }]),
    ]
  },
}
