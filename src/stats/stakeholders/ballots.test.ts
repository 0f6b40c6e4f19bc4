import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ballots } from './ballots.ts'

test('ABC, BCA, CAB: all have three points, and every one beats another in a circle', () => {
  const found = ballots([[0, 1, 2], [1, 2, 0], [2, 0, 1]], 3)
  expect(Array.from(found.borda)).toEqual([3, 3, 3])
  expect(found).toMatchObject({ condorcetWinner: null, cycles: [[0, 1, 2]], firstsAgree: true })
})
test('what a cut ballot leaves out shares the remaining points, or gets nothing', () => {
  expect(Array.from(ballots([[2]], 4).borda)).toEqual([1, 1, 3, 1])
  expect(Array.from(ballots([[2]], 4, { unrankedBorda: 'nothing' }).borda)).toEqual([0, 0, 3, 0])
  expect(Array.from(ballots([[2, 0]], 3).dowdall)).toEqual([1 / 2, 0, 1])
  expect(ballots([[2]], 3, { unrankedDowdall: 'share' }).dowdall[0]).toBeCloseTo(5 / 12, 12)
})
test('a ranked item stands before an unranked one; two unranked ones say nothing of each other', () => {
  const found = ballots([[2]], 3)
  expect([found.before[2 * 3], found.before[2 * 3 + 1], found.before[1], found.before[3]]).toEqual([1, 1, 0, 0])
  expect([Array.from(found.copeland), Array.from(found.draws)]).toEqual([[-1, -1, 2], [1, 1, 0]])
  expect(found.condorcetWinner).toBe(2)
})
test('the methods may choose different firsts: everybody’s second against the most wanted', () => {
  // Three put A first and C last, two put B first; B wins by points, A by pairs.
  const found = ballots([[0, 1, 2], [0, 1, 2], [0, 1, 2], [1, 2, 0], [1, 2, 0]], 3)
  expect(found).toMatchObject({ condorcetWinner: 0, firstsAgree: false, ordersAgree: false, cycles: [] })
  expect([found.ranks.borda, found.ranks.copeland]).toEqual([[2, 1, 3], [1, 2, 3]])
})
test('thirds that add up to the same in another order are the same rank', () => {
  const found = ballots([[2, 1, 0], [0, 1, 2], [1, 0, 2], [1, 2, 0]], 3)
  expect(found.ranks.dowdall).toEqual([2, 1, 2])
})
test('without ballots there is no order; empty ballots are counted apart; a weight is so many ballots', () => {
  expect(ballots([], 2)).toMatchObject({ ranks: { borda: ['no-data', 'no-data'] }, condorcetWinner: null, cycles: [] })
  expect(ballots([[], [1]], 2)).toMatchObject({ counted: 1, empty: 1, condorcetWinner: 1 })
  expect(ballots([[0, 1], [1, 0]], 2, { weights: Float64Array.of(3, 1) }).before).toEqual(ballots([[0, 1], [0, 1], [0, 1], [1, 0]], 2).before)
  expect(() => ballots([[0, 0]], 2)).toThrow(RangeError)
  expect(() => ballots([[2]], 2)).toThrow(RangeError)
})
const order = fc.shuffledSubarray([0, 1, 2, 3])
test('all points are given out, the pairs of a pair add up, and whoever wins every pair is in no circle', () => {
  fc.assert(fc.property(fc.array(order, { minLength: 1, maxLength: 9 }), (rankings) => {
    const found = ballots(rankings, 4)
    expect(found.borda.reduce((all, one) => all + one, 0)).toBeCloseTo(6 * found.counted, 9)
    expect(found.copeland.reduce((all, one) => all + one, 0)).toBe(0)
    if (found.condorcetWinner !== null) expect(found.cycles.flat()).not.toContain(found.condorcetWinner)
    const turned = ballots(rankings.map((one) => one.map((item) => 3 - item)), 4)
    expect(Array.from(turned.borda).reverse().map((one) => one.toFixed(9))).toEqual(Array.from(found.borda, (one) => one.toFixed(9)))
  }))
})
