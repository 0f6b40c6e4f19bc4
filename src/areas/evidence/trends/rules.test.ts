// Which values belong together, how a choice stands in the address, and when districts come closer.
import { expect, test } from 'vitest'
import type { Period } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import type { Caveat, Series } from '#areas/evidence/indicators/rules.ts'
import { addressOf, choiceOf, numberOf } from './rules/choice.ts'
import { boundsOf, courseOf } from './rules/course.ts'
import { stretchOf } from './rules/stretch.ts'
import { targetHelp } from './rules/target.ts'
import { togetherOf } from './rules/together.ts'

const seriesOf = (values: Readonly<Record<string, number | null>>, region = 'QQ1'): Series => {
  const periods = Object.keys(values) as Period[]
  return {
    indicator: 'x.y', region, nutsVersion: '2021', periods, values: Float64Array.from(periods, (period) => values[period] ?? Number.NaN), flags: periods.map(() => ''),
    missing: periods.map((period) => (values[period] === null ? 'notServed' : null)), decimals: 1, original: null, cases: null, vintages: [1],
  }
}
const years = (from: number, values: readonly (number | null)[]): Readonly<Record<string, number | null>> => Object.fromEntries(values.map((value, at) => [String(from + at), value]))
const caveat = (kind: string, from: string | null): Caveat => ({ kind, text: { bg: 'а', en: 'a' }, from: from as Period | null, to: null, regions: null })
const regionOf = (code: string): Region => ({ code, version: '2021', level: 'nuts3', name: { bg: code, en: code }, parent: null }) as unknown as Region

test('backwards from the newest value: a break ends it, a missing year ends it, and the page is told which', () => {
  expect(stretchOf(seriesOf(years(2015, [1, 2, null, 4, 5, 6, 7])), [caveat('break', '2020')], null)).toMatchObject({ points: [{ year: 2020 }, { year: 2021 }], cut: { kind: 'break', before: '2020' } })
  expect(stretchOf(seriesOf(years(2015, [1, 2, null, 4, 5, 6, 7])), [], null)).toMatchObject({ points: [{ year: 2018 }, {}, {}, {}], cut: { kind: 'gap', before: '2018' } })
  expect(stretchOf(seriesOf(years(2019, [1, 2, 3, 4])), [], caveat('price', '2021'))).toMatchObject({ points: [{ year: 2019 }, { year: 2020 }], end: { kind: 'price', from: '2021' } })
  expect(stretchOf(null, [], null)).toMatchObject({ points: [], cut: null })
})
test('of quarters only the same quarter of each year is one course', () => {
  expect(stretchOf(seriesOf({ '2023-Q2': 1, '2023-Q3': 2, '2024-Q3': 3, '2025-Q2': 9, '2025-Q3': 4 }), [], null)).toMatchObject({ same: 'one-part', points: [{ value: 2 }, { value: 3 }, { value: 4 }] })
})
test('five values are the least that a course and a forecast are told from', () => {
  const four = stretchOf(seriesOf(years(2020, [1, 2, 3, 4])), [], null), five = stretchOf(seriesOf(years(2020, [1, 2, 3, 4, 5])), [], null)
  expect(courseOf(four, null, 3)).toMatchObject({ course: 'unknown', forecast: null })
  expect(courseOf(five, null, 3)).toMatchObject({ course: 'up', forecast: { method: 'drift', ahead: [{ point: 6 }, {}, {}] } })
})
test('a share stays within 0 and 100, a count above 0, and what was ever negative is free', () => {
  const percent = { id: 'percent', percent: true, scale: 1, currency: null }
  expect(boundsOf(percent, [3, 97])).toMatchObject({ low: 0, high: 100 })
  expect(boundsOf(percent, [3, 130])).toMatchObject({ low: 0, high: Number.POSITIVE_INFINITY })
  expect(boundsOf(percent, [-3, 20])).toBeNull()
})
test('what differs from what the page takes by itself stands in the address, a typed target as it was typed', () => {
  const choice = choiceOf(new URLSearchParams('sent=yes&indicator=ent.birth&region=BG344&years=5&among=country&target=12,5 %25'))
  expect(addressOf(choice)).toBe('/evidence/trends?indicator=ent.birth&region=BG344&target=12%2C5+%25')
  expect(choiceOf(new URLSearchParams(addressOf({ ...choice, years: 7, among: 'union' }).split('?')[1]))).toEqual({ ...choice, years: 7, among: 'union' })
  expect(choiceOf(new URLSearchParams('indicator=<b>&years=99&among=mars'))).toEqual({ indicator: null, region: null, years: 5, among: 'country', target: '' })
})
test.each([['30', 30], ['30,5', 30.5], ['1 250', 1250], ['-4.2', -4.2], ['12,5 %', 12.5], ['много', null], ['', null], ['1e9', null]])('„%s“ is %s', (typed, value) => {
  expect(numberOf(typed)).toBe(value)
})
test('a target looks at stretches as long as our own time that start within a quarter of our value, and crosses no break', () => {
  const others = Array.from({ length: 10 }, (_, i) => ({ region: regionOf(`QQ${i}`), series: seriesOf(years(2010, Array.from({ length: 9 }, (_, t) => (i < 8 ? 10 : 40) + t * (i + 1) * 0.1))), price: null }))
  const given = { start: { period: '2024' as Period, year: 2024, value: 10, flags: '' }, years: 3, among: 'country' as const, others, caveats: [], pace: 'points' as const, direction: 1 as const, bounds: null, best: null, target: 11 }
  const found = targetHelp(given)
  expect(found).toMatchObject({ by: 2027, looked: 10, alike: 8, enough: 'yes' })
  expect(found.reached.every((one) => one.to - one.from === 3 && one.start <= 12.5)).toBe(true)
  expect(found.rows.map((row) => row.quantile)).toEqual([0.5, 0.75, 0.9])
  expect(targetHelp({ ...given, caveats: [caveat('break', '2014')] }).reached.some((one) => one.from < 2014 && one.to >= 2014)).toBe(false)
  expect(targetHelp({ ...given, others: others.slice(0, 1) })).toMatchObject({ enough: 'no', rows: [] })
})
test('districts that start lower and grow faster come closer; one that a price moves is left out by name', () => {
  const others = Array.from({ length: 12 }, (_, i) => ({
    region: regionOf(`QQ${i}`), price: i === 11 ? caveat('price', '2021') : null,
    series: seriesOf(years(2015, Array.from({ length: 8 }, (_, t) => (10 + i) * Math.exp(t * (0.06 - 0.004 * i))))),
  }))
  const found = togetherOf(others, [])
  expect(found).toMatchObject({ from: 2015, to: 2022, districts: 11, of: 12, beta: { verdict: 'closer' }, sigma: { verdict: 'closer' }, without: [{ region: { code: 'QQ11' }, why: 'price' }] })
  expect(togetherOf(others.slice(0, 5), [])).toBeNull()
})
