// Long runs in their thread: followed, stopped by a person, given back at shutdown, taken over from a dead process, and never failed in silence.
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { findCheckout } from '#store/checkout.ts'
import { thisProcess } from '#store/this-process.ts'
import { testStore } from '#test/database.ts'
import { findDoneRun, findLastRun } from '../read.ts'
import { saveAnalysis } from '../write.ts'
import { askRun, claimRun, stopRun } from '../write/runs.ts'
import { workOnRuns } from './work-runs.ts'

const store = await testStore()
const now = () => new Date('2026-11-25T10:00:00Z')
const who = { account: null }
const threads = { 'index.counting': join(findCheckout(), 'test', 'counting-thread.ts') } as const
const work = (signal = new AbortController().signal) => workOnRuns(store, { threads, now, here: thisProcess, signal, lookEveryMs: 20 })
const analysis = await store.writing((writer) => saveAnalysis({ writer, now: now(), who }, {
  kind: 'index', key: null, title: { bg: 'А', en: 'A' }, record: { mark: 7 }, inputs: { regions: [], indicators: [] }, vintages: [], result: {}, note: { bg: '', en: '' }, why: '',
}))
const ask = async (parameters: Record<string, unknown>, what = 'counting') => {
  const run = await store.writing((writer) => askRun({ writer, now: now(), who }, { analysis, version: 1, what, parameters, of: 1000 }))
  if (run === 'open') throw new Error('a run of an earlier test is open')
  return run
}
const last = (what = 'counting') => store.reading((reader) => findLastRun(reader, { analysis, version: 1, what }), { as: 'staff', fresh: 'primary' })
const until = async (ready: () => Promise<boolean>): Promise<void> => { for (let tries = 0; tries < 400 && !(await ready()); tries++) await pause(15) }

test('a run is given the record of its version, and its answer is kept', async () => {
  await ask({ to: 3 })
  expect(await work()).toBe(1)
  expect(await last()).toMatchObject({ state: 'done', done: 1000, result: { counted: 3, record: { mark: 7 } } })
  expect(await work()).toBe(0)
})
test('a run says how far it is, and ends when a person says stop; what was done before stays', async () => {
  const run = await ask({ to: 100_000 })
  const working = work()
  await until(async () => ((await last())?.done ?? 0) > 0)
  expect((await last())?.state).toBe('running')
  await store.writing((writer) => stopRun({ writer, now: now(), who }, { run }))
  await working
  expect(await last()).toMatchObject({ number: run, state: 'stopped', result: null })
  expect(await store.reading((reader) => findDoneRun(reader, { analysis, version: 1, what: 'counting' }))).toMatchObject({ result: { counted: 3 } })
}, 20_000)
test('a run that is cut off by a shutdown waits for the next worker', async () => {
  const run = await ask({ to: 100_000 })
  const closing = new AbortController()
  const working = work(closing.signal)
  await until(async () => (await last())?.state === 'running')
  closing.abort(new Error('closing'))
  await working
  expect(await last()).toMatchObject({ number: run, state: 'waiting' })
  await store.writing((writer) => stopRun({ writer, now: now(), who }, { run }))
}, 20_000)
test('a run of a process that is gone is taken over; one of a living process is left alone', async () => {
  const run = await ask({ to: 2 })
  await store.writing((writer) => claimRun(writer, { run, host: 'another machine', process: 1, now: now(), from: { host: null, process: null } }))
  expect(await work()).toBe(0)
  const later = () => new Date(now().getTime() + 300_000)
  expect(await workOnRuns(store, { threads, now: later, here: thisProcess, signal: new AbortController().signal })).toBe(1)
  expect(await last()).toMatchObject({ number: run, state: 'done' })
})
test('a thread that breaks, and work nobody knows, are failures with a reason', async () => {
  await ask({ to: 1, breaks: 'yes' })
  await ask({}, 'unheard')
  await work()
  expect(await last()).toMatchObject({ state: 'failed', problem: expect.stringContaining('on purpose') })
  expect(await last('unheard')).toMatchObject({ state: 'failed', problem: 'nobody works on index.unheard' })
})
