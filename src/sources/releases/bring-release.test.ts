// Against a server on this machine that answers as the sources do.
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { gunzipSync } from 'node:zlib'
import type { Behaviour } from '#test/fake-source.ts'
import { startFakeSource } from '#test/fake-source.ts'
import { openFetcher } from '../fetch-file.ts'
import { bringInventory, bringRelease } from './bring-release.ts'
import { isPassing } from './release-problems.ts'

const source = await startFakeSource()
afterAll(() => source.close())
beforeEach(() => { source.datasets.clear(); source.requests.length = 0; source.inventory = 'there' })
const tsv = 'freq,unit,geo\\TIME_PERIOD\t2023 \t2024 \nA,NR,BG344\t1 \t2 \n'
const patience = { firstMs: 5, longestMs: 20, inAllMs: 400 }
const fetcherNow = () => openFetcher({ client: 'Posoka/test (mail@region.example)', allow: [source.host], pace: { gapMs: 0, pauseMs: 1, longestPauseMs: 1, patienceMs: 10 }, limits: { idleMs: 300 } })
const bring = async (behaves: Behaviour): Promise<string> => {
  source.datasets.set('demo_x', { data: tsv, behaves, changed: '2026-11-24T23:00:00+0100' })
  const file = await bringRelease(fetcherNow(), { address: source.addressOf('demo_x'), patience })
  const chunks: Uint8Array[] = []
  for await (const chunk of file.bytes) chunks.push(chunk)
  return gunzipSync(Buffer.concat(chunks)).toString()
}
const problemOf = async (behaves: Behaviour) => bring(behaves).then(() => { throw new Error('it was brought') }, (problem: unknown) => problem)

describe('a dataset of the dissemination service', () => {
  test('comes packed although nothing says so', async () => {
    expect(await bring('plain')).toBe(tsv)
  })
  test('that is prepared later is asked for slowly, and taken once it is there', async () => {
    expect(await bring({ later: 3 })).toBe(tsv)
    expect(source.requests.filter((path) => path.includes('/async/status/'))).toHaveLength(3)
    expect(source.requests.at(-1)).toContain('/async/data/')
  })
  test('whose prepared answer expired, or is never ready, says so and may be asked for again', async () => {
    for (const behaves of ['expires', { later: 1_000 }] as const) {
      const problem = await problemOf(behaves)
      expect(problem).toMatchObject({ code: 'notReady' })
      expect(isPassing(problem as never)).toBe(true)
    }
  })
  test.each(['tooBig', 'asynchronousWarning'] as const)('that is too big to be cut out (%s) is taken whole from the inventory', async (behaves) => {
    expect(await bring(behaves)).toBe(tsv)
    expect(source.requests.map((path) => path.split('?')[0])).toEqual(['/eurostat/sdmx/2.1/data/demo_x', '/eurostat/files/inventory', '/eurostat/whole/demo_x.tsv.gz'])
  })
  test('that is too big and stands in no list is refused in words', async () => {
    source.inventory = 'gone'
    expect(await problemOf('tooBig')).toMatchObject({ code: 'tooBig' })
  })
  test.each([['webPage', 'webPage'], ['webPage503', 'webPage'], ['nothing', 'nothing'], ['unknownDimension', 'unknownDimension']] as const)('that answers with %s is told from data', async (behaves, code) => {
    expect(await problemOf(behaves)).toMatchObject({ code })
  })
  test('that nobody knows is called unknown, with the source’s own words', async () => {
    const problem = await bringRelease(fetcherNow(), { address: source.addressOf('none_such') }).catch((one: unknown) => one)
    expect(problem).toMatchObject({ code: 'unknownDataset', text: { en: expect.stringContaining('ERR_NOT_FOUND_4') } })
    expect(isPassing(problem as never)).toBe(false)
  })
  test('that is busy says when to come again', async () => {
    const problem = await problemOf({ busy: 5 }) as { again: number }
    expect(problem).toMatchObject({ code: 'webPage', status: 429 })
    expect(problem.again).toBeGreaterThan(Date.now())
    expect(isPassing(problem as never)).toBe(true)
  })
  test('that breaks off or falls silent is not taken for whole', async () => {
    expect(await problemOf('breaksOff')).toMatchObject({ code: 'cut' })
    expect(await problemOf('slow')).toMatchObject({ code: 'idle' })
  })
})

describe('a dataset of the institute', () => {
  test('comes as it is; its errors are pages with status 200', async () => {
    source.datasets.set('nsi-629', { data: 'RevisionColumn,NUTS,ValueColumn\r\nr_1,BG344,1' })
    const file = await bringRelease(fetcherNow(), { address: source.instituteAddressOf('629') })
    expect(file.fileName).toBe('data_629.csv')
    await expect(bringRelease(fetcherNow(), { address: source.instituteAddressOf('1') })).rejects.toMatchObject({ code: 'webPage' })
  })
})

describe('the list of datasets', () => {
  const ask = () => ({ address: source.addressOf('demo_x'), codes: new Set(['demo_x']) })
  test('tells when a dataset was last changed, whatever the order of its columns', async () => {
    source.datasets.set('other', { data: tsv, changed: '2020-01-01T11:00:00+0100' }).set('demo_x', { data: tsv, changed: '2026-11-24T23:00:00+0100' })
    expect((await bringInventory(fetcherNow(), ask())).get('demo_x')).toEqual({ changed: '2026-11-24T23:00:00+0100', file: `http://${source.host}/eurostat/whole/demo_x.tsv.gz` })
  })
  test('is read from the table of contents where there is no inventory', async () => {
    source.inventory = 'gone'
    source.datasets.set('demo_x', { data: tsv, changed: '2026-11-24T23:00:00+0100' })
    expect((await bringInventory(fetcherNow(), ask())).get('demo_x')).toEqual({ changed: '24.11.2026', file: null })
  })
  test('that is a web page is no empty list', async () => {
    source.inventory = 'webPage'
    await expect(bringInventory(fetcherNow(), ask())).rejects.toMatchObject({ code: 'webPage' })
  })
})
