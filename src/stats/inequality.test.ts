// Inequality between regions: worked cases, weighted values of NumPy, and what must hold for any regions.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inequalityOf } from './inequality.ts'

test('1 and 3: Williamson 0.5, Gini 0.25 (0.5 of what two can have), Theil T 0.1308, Theil L 0.1438, Hoover 0.25', () => {
  const found = inequalityOf({ values: Float64Array.of(1, 3) })
  expect(found).toMatchObject({ mean: 2, williamson: 0.5, gini: 0.25, giniNormalised: 0.5, hoover: 0.25, coulter: 0.25 })
  expect(found.theilT).toBeCloseTo(0.25 * Math.log(0.5) + 0.75 * Math.log(1.5), 12)
  expect(found.theilL).toBeCloseTo(-0.5 * Math.log(0.75), 12)
})
test('weighted by people, the values carry their weights when sorted and the deviations are from the weighted mean', () => {
  const found = inequalityOf({ values: Float64Array.of(4.2, 9.9, 6.1, 3.3, 12.4), weights: Float64Array.of(10, 40, 22, 7, 61), epsilons: [0.5, 2] })
  expect(found.mean).toBeCloseTo(9.655, 12)
  expect(found.williamson).toBeCloseTo(0.3180736285700808, 12)
  expect(found.theilT).toBeCloseTo(0.057562841156387934, 12)
  expect(found.theilL).toBeCloseTo(0.06910784007307544, 12)
  expect(found.gini).toBeCloseTo(0.16818239465646434, 12)
  expect(found.atkinson[0]?.value).toBeCloseTo(0.031058273283529392, 12)
  expect(found.atkinson[1]?.value).toBeCloseTo(0.15046575389430483, 12)
  expect(found.hoover).toBeCloseTo(0.13112746911296885, 12)
  expect(found.coulter).toBeCloseTo(0.1035802662144391, 12)
})
test('what is not defined says why', () => {
  expect(inequalityOf({ values: Float64Array.of() })).toMatchObject({ gini: 'no-data', hoover: 'no-data' })
  expect(inequalityOf({ values: Float64Array.of(5) })).toMatchObject({ gini: 0, giniNormalised: 'too-few', theilT: 0 })
  expect(inequalityOf({ values: Float64Array.of(0, 4) })).toMatchObject({ theilT: 'not-positive', theilL: 'not-positive', gini: 0.5 })
  expect(inequalityOf({ values: Float64Array.of(-2, 2) })).toMatchObject({ williamson: 'zero-denominator', hoover: 'zero-denominator' })
  expect(inequalityOf({ values: Float64Array.of(1, 3), weights: Float64Array.of(0, 0) }).gini).toBe('zero-denominator')
  expect(inequalityOf({ values: Float64Array.of(1, 3), epsilons: [1] }).atkinson).toEqual([{ epsilon: 1, value: 'out-of-domain' }])
  expect(() => inequalityOf({ values: Float64Array.of(1, 3), weights: Float64Array.of(1, -1) })).toThrow('negative')
})
test('an amount and its reference can be given by themselves: all of the amount in one of two equal regions is half too much', () => {
  expect(inequalityOf({ values: Float64Array.of(1, 1), amounts: Float64Array.of(10, 0), reference: Float64Array.of(5, 5) })).toMatchObject({ hoover: 0.5, coulter: 0.5 })
})
test('equal regions are equal by every measure; a factor changes none; none is negative', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 2, maxLength: 30 }), fc.integer({ min: 2, max: 50 }), (values, factor) => {
    const found = inequalityOf({ values: Float64Array.from(values) }), more = inequalityOf({ values: Float64Array.from(values, (one) => one * factor) })
    for (const key of ['williamson', 'theilT', 'theilL', 'gini', 'hoover', 'coulter'] as const) {
      expect(found[key] as number).toBeGreaterThanOrEqual(-1e-12)
      expect(more[key]).toBeCloseTo(found[key] as number, 9)
      expect(inequalityOf({ values: new Float64Array(values.length).fill(factor) })[key]).toBeCloseTo(0, 12)
    }
    const pairs = values.flatMap((a) => values.map((b) => Math.abs(a - b))).reduce((sum, one) => sum + one, 0)
    expect(found.gini).toBeCloseTo(pairs / (2 * values.length * values.reduce((sum, one) => sum + one, 0)), 10)
  }))
})
