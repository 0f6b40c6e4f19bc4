import { describe, expect, test } from 'vitest'
import type { Period } from '#kernel/period.ts'
import type { Caveat, Series } from '../rules.ts'
import { exampleRun } from './example-series.ts'
import { freshnessOf } from './freshness.ts'
import { beforeOf, breaksOf, caveatsFor, cellAt, newestOf } from './series.ts'

const series = (cells: string, first = 2020, periods?: readonly string[]): Series => {
  const run = exampleRun(cells, first)
  return { ...run, periods: (periods ?? run.periods) as readonly Period[], indicator: 'x', region: 'BG344', nutsVersion: '2024', original: null, cases: null, vintages: [1] }
}
const census: Caveat = { kind: 'break', text: { bg: 'преброяване', en: 'census' }, from: '2022' as Period, to: null, regions: null }

describe('a series', () => {
  test('its newest value is the last one there is, not the last period', () => {
    expect(newestOf(series('1 2 : :'))).toMatchObject({ period: '2021', cell: { value: 2 } })
    expect(newestOf(series(': :c'))).toMatchObject({ period: '2021', cell: { value: null, missing: 'confidential' } })
    expect(newestOf(null)).toBeNull()
  })
  test('a period it does not have is not served, which is not zero', () => {
    expect(cellAt(series('1'), '1999' as Period)).toEqual({ value: null, flags: '', missing: 'notServed' })
  })
})

describe('breaks', () => {
  test('the source’s flag cuts before its period, a census before the first period after it', () => {
    expect(breaksOf(series('1 2b 3'), [census]).map((cut) => cut.before)).toEqual(['2021', '2022'])
    expect(breaksOf(series('1 2 3', 2019, ['2020', '2021', '2023']), [census]).map((cut) => cut.before)).toEqual(['2023'])
  })
  test('a break of other regions does not cut this one', () => {
    expect(breaksOf(series('1 2 3'), [{ ...census, regions: ['BG411'] }])).toEqual([])
  })
  test('no change is told across the census of 2021: 307,140 to 291,852 is a recount, not an emigration', () => {
    const people = series('311400 307140 291852')
    expect(beforeOf(people, [census], '2022' as Period)).toBeNull()
    expect(beforeOf(people, [census], '2021' as Period)).toMatchObject({ period: '2020', cell: { value: 311400 } })
  })
  test('a flagged break at the newest value leaves nothing to compare it with', () => {
    expect(beforeOf(series('23.8 21.6b'), [], '2021' as Period)).toBeNull()
  })
  test('a gap is stepped over, a quarter is compared with the same quarter of the year before', () => {
    expect(beforeOf(series('1 : 3'), [], '2022' as Period)).toMatchObject({ period: '2020' })
    const quarters = series('1 2 3 4 5 6', 2020, ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q3'])
    expect(beforeOf(quarters, [], '2025-Q3' as Period)).toMatchObject({ period: '2024-Q3', cell: { value: 3 } })
    expect(beforeOf(quarters, [], '2024-Q1' as Period)).toBeNull()
  })
})

describe('caveats', () => {
  const price: Caveat = { kind: 'price', text: { bg: 'ток', en: 'electricity' }, from: '2021' as Period, to: '2023' as Period, regions: ['BG344', 'BG34'] }
  test('stand beside the values they speak of', () => {
    expect(caveatsFor([price], { region: 'BG344', period: '2022' as Period })).toHaveLength(1)
    expect(caveatsFor([price], { region: 'BG344', period: '2020' as Period })).toHaveLength(0)
    expect(caveatsFor([price], { region: 'BG344', period: '2024' as Period })).toHaveLength(0)
    expect(caveatsFor([price], { region: 'BG411', period: '2022' as Period })).toHaveLength(0)
    expect(caveatsFor([price], { region: 'BG344', period: null })).toHaveLength(1)
  })
})

describe('age', () => {
  const at = (day: string) => new Date(`${day}T09:00:00Z`)
  test('2020 is old in November 2026; 2023 is not old on the day it is three', () => {
    expect(freshnessOf('2020' as Period, at('2026-11-25'))).toEqual({ newest: '2020', yearsOld: 5, isOld: true })
    expect(freshnessOf('2023' as Period, at('2027-01-01'))).toMatchObject({ isOld: false, yearsOld: 3 })
    expect(freshnessOf('2023' as Period, at('2027-01-02'))).toMatchObject({ isOld: true })
  })
  test('a quarter ages from its own end, and a period that is not over has no age', () => {
    expect(freshnessOf('2025-Q3' as Period, at('2026-11-25'))).toMatchObject({ yearsOld: 1, isOld: false })
    expect(freshnessOf('2026' as Period, at('2026-11-25'))).toMatchObject({ yearsOld: 0, isOld: false })
    expect(freshnessOf(null, at('2026-11-25'))).toEqual({ newest: null, yearsOld: null, isOld: false })
  })
})
