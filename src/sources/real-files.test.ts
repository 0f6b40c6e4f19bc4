// Control totals of the large files of the sources, where they lie beside the checkout.
import { describe, expect, test } from 'vitest'
import type { FileFacts, SeriesBlock } from '#kernel/observation.ts'
import type { Read } from '#test/fixtures/sources/reading.ts'
import { hasData, readData, spell, streamData, whyNoData } from '#test/fixtures/sources/reading.ts'
import { matchNsiCodes, readNsiCodes, readNsiFields } from './nsi-codes.ts'

if (!hasData) console.log(whyNoData)
const of = (geo: string, { blocks }: Read): readonly SeriesBlock[] => blocks.filter(({ key }) => key.geo === geo)
const facts = (blocks: readonly SeriesBlock[]): number =>
  blocks.reduce((sum, { missing, flags }) => sum + missing.filter((reason, at) => reason === null || flags[at] !== '').length, 0)
const at = (read: Read, key: Record<string, string>, period: string): string => {
  const found = read.blocks.filter((block) => Object.entries(key).every(([name, code]) => block.key[name] === code))
  expect(found).toHaveLength(1)
  const block = found[0] as SeriesBlock
  const place = (block.periods as readonly string[]).indexOf(period)
  return `${block.missing[place] ?? block.values[place]} ${block.flags[place]}`.trim()
}
const served = (read: Read): string[] =>
  spell(read).filter((line) => !/ unknown$/.test(line)).map((line) => line.replace('freq=A,', '')).sort()
const only = (counts: Partial<FileFacts['missing']>) =>
  ({ unknown: 0, confidential: 0, unreliable: 0, notApplicable: 0, noCases: 0, notServed: 0, ...counts })

describe.skipIf(!hasData)('Eurostat', () => {
  test('GDP: the legacy table and SDMX-CSV hold the same 253,544 facts, value and flag', async () => {
    const table = await readData('eurostat/nama_10r_3gdp.2023-02-21.legacy.tsv.gz')
    const csv = await readData('eurostat/nama_10r_3gdp.2023-02-21.sdmx.csv.gz')
    expect(table.facts).toMatchObject({ format: 'eurostat-tsv-legacy', series: 12_453, values: 253_544, flaggedMissing: 0 })
    expect(csv.facts).toMatchObject({ format: 'sdmx-csv-1', series: 12_453, cells: 253_544, values: 253_544, stamp: '21/02/23 23:00:00' })
    const lines = served(table)
    expect(lines).toHaveLength(253_544)
    expect(served(csv).join('\n') === lines.join('\n')).toBe(true)
    expect(of('BG344', table)).toHaveLength(7)
    expect(facts(of('BG344', csv))).toBe(147)
    expect(at(table, { geo: 'BG344', unit: 'MIO_EUR' }, '2020')).toBe('2591.1')
    expect(at(csv, { geo: 'BG344', unit: 'MIO_EUR' }, '2010')).toBe('1746.6')
    expect(at(csv, { geo: 'BG344', unit: 'EUR_HAB' }, '2020')).toBe('8300')
  })
  test('population by broad age: 649,008 values and 15 flagged missings in both forms', async () => {
    const table = await readData('eurostat/demo_r_pjanaggr3.2023-09-28.legacy.tsv.gz')
    const csv = await readData('eurostat/demo_r_pjanaggr3.2023-09-28.sdmx.csv.gz')
    expect(table.facts).toMatchObject({ series: 31_230, values: 649_008, flaggedMissing: 15 })
    expect(csv.facts).toMatchObject({ series: 31_230, cells: 649_023, values: 649_008, flaggedMissing: 15, missing: only({ unknown: 15 }) })
    expect(served(csv).join('\n') === served(table).join('\n')).toBe(true)
    expect(facts(of('BG344', csv))).toBe(378)
    expect(of('BG344', table)).toHaveLength(15)
  })
  test('enterprises by size: 1,693,965 cells with their confidential ones', async () => {
    const read = await readData('eurostat/bd_size_r3.2024-01.tsv.gz')
    expect(read.facts).toMatchObject({
      format: 'eurostat-tsv', series: 130_305, cells: 1_693_965, values: 980_005, flagged: 77_297, flaggedMissing: 25_392, duplicates: 0,
      missing: only({ unknown: 689_489, confidential: 24_471 }),
    })
    expect(of('BG344', read)).toHaveLength(112)
    expect(facts(of('BG344', read))).toBe(1_198)
    const stock = (sizeclas: string) => at(read, { geo: 'BG344', indic_sb: 'V11910', sizeclas }, '2020')
    expect(['TOTAL', '0', '1-9', 'GE10'].map(stock)).toEqual(['14645', '7821', '5824', '1000'])
    expect(read.blocks.reduce((most, { decimals }) => Math.max(most, decimals), 0)).toBe(2)
  })
  test('population by age groups: over a million values', async () => {
    const read = await readData('eurostat/demo_r_pjangrp3.2023-09-28.legacy.tsv.gz')
    expect(read.facts).toMatchObject({ series: 136_584, values: 1_125_895 })
    expect(of('BG344', read)).toHaveLength(66)
    expect(facts(of('BG344', read))).toBe(579)
  })
  test('young people outside work and learning: breaks and low reliability at NUTS2', async () => {
    const read = await readData('eurostat/edat_lfse_22.2024-01.tsv.gz')
    expect(read.facts.series).toBe(4_527)
    expect(of('BG34', read)).toHaveLength(9)
    expect(at(read, { geo: 'BG34', sex: 'T', age: 'Y15-29' }, '2021')).toBe('23.8 b')
    expect(at(read, { geo: 'BG34', sex: 'T', age: 'Y15-29' }, '2022')).toBe('21.6')
    expect(read.facts.missing.unreliable).toBeGreaterThan(0)
  })
  test('risk of poverty: countries only, the home region is absent; "not applicable" is told apart', async () => {
    const read = await readData('eurostat/ilc_peps13.2024-01.tsv.gz')
    expect(read.facts.series).toBe(252)
    expect(of('BG344', read)).toEqual([])
    expect(read.facts.missing.notApplicable).toBeGreaterThan(0)
  })
})

describe.skipIf(!hasData)('constructed forms of the same figures', () => {
  test('JSON-stat of GDP agrees with the table', async () => {
    const json = await readData('constructed/nama_10r_3gdp.bg.jsonstat.json')
    expect(json.facts).toMatchObject({ cells: 5_852, values: 5_656, flagged: 0 })
    expect(at(json, { geo: 'BG344', unit: 'MIO_EUR' }, '2020')).toBe('2591.1')
  })
  test('JSON-stat of enterprises: 720 p on values and 266 c without a value', async () => {
    const json = await readData('constructed/bd_size_r3.bg34.jsonstat.json')
    expect(json.facts).toMatchObject({ cells: 8_736, values: 6_790, flagged: 986, flaggedMissing: 266 })
    expect(json.facts.missing.confidential).toBe(266)
  })
  test('SDMX-CSV with CONF_STATUS says the same as the table, cell by cell', async () => {
    const csv = await readData('constructed/bd_size_r3.bg_at.conf_status.sdmx.csv.gz')
    expect(csv.facts).toMatchObject({ cells: 113_124, values: 106_435 })
    const geo = new Set(csv.facts.codes.geo)
    const table = await readData('eurostat/bd_size_r3.2024-01.tsv.gz', { want: { geo } })
    expect(served(csv).join('\n') === served(table).join('\n')).toBe(true)
    expect(facts(of('BG344', csv))).toBe(1_198)
  })
})

describe.skipIf(!hasData)('the Bulgarian institute', () => {
  test.each([
    ['629.BS_CHI_RP_OBL', 630, only({ confidential: 4 })],
    ['865.NF_ENT_BG_RP', 3_825, only({})],
    ['868.NF_ENT_BG_A21', 7_650, only({ confidential: 370, noCases: 100 })],
    ['908.LFS_Q_zaeti_reg_obl_sex', 9_555, only({})],
    ['1011.LFS_A_KB_sex_obl_statreg', 2_310, only({})],
    ['365.Labour_12113', 1_020, only({ notApplicable: 17 })],
    ['612.Labour_12123', 1_020, only({ notApplicable: 17 })],
    ['107.DGr_1_2', 4_515, only({ notApplicable: 15, noCases: 4 })],
  ])('data set %s: %i rows', async (name, rows, missing) => {
    const read = await readData(`nsi/nsi-${name}-data.csv`)
    expect(read.facts).toMatchObject({ format: 'nsi-table', cells: rows, missing })
    const lists = await readNsiCodes(streamData(`nsi/nsi-${name}-codelists.csv`))
    expect(matchNsiCodes(lists, read.facts).map(({ list, unknown }) => [list === null, unknown])).toEqual(read.facts.dimensions.map(() => [false, []]))
    expect((await readNsiFields(streamData(`nsi/nsi-${name}-fields.csv`))).at(-1)?.field).toBe('ValueColumn')
  })
  test('population of districts and municipalities, with one district’s eleven', async () => {
    const read = await readData('nsi/nsi-1169.Pop_7_2-data.csv.gz')
    expect(read.facts).toMatchObject({ cells: 66_150, dimensions: ['geo', 'unit', 'Residence', 'GenderID'] })
    expect(read.facts.codes.geo?.filter((code) => /^SZR\d\d$/.test(code))).toHaveLength(11)
    expect(at(read, { geo: 'SZR', Residence: '0', GenderID: '0' }, '2024')).toBe('288736')
  })
  test('unemployment: 680 values in brackets; foreign investment; employed in a quarter; enterprises of the region', async () => {
    const unemployment = await readData('nsi/nsi-1011.LFS_A_KB_sex_obl_statreg-data.csv')
    expect(unemployment.facts.flagged).toBe(680)
    expect(['0', '1', '2'].map((GenderID) => at(unemployment, { geo: 'BG344', GenderID }, '2024'))).toEqual(['4', '4.4', '3.6 u'])
    expect(at(await readData('nsi/nsi-629.BS_CHI_RP_OBL-data.csv'), { geo: 'BG344' }, '2024')).toBe('910102.6')
    expect(at(await readData('nsi/nsi-908.LFS_Q_zaeti_reg_obl_sex-data.csv'), { geo: 'BG344', GenderID: '0' }, '2025-Q3')).toBe('124.5')
    const size = await readData('nsi/nsi-865.NF_ENT_BG_RP-data.csv')
    const firms = (SZCLS_EMPL: string) => Number(at(size, { geo: 'BG34', Indicators: '3.1.1.03.1', SZCLS_EMPL }, '2024'))
    expect(size.facts.codes.SZCLS_EMPL?.map(firms)).toEqual([67_051, 63_345, 3_111, 514, 81])
  })
})
