// Quotients: the worked case, what must hold for any sizes, and what no input may bring about.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialInterval } from './binomial-interval.ts'
import type { Economy } from './economy.ts'
import { locationQuotients } from './location-quotient.ts'
import { boundHidden, stateQuotients } from './location-quotient-statement.ts'
import { quotientVariants } from './location-quotient-variants.ts'
import { valuesOf } from './reason.ts'

const economy = (rows: readonly (readonly number[])[], more: Partial<Economy> = {}): Economy => ({ sizes: Float64Array.from(rows.flat()), regions: rows.length, activities: rows[0]?.length ?? 0, ...more })
const quotients = (rows: readonly (readonly number[])[], more: Partial<Economy> = {}) => { const { values, why } = locationQuotients(economy(rows, more)); return valuesOf(values, why) }
const state = (rows: readonly (readonly number[])[], more: { leastJobs?: number; perUnit?: number } = {}) =>
  stateQuotients({ economy: economy(rows), quotients: locationQuotients(economy(rows)), leastJobs: 10, level: 0.95, perUnit: 1, ...more })

test('1,714 of 79,006 jobs where the country has 879,213 of 15,593,224 are a quotient of 0.3847623', () => {
  const [value] = quotients([[1714]], { regionTotals: Float64Array.of(79_006), reference: Float64Array.of(879_213), referenceTotal: 15_593_224 })
  expect(value).toBeCloseTo(0.38476234230132811, 12)
})
test('locationQuotient is exactly 1 when region and reference are alike', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 50 }), (row, times) => {
    expect(quotients([row, row.map((one) => one * times)])).toEqual([...row, ...row].map(() => 1))
  }))
})
test('quotients weighted by the region’s part in each activity’s share average to 1, and order of regions changes nothing', () => {
  const rows = fc.array(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 6 })
  fc.assert(fc.property(rows, (sizes) => {
    const { values, totals } = locationQuotients(economy(sizes))
    for (let i = 0; i < 3; i += 1) {
      if (totals.ofActivity[i] === 0) continue
      expect(sizes.reduce((all, _, r) => all + (Number.isNaN(values[r * 3 + i]) ? 0 : (values[r * 3 + i] as number) * (totals.ofRegion[r] as number)), 0) / totals.all).toBeCloseTo(1, 9)
    }
    expect(quotients(sizes.toReversed())).toEqual(Array.from({ length: sizes.length }, (_, r) => quotients(sizes).slice(r * 3, (r + 1) * 3)).reverse().flat())
  }))
})
test('what is not there is not nought: an empty region, an activity nobody has, and a confidential cell have their reasons', () => {
  expect(quotients([[1, 0], [0, 0]])).toEqual([1, 'zero-denominator', 'zero-denominator', 'zero-denominator'])
  expect(quotients([[Number.NaN, 3], [1, 1]])).toEqual(['no-data', 1.25, 2.5, 0.625])
  expect(quotients([])).toEqual([])
  expect(quotients([[Number.NaN, Number.NaN], [Number.NaN, Number.NaN]])).toEqual(['no-data', 'no-data', 'no-data', 'no-data'])
  expect(quotients([[1e308, 1e308], [1e308, 1]])).toEqual(['out-of-domain', 'out-of-domain', 'out-of-domain', 'out-of-domain'])
  expect(quotients([[5]])).toEqual([1])
  expect(() => quotients([[-1, 2]])).toThrow(RangeError)
})
test('a total that leaves out a confidential cell says so, and a published one is taken instead', () => {
  const short = locationQuotients(economy([[Number.NaN, 3], [1, 1]]))
  expect([[...short.totals.regionShort], [...short.totals.activityShort]]).toEqual([[1, 0], [1, 0]])
  expect(quotients([[Number.NaN, 3], [1, 1]], { regionTotals: Float64Array.of(5, 2), reference: Float64Array.of(3, 4) })[1]).toBeCloseTo(3 / 5 / (4 / 7), 12)
})
test('of few jobs nothing is said, and only where the whole interval is above 1 is it said to be above', () => {
  const said = state([[20, 80], [80, 820]])
  expect([said.low[0], said.high[0]].map((one) => Number(one?.toFixed(4)))).toEqual([1.2666, 2.9184])
  expect(said.says).toEqual(['above', 'below', 'unclear', 'unclear'])
  expect(state([[2, 8], [8, 82]]).says).toEqual(['few', 'few', 'few', 'unclear'])
  expect(state([[2, 8], [8, 82]], { perUnit: 1000 }).says).toEqual(['above', 'below', 'below', 'above'])
  expect(state([[Number.NaN, 3]]).says[0]).toBe('unknown')
})
test('the exact bounds of 7 in 20 are 0.1539 and 0.5922; nobody and everybody reach the end', () => {
  expect(binomialInterval({ count: 7, of: 20, level: 0.95 })).toEqual({ low: expect.closeTo(0.153909, 5), high: expect.closeTo(0.592189, 5) })
  expect(binomialInterval({ count: 0, of: 10, level: 0.95 })).toEqual({ low: 0, high: expect.closeTo(0.308497, 5) })
  expect(binomialInterval({ count: 10, of: 10, level: 0.95 })).toEqual({ low: expect.closeTo(0.691503, 5), high: 1 })
  expect(binomialInterval({ count: 3, of: 2, level: 0.95 })).toBe('out-of-domain')
  expect(binomialInterval({ count: 0, of: 0, level: 0.95 })).toBe('no-data')
})
test('a confidential cell lies between what its row must give it and what its row and column leave', () => {
  const one = economy([[60, 30, Number.NaN, Number.NaN]], { regionTotals: Float64Array.of(100), reference: Float64Array.of(600, 300, 50, 8) })
  const bounds = boundHidden({ economy: one, quotients: locationQuotients(one) })
  expect(bounds.map(({ activity, low, high }) => [activity, low, high])).toEqual([[2, 2, 10], [3, 0, 8]])
  expect(bounds[0]?.quotientHigh).toBeCloseTo(10 / 100 / (50 / 958), 12)
  expect(boundHidden({ economy: economy([[1, Number.NaN]]), quotients: locationQuotients(economy([[1, Number.NaN]])) })).toEqual([])
})
test('the relatives: 20 of 100 here, 100 of 1,000 there, 50 of 2,000 people', () => {
  const found = quotientVariants({ economy: economy([[20, 80], [80, 820]]), people: Float64Array.of(50, 1950) })
  expect([found.additive.values[0], found.symmetric.values[0], found.perHead?.values[0]]).toEqual([expect.closeTo(0.1, 12), expect.closeTo(1 / 3, 12), expect.closeTo(8, 12)])
  expect(valuesOf(quotientVariants({ economy: economy([[1, 0]]), people: Float64Array.of(0) }).perHead?.values ?? new Float64Array(), quotientVariants({ economy: economy([[1, 0]]), people: Float64Array.of(0) }).perHead?.why)).toEqual(['zero-denominator', 'zero-denominator'])
  expect(quotientVariants({ economy: economy([[1, 0]]) }).perHead).toBeNull()
})
test('the symmetric form stays between −1 and 1, and the additive one sums to nought over regions', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 6 }), (sizes) => {
    const { additive, symmetric } = quotientVariants({ economy: economy(sizes) })
    for (const one of symmetric.values) expect(Math.abs(one)).toBeLessThanOrEqual(1)
    for (let i = 0; i < 3; i += 1) expect(sizes.reduce((all, _, r) => all + (additive.values[r * 3 + i] as number), 0)).toBeCloseTo(0, 9)
  }))
})
