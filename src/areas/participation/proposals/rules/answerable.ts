// What those who answer see of a contribution, and how much is unanswered by unit.
import type { Ref } from '#kernel/thread.ts'
import type { ContributionId } from '../rules.ts'

export type Answerable = {
  readonly id: ContributionId; readonly number: string; readonly title: string; readonly text: string; readonly language: string; readonly kind: string; readonly state: string; readonly process: Ref<'consultation'>
  readonly unit: string; readonly receivedOn: string; readonly dueOn: string | null; readonly supports: number
  /** how many are laid to it and answered with it */
  readonly merged: number
}
export type UnansweredCount = { readonly unit: string; readonly count: number; readonly late: number; readonly oldest: string; readonly nextDue: string | null }
