import fc from 'fast-check'
import { expect, test } from 'vitest'
import { momentOf, nextDaily, wallClock } from './calendar.ts'

const utc = (text: string): Date => new Date(`${text}Z`)
const iso = (at: Date): string => at.toISOString().slice(0, 16)

test.each([
  ['2026-01-15', { hour: 6, minute: 30 }, '2026-01-15T04:30', 'winter: two hours ahead'],
  ['2026-07-15', { hour: 6, minute: 30 }, '2026-07-15T03:30', 'summer: three hours ahead'],
  ['2026-03-29', { hour: 2, minute: 59 }, '2026-03-29T00:59', 'before the clock goes forward'],
  ['2026-03-29', { hour: 3, minute: 30 }, '2026-03-29T01:00', 'the hour that is left out: the first moment after it'],
  ['2026-03-29', { hour: 4, minute: 0 }, '2026-03-29T01:00', 'after the clock went forward'],
  ['2026-10-25', { hour: 3, minute: 30 }, '2026-10-25T00:30', 'the hour that comes twice: its first coming'],
  ['2026-10-25', { hour: 4, minute: 30 }, '2026-10-25T02:30', 'after the clock went back'],
  ['2027-03-28', { hour: 3, minute: 0 }, '2027-03-28T01:00', 'the very minute of the change'],
])('%s %o is %s UTC (%s)', (day, time, expected) => {
  expect(iso(momentOf(day, time))).toBe(expected)
})

test('a daily job is due later today, or tomorrow when today\'s hour has passed', () => {
  expect(iso(nextDaily(utc('2026-06-01T03:00'), { hour: 6, minute: 30 }))).toBe('2026-06-01T03:30')
  expect(iso(nextDaily(utc('2026-06-01T03:30'), { hour: 6, minute: 30 }))).toBe('2026-06-02T03:30')
  // 23:30 UTC is the next day in Sofia already
  expect(iso(nextDaily(utc('2026-06-01T23:30'), { hour: 1, minute: 0 }))).toBe('2026-06-02T22:00')
})

test.each([['2026-03-29', 'forward'], ['2026-10-25', 'back']])('on %s, when the clock goes %s, every daily job runs once', (day) => {
  for (const hour of [0, 1, 2, 3, 4, 5, 23]) {
    for (const minute of [0, 30, 59]) {
      const before = new Date(Date.parse(`${day}T12:00:00Z`) - 36 * 3_600_000)
      const runs: Date[] = []
      for (let now = before; runs.length < 4; now = runs.at(-1) as Date) runs.push(nextDaily(now, { hour, minute }))
      expect(new Set(runs.map((at) => wallClock(at).day)).size, `${hour}:${minute}`).toBe(4)
    }
  }
})

test('the wall shows the time that was asked for, on every day but the one hour a year', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 365 * 12 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (days, hour, minute) => {
    const day = new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10)
    const shown = wallClock(momentOf(day, { hour, minute }))
    if (hour !== 3) expect(shown).toEqual({ day, hour, minute })
  }), { numRuns: 2000 })
})
