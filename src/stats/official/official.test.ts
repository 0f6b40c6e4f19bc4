// Official indices: the Croatian index of 2013, groups and cuts of the innovation scoreboard, weights by stage of development.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fixedReferenceIndex } from './fixed-reference-index.ts'
import { countryCorrection, cuts2021, innovationCuts, innovationGroup } from './innovation-groups.ts'
import { innovationScoreboard, scoreboardDefaults } from './innovation-scoreboard.ts'
import { nearestInGdp, stageWeights } from './stage-weights.ts'

const folder = join(import.meta.dirname, '../../../../shared/data/reference/mpi')
const nan = Number.NaN
const keys = ['inc', 'rev', 'emp', 'edu', 'pop'] as const
const rowsOf = (name: string): readonly Readonly<Record<string, string>>[] => {
  const [head = [], ...rows] = readFileSync(join(folder, name), 'utf8').trim().split(/\r?\n/).map((line) => [...line.matchAll(/"([^"]*)"/g)].map(([, cell = '']) => cell))
  return rows.map((row) => Object.fromEntries(head.map((key, at) => [key, row[at] ?? ''])))
}
test.skipIf(!existsSync(folder))('the Croatian development index of 2013 comes out on the 523 units without special status (skipped: no ../shared/data)', () => {
  const units = rowsOf('in_croatia_municipalities_2013.csv'), expected = new Map(rowsOf('croatia_2013_expected.csv').map((row) => [row.mb, row]))
  const references = new Map(rowsOf('in_croatia_2013_reference_values.csv').map((row) => [row.indicator, Number(row.refval)]))
  const { scores, indicators } = fixedReferenceIndex({ values: Float64Array.from(units.flatMap((unit) => keys.map((key) => Number(unit[key])))), rows: units.length, columns: 5 }, {
    references: Float64Array.from(keys, (key) => references.get(key) ?? nan), minima: new Float64Array(5).fill(nan), weights: Float64Array.of(0.25, 0.15, 0.3, 0.15, 0.15),
    directions: [1, 1, -1, 1, 1], truncate: false, leastShare: 0, corrections: null,
  })
  let same = 0
  units.forEach((unit, row) => {
    const wanted = expected.get(unit.mb)
    keys.forEach((key, column) => expect(Math.abs((indicators[row * 5 + column] as number) - Number(wanted?.[key]))).toBeLessThan(1e-7))
    expect(Math.abs((scores[row] as number) - Number(wanted?.index))).toBeLessThan(1e-7)
    if (Math.abs((scores[row] as number) - Number(wanted?.official)) < 1e-7) same += 1
  })
  expect([units.length, same]).toEqual([556, 523])
})
test('half way to the reference is a half, beyond it is more than one, and a legal correction is added', () => {
  const found = fixedReferenceIndex({ values: Float64Array.of(10, 5, 20, nan, 40, 5), rows: 3, columns: 2 }, {
    references: Float64Array.of(30, 5), minima: Float64Array.of(nan, nan), weights: Float64Array.of(1, 1), directions: [1, 1], truncate: false, leastShare: 0, corrections: Float64Array.of(0, 0.1, 0),
  })
  expect([...found.scores]).toEqual([0, 0.6, 1.5])
  expect(found.flags).toEqual([null, 'out-of-domain'])
})
test('less unemployment is more: 1 − x against 1 − reference, in whatever unit it is written', () => {
  const options = { references: Float64Array.of(0.15), minima: Float64Array.of(nan), weights: Float64Array.of(1), directions: [-1] as const, truncate: false, leastShare: 0, corrections: null }
  const found = fixedReferenceIndex({ values: Float64Array.of(0.35, 0.25, 0.05), rows: 3, columns: 1 }, options)
  ;[0, 0.5, 1.5].forEach((one, at) => expect(found.scores[at]).toBeCloseTo(one, 12))
  expect([...fixedReferenceIndex({ values: Float64Array.of(0.35, 0.05), rows: 2, columns: 1 }, { ...options, truncate: true }).scores]).toEqual([0, 1])
})
test('a score on a cut belongs to the lower group; without a score there is none', () => {
  expect(innovationGroup(125)).toEqual({ group: 'strong', third: '+' })
  expect(innovationGroup(125.1)).toEqual({ group: 'leader', third: '-' })
  expect(innovationGroup(150)).toEqual({ group: 'leader', third: '+' })
  expect(innovationGroup(95)).toEqual({ group: 'moderate', third: '+' })
  expect(innovationGroup(34.1)).toEqual({ group: 'emerging', third: '-' })
  expect(innovationGroup(nan)).toBe('no-data')
})
test('the cuts of 2021 follow from its best and its worst region', () => {
  const cuts = innovationCuts({ best: 154.7, worst: 16.2 })
  if (cuts === 'out-of-domain') throw new Error(cuts)
  cuts.forEach((cut, at) => expect(Math.abs(cut - (cuts2021[at] as number))).toBeLessThan(0.06))
  expect(innovationCuts({ best: 120, worst: 30 })).toBe('out-of-domain')
})
test('a country is moved to where the national scoreboard sees it', () => {
  expect(countryCorrection({ national: 60, nationalEu: 120, regional: 0.3, regionalEu: 0.5 })).toBeCloseTo(5 / 6, 12)
  expect(countryCorrection({ national: 60, nationalEu: 120, regional: 0, regionalEu: 0.5 })).toBe('zero-denominator')
})
test('a scoreboard by hand: the gap takes the nearest year, the EU gives no bounds and is the hundred', () => {
  // two years; EU, A, B; one indicator up, one down
  const values = Float64Array.of(5, 5, 0, 10, 10, 0, 5, 5, nan, 10, 8, 2)
  const found = innovationScoreboard({ values, years: 2, rows: 3, columns: 2 }, { ...scoreboardDefaults, eu: 0, directions: [1, -1] })
  expect(found.filledCells).toEqual([{ year: 1, row: 1, column: 0, from: 0 }])
  // indicator 1 over A, B: 0, 10, 0, 8; indicator 2: 10, 0, 10, 2
  expect([...found.scores]).toEqual([0.5, 0, 1, 0.5, 0, 0.8])
  expect(found.relative[5]).toBeCloseTo(160, 12)
})
test('an outlier takes the most extreme value that is none; a skewed indicator is rooted, a negative one is not', () => {
  const values = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 1000)
  const found = innovationScoreboard({ values, years: 1, rows: 10, columns: 1 }, { ...scoreboardDefaults, directions: [1] })
  expect(found.outliers).toEqual([{ year: 0, row: 9, column: 0, value: 1000, to: 9 }])
  expect(found.scores[9]).toBe(1)
  const skewed = [1, 1, 1, 1, 2, 1, 1, 1, 16]
  expect(innovationScoreboard({ values: Float64Array.from(skewed), years: 1, rows: 9, columns: 1 }, { ...scoreboardDefaults, deviations: 9, directions: [1] }).rooted).toEqual([0])
  expect(innovationScoreboard({ values: Float64Array.from(skewed, (one) => one - 2), years: 1, rows: 9, columns: 1 }, { ...scoreboardDefaults, deviations: 9, directions: [1] }).rooted).toEqual([])
})
test('the EU itself bends no bound: neither as an outlier nor as the greatest', () => {
  const values = Float64Array.of(1000, 1, 2, 3, 4, 5, 6, 7, 8, 9)
  const found = innovationScoreboard({ values, years: 1, rows: 10, columns: 1 }, { ...scoreboardDefaults, roots: 'never', eu: 0, directions: [1] })
  expect(found.outliers).toEqual([])
  expect([found.scores[1], found.scores[9]]).toEqual([0, 1])
  // without the EU among them 100 lies beyond 5 ± 2 deviations; with it nothing would
  const far = innovationScoreboard({ values: Float64Array.of(1000, 1, 2, 3, 4, 5, 6, 7, 8, 100), years: 1, rows: 10, columns: 1 }, { ...scoreboardDefaults, roots: 'never', eu: 0, directions: [1] })
  expect(far.outliers).toEqual([{ year: 0, row: 9, column: 0, value: 100, to: 8 }])
})
test('weights follow the stage: 75 and 100 are the middle, a region without GDP has none', () => {
  const three = (...values: number[]) => ({ values: Float64Array.from(values), rows: values.length / 3, columns: 3 })
  const found = stageWeights(three(40, 50, 20, 40, 50, 20, 40, 50, 20, 40, 50, 20, 40, 50, 20), Float64Array.of(60, 75, 100, 101, nan))
  expect([...found.stages]).toEqual([0, 1, 1, 2, -1])
  expect(found.scores[0]).toBeCloseTo(41, 12)
  expect(found.scores[3]).toBeCloseTo(39, 12)
  expect(found.scores[4]).toBeNaN()
  expect(nearestInGdp(Float64Array.of(100, 90, 104, 150, nan), 0, 2)).toEqual([2, 1])
})
