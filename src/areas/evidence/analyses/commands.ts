// What the clock does for analyses: the runs that were asked for, each in its thread.
import type { Store } from '#store/store.ts'
import { thisProcess } from '#store/this-process.ts'
import { workOnRuns } from './commands/work-runs.ts'
import { analysisJob } from './rules.ts'
import type { Threads } from './rules/threads.ts'

type Job = { readonly name: string; readonly run: (store: Store, now: Date, signal: AbortSignal) => Promise<void> }
export const makeAnalysisJob = (threads: Threads): Job => ({
  name: analysisJob,
  run: async (store, _now, signal) => { await workOnRuns(store, { threads, now: () => new Date(), here: thisProcess, signal }) },
})
