// The score of a benchmark and the choice in its address: worked cases and what must hold for any numbers.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benchmarkRow } from '#stats/benchmark-row.ts'
import type { Domain } from '#areas/evidence/indicators/rules.ts'
import { addressOf, choiceOf, toggled } from './rules/choice.ts'
import { scoreOf, standingsOf } from './rules/score.ts'

const line = (key: string, own: number, peers: readonly number[], more: { direction?: 'more' | 'less' | 'neither'; domain?: Domain } = {}) =>
  ({ indicator: { key, domain: more.domain ?? 'people' }, direction: more.direction ?? 'more', values: Float64Array.from(peers), row: benchmarkRow({ own, peers: Float64Array.from(peers) }) })

test('3 among 1, 2 and 5 is better than two of three; where less is better, than one of three', () => {
  expect([...standingsOf(line('a', 3, [1, 2, 5]))]).toEqual([2 / 3, 0, 1 / 3, 1])
  expect(standingsOf(line('a', 3, [1, 2, 5], { direction: 'less' }))[0]).toBe(1 / 3)
  expect([...standingsOf(line('a', 3, [Number.NaN, 2]))]).toEqual([1, Number.NaN, 0])
})
test('an indicator ticked off moves the score; without any there is none', () => {
  const lines = [line('a', 3, [1, 2, 5]), line('b', 1, [2, 3, 4]), line('c', 9, [1, 2, 3], { domain: 'economy' })]
  expect(scoreOf(lines, []).value).toBeCloseTo((1 / 3 + 1) / 2, 12)
  expect(scoreOf(lines, ['b']).value).toBeCloseTo((2 / 3 + 1) / 2, 12)
  expect(scoreOf(lines, ['b'])).toMatchObject({ counted: 2, of: 3, domains: [{ domain: 'people', counted: 1, of: 2 }, { domain: 'economy', value: 1 }] })
  expect(scoreOf(lines, ['a', 'b', 'c'])).toMatchObject({ value: null, place: null, counted: 0, swing: null })
  expect(scoreOf([], [])).toMatchObject({ value: null, of: 0 })
})
test('what has no better side is not counted', () => {
  expect(scoreOf([line('a', 3, [1, 2, 5], { direction: 'neither' })], [])).toMatchObject({ value: null, of: 0, domains: [] })
})
test('the swing says how far one indicator can move score and place', () => {
  const lines = [line('a', 9, [1, 2, 3]), line('b', 0, [1, 2, 3]), line('c', 9, [1, 2, 3])]
  const { swing, place } = scoreOf(lines, [])
  expect(place).toBe(2)
  expect(swing).toEqual({ low: 0.5, high: 1, best: 1, worst: 2 })
})
test('for any numbers the score lies from 0 to 1 and within its own swing only by chance, the place is one of those that are', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
    const score = scoreOf(rows.map(([own = 0, ...peers], at) => line(`k${at}`, own, peers)), [])
    expect(score.value).toBeGreaterThanOrEqual(0)
    expect(score.value).toBeLessThanOrEqual(1)
    expect(score.place).toBeGreaterThanOrEqual(1)
    expect(score.place).toBeLessThanOrEqual(4)
    if (score.swing) expect(score.swing.low).toBeLessThanOrEqual(score.swing.high)
  }))
})
test('a choice says the same in the form and in the short address', () => {
  const form = new URLSearchParams('sent=yes&set=3&offered=a.b,a.c,a.d&counts=a.b&counts=a.d')
  expect(choiceOf(form)).toEqual({ region: null, set: 3, peers: [], without: ['a.c'] })
  expect(addressOf(choiceOf(form))).toBe('/evidence/benchmark?set=3&without=a.c')
  expect(choiceOf(new URLSearchParams('set=3&without=a.c'))).toEqual(choiceOf(form))
  expect(addressOf(choiceOf(new URLSearchParams('region=<b>&peers=BG341,,<i>,BG341&without=%22')))).toBe('/evidence/benchmark?peers=BG341')
  const choice = choiceOf(new URLSearchParams(''))
  expect(toggled(toggled(choice, 'a.b'), 'a.b')).toEqual(choice)
})
