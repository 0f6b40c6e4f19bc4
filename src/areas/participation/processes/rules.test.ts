import { expect, test } from 'vitest'
import { isOpen, momentInSofia, processTime } from './rules.ts'

const frame = (closes: string) => ({ state: 'published' as const, opensAt: new Date('2026-01-01T00:00:00+02:00'), closesAt: momentInSofia(closes) ?? null })

test('G5 the last second of the last day is taken, the first of the next is not: in the time of the region', () => {
  // winter: midnight in Sofia is 22:00 in Greenwich
  expect(isOpen(frame('2026-12-31'), new Date('2026-12-31T21:59:59Z'))).toBe(true)
  expect(isOpen(frame('2026-12-31'), new Date('2026-12-31T22:00:00Z'))).toBe(false)
  // summer: 21:00
  expect(isOpen(frame('2026-07-15'), new Date('2026-07-15T20:59:59Z'))).toBe(true)
  expect(isOpen(frame('2026-07-15'), new Date('2026-07-15T21:00:00Z'))).toBe(false)
})
test('G5 both Sundays on which the clock changes end at their own midnight', () => {
  // 29 March 2026: the day has 23 hours and ends in summer time; 25 October 2026: 25 hours, ends in winter time
  expect(isOpen(frame('2026-03-29'), new Date('2026-03-29T20:59:59Z'))).toBe(true)
  expect(isOpen(frame('2026-03-29'), new Date('2026-03-29T21:00:00Z'))).toBe(false)
  expect(isOpen(frame('2026-03-28'), new Date('2026-03-28T21:59:59Z'))).toBe(true)
  expect(isOpen(frame('2026-03-28'), new Date('2026-03-28T22:00:00Z'))).toBe(false)
  expect(isOpen(frame('2026-10-25'), new Date('2026-10-25T21:59:59Z'))).toBe(true)
  expect(isOpen(frame('2026-10-25'), new Date('2026-10-25T22:00:00Z'))).toBe(false)
  expect(isOpen(frame('2026-10-24'), new Date('2026-10-24T20:59:59Z'))).toBe(true)
  expect(isOpen(frame('2026-10-24'), new Date('2026-10-24T21:00:00Z'))).toBe(false)
})
test('G5 that it is closed is not stored: the same row is not yet open, open, closed as the clock goes', () => {
  const process = { ...frame('2026-11-30'), opensAt: new Date('2026-11-01T00:00:00+02:00') }
  expect(['2026-10-31T21:59:59Z', '2026-10-31T22:00:00Z', '2026-11-30T21:59:59Z', '2026-11-30T22:00:00Z'].map((at) => processTime(process, new Date(at)))).toEqual(['notYet', 'open', 'open', 'closed'])
  expect(isOpen({ ...process, state: 'draft' }, new Date('2026-11-15T10:00:00Z'))).toBe(false)
})
