import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Period } from './period.ts'
import { comparePeriods, daysOf, parsePeriod, periodKind, yearOf } from './period.ts'

const two = (n: number): string => String(n).padStart(2, '0')
const year = fc.integer({ min: 1000, max: 2998 }).map(String)
const spellings = fc.oneof(
  year,
  fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([y, n]) => `${y}-S${n}`),
  fc.tuple(year, fc.integer({ min: 1, max: 4 }), fc.constantFrom('-Q', 'Q')).map(([y, n, sign]) => `${y}${sign}${n}`),
  fc.tuple(year, fc.integer({ min: 1, max: 12 }), fc.constantFrom('-', 'M', '-M')).map(([y, n, sign]) => `${y}${sign}${two(n)}`),
  fc.tuple(year, fc.constantFrom('I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII')).map(([y, month]) => `${y}${month}`),
  fc.tuple(year, fc.integer({ min: 1, max: 52 }), fc.constantFrom('-W', 'W')).map(([y, n, sign]) => `${y}${sign}${two(n)}`),
  year.map((y) => `${y}/${Number(y) + 1}`),
)
const period = spellings.map((text) => parsePeriod(text) as Period)

describe('the spellings of the sources', () => {
  test.each([
    ['2020', '2020', 'year'], ['2020 ', '2020', 'year'], ['2020A', '2020', 'year'], ['2020-A1', '2020', 'year'],
    ['2020-S1', '2020-S1', 'half'], ['2020S2', '2020-S2', 'half'], ['2025Q3', '2025-Q3', 'quarter'], ['2025-Q3', '2025-Q3', 'quarter'],
    ['2019M04', '2019-04', 'month'], ['2019-04', '2019-04', 'month'], ['2019IV', '2019-04', 'month'], ['2019XII', '2019-12', 'month'],
    ['2020W05', '2020-W05', 'week'], ['2020-W53', '2020-W53', 'week'], ['2000/2001', '2000/2001', 'schoolYear'],
  ])('%s is %s', (text, expected, kind) => {
    expect(parsePeriod(text)).toBe(expected)
    expect(periodKind(parsePeriod(text) as Period)).toBe(kind)
  })
  test.each([
    '', '20', '20201', '2020-13', '2020-00', '2020M13', '2020Q5', '2020-Q0', '2020S3', '2020IIII', '2020XIII', '2020-W54', '2020-W00',
    '2021-W53', '2000/2002', '2001/2000', '2020-01-01', 'last year', '-2020', '2020.5', '0800', '9999', '٢٠٢٠',
  ])('"%s" is no period', (text) => {
    expect(parsePeriod(text)).toBeUndefined()
  })
  test('2019IV is April and not the fourth quarter', () => {
    expect(daysOf(parsePeriod('2019IV') as Period)).toEqual({ first: '2019-04-01', last: '2019-04-30' })
  })
})

describe('first and last day', () => {
  test.each([
    ['2020', '2020-01-01', '2020-12-31'], ['2020-S2', '2020-07-01', '2020-12-31'], ['2020-Q1', '2020-01-01', '2020-03-31'],
    ['2020-02', '2020-02-01', '2020-02-29'], ['1900-02', '1900-02-01', '1900-02-28'], ['2000-02', '2000-02-01', '2000-02-29'],
    ['2000/2001', '2000-09-15', '2001-09-14'],
    // ISO weeks: 2020 begins in 2019 and has 53 weeks, 2021 begins on 4 January.
    ['2020-W01', '2019-12-30', '2020-01-05'], ['2020-W53', '2020-12-28', '2021-01-03'], ['2021-W01', '2021-01-04', '2021-01-10'],
  ])('%s runs from %s to %s', (text, first, last) => {
    expect(daysOf(parsePeriod(text) as Period)).toEqual({ first, last })
  })
})

describe('every period', () => {
  test('is its own spelling', () => {
    fc.assert(fc.property(period, (one) => parsePeriod(one) === one))
  })
  test('begins before it ends, in its year or, as a week, at most three days beside it', () => {
    fc.assert(fc.property(period, (one) => {
      const { first, last } = daysOf(one)
      expect(`${first} ${last}`).toMatch(/^\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/)
      expect(first < last).toBe(true)
      const distance = Math.abs(Number(first.slice(0, 4)) - yearOf(one))
      expect(distance).toBeLessThanOrEqual(periodKind(one) === 'week' ? 1 : 0)
    }))
  })
  test('has its place in one order', () => {
    fc.assert(fc.property(period, period, period, (a, b, c) => {
      expect(Math.sign(comparePeriods(a, b))).toBe(-Math.sign(comparePeriods(b, a)) + 0)
      if (comparePeriods(a, b) <= 0 && comparePeriods(b, c) <= 0) expect(comparePeriods(a, c)).toBeLessThanOrEqual(0)
      if (comparePeriods(a, b) === 0) expect(daysOf(a)).toEqual(daysOf(b))
    }))
  })
  test('of two that begin together the shorter comes first', () => {
    const mixed = ['2020', '2020-S1', '2020-Q1', '2020-01', '2019', '2020-02'].map((text) => parsePeriod(text) as Period)
    expect(mixed.sort(comparePeriods)).toEqual(['2019', '2020-01', '2020-Q1', '2020-S1', '2020', '2020-02'])
  })
})
