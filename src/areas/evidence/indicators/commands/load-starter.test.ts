// The first start and the next: whole or not at all, and nothing twice.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { oneRow } from '#store/ask.ts'
import { findCheckout } from '#store/checkout.ts'
import { testStore } from '#test/database.ts'
import { findDataset, findVintage, listDatasets } from '#areas/evidence/datasets/read.ts'
import { findIndicatorPage } from '../read.ts'
import { prepareEvidence } from './first-start.ts'
import { loadStarter } from './load-starter.ts'

const store = await testStore()
const checkout = findCheckout()
const now = new Date('2026-11-25T10:00:00Z')
const copy = mkdtempSync(join(tmpdir(), 'posoka-pack-'))
afterAll(() => rmSync(copy, { recursive: true, force: true }))
cpSync(join(checkout, 'packs', 'BG344'), join(copy, 'pack'), { recursive: true })
cpSync(join(checkout, 'catalogue'), join(copy, 'catalogue'), { recursive: true })
const load = () => loadStarter(store, { checkout: copy, packFolder: join(copy, 'pack'), now })
const counts = () => store.reading((reader) => oneRow(reader, sql<{ series: number; regions: number; vintages: number; indicators: number }>`
  select (select count(*) from evidence.series) as series, (select count(*) from evidence.region) as regions, (select count(*) from evidence.vintage) as vintages, (select count(*) from evidence.indicator) as indicators`))

describe('the starter pack', () => {
  test('a broken file stops the load with its name and line, and nothing of the pack is in', async () => {
    const file = join(copy, 'pack', 'series', 'nsi-1011.2026-02.csv')
    const good = readFileSync(file, 'utf8')
    writeFileSync(file, good.replace('ctx.unemp,BG311,2024,2003,1,20 ', 'ctx.unemp,BG311,2024,2003,1,2,0 '))
    await expect(load()).rejects.toThrow(/nsi-1011\.2026-02\.csv, line \d+/)
    expect(await counts()).toEqual({ series: 0, regions: 0, vintages: 0, indicators: 0 })
    writeFileSync(file, good)
  })
  test('goes in whole: every dataset with its vintage, date and the hash of its original', async () => {
    const answer = await load()
    expect(answer).toMatchObject({ kind: 'pack', region: 'BG344' })
    if (answer.kind !== 'pack') return
    expect(await counts()).toMatchObject({ series: answer.series, vintages: answer.datasets, indicators: answer.indicators })
    for (const { current } of (await store.reading(listDatasets)).filter((row) => row.current !== null)) {
      expect(current).toMatchObject({ origin: 'pack', state: 'current' })
      expect(current?.originalSha256, current?.dataset).toMatch(/^[0-9a-f]{64}$/)
      expect(current?.seriesKept, current?.dataset).toBeGreaterThan(0)
    }
  })
  test('passes its own checks at home: no sum that does not add up, no unit that conflicts', async () => {
    for (const { dataset, current } of (await store.reading(listDatasets)).filter((row) => row.current !== null)) {
      const page = await store.reading((reader) => findVintage(reader, { code: dataset.code, number: current?.number ?? 0 }))
      const wrong = page?.remarks.filter((remark) => (remark.result === 'stop' || remark.result === 'hold') && remark.check !== 'bounds')
      expect(wrong, dataset.code).toEqual([])
    }
  })
  test('is left alone at the next start', async () => {
    const before = await counts()
    expect(await load()).toEqual({ kind: 'nothing' })
    expect(await prepareEvidence(store, { checkout: copy, packFolder: join(copy, 'pack'), now })).toBeNull()
    expect(await counts()).toEqual(before)
  })
  test('a changed catalogue is taken in, the figures stay', async () => {
    const file = join(copy, 'catalogue', 'indicators', 'economy.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"bg": "БВП на човек от населението"', '"bg": "БВП на един жител"'))
    const before = await counts()
    expect(await load()).toEqual({ kind: 'catalogue', indicators: 1 })
    expect(await counts()).toEqual(before)
    expect((await store.reading((reader) => findIndicatorPage(reader, { key: 'ctx.gdp', now })))?.indicator).toMatchObject({ name: { bg: 'БВП на един жител' }, version: 2 })
  })
  test('a newer pack brings a new vintage and keeps the old one', async () => {
    const file = join(copy, 'pack', 'series', 'nsi-1011.2026-02.csv')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"vintage":"2026-02"', '"vintage":"2026-08"'))
    expect(await load()).toMatchObject({ kind: 'pack', datasets: 1 })
    const found = await store.reading((reader) => findDataset(reader, { code: 'nsi-1011' }))
    expect(found?.vintages.map((vintage) => [vintage.asOf, vintage.state])).toEqual([['2026-08', 'current'], ['2026-02', 'superseded']])
  })
  test('of another region is refused: one installation is one region', async () => {
    const other = join(copy, 'other')
    cpSync(join(copy, 'pack'), other, { recursive: true })
    const home = JSON.parse(readFileSync(join(other, 'region.json'), 'utf8'))
    writeFileSync(join(other, 'region.json'), JSON.stringify({ ...home, code: 'BG341' }))
    const before = await counts()
    await expect(loadStarter(store, { checkout: copy, packFolder: other, now })).rejects.toMatchObject({ code: 'setting', what: { en: expect.stringContaining('region BG344, and the pack to serve is that of BG341') } })
    expect(await counts()).toEqual(before)
  })
  test('with notes about an indicator that is not there stops with its name', async () => {
    const other = join(copy, 'slip')
    cpSync(join(copy, 'pack'), other, { recursive: true })
    writeFileSync(join(other, 'notes.json'), JSON.stringify({ indicators: { 'ctx.typo': { more: { bg: 'а', en: 'a' } } } }))
    await expect(loadStarter(store, { checkout: copy, packFolder: other, now })).rejects.toThrow('the catalogue has no indicator ctx.typo')
  })
})
