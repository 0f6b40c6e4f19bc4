import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bgnPerEur, eurFromBgn } from './money.ts'

test('10,617 leva are 5,428.39 euro', () => {
  expect(eurFromBgn(10_617)).toBe(5_428.39)
})
test('the rate itself is one euro, at any number of decimals', () => {
  for (const decimals of [0, 1, 2, 5]) expect(eurFromBgn(bgnPerEur, decimals)).toBe(1)
})
test('a third decimal of 5 or more goes up, away from zero for what is owed', () => {
  expect(eurFromBgn(0.005 * bgnPerEur)).toBe(0.01)
  expect(eurFromBgn(0.0049 * bgnPerEur)).toBe(0)
  expect(eurFromBgn(-0.005 * bgnPerEur)).toBe(-0.01)
})
test('nothing is nothing', () => {
  expect(Object.is(eurFromBgn(0), 0)).toBe(true)
})
const amount = fc.double({ min: -1e10, max: 1e10, noNaN: true })
test('the result is never farther than half a cent from the exact amount', () => {
  fc.assert(fc.property(amount, (bgn) => Math.abs(eurFromBgn(bgn) - bgn / bgnPerEur) <= 0.005 + 1e-6))
})
test('more leva are never fewer euro, and a debt is as large as the amount owed', () => {
  fc.assert(fc.property(amount, amount, (a, b) => {
    expect(eurFromBgn(Math.min(a, b))).toBeLessThanOrEqual(eurFromBgn(Math.max(a, b)))
    expect(eurFromBgn(-a) + eurFromBgn(a)).toBe(0)
  }))
})
