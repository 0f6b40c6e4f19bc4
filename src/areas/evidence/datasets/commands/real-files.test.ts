// The files of the sources as they were received, where they lie beside the checkout: totals, sums, signs, checks.
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findCheckout } from '#store/checkout.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { findSeries } from '#areas/evidence/indicators/read.ts'
import { cellAt } from '#areas/evidence/indicators/rules/series.ts'
import type { Period } from '#kernel/period.ts'
import { findVintage } from '../read.ts'
import type { ImportEnd } from '../rules/import-words.ts'
import type { Remark } from '../rules.ts'
import { decideVintage } from '../write.ts'
import { readCheckBook } from './check-book.ts'
import type { ImportAsk } from './import-ask.ts'
import { importFile } from './import-file.ts'

const data = join(findCheckout(), '..', 'shared', 'data')
const isThere = existsSync(data)
if (!isThere) console.log('skipped: no ../shared/data')
const store = await testStore({ seed: starter })
const now = () => new Date('2026-11-25T09:00:00Z')
const take = async (file: string, dataset: string, ask: Partial<ImportAsk> = {}): Promise<Extract<ImportEnd, { kind: 'settled' }>> => {
  const path = join(data, file)
  const end = await importFile(store, { dataset, bytes: createReadStream(path), fileName: file, origin: 'file', address: file, book: await readCheckBook(findCheckout()), now, ...ask })
  if (end.kind !== 'settled') throw new Error(`${file}: ${end.kind}`)
  return end
}
const nsi = (number: number) => take(`nsi/${readdirSync(join(data, 'nsi')).find((name) => name.startsWith(`nsi-${number}.`) && name.includes('-data.csv'))}`, `nsi-${number}`, { asOf: '2026-07' })
const about = (end: Extract<ImportEnd, { kind: 'settled' }>, check: string): readonly string[] =>
  end.report.remarks.filter((remark: Remark) => remark.check === check).map((remark) => `${remark.result} ${remark.says} ${remark.selection ?? ''} ${remark.region ?? ''} ${remark.facts.of ?? ''} ${remark.facts.periods ?? remark.period ?? ''}`.replace(/ +/g, ' ').trim())
const value = async (key: string, region: string, period: string): Promise<string> => {
  const found = await store.reading((reader) => findSeries(reader, { key, regions: [region] }))
  const cell = cellAt(found?.series[0], period as Period)
  return `${cell.missing ?? cell.value}${cell.flags}`
}
const vintageOf = (end: { vintage: number }, code: string) => store.reading((reader) => findVintage(reader, { code, number: end.vintage }))

describe.skipIf(!isThere)('Eurostat', () => {
  test('bd_size_r3 mixes NUTS versions: it stops and asks, and with the version stated it waits', async () => {
    expect((await take('eurostat/bd_size_r3.2024-01.tsv.gz', 'bd_size_r3')).report.remarks[0]).toMatchObject({ says: 'noVersionFits', result: 'stop' })
    const end = await take('eurostat/bd_size_r3.2024-01.tsv.gz', 'bd_size_r3', { nutsVersion: '2021', asOf: '2024-01' })
    expect(end.state).toBe('held')
    expect(about(end, 'codes')).toEqual(['hold regionsOfAnotherVersion'])
    expect((await vintageOf(end, 'bd_size_r3'))?.vintage).toMatchObject({ rows: 130_305, cells: 1_693_965, nutsVersion: '2021', newest: '2020' })
    // 7,821 without employees + 5,824 with one to nine + 1,000 with ten and more = 14,645, in every district and year that is published.
    expect(end.report.remarks.filter((remark) => remark.says === 'sumDiffers')).toEqual([])
    expect(end.report.checks.find((check) => check.check === 'sums')?.lookedAt).toBeGreaterThan(500)
    await store.writing((writer) => decideVintage({ writer, now: now(), by: null }, { number: end.vintage, decision: 'accept', reason: 'познати кодове от други версии' }))
    expect(await Promise.all([value('ent.number', 'BG344', '2020'), value('ent.number.none', 'BG344', '2020'), value('ent.number.micro', 'BG344', '2020'), value('ent.number.ten', 'BG344', '2020')])).toEqual(['14645', '7821', '5824', '1000'])
  })
  test('GDP: the district has 2,591.1 million and 8,300 a head in 2020; districts add up in every year', async () => {
    const end = await take('eurostat/nama_10r_3gdp.2023-02-21.legacy.tsv.gz', 'nama_10r_3gdp', { asOf: '2023-02-21' })
    expect(end.state).toBe('current')
    expect(about(end, 'sums').filter((line) => line.startsWith('hold'))).toEqual([])
    expect(end.revision).toMatchObject({ changed: 0, vanished: 0, flagsChanged: 0 })
    // GDP ÷ average population = GDP per head, in every region of the country from 2011 on; and euro × 1.95583 = lev.
    expect(end.report.checks.find((check) => check.check === 'crossCheck')).toMatchObject({ result: 'passed', found: 0 })
    expect(end.report.checks.find((check) => check.check === 'crossCheck')?.lookedAt).toBeGreaterThan(300)
    expect(await Promise.all([value('ctx.gdp.total', 'BG344', '2020'), value('ctx.gdp', 'BG344', '2020'), value('ctx.gdp.total', 'BG344', '2010')])).toEqual(['2591.1', '8300', '1746.6'])
    expect((await vintageOf(end, 'nama_10r_3gdp'))?.vintage).toMatchObject({ rows: 12_453, nutsVersion: '2021', format: 'eurostat-tsv-legacy' })
  })
  test('the same figures as SDMX-CSV are another file and revise nothing; its own stamp dates it', async () => {
    const end = await take('eurostat/nama_10r_3gdp.2023-02-21.sdmx.csv.gz', 'nama_10r_3gdp')
    expect(end).toMatchObject({ state: 'current', asOf: '2023-02-21', revision: { changed: 0, appeared: 0, vanished: 0, flagsChanged: 0 } })
    expect(end.revision?.compared).toBeGreaterThan(90_000)
  })
  test('NEET of the region: 23.8 with a break in 2021, 21.6 in 2022; never shown as the district’s', async () => {
    const end = await take('eurostat/edat_lfse_22.2024-01.tsv.gz', 'edat_lfse_22', { nutsVersion: '2021', asOf: '2024-01' })
    await store.writing((writer) => decideVintage({ writer, now: now(), by: null }, { number: end.vintage, decision: 'accept', reason: 'познати кодове' }))
    expect(await Promise.all([value('ctx.neet', 'BG34', '2021'), value('ctx.neet', 'BG34', '2022'), value('ctx.neet', 'BG344', '2022')])).toEqual(['23.8b', '21.6', 'notServed'])
  })
  test('a file of countries only is valid, and the home region is marked as not served', async () => {
    const end = await take('eurostat/ilc_peps13.2024-01.tsv.gz', 'ilc_peps13', { asOf: '2024-01' })
    expect(end.state).toBe('current')
    expect(new Set(about(end, 'marks'))).toEqual(new Set(['mark homeAbsent ctx.poverty.cities BG344', 'mark homeAbsent ctx.poverty.rural BG344']))
  })
  test('a confidentiality column is read as such: 24,471 confidential cells never become zero or unknown', async () => {
    const end = await take('constructed/bd_size_r3.bg_at.conf_status.sdmx.csv.gz', 'bd_size_r3', { nutsVersion: '2021', asOf: '2024-02' })
    // Two countries instead of Europe: a shrunken file never replaces a good one.
    expect(end.state).toBe('refused')
    expect(about(end, 'body')).toEqual(['stop rowsOff'])
  })
})

describe.skipIf(!isThere)('the institute', () => {
  test('629: districts add up to the country exactly, except 2008 and 2019 with two masked districts each, whose figures stay hidden', async () => {
    const end = await nsi(629)
    expect(end.state).toBe('current')
    expect(about(end, 'sums')).toEqual([])
    expect(about(end, 'suppressedParts')).toContain('note notCheckable ent.fdi.total BG nuts3 2008, 2019')
    // 910,102.6 thousand euro in the file; shown in millions.
    expect(await value('ent.fdi.total', 'BG344', '2024')).toBe('910.1026')
  })
  test('1011: brackets are low reliability: 4.0 in 2024, but (2.3) in 2023 and (3.6) for women', async () => {
    expect((await nsi(1011)).state).toBe('current')
    expect(await Promise.all([value('ctx.unemp', 'BG344', '2024'), value('ctx.unemp', 'BG344', '2023'), value('ctx.unemp.men', 'BG344', '2024'), value('ctx.unemp.women', 'BG344', '2024')])).toEqual(['4', '2.3u', '4.4', '3.6u'])
  })
  test('908: quarterly employed add up within what rounding allows; 124.5 thousand in the third quarter of 2025', async () => {
    const end = await nsi(908)
    expect(about(end, 'sums')).toEqual([])
    expect(await value('ctx.work', 'BG344', '2025-Q3')).toBe('124.5')
  })
  test('1169: 11 municipalities = district and 28 districts = country in every year 2000–2024, exactly', async () => {
    const end = await nsi(1169)
    expect(end.state).toBe('current')
    expect(about(end, 'sums').filter((line) => line.startsWith('hold'))).toEqual([])
    expect(await Promise.all([value('ctx.pop', 'BG344', '2024'), value('ctx.pop', 'BG', '2024'), value('ctx.pop', 'SZR23', '2024')])).toEqual(['288736', '6437360', '2238'])
    // Register and census steps of the two smallest municipalities are marked, never a trend.
    const jumps = end.report.remarks.filter((remark) => remark.selection === 'ctx.pop' && remark.check === 'outliers').map((remark) => `${remark.region} ${remark.period} ${remark.says}`)
    expect(jumps).toEqual(expect.arrayContaining(['SZR23 2020 jumpUp', 'SZR37 2022 jumpDown']))
    // Opan has no town: "no cases", which is neither zero nor unknown.
    expect(await value('ter.urban.number', 'SZR23', '2024')).toBe('noCases')
  })
  test('865: enterprises of the region by size add up: 67,051 = 63,345 + 3,111 + 514 + 81', async () => {
    const end = await nsi(865)
    expect(about(end, 'sums')).toEqual([])
    expect(await Promise.all(['ent.size', 'ent.size.micro', 'ent.size.small', 'ent.size.mid', 'ent.size.large'].map((key) => value(key, 'BG34', '2024')))).toEqual(['67051', '63345', '3111', '514', '81'])
  })
  test('868, 365 and 612 are about the country and name no region', async () => {
    for (const number of [868, 365, 612]) expect((await nsi(number)).state, String(number)).toBe('current')
    expect(await value('ctx.wage', 'BG', '2024')).toMatch(/^\d+/)
  })
  test('107: planning regions meant something else until 2007: noted, not stored as the present ones, and nobody has to accept it', async () => {
    const end = await nsi(107)
    expect(end.state).toBe('current')
    expect(about(end, 'sums').filter((line) => line.startsWith('hold'))).toEqual([])
    expect(about(end, 'codes')).toContain('note formerRegion ctx.kindergarten BG34 2005/2006, 2006/2007, 2007/2008')
    // 21,753 children were those of another region; 30,074 and 32,008 are those of Burgas, Sliven, Yambol and Stara Zagora.
    expect(await Promise.all(['2004/2005', '2005/2006', '2007/2008', '2008/2009'].map((year) => value('ctx.kindergarten', 'BG34', year)))).toEqual(['30074', 'notServed', 'notServed', '32008'])
    expect(await value('ctx.kindergarten', 'BG41', '2005/2006')).toBe('55505')
  })
})
