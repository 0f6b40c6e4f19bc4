import { expect, test } from 'vitest'
import type { Missing } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { Series } from '#areas/evidence/indicators/rules.ts'
import { addressOf, choiceOf, isFromForm, periodOf } from './rules.ts'

const series = (cells: Readonly<Record<string, number | Missing>>): Series => ({
  indicator: 'x.y', region: 'QQ111', nutsVersion: '2024', periods: Object.keys(cells) as Period[],
  values: Float64Array.from(Object.values(cells), (cell) => (typeof cell === 'number' ? cell : Number.NaN)), flags: Object.keys(cells).map(() => ''),
  missing: Object.values(cells).map((cell) => (typeof cell === 'number' ? null : cell)), decimals: 0, original: null, cases: null, vintages: [1],
})

test('the newest period counts that at least four in five of the regions have', () => {
  const nine = Array.from({ length: 9 }, () => series({ 2023: 1, 2024: 2 }))
  expect(periodOf([...nine, series({ 2023: 1, 2024: 'confidential' })])).toBe('2024')
  expect(periodOf([series({ 2023: 1, 2024: 2 }), series({ 2023: 1, 2024: 'unknown' })])).toBe('2023')
})
test('a region without any value does not hold the others back; without a period in common the newest is taken', () => {
  expect(periodOf([series({ 2024: 2 }), null, series({ 2024: 'unknown' })])).toBe('2024')
  expect(periodOf([series({ 2019: 1 }), series({ 2022: 1 })])).toBe('2022')
  expect(periodOf([null])).toBeNull()
})
test('what a form sends and what a short address says are the same choice', () => {
  const sent = choiceOf(new URLSearchParams('sent=yes&nuts3=QQ111&nuts3=QQ112&eu=EU27_2020&economy=eco.gdp&people=pop.all&period=2023&look=charts'))
  expect(sent).toEqual({ regions: ['EU27_2020', 'QQ111', 'QQ112'], indicators: ['pop.all', 'eco.gdp'], period: '2023', look: 'charts', order: null })
  const address = addressOf(sent)
  expect(address).toBe('/evidence/comparisons?regions=EU27_2020,QQ111,QQ112&indicators=pop.all,eco.gdp&period=2023&look=charts')
  expect(choiceOf(new URL(address, 'http://localhost').searchParams)).toEqual(sent)
  expect(isFromForm(new URLSearchParams('nuts3=QQ111'))).toBe(true)
  expect(isFromForm(new URL(address, 'http://localhost').searchParams)).toBe(false)
})
test('an order that is no key of an indicator is not carried on', () => {
  expect(choiceOf(new URLSearchParams('order=eco.gdp')).order).toBe('eco.gdp')
  expect(choiceOf(new URLSearchParams('order=-eco.gdp')).order).toBe('-eco.gdp')
  expect(choiceOf(new URLSearchParams('order=<b>')).order).toBeNull()
})
