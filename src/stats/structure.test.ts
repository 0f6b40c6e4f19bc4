// Indices of structure: worked cases, what must hold for any structure, and the awkward rows.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entropyOf } from './entropy.ts'
import { giniOfSpecialisation } from './gini-of-specialisation.ts'
import { hachmanIndex } from './hachman-index.ts'
import { herfindahl } from './herfindahl.ts'
import { krugmanIndex } from './krugman-index.ts'
import { varietyOf } from './variety.ts'
import { whereAnIndustrySits } from './where-an-industry-sits.ts'

const of = (...list: readonly number[]): Float64Array => Float64Array.from(list)
const missing = 'undefined' as const
const row = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 2, maxLength: 8 }).filter((list) => list.some((one) => one > 0))
const awkward = [[], [0], [0, 0], [Number.NaN], [Number.NaN, Number.NaN], [1, Number.NaN], [1e308, 1e308], [5], [2, 2], [0, 7]].map((list) => Float64Array.from(list))

test('3, 1 against 1, 1: Krugman 0.5, Hachman 0.8', () => {
  expect(krugmanIndex({ region: of(3, 1), reference: of(1, 1), missing })).toEqual({ index: 0.5, coefficient: 0.25 })
  expect(hachmanIndex({ region: of(3, 1), reference: of(1, 1), missing })).toBeCloseTo(0.8, 12)
})
test('Krugman is 0 for alike structures whatever their size, 2 where nothing is shared, and the same both ways', () => {
  expect(krugmanIndex({ region: of(1, 0), reference: of(0, 5), missing }).index).toBe(2)
  fc.assert(fc.property(row, fc.integer({ min: 1, max: 30 }), (list, times) => {
    expect(krugmanIndex({ region: of(...list), reference: of(...list.map((one) => one * times)), missing }).index).toBeCloseTo(0, 12)
    const other = list.toReversed()
    const [there, back] = [krugmanIndex({ region: of(...list), reference: of(...other), missing }).index as number, krugmanIndex({ region: of(...other), reference: of(...list), missing }).index as number]
    expect(there).toBeCloseTo(back, 12)
    expect(there).toBeGreaterThanOrEqual(0)
    expect(there).toBeLessThanOrEqual(2 + 1e-12)
  }))
})
test('2, 1, 1: Herfindahl 0.375, normalised 0.0625, as 2.6667 equal activities; entropy 1.0397 nats or 1.5 bits', () => {
  expect(herfindahl({ row: of(2, 1, 1), missing })).toEqual({ index: 0.375, normalised: expect.closeTo(0.0625, 12), equivalentNumber: expect.closeTo(8 / 3, 12) })
  expect(entropyOf({ row: of(2, 1, 1), missing, base: Math.E })).toEqual({ entropy: expect.closeTo(1.5 * Math.LN2, 12), normalised: expect.closeTo((1.5 * Math.LN2) / Math.log(3), 12) })
  expect(entropyOf({ row: of(2, 1, 1), missing, base: 2 }).entropy).toBeCloseTo(1.5, 12)
  expect(entropyOf({ row: of(2, 1), missing, base: 1 }).entropy).toBe('out-of-domain')
})
test('evenly spread is least concentrated and most diverse; all in one is the other end', () => {
  fc.assert(fc.property(row, (list) => {
    const { index, normalised, equivalentNumber } = herfindahl({ row: of(...list), missing })
    expect((index as number) * (equivalentNumber as number)).toBeCloseTo(1, 12)
    expect(normalised).toBeGreaterThanOrEqual(-1e-12)
    expect(normalised).toBeLessThanOrEqual(1 + 1e-12)
    const { normalised: evenness } = entropyOf({ row: of(...list), missing, base: Math.E })
    expect(evenness).toBeGreaterThanOrEqual(0)
    expect(evenness).toBeLessThanOrEqual(1 + 1e-12)
  }))
  expect(herfindahl({ row: of(7, 7, 7, 7), missing }).normalised).toBeCloseTo(0, 12)
  expect(herfindahl({ row: of(0, 9), missing }).normalised).toBe(1)
})
test('related and unrelated variety together are the entropy, however activities are grouped', () => {
  const found = varietyOf({ row: of(2, 1, 1), groups: ['A', 'B', 'B'], missing, base: Math.E })
  expect([found.unrelated, found.related]).toEqual([expect.closeTo(Math.LN2, 12), expect.closeTo(0.5 * Math.LN2, 12)])
  fc.assert(fc.property(row, fc.integer({ min: 1, max: 4 }), (list, groups) => {
    const one = varietyOf({ row: of(...list), groups: list.map((_, at) => String(at % groups)), missing, base: Math.E })
    expect((one.unrelated as number) + (one.related as number)).toBeCloseTo(one.entropy as number, 9)
    expect(one.entropy).toBeCloseTo(entropyOf({ row: of(...list), missing, base: Math.E }).entropy as number, 12)
  }))
})
test('Hachman is 1 for the nation’s own structure and within 0…1 where the nation contains the region', () => {
  fc.assert(fc.property(row, row, (list, rest) => {
    const whole = of(...list.map((one, at) => one + (rest[at % rest.length] as number)))
    const index = hachmanIndex({ region: of(...list), reference: whole, missing }) as number
    expect(index).toBeGreaterThan(0)
    expect(index).toBeLessThanOrEqual(1 + 1e-12)
    expect(hachmanIndex({ region: of(...list), reference: of(...list.map((one) => one * 3)), missing })).toBeCloseTo(1, 12)
  }))
  expect(hachmanIndex({ region: of(1, 1), reference: of(1, 0), missing })).toBe('zero-denominator')
})
test('Gini of the quotients 0, 1, 2 is 0.4444, of equal ones 0, and does not depend on their scale', () => {
  expect(giniOfSpecialisation(of(2, 0, 1))).toBeCloseTo(4 / 9, 12)
  expect(giniOfSpecialisation(of(3, 3, 3))).toBeCloseTo(0, 12)
  expect(giniOfSpecialisation(of(1e308, 0, 5e307))).toBeCloseTo(4 / 9, 12)
  expect([giniOfSpecialisation(of()), giniOfSpecialisation(of(0, 0)), giniOfSpecialisation(of(Number.NaN))]).toEqual(['no-data', 'zero-denominator', 'no-data'])
})
test('15 and 5 jobs with 1 and 3 people: half would have to move, Gini 0.5', () => {
  expect(whereAnIndustrySits({ sizes: of(15, 5), people: of(1, 3), regionTotals: of(20, 20) })).toEqual({ hoover: expect.closeTo(50, 12), hooverGini: expect.closeTo(0.5, 12), locationalGini: expect.closeTo(0.125, 12) })
  expect(whereAnIndustrySits({ sizes: of(0, 0), people: of(1, 3), regionTotals: of(2, 2) })).toEqual({ hoover: 'zero-denominator', hooverGini: 'zero-denominator', locationalGini: 'zero-denominator' })
  fc.assert(fc.property(row, (list) => {
    const found = whereAnIndustrySits({ sizes: of(...list), people: of(...list.map((one) => one * 7)), regionTotals: of(...list.map((_, at) => at + 1)) })
    expect(found.hoover).toBeCloseTo(0, 9)
    expect(found.hooverGini).toBeCloseTo(0, 9)
    expect(found.locationalGini).toBeLessThanOrEqual(0.5)
  }))
})
test('no row, however awkward, brings a NaN or an exception out of an index', () => {
  const fine = (value: unknown): void => { expect(typeof value === 'string' || Number.isFinite(value), String(value)).toBe(true) }
  for (const list of awkward) {
    for (const rule of ['undefined', 'left-out'] as const) {
      for (const value of Object.values(herfindahl({ row: list, missing: rule }))) fine(value)
      for (const value of Object.values(entropyOf({ row: list, missing: rule, base: 2 }))) fine(value)
      for (const other of awkward.filter(({ length }) => length === list.length)) {
        for (const value of Object.values(krugmanIndex({ region: list, reference: other, missing: rule }))) fine(value)
        fine(hachmanIndex({ region: list, reference: other, missing: rule }))
        for (const value of Object.values(whereAnIndustrySits({ sizes: list, people: other, regionTotals: other }))) fine(value)
      }
      const { unrelated, related } = varietyOf({ row: list, groups: Array.from(list, () => 'A'), missing: rule, base: 2 })
      fine(unrelated)
      fine(related)
    }
    fine(giniOfSpecialisation(list))
  }
})
test('a missing cell gives no index, or one of what is known where that is asked for; it is never nought', () => {
  expect(herfindahl({ row: of(1, Number.NaN, 1), missing }).index).toBe('no-data')
  expect(herfindahl({ row: of(1, Number.NaN, 1), missing: 'left-out' })).toEqual({ index: 0.5, normalised: 0, equivalentNumber: 2 })
})
