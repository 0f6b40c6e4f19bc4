// Works on the runs that were asked for, oldest first, each in a thread of its own: claims one, says how far it is, stops when a
// person asks, gives it back when the product is shut down. A run whose worker was killed is begun anew by the next.
import { setTimeout as pause } from 'node:timers/promises'
import { workInThread } from '#store/long-work.ts'
import type { Store } from '#store/store.ts'
import type { Standing } from '#store/this-process.ts'
import { findVersion, isStopAsked, listOpenRuns, type OpenRun } from '../read.ts'
import type { ThreadInput, Threads } from '../rules/threads.ts'
import { claimRun, endRun, giveBackRun, noteRun, type RunEnd } from '../write/runs.ts'

type Work = { readonly threads: Threads; readonly now: () => Date; readonly here: Standing; readonly signal: AbortSignal; readonly lookEveryMs?: number }
type RunStore = Pick<Store, 'reading' | 'writing'>

/** one process on another machine cannot be asked whether it lives */
const silenceMs = 60_000
const isTaken = (run: OpenRun, { here, now }: Work): boolean =>
  run.host !== null && run.process !== null && run.seenAt !== null
  && (run.host === here.host ? here.isAlive(run.process) : now().getTime() - run.seenAt.getTime() < silenceMs)

/** How many were ended. */
export const workOnRuns = async (store: RunStore, work: Work): Promise<number> => {
  let ended = 0
  const passed = new Set<number>()
  for (;;) {
    const open = await store.reading(listOpenRuns, { as: 'staff', fresh: 'primary' })
    const run = open.find((one) => !passed.has(one.number) && !isTaken(one, work))
    if (run === undefined || work.signal.aborted) return ended
    passed.add(run.number)
    const claim = { run: run.number, host: work.here.host, process: work.here.process, now: work.now(), from: { host: run.host, process: run.process } }
    if (await store.writing((writer) => claimRun(writer, claim), { quiet: 'yes' })) {
      await workOn(store, work, run)
      ended += 1
    }
  }
}

const workOn = async (store: RunStore, work: Work, run: OpenRun): Promise<void> => {
  const stopping = new AbortController(), watching = new AbortController()
  let done = 0
  const watch = (async () => {
    while (!watching.signal.aborted) {
      await pause(work.lookEveryMs ?? 1_000, undefined, { signal: watching.signal }).catch(() => {})
      if (watching.signal.aborted) return
      if (await store.reading((reader) => isStopAsked(reader, run.number), { as: 'staff', fresh: 'primary' }).catch(() => false)) stopping.abort(new Error('stopped'))
      await store.writing((writer) => noteRun(writer, { run: run.number, done, now: work.now() }), { quiet: 'yes' }).catch(() => {})
    }
  })()
  const end = await answer(store, work, { run, stop: stopping.signal, onProgress: (now) => { done = now } })
  watching.abort()
  await watch
  if (end === 'interrupted') await store.writing((writer) => giveBackRun(writer, run.number), { quiet: 'yes' })
  else await store.writing((writer) => endRun(writer, { run: run.number, now: work.now(), end }))
}
const answer = async (store: RunStore, work: Work, { run, stop, onProgress }: { readonly run: OpenRun; readonly stop: AbortSignal; readonly onProgress: (done: number) => void }): Promise<RunEnd | 'interrupted'> => {
  const file = work.threads[`${run.kind}.${run.what}`]
  if (file === undefined) return { state: 'failed', problem: `nobody works on ${run.kind}.${run.what}` }
  const version = await store.reading((reader) => findVersion(reader, { analysis: { id: run.analysis }, version: run.version }), { as: 'staff', fresh: 'primary' })
  if (version === undefined) return { state: 'failed', problem: `there is no version ${run.version}` }
  const input: ThreadInput = { record: version.record, inputs: version.inputs, parameters: run.parameters }
  try {
    return { state: 'done', done: run.of, result: await workInThread({ file, input, signal: AbortSignal.any([work.signal, stop]), onProgress }) }
  } catch (failure) {
    if (stop.aborted) return { state: 'stopped' }
    if (work.signal.aborted) return 'interrupted'
    return { state: 'failed', problem: failure instanceof Error ? failure.message : String(failure) }
  }
}

