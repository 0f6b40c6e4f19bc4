// Acts on answers: draft for one or many, change the draft, approve, publish, drop; templates. Publishing writes the decision onto every
// contribution, tells every sender once, also those merged, and leaves earlier answers as they were.
import { dayIn } from '#kernel/day.ts'
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Problem } from '#kernel/result.ts'
import type { LetterFrom } from '#kernel/letter.ts'
import { listContactsOf } from '#areas/people/contacts/read.ts'
import { getProcess } from '#areas/participation/processes/read.ts'
import { listOpenParts } from '#areas/participation/grouping/read.ts'
import { listAnswerable, listSenders } from '#areas/participation/proposals/read/answerable.ts'
import type { Answerable } from '#areas/participation/proposals/rules/answerable.ts'
import { contributionPath, type ContributionId } from '#areas/participation/proposals/rules.ts'
import { holdContribution } from '#areas/participation/proposals/write.ts'
import { setDecision } from '#areas/participation/proposals/write/outcome.ts'
import { tellFollowers } from '#areas/participation/subscriptions/write.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import { postLetter } from '#store/outbox.ts'
import type { WriteVisit } from '#store/visit.ts'
import { findAnswer, lastNumber, listOpenDrafts, resolveCitations } from './read.ts'
import { answerPath, answersPath, decisions, lacksForPublishing, mayApprove, mayPublish, mostMembers, templatesPath, type Answer, type AnswerId, type DraftInput, type TemplateInput, type Words } from './rules.ts'
import { answeredLetter } from './rules/letters.ts'
import type { AnswerTables } from './tables.ts'

const tables = ({ writer }: Pick<WriteVisit, 'writer'>) => writer.withTables<AnswerTables>()
const problem = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })
const columnsOf = ({ decision, reason, unit, decidedOn, place, whyChanged }: Words) => ({ decision, reasonBg: reason.bg, reasonEn: reason.en, unit, decidedOn, place, whyChanged })
const answerable = new Set(['published', 'underConsideration', 'answered', 'outcomeKnown'])

/** Held in one order, so that two who draft at once are one after the other. What cannot be answered is named. */
const holdMembers = async (visit: WriteVisit, { numbers, own }: { readonly numbers: readonly string[]; readonly own: AnswerId | null }): Promise<{ readonly members: readonly Answerable[]; readonly wrong: readonly Problem[] }> => {
  const asked = [...new Set(numbers)].sort()
  for (const one of await listAnswerable(visit.writer.reader, { numbers: asked })) await holdContribution(visit, one.id)
  const members = await listAnswerable(visit.writer.reader, { numbers: asked })
  const drafts = await listOpenDrafts(visit.writer.reader, { contributions: members.map(({ id }) => id) })
  const missing = asked.filter((number) => !members.some((one) => one.number === number))
  const unfit = members.filter(({ state }) => !answerable.has(state)).map(({ number }) => number)
  const taken = members.filter(({ id }) => { const draft = drafts.get(id); return draft !== undefined && draft !== own }).map(({ number }) => number)
  return {
    members, wrong: [
      ...(asked.length === 0 ? [problem('numbers', 'Напишете номера на поне едно предложение.', 'Write the number of at least one proposal.')] : []),
      ...(asked.length > mostMembers ? [problem('numbers', `Най-много ${mostMembers} предложения наведнъж.`, `At most ${mostMembers} proposals at once.`)] : []),
      ...(missing.length > 0 ? [problem('numbers', `Няма предложение с номер ${missing.join(', ')}.`, `There is no proposal with the number ${missing.join(', ')}.`)] : []),
      ...(unfit.length > 0 ? [problem('numbers', `${unfit.join(', ')} не чака отговор: не е публикувано, оттеглено е или е обединено с друго.`, `${unfit.join(', ')} cannot be answered: not published, withdrawn, or merged with another.`)] : []),
      ...(taken.length > 0 ? [problem('numbers', `Колега вече пише отговор на ${taken.join(', ')}. Намерете черновата в „Отговори“ или махнете номера тук; думите ви са запазени.`, `A colleague is already writing an answer to ${taken.join(', ')}. Find the draft under “Answers” or take the number out here; your words are kept.`)] : []),
    ],
  }
}
const setMembers = async (visit: WriteVisit, { id, members, input }: { readonly id: AnswerId; readonly members: readonly Answerable[]; readonly input: DraftInput }): Promise<void> => {
  await tables(visit).deleteFrom('participation.answerMember').where('answer', '=', id).execute()
  const seen = await Promise.all(members.map((one) => lastNumber(visit.writer.reader, one.id)))
  await tables(visit).insertInto('participation.answerMember').values(members.map((one, at) => {
    const addition = input.additions.get(one.number)
    return { answer: id, contribution: one.id, additionBg: addition?.bg ?? '', additionEn: addition?.en ?? '', seen: seen[at] ?? 0, number: null, open: true }
    // A draft that was committed after we began to look makes the whole act begin anew, and then it is seen.
  })).onConflict((on) => on.doNothing()).execute()
  await tables(visit).deleteFrom('participation.answerCitation').where('answer', '=', id).execute()
  if (input.words.citations.length > 0) await tables(visit).insertInto('participation.answerCitation').values(input.words.citations.map((one, at) => ({ answer: id, position: at + 1, ...one }))).execute()
}
export const draftAnswer = async (visit: WriteVisit, input: DraftInput): Promise<PostAnswer & { readonly id?: AnswerId }> => {
  const { members, wrong } = await holdMembers(visit, { numbers: input.numbers, own: null })
  if (wrong.length > 0) return problems(wrong)
  const id = newId<'answer'>()
  await tables(visit).insertInto('participation.answer').values({
    id, state: 'draft', ...columnsOf({ ...input.words, decidedOn: input.words.decidedOn || dayIn(visit.now) }), version: 1, draftedBy: visit.who.account, draftedAt: visit.now,
    approvedBy: null, approvedAt: null, publishedBy: null, publishedAt: null,
  }).execute()
  await setMembers(visit, { id, members, input })
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.answer.draft', after: { answer: id, decision: input.words.decision, numbers: members.map(({ number }) => number).join(' ') } })
  return { ...see(answerPath(id), 'participation_notice_answer_drafted'), id }
}

type Acting = { readonly id: AnswerId; readonly version: number }
const conflict = problem('', 'Докато пишехте, колега записа същия отговор. Вашите думи са в полетата. Ако натиснете бутона още веднъж, остават вашите.', 'While you were writing, a colleague saved the same answer. Your words are in the fields. If you press the button once more, yours stay.')
const hold = async (visit: WriteVisit, id: AnswerId): Promise<Answer | undefined> => {
  await tables(visit).selectFrom('participation.answer').select('id').where('id', '=', id).forUpdate().execute()
  return findAnswer(visit.writer.reader, id)
}
const over = problems([problem('', 'Този отговор вече е публикуван или изоставен. За да го промените, напишете нов.', 'This answer is published or dropped already. To change it, write a new one.')])
/** Whoever changes the words becomes the one who drafted them; what was approved has to be approved again. */
export const changeDraft = async (visit: WriteVisit, { id, version, input }: Acting & { readonly input: DraftInput }): Promise<PostAnswer> => {
  const before = await hold(visit, id)
  if (before === undefined) return notFound
  if (before.state !== 'draft' && before.state !== 'approved') return over
  if (before.version !== version) return problems([conflict])
  const { members, wrong } = await holdMembers(visit, { numbers: input.numbers, own: id })
  if (wrong.length > 0) return problems(wrong)
  await tables(visit).updateTable('participation.answer').set({ ...columnsOf({ ...input.words, decidedOn: input.words.decidedOn || before.decidedOn }), state: 'draft', version: version + 1, draftedBy: visit.who.account, approvedBy: null, approvedAt: null }).where('id', '=', id).execute()
  await setMembers(visit, { id, members, input })
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.answer.change', after: { answer: id, version: version + 1 } })
  return see(answerPath(id), 'participation_notice_answer_drafted')
}
export const dropDraft = async (visit: WriteVisit, { id, version }: Acting): Promise<PostAnswer> => {
  const before = await hold(visit, id)
  if (before === undefined) return notFound
  if (before.state !== 'draft' && before.state !== 'approved') return over
  if (before.version !== version) return problems([conflict])
  await tables(visit).updateTable('participation.answer').set({ state: 'dropped', version: version + 1 }).where('id', '=', id).execute()
  await tables(visit).updateTable('participation.answerMember').set({ open: false }).where('answer', '=', id).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.answer.drop', after: { answer: id } })
  return see(answersPath, 'participation_notice_answer_dropped')
}
/** Does any process of its contributions ask that others approve? */
const asksForOthers = async (visit: Pick<WriteVisit, 'writer'>, answer: Pick<Answer, 'members'>): Promise<'yes' | 'no'> => {
  const members = await listAnswerable(visit.writer.reader, { ids: answer.members.map(({ contribution }) => contribution) })
  const frames = await Promise.all([...new Set(members.map(({ process }) => process))].map((process) => getProcess(visit.writer.reader, process)))
  return frames.some(({ answersByOthers }) => answersByOthers) ? 'yes' : 'no'
}
const lacks = async (visit: WriteVisit, answer: Answer): Promise<readonly Problem[]> => {
  const { dead } = await resolveCitations(visit.writer.reader, answer.citations)
  return lacksForPublishing({ words: answer, dead, today: dayIn(visit.now), isChange: answer.members.some(({ seen }) => seen > 0) ? 'yes' : 'no' })
}
export const approveAnswer = async (visit: WriteVisit, { id, version }: Acting): Promise<PostAnswer> => {
  const before = await hold(visit, id)
  if (before === undefined) return notFound
  if (before.state === 'published' || before.state === 'dropped') return over
  if (before.version !== version) return problems([conflict])
  if (!mayApprove(before, visit.who.account)) return problems([problem('', 'Който е писал отговора, не може сам да го одобри. Нека го одобри колега.', 'Whoever drafted the answer cannot approve it. Let a colleague approve it.')])
  const wrong = await lacks(visit, before)
  if (wrong.length > 0) return problems(wrong)
  await tables(visit).updateTable('participation.answer').set({ state: 'approved', version: version + 1, approvedBy: visit.who.account, approvedAt: visit.now }).where('id', '=', id).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.answer.approve', after: { answer: id } })
  return see(answerPath(id), 'participation_notice_answer_approved')
}
/** One act for the whole group: every contribution gets decision, version and step, every sender a letter of their own. */
export const publishAnswer = async (visit: WriteVisit, { id, version, from }: Acting & { readonly from: LetterFrom }): Promise<PostAnswer> => {
  const before = await hold(visit, id)
  if (before === undefined) return notFound
  if (before.state === 'published' || before.state === 'dropped') return over
  if (before.version !== version) return problems([conflict])
  if (!mayPublish(before, { account: visit.who.account, byOthers: await asksForOthers(visit, before) })) {
    return problems([before.state === 'approved' ? problem('', 'Който е писал отговора, не може сам да го публикува.', 'Whoever drafted the answer cannot publish it.')
      : problem('', 'Тук отговорът се одобрява от друг колега, преди да се публикува.', 'Here another colleague approves the answer before it is published.')])
  }
  const wrong = [...await lacks(visit, before)]
  const members = await listAnswerable(visit.writer.reader, { ids: before.members.map(({ contribution }) => contribution) })
  for (const one of members) await holdContribution(visit, one.id)
  const answered: string[] = []
  for (const { contribution, seen } of before.members) if ((await lastNumber(visit.writer.reader, contribution)) !== seen) answered.push(members.find((one) => one.id === contribution)?.number ?? '')
  if (answered.length > 0) wrong.push(problem('numbers', `Докато пишехте, колега отговори на ${answered.join(', ')}. Вижте отговора му и запишете черновата отново: вашият ще е нов отговор с причина за промяната.`, `While you were writing, a colleague answered ${answered.join(', ')}. Look at that answer and save the draft again: yours will be a new answer with the reason for the change.`))
  // A whole that was split is answered when its parts are: before, or in the same act.
  const open = (await listOpenParts(visit.writer.reader, before.members.map(({ contribution }) => contribution))).filter(({ part }) => !before.members.some(({ contribution }) => contribution === part)).map(({ number }) => number)
  if (open.length > 0) wrong.push(problem('numbers', `Първо отговорете на частите: ${open.join(', ')}.`, `Answer the parts first: ${open.join(', ')}.`))
  if (wrong.length > 0) return problems(wrong)
  await tables(visit).updateTable('participation.answer').set({ state: 'published', version: version + 1, publishedBy: visit.who.account, publishedAt: visit.now }).where('id', '=', id).execute()
  for (const { contribution, seen, addition } of before.members) {
    await tables(visit).updateTable('participation.answerMember').set({ number: seen + 1, open: false }).where('answer', '=', id).where('contribution', '=', contribution).execute()
    const says = { bg: `${decisions[before.decision].bg}; ${before.unit}`, en: `${decisions[before.decision].en}; ${before.unit}` }
    const moved = await setDecision(visit, { id: contribution, decision: before.decision, says })
    if (!moved.ok) throw new Error(`the answer could not be written onto ${contribution}: ${moved.why}`)
    await tellSenders(visit, { answer: { ...before, addition, number: seen + 1 }, contribution, number: moved.number, from })
  }
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.answer.publish', after: { answer: id, decision: before.decision, members: before.members.length } })
  return see(answerPath(id), 'participation_notice_answer_published')
}
type Telling = { readonly answer: Answer & { readonly addition: { readonly bg: string; readonly en: string }; readonly number: number }; readonly contribution: ContributionId; readonly number: string; readonly from: LetterFrom }
/** The sender of each contribution laid together gets one letter; a person who sent several of them gets one for the first. Followers hear of it as they chose. */
const tellSenders = async (visit: WriteVisit, { answer, contribution, number, from }: Telling): Promise<void> => {
  const { writer, now } = visit
  const senders = await listSenders(writer.reader, contribution)
  const contacts = new Map((await listContactsOf(writer.reader, senders.flatMap(({ author }) => author ?? []))).map((one) => [one.id, one]))
  const told = new Set<string>()
  for (const sender of senders) {
    const contact = sender.author === null ? undefined : contacts.get(sender.author)
    if (contact !== undefined && contact.email !== null && contact.mailStoppedAt === null && contact.confirmedAt !== null && !told.has(contact.id)) {
      told.add(contact.id)
      await postLetter(writer, answeredLetter({
        key: `answer:${answer.id}:${contribution}:${contact.id}`, from, to: contact.email, name: contact.name, language: contact.language, number: sender.number, title: sender.title, into: sender.number === number ? null : number, answer,
      }))
    }
    const says = { bg: `Отговор на ${sender.number}: ${decisions[answer.decision].bg}`, en: `Answer to ${sender.number}: ${decisions[answer.decision].en}` }
    await tellFollowers(writer, { about: sender.id, kind: answer.number > 1 ? 'answerChanged' : 'answered', says, path: contributionPath(sender.number), now, except: sender.author })
  }
}

export const saveTemplate = async (visit: WriteVisit, { name, decision, reason }: TemplateInput): Promise<PostAnswer> => {
  const row = { decision, reasonBg: reason.bg, reasonEn: reason.en }
  await tables(visit).insertInto('participation.answerTemplate').values({ id: newId<'template'>(), name, ...row, madeBy: visit.who.account, madeAt: visit.now }).onConflict((on) => on.column('name').doUpdateSet(row)).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.answer.template', after: { name } })
  return see(templatesPath, 'participation_notice_template_saved')
}
export const removeTemplate = async (visit: WriteVisit, { name }: { readonly name: string }): Promise<PostAnswer> => {
  await tables(visit).deleteFrom('participation.answerTemplate').where('name', '=', name).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.answer.template', before: { name } })
  return see(templatesPath, 'participation_notice_template_removed')
}
