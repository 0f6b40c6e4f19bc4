import { expect, test } from 'vitest'
import { toPublished } from './series-files.ts'

test('a published number, rounded again to what the page shows, reads as the page', () => {
  expect(toPublished(15.046, 1)).toBe(15.046)
  expect(toPublished(15.054, 1)).toBe(15.05)
  expect(toPublished(0.1 + 0.2, 2)).toBe(0.3)
  expect(toPublished(-2.4996, 0)).toBe(-2.4996)
  expect(toPublished(288736, 0)).toBe(288736)
})
