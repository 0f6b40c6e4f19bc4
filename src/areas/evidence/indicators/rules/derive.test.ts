import { describe, expect, test } from 'vitest'
import type { Series } from '../rules.ts'
import { addsUp, deriveSeries, leavesOf } from './derive.ts'
import { exampleIndicator, exampleRegion, exampleSources } from './example-series.ts'

const shown = (series: Series | undefined): string => series?.periods.map((period, at) => `${period}=${series.missing[at] ?? Number((series.values[at] as number).toFixed(3))}${series.flags[at]}`).join(' ') ?? 'nothing'
const district = exampleRegion('BG344')
const opan = exampleRegion('SZR23', 'municipality')

describe('from stored to shown', () => {
  test('a direct value is the stored one, with its flags and reasons', () => {
    expect(shown(deriveSeries(exampleSources({ a: { cells: '3.6u :c 4' } }), 'a', district))).toBe('2020=3.6u 2021=confidential 2022=4')
  })
  test('lev are shown in euro at 1.95583, and the lev stay beside them', () => {
    const series = deriveSeries(exampleSources({ a: { cells: '10617 :c', unit: { currency: 'BGN', scale: 1000 } } }), 'a', district)
    expect(series?.values[0]).toBeCloseTo(5428.39, 1)
    expect(series?.original).toMatchObject({ currency: 'BGN' })
    expect(series?.original?.values[0]).toBe(10617)
    expect(series?.missing[1]).toBe('confidential')
  })
  test('a rate of thousands by ones counts in whole units', () => {
    const sources = exampleSources({ fdi: { cells: '910102.6', unit: { scale: 1000 } }, people: { cells: '288736' } }, [exampleIndicator('perHead', { kind: 'ratio', over: 'fdi', under: 'people', times: 1 })])
    expect(deriveSeries(sources, 'perHead', district)?.values[0]).toBeCloseTo(3152.02, 2)
  })
  test('a rate on lev is in euro', () => {
    const sources = exampleSources({ money: { cells: '195583', unit: { currency: 'BGN' } }, people: { cells: '100' } }, [exampleIndicator('perHead', { kind: 'ratio', over: 'money', under: 'people', times: 1 }, { currency: 'EUR' })])
    expect(deriveSeries(sources, 'perHead', district)?.values[0]).toBeCloseTo(1000, 6)
  })
  test('the area of one year divides the people of every year', () => {
    const sources = exampleSources({ people: { cells: '300 290' }, area: { cells: '10' } }, [exampleIndicator('density', { kind: 'ratio', over: 'people', under: 'area', times: 1, underAt: '2020' })])
    expect(shown(deriveSeries(sources, 'density', district))).toBe('2020=30 2021=29')
  })
  test('every vintage it rests on is named', () => {
    const sources = exampleSources({ a: { cells: '1' }, bbb: { cells: '1' } }, [exampleIndicator('s', { kind: 'sum', of: ['a', 'bbb'] })])
    expect(deriveSeries(sources, 's', district)?.vintages).toEqual([1, 3])
  })
  test('where a part is not there at all, nothing is', () => {
    expect(shown(deriveSeries(exampleSources({ a: { cells: '1' } }, [exampleIndicator('s', { kind: 'sum', of: ['a', 'gone'] })]), 's', district))).toBe('nothing')
  })
  test('a circle of definitions gives nothing and does not hang', () => {
    const circle = [exampleIndicator('x', { kind: 'sum', of: ['y', 'y2'] }), exampleIndicator('y', { kind: 'meanOfTwo', of: 'x' })]
    expect(shown(deriveSeries(exampleSources({ y2: { cells: '1' } }, circle), 'x', district))).toBe('nothing')
    expect(leavesOf((key) => circle.find((one) => one.key === key), 'x')).toEqual([])
  })
})

describe('confidential stays confidential', () => {
  test('taking the published parts from a total does not publish the hidden one', () => {
    const stored = { total: { cells: '100 100' }, none: { cells: '60 60', siblings: ['micro', 'large'] }, micro: { cells: ':c 30', siblings: ['none', 'large'] }, large: { cells: '5 10' } }
    const rest = exampleIndicator('rest', { kind: 'difference', of: ['total', 'none'] })
    expect(shown(deriveSeries(exampleSources(stored, [rest]), 'rest', district))).toBe('2020=confidential 2021=40')
  })
})

describe('small numbers', () => {
  const births = exampleIndicator('rate', { kind: 'ratio', over: 'births', under: 'people', times: 1000 })
  const sources = (cells: string) => exampleSources({ births: { cells, limits: { whole: 'yes' } }, people: { cells: '2238 2238' } }, [births])
  test('18 births in a municipality give no rate, and the 18 are said', () => {
    const series = deriveSeries(sources('18 30'), 'rate', opan)
    expect(shown(series)).toBe('2020=unreliable 2021=13.405')
    expect([...(series?.cases ?? [])]).toEqual([18, 30])
  })
  test('a district is large enough to be told its rate', () => {
    expect(shown(deriveSeries(sources('18 30'), 'rate', district))).toBe('2020=8.043 2021=13.405')
  })
  test('money and measures are no cases', () => {
    const perKm = exampleIndicator('rate', { kind: 'ratio', over: 'km', under: 'people', times: 1 })
    expect(deriveSeries(exampleSources({ km: { cells: '5' }, people: { cells: '10' } }, [perKm]), 'rate', opan)?.missing).toEqual([null])
  })
})

describe('what adds up over regions', () => {
  const adds = { limits: { adds: 'regions' as const } }
  const sources = exampleSources({ people: { cells: '1', ...adds }, women: { cells: '1', ...adds }, rate: { cells: '1' } }, [
    exampleIndicator('sum', { kind: 'sum', of: ['people', 'women'] }), exampleIndicator('mixed', { kind: 'sum', of: ['people', 'rate'] }), exampleIndicator('share', { kind: 'ratio', over: 'women', under: 'people', times: 100 }),
  ])
  test('sums of what adds up do; rates never', () => {
    expect(['people', 'sum', 'rate', 'mixed', 'share', 'gone'].map((key) => addsUp(sources, key))).toEqual([true, true, false, false, false, false])
  })
})
