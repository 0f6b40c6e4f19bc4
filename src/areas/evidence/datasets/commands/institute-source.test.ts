// The institute's way: a data file in ASCII, its code lists beside it in windows-1251, errors as pages with status 200, no list
// of what changed. Against a server on this machine.
import { afterAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import { openFetcher } from '#sources/fetch-file.ts'
import { testStore } from '#test/database.ts'
import { startFakeSource } from '#test/fake-source.ts'
import { starter } from '#test/starter.ts'
import { findDataset, findDatasetByCode, findVintage } from '../read.ts'
import { noCheckBook } from '../rules/check-cross.ts'
import type { Dataset } from '../rules.ts'
import { takeInDatasets, wantSelections } from '../write.ts'
import { bringDataset, foundBy } from './bring-dataset.ts'

const store = await testStore({ seed: starter })
const source = await startFakeSource()
afterAll(() => source.close())
const code = 'nsi-9901'
const both = (text: string) => ({ bg: text, en: text })
await store.writing(async (writer) => {
  await takeInDatasets(writer, [{
    code, source: 'nsi', title: both('Опит'), doi: null, licence: { id: 'x', name: both('x'), address: 'https://example.org' }, address: 'https://example.org', download: source.instituteAddressOf('9901'),
    regionDimension: 'NUTS', regionCodes: 'nuts', frequency: 'A', dimensions: [], note: null,
  }])
  await wantSelections(writer, [{ key: 'nsi-9901.total', dataset: code, filter: { unit: ['num'], GenderID: ['0'] }, unit: { id: 'persons', scale: 1, currency: null, percent: false }, limits: { adds: 'no', whole: 'yes', low: 0, high: null } }])
})
const windows1251 = (text: string): Uint8Array => Uint8Array.from([...text].map((letter) => (letter >= 'А' && letter <= 'я' ? letter.charCodeAt(0) - 0x410 + 0xc0 : letter.charCodeAt(0))))
const lists = (genders: readonly string[]): Uint8Array => windows1251(['Code list,Code,Name of Code list or Code in Bulgarian,Name of Code list or Code in English',
  '"NUTS","","Области","Districts"', '"NUTS","BG344","Стара Загора","Stara Zagora"', '"Units","","Мерки","Units"', '"Units","num","Брой","Number"',
  '"GenderID","","Пол","Sex"', ...genders.map((gender) => `"GenderID","${gender}","Общо","Total"`)].join('\r\n'))
/** One row per sex; what the revision is called makes another file of the same figures. */
const data = (genders: readonly string[], revision: string): string =>
  ['RevisionColumn,periods,NUTS,GenderID,Units,ValueColumn', ...genders.map((gender) => `"${revision}","2024","BG344","${gender}","num","11"`)].join('\r\n')
const known = ['0', '1', '2', '3', '4', '5']
const dataset = await store.reading((reader) => findDatasetByCode(reader, code)) as Dataset
const bring = () => bringDataset(store, {
  dataset, book: noCheckBook, now: () => new Date('2026-11-25T02:40:00Z'), retry: { tries: 1, firstMs: 0, longestMs: 0 },
  fetcher: openFetcher({ client: 'Posoka/test (mail@region.example)', allow: [source.host], pace: { gapMs: 0, pauseMs: 1, longestPauseMs: 1, patienceMs: 10 } }),
}).then(foundBy)

test('a file comes with its lists in windows-1251, and becomes current', async () => {
  source.datasets.set(code, { data: data(known, 'r_1'), codelists: lists(known) })
  expect(await bring()).toMatchObject({ result: 'new' })
  expect(source.requests).toEqual(['/opendata/getcodelists.php?l=bg&id=9901', '/opendata/getopendata.php?l=bg&id=9901'])
})
test('the same file again is nothing new', async () => {
  expect(await bring()).toMatchObject({ result: 'nothingNew' })
})
test('a page with status 200 is a failure that is remembered; the figures stay', async () => {
  source.datasets.set(code, { data: '', behaves: 'webPage' })
  expect(await bring()).toMatchObject({ result: 'failed', problem: { en: expect.stringContaining('web page') } })
  const found = await store.reading((reader) => findDataset(reader, { code }))
  expect(found?.dataset.lastProblem?.en).toContain('web page')
  expect(found?.current).not.toBeNull()
})
test('a code that the source’s own list does not explain waits for a person', async () => {
  source.datasets.set(code, { data: data([...known, '7'], 'r_2'), codelists: lists(known) })
  const found = await bring()
  expect(found).toMatchObject({ result: 'held', vintage: expect.any(Number) })
  const page = await store.reading((reader) => findVintage(reader, { code, number: found.vintage ?? 0 }))
  expect(page?.remarks.map((remark) => remark.says)).toContain('codesUnlisted')
})
test('lists that do not come are no reason to leave the figures', async () => {
  await store.writing((writer) => rows(writer, sql`update evidence.vintage set state = 'refused' where dataset = ${code} and state = 'held'`))
  source.datasets.set(code, { data: data(known, 'r_3'), codelists: new Uint8Array(0) })
  expect(await bring()).toMatchObject({ result: 'new' })
})
