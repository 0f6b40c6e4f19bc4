// Growth, Theil–Sen, Mann–Kendall: worked cases, values of SciPy 1.17, and what must hold for any series.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growthOf } from './growth.ts'
import { leastSquares, lineOf } from './least-squares.ts'
import { mannKendall } from './mann-kendall.ts'
import { pointsOf } from './series.ts'
import { theilSen } from './theil-sen.ts'

const series = (...values: number[]) => pointsOf(Float64Array.from(values))
const measured = pointsOf(Float64Array.of(12.1, 12.9, 12.4, 13.8, 14.1, 13.9, 15.2, 15, 16.3, 16.1, 17.4), Float64Array.from({ length: 11 }, (_, i) => 2010 + i))

test('100, 110, 121 grows by a tenth a year by both measures, and by 10.5 points', () => {
  const found = growthOf(series(100, 110, 121))
  expect(found.compound).toBeCloseTo(0.1, 12)
  expect(found.logLinear).toBeCloseTo(0.1, 12)
  expect(found).toMatchObject({ points: 10.5, years: 2, count: 3, flags: ['few-points'] })
})
test('the log-linear growth and its error are those of SciPy', () => {
  const found = growthOf(measured)
  expect(found.slope).toBeCloseTo(0.034227103313922626, 12)
  expect(found.slopeError).toBeCloseTo(0.0027676037871654452, 12)
  expect(found.logLinear).toBeCloseTo(0.03481959100268295, 12)
  expect(found.explained).toBeCloseTo(0.9718154326858186 ** 2, 12)
})
test('a value that is not above 0 has no rate, but still points a year', () => {
  expect(growthOf(series(0, 1, 2, 3, 4))).toMatchObject({ compound: 'not-positive', logLinear: 'not-positive', points: 1 })
  expect(growthOf(series(4, -1, 8))).toMatchObject({ compound: expect.closeTo(Math.SQRT2 - 1, 12), logLinear: 'not-positive' })
  expect(growthOf(series())).toMatchObject({ compound: 'no-data', points: 'no-data' })
  expect(growthOf(series(3))).toMatchObject({ compound: 'too-few', points: 'too-few' })
  expect(growthOf(series(1, 2))).toMatchObject({ compound: 1, slopeError: 'too-few' })
})
test('what lies before a break is another series, and a missing year keeps its place in time', () => {
  expect(growthOf(pointsOf(Float64Array.of(1, 50, 100, Number.NaN, 121), undefined, [2])).compound).toBeCloseTo(0.1, 12)
  expect(pointsOf(Float64Array.of(1, 2, Number.NaN, 9, 10), undefined, [3])).toEqual({ times: Float64Array.of(3, 4), values: Float64Array.of(9, 10) })
})
test('one outlier does not turn the slope of Theil and Sen', () => {
  expect(theilSen(series(1, 2, 3, 4, 100)).slope).toBe(1)
  expect(theilSen(measured).slope).toBeCloseTo(0.514285714285714, 12)
  const { slope, low, high } = theilSen(measured)
  expect(low as number).toBeGreaterThan(0.38)
  expect(high as number).toBeLessThan(0.56)
  expect((low as number) < (slope as number) && (slope as number) < (high as number)).toBe(true)
  expect(theilSen(series(1, 2)).slope).toBe('too-few')
})
test('five rising values: S 10, variance 16⅔, z 2.2045, p 0.0275; ties take from the variance; all equal is z 0', () => {
  const found = mannKendall(series(1, 2, 3, 4, 5))
  expect(found).toMatchObject({ s: 10, tau: 1, flags: [] })
  expect(found.variance).toBeCloseTo(16.6666667, 6)
  expect(found.z).toBeCloseTo(2.20454077, 7)
  expect(found.p).toBeCloseTo(0.02748634, 7)
  // S of 1, 2, 2, 3, 4, 4 is 13; variance (6·5·17 − 2·2·1·9) ÷ 18
  expect(mannKendall(series(1, 2, 2, 3, 4, 4))).toMatchObject({ s: 13, variance: (510 - 36) / 18 })
  expect(mannKendall(series(7, 7, 7, 7))).toMatchObject({ s: 0, z: 0, p: 1, tau: 'constant' })
  expect(mannKendall(measured).tau).toBeCloseTo(0.8545454545454545, 12)
  expect(mannKendall(series(1)).p).toBe('too-few')
})
test('a series turned round has the opposite trend; one moved and stretched has the same p', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 3, maxLength: 25 }), fc.integer({ min: 1, max: 9 }), (values, factor) => {
    const found = mannKendall(series(...values)), back = mannKendall(series(...values.toReversed())), moved = mannKendall(series(...values.map((one) => one * factor + 3)))
    expect((back.s as number) + (found.s as number)).toBe(0)
    expect(moved.p).toBe(found.p)
    expect(theilSen(series(...values.map((one) => one * factor + 3))).slope).toBeCloseTo((theilSen(series(...values)).slope as number) * factor, 9)
  }))
})
test('least squares: 1, 3, 5 on 0, 1, 2; columns that depend on each other and too few rows say so', () => {
  const fit = lineOf(Float64Array.of(0, 1, 2), Float64Array.of(1, 3, 5))
  expect(typeof fit === 'string' ? fit : [...fit.coefficients].map((one) => Math.round(one * 1e12) / 1e12)).toEqual([1, 2])
  expect(lineOf(Float64Array.of(4, 4, 4), Float64Array.of(1, 3, 5))).toBe('constant')
  expect(lineOf(Float64Array.of(4), Float64Array.of(1))).toBe('too-few')
  expect(() => leastSquares(Float64Array.of(1, 2, 3), Float64Array.of(1, 2), 2)).toThrow('4 cells')
})
