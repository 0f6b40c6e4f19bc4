// Runs over many datasets, against a server on this machine that answers as the sources do.
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import type { Standing } from '#store/this-process.ts'
import { openFetcher } from '#sources/fetch-file.ts'
import { testStore } from '#test/database.ts'
import { startFakeSource } from '#test/fake-source.ts'
import { defineTestDataset, tsv } from '#test/small-files.ts'
import { starter } from '#test/starter.ts'
import { findDataset, listDatasets } from '../read.ts'
import { findLastRun, listSourceChecks } from '../read/source-checks.ts'
import { noCheckBook } from '../rules/check-cross.ts'
import type { RunKind } from '../rules/source-checks.ts'
import { listMissing } from '../rules/source-checks.ts'
import { askToStop, openRun } from '../write/source-checks.ts'
import type { RunWork } from './work-run.ts'
import { workOnRun } from './work-run.ts'

const store = await testStore({ seed: starter })
const source = await startFakeSource()
afterAll(() => source.close())
beforeEach(() => { source.requests.length = 0; source.inventory = 'there' })

const here: Standing = { host: 'here', process: 1, isAlive: (process) => process === 1 }
let time = Date.parse('2026-11-25T02:40:00Z')
const now = () => new Date(time += 1000)
const codes = ['live_a', 'live_b', 'live_c', 'live_d'] as const
for (const code of codes) {
  await defineTestDataset(store, { code })
  await store.writing((writer) => rows(writer, sql`update evidence.dataset set download = ${source.addressOf(code)} where code = ${code}`))
}
const offer = (code: string, more: { cells?: string; changed?: string; behaves?: never } | { cells?: string; changed?: string; behaves?: Parameters<typeof source.datasets.set>[1]['behaves'] } = {}) =>
  source.datasets.set(code, { data: tsv({ BG344: more.cells ?? '10 20 30' }), changed: more.changed ?? '2026-11-20T11:00:00+0100', ...(more.behaves ? { behaves: more.behaves } : {}) })
const work = (more: Partial<RunWork> = {}) => workOnRun(store, {
  fetcher: openFetcher({ client: 'Posoka/test (mail@region.example)', allow: [source.host], pace: { gapMs: 0, pauseMs: 1, longestPauseMs: 50, patienceMs: 200 }, limits: { idleMs: 500 } }),
  book: noCheckBook, now, here, signal: new AbortController().signal, retry: { tries: 2, firstMs: 5, longestMs: 3_000 }, patience: { firstMs: 5, longestMs: 10, inAllMs: 500 }, ...more,
})
const ask = (kind: RunKind, datasets: readonly string[]) => store.writing((writer) => openRun(writer, { kind, datasets, askedBy: 'command', account: null, now: now() }))
const found = async () => Object.fromEntries(((await store.reading(findLastRun))?.items ?? []).map((item) => [item.dataset, item.check?.result ?? item.state]))

describe('datasets without figures', () => {
  test('are those an indicator waits for and a machine can bring', async () => {
    const missing = listMissing(await store.reading(listDatasets, { as: 'staff' })).map((row) => row.dataset.code)
    expect(missing).toEqual(expect.arrayContaining([...codes]))
    expect(missing).not.toContain('bd_size_r3')
    expect(missing).not.toContain('az-longterm')
  })
  test('fill themselves in one run; each look says what it found, a failure keeps nobody else from theirs', async () => {
    offer('live_a')
    offer('live_b', { behaves: { later: 2 } })
    offer('live_c', { behaves: 'webPage' })
    offer('live_d', { behaves: { busy: 1 } })
    await ask('missing', codes)
    expect(await work()).toBe('done')
    expect(await found()).toEqual({ live_a: 'new', live_b: 'new', live_c: 'failed', live_d: 'new' })
    expect(await store.reading(findLastRun)).toMatchObject({ state: 'done', endedAt: expect.any(Date) })
    const page = await store.reading((reader) => findDataset(reader, { code: 'live_c' }))
    expect(page?.current).toBeNull()
    expect(page?.dataset.lastProblem?.bg).toContain('уеб страница')
    expect((await store.reading((reader) => findDataset(reader, { code: 'live_a' })))?.current).toMatchObject({ origin: 'fetch', seriesKept: 1 })
  })
  test('a source that says when to come again is waited for, not asked before', async () => {
    expect(source.requests).toEqual([])
    offer('live_c', { behaves: { busy: 1 } })
    await ask('missing', ['live_c'])
    const begun = Date.now()
    expect(await work()).toBe('done')
    expect(await found()).toEqual({ live_c: 'new' })
    expect(Date.now() - begun).toBeGreaterThan(500)
    expect(source.requests).toHaveLength(2)
  })
})

test('a source that fails three datasets in a row is left alone for the rest of the run', async () => {
  for (const code of codes) offer(code, { behaves: 'webPage', changed: '2027-01-01' })
  await ask('news', codes)
  await work()
  expect(await found()).toEqual({ live_a: 'failed', live_b: 'failed', live_c: 'failed', live_d: 'failed' })
  expect(source.requests.filter((path) => path.includes('/data/live_d'))).toEqual([])
  expect(source.requests.filter((path) => path.includes('/data/live_c'))).toHaveLength(2)
})

test('a fetched file whose regions are of no single NUTS version waits for a person, read by the closest one', async () => {
  await defineTestDataset(store, { code: 'live_e' })
  await store.writing((writer) => rows(writer, sql`update evidence.dataset set download = ${source.addressOf('live_e')} where code = 'live_e'`))
  source.datasets.set('live_e', { data: tsv({ BG344: '1', BE221: '2', BE224: '3' }) })
  await ask('missing', ['live_e'])
  await work()
  expect(await found()).toEqual({ live_e: 'held' })
  expect(source.requests.filter((path) => path.includes('/data/live_e'))).toHaveLength(1)
  await ask('missing', ['live_e'])
  await work()
  expect(await found()).toEqual({ live_e: 'held' })
})

describe('news', () => {
  test('are asked of the source’s list once, and what did not change is not fetched', async () => {
    for (const code of codes) offer(code)
    await ask('news', codes)
    await work()
    source.requests.length = 0
    await ask('news', codes)
    await work()
    expect(await found()).toEqual({ live_a: 'nothingNew', live_b: 'nothingNew', live_c: 'nothingNew', live_d: 'nothingNew' })
    expect(source.requests).toEqual(['/eurostat/files/inventory?type=data&lang=en'])
  })
  test('a dataset that changed is fetched alone, and its look keeps the source’s mark', async () => {
    offer('live_b', { changed: '2026-11-25T11:00:00+0100', cells: '10 20 31' })
    await ask('news', codes)
    await work()
    expect(await found()).toMatchObject({ live_a: 'nothingNew', live_b: expect.stringMatching(/new|held/) })
    expect(source.requests.filter((path) => path.includes('/data/'))).toHaveLength(1)
    expect((await store.reading((reader) => listSourceChecks(reader, { dataset: 'live_b' })))[0]).toMatchObject({ stamp: '2026-11-25T11:00:00+0100', askedBy: 'command' })
  })
  test('a list that is a web page is a failure of the look, never „nothing new“', async () => {
    source.inventory = 'webPage'
    await ask('news', ['live_a'])
    await work()
    expect(await found()).toEqual({ live_a: 'failed' })
  })
  test('a file in place of which a page or an empty table comes leaves the figures as they were', async () => {
    const before = (await store.reading((reader) => findDataset(reader, { code: 'live_a' })))?.current?.number
    source.datasets.set('live_a', { data: 'freq,unit,sex,geo\\TIME_PERIOD\t2020 \n', changed: '2026-11-26T11:00:00+0100' })
    await ask('news', ['live_a'])
    await work()
    expect(await found()).toEqual({ live_a: 'refused' })
    expect((await store.reading((reader) => findDataset(reader, { code: 'live_a' })))?.current?.number).toBe(before)
    offer('live_a', { changed: '2026-11-27T11:00:00+0100', behaves: 'nothing' })
    await ask('news', ['live_a'])
    await work()
    expect(await found()).toEqual({ live_a: 'failed' })
    expect((await store.reading((reader) => findDataset(reader, { code: 'live_a' })))?.dataset.lastProblem?.en).toContain('holds no value')
  })
})

describe('a run', () => {
  test('is one at a time, and one worker’s', async () => {
    offer('live_a', { changed: '2026-12-01' })
    expect(await ask('news', codes)).toEqual(expect.any(Number))
    expect(await ask('missing', ['live_b'])).toBe('open')
    // The second one comes while the first is at its first dataset.
    let second: Promise<string> | undefined
    const first = await work({ onItem: () => { second ??= work({ here: { ...here, process: 2, isAlive: () => true } }) } })
    expect([first, await second]).toEqual(['done', 'elsewhere'])
  })
  test('whose worker was killed is taken over where it was: what is done is not fetched again', async () => {
    for (const code of codes) offer(code, { changed: '2026-12-02' })
    await ask('news', codes)
    await store.writing((writer) => rows(writer, sql`update evidence.fetch_run set state = 'running', host = 'here', process = 99, seen_at = now() where state = 'waiting'`))
    await store.writing((writer) => rows(writer, sql`update evidence.fetch_item set state = 'done' where dataset = 'live_a' and run = (select max(number) from evidence.fetch_run)`))
    await store.writing((writer) => rows(writer, sql`update evidence.fetch_item set state = 'running' where dataset = 'live_b' and run = (select max(number) from evidence.fetch_run)`))
    expect(await work()).toBe('done')
    expect(source.requests.filter((path) => path.includes('/data/live_a'))).toEqual([])
    expect(source.requests.filter((path) => path.includes('/data/live_b'))).toHaveLength(1)
  })
  test('that is shut down with the product is given back and goes on later', async () => {
    for (const code of codes) offer(code, { changed: '2026-12-03' })
    await ask('news', codes)
    const closing = new AbortController()
    expect(await work({ signal: closing.signal, onItem: ({ check }) => { if (check) closing.abort() } })).toBe('interrupted')
    expect(await store.reading(findLastRun)).toMatchObject({ state: 'waiting' })
    expect(await work()).toBe('done')
    expect(source.requests.filter((path) => path.includes('/data/live_a'))).toHaveLength(1)
  })
  test('stops when a person says so, also in the middle of a file; what was done stays', async () => {
    offer('live_a', { changed: '2026-12-04' })
    offer('live_b', { changed: '2026-12-04', behaves: { later: 10_000 } })
    await ask('news', ['live_a', 'live_b', 'live_c'])
    const going = work({ patience: { firstMs: 20, longestMs: 20, inAllMs: 60_000 } })
    await expect.poll(async () => (await found()).live_b, { timeout: 5_000 }).toBe('waiting').catch(() => {})
    await expect.poll(() => source.requests.some((path) => path.includes('/async/status/')), { timeout: 5_000 }).toBe(true)
    await store.writing((writer) => askToStop(writer, { account: null, now: now() }))
    expect(await going).toBe('stopped')
    expect(await store.reading(findLastRun)).toMatchObject({ state: 'stopped', stopAsked: true })
    expect((await found()).live_c).toBe('waiting')
  })
  test('without one under way there is nothing to work on or to stop', async () => {
    expect(await work()).toBe('none')
    expect(await store.writing((writer) => askToStop(writer, { account: null, now: now() }))).toBe('none')
  })
})
