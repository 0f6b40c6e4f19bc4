// The opportunity screen and its honesty test: worked cases, that chance can be repeated, and what is said where nothing can be.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entriesAndExits } from './entries-and-exits.ts'
import { opportunityScreen, type Screened, type ScreenChoices } from './opportunity-screen.ts'

const of = (...list: readonly number[]): Float64Array => Float64Array.from(list)
const choices: ScreenChoices = { threshold: 1, latentFrom: 0.5, crosshair: {}, weights: {}, spread: 0.25, draws: 200, seed: 1, shortlist: 3 }
const screened: Screened = { density: of(0.4, 0.2, 0.9), value: of(1, 2, 9), quotients: of(0.2, 0.3, 1.4) }

test('two candidates, one near and one valuable: slow road and casino, both with the score 1.5', () => {
  const { candidates, crosshair } = opportunityScreen(screened, { ...choices, weights: { latent: 0 } })
  expect([crosshair.density, crosshair.value]).toEqual([expect.closeTo(0.3, 12), 1.5])
  expect(candidates.map(({ activity, field, score, place }) => [activity, field, score, place])).toEqual([[0, 'slow-road', 1.5, 1], [1, 'casino', 1.5, 1]])
})
test('the crosshair can be moved, and what lies on it counts as high', () => {
  expect(opportunityScreen(screened, { ...choices, crosshair: { density: 0.2, value: 2 } }).candidates.map(({ activity, field }) => [activity, field])).toEqual([[0, 'slow-road'], [1, 'high-road']])
})
test('what shrinks from above the threshold is to defend; what rises by the region’s own doing emerges; half to one is latent', () => {
  const found = opportunityScreen({ density: of(0.1, 0.2, 0.3, 0.4), value: of(1, 2, 3, 4), quotients: of(1.2, 1.1, 0.7, 0.2), earlier: of(1.3, 0.8, 0.5, Number.NaN), change: of(-5, 6, 2, 1), regional: of(-3, 2, 1, 1) }, choices)
  expect([found.defend, found.emerging, found.latent]).toEqual([[0], [1, 2], [2]])
})
test('a component without a figure is left out of the score and says so; without any there is no place', () => {
  const found = opportunityScreen({ density: of(0.4, Number.NaN), value: of(Number.NaN, Number.NaN), quotients: of(0.6, 0.1) }, { ...choices, weights: { latent: 0 } })
  expect(found.parts).toEqual(['density'])
  expect(found.candidates.map(({ score, place, places, field }) => [score, place, places, field])).toEqual([[1, 1, { low: 1, high: 1 }, null], ['no-data', 'no-data', 'no-data', null]])
})
test('the same seed gives the same intervals, which hold the nominal place where all parts agree', () => {
  const figures = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: 0, max: 0.99, noNaN: true })), { minLength: 1, maxLength: 12 })
  fc.assert(fc.property(figures, fc.integer(), (rows, seed) => {
    const one: Screened = { density: of(...rows.map(([x]) => x)), value: of(...rows.map(([, x]) => x)), quotients: of(...rows.map(([, , x]) => x)) }
    const found = opportunityScreen(one, { ...choices, seed })
    expect(opportunityScreen(one, { ...choices, seed })).toEqual(found)
    for (const { places, place } of found.candidates) {
      const { low, high } = places as { low: number; high: number }
      expect(low).toBeLessThanOrEqual(high)
      expect(low).toBeGreaterThanOrEqual(1)
      expect(high).toBeLessThanOrEqual(rows.length)
      expect(place).toBeLessThanOrEqual(rows.length)
    }
  }), { numRuns: 30 })
  const agreed = opportunityScreen({ density: of(0.9, 0.5, 0.1), value: of(3, 2, 1), quotients: of(0.9, 0.7, 0.6) }, { ...choices, spread: 1 })
  expect(agreed.candidates.map(({ places }) => places)).toEqual([{ low: 1, high: 1 }, { low: 2, high: 2 }, { low: 3, high: 3 }])
})
test('no candidates, no list; and no draws, no interval', () => {
  expect(opportunityScreen({ density: of(), value: of(), quotients: of() }, choices)).toMatchObject({ candidates: [], crosshair: { density: 'no-data', value: 'no-data' }, parts: [] })
  expect(opportunityScreen({ density: of(0.2), value: of(1), quotients: of(1.5) }, choices).candidates).toEqual([])
  expect(opportunityScreen(screened, { ...choices, draws: 0 }).candidates[0]?.places).toBe('no-data')
  expect(() => opportunityScreen(screened, { ...choices, weights: { fit: -1 } })).toThrow(RangeError)
})
test('of ten candidates the two nearest came: AUC 1, and all of the highest decile came', () => {
  const density = of(0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55), earlier = density.map(() => 0.5)
  const found = entriesAndExits({ density, earlier, later: density.map((one) => (one >= 0.5 ? 1.2 : 0.6)), jobs: density.map(() => 50), threshold: 1, leastJobs: 10 })
  expect([found.auc, found.entryShare, found.entered, found.deciles[9]?.share, found.deciles[0]?.share]).toEqual([1, 0.2, [8, 9], 1, 0])
  expect(entriesAndExits({ density, earlier, later: density.map((one) => (one >= 0.5 ? 1.2 : 0.6)), jobs: density.map(() => 3), threshold: 1, leastJobs: 10 }).auc).toBe('constant')
})
test('where density says nothing AUC is a half; fewer than ten candidates or no earlier year are no test', () => {
  const flat = { density: Float64Array.from({ length: 12 }, () => 0.3), earlier: Float64Array.from({ length: 12 }, () => 0.5), later: Float64Array.from({ length: 12 }, (_, at) => (at % 3 === 0 ? 1 : 0.5)), threshold: 1, leastJobs: 10 }
  expect(entriesAndExits(flat).auc).toBe(0.5)
  expect(entriesAndExits({ ...flat, earlier: undefined }).auc).toBe('no-data')
  expect(entriesAndExits({ density: of(0.1), earlier: of(0.5), later: of(1.5), threshold: 1, leastJobs: 10 })).toMatchObject({ auc: 'too-few', entered: [0], candidates: 1 })
  expect(entriesAndExits({ density: of(0.1), earlier: of(1.5), later: of(0.5), threshold: 1, leastJobs: 10 }).left).toEqual([0])
})
