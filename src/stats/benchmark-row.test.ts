// One indicator among peers: the worked case, both directions, what is undefined, and what must hold for any numbers.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benchmarkRow, yearlyChange } from './benchmark-row.ts'
import { kernelDensity } from './kernel-density.ts'

const peers = Float64Array.of(8, 12, 14, 16, 20)
const progress = new Float64Array(5).fill(0.5)

test('own 10 among 8, 12, 14, 16, 20: four short of the middle, eight years at the peers’ pace', () => {
  expect(benchmarkRow({ own: 10, peers, progress })).toMatchObject({
    own: 10, n: 5, min: 8, q1: 12, median: 14, q3: 16, max: 20, mean: 14, best: 20, goodQuarter: 16, percentile: 0.2, betterThan: 0.2,
    toMedian: -4, toGoodQuarter: -6, toBest: -10, toMean: -4, yearsToMedian: 8, yearsToGoodQuarter: 12, yearsToBest: 20, progress: 0.5, quarterRatio: 2.5,
  })
})
test('where less is better the best is the least, and falling is progress', () => {
  expect(benchmarkRow({ own: 10, peers, progress: progress.map((one) => -one), direction: -1 })).toMatchObject({
    best: 8, goodQuarter: 12, betterThan: 0.8, percentile: 0.2, toMedian: -4, yearsToMedian: -8, toBest: 2, yearsToBest: 4, progress: 0.5,
  })
})
test('peers that get worse or stand still have no years, four have no quartiles, none have nothing, and without an own value there is no gap', () => {
  expect(benchmarkRow({ own: 10, peers, progress: progress.map((one) => -one) }).yearsToMedian).toBe('not-positive')
  expect(benchmarkRow({ own: 10, peers }).yearsToMedian).toBe('no-data')
  expect(benchmarkRow({ own: 10, peers: peers.subarray(1), progress })).toMatchObject({ q1: 'too-few', q3: 'too-few', goodQuarter: 'too-few', toGoodQuarter: 'too-few', median: 15, toMedian: -5 })
  expect(benchmarkRow({ own: 10, peers: new Float64Array() })).toMatchObject({ n: 0, min: 'no-data', median: 'no-data', percentile: 'no-data', toMedian: 'no-data', quarterRatio: 'no-data' })
  expect(benchmarkRow({ own: Number.NaN, peers, progress })).toMatchObject({ own: 'no-data', median: 14, toMedian: 'no-data', yearsToMedian: 'no-data', percentile: 'no-data' })
  expect(benchmarkRow({ own: 14, peers, progress }).yearsToMedian).toBe(0)
  expect(benchmarkRow({ own: 1, peers: Float64Array.of(0, 0, 3, 4) }).quarterRatio).toBe('zero-denominator')
  expect(benchmarkRow({ own: 1, peers: Float64Array.of(-1, 0, 3, 4) }).quarterRatio).toBe('not-positive')
})
test('10 in 2015 and 16 in 2018 are two a year; one value or one year is none', () => {
  const years = [2015, 2016, 2017, 2018]
  expect(yearlyChange({ values: Float64Array.of(10, Number.NaN, 99, 16), years })).toBe(2)
  expect(yearlyChange({ values: Float64Array.of(Number.NaN, 7, Number.NaN, Number.NaN), years })).toBe('too-few')
  expect(yearlyChange({ values: new Float64Array(4).fill(Number.NaN), years })).toBe('no-data')
  expect(yearlyChange({ values: Float64Array.of(-1e308, 1e308), years: [2015, 2016] })).toBe('out-of-domain')
})
test('for any numbers: never NaN, the marks rise, and no more peers are lower than there are', () => {
  const number = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(0, 1e308, -1e308, Number.NaN))
  fc.assert(fc.property(number, fc.array(number, { maxLength: 12 }), fc.array(number, { maxLength: 12 }), fc.constantFrom(1, -1), (own, list, steps, direction) => {
    const row = benchmarkRow({ own, peers: Float64Array.from(list), progress: Float64Array.from(steps), direction: direction as 1 | -1 })
    for (const value of Object.values(row)) expect(typeof value === 'string' || Number.isFinite(value)).toBe(true)
    const marks = [row.min, row.q1, row.median, row.q3, row.max].filter((one) => typeof one === 'number')
    expect(marks).toEqual(marks.toSorted((a, b) => a - b))
    if (typeof row.percentile === 'number') expect(row.percentile >= 0 && row.percentile <= 1).toBe(true)
  }))
})
test('the hill over 1 … 5 has the bandwidth of Silverman’s rule and holds all of the values', () => {
  const hill = kernelDensity({ values: Float64Array.of(1, 2, 3, 4, 5), points: 400 })
  if (typeof hill === 'string') throw new Error(hill)
  expect(hill.bandwidth).toBeCloseTo(0.9 * (2 / 1.34) * 5 ** -0.2, 12)
  const step = (hill.at[1] ?? 0) - (hill.at[0] ?? 0)
  expect(hill.density.reduce((sum, one) => sum + one * step, 0)).toBeCloseTo(1, 2)
  expect(kernelDensity({ values: Float64Array.of(3, 3) })).toBe('constant')
  expect(kernelDensity({ values: Float64Array.of(3) })).toBe('too-few')
  expect(kernelDensity({ values: Float64Array.of(Number.NaN) })).toBe('no-data')
  expect(kernelDensity({ values: Float64Array.of(1e308, -1e308) })).toBe('out-of-domain')
})
