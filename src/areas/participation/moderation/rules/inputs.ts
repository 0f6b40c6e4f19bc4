// What forms of moderation become once they are parsed: values that acts take.
import type { Outcome, Reason } from '../rules.ts'

export type HandlingInput =
  | { readonly does: 'publish'; readonly version: number; readonly state: string }
  | { readonly does: 'mask'; readonly version: number; readonly state: string; readonly title: string; readonly text: string; readonly reason: Reason; readonly says: string | null }
  | { readonly does: 'refuse'; readonly version: number; readonly state: string; readonly reason: Reason; readonly passage: string | null; readonly says: string | null }
  | { readonly does: 'note'; readonly text: string }
  | { readonly does: 'assign'; readonly version: number; readonly state: string; readonly unit: string; readonly topics: readonly string[]; /** the call it answers; '' as it is */ readonly process: string }
  | { readonly does: 'settle'; readonly outcome: 'kept' | 'acted' }
export type BulkInput = { readonly does: 'publish' | 'assign'; readonly numbers: readonly string[]; readonly unit: string; readonly topic: string; readonly process: string }
export type ReportInput = { readonly reason: Reason; readonly says: string }
export type JudgeInput = { readonly outcome: Outcome; readonly why: string }
export type ArgumentInput = { readonly argument: string; readonly to: 'published' | 'hidden'; readonly reason: Reason | null }
