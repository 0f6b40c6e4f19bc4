// If the past pace goes on: worked cases, values of SciPy, and what must hold for any series.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dampedHolt } from './damped-holt.ts'
import { forecastOf } from './forecast.ts'
import { pointsOf } from './series.ts'

const y = Float64Array.of(12.1, 12.9, 12.4, 13.8, 14.1, 13.9, 15.2, 15, 16.3, 16.1, 17.4)
const measured = pointsOf(y, Float64Array.from(y, (_, i) => 2010 + i))
const series = (...values: number[]) => pointsOf(Float64Array.from(values))

test('the line has the interval of a new value: t · s · √(1 + 1/T + (x − x̄)²/Sxx)', () => {
  const { ahead } = forecastOf(measured, { method: 'line' })
  expect(ahead[0]?.time).toBe(2021)
  expect(ahead[0]?.point).toBeCloseTo(17.445454545454595, 10)
  expect(ahead[0]?.intervals[1]?.low).toBeCloseTo(16.281694729968187, 10)
  expect(ahead[4]?.point).toBeCloseTo(19.427272727272793, 10)
  expect(ahead[4]?.intervals[1]?.high).toBeCloseTo(20.809286586231032, 10)
})
test('drift goes on by the mean step, with the error σ√(h(1 + h/(T−1)))', () => {
  const { ahead } = forecastOf(measured, { method: 'drift' })
  expect(ahead[0]?.error).toBeCloseTo(0.8064393619141142, 12)
  expect(ahead[4]?.point).toBeCloseTo(20.05, 10)
  expect(ahead[4]?.intervals[1]?.low).toBeCloseTo(15.922813469917488, 10)
  expect(ahead[4]?.error).toBeCloseTo(2.1057461068862646, 12)
})
test('every candidate is judged by what it would have said at each earlier year', () => {
  const found = forecastOf(measured, { horizon: 3 }).errors.find(({ method }) => method === 'drift')
  expect(found).toMatchObject({ comparisons: 15 })
  expect(found?.meanAbsolute).toBeCloseTo(0.627878306878306, 12)
  expect(found?.rootMeanSquare).toBeCloseTo(0.7315827007860137, 12)
})
test('from ten points on the candidate with the smallest error is taken, below ten drift', () => {
  const { method, errors } = forecastOf(measured)
  const least = Math.min(...errors.map((one) => one.meanAbsolute as number))
  expect(errors.find((one) => one.method === method)?.meanAbsolute).toBe(least)
  expect(errors).toHaveLength(5)
  expect(forecastOf(pointsOf(y.subarray(0, 9)))).toMatchObject({ method: 'drift', errors: [] })
  expect(forecastOf(measured, { candidates: ['naive', 'drift'] }).errors.map((one) => one.method)).toEqual(['naive', 'drift'])
})
test('a straight line is gone on with exactly; on logarithms the same for a constant rate', () => {
  expect(forecastOf(series(1, 2, 3)).ahead[0]).toMatchObject({ point: 4, error: 0, intervals: [{ low: 4, high: 4 }, { low: 4, high: 4 }] })
  expect(forecastOf(series(100, 110, 121, 133.1), { method: 'log-line' }).ahead[0]?.point).toBeCloseTo(146.41, 8)
})
test('under three points there is none, under five it is flagged, and a log of zero is refused', () => {
  expect(forecastOf(series(1, 2))).toMatchObject({ method: null, reason: 'too-few', ahead: [] })
  expect(forecastOf(series())).toMatchObject({ reason: 'no-data' })
  expect(forecastOf(series(1, 2, 4, 5)).flags).toEqual(['few-points'])
  expect(forecastOf(series(4, 4, 4, 4, 4)).flags).toEqual(['constant'])
  expect(forecastOf(series(0, 1, 2, 3), { method: 'log-line' })).toMatchObject({ reason: 'not-positive', ahead: [] })
})
test('a bounded indicator stays inside its limits, by logit or clamped', () => {
  const rising = series(70, 78, 84, 90, 94, 97)
  const clamped = forecastOf(rising, { method: 'drift', bounds: { low: 0, high: 100, by: 'clamp' } }).ahead, logit = forecastOf(rising, { method: 'drift', bounds: { low: 0, high: 100, by: 'logit' } }).ahead
  expect(clamped[4]?.point).toBe(100)
  for (const { point, intervals } of logit) for (const one of [point, ...intervals.flatMap(({ low, high }) => [low, high])]) expect((one as number) > 0 && (one as number) < 100).toBe(true)
  expect(forecastOf(series(70, 90, 100), { method: 'drift', bounds: { low: 0, high: 100, by: 'logit' } }).reason).toBe('out-of-domain')
})
test('the damped trend follows a straight line and grows less each year ahead', () => {
  const holt = dampedHolt(Float64Array.from({ length: 12 }, (_, i) => 5 + 2 * i))
  if (typeof holt === 'string') throw new Error(holt)
  const steps = [1, 2, 3, 4].map((h) => holt.ahead(h) - holt.ahead(h - 1))
  expect(holt.ahead(1)).toBeCloseTo(29, 0)
  steps.forEach((one, i) => { if (i > 0) expect(one).toBeLessThan(steps[i - 1] as number) })
  expect(dampedHolt(y.subarray(0, 6))).toBe('too-few')
  const walk = dampedHolt(y)
  expect(typeof walk !== 'string' && walk.errorAhead(5) >= walk.errorAhead(1)).toBe(true)
})
test('the wider level holds the narrower, both hold the point, and the same input gives the same bytes', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 3, maxLength: 14 }), (values) => {
    const found = forecastOf(series(...values), { horizon: 3 })
    expect(JSON.stringify(forecastOf(series(...values), { horizon: 3 }))).toBe(JSON.stringify(found))
    for (const { point, intervals: [inner, outer] } of found.ahead) {
      if (typeof point !== 'number' || inner === undefined || outer === undefined) continue
      const size = 1e-9 * Math.max(1, Math.abs(point))
      expect((outer.low as number) <= (inner.low as number) + size && (inner.low as number) <= point + size && point <= (inner.high as number) + size && (inner.high as number) <= (outer.high as number) + size).toBe(true)
    }
  }), { numRuns: 40 })
})
