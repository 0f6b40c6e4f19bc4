// Indices on a real database with the figures of the starter pack.
import { expect, test } from 'vitest'
import type { Role } from '#kernel/who.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { workInThread } from '#store/long-work.ts'
import { endRun } from '#areas/evidence/analyses/write/runs.ts'
import { findFigure } from '#areas/evidence/figures/read.ts'
import { findAnalysis } from '#areas/evidence/analyses/read.ts'
import { indexThreads, prepareIndices } from './commands.ts'
import { findIndex, renewIndex } from './read.ts'
import { countWhole } from './rules/naming.ts'
import { changeIndex, makeIndex, pressOnIndex } from './write.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T10:00:00Z')
const who = { role: 'analyst' as Role, account: null, name: '', duties: new Set<string>() }
const act = <T>(what: (visit: { writer: Parameters<Parameters<typeof store.writing>[0]>[0]; now: Date; who: typeof who; language: 'bg' }) => Promise<T>): Promise<T> => store.writing((writer) => what({ writer, now, who, language: 'bg' }))
const open = (key: string) => store.reading((reader) => findIndex(reader, { key, who: 'everyone' }))
const made = await prepareIndices(store, now)

test('the prepared indices are there after the start, published, and are not made twice', async () => {
  expect(made).toBe(3)
  expect(await prepareIndices(store, now)).toBe(0)
  const districts = await open('districts')
  expect(districts?.index.shown.inputs.regions.length).toBe(28)
  expect(districts?.index.shown.result?.empty).toEqual(['innovation', 'digitalisation'])
  expect(districts && countWhole(districts.index.shown.record, districts.index.shown.result as never)).toBe(0)
  const regions = await open('planning-regions')
  expect(regions?.index.shown.inputs.regions.length).toBe(6)
  expect(regions?.index.shown.result?.nodes.map((node) => node.key)).toContain('innovation')
  const conditions = await open('conditions')
  expect(conditions?.index.shown.result?.nodes.find((node) => node.key === 'index')?.scores.filter((score) => score !== null).length).toBe(28)
  expect(conditions?.newer).toEqual([])
})
test('intervals come from a run in its thread, and the page has them afterwards', async () => {
  const waiting = await open('conditions')
  expect(waiting?.run).toMatchObject({ state: 'waiting', of: expect.any(Number) })
  const { record, inputs } = waiting?.index.shown ?? {}
  const told: number[] = []
  const result = await workInThread({ file: indexThreads['index.intervals'] ?? '', input: { record, inputs, parameters: {} }, signal: new AbortController().signal, onProgress: (done) => told.push(done) })
  expect(told.at(-1)).toBe(waiting?.run?.of)
  await store.writing((writer) => endRun(writer, { run: waiting?.run?.number ?? 0, now, end: { state: 'done', result, done: waiting?.run?.of ?? 0 } }))
  const found = await open('conditions')
  expect(found?.run).toMatchObject({ state: 'done' })
  expect(found?.intervals?.nodes[0]?.regions.length).toBe(28)
  expect(found?.intervals?.nodes[0]?.steadyPairs).toBeGreaterThan(0)
}, 60_000)
test('a changed framework is a version that waits: everyone sees the published one, with its figures as frozen', async () => {
  const before = await open('conditions')
  if (!before) throw new Error('no index')
  const { record } = before.index.shown
  const framework = { ...record, indicators: record.indicators.filter((leaf) => leaf.indicator !== 'ctx.gini') }
  const change = { key: 'conditions', from: 1, title: before.index.title, framework, why: 'без неравенството' }
  expect(await act((visit) => changeIndex(visit, change))).toMatchObject({ kind: 'see', notice: 'evidence_notice_index_saved' })
  expect((await open('conditions'))?.index.shown.version).toBe(1)
  const mine = await store.reading((reader) => findIndex(reader, { key: 'conditions', who: 'staff' }), { as: 'staff' })
  expect(mine?.index.shown).toMatchObject({ version: 2, why: 'без неравенството' })
  expect(mine?.index.shown.result?.keys).not.toContain('ctx.gini')
  expect(await act((visit) => changeIndex(visit, change))).toMatchObject({ kind: 'problems' })
  expect(await act((visit) => pressOnIndex(visit, { key: 'conditions', does: 'publish', version: 2, region: '' }))).toMatchObject({ notice: 'evidence_notice_analysis_published' })
  expect((await open('conditions'))?.index.shown.version).toBe(2)
})
test('newer figures change nothing until somebody accepts them; then they are a version that waits', async () => {
  const found = await open('planning-regions')
  if (!found) throw new Error('no index')
  const { record, inputs } = found.index.shown
  const older = { ...inputs, indicators: inputs.indicators.map((one, at) => (at === 0 ? { ...one, values: one.values.map((value) => (value === null ? null : value + 1)) } : one)) }
  const renewal = await store.reading((reader) => renewIndex(reader, record, older))
  expect(renewal.changes.changes.length).toBe(inputs.indicators[0]?.values.filter((value) => value !== null).length)
  expect(await act((visit) => pressOnIndex(visit, { key: 'planning-regions', does: 'accept', version: 1, region: '' }))).toMatchObject({ notice: 'evidence_notice_index_renewed' })
  expect((await open('planning-regions'))?.index.shown.version).toBe(1)
  expect(await act((visit) => pressOnIndex(visit, { key: 'planning-regions', does: 'accept', version: 1, region: '' }))).toMatchObject({ notice: 'evidence_notice_analysis_conflict' })
})
test('an index nobody can compute is saved as a draft and cannot be published; a word in the address is given once', async () => {
  const { framework } = { framework: (await open('districts'))?.index.shown.record }
  if (!framework) throw new Error('no framework')
  const index = { key: 'nothing-yet', title: { bg: 'Нищо още', en: 'Nothing yet' }, framework: { ...framework, indicators: framework.indicators.filter((leaf) => leaf.parent === 'digitalisation') }, why: '' }
  expect(await act((visit) => makeIndex(visit, index))).toMatchObject({ has: 'nothing' })
  expect(await act((visit) => makeIndex(visit, index))).toBe('taken')
  expect(await act((visit) => pressOnIndex(visit, { key: 'nothing-yet', does: 'publish', version: 1, region: '' }))).toMatchObject({ notice: 'evidence_notice_analysis_no_result' })
  expect(await store.reading((reader) => findAnalysis(reader, { key: 'nothing-yet' }))).toMatchObject({ state: 'draft' })
})

test('what an index says of a region is kept as a figure, with its interval and the version it is of', async () => {
  const before = await open('conditions')
  const version = before?.index.shown.version ?? 0
  const answer = await act((visit) => pressOnIndex(visit, { key: 'conditions', does: 'pin', version, region: 'BG344' }))
  expect(answer).toMatchObject({ kind: 'see', notice: 'evidence_notice_pinned' })
  const figure = await store.reading((reader) => findFigure(reader, { number: Number(/\d+$/.exec(answer.kind === 'see' ? answer.path : '')?.[0]), who: 'everyone' }))
  expect(figure?.pinned).toMatchObject({ method: { kind: 'analysis', analysis: 'index', version }, path: '/evidence/indices/conditions?region=BG344' })
  expect(figure?.pinned.values[0]).toMatchObject({ state: 'computed', region: { code: 'BG344' } })
  expect(await act((visit) => pressOnIndex(visit, { key: 'conditions', does: 'pin', version, region: 'XX' }))).toMatchObject({ kind: 'notFound' })
  const districts = await act((visit) => pressOnIndex(visit, { key: 'districts', does: 'pin', version: 1, region: 'BG344' }))
  const part = await store.reading((reader) => findFigure(reader, { number: Number(/\d+$/.exec(districts.kind === 'see' ? districts.path : '')?.[0]), who: 'everyone' }))
  expect(part?.pinned.values.some((value) => value.label?.bg.startsWith('ПИД'))).toBe(false)
})
