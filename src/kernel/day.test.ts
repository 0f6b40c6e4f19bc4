import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn, parseDay, sayDayIn } from './day.ts'

test('a day is read as people write it, and a day that does not exist is none', () => {
  expect(['25.11.2026', ' 25/11/2026 г.', '25-11-2026', '2026-11-25', '5.1.2026'].map(parseDay)).toEqual(['2026-11-25', '2026-11-25', '2026-11-25', '2026-11-25', '2026-01-05'])
  expect(['30.02.2026', '31.11.2026', '2026-13-01', '25.11.26', '25.11.1889', '25.11.3026', '', 'утре', '2026-11-25T10:00'].map(parseDay)).toEqual(Array.from({ length: 9 }, () => undefined))
})
test('every day of the calendar is read back from either way of writing it', () => {
  fc.assert(fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), (at) => {
    const day = at.toISOString().slice(0, 10)
    expect(parseDay(day)).toBe(day)
    expect(parseDay(day.split('-').reverse().join('.'))).toBe(day)
  }))
})
test('half an hour before midnight in Greenwich is the next day in the region', () => {
  const at = new Date('2026-11-25T23:30:00Z')
  expect([dayIn(at), sayDayIn(at, 'bg'), sayDayIn(at, 'en')]).toEqual(['2026-11-26', '26 ноември 2026 г.', '26 November 2026'])
})
