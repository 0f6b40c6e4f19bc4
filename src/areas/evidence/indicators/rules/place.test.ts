import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Period } from '#kernel/period.ts'
import { directions } from '../rules.ts'
import { exampleRegion, exampleRun } from './example-series.ts'
import { placeOf, rankStandings } from './place.ts'

const entries = (cells: string) => {
  const run = exampleRun(cells)
  return run.flags.map((flags, at) => {
    const reason = run.missing[at] ?? null
    return { region: exampleRegion(`R${at}`), cases: null, cell: reason === null ? { value: run.values[at] as number, flags, missing: null } : { value: null, flags, missing: reason } }
  })
}
const places = (cells: string, direction: (typeof directions)[number] = 'more') => rankStandings(entries(cells), { direction, decimals: 0 }).map((one) => `${one.region.code}:${one.place ?? '–'}`).join(' ')
const period = '2024' as Period

describe('places', () => {
  test('best first, equals share the smaller number and the next one is skipped', () => {
    expect(places('5 3 3 1')).toBe('R0:1 R1:2 R2:2 R3:4')
    expect(places('5 3 3 1', 'less')).toBe('R3:1 R1:2 R2:2 R0:4')
  })
  test('what reads the same shares a place: 3.04 and 3.01 are both 3.0', () => {
    const ranked = rankStandings(entries('3.04 3.01 2.9'), { direction: 'more', decimals: 1 })
    expect(ranked.map((one) => [one.place, one.tied])).toEqual([[1, 2], [1, 2], [3, 1]])
  })
  test('flagged as unreliable or of another definition is shown after the ranked, missing last', () => {
    expect(places(': 5u 4 3d 2')).toBe('R2:1 R4:2 R1:– R3:– R0:–')
  })
  test('a place says of how many, how many share it, how many have no value and how many were left out', () => {
    const standings = rankStandings(entries('5 3 3 : 9u :c'), { direction: 'more', decimals: 0 })
    expect(placeOf({ standings, code: 'R1', period, direction: 'more' })).toMatchObject({ place: 2, tied: 2, among: 3, of: 6, missing: 2, leftOutFlagged: 1, leftOut: null })
    expect(placeOf({ standings, code: 'R4', period, direction: 'more' })).toMatchObject({ place: null, leftOut: 'flagged' })
    expect(placeOf({ standings, code: 'R3', period, direction: 'more' })).toMatchObject({ place: null, leftOut: 'missing' })
  })
  test('nobody is first of one', () => {
    expect(placeOf({ standings: rankStandings(entries('5 : :'), { direction: 'more', decimals: 0 }), code: 'R0', period, direction: 'more' })).toBeNull()
    expect(placeOf({ standings: rankStandings(entries('5 3'), { direction: 'more', decimals: 0 }), code: 'XX', period, direction: 'more' })).toBeNull()
  })
  test('a place is one more than the number of better ones', () => {
    const cells = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }).map(String), fc.constantFrom(':', '4u', ':c')), { minLength: 1, maxLength: 12 }).map((all) => all.join(' '))
    fc.assert(fc.property(cells, fc.constantFrom(...directions), (text, direction) => {
      const standings = rankStandings(entries(text), { direction, decimals: 0 })
      const ranked = standings.filter((one) => one.place !== null)
      for (const one of ranked) {
        const better = ranked.filter((other) => (direction === 'less' ? (other.cell.value as number) < (one.cell.value as number) : (other.cell.value as number) > (one.cell.value as number)))
        expect(one.place).toBe(better.length + 1)
      }
      expect(standings).toHaveLength(entries(text).length)
    }))
  })
})
