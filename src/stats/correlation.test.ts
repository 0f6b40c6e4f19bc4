// Correlations: worked cases (R 4: cor.test), gaps, ties, and numbers at the edge of what a number holds.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { correlation } from './correlation.ts'

const of = (...values: number[]): Float64Array => Float64Array.from(values)
test('five pairs by hand: r and ρ are 0.8 with p 0.1041, τ is 0.6', () => {
  const x = of(1, 2, 3, 4, 5), y = of(2, 1, 4, 3, 5)
  for (const kind of ['pearson', 'spearman'] as const) {
    const found = correlation(x, y, kind)
    expect(found.value).toBeCloseTo(0.8, 12)
    expect(found.p).toBeCloseTo(0.10408803866182788, 10)
  }
  expect(correlation(x, y, 'kendall').value).toBeCloseTo(0.6, 12)
})
test('τ-b counts ties: 1, 2, 2, 3 beside 1, 3, 2, 2 is (3 − 1) over √(5·5)', () => {
  // pairs: 12 +, 13 +, 14 +, 23 tied in x, 24 −, 34 tied in y → 3 − 1 = 2 over √(5·5)
  expect(correlation(of(1, 2, 2, 3), of(1, 3, 2, 2), 'kendall').value).toBeCloseTo(0.4, 12)
})
test('p of τ-b is that of t, or of its own variance where asked', () => {
  const x = of(1, 2, 3, 4, 5, 6, 7, 8), y = of(2, 1, 4, 3, 6, 5, 8, 7), { value, p } = correlation(x, y, 'kendall')
  expect(value).toBeCloseTo(5 / 7, 12)
  // t = 2.5 with 6: with cos² = 6/12.25 the probability inside is 2.5/3.5·(1 + cos²/2 + 3·cos⁴/8)
  const square = 6 / 12.25
  expect(p).toBeCloseTo(1 - (2.5 / 3.5) * (1 + square / 2 + (3 * square ** 2) / 8), 10)
  // 20 more pairs agree than not; variance 8·7·21/18
  expect(correlation(x, y, 'kendall', 'normal').p).toBeCloseTo(0.0133, 4)
})
test('only pairs that both have count; under three there is no correlation; a column without spread has none', () => {
  expect(correlation(of(1, Number.NaN, 2, 3, 4), of(2, 9, 4, 6, Number.NaN), 'pearson')).toMatchObject({ value: 1, p: 0, n: 3 })
  expect(correlation(of(1, 2), of(1, 2), 'pearson')).toEqual({ value: 'too-few', p: 'too-few', n: 2 })
  expect(correlation(of(), of(), 'kendall').value).toBe('too-few')
  expect(correlation(of(5, 5, 5), of(1, 2, 3), 'spearman').value).toBe('constant')
  expect(correlation(of(-1e308, 0, 1e308), of(1, 2, 3), 'pearson').value).toBeCloseTo(1, 12)
})
test('each is within −1 and 1, the same from both sides, and a monotone change leaves ρ and τ alone', () => {
  const numbers = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), { minLength: 3, maxLength: 30 })
  fc.assert(fc.property(numbers, (pairs) => {
    const x = Float64Array.from(pairs, ([a]) => a), y = Float64Array.from(pairs, ([, b]) => b)
    for (const kind of ['pearson', 'spearman', 'kendall'] as const) {
      const one = correlation(x, y, kind).value, other = correlation(y, x, kind).value
      if (typeof one !== 'number') { expect(other).toBe(one); continue }
      expect(Math.abs(one)).toBeLessThanOrEqual(1)
      expect(other).toBeCloseTo(one, 10)
      if (kind !== 'pearson') expect(correlation(x.map((v) => Math.exp(v / 10)), y, kind).value).toBeCloseTo(one, 10)
    }
  }))
})
