// When a value of a counted indicator is due.
import { expect, test } from 'vitest'
import type { Period } from '#kernel/period.ts'
import { isOfFrequency, missingPeriods, periodsDue, periodsEnded } from './due.ts'

const yearly = { frequency: 'A', firstPeriod: '2023' as Period, daysToEnter: 90 } as const

test('a year is due once it has ended and the days for entering it have passed', () => {
  expect(periodsDue(yearly, new Date('2026-11-25'))).toEqual(['2023', '2024', '2025'])
  expect(periodsDue(yearly, new Date('2026-03-15'))).toEqual(['2023', '2024'])
  expect(periodsEnded(yearly, new Date('2026-01-01T00:00:00Z'))).toEqual(['2023', '2024', '2025'])
  expect(periodsEnded(yearly, new Date('2025-12-31T20:00:00Z'))).toEqual(['2023', '2024'])
})
test('half-years, quarters and months follow one another over the end of the year', () => {
  const from = (frequency: 'S' | 'Q' | 'M', firstPeriod: string) => periodsEnded({ frequency, firstPeriod: firstPeriod as Period }, new Date('2025-02-10'))
  expect(from('S', '2024-S1')).toEqual(['2024-S1', '2024-S2'])
  expect(from('Q', '2024-Q3')).toEqual(['2024-Q3', '2024-Q4'])
  expect(from('M', '2024-11')).toEqual(['2024-11', '2024-12', '2025-01'])
})
test('what is due and not entered is missing; a period of another kind is not of the indicator', () => {
  expect(missingPeriods(['2023', '2024'] as Period[], ['2023'] as Period[])).toEqual(['2024'])
  expect([isOfFrequency('2024' as Period, 'A'), isOfFrequency('2024-Q1' as Period, 'A'), isOfFrequency('2024-03' as Period, 'M'), isOfFrequency('2024/2025' as Period, 'A')]).toEqual([true, false, true, false])
})
