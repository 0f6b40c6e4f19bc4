// Places: order, ties, who is left out, places within intervals.
import { expect, test } from 'vitest'
import type { Period } from '#kernel/period.ts'
import { people, ratePct, toObservation } from './example-region.ts'
import { rankStandings } from './ranking.ts'
import type { Standing } from './series.ts'

const standing = (code: string, value: number | string, interval?: { low: number; high: number }): Standing =>
  ({ ...toObservation('2024' as Period, value), code, name: code, stance: 'other', ...(interval ? { interval } : {}) })
const places = (standings: readonly Standing[], quantity = ratePct('bg')) => rankStandings({ standings, quantity }).ranked.map((one) => `${one.standing.code}${one.place}`)

test('where less is better the lowest value is first, otherwise the highest', () => {
  const some = [standing('a', 5), standing('b', 2), standing('c', 9)]
  expect(places(some)).toEqual(['b1', 'a2', 'c3'])
  expect(places(some, people('bg'))).toEqual(['c1', 'a2', 'b3'])
})
test('ties of shown numbers share the smaller place and the next one is skipped', () => {
  expect(places([standing('a', 1), standing('b', 2.04), standing('c', 1.98), standing('d', 3)])).toEqual(['a1', 'c2', 'b2', 'd4'])
})
test('low reliability, other definitions, forecasts and missing values get no place and a reason', () => {
  const { ranked, leftOut, of } = rankStandings({ standings: [standing('a', 1), standing('b', '2u'), standing('c', '3d'), standing('d', '4f'), standing('e', ':c'), standing('f', '5p')], quantity: ratePct('bg') })
  expect(ranked.map((one) => one.standing.code)).toEqual(['a', 'f'])
  expect(leftOut.map((one) => `${one.standing.code} ${one.why}`)).toEqual(['b unreliable', 'c definition', 'd forecast', 'e missing'])
  expect(of).toBe(2)
})
test('overlapping intervals leave a range of places', () => {
  const { ranked } = rankStandings({ standings: [standing('a', 1, { low: 0, high: 2 }), standing('b', 2, { low: 1.5, high: 3 }), standing('c', 9, { low: 8, high: 10 })], quantity: ratePct('bg') })
  expect(ranked.map((one) => one.range)).toEqual([{ best: 1, worst: 2 }, { best: 1, worst: 2 }, { best: 3, worst: 3 }])
})
test('without everybody\'s interval no range is claimed', () => {
  expect(rankStandings({ standings: [standing('a', 1, { low: 0, high: 2 }), standing('b', 2)], quantity: ratePct('bg') }).ranked[0]?.range).toBeNull()
})
