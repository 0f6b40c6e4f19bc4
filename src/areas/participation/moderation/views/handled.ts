// What the staff page of one contribution shows: values only, for the page and its small forms.
import type { Asked } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { PersonalHint } from '#areas/participation/proposals/rules/personal-data.ts'
import type { ModerationAct, Outcome, Reason } from '../rules.ts'

export type Handled = {
  readonly number: string; readonly lang: string; readonly version: number; readonly state: string; readonly stateName: string
  readonly kind: string; readonly channel: string; readonly process: string; readonly processSlug: string; readonly receivedOn: string; readonly author: string; readonly author_may_be_written: 'yes' | 'no'
  /** null: this person may not see the words as they came */
  readonly received: { readonly title: string; readonly text: string } | null
  readonly shown: { readonly title: string; readonly text: string }
  readonly hints: readonly PersonalHint[]; readonly suspicions: readonly string[]
  readonly unit: string; readonly topics: readonly string[]; readonly dueOn: string | null; readonly supports: number
  readonly facts: readonly { readonly name: string; readonly value: string }[]
}
export type Shown = {
  readonly language: Language; readonly asked: Asked; readonly it: Handled; readonly may: { readonly publish: boolean; readonly mask: boolean; readonly refuse: 'refuse' | 'remove' | null; readonly assign: boolean }
  readonly topics: readonly { readonly value: string; readonly name: string }[]
  /** calls and consultations it may be given to; empty where it stays where it is */
  readonly processes: readonly { readonly value: string; readonly name: string }[]
  readonly notes: readonly { readonly by: string; readonly at: Date; readonly text: string }[]
  readonly flags: readonly { readonly at: Date; readonly reason: Reason; readonly says: string; readonly waits: 'yes' | 'no' }[]
  readonly decisions: readonly { readonly at: Date; readonly act: ModerationAct; readonly reason: Reason | null; readonly by: string; readonly outcome: Outcome | 'waiting' | null }[]
  /** what the thing leads to: merging, splitting, answering; paths without a language */
  readonly ways: readonly { readonly name: string; readonly path: string; readonly says?: string | undefined }[]
  readonly similar: readonly { readonly number: string; readonly title: string; readonly likeness: string; readonly path: string }[]
  readonly sayDay: (at: Date) => string
}
