// The indicator catalogue and the starter pack are data: these are the promises they keep.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseHomeRegion } from '#kernel/home.ts'
import { parsePeriod } from '#kernel/period.ts'
import { caveatSchema, datasetSchema, indicatorSchema, regionSchema } from './catalogue-schema.ts'
import { catalogue, cell, changes, entry, isIn, number, packFolder, periodsOf, readJson, regions, seriesFiles, sizeOf, value } from './pack.ts'
import type { Both, CatalogueEntry } from './pack.ts'

const datasets = z.array(datasetSchema).parse(readJson('catalogue/datasets.json'))
const home = regionSchema.parse(readJson('packs/BG344/region.json'))
const domains = ['entrepreneurship', 'innovation', 'digitalisation', 'people', 'economy', 'territory', 'green']
const districts = regions.filter((one) => one.level === 'nuts3' && one.code.startsWith('BG') && isIn(one, '2024')).map((one) => one.code)
const codes = new Set(regions.map((one) => one.code))
const isCyrillic = (text: string): boolean => /[а-яА-Я]/.test(text)
const textsOf = (one: CatalogueEntry): readonly Both[] =>
  [one.name, one.shortName, one.definition, one.unit.label, ...one.caveats, ...(one.reasonWithoutFigures ? [one.reasonWithoutFigures] : []), ...(one.load ? [one.load] : [])]
const partsOf = ({ from }: CatalogueEntry): readonly string[] => (from.kind === 'ratio' ? [from.over ?? '', from.under ?? ''] : typeof from.of === 'string' ? [from.of] : (from.of ?? []))
const inPack = new Set(seriesFiles.flatMap(({ rows }) => rows.map((row) => row.key)))
const hasFigures = (one: CatalogueEntry): boolean => (one.from.kind === 'direct' ? inPack.has(one.key) : partsOf(one).every((key) => hasFigures(entry(key))))

describe('the catalogue', () => {
  test('has the shape that the product reads', () => {
    for (const one of catalogue) expect(() => indicatorSchema.parse(one), one.key).not.toThrow()
    for (const caveat of catalogue.flatMap((one) => one.caveats)) caveatSchema.parse(caveat)
  })
  test('gives every dataset a licence, an address and a title in both languages', () => {
    expect(new Set(datasets.map((one) => one.code)).size).toBe(datasets.length)
    for (const one of datasets) {
      expect(isCyrillic(one.title.bg) && !isCyrillic(one.title.en), one.code).toBe(true)
      expect(one.licence.address, one.code).toMatch(/^https:/)
      if (one.source === 'eurostat' && one.download !== null) expect(one.doi, one.code).toMatch(/^10\.2908\//)
    }
  })
  test('uses every key once, and every part it names exists and ends in datasets', () => {
    expect(new Set(catalogue.map((one) => one.key)).size).toBe(catalogue.length)
    const ends = (key: string, above: readonly string[]): void => {
      expect(above, `${key} stands in a circle`).not.toContain(key)
      const one = entry(key)
      if (one.from.kind === 'direct') expect(datasets.map((dataset) => dataset.code), key).toContain(one.from.dataset)
      else for (const part of partsOf(one)) ends(part, [...above, key])
    }
    for (const one of catalogue) ends(one.key, [])
  })
  test('speaks both languages, each in its own letters and with its own quotes', () => {
    for (const one of catalogue) for (const text of textsOf(one)) {
      const isSign = /^[%‰]/.test(text.bg)
      if (!isSign) expect(isCyrillic(text.bg), `${one.key}: ${text.bg}`).toBe(true)
      expect(isCyrillic(text.en), `${one.key}: ${text.en}`).toBe(false)
      expect(text.bg, one.key).not.toMatch(/["“](?=[а-яА-Я])|'/)
      expect((text.bg.match(/„/g) ?? []).length, one.key).toBe((text.bg.match(/“/g) ?? []).length)
      expect(text.en, one.key).not.toMatch(/["']/)
    }
  })
  test('explains what people see in at least two sentences, building blocks in one', () => {
    for (const one of catalogue) for (const text of [one.definition.bg, one.definition.en]) {
      const sentences = text.split(/(?<=[.!?:])\s+(?=[A-ZА-Я„“])/).length
      expect(sentences, `${one.key}: ${text}`).toBeGreaterThanOrEqual(2)
      expect(sentences, `${one.key}: ${text}`).toBeLessThanOrEqual(6)
    }
  })
  test('holds every recommended indicator', () => {
    const recommended = `ent.stock ent.stock2 ent.birth ent.survive ent.churn ent.size ent.sector ent.fdi inn.gerd inn.berd inn.staff inn.hrst inn.hitech inn.tertiary
      inn.learn inn.prod inn.ris inn.rci dig.home dig.broad dig.daily dig.gov dig.skill dig.ai dig.cloud dig.data dig.erp dig.sell dig.dii ctx.gdp ctx.gva ctx.jobs
      ctx.pop ctx.migr ctx.unemp ctx.work ctx.neet ctx.income ctx.funds`.split(/\s+/)
    const shown = catalogue.filter((one) => !one.hidden).map((one) => one.key)
    expect(recommended.filter((key) => !shown.includes(key))).toEqual([])
    expect(shown.length).toBeGreaterThanOrEqual(70)
  })
  test('puts three to six headline figures on each domain, in an order without gaps', () => {
    for (const domain of domains) {
      const order = catalogue.filter((one) => one.domain === domain && one.headline !== undefined).map((one) => one.headline as number).toSorted()
      expect(order, domain).toEqual(order.map((_, at) => at + 1))
      expect(order.length, domain).toBeGreaterThanOrEqual(3)
      expect(order.length, domain).toBeLessThanOrEqual(6)
    }
  })
  test('never makes GDP per head of a district with power plants a headline', () => {
    for (const one of catalogue) if (one.headline !== undefined) expect(one.from.dataset ?? '', one.key).not.toMatch(/^nama_10r_3gdp/)
  })
  test('ties caveats to regions and periods that exist', () => {
    for (const one of catalogue) for (const caveat of one.caveats) {
      for (const code of caveat.regions ?? []) expect(codes.has(code), `${one.key} ${code}`).toBe(true)
      for (const period of [caveat.from, caveat.to]) if (period !== undefined) expect(parsePeriod(period), `${one.key} ${period}`).toBe(period)
      if (caveat.from !== undefined && caveat.to !== undefined) expect(caveat.from <= caveat.to, one.key).toBe(true)
    }
  })
  test('sets the traps beside the numbers they concern', () => {
    const kinds = (key: string): readonly string[] => entry(key).caveats.map((one) => `${one.kind} ${one.from ?? ''}`)
    for (const key of ['ctx.gdp', 'ctx.gdp.pps', 'ctx.gdp.total', 'ctx.gdp.recent', 'ctx.gva', 'inn.prod']) expect(kinds(key), key).toContain('price 2021')
    for (const year of ['2011', '2022']) expect(kinds('ctx.pop')).toContain(`break ${year}`)
    expect(kinds('ctx.unemp')).toContain('lowReliability 2018')
    expect(kinds('ctx.births')).toContain('smallNumbers 2024')
    expect(kinds('ctx.pop')).toContain('register 2020')
    for (const one of catalogue) if (one.level === 'nuts2' && !one.hidden) expect(one.caveats.map((caveat) => caveat.kind), one.key).toContain('level')
  })
  test('says of every indicator without figures why, and how they come; and claims it of no other', () => {
    for (const one of catalogue) {
      expect(hasFigures(one), one.key).toBe(one.reasonWithoutFigures === undefined)
      expect(one.load === undefined, one.key).toBe(one.reasonWithoutFigures === undefined)
    }
  })
})

describe('the region of the pack', () => {
  test('is described as the pages need it', () => expect(parseHomeRegion(readFileSync(join(packFolder, 'region.json'), 'utf8')).code).toBe('BG344'))
  test('has one tile for each of the 28 districts and 11 municipalities, none on another', () => {
    for (const [tiles, wanted] of [[home.tiles.districts, districts], [home.tiles.municipalities, home.municipalities]] as const) {
      expect(tiles.map((tile) => tile.code).toSorted()).toEqual([...wanted].toSorted())
      expect(new Set(tiles.map((tile) => `${tile.column} ${tile.row}`)).size).toBe(tiles.length)
    }
    expect(districts).toHaveLength(28)
  })
  test('stands in its line of parents, and was BG222 before 2006', () => {
    expect(home.parents.map((one) => one.code)).toEqual(['BG34', 'BG3', 'BG', 'EU27_2020'])
    for (const code of home.municipalities) expect(regions.find((one) => one.code === code)?.parent).toBe('BG344')
    expect(changes).toContainEqual(expect.arrayContaining(['BG222', 'BG344', '2006', 'recoded']))
    expect(changes.filter(([from, to, version]) => (from === 'BG344' || to === 'BG344') && version !== '2006')).toEqual([])
  })
  test('lists no code twice in one version, and every parent in the same version', () => {
    for (const version of ['2003', '2006', '2010', '2013', '2016', '2021', '2024']) {
      const here = regions.filter((one) => isIn(one, version))
      const listed = new Set(here.map((one) => one.code))
      expect(listed.size, version).toBe(here.length)
      expect(here.filter((one) => one.parent !== '' && !listed.has(one.parent)).map((one) => one.code), version).toEqual([])
    }
    expect(regions.filter((one) => one.level === 'municipality')).toHaveLength(265)
  })
  test('keeps the two districts called Sofia apart', () => {
    const names = ['BG411', 'BG412'].map((code) => regions.find((one) => one.code === code && isIn(one, '2024')))
    expect(names.map((one) => one?.nsi)).toEqual(['SOF', 'SFO'])
    expect(new Set(names.flatMap((one) => [one?.bg, one?.en])).size).toBe(4)
  })
})

describe('the starter pack', () => {
  test('fits into two megabytes', () => expect(sizeOf(packFolder)).toBeLessThanOrEqual(2_000_000))
  test('says of every file where it is from, of what day, under which licence, and the hash of the original', () => {
    for (const { name, manifest, head, rows } of seriesFiles) {
      const dataset = datasets.find((one) => one.code === manifest.dataset)
      expect(dataset, name).toBeDefined()
      expect(manifest.licence).toBe(dataset?.licence.id)
      expect(name).toMatch(new RegExp(`^${manifest.dataset}\\.${manifest.vintage}\\.csv(\\.gz)?$`))
      expect(manifest.vintage).toMatch(/^\d{4}-\d{2}(-\d{2})?$/)
      expect(manifest.sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(manifest.address).toMatch(/^https:/)
      expect(head).toBe('key,region,nuts_version,first_period,decimals,cells')
      expect(manifest.rows).toBe(rows.length)
      expect(rows.length, name).toBeGreaterThan(0)
    }
  })
  test('holds cells of its grammar only, in regions and of indicators that are known', () => {
    const known = new Map<string, boolean>()
    const isKnown = (code: string, version: string): boolean => {
      const id = `${code} ${version}`
      if (!known.has(id)) known.set(id, regions.some((one) => one.code === code && isIn(one, version)))
      return known.get(id) as boolean
    }
    const wrong: string[] = []
    for (const { name, manifest, rows } of seriesFiles) for (const row of rows) {
      const from = entry(row.key).from
      if (from.dataset !== manifest.dataset) wrong.push(`${name} ${row.key}: another dataset`)
      if (!isKnown(row.region, row.version)) wrong.push(`${name} ${row.region} ${row.version}: unknown region`)
      if (parsePeriod(row.first) !== row.first) wrong.push(`${name} ${row.first}`)
      for (const text of row.cells) if (!/^(-?\d+(\.\d+)?[a-z]*|:[cuz-]?[a-z]*|~)$/.test(text)) wrong.push(`${name} ${row.key} ${row.region}: ${text}`)
      if (row.cells.some((text) => (/\.(\d+)/.exec(text)?.[1]?.length ?? 0) > row.decimals)) wrong.push(`${name} ${row.key} ${row.region}: more decimals than said`)
    }
    expect(wrong).toEqual([])
    const ids = seriesFiles.flatMap(({ rows }) => rows.map((row) => `${row.key} ${row.region}`))
    expect(new Set(ids).size).toBe(ids.length)
  })
  test('gives the control figures', () => {
    expect(value('ctx.gdp.total', 'BG344', '2020')).toBe(2591.1)
    expect(value('ctx.gdp.total', 'BG344', '2010')).toBe(1746.6)
    expect(value('ctx.gdp', 'BG344', '2020')).toBe(8300)
    expect(value('ent.number', 'BG344', '2020')).toBe(14645)
    expect(['none', 'micro', 'ten'].map((size) => value(`ent.number.${size}`, 'BG344', '2020'))).toEqual([7821, 5824, 1000])
    expect(value('ent.fdi.total', 'BG344', '2024')).toBe(910102.6)
    expect(['ctx.unemp', 'ctx.unemp.men', 'ctx.unemp.women'].map((key) => cell(key, 'BG344', '2024'))).toEqual(['4', '4.4', '3.6u'])
    expect(value('ctx.work', 'BG344', '2025-Q3')).toBe(124.5)
    expect(value('ctx.pop', 'BG344', '2024')).toBe(288736)
    expect(value('ter.urban.number', 'BG344', '2024')).toBe(206281)
    expect(['ent.size', 'ent.size.micro', 'ent.size.small', 'ent.size.mid', 'ent.size.large'].map((key) => value(key, 'BG34', '2024'))).toEqual([67051, 63345, 3111, 514, 81])
    expect(['2021', '2022'].map((year) => cell('ctx.neet', 'BG34', year))).toEqual(['23.8b', '21.6'])
    expect(value('inn.gerd', 'BG34', '2016')).toBe(0.28)
    expect(value('inn.ris', 'BG34', '2019')).toBe(37.41)
    expect(['2010', '2013', '2016', '2019'].map((year) => value('inn.rci', 'BG34', year))).toEqual([-1.29, -1.4, -1.33, -1.24])
    expect([value('ctx.births', 'BG344', '2024'), value('ctx.deaths', 'BG344', '2024')]).toEqual([2546, 4719])
    expect([value('ter.area', 'BG344', '2025'), value('ter.settlements', 'BG344', '2025')]).toEqual([5151.1, 206])
  })
  test('adds up: districts to the country, municipalities to the district, sizes to all enterprises', () => {
    const sum = (key: string, parts: readonly string[], period: string): number => parts.reduce((total, code) => total + (value(key, code, period) ?? Number.NaN), 0)
    for (let year = 2000; year <= 2024; year++) for (const key of ['ctx.pop', 'ctx.pop.women']) {
      expect(sum(key, districts, String(year)), `${key} ${year}`).toBe(value(key, 'BG', String(year)))
      expect(sum(key, home.municipalities, String(year)), `${key} ${year}`).toBe(value(key, 'BG344', String(year)))
    }
    for (const key of ['ctx.births', 'ctx.deaths']) expect(sum(key, home.municipalities, '2024')).toBe(value(key, 'BG344', '2024'))
    expect(sum('ctx.births', districts, '2024')).toBe(53428)
    for (let year = 2007; year <= 2024; year++) if (year !== 2008 && year !== 2019) expect(sum('ent.fdi.total', districts, String(year))).toBeCloseTo(value('ent.fdi.total', 'BG', String(year)) as number, 0)
    for (let year = 2000; year <= 2020; year++) expect(Math.abs(sum('ctx.gdp.total', districts, String(year)) - (value('ctx.gdp.total', 'BG', String(year)) as number)), String(year)).toBeLessThanOrEqual(0.0301)
    for (const district of districts) for (let year = 2008; year <= 2020; year++) {
      const parts = ['none', 'micro', 'ten'].map((size) => value(`ent.number.${size}`, district, String(year)))
      if (parts.every((part) => part !== undefined)) expect(parts.reduce((a, b) => (a ?? 0) + (b ?? 0), 0), `${district} ${year}`).toBe(value('ent.number', district, String(year)))
    }
  })
  test('keeps hidden values hidden: two districts are masked together in 2008 and 2019', () => {
    for (const year of ['2008', '2019']) expect(districts.filter((code) => cell('ent.fdi.total', code, year) === ':c')).toHaveLength(2)
  })
  test('leaves the eight districts without a trustworthy GDP of 2023 empty', () => {
    const empty = districts.filter((code) => value('ctx.gdp.bgn', code, '2023') === undefined)
    expect(empty.toSorted()).toEqual(['BG324', 'BG325', 'BG343', 'BG412', 'BG414', 'BG422', 'BG423', 'BG425'])
  })
  test('never carries the ended business demography on with its successors', () => {
    for (const { manifest, rows } of seriesFiles) {
      expect(['bd_hgnace_r', 'bd_salge1_size_r', 'bd_salge1_nace_r']).not.toContain(manifest.dataset)
      if (manifest.dataset === 'bd_size_r3') for (const row of rows) expect((periodsOf(row).at(-1) ?? '') <= '2020', `${row.key} ${row.region}`).toBe(true)
    }
    for (const one of catalogue) if (one.from.dataset === 'bd_hgnace_r') expect(one.key).toMatch(/2$/)
  })
  test('has a town-less municipality say "none", never "unknown" or zero', () => {
    for (const code of ['SZR04', 'SZR23']) expect(cell('ter.urban.number', code, '2024')).toBe(':-')
  })
  test('brings the districts of the whole Union for the traits that finding peers needs', () => {
    const districtsOf = (key: string): number => seriesFiles.flatMap(({ rows }) => rows).filter((row) => row.key === key && /^[A-Z]{2}[0-9A-Z]{3}$/.test(row.region)).length
    for (const key of ['ctx.pop.jan', 'ctx.old.number', 'ctx.gdp']) expect(districtsOf(key), key).toBeGreaterThan(1100)
    for (const key of ['ent.number', 'ent.number.ten', 'ent.birth']) expect(districtsOf(key), key).toBeGreaterThan(550)
  })
  test('holds no number that a reason should stand for', () => {
    for (const { rows } of seriesFiles) for (const row of rows) expect(row.cells.some((text) => number(text) !== undefined || text.length > 1), `${row.key} ${row.region}`).toBe(true)
  })
})
