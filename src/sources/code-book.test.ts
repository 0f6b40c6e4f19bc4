import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CodeBook } from './code-book.ts'
import { KeyTable } from './key-table.ts'
import { readLimits } from './limits.ts'
import { PeriodBook } from './period-book.ts'

test('a code has one number, in the order of appearance, however many there are', () => {
  const book = new CodeBook(undefined, readLimits)
  const codes = Array.from({ length: 5_000 }, (_, at) => `QQ${at * 37}`)
  for (const _ of [1, 2]) expect(codes.map((code) => book.findText(code))).toEqual(codes.map((_, at) => at))
  expect(book.codes).toEqual(codes)
})
test('codes of equal hash stay apart', () => {
  const book = new CodeBook(new Set(['BB']), readLimits)
  const numbers = ['Aa', 'BB', 'Aa', 'AaBB', 'BBAa'].map((code) => book.findText(code))
  expect(numbers).toEqual([0, 1, 0, 2, 3])
  expect([0, 1, 2, 3].map((number) => book.isWanted(number))).toEqual([false, true, false, false])
})
test('a table of keys knows what a map of them knows', () => {
  const key = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 })
  fc.assert(fc.property(fc.array(key, { maxLength: 3_000 }), (keys) => {
    const table = new KeyTable()
    const map = new Map<string, number>()
    keys.forEach((parts, at) => {
      const known = map.get(parts.join())
      if (known === undefined) map.set(parts.join(), at)
      expect(table.note(Int32Array.from(parts), at)).toBe(known === undefined ? 'new' : 'known')
      if (known !== undefined) expect(table.known).toBe(known)
    })
    expect(table.count).toBe(map.size)
  }), { numRuns: 30 })
})
test('spellings of one period have one number', () => {
  const book = new PeriodBook(readLimits)
  expect(['2019M04', '2019-04', '2019IV', '2019', '2019-04'].map((text) => book.findText(text))).toEqual([0, 0, 0, 1, 0])
})
test('sets of periods of equal hash stay apart', () => {
  const book = new PeriodBook(readLimits)
  for (const year of [2001, 2000, ...Array.from({ length: 30 }, (_, at) => 2002 + at)]) book.findText(String(year))
  expect(book.share(Int32Array.of(0, 31), 2)).toEqual(['2001', '2031'])
  expect(book.share(Int32Array.of(1, 0), 2)).toEqual(['2000', '2001'])
  expect(book.share(Int32Array.of(0, 31), 2)).toBe(book.share(Int32Array.of(0, 31, 5), 2))
})
