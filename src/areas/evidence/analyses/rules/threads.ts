// How long work is named and what its thread is given. What the thread does and answers is the kind's own.
import type { AnalysisKind, Inputs } from '../rules.ts'

/** `index.intervals` → the file of its thread. What the thread is given, and what it answers, is the kind's own. */
export type Threads = Readonly<Record<`${AnalysisKind}.${string}`, string>>
/** What every thread is given. */
export type ThreadInput<Record = unknown> = { readonly record: Record; readonly inputs: Inputs; readonly parameters: Readonly<{ [name: string]: unknown }> }
