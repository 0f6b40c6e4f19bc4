import { expect, test } from 'vitest'
import { wilson } from './wilson.ts'

test('SU5 seven of twenty are 0.35, and the share among all lies between 0.1812 and 0.5671', () => {
  const found = wilson({ count: 7, of: 20 })
  expect(found?.share).toBe(0.35)
  expect(found?.low).toBeCloseTo(0.1812, 4)
  expect(found?.high).toBeCloseTo(0.5671, 4)
})
test('nobody and everybody stay within 0 and 1, and are not certain', () => {
  expect(wilson({ count: 0, of: 10 })).toMatchObject({ share: 0, low: 0 })
  expect(wilson({ count: 0, of: 10 })?.high).toBeCloseTo(0.2775, 4)
  expect(wilson({ count: 10, of: 10 })).toMatchObject({ share: 1, high: 1 })
  expect(wilson({ count: 10, of: 10 })?.low).toBeCloseTo(0.7225, 4)
})
test('without anybody asked there is no share; nor where more agree than were asked', () => {
  expect(wilson({ count: 0, of: 0 })).toBeNull()
  expect(wilson({ count: 3, of: 2 })).toBeNull()
})
test('more people asked, a narrower interval around the same share', () => {
  const width = (n: number): number => { const one = wilson({ count: n / 2, of: n }); return (one?.high ?? 0) - (one?.low ?? 0) }
  for (const n of [10, 20, 40, 100, 1000]) expect(width(n * 2)).toBeLessThan(width(n))
})
