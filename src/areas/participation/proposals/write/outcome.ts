// What became of a contribution, written by later topics and areas: the decision of an answer, and what strategy and monitoring made of it.
import type { Bilingual } from '#kernel/language.ts'
import { tellFollowers } from '#areas/participation/subscriptions/write.ts'
import type { WriteVisit } from '#store/visit.ts'
import { contributionPath, type ContributionId } from '../rules.ts'
import type { ProposalTables } from '../tables.ts'
import { holdContribution, moveContribution, type Moved, type Refusal } from '../write.ts'
import { addStep } from './steps.ts'

export type Decision = 'accepted' | 'acceptedInPart' | 'notAccepted' | 'outOfScope' | 'alreadySo'
/** The decision of the answer that holds. A changed answer is told as changed; one with an outcome keeps it. */
export const setDecision = async (visit: WriteVisit, { id, decision, says, path }: { readonly id: ContributionId; readonly decision: Decision; readonly says: Bilingual; readonly path?: string | null }): Promise<Moved | Refusal> => {
  const before = await holdContribution(visit, id)
  if (before === undefined) return { ok: false, why: 'notFound' }
  const moved = await moveContribution(visit, { id, act: 'answer', to: before.state === 'outcomeKnown' ? 'outcomeKnown' : 'answered', says, path: path ?? null })
  if (!moved.ok) return moved
  await visit.writer.withTables<ProposalTables>().updateTable('participation.contribution').set({ decision, answeredAt: visit.now }).where('id', '=', id).execute()
  return moved
}
export type OutcomeKind = 'takenUp' | 'budgeted' | 'progress' | 'done'
/** Strategy writes the outcome onto the contribution; whoever follows it hears of it. One that is not answered yet keeps its state. */
export const recordOutcome = async (visit: WriteVisit, { id, kind, says, path }: { readonly id: ContributionId; readonly kind: OutcomeKind; readonly says: Bilingual; readonly path: string }): Promise<Moved | Refusal> => {
  const before = await holdContribution(visit, id)
  if (before === undefined) return { ok: false, why: 'notFound' }
  if (before.state === 'answered') {
    const moved = await moveContribution(visit, { id, act: 'outcome', says, path, why: kind, step: kind })
    if (!moved.ok) return moved
  } else await addStep(visit, { id, kind, says, path })
  await tellFollowers(visit.writer, { about: id, kind, says, path: contributionPath(before.number), now: visit.now })
  return { ok: true, number: before.number, state: before.state === 'answered' ? 'outcomeKnown' : before.state }
}
