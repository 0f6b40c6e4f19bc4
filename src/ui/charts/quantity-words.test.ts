// Numbers and gaps in both languages.
import { expect, test } from 'vitest'
import { euroPerHead, people, ratePct } from './example-region.ts'
import { findGap, sayShort, sayValue } from './quantity-words.ts'

const bg = { language: 'bg' as const }

test('a per cent stands apart from its sign in Bulgarian and beside it in English', () => {
  expect(sayValue({ quantity: ratePct('bg'), value: 4, language: 'bg' })).toBe('4,0\u00a0%')
  expect(sayValue({ quantity: ratePct('en'), value: 4, language: 'en' })).toBe('4.0%')
})
test('a value that rounds to zero has no minus', () => {
  expect(sayValue({ quantity: ratePct('bg'), value: -0.04, language: 'bg' })).toBe('0,0\u00a0%')
  expect(sayValue({ quantity: ratePct('bg'), value: -0.06, language: 'bg' })).toBe('−0,1\u00a0%')
})
test('a long unit is said in a sentence and left to the subtitle in a drawing', () => {
  const quantity = { ...euroPerHead('bg'), after: 'евро на човек' }
  expect(sayValue({ quantity, value: 22_400, ...bg })).toBe('22\u00a0400\u00a0евро на човек')
  expect(sayShort({ quantity, value: 22_400, ...bg })).toBe('22\u00a0400')
  expect(sayShort({ quantity: euroPerHead('bg'), value: 22_400, ...bg })).toBe('22\u00a0400\u00a0€')
})
test('shares differ in percentage points, and a reader can check the difference', () => {
  expect(findGap({ quantity: ratePct('bg'), from: 3.14, to: 3.96, ...bg })).toEqual({ way: 'up', words: '0,9 процентни пункта' })
  expect(findGap({ quantity: ratePct('en'), from: 4, to: 3.1, language: 'en' })).toEqual({ way: 'down', words: '0.9 percentage points' })
})
test('one whole percentage point is singular in both languages', () => {
  const quantity = { ...ratePct('bg'), decimals: 0 }
  expect(findGap({ quantity, from: 3, to: 4, ...bg }).words).toBe('1 процентен пункт')
  expect(findGap({ quantity, from: 3, to: 4, language: 'en' }).words).toBe('1 percentage point')
})
test('other units differ by a share: one decimal when it is small, none when it is large', () => {
  expect(findGap({ quantity: people('bg'), from: 1000, to: 1012, ...bg }).words).toBe('1,2\u00a0%')
  expect(findGap({ quantity: people('bg'), from: 8700, to: 20_600, ...bg }).words).toBe('137\u00a0%')
  expect(findGap({ quantity: people('bg'), from: 100_000, to: 100_001, ...bg }).words).toBe('под 0,1\u00a0%')
})
test('no ratio is taken of zero or of a negative value', () => {
  expect(findGap({ quantity: people('bg'), from: 0, to: 12, ...bg })).toEqual({ way: 'up', words: '12' })
  expect(findGap({ quantity: people('bg'), from: -5, to: 5, ...bg }).words).toBe('10')
})
test('values that look the same on the page are the same', () => {
  expect(findGap({ quantity: ratePct('bg'), from: 4.01, to: 4.04, ...bg })).toEqual({ way: 'same', words: '' })
})
