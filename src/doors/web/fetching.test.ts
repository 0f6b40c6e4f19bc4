// The button that fills what is missing: pressed on the page, worked on by the clock, followed and stopped on the same page, and
// told on the page of each dataset. Against a server on this machine; a browser without scripts.
import { afterAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import { openFetcher } from '#sources/fetch-file.ts'
import { testStore } from '#test/database.ts'
import { startFakeSource } from '#test/fake-source.ts'
import { defineTestDataset, tsv } from '#test/small-files.ts'
import { starter } from '#test/starter.ts'
import { makeFetchJob, makeNewsJob } from '#areas/evidence/datasets/commands/clock-jobs.ts'
import { pages as datasetPages } from '#areas/evidence/datasets/pages.ts'
import { openAccount } from '#areas/people/accounts/write.ts'
import { visitor } from '#kernel/who.ts'
import { listActs } from '#store/audit.ts'
import { startClock } from '../clock/clock.ts'
import { testApp } from './test-app.ts'
import { postForm } from './test-forms.ts'

const store = await testStore({ seed: starter })
const source = await startFakeSource()
afterAll(() => source.close())
await store.writing((writer) => rows(writer, sql`update evidence.dataset set download = null`))
for (const code of ['one_live', 'two_live']) {
  await defineTestDataset(store, { code })
  await store.writing((writer) => rows(writer, sql`update evidence.dataset set download = ${source.addressOf(code)} where code = ${code}`))
  source.datasets.set(code, { data: tsv({ BG344: '10 20' }), changed: '2026-11-24T23:00:00+0100' })
}
const { app, signedInAs } = testApp(store, {
  open: (to, person) => to.writing(async (writer) => {
    const opened = await openAccount({ who: visitor, writer, now: new Date() }, { ...person, language: 'bg' })
    if (!opened.ok) throw new Error(opened.problem.text.en)
    return opened.value
  }),
  more: () => [...datasetPages],
})
const { cookie } = await signedInAs('analyst')
const textOf = async (path: string, as = cookie): Promise<string> => (await (await app.request(path, { headers: { cookie: as } })).text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const press = (what: string, as = cookie) => postForm(app, '/bg/evidence/fetching', { what }, { cookie: as })
const fetcher = openFetcher({ client: 'Posoka/test (mail@region.example)', allow: [source.host], pace: { gapMs: 0, pauseMs: 1, longestPauseMs: 1, patienceMs: 10 } })
const post = { deliver: async () => ({ state: 'kept' as const, result: 'x' }), forget: async () => {}, close: () => {} }

test('only those who import may see or press it', async () => {
  expect((await app.request('/bg/evidence/fetching')).status).not.toBe(200)
  const { cookie: trainer } = await signedInAs('trainer')
  expect((await app.request('/bg/evidence/fetching', { headers: { cookie: trainer } })).status).toBe(403)
})
test('a press begins the run and leads back; a second press begins no other', async () => {
  expect(await textOf('/bg/evidence/fetching')).toContain('2 набора още нямат стойности')
  const answer = await press('missing')
  expect([answer.status, answer.headers.get('location')?.replace(/\?.*/, '')]).toEqual([303, '/bg/evidence/fetching'])
  expect(await textOf('/bg/evidence/fetching')).toContain('0 от 2')
  await press('news')
  const [count] = await store.reading((reader) => rows(reader, sql<{ runs: number }>`select count(*)::int as runs from evidence.fetch_run`), { as: 'staff' })
  expect(count?.runs).toBe(1)
})
test('the clock does it, and each page tells what was found', async () => {
  const clock = await startClock({ store, post, asked: [{ name: 'evidence.fetch', run: makeFetchJob(fetcher) }] })
  try {
    await expect.poll(() => textOf('/bg/evidence/fetching'), { timeout: 15_000, interval: 200 }).toContain('завърши')
  } finally {
    await clock.stop()
  }
  expect(await textOf('/bg/evidence/datasets/one_live')).toMatch(/Проверки при източника ново · \d\d\.\d\d\.\d{4} г\., \d\d:\d\d ч\.: Внесено е ново издание/)
  expect(await textOf('/bg/evidence/fetching')).toContain('Всеки набор, който може да се изтегли, вече има стойности')
  expect((await store.reading((reader) => listActs(reader, { act: 'evidence.fetch.ask', limit: 5 }), { as: 'staff' })).length).toBe(1)
})
test('the daily look finds nothing new and says when it looked', async () => {
  await makeNewsJob(fetcher)(store, new Date('2026-11-26T02:40:00Z'), new AbortController().signal)
  expect(await textOf('/en/evidence/datasets/two_live')).toMatch(/unchanged · .*: Nothing new\./)
  await makeNewsJob(fetcher)(store, new Date('2026-11-27T02:40:00Z'), new AbortController().signal)
  expect(await textOf('/en/evidence/datasets/two_live')).toContain('2 earlier looks')
})
test('a run that nobody works on yet is stopped at once', async () => {
  await press('news')
  expect((await press('stop')).status).toBe(303)
  expect(await textOf('/bg/evidence/fetching')).not.toContain('Изтеглят се')
  expect((await press('nonsense')).status).toBe(400)
})
