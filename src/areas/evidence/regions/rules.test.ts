import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Level, Region } from '#kernel/region.ts'
import type { RegionChange } from './rules.ts'
import { ancestorAt, fittingVersion, lineOf, listPeersAtHome, listWithin, makeAtlas, sameRegionIn } from './rules.ts'

const region = (code: string, level: Level, parent: string | null, bg = code): Region => ({ code, version: '2024', level, parent, nsi: null, name: { bg, en: bg } })
const atlas = makeAtlas({
  version: '2024', home: 'BG344', changes: [],
  regions: [
    region('EU27_2020', 'eu', null), region('BG', 'country', 'EU27_2020'), region('BG3', 'nuts1', 'BG'), region('BG4', 'nuts1', 'BG'), region('BG34', 'nuts2', 'BG3'), region('BG41', 'nuts2', 'BG4'),
    region('BG344', 'nuts3', 'BG34', 'Стара Загора'), region('BG342', 'nuts3', 'BG34', 'Сливен'), region('BG411', 'nuts3', 'BG41', 'София (столица)'),
    region('SZR31', 'municipality', 'BG344', 'Стара Загора'), region('SZR23', 'municipality', 'BG344', 'Опан'), region('RO', 'country', 'EU27_2020'), region('RO111', 'nuts3', 'RO'),
  ],
})
const change = (version: RegionChange['version'], fromCode: string | null, toCode: string | null, kind: RegionChange['kind']): RegionChange => ({ version, fromCode, toCode, kind })

describe('the tree of regions', () => {
  test('a district is ranked among the districts of its country, never among those of another', () => {
    expect(listPeersAtHome(atlas, 'BG344').map((peer) => peer.code)).toEqual(['BG342', 'BG344', 'BG411'])
  })
  test('a municipality is ranked among the municipalities of its district, in the order of their Bulgarian names', () => {
    expect(listPeersAtHome(atlas, 'SZR31').map((peer) => peer.code)).toEqual(['SZR23', 'SZR31'])
  })
  test('three different units are called Stara Zagora, and each has its own line upwards', () => {
    expect(lineOf(atlas, 'SZR31').map((one) => one.code)).toEqual(['SZR31', 'BG344', 'BG34', 'BG3', 'BG', 'EU27_2020'])
    expect(ancestorAt(atlas, 'SZR31', 'nuts3')?.code).toBe('BG344')
    expect(listWithin(atlas, 'BG34', 'municipality')).toHaveLength(2)
  })
})

describe('a region is a pair of code and version', () => {
  const changes = [
    change('2006', 'BG222', 'BG344', 'recoded'), change('2006', 'BG22', null, 'ended'), change('2010', 'BG34', 'BG34', 'boundary'),
    change('2016', 'DE915', 'DE91C', 'merged'), change('2016', 'DE919', 'DE91C', 'merged'), change('2021', 'XX111', 'XX112', 'recoded'), change('2021', 'XX112', 'XX113', 'recoded'),
  ]
  test('BG222 of 2003 is BG344 of 2024, and back', () => {
    expect(sameRegionIn(changes, { code: 'BG222', version: '2003' }, '2024')).toBe('BG344')
    expect(sameRegionIn(changes, { code: 'BG344', version: '2024' }, '2003')).toBe('BG222')
  })
  test('a code that never changed means the same in every version', () => {
    expect(sameRegionIn(changes, { code: 'BG342', version: '2006' }, '2024')).toBe('BG342')
  })
  test('a region whose border moved is not the same region, nor is one that was merged', () => {
    expect(sameRegionIn(changes, { code: 'BG34', version: '2006' }, '2024')).toBeUndefined()
    expect(sameRegionIn(changes, { code: 'BG34', version: '2010' }, '2024')).toBe('BG34')
    expect(sameRegionIn(changes, { code: 'DE915', version: '2013' }, '2024')).toBeUndefined()
    expect(sameRegionIn(changes, { code: 'DE91C', version: '2024' }, '2013')).toBeUndefined()
  })
  test('a code handed to a neighbour does not carry its figures along', () => {
    expect(sameRegionIn(changes, { code: 'XX112', version: '2016' }, '2021')).toBe('XX113')
    expect(sameRegionIn(changes, { code: 'XX112', version: '2021' }, '2016')).toBe('XX111')
    expect(sameRegionIn(changes, { code: 'XX113', version: '2016' }, '2021')).toBeUndefined()
  })
})

describe('which version a file means', () => {
  const sets = new Map([['2016' as const, new Set(['BG344', 'BE221', 'UKI1'])], ['2021' as const, new Set(['BG344', 'BE224', 'UKI1'])], ['2024' as const, new Set(['BG344', 'BE224'])]])
  test('the newest one that knows every code', () => {
    expect(fittingVersion(['BG344', 'BE224'], sets)).toEqual({ fits: 'one', version: '2024' })
    expect(fittingVersion(['BG344', 'UKI1'], sets)).toEqual({ fits: 'one', version: '2021' })
    expect(fittingVersion(['BE221'], sets)).toEqual({ fits: 'one', version: '2016' })
  })
  test('none, when a file mixes them: then it says what the closest does not know', () => {
    expect(fittingVersion(['BG344', 'BE221', 'BE224'], sets)).toMatchObject({ fits: 'none', unknown: ['BE221'] })
  })
  test('a version that is said to fit knows every code', () => {
    const codes = fc.array(fc.constantFrom('BG344', 'BE221', 'BE224', 'UKI1'))
    fc.assert(fc.property(codes, (all) => {
      const fit = fittingVersion(all, sets)
      return fit.fits === 'one' ? all.every((code) => sets.get(fit.version as '2024')?.has(code)) : fit.unknown.length > 0
    }))
  })
})
