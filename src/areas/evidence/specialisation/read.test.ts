// Specialisation on the starter pack, where no figures by activity are, and on constructed files that came the real way: whose value stands where,
// what is said of few and uncertain ones, and what a page says when figures are missing.
import { describe, expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { jobsFile, staffFile } from '#test/sector-file.ts'
import { importText } from '#test/small-files.ts'
import { starter } from '#test/starter.ts'
import { getAtlas } from '#areas/evidence/regions/read.ts'
import { listWithin } from '#areas/evidence/regions/rules.ts'
import { findAnalysisPage } from '#areas/evidence/analyses/read.ts'
import { keepForm } from './forms.ts'
import { getSpecialisation } from './read.ts'
import { type Choice, choiceOf, noChoice, type Seen } from './rules.ts'
import { idsOf, sets } from './rules/activities.ts'
import { writeSpecialisationCsv } from './rules/files.ts'
import { pictureOfRecord, type SpecialisationRecord } from './rules/record.ts'
import { specialisationScreen } from './views.tsx'
import { noteOf } from './views/keep.tsx'
import { keepSpecialisation } from './write.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T08:00:00Z')
const ask = (choice: Partial<Choice> = {}) => store.reading((reader) => getSpecialisation(reader, { choice: { ...noChoice, ...choice }, now }))
const pageOf = async (language: 'bg' | 'en', query = '', mayImport = false): Promise<string> => {
  const params = new URLSearchParams(query)
  const { title, body } = specialisationScreen({ language, answer: await ask(choiceOf(params)), query: params, mayImport, mayKeep: mayImport })
  return `${title} ${String(body)}`
}
const seenOf = async (choice: Partial<Choice> = {}): Promise<Seen> => {
  const { seen } = await ask(choice)
  if (seen === null) throw new Error('nothing is seen')
  return seen
}
const codes = async (level: 'nuts2' | 'nuts3', countries: readonly string[]): Promise<readonly string[]> => {
  const atlas = await store.reading(getAtlas)
  return countries.flatMap((country) => listWithin(atlas, country, level).map((region) => region.code))
}
const years = [2017, 2018, 2019, 2020, 2021, 2022]
const home = {
  BG344: {
    A: ['11.00', '10.60', '10.20', '9.80', '9.40', '9.00'], 'B-E': ['40.00', '41.00', '42.00', '43.00', '44.00', '45.00'], C: ['28.00', '29.00', '30.00', '31.00', '32.00', '33.00 p'],
    F: ['8.00', '8.10', '8.20', '8.30', '8.40', '8.50'], 'G-I': ['33.00', '33.20', '33.40', '33.60', '33.80', '34.00'], J: ['1.00', '1.10', '1.20', '1.30', '1.40', '1.50'],
    K: ['1.60', '1.60', '1.60', '1.60', '1.60', '1.60'], L: ['0.00', '0.00', '0.00', '0.00', '0.00', '0.005'], M_N: ['8.00', '8.20', '8.40', '8.60', '8.80', '9.00'],
    'O-Q': ['22.00', '22.10', '22.20', '22.30', '22.40', '22.50'], 'R-U': ['3.00', '3.00', '3.00', '3.00', '3.00', '3.00'],
  },
}

describe('without figures by activity', () => {
  test('nothing is made up: the page names each dataset, why it is not here, and the one command that brings it', async () => {
    expect((await ask()).seen).toBeNull()
    const page = await pageOf('bg')
    for (const dataset of ['nama_10r_3empers', 'nama_10r_3gva', 'sbs_r_nuts2021']) {
      expect(page).toContain(`bin/posoka import ${dataset}`)
      expect(page).toContain(`href="/bg/evidence/datasets/${dataset}"`)
    }
    expect(page).toContain('не е сред файловете на началния пакет')
    expect(page).not.toMatch(/undefined|NaN|Infinity|\[object/)
  })
  test('whoever may load datasets has the button, nobody else', async () => {
    expect(await pageOf('bg', '', true)).toContain('href="/bg/evidence/datasets/nama_10r_3empers/import"')
    expect(await pageOf('bg')).not.toContain('/import"')
  })
  test('the figures at hand are shown at their own level: industry of the district, technology of the region, sectors of the country', async () => {
    const { industry, technology, outward, sectors } = await ask()
    expect([industry?.shown.code, industry?.own.value, industry?.standings.filter(({ cell }) => cell.value !== null).length]).toEqual(['BG344', 65.6, 20])
    expect(industry?.quotient).toBeGreaterThan(2)
    expect(new Set(technology.map(({ shown }) => shown.code))).toEqual(new Set(['BG34']))
    expect([outward?.shown.code, sectors?.country.code]).toEqual(['BG344', 'BG'])
    const page = await pageOf('bg')
    expect(page).toContain('Стойности за България')
    expect(page).toContain('не е стойност на областта')
  })
  test('the country’s sectors add up to its employees, and their wages to its average', async () => {
    const { sectors } = await ask()
    expect(sectors?.rows).toHaveLength(19)
    expect(sectors?.rows.reduce((all, { share }) => all + (share ?? 0), 0)).toBeCloseTo(1, 2)
    const weighted = sectors?.rows.reduce((all, { share, wageToAverage }) => all + (share ?? 0) * (wageToAverage ?? 0), 0)
    expect(weighted).toBeGreaterThan(0.97)
    expect(weighted).toBeLessThan(1.03)
  })
  test('the file without activities is that of the country’s sectors, and says so in its column', async () => {
    const lines = writeSpecialisationCsv(await ask(), 'en').split('\r\n')
    expect(lines[0]).toBe('region,period,earlier,code,activity,employees,share,change_pct,annual_wage_eur,wage_to_average,source')
    expect(lines.filter((line) => line.startsWith('BG,'))).toHaveLength(19)
  })
})

describe('with jobs of the districts that came as a file', async () => {
  test('the file goes the real way: read, checked, settled', async () => {
    const regions = await codes('nuts3', ['BG', 'RO', 'EL'])
    const end = await importText(store, jobsFile({ regions, years, seed: 4, own: home }), { dataset: 'nama_10r_3empers', nuts: '2024', asOf: '2026-09' })
    expect(end).toMatchObject({ kind: 'settled', state: 'current' })
  })
  test('the page is the district’s, by the finest groups the file holds', async () => {
    const seen = await seenOf()
    expect([seen.set, seen.shown.code, seen.beside.code, seen.period, seen.earlier]).toEqual(['jobs', 'BG344', 'BG', '2022', '2017'])
    expect(seen.activities.map(({ id }) => id)).toEqual(['a', 'c', 'rest', 'f', 'gi', 'j', 'k', 'l', 'mn', 'oq', 'ru'])
    expect(seen.picture.rows.map(({ size }) => Number((size ?? 0).toFixed(3)))).toEqual([9, 33, 12, 8.5, 34, 1.5, 1.6, 0.005, 9, 22.5, 3])
  })
  test('quotients weighted with the district’s share there sum to 1, and each is the share here over the share there', async () => {
    const { picture } = await seenOf()
    for (const row of picture.rows) if (typeof row.quotient === 'number') expect(row.quotient).toBeCloseTo((row.share as number) / (row.shareBeside as number), 9)
    expect(picture.rows.reduce((all, { quotient, shareBeside }) => all + (quotient as number) * (shareBeside as number), 0)).toBeCloseTo(1, 9)
  })
  test('five jobs say nothing, and a provisional figure is marked where it stands', async () => {
    const seen = await seenOf()
    const at = (id: string): number => seen.activities.findIndex((one) => one.id === id)
    expect(seen.picture.rows[at('l')]?.statement).toBe('few')
    expect(seen.uncertain).toContain(at('c'))
    const page = await pageOf('bg')
    expect(page).toContain('твърде малко хора')
    expect(page).toContain('предварителна стойност')
  })
  test('the parts of the change sum to it, and an activity that was not here has a line of its own', async () => {
    const { picture } = await seenOf()
    if (typeof picture.shift === 'string' || typeof picture.esteban === 'string') throw new Error('no shift-share')
    expect(picture.shift.national + picture.shift.mix + picture.shift.regional + picture.shift.apart).toBeCloseTo(picture.shift.change, 6)
    expect(picture.esteban.newActivities).toBeCloseTo(0.005, 9)
  })
  test('what shrinks from a share above the country’s is to defend; no activity is a chance and a strength at once', async () => {
    const { picture, activities } = await seenOf()
    for (const at of picture.screen.defend) expect(picture.rows[at]?.quotient).toBeGreaterThanOrEqual(1)
    for (const { activity } of picture.screen.candidates) expect(picture.rows[activity]?.quotient).toBeLessThan(1)
    expect(picture.screen.candidates.length + picture.rows.filter(({ quotient }) => (quotient as number) >= 1).length).toBe(activities.length)
  })
  test('the crosshair stands at the medians, and moves where the address says', async () => {
    const plain = await seenOf(), moved = await seenOf({ near: 40, worth: 12_000, axis: 'wage' })
    expect(plain.axis).toBe('wage')
    expect(moved.picture.screen.crosshair).toEqual({ density: 0.4, value: 12_000 })
    expect(plain.picture.screen.crosshair).not.toEqual(moved.picture.screen.crosshair)
    const page = await pageOf('bg', 'near=много&axis=wage')
    expect(page).toContain('Напишете число')
    expect(page).toContain('value="много"')
  })
  test('the same question gives the same intervals', async () => {
    const [one, two] = [await seenOf({ axis: 'growth' }), await seenOf({ axis: 'growth', side: 'country' })]
    expect(one.picture.screen.candidates).toEqual(two.picture.screen.candidates)
  })
  test('against the Union the sum of its regions stands in where the file has no line of its own', async () => {
    const seen = await seenOf({ side: 'union' })
    expect(seen.beside.code).toBe('EU27_2020')
    expect(seen.picture.rows.every(({ shareBeside }) => typeof shareBeside === 'number')).toBe(true)
  })
  test('ten groups are said to be a coarse net, and whether nearness came true is told with its numbers or its reason', async () => {
    const page = await pageOf('bg')
    expect(page).toContain('груба мрежа')
    expect(page).toMatch(/от случаите близостта ѝ преди това|Проверката назад не може да се направи/)
    expect(page).not.toMatch(/undefined|NaN|Infinity|\[object/)
    expect(await pageOf('en')).not.toMatch(/undefined|NaN|Infinity|\[object|[а-яА-Я]{4}/)
  })
  test('the file holds one row per activity with every component, and reasons as words', async () => {
    const [head, ...lines] = writeSpecialisationCsv(await ask(), 'bg').trim().split('\r\n')
    expect(head).toContain('location_quotient,low_95,high_95,statement')
    expect(lines).toHaveLength(11)
    expect(lines.every((line) => line.startsWith('jobs,BG344,BG,2022,2017,'))).toBe(true)
    expect(lines.join('\n')).not.toMatch(/NaN|Infinity|e-\d/)
  })
})

describe('kept as an analysis', () => {
  test('the record alone draws the same picture, the note says figures, formulas and results, and everybody may read it', async () => {
    const seen = await seenOf({ near: 40 })
    const answer = await store.writing((writer) => keepSpecialisation({ writer, now, who: { account: null } } as unknown as Parameters<typeof keepSpecialisation>[0], { seen, title: { bg: 'Картина', en: 'Picture' }, why: 'за доклада', note: { bg: noteOf(seen, 'bg'), en: noteOf(seen, 'en') } }))
    const number = answer.kind === 'see' ? Number(answer.path.split('/').at(-1)) : 0
    const page = await store.reading((reader) => findAnalysisPage(reader, { number, who: 'everyone' }))
    expect(page).toMatchObject({ kind: 'specialisation', state: 'published', shown: { why: 'за доклада' } })
    expect(JSON.parse(JSON.stringify(pictureOfRecord(page?.shown.record as SpecialisationRecord)))).toEqual(page?.shown.result)
    expect(page?.shown.note.bg).toContain('(J_ri ÷ J_r) ÷ (J_i ÷ J)')
    expect(page?.shown.note.en).toContain('Manufacturing (C): quotient')
    expect(page?.shown.vintages.map(({ dataset }) => dataset)).toEqual(['nama_10r_3empers'])
    expect(page?.shown.inputs.regions).toHaveLength(28)
  })
  test('without titles nothing is kept, and each field is told', () => {
    const found = keepForm({ text: { title_bg: [' '], why: ['x'.repeat(501)] }, files: {} } as unknown as Parameters<typeof keepForm>[0])
    expect(JSON.stringify(found)).toMatch(/"ok":false.*title_bg.*title_en.*why/)
  })
})

describe('with divisions of the regions that came as a file', async () => {
  test('they are the region’s, and the page never calls them the district’s', async () => {
    const set = sets.find(({ name }) => name === 'staff')
    const divisions = (set === undefined ? [] : idsOf(set)).map((id) => id.toUpperCase())
    const end = await importText(store, staffFile({ regions: await codes('nuts2', ['BG', 'RO', 'EL', 'HU', 'PL', 'CZ']), divisions, years: [2021, 2022, 2023], seed: 9 }), { dataset: 'sbs_r_nuts2021', nuts: '2024', asOf: '2026-09' })
    expect(end).toMatchObject({ kind: 'settled', state: 'current' })
    const seen = await seenOf({ set: 'staff' })
    expect([seen.shown.code, seen.activities.length, seen.axis, seen.picture.complexityWhy]).toEqual(['BG34', 64, 'complexity', null])
    const page = await pageOf('bg', 'set=staff')
    expect(page).toContain('Данните са за целия район')
    expect(page.split(' ')[0]).not.toBe('Област')
    expect((await ask()).seen?.set).toBe('jobs')
  })
  test('complexity is counted over all regions, and a region’s is the mean of what it has', async () => {
    const { picture, regions, countries } = await seenOf({ set: 'staff' })
    expect(regions).toBeGreaterThan(30)
    expect(countries).toBe(6)
    expect(picture.rows.filter(({ complexity }) => typeof complexity === 'number').length).toBe(64)
    expect(picture.screen.candidates.some(({ field }) => field === 'high-road')).toBe(true)
  })
})
