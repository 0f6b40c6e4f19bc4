import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Missing } from '#kernel/observation.ts'
import { missingReasons } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { Run } from './arithmetic.ts'
import { differenceOf, gravestOf, meanOfTwo, mergeFlags, ratioOf, sumOf } from './arithmetic.ts'
import { parsePackCells } from './coding.ts'

/** Cells in the grammar of the packs: 8300 9.2b :c */
const run = (cells: string, first = 2020): Run => {
  const parsed = parsePackCells(cells)
  if ('badCell' in parsed) throw new Error(`cell ${parsed.badCell} of ${cells}`)
  return { ...parsed, periods: parsed.flags.map((_, at) => String(first + at) as Period) }
}
const shown = (result: Run): string => result.periods.map((period, at) => `${period}=${result.missing[at] ?? result.values[at]}${result.flags[at]}`).join(' ')

describe('sums', () => {
  test('14,645 = 7,821 + 5,824 + 1,000', () => {
    expect(shown(sumOf([run('7821'), run('5824'), run('1000')]))).toBe('2020=14645')
  })
  test('"no cases" counts as zero, but a sum of nothing else is "no cases", not zero', () => {
    expect(shown(sumOf([run('5 :-'), run(':- :-')]))).toBe('2020=5 2021=noCases')
  })
  test('any other gap leaves a gap, and the gravest reason is told', () => {
    expect(shown(sumOf([run('1 : :u :'), run('2 5 : :c')]))).toBe('2020=3 2021=unknown 2022=unreliableu 2023=confidential')
  })
  test('the flags of all parts stand on the sum', () => {
    expect(shown(sumOf([run('1p'), run('2be')]))).toBe('2020=3bep')
  })
  test('a period only one part knows is not served', () => {
    expect(shown(sumOf([run('1 2'), run('1')]))).toBe('2020=2 2021=notServed')
  })
})

describe('differences', () => {
  test('a total minus a part', () => {
    expect(shown(differenceOf([run('14645'), run('7821')]))).toBe('2020=6824')
  })
  test('a confidential part is never made visible by taking the others from the total', () => {
    expect(shown(differenceOf([run('14645'), run(':c')]))).toBe('2020=confidential')
    expect(shown(differenceOf([run(':c'), run('7821')]))).toBe('2020=confidential')
  })
  test('nor by taking all but it: a confidential sibling makes the difference confidential', () => {
    expect(shown(differenceOf([run('100 100'), run('60 60')], [run(':c 10')]))).toBe('2020=confidential 2021=40')
  })
  test('nothing taken away leaves the total; a total without cases has no difference', () => {
    expect(shown(differenceOf([run('10'), run(':-')]))).toBe('2020=10')
    expect(shown(differenceOf([run(':-'), run('3')]))).toBe('2020=noCases')
  })
})

describe('ratios', () => {
  const of = (over: string, under: string, how: { times?: number; shift?: number } = {}) => ratioOf({ over: run(over), under: run(under), times: how.times ?? 1, shift: how.shift ?? 0, decimals: 2 })
  test('14,645 enterprises among 311,400 people are 47.03 per thousand', () => {
    expect(of('14645', '311400', { times: 1000 }).values[0]).toBeCloseTo(47.0295, 3)
  })
  test('nothing is divided by zero', () => {
    expect(shown(of('5 0', '0 0'))).toBe('2020=notApplicable 2021=notApplicable')
  })
  test('the denominator of the next year, where the rate is of the people alive at its beginning', () => {
    expect(shown(of('10 10', '100 200', { shift: 1 }))).toBe('2020=0.05 2021=notServed')
  })
  test('reasons and flags of both sides go with it', () => {
    expect(shown(of('10p :u', ':c 5b'))).toBe('2020=confidentialp 2021=unreliablebu')
  })
  test('the average population is the mean of two first of January', () => {
    expect(shown(meanOfTwo(run('300 310 :')))).toBe('2020=305 2021=unknown 2022=unknown')
  })
})

describe('whatever comes', () => {
  const cell = fc.oneof(fc.integer({ min: -1000, max: 1000 }).map(String), fc.constantFrom(':', ':c', ':u', ':z', ':-', '~', '5p', '3b'))
  const cells = fc.array(cell, { minLength: 3, maxLength: 3 }).map((all) => all.join(' '))
  test('a result is a number or has a reason, never both and never neither', () => {
    fc.assert(fc.property(cells, cells, (a, b) => {
      for (const result of [sumOf([run(a), run(b)]), differenceOf([run(a), run(b)]), ratioOf({ over: run(a), under: run(b), times: 100, shift: 0, decimals: 1 }), meanOfTwo(run(a))]) {
        result.values.forEach((value, at) => expect(Number.isFinite(value)).toBe(result.missing[at] === null))
      }
    }))
  })
  test('where one part is confidential, so is every result', () => {
    fc.assert(fc.property(cells, (a) => {
      const hidden = run(':c :c :c')
      for (const result of [sumOf([run(a), hidden]), differenceOf([run(a), hidden]), differenceOf([hidden, run(a)]), ratioOf({ over: hidden, under: run(a), times: 1, shift: 0, decimals: 0 })]) {
        expect(result.missing).toEqual(['confidential', 'confidential', 'confidential'])
      }
    }))
  })
  test('the order of parts does not matter to a sum', () => {
    fc.assert(fc.property(cells, cells, (a, b) => { expect(shown(sumOf([run(a), run(b)]))).toBe(shown(sumOf([run(b), run(a)]))) }))
  })
  test('the gravest of reasons is one of them', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom<Missing | null>(null, ...missingReasons)), (all) => {
      const gravest = gravestOf(all)
      expect(gravest === null ? all.every((reason) => reason === null) : all.includes(gravest)).toBe(true)
    }))
  })
  test('merged flags hold every letter once', () => {
    expect(mergeFlags(['bp', 'p', '', 'e'])).toBe('bep')
    fc.assert(fc.property(fc.array(fc.constantFrom('', 'b', 'ep', 'bdu')), (flags) => { expect([...mergeFlags(flags)].sort()).toEqual([...new Set(flags.join(''))].sort()) }))
  })
})
