// What pages are told, on the starter pack: the facts of mission.md §6, how few questions it takes, and that nothing old is shown.
import { describe, expect, test } from 'vitest'
import { connectionBehind } from '#store/connection.ts'
import type { Reader } from '#store/handle.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import type { Period } from '#kernel/period.ts'
import { importText } from '#test/small-files.ts'
import { findDataset, listDatasets } from '#areas/evidence/datasets/read.ts'
import { decideVintage } from '#areas/evidence/datasets/write.ts'
import { findIndicatorPage, findProfile, findSeries, getCoverage, listCatalogue } from './read.ts'
import type { Headline, Profile } from './rules.ts'
import { toSeriesJson, writeSeriesCsv } from './rules/series-files.ts'
import { cellAt } from './rules/series.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T09:00:00Z')
const profile = async (region?: string): Promise<Profile> => {
  const found = await store.reading((reader) => findProfile(reader, { now, ...(region === undefined ? {} : { region }) }))
  if (!found) throw new Error('no profile')
  return found
}
const card = (of: Profile, key: string): Headline => {
  const found = of.domains.flatMap((domain) => domain.headlines).find((headline) => headline.indicator.key === key)
  if (!found) throw new Error(`${key} is no headline`)
  return found
}
const page = async (key: string, asked: { regions?: readonly string[]; period?: Period } = {}) => {
  const found = await store.reading((reader) => findIndicatorPage(reader, { key, now, ...asked }))
  if (!found) throw new Error(`no page ${key}`)
  return found
}
const counted = async <T>(ask: (reader: Reader) => Promise<T>): Promise<number> => {
  let queries = 0
  await store.reading(async (reader) => {
    const client = await connectionBehind(reader).client()
    const query = client.query.bind(client)
    client.query = ((...args: Parameters<typeof query>) => { queries += 1; return query(...args) }) as typeof client.query
    try { return await ask(reader) } finally { client.query = query }
  })
  return queries
}

describe('the profile of the district', () => {
  test('says per domain how many indicators have figures, and of when the newest is', async () => {
    const { domains, coverage, pack, municipalities, line } = await profile()
    expect(domains.map((domain) => domain.domain)).toEqual(['entrepreneurship', 'innovation', 'digitalisation', 'people', 'economy', 'territory', 'green'])
    expect(coverage.of).toBeGreaterThan(100)
    expect(coverage.withFigures).toBe(domains.reduce((sum, domain) => sum + domain.withFigures, 0))
    expect(coverage.without.length + coverage.withFigures).toBe(coverage.of)
    expect(coverage.newest).toMatch(/^202[5-6]/)
    expect(pack).toMatchObject({ region: 'BG344', datasets: 36 })
    expect(municipalities).toHaveLength(11)
    expect(line.map((region) => region.code)).toEqual(['BG34', 'BG3', 'BG', 'EU27_2020'])
  })
  test('288,736 people at the end of 2024 are the fifth largest district of 28, a part of the country’s 6,437,360', async () => {
    const people = card(await profile(), 'ctx.pop')
    expect(people).toMatchObject({ newest: { period: '2024', cell: { value: 288736 } }, isOfHigherLevel: false, place: { place: 5, among: 28, of: 28, direction: 'neither' }, above: { meaning: 'share', cell: { value: 6437360 } } })
  })
  test('employment 15–64 is twelfth with 70.4 % against 71.4 % for the country', async () => {
    expect(card(await profile(), 'ctx.emprate')).toMatchObject({ newest: { period: '2025-Q3', cell: { value: 70.4 } }, place: { place: 12, of: 28 }, above: { cell: { value: 71.4 } } })
    expect(card(await profile(), 'ctx.emprate').above?.difference).toBeCloseTo(-1.0, 6)
  })
  test('a rank leaves out flagged values and says how many: unemployment 2024', async () => {
    const { place, newest } = card(await profile(), 'ctx.unemp')
    expect(newest).toMatchObject({ period: '2024', cell: { value: 4, flags: '' } })
    expect(place).toMatchObject({ of: 28, missing: 0, leftOut: null })
    expect((place?.among ?? 0) + (place?.leftOutFlagged ?? 0)).toBe(28)
    expect(place?.leftOutFlagged).toBeGreaterThan(0)
  })
  test('a gap is counted, not ranked last: industry’s share is known for 20 of 28', async () => {
    expect(card(await profile(), 'ctx.gva.industry')).toMatchObject({ newest: { cell: { value: 65.6 } }, place: { place: 1, among: 20, of: 28, missing: 8 } })
  })
  test('a value of the region is said to be the region’s, and ranked among regions only', async () => {
    expect(card(await profile(), 'ctx.neet')).toMatchObject({ isOfHigherLevel: true, shown: { code: 'BG34', level: 'nuts2' }, newest: { period: '2022', cell: { value: 21.6 } }, place: { of: 6 } })
  })
  test('GDP per head is no headline: it follows the price of electricity', async () => {
    const { domains } = await profile()
    expect(domains.flatMap((domain) => domain.headlines).map((headline) => headline.indicator.key)).not.toContain('ctx.gdp')
    expect((await page('ctx.gdp.recent')).caveats.map((caveat) => caveat.kind)).toContain('price')
  })
  test('a series that ended is old, and one without figures says why and how they will come', async () => {
    const found = await profile()
    expect(card(found, 'ent.survive')).toMatchObject({ newest: { period: '2020' }, freshness: { isOld: true, yearsOld: 5 } })
    expect(card(found, 'ctx.unemp').freshness.isOld).toBe(false)
    for (const headline of found.domains.flatMap((domain) => domain.headlines).filter((one) => one.newest === null)) {
      expect(headline.indicator.reasonWithoutFigures?.bg, headline.indicator.key).not.toBe('')
      expect(headline.indicator.load.words.bg, headline.indicator.key).not.toBe('')
    }
  })
  test('no change is told across a census: 2022 has no "before"', async () => {
    const people = await page('ctx.pop')
    expect(people.indicator.caveats.some((caveat) => caveat.kind === 'break')).toBe(true)
    expect(card(await profile(), 'ctx.pop').before).toMatchObject({ period: '2023', cell: { value: 290350 } })
  })
  test('a region that is not there has no profile', async () => {
    expect(await store.reading((reader) => findProfile(reader, { region: 'XX999', now }))).toBeUndefined()
  })
})

describe('the profile of a municipality', () => {
  test('shows only what is known of itself, nothing of the district’s', async () => {
    const opan = await profile('SZR23')
    const headlines = opan.domains.flatMap((domain) => domain.headlines)
    expect(headlines.length).toBeGreaterThan(3)
    for (const headline of headlines) expect(headline).toMatchObject({ isOfHigherLevel: false, shown: { code: 'SZR23' } })
    expect(card(opan, 'ctx.pop')).toMatchObject({ newest: { cell: { value: 2238 } }, place: { place: 11, of: 11 } })
  })
  test('18 births in Opan give no birth rate; a town of 142,296 has one', async () => {
    const found = await page('ctx.births.rate')
    const opan = found.municipalities?.standings.find((standing) => standing.region.code === 'SZR23')
    expect(opan).toMatchObject({ cell: { value: null, missing: 'unreliable' }, cases: 18, place: null })
    expect(found.municipalities?.standings.find((standing) => standing.region.code === 'SZR31')?.cell.value).toBeCloseTo((1186 / 142296) * 1000, 1)
  })
  test('a municipality without a town has "no cases" of townspeople, which is not zero', async () => {
    const series = await store.reading((reader) => findSeries(reader, { key: 'ter.urban.number', regions: ['SZR23'] }))
    expect(cellAt(series?.series[0], '2024' as Period)).toMatchObject({ missing: 'noCases' })
  })
})

describe('the page of an indicator', () => {
  test('ranks the 28 districts, draws home, country and Union, and offers only regions that have values', async () => {
    const found = await page('ent.stock')
    expect(found.ranking).toMatchObject({ level: 'nuts3', period: '2020' })
    expect(found.ranking?.standings).toHaveLength(28)
    expect(found.chosen[0]?.region.code).toBe('BG344')
    expect(found.parts.map((part) => part.key)).toEqual(['ent.number', 'ctx.pop.avg'])
    expect(found.credits.map((credit) => credit.dataset)).toEqual(['bd_size_r3', 'demo_r_pjanaggr3'])
    expect(found.choices.every((region) => region.level !== 'nuts1')).toBe(true)
  })
  test('asked regions and period are taken; a period nobody has is not', async () => {
    const found = await page('ctx.unemp', { regions: ['BG341', 'XX1'], period: '2023' as Period })
    expect(found.chosen.map((one) => one.region.code)).toContain('BG341')
    expect(found.period).toBe('2023')
    expect(found.ranking?.standings.find((standing) => standing.region.code === 'BG344')).toMatchObject({ place: null, cell: { value: 2.3, flags: 'u' } })
    expect((await page('ctx.unemp', { period: '1950' as Period })).period).toBe('2024')
  })
  test('tells the jumps that the import marked in the shown region, of its parts as well', async () => {
    const { jumps } = await page('ctx.gdp')
    expect(jumps.length).toBeGreaterThan(0)
    for (const jump of jumps) expect(jump).toMatchObject({ region: 'BG344', check: 'outliers', selection: 'ctx.gdp' })
    expect((await page('ent.avg')).jumps.map((jump) => jump.selection)).toEqual(['ent.employed'])
  })
  test('masked districts are confidential and never zero: investment in 2008', async () => {
    const { series } = (await store.reading((reader) => findSeries(reader, { key: 'ent.fdi.total', level: 'nuts3' }))) ?? { series: [] }
    const hidden = series.filter((one) => cellAt(one, '2008' as Period).missing === 'confidential')
    expect(hidden).toHaveLength(2)
  })
})

describe('files', () => {
  test('CSV and JSON carry unit, flags, reasons, source and vintage', async () => {
    const found = await store.reading((reader) => findSeries(reader, { key: 'ctx.unemp', regions: ['BG344'] }))
    if (!found) throw new Error('no series')
    const csv = writeSeriesCsv({ ...found, language: 'bg' })
    const line = csv.split('\r\n').find((one) => one.includes(',2023,')) ?? ''
    expect(line).toContain('ctx.unemp')
    expect(line).toContain(',2.3,')
    expect(line).toContain(',u,')
    expect(line).toContain('nsi-1011')
    expect(toSeriesJson(found)).toMatchObject({ indicator: { key: 'ctx.unemp' }, sources: [{ dataset: 'nsi-1011' }], series: [{ region: 'BG344', level: 'nuts3' }] })
  })
  test('lev stand beside the euro they were converted to', async () => {
    const found = await store.reading((reader) => findSeries(reader, { key: 'ctx.gdp.bgn', regions: ['BG344'] }))
    expect(found?.series[0]?.original?.values[0]).toBe(10617)
    expect(found?.series[0]?.values[0]).toBeCloseTo(5428.39, 1)
  })
})

describe('how few questions', () => {
  test('a hot page asks the database once, a cold one a handful, and a list never once per row', async () => {
    await profile()
    expect(await counted((reader) => findProfile(reader, { now }))).toBe(1)
    expect(await counted((reader) => findIndicatorPage(reader, { key: 'ctx.unemp', now }))).toBe(1)
    expect(await counted((reader) => getCoverage(reader, { now }))).toBe(1)
    expect(await counted((reader) => listCatalogue(reader, { now }))).toBe(1)
    expect(await counted((reader) => listDatasets(reader))).toBeLessThanOrEqual(3)
    expect(await counted((reader) => findDataset(reader, { code: 'nsi-1169' }))).toBeLessThanOrEqual(5)
  })
})

describe('after an import', () => {
  test('the next question sees the new figures, and the old ones are found under their vintage', async () => {
    const before = await store.reading((reader) => findDataset(reader, { code: 'nsi-1011' }))
    expect((await page('ctx.unemp')).period).toBe('2024')
    const header = 'RevisionColumn,GenderID,NUTS,periods,Units,ValueColumn\n'
    const rows = Array.from({ length: 35 }, (_, at) => ['0', '1', '2'].map((sex) => `"r_9","${sex}","${['BG', 'BG31', 'BG32', 'BG33', 'BG34', 'BG41', 'BG42'][at] ?? codes[at - 7]}","2025","perc","${codes[at - 7] === 'BG344' ? '5.5' : '6.1'}"`)).flat()
    const end = await importText(store, header + rows.join('\n'), { dataset: 'nsi-1011', asOf: '2026-09' })
    if (end.kind !== 'settled') throw new Error(end.kind)
    expect(end.state).toBe('held')
    expect((await page('ctx.unemp')).period).toBe('2024')
    await store.writing((writer) => decideVintage({ writer, now, by: null }, { number: end.vintage, decision: 'accept', reason: 'само последната година' }))
    const after = await page('ctx.unemp')
    expect(after).toMatchObject({ period: '2025', ranking: { standings: expect.arrayContaining([expect.objectContaining({ cell: { value: 5.5, flags: '', missing: null } })]) } })
    expect(after.revisions[0]?.changes.length).toBeGreaterThan(0)
    const old = await store.reading((reader) => findSeries(reader, { key: 'ctx.unemp', regions: ['BG344'], vintage: before?.current?.number ?? 0 }))
    expect(cellAt(old?.series[0], '2024' as Period)).toMatchObject({ value: 4 })
  })
})
const codes = ['311', '312', '313', '314', '315', '321', '322', '323', '324', '325', '331', '332', '333', '334', '341', '342', '343', '344', '411', '412', '413', '414', '415', '421', '422', '423', '424', '425'].map((code) => `BG${code}`)
