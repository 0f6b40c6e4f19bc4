// What is joined by a line and what may be compared.
import { expect, test } from 'vitest'
import type { Period } from '#kernel/period.ts'
import { quarters, years } from './example-region.ts'
import { lastComparable, listPeriods, timeOf, toSeriesState } from './runs.ts'

const joined = (points: Parameters<typeof toSeriesState>[0]) => toSeriesState(points).runs.map((run) => run.map((point) => point.period).join(' '))
const compared = (points: Parameters<typeof toSeriesState>[0]) => toSeriesState(points).comparable.map((run) => run.map((point) => point.period).join(' '))

test('a break cuts the line and the comparison before its value', () => {
  const points = years(2020, [1, 2, '3b', 4])
  expect(joined({ points })).toEqual(['2020 2021', '2022 2023'])
  expect(compared({ points })).toEqual(['2020 2021', '2022 2023'])
  expect(toSeriesState({ points }).cuts.map((cut) => [cut.before, cut.why])).toEqual([['2022', 'break']])
})
test('a missing value interrupts the line and not the comparison', () => {
  const points = years(2020, [1, ':', 3, 4])
  expect(joined({ points })).toEqual(['2020', '2022 2023'])
  expect(compared({ points })).toEqual(['2020 2022 2023'])
  expect(toSeriesState({ points }).cuts).toEqual([])
})
test('a break flagged on a missing value still forbids comparing over it', () => {
  const points = [...years(2020, [1]), { period: '2021' as Period, value: null, flags: 'b', missing: 'unknown' as const }, ...years(2022, [3, 4])]
  expect(compared({ points })).toEqual(['2020', '2022 2023'])
  expect(toSeriesState({ points }).cuts).toHaveLength(1)
})
test('another definition cuts where it begins and where it ends, not within', () => {
  expect(compared({ points: years(2019, [1, '2d', '3d', 4]) })).toEqual(['2019', '2020 2021', '2022'])
})
test('a series that is served every second year has no gaps', () => {
  const points = years(2017, [1, 2, 3, 4, 5]).filter((_, at) => at % 2 === 0)
  expect(joined({ points })).toEqual(['2017 2019 2021'])
})
test('a year the source skips once is a gap', () => {
  const points = years(2017, [1, 2, 3, 4, 5]).filter((_, at) => at !== 2)
  expect(joined({ points })).toEqual(['2017 2018', '2020 2021'])
})
test('a break given from outside cuts also when its own year is missing', () => {
  const points = years(2017, [1, 2, 3, 4, 5]).filter((_, at) => at !== 2)
  expect(compared({ points, breaks: [{ before: '2019' as Period }] })).toEqual(['2017 2018', '2020 2021'])
})
test('a break before the first value or after the last cuts nothing', () => {
  expect(toSeriesState({ points: years(2020, ['1b', 2, ':']), breaks: [{ before: '2022' as Period }] }).cuts).toEqual([])
})
test('the last comparable stretch leaves forecasts out', () => {
  expect(lastComparable(toSeriesState({ points: years(2021, [1, '2b', 3, '4f', '5f']) })).map((point) => point.period)).toEqual(['2022', '2023'])
})
test('periods of all kinds stand in the order of time', () => {
  expect(timeOf('2025-Q1' as Period)).toBe(2025.125)
  expect(listPeriods([{ points: quarters(2024, [1, 2, 3]) }, { points: quarters(2023, [1, 2, 3, 4, 5]) }])).toEqual(['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3'])
})
