// Acts of moderation: publish, mask, refuse or remove, judge an objection, report, note, assign. Each leaves one line for the
// public log where it decides something, an audit row, and a letter to the author where there is an address.
import { sayDayIn } from '#kernel/day.ts'
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { LetterFrom } from '#kernel/letter.ts'
import type { Problem } from '#kernel/result.ts'
import { getContact } from '#areas/people/contacts/read.ts'
import { makeLink, useLink } from '#areas/people/contacts/write.ts'
import { passagesMasked } from '#areas/participation/proposals/rules/personal-data.ts'
import { findHandled, listWaitingArguments, type Handled } from '#areas/participation/proposals/read/inbox.ts'
import { assignContribution, changePublicText, holdContribution, moveContribution } from '#areas/participation/proposals/write.ts'
import { giveToProcess } from '#areas/participation/proposals/write/process.ts'
import { settleArgument } from '#areas/participation/proposals/write/support.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import { postLetter } from '#store/outbox.ts'
import type { WriteVisit } from '#store/visit.ts'
import type { ArgumentInput, BulkInput, HandlingInput, JudgeInput, ReportInput } from './rules/inputs.ts'
import { findDecision, listDecisions } from './read.ts'
import { argumentsPath, handlingPath, isObjectable, mayBeObjected, mayJudge, objectionDays, objectionsPath, type Decision, type DecisionId, type ModerationAct, type Reason } from './rules.ts'
import { decidedLetter, groupedLetter, judgedLetter, publishedLetter } from './rules/letters.ts'
import type { ModerationTables } from './tables.ts'

const tables = ({ writer }: Pick<WriteVisit, 'writer'>) => writer.withTables<ModerationTables>()
export const conflict: Problem = {
  field: '', text: {
    bg: 'Докато решавахте, колега промени същия текст. Неговото решение е показано горе, вашите думи са в полетата.',
    en: 'While you were deciding, a colleague changed the same text. Their decision is shown above, your words are in the fields.',
  },
}
const problem = (field: string, bg: string, en: string): PostAnswer => problems([{ field, text: { bg, en } }])

type Deciding = { readonly it: Handled; readonly act: ModerationAct; readonly reason: Reason | null; readonly passage?: string | null; readonly says?: string | null }
/** One line for the log. */
export const noteDecision = async (visit: WriteVisit, { it, act, reason, passage = null, says = null }: Deciding): Promise<DecisionId> => {
  const id = newId<'moderation'>()
  await tables(visit).insertInto('participation.moderation').values({
    id, contribution: it.id, act, kind: it.kind, reason, passage, says, stateBefore: it.state, byAccount: visit.who.account, at: visit.now,
    objectedAt: null, objection: null, judgedAt: null, judgedBy: null, outcome: null, judgedWhy: null,
  }).execute()
  return id
}
/** The author's address, where there is one that takes letters. */
const authorOf = async ({ writer }: WriteVisit, it: Handled) => {
  const contact = it.author === null ? undefined : await getContact(writer.reader, it.author)
  return contact === undefined || contact.email === null || contact.mailStoppedAt !== null ? undefined : { id: contact.id, email: contact.email, name: contact.name, language: contact.language }
}
/** Told once per decision; with a link to object where the decision takes something away. */
export const tellAuthor = async (visit: WriteVisit, { it, decision, act, reason, passage = null, says = null, from, intoNumber }: Deciding & { readonly decision: DecisionId; readonly from: LetterFrom; /** of a merge: the number it was laid to */ readonly intoNumber?: string }): Promise<void> => {
  const author = await authorOf(visit, it)
  if (author === undefined) return
  const about = { author, from, key: `moderation:${decision}`, number: it.number }
  if (reason === null || !mayBeObjected(act)) { await postLetter(visit.writer, publishedLetter(about)); return }
  const { secret } = await makeLink(visit.writer, { purpose: 'objection', contact: author.id, about: it.id, lastsMinutes: objectionDays * 1440, now: visit.now })
  const until = sayDayIn(new Date(visit.now.getTime() + objectionDays * 86_400_000), author.language)
  await postLetter(visit.writer, decidedLetter({ ...about, act, reason, passage, says, secret, until, ...(intoNumber === undefined ? {} : { intoNumber }) }))
}
/** The author of the whole, the first time something of another person is laid to it: thirty letters laid to one are one letter. */
export const tellOfGroup = async (visit: WriteVisit, { target, member, from }: { readonly target: Handled; readonly member: Handled; readonly from: LetterFrom }): Promise<void> => {
  if (target.author === null || target.author === member.author) return
  const author = await authorOf(visit, target)
  if (author !== undefined) await postLetter(visit.writer, groupedLetter({ author, from, key: `participation.grouped ${target.id}`, number: target.number, member: member.number }))
}
export type Acting = { readonly number: string; readonly from: LetterFrom }

/** Everything the staff page of one contribution can do. */
export const decide = async (visit: WriteVisit, { number, from, input }: Acting & { readonly input: HandlingInput }): Promise<PostAnswer> => {
  const found = await findHandled(visit.writer.reader, { number })
  if (found === undefined) return notFound
  await holdContribution(visit, found.id as Parameters<typeof holdContribution>[1])
  const it = await findHandled(visit.writer.reader, { number })
  if (it === undefined) return notFound
  const back = (notice: string): PostAnswer => see(handlingPath(number), notice)
  const audit = (act: string, after?: Readonly<Record<string, unknown>>) => recordAct(visit.writer, { who: visit.who.account, act: `participation.moderation.${act}`, thing: it.id, ...(after === undefined ? {} : { after }) })
  if (input.does === 'note') {
    await tables(visit).insertInto('participation.staffNote').values({ id: newId<'note'>(), contribution: it.id, text: input.text, byAccount: visit.who.account, at: visit.now }).execute()
    await audit('note')
    return back('participation_notice_note_added')
  }
  if (input.does === 'settle') {
    await settleFlags(visit, { it, outcome: input.outcome })
    await audit('settle')
    return back('participation_notice_flags_settled')
  }
  if (input.version !== it.version || input.state !== it.state) return problems([conflict])
  if (input.does === 'assign') {
    const given = input.process === '' ? 'same' : await giveToProcess(visit, { id: it.id as Parameters<typeof holdContribution>[1], slug: input.process })
    if (given === 'no such call' || given === 'not possible') return notGiven(given)
    await assignContribution(visit.writer, { id: it.id, unit: input.unit, topics: input.topics })
    await audit('assign', { unit: input.unit, topics: input.topics.join(' ') })
    return back('participation_notice_contribution_assigned')
  }
  if (input.does === 'publish') return (await publish(visit, { it, from })) === 'refused' ? cannot : back('participation_notice_contribution_published')
  if (input.does === 'mask') return mask(visit, { it, from, input })
  return refuse(visit, { it, from, input })
}
const notGiven = (why: 'no such call' | 'not possible'): PostAnswer => (why === 'no such call'
  ? problem('process', 'Няма такава публикувана покана.', 'There is no such published call.')
  : problem('process', 'Към друга покана се отнася само текст без отговор, който не е коментар по точка от проект.', 'Only a text without an answer that is no comment on a passage can be given to another call.'))
const cannot = problem('', 'В това състояние решението не е възможно.', 'In its present state this cannot be decided.')

const publish = async (visit: WriteVisit, { it, from }: { readonly it: Handled; readonly from: LetterFrom }): Promise<'published' | 'refused'> => {
  const moved = await moveContribution(visit, { id: it.id as Parameters<typeof holdContribution>[1], act: 'publish' })
  if (!moved.ok) return 'refused'
  const decision = await noteDecision(visit, { it, act: 'published', reason: null })
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.moderation.publish', thing: it.id })
  await tellAuthor(visit, { it, act: 'published', reason: null, decision, from })
  return 'published'
}
/** Only the mark may stand where words stood: nobody's words are rewritten. What is masked leaves page, search and every file at once. */
const mask = async (visit: WriteVisit, { it, from, input }: { readonly it: Handled; readonly from: LetterFrom; readonly input: HandlingInput & { readonly does: 'mask' } }): Promise<PostAnswer> => {
  const masked = { title: passagesMasked(it.title.trim(), input.title.trim()), text: passagesMasked(it.text.trim(), input.text.trim()) }
  const changed = (field: string): PostAnswer => problem(field, 'Променено е и нещо друго освен заличеното. Върнете думите на автора и заменете само пасажа.', 'Something else was changed as well. Put the author’s words back and replace only the passage.')
  if (masked.title === undefined) return changed('public_title')
  if (masked.text === undefined) return changed('public_text')
  if (masked.title.length + masked.text.length === 0) return problem('public_text', 'Нищо не е заличено.', 'Nothing is masked.')
  const id = it.id as Parameters<typeof holdContribution>[1]
  const done = await changePublicText(visit, { id, title: input.title.trim(), text: input.text.trim(), why: `moderation: ${input.reason}` })
  if (!done.ok) return cannot
  if (it.state === 'inModeration' || it.state === 'notPublished') {
    const moved = await moveContribution(visit, { id, act: 'publish' })
    if (!moved.ok) return cannot
  }
  const decision = await noteDecision(visit, { it, act: 'masked', reason: input.reason, passage: [...masked.title, ...masked.text].join(' … ').slice(0, 2000), says: input.says })
  await settleFlags(visit, { it, outcome: 'acted' })
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.moderation.mask', thing: it.id, after: { reason: input.reason, passages: masked.title.length + masked.text.length } })
  // The letter says what kind of thing was masked, not the thing itself: it would leave the house by another door.
  await tellAuthor(visit, { it, act: 'masked', reason: input.reason, says: input.says, decision, from })
  return see(handlingPath(it.number), 'participation_notice_contribution_masked')
}
const refuse = async (visit: WriteVisit, { it, from, input }: { readonly it: Handled; readonly from: LetterFrom; readonly input: HandlingInput & { readonly does: 'refuse' } }): Promise<PostAnswer> => {
  const act = it.publishedAt !== null && it.state !== 'inModeration' ? 'removed' as const : 'refused' as const
  const moved = await moveContribution(visit, { id: it.id as Parameters<typeof holdContribution>[1], act: 'refuse', reason: input.reason })
  if (!moved.ok) return cannot
  const { reason, passage, says } = input
  const decision = await noteDecision(visit, { it, act, reason, passage, says })
  await settleFlags(visit, { it, outcome: 'acted' })
  await recordAct(visit.writer, { who: visit.who.account, act: `participation.moderation.${act === 'removed' ? 'remove' : 'refuse'}`, thing: it.id, after: { reason } })
  await tellAuthor(visit, { it, act, reason, passage, says, decision, from })
  return see(handlingPath(it.number), 'participation_notice_contribution_refused')
}
const settleFlags = async (visit: WriteVisit, { it, outcome }: { readonly it: Handled; readonly outcome: 'kept' | 'acted' }): Promise<void> => {
  await tables(visit).updateTable('participation.flag').set({ settledAt: visit.now, settledBy: visit.who.account, outcome }).where('contribution', '=', it.id).where('settledAt', 'is', null).execute()
}

/** Many at once. What cannot be published stays where it is and is named. */
export const decideMany = async (visit: WriteVisit, { input, from, back }: { readonly input: BulkInput; readonly from: LetterFrom; readonly back: string }): Promise<PostAnswer> => {
  const left: string[] = []
  for (const number of input.numbers.toSorted()) {
    const it = await findHandled(visit.writer.reader, { number })
    if (it === undefined) continue
    if (input.does === 'assign') {
      const given = input.process === '' ? 'same' : await giveToProcess(visit, { id: it.id as Parameters<typeof holdContribution>[1], slug: input.process })
      if (given === 'no such call' || given === 'not possible') { left.push(number); continue }
      await assignContribution(visit.writer, { id: it.id, ...(input.unit === '' ? {} : { unit: input.unit }), ...(input.topic === '' ? {} : { addTopic: input.topic }) })
    }
    else if (it.marks.includes('personalData') || (await publish(visit, { it, from })) === 'refused') left.push(number)
  }
  if (input.does === 'assign') await recordAct(visit.writer, { who: visit.who.account, act: 'participation.moderation.assign', after: { numbers: input.numbers.join(' '), unit: input.unit, topic: input.topic, ...(input.process === '' ? {} : { process: input.process }) } })
  // Written acts stay, so those left are told by number and the page is shown again with them.
  return left.length === 0 || left.length < input.numbers.length ? see(back, left.length === 0 ? 'participation_notice_bulk_done' : 'participation_notice_bulk_some')
    : problem('chosen', `${left.join(', ')}: прегледайте един по един, има лични данни или състоянието е друго.`, `${left.join(', ')}: look at them one by one, they hold personal data or their state is another.`)
}

export const report = async (visit: WriteVisit, { contribution, argument, input, path }: { readonly contribution: Handled['id']; readonly argument: string | null; readonly input: ReportInput; readonly path: string }): Promise<PostAnswer> => {
  await tables(visit).insertInto('participation.flag').values({ id: newId<'flag'>(), contribution, argument, reason: input.reason, says: input.says, at: visit.now, settledAt: null, settledBy: null, outcome: null }).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.moderation.flag', thing: contribution, after: { reason: input.reason } })
  return see(path)
}
/** By the link in the author's letter; the newest decision that can be objected to is meant. */
export const object = async (visit: WriteVisit, { secret, text, path }: { readonly secret: string; readonly text: string; readonly path: string }): Promise<PostAnswer> => {
  const link = await useLink(visit.writer, { secret, purpose: 'objection', now: visit.now })
  const decision = link?.about == null ? undefined : (await listDecisions(visit.writer.reader, link.about as Handled['id'])).find((one) => isObjectable(one, visit.now))
  if (decision === undefined) return notFound
  await tables(visit).updateTable('participation.moderation').set({ objectedAt: visit.now, objection: text }).where('id', '=', decision.id).where('objectedAt', 'is', null).execute()
  await recordAct(visit.writer, { who: null, act: 'participation.moderation.object', thing: decision.contribution })
  return see(path)
}
/** Another person decides. Reversed: refused and removed texts appear again, masked ones are shown as they were before the masking. */
export const judge = async (visit: WriteVisit, { id, from, input }: { readonly id: DecisionId; readonly from: LetterFrom; readonly input: JudgeInput }): Promise<PostAnswer> => {
  const decision = await findDecision(visit.writer.reader, id)
  if (decision === undefined) return notFound
  if (!mayJudge(decision, visit.who.account)) return problem('outcome', decision.judgedAt === null ? 'Възражение срещу ваше решение решава друг човек.' : 'Това възражение вече е решено.', decision.judgedAt === null ? 'An objection to your own decision is decided by another person.' : 'This objection is already decided.')
  const it = await findHandled(visit.writer.reader, { id: decision.contribution })
  if (it === undefined) return notFound
  await tables(visit).updateTable('participation.moderation').set({ judgedAt: visit.now, judgedBy: visit.who.account, outcome: input.outcome, judgedWhy: input.why }).where('id', '=', id).where('judgedAt', 'is', null).execute()
  if (input.outcome === 'reversed') await takeBack(visit, { it, decision })
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.moderation.judge', thing: it.id, after: { outcome: input.outcome } })
  const author = await authorOf(visit, it)
  if (author !== undefined) await postLetter(visit.writer, judgedLetter({ author, from, key: `objection:${id}`, number: it.number, outcome: input.outcome, why: input.why }))
  return see(objectionsPath, 'participation_notice_objection_judged')
}
const takeBack = async (visit: WriteVisit, { it, decision }: { readonly it: Handled; readonly decision: Decision }): Promise<void> => {
  const contribution = it.id as Parameters<typeof holdContribution>[1]
  if (decision.act === 'refused' || decision.act === 'removed') {
    const moved = await moveContribution(visit, { id: contribution, act: 'publish' })
    if (moved.ok) await noteDecision(visit, { it, act: 'restored', reason: null })
  }
  if (decision.act === 'masked' && it.textReceived !== '') {
    await changePublicText(visit, { id: contribution, title: it.titleReceived || it.title, text: it.textReceived, why: 'objection accepted' })
    await noteDecision(visit, { it, act: 'restored', reason: null })
  }
}
/** An argument is published or kept back; what is kept back stands in the log with its reason, as a text would. */
export const settleOneArgument = async (visit: WriteVisit, { input }: { readonly input: ArgumentInput }): Promise<PostAnswer> => {
  const [argument] = await listWaitingArguments(visit.writer.reader, { limit: 1, ids: [input.argument] })
  const it = argument === undefined ? undefined : await findHandled(visit.writer.reader, { number: argument.number })
  if (argument === undefined || it === undefined || argument.state !== 'waiting') return problem('', 'Колега вече е решил за този довод.', 'A colleague has already decided on this argument.')
  const settled = await settleArgument(visit, { argument: input.argument, to: input.to, ...(input.reason === null ? {} : { why: input.reason }) })
  if (!settled.ok) return notFound
  await noteDecision(visit, { it: { ...it, kind: 'argument' }, act: input.to === 'published' ? 'published' : 'refused', reason: input.reason })
  return see(argumentsPath, 'participation_notice_argument_settled')
}
