// Along which arrows a contribution moves, and who may move it. What is not listed is refused.
import { mayDo, type Who } from '#kernel/who.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import type { ContributionState } from '../rules.ts'

export type Act = 'confirm' | 'publish' | 'refuse' | 'consider' | 'answer' | 'outcome' | 'merge' | 'unmerge' | 'withdraw'
/** The author, known by the link in a letter; a moderator; who answers. */
export type Mover = 'author' | 'moderator' | 'answering'
type Arrow = { readonly act: Act; readonly from: readonly ContributionState[]; readonly to: readonly ContributionState[]; readonly by: readonly Mover[] }

export const arrows: readonly Arrow[] = [
  { act: 'confirm', from: ['awaitingConfirmation'], to: ['inModeration', 'published'], by: ['author'] },
  // an objection that succeeded leads from not published back
  { act: 'publish', from: ['inModeration', 'notPublished'], to: ['published'], by: ['moderator'] },
  { act: 'refuse', from: ['awaitingConfirmation', 'inModeration', 'published', 'underConsideration'], to: ['notPublished'], by: ['moderator'] },
  { act: 'consider', from: ['published'], to: ['underConsideration'], by: ['moderator', 'answering'] },
  { act: 'answer', from: ['published', 'underConsideration', 'answered', 'outcomeKnown'], to: ['answered', 'outcomeKnown'], by: ['answering'] },
  { act: 'outcome', from: ['answered', 'outcomeKnown'], to: ['outcomeKnown'], by: ['answering'] },
  { act: 'merge', from: ['inModeration', 'published', 'underConsideration', 'answered', 'outcomeKnown'], to: ['merged'], by: ['moderator'] },
  { act: 'unmerge', from: ['merged'], to: ['inModeration', 'published', 'underConsideration', 'answered', 'outcomeKnown'], by: ['moderator'] },
  // before the answer; the number stays
  { act: 'withdraw', from: ['awaitingConfirmation', 'inModeration', 'published', 'notPublished', 'underConsideration', 'merged'], to: ['withdrawn'], by: ['author'] },
]
export const acts = arrows.map(({ act }) => act)

export type Moving = { readonly state: ContributionState; readonly act: Act; readonly who: Who; /** whether the person is the author, by a link sent to the author */ readonly owner: 'yes' | 'no' }
const isMover = (mover: Mover, { who, owner }: Pick<Moving, 'who' | 'owner'>): boolean =>
  mover === 'author' ? owner === 'yes' : mayDo(who, permissions[mover === 'moderator' ? 'participation.moderate' : 'participation.answer'])
/** Where an act may lead from a state, for this person; empty: it is refused. */
export const mayMove = ({ state, act, ...mover }: Moving): readonly ContributionState[] =>
  arrows.filter((arrow) => arrow.act === act && arrow.from.includes(state) && arrow.by.some((by) => isMover(by, mover))).flatMap(({ to }) => to)

/** Nothing falls out: each state belongs to exactly one of these. */
export const heapOf = (state: ContributionState): 'open' | 'answered' | 'merged' | 'withdrawn' | 'notPublished' =>
  state === 'answered' || state === 'outcomeKnown' ? 'answered' : state === 'merged' || state === 'withdrawn' || state === 'notPublished' ? state : 'open'
