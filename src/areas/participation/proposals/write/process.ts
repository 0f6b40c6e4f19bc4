// Giving a contribution to the call it answers: a letter by e-mail names none, and whoever reads it knows which one is meant.
// Number, words and voices stay; lateness and the due date follow the call.
import { dayIn } from '#kernel/day.ts'
import { findProcess } from '#areas/participation/processes/read.ts'
import { processPath } from '#areas/participation/processes/rules.ts'
import { recordAct } from '#store/audit.ts'
import type { WriteVisit } from '#store/visit.ts'
import { dayAfter, type ContributionId, type ContributionState } from '../rules.ts'
import type { ProposalTables } from '../tables.ts'
import { holdContribution } from '../write.ts'
import { addStep } from './steps.ts'

/** What is answered stays where it was answered: a report may be final. A comment on a passage belongs to its draft. */
const movable: readonly ContributionState[] = ['awaitingConfirmation', 'inModeration', 'published', 'underConsideration']
export type Given = 'given' | 'same' | 'no such call' | 'not possible'
export const giveToProcess = async (visit: WriteVisit, { id, slug }: { readonly id: ContributionId; readonly slug: string }): Promise<Given> => {
  const before = await holdContribution(visit, id)
  const process = await findProcess(visit.writer.reader, { slug, who: 'everyone' })
  if (before === undefined || process === undefined) return 'no such call'
  if (before.process === process.id) return 'same'
  if (before.kind === 'blockComment' || !movable.includes(before.state)) return 'not possible'
  const late = process.closesAt !== null && before.receivedOn >= dayIn(process.closesAt)
  await visit.writer.withTables<ProposalTables>().updateTable('participation.contribution').set({
    process: process.id, late, marks: [...before.marks.filter((mark) => mark !== 'late'), ...(late ? ['late'] : [])], dueOn: dayAfter(before.receivedOn, process.dueDays),
    ...(before.unit === '' ? { unit: process.unit } : {}), version: before.version + 1, changedAt: visit.now,
  }).where('id', '=', id).execute()
  await addStep(visit, { id, kind: 'given', says: process.title, path: processPath(process.slug) })
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.contribution.give', thing: id, before: { process: before.process }, after: { process: process.id, late } })
  return 'given'
}
