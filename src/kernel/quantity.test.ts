import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sayDate, sayNumber, saySigned } from './quantity.ts'

describe('a number', () => {
  test.each([
    [1234.5, 1, '1\u00a0234,5', '1,234.5'], [0, 0, '0', '0'], [-2.25, 2, '−2,25', '−2.25'], [1_000_000, 0, '1\u00a0000\u00a0000', '1,000,000'],
    [8300, 2, '8\u00a0300,00', '8,300.00'], [0.005, 1, '0,0', '0.0'],
  ])('%f with %i decimals', (value, decimals, bg, en) => {
    expect(sayNumber(value, 'bg', decimals)).toBe(bg)
    expect(sayNumber(value, 'en', decimals)).toBe(en)
  })
  test('that rounds to zero has no sign', () => {
    expect(sayNumber(-0.001, 'bg', 1)).toBe('0,0')
    expect(sayNumber(-0, 'en', 0)).toBe('0')
  })
  test('that is missing is not said as a number', () => {
    for (const value of [Number.NaN, Infinity, -Infinity]) expect(() => sayNumber(value, 'bg', 0)).toThrow('reason')
  })
  test('has the decimals it was given, and is the same in both languages but for its signs', () => {
    fc.assert(fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
      const bg = sayNumber(value, 'bg', decimals)
      const en = sayNumber(value, 'en', decimals)
      expect(bg.replaceAll('\u00a0', ' ').replaceAll(' ', ';').replace(',', '.').replaceAll(';', ',')).toBe(en)
      expect((en.split('.')[1] ?? '').length).toBe(decimals)
    }))
  })
})
describe('a change', () => {
  test.each([[1.2, '+1,2'], [-0.4, '−0,4'], [0, '0,0'], [0.04, '0,0'], [-0.04, '0,0'], [0.05, '+0,1']])('of %f is said %s', (value, text) => {
    expect(saySigned(value, 'bg', 1)).toBe(text)
  })
})
test('a day is the day in the region, also late in the evening', () => {
  const late = new Date('2026-11-24T23:30:00Z')
  expect(sayDate(late, 'bg')).toBe('25.11.2026 г.')
  expect(sayDate(late, 'en')).toBe('25 November 2026')
  expect(sayDate(new Date('2026-01-05T00:00:00Z'), 'bg')).toBe('05.01.2026 г.')
})
