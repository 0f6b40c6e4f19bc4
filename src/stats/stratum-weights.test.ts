import { expect, test } from 'vitest'
import { stratumWeights, weightedShare } from './stratum-weights.ts'

test('SU2 the weighted share is the sum by hand: 29 of 40 weighted, 23 of 40 plain', () => {
  const weights = stratumWeights([{ key: 'business', people: 100, answered: 30 }, { key: 'citizens', people: 300, answered: 10 }])
  expect(weights?.map(({ weight }) => weight)).toEqual([0.25 / 0.75, 3])
  expect(weightedShare([{ weight: 1 / 3, count: 15, answered: 30 }, { weight: 3, count: 8, answered: 10 }])).toBeCloseTo(0.725, 12)
})
test('weights never change how many answers there are', () => {
  const weights = stratumWeights([{ key: 'a', people: 10, answered: 3 }, { key: 'b', people: 70, answered: 9 }, { key: 'c', people: 20, answered: 1 }])
  expect((weights ?? []).reduce((all, { key, weight }) => all + weight * ({ a: 3, b: 9, c: 1 }[key] ?? 0), 0)).toBeCloseTo(13, 12)
})
test('groups in proportion leave the share as it was; a group of unknown size has no weight', () => {
  expect(stratumWeights([{ key: 'a', people: 60, answered: 6 }, { key: 'b', people: 40, answered: 4 }])?.every(({ weight }) => Math.abs(weight - 1) < 1e-12)).toBe(true)
  expect(stratumWeights([{ key: 'a', people: 0, answered: 6 }, { key: 'b', people: 40, answered: 4 }])).toBeNull()
  expect(stratumWeights([])).toBeNull()
})
