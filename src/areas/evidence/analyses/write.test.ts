// Analyses on a real database: versions are only added, everyone sees what was published, and a run can be stopped.
import { expect, test } from 'vitest'
import { findThing } from '#store/thread.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { findAnalysis, findAnalysisPage, findLastRun, listAnalyses, listNewerVintages, listOpenRuns, listVersions } from './read.ts'
import { freezeInputs } from './read/freeze.ts'
import { publishAnalysis, saveAnalysis, saveVersion, withdrawAnalysis } from './write.ts'
import { askRun, claimRun, endRun, noteRun, stopRun } from './write/runs.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T10:00:00Z')
const who = { account: null }
const act = <T>(what: (at: { writer: Parameters<Parameters<typeof store.writing>[0]>[0]; now: Date; who: typeof who }) => Promise<T>): Promise<T> => store.writing((writer) => what({ writer, now, who }))
const staff = <T>(ask: Parameters<typeof store.reading<T>>[0]): Promise<T> => store.reading(ask, { as: 'staff' })
const title = { bg: 'Пробен анализ', en: 'A trial' }
const frozen = await store.reading((reader) => freezeInputs(reader, { keys: ['ctx.unemp', 'ent.stock', 'no.such'], regions: ['BG341', 'BG344', 'XX'] }))
const words = { title, record: { steps: ['one'] }, inputs: frozen.inputs, vintages: frozen.vintages, result: { score: 1 }, note: { bg: 'Как', en: 'How' }, why: '' }

test('frozen figures have one period for each indicator, the vintages they are of, and name what nobody knows', () => {
  expect(frozen.unknown).toEqual(['no.such', 'XX'])
  expect(frozen.inputs.regions.map((region) => region.code)).toEqual(['BG341', 'BG344'])
  const [one] = frozen.inputs.indicators
  expect(one?.values).toHaveLength(2)
  expect(one?.period).toMatch(/^\d{4}$/)
  expect(frozen.vintages.length).toBeGreaterThan(0)
  for (const vintage of frozen.vintages) expect(vintage.source).not.toBe('')
})
test('a draft is seen by colleagues only; what was published stays on screen while a newer version waits', async () => {
  const saved = await act((at) => saveAnalysis(at, { kind: 'benchmark', key: null, ...words }))
  expect(await store.reading((reader) => findAnalysisPage(reader, { number: saved.number, who: 'everyone' }))).toBeUndefined()
  expect((await store.reading((reader) => listAnalyses(reader, { who: 'everyone' }))).map((one) => one.number)).not.toContain(saved.number)
  expect(await act((at) => publishAnalysis(at, { number: saved.number, version: 1 }))).toBe('published')
  expect((await staff((reader) => findThing(reader, saved.id)))?.path).toBe(`/evidence/analyses/${saved.number}`)
  await act((at) => saveVersion(at, { ...words, number: saved.number, from: 1, result: { score: 2 }, why: 'нова мярка' }))
  const open = await store.reading((reader) => findAnalysisPage(reader, { number: saved.number, who: 'everyone' }))
  expect(open?.shown).toMatchObject({ version: 1, result: { score: 1 } })
  expect((await staff((reader) => findAnalysisPage(reader, { number: saved.number, who: 'staff' })))?.shown).toMatchObject({ version: 2, result: { score: 2 }, why: 'нова мярка' })
  expect(await store.reading((reader) => findAnalysisPage(reader, { number: saved.number, version: 2, who: 'everyone' }))).toBeUndefined()
  expect((await staff((reader) => listVersions(reader, saved))).map((line) => line.version)).toEqual([2, 1])
  await act((at) => withdrawAnalysis(at, { number: saved.number, why: 'грешка' }))
  expect(await store.reading((reader) => findAnalysisPage(reader, { number: saved.number, who: 'everyone' }))).toBeUndefined()
})
test('two who save from the same version are told apart, and one without a result is not published', async () => {
  const saved = await act((at) => saveAnalysis(at, { kind: 'index', key: 'trial', path: '/evidence/indices/trial', ...words, result: null }))
  expect(await act((at) => publishAnalysis(at, { number: saved.number, version: 1 }))).toBe('noResult')
  expect(await act((at) => saveVersion(at, { ...words, number: saved.number, from: 1 }))).toMatchObject({ version: 2 })
  expect(await act((at) => saveVersion(at, { ...words, number: saved.number, from: 1 }))).toBe('conflict')
  expect((await staff((reader) => findAnalysis(reader, { key: 'trial' })))?.version).toBe(2)
})
test('an analysis on the newest figures has no newer ones; one on an earlier vintage names the dataset', async () => {
  expect(await store.reading((reader) => listNewerVintages(reader, { vintages: frozen.vintages }))).toEqual([])
  const earlier = frozen.vintages.map((vintage, at) => (at === 0 ? { ...vintage, number: 0 } : vintage))
  expect((await store.reading((reader) => listNewerVintages(reader, { vintages: earlier }))).map((one) => one.dataset)).toEqual([frozen.vintages[0]?.dataset])
})
test('the same work on a version is asked for once; a waiting run stops at once, a running one when its worker looks', async () => {
  const saved = await act((at) => saveAnalysis(at, { kind: 'index', key: null, ...words }))
  const run = await act((at) => askRun(at, { analysis: saved, version: 1, what: 'intervals', parameters: { seed: 1 }, of: 1000 })) as number
  expect(await act((at) => askRun(at, { analysis: saved, version: 1, what: 'intervals', parameters: { seed: 2 }, of: 1000 }))).toBe('open')
  expect((await staff(listOpenRuns)).map((one) => one.number)).toEqual([run])
  const claim = { run, host: 'a', process: 1, now, from: { host: null, process: null } }
  expect(await store.writing((writer) => claimRun(writer, claim))).toBe(true)
  expect(await store.writing((writer) => claimRun(writer, { ...claim, process: 2 }))).toBe(false)
  await store.writing((writer) => noteRun(writer, { run, done: 400, now }))
  expect(await act((at) => stopRun(at, { run }))).toBe('stopped')
  expect(await staff((reader) => findLastRun(reader, { analysis: saved, version: 1, what: 'intervals' }))).toMatchObject({ state: 'running', done: 400, of: 1000, stopAsked: true })
  await store.writing((writer) => endRun(writer, { run, now, end: { state: 'stopped' } }))
  expect(await act((at) => stopRun(at, { run }))).toBe('none')
  const second = await act((at) => askRun(at, { analysis: saved, version: 1, what: 'intervals', parameters: {}, of: 10 })) as number
  await act((at) => stopRun(at, { run: second }))
  expect(await staff((reader) => findLastRun(reader, { analysis: saved, version: 1, what: 'intervals' }))).toMatchObject({ number: second, state: 'stopped' })
})
