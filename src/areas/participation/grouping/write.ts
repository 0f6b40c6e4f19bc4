// Acts of grouping: lay contributions together, take them apart again exactly, split one into parts that quote it.
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { LetterFrom } from '#kernel/letter.ts'
import type { Problem } from '#kernel/result.ts'
import { getContact } from '#areas/people/contacts/read.ts'
import { findHandled, type Handled } from '#areas/participation/proposals/read/inbox.ts'
import { contributionPath, type ContributionId } from '#areas/participation/proposals/rules.ts'
import { moveContribution, submitContribution } from '#areas/participation/proposals/write.ts'
import { hideSteps, holdForMerging, recount, rootOf } from '#areas/participation/proposals/write/merging.ts'
import { addStep } from '#areas/participation/proposals/write/steps.ts'
import { handlingPath, mayJudge, mergePath } from '#areas/participation/moderation/rules.ts'
import { listDecisions } from '#areas/participation/moderation/read.ts'
import { judge, noteDecision, tellAuthor, tellOfGroup } from '#areas/participation/moderation/write.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import type { WriteVisit } from '#store/visit.ts'
import { findMerge, listParts } from './read.ts'
import { lacksForMerge, lacksForSplit, type SplitInput } from './rules.ts'
import { mergedSays } from './rules/says.ts'
import type { GroupingTables } from './tables.ts'

const tables = ({ writer }: Pick<WriteVisit, 'writer'>) => writer.withTables<GroupingTables>()
type Merging = { readonly member: string; readonly target: string; readonly why: string; readonly from: LetterFrom }

/** One laid to another: undefined when done, else why not. Nothing moves but the member's state; the whole is counted anew. */
export const mergeOne = async (visit: WriteVisit, { member: memberNumber, target: targetNumber, why, from }: Merging): Promise<Problem | undefined> => {
  const { writer, now, who } = visit
  const missing = (number: string): Problem => ({ field: 'target', text: { bg: `Няма текст с номер ${number}.`, en: `There is no text with the number ${number}.` } })
  const [first, second] = [await findHandled(writer.reader, { number: memberNumber }), await findHandled(writer.reader, { number: targetNumber })]
  if (first === undefined) return missing(memberNumber)
  if (second === undefined) return missing(targetNumber)
  await holdForMerging(writer, [first.id, second.id])
  const [member, target] = [await findHandled(writer.reader, { id: first.id }), await findHandled(writer.reader, { id: second.id })] as [Handled, Handled]
  const lacks = lacksForMerge({ member, target, targetRoot: await rootOf(writer, target.id) })
  if (lacks !== undefined) return lacks
  const id = newId<'merge'>()
  await tables(visit).insertInto('participation.merge').values({ id, member: member.id, target: target.id, why, stateBefore: member.state, byAccount: who.account, at: now, undoneAt: null, undoneBy: null }).execute()
  const moved = await moveContribution(visit, { id: member.id as ContributionId, act: 'merge', into: target.id as ContributionId, path: contributionPath(target.number), says: mergedSays({ into: target.number }) })
  if (!moved.ok) throw new Error(`${member.number} may not be merged: ${moved.why}`)
  await addStep(visit, { id: target.id as ContributionId, kind: 'grouped', path: contributionPath(member.number), says: mergedSays({ member: member.number }) })
  await recount(writer, target.id)
  await recordAct(writer, { who: who.account, act: 'participation.grouping.merge', thing: member.id, after: { into: target.number }, ...(why === '' ? {} : { why }) })
  const decision = await noteDecision(visit, { it: member, act: 'merged', reason: 'duplicate' })
  await tellAuthor(visit, { it: member, decision, act: 'merged', reason: 'duplicate', from, intoNumber: target.number })
  await tellOfGroup(visit, { target, member, from })
  return undefined
}
/** This one laid to another. */
export const merge = async (visit: WriteVisit, merging: Merging): Promise<PostAnswer> => {
  const lacks = await mergeOne(visit, merging)
  return lacks === undefined ? see(mergePath(merging.target), 'participation_notice_merged') : problems([lacks])
}
/** Many laid to one, all or none: a clerk who ticked thirty letters is told of the one that cannot be, and nothing is half done. */
export const gather = async (visit: WriteVisit, { members, ...merging }: Omit<Merging, 'member'> & { readonly members: readonly string[] }): Promise<PostAnswer> => {
  for (const member of members) {
    const known = await findHandled(visit.writer.reader, { number: member }), target = await findHandled(visit.writer.reader, { number: merging.target })
    const lacks = known === undefined || target === undefined ? undefined : lacksForMerge({ member: known, target, targetRoot: await rootOf(visit.writer, target.id) })
    if (lacks !== undefined) return problems([{ ...lacks, field: 'chosen' }])
  }
  for (const member of members) {
    const lacks = await mergeOne(visit, { member, ...merging })
    if (lacks !== undefined) throw new Error(`${member}: ${lacks.text.en}`)
  }
  return see(mergePath(merging.target), 'participation_notice_merged')
}
/** Taken apart: the member stands as before the merge, with what was its own; what it brought leaves the whole. */
export const undo = async (visit: WriteVisit, { member: number, from }: { readonly member: string; readonly from: LetterFrom }): Promise<PostAnswer> => {
  const { writer, now, who } = visit
  const member = await findHandled(writer.reader, { number })
  if (member === undefined) return notFound
  await holdForMerging(writer, [member.id])
  const standing = await findMerge(writer.reader, member.id)
  if (standing === undefined) return problems([{ field: '', text: { bg: `${number} вече не е обединено.`, en: `${number} is not merged any more.` } }])
  const target = await findHandled(writer.reader, { id: standing.target })
  if (target === undefined) return notFound
  await tables(visit).updateTable('participation.merge').set({ undoneAt: now, undoneBy: who.account }).where('id', '=', standing.id as ReturnType<typeof newId<'merge'>>).execute()
  const root = await rootOf(writer, target.id)
  const path = contributionPath(target.number)
  const moved = await moveContribution(visit, { id: member.id as ContributionId, act: 'unmerge', to: standing.stateBefore as Handled['state'] & 'published', path })
  if (!moved.ok) throw new Error(`${number} may not be taken apart: ${moved.why}`)
  await hideSteps(writer, { contribution: member.id, path })
  await hideSteps(writer, { contribution: target.id, path: contributionPath(member.number) })
  for (const id of new Set([member.id, target.id, root])) await recount(writer, id)
  await recordAct(writer, { who: who.account, act: 'participation.grouping.undo', thing: member.id, before: { into: target.number } })
  const objected = (await listDecisions(writer.reader, member.id)).find((one) => one.act === 'merged' && mayJudge(one, who.account))
  if (objected !== undefined) await judge(visit, { id: objected.id, from, input: { outcome: 'reversed', why: mergedSays({ undone: member.number }).bg } })
  return see(mergePath(target.number), 'participation_notice_unmerged')
}
/** Each part is a contribution of its own, by the same author, that quotes the original; voices stay with the original. */
export const split = async (visit: WriteVisit, { number, input }: { readonly number: string; readonly input: SplitInput }): Promise<PostAnswer> => {
  const whole = await findHandled(visit.writer.reader, { number })
  if (whole === undefined) return notFound
  await holdForMerging(visit.writer, [whole.id])
  if (whole.textPublic === '') return problems([{ field: '', text: { bg: 'Разделя се само публикуван текст. Първо го публикувайте.', en: 'Only a published text is split. Publish it first.' } }])
  if ((await listParts(visit.writer.reader, whole.id)).length > 0) return problems([{ field: '', text: { bg: 'Този текст вече е разделен.', en: 'This text is already split.' } }])
  const lacks = lacksForSplit({ text: whole.textPublic, quotes: input.parts.map(({ quote }) => quote) })
  if (lacks.length > 0) return problems(lacks)
  const name = whole.author === null ? null : ((await getContact(visit.writer.reader, whole.author))?.name ?? null)
  for (const [index, { title, quote }] of input.parts.entries()) {
    const made = await submitContribution(visit, {
      kind: whole.kind as 'proposal', channel: whole.channel as 'web', process: whole.process, language: whole.language, title, text: quote, author: whole.author, authorKind: whole.authorKind as 'person',
      municipality: whole.municipality, place: whole.place, forWhom: whole.forWhom, topics: whole.topics, enteredBy: visit.who.account, receivedOn: whole.receivedOn, assurance: 'staff', ...(whole.late ? { late: 'yes' as const } : {}), name: whole.authorKind === 'person' ? name : whole.authorShown, choice: whole.authorChoice as 'citizen',
    })
    if (made.state !== 'published') {
      const moved = await moveContribution(visit, { id: made.id, act: 'publish' })
      if (!moved.ok) throw new Error(`part ${made.number} may not be published: ${moved.why}`)
    }
    await tables(visit).insertInto('participation.part').values({ part: made.id, whole: whole.id, quote, position: index + 1, byAccount: visit.who.account, at: visit.now }).execute()
    await addStep(visit, { id: whole.id as ContributionId, kind: 'split', path: contributionPath(made.number), says: mergedSays({ part: made.number }) })
    await addStep(visit, { id: made.id, kind: 'split', path: contributionPath(whole.number), says: mergedSays({ whole: whole.number }) })
  }
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.grouping.split', thing: whole.id, after: { parts: input.parts.length } })
  return see(handlingPath(number), 'participation_notice_split')
}
