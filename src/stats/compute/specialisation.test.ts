// The methods of specialisation by name against the printed reference cases, at their tolerance. Says where there are none.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { specialisationEntries } from './specialisation.ts'

const folder = '../shared/data/reference'
const skipped = existsSync(folder) ? '' : ' (skipped: no ../shared/data)'
const reference = skipped === '' ? test : test.skip
const run = (name: string, input: unknown): Record<string, unknown> => {
  const one = specialisationEntries.find((each) => each.name === name)
  if (one === undefined) throw new Error(name)
  return one.output.parse(one.run(one.input.parse(input))) as Record<string, unknown>
}
const read = (file: string): readonly Record<string, string>[] => {
  const [head, ...lines] = readFileSync(`${folder}/${file}`, 'utf8').trim().split('\n').map((line) => line.split(/,(?=")/).map((one) => one.replaceAll('"', '').trim()))
  return lines.map((line) => Object.fromEntries((head ?? []).map((name, at) => [name, line[at] ?? ''])))
}
const numbers = (rows: readonly Record<string, string>[], column: string): number[] => rows.map((row) => Number(row[column]))
const near = (found: unknown, wanted: readonly number[], tolerance: number): void => {
  const list = found as readonly number[]
  expect(list.length).toBe(wanted.length)
  wanted.forEach((one, at) => expect(Math.abs((list[at] as number) - one), `${at}: ${JSON.stringify(list[at])} for ${one}`).toBeLessThanOrEqual(tolerance))
}
const columns = ['I1', 'I2', 'I3', 'I4', 'I5']
const table = (file: string): number[][] => read(file).map((row) => columns.map((name) => Number(row[name])))

reference(`five regions × five industries: quotients and presence as EconGeo${skipped}`, () => {
  const values = table('complexity/econgeo_in_A_regions_industries.csv')
  const found = run('location-quotient', { values })
  table('complexity/econgeo_A_lq.csv').forEach((row, at) => near((found['values'] as number[][])[at], row, 1e-12))
  expect(found['presence']).toEqual(table('complexity/econgeo_A_lq_binary.csv'))
})
reference(`their indices of structure, rounded where the column is${skipped}`, () => {
  const values = table('complexity/econgeo_in_A_regions_industries.csv'), wanted = read('complexity/econgeo_A_regions.csv')
  const krugman = run('krugman-index', { values })
  near(krugman['index'], numbers(wanted, 'krugman'), 1e-12)
  near(krugman['coefficient'], numbers(wanted, 'spec_coeff'), 1e-12)
  near(run('herfindahl', { values })['index'], numbers(wanted, 'herfindahl'), 1e-12)
  near(run('hachman-index', { values })['index'], numbers(wanted, 'hachman'), 1e-12)
  near((run('entropy', { values, base: 2 })['entropy'] as number[]).map((one) => Math.round(one * 1000) / 1000), numbers(wanted, 'entropy_log2_round3'), 1e-12)
  const { diversity, ubiquity } = run('diversity-and-ubiquity', { values })
  expect(diversity).toEqual(numbers(wanted, 'diversity_rca'))
  expect(ubiquity).toEqual(numbers(read('complexity/econgeo_A_industries.csv'), 'ubiquity_rca'))
})
reference(`where the industries sit${skipped}`, () => {
  const values = table('complexity/econgeo_in_A_regions_industries.csv'), wanted = read('complexity/econgeo_A_industries.csv')
  const found = run('where-an-industry-sits', { values, people: numbers(read('complexity/econgeo_in_A_pop.csv'), 'pop') })
  const rounded = (list: unknown, places: number): number[] => (list as number[]).map((one) => Number((one + 1e-12).toFixed(places)))
  near(rounded(found['hoover'], 2), numbers(wanted, 'hoover_index_round2'), 1e-12)
  near(rounded(found['hooverGini'], 3), numbers(wanted, 'hoover_gini_round3'), 1e-12)
  near(found['locationalGini'], numbers(wanted, 'locational_gini'), 1e-12)
  expect(run('complexity', { values })['regions']).toEqual(columns.map(() => ({ reason: 'not-connected' })))
})
const goettingen = (): { rows: readonly Record<string, string>[]; total: Record<string, string> } => {
  const [total, ...rows] = read('regional/in_goettingen_employment_2008_2017.csv')
  return { rows, total: total as Record<string, string> }
}
reference(`Göttingen 2017: quotients by the printed total row, indices by the sum of the sections${skipped}`, () => {
  const { rows, total } = goettingen()
  const values = [numbers(rows, 'Goettingen2017')], nation = numbers(rows, 'BRD2017')
  const found = run('location-quotient', { values, regionTotals: [Number(total['Goettingen2017'])], reference: nation, referenceTotal: Number(total['BRD2017']) })
  near((found['values'] as number[][])[0], numbers(read('regional/lq_goettingen_2017.csv'), 'lq'), 1e-9)
  const wanted = Object.fromEntries(read('regional/specialisation_goettingen.csv').map((row) => [row['measure'], Number(row['value'])]))
  near(run('krugman-index', { values, reference: nation })['index'], [wanted['krugman_spec_goettingen_2017'] as number], 1e-9)
  near(run('gini-of-specialisation', { values, reference: nation })['index'], [wanted['gini_spec_goettingen_2017'] as number], 1e-9)
  const { index, normalised, equivalentNumber } = run('herfindahl', { values })
  near(index, [wanted['herfindahl_goettingen_2017'] as number], 1e-9)
  near(normalised, [wanted['herfindahl_norm_goettingen_2017'] as number], 1e-9)
  near(equivalentNumber, [wanted['herf_equivalent_number'] as number], 1e-9)
  near((run('location-quotient', { values: [[1714]], regionTotals: [79_006], reference: [879_213], referenceTotal: 15_593_224 })['values'] as number[][])[0], [wanted['locq_farhauer_doc'] as number], 1e-9)
})
reference(`shift-share of the textbook regions, Freiburg and Göttingen in its three forms${skipped}`, () => {
  const nation = { nationStart: [400, 150, 150, 400], nationEnd: [440, 210, 135, 480] }, freiburg = read('regional/in_freiburg_employment.csv'), { rows } = goettingen()
  const cases: Record<string, Record<string, number[]>> = {
    farhauer_A: { regionStart: [90, 20, 10, 60], regionEnd: [100, 40, 10, 55], ...nation },
    farhauer_B: { regionStart: [60, 30, 30, 40], regionEnd: [85, 55, 40, 35], ...nation },
    farhauer_C: { regionStart: [250, 100, 110, 300], regionEnd: [255, 115, 85, 390], ...nation },
    freiburg_2008_2014: { regionStart: numbers(freiburg, 'e_Freiburg2008'), regionEnd: numbers(freiburg, 'e_Freiburg2014'), nationStart: numbers(freiburg, 'e_Germany2008'), nationEnd: numbers(freiburg, 'e_Germany2014') },
    goettingen_2008_2017: { regionStart: numbers(rows, 'Goettingen2008'), regionEnd: numbers(rows, 'Goettingen2017'), nationStart: numbers(rows, 'BRD2008'), nationEnd: numbers(rows, 'BRD2017') },
  }
  const names: Record<string, readonly [string, Record<string, string>]> = {
    Dunn: ['shift-share', { 'Growth (t1-t)': 'change', 'National share': 'national', 'Industrial mix': 'mix', 'Regional share': 'regional', 'Net total shift': 'netShift' }],
    Esteban: ['shift-share-esteban-marquillas', { 'Growth (t1-t)': 'change', 'National share': 'national', 'Industrial mix': 'mix', 'Regional share': 'competitive', 'Allocation effect': 'allocation' }],
    Gerfin: ['shift-share-gerfin', { 'Industrial mix': 'structure', 'Regional share': 'location', 'Net total shift': 'net' }],
  }
  const wanted = read('regional/shiftshare_static.csv')
  expect(wanted.length).toBe(65)
  for (const { case: one, method, component, value } of wanted) {
    const [name, keys] = names[method ?? ''] as readonly [string, Record<string, string>]
    const found = run(name, cases[one ?? '']), key = keys[component ?? ''] as string
    expect(Math.abs((found[key] as number) - Number(value)), `${one} ${method} ${component}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(Number(value))))
  }
})
test('every method of the group runs its example and gives what its schema says', () => {
  expect(specialisationEntries.length).toBe(24)
  for (const one of specialisationEntries) expect(() => one.output.parse(one.run(one.input.parse(one.example))), one.name).not.toThrow()
})
test('empty, single, all missing and all nought tables give reasons in place of numbers, in every method that takes sizes', () => {
  const tables = [[], [[]], [[null]], [[0]], [[5]], [[null, null], [null, null]], [[0, 0], [0, 0]], [[1, 1], [1, 1]], [[1e308, 1e308], [1e308, 1]], [[2, null], [1, 3]]]
  for (const one of specialisationEntries) {
    for (const values of tables) {
      const width = values[0]?.length ?? 0
      const input = { values, ...(one.name === 'variety' ? { groups: Array.from({ length: width }, () => 'A') } : {}), ...(one.name === 'income-content' ? { income: values.map(() => 3) } : {}) }
      if (!('values' in ((one.input as unknown as { shape: Record<string, unknown> }).shape))) continue
      const text = JSON.stringify(one.output.parse(one.run(one.input.parse(input))), (_, value) => { if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${one.name} ${JSON.stringify(values)}`); return value })
      expect(text).not.toContain('NaN')
    }
  }
})
test('a wrong shape names its key', () => {
  expect(() => run('location-quotient', { values: [[1, 2], [3]] })).toThrow('values: row 2 has 1 values, the first has 2')
  expect(() => run('shift-share', { regionStart: [1], regionEnd: [1, 2], nationStart: [1], nationEnd: [1] })).toThrow('regionEnd: 2 where 1 are expected')
  expect(() => run('complexity', { presence: [[1]], values: [[1]] })).toThrow('presence')
  expect(() => run('location-quotient', { values: [[-1]] })).toThrow()
})
