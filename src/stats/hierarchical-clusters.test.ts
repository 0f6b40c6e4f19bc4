// Types of regions and how well they hold: worked cases, what R gives, ties, and what must hold for any distances.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clusterCount } from './cluster-count.ts'
import { cutTree, hierarchicalClusters, type Linkage, linkages } from './hierarchical-clusters.ts'
import { findNaming, nearestNeighbours } from './nearest-neighbours.ts'
import { silhouettes } from './silhouettes.ts'

const lineOf = (places: readonly number[]) => ({ n: places.length, distances: Float64Array.from(places.flatMap((a) => places.map((b) => Math.abs(a - b)))) })

test('0, 1 and 5 on a line are joined at 1 and at 5.1962, 4, 5 or 4.5 by the linkage', () => {
  const heights = (linkage: Linkage) => hierarchicalClusters({ ...lineOf([0, 1, 5]), linkage }).merges.map((merge) => merge.height)
  expect(heights('ward2')).toEqual([1, expect.closeTo(Math.sqrt(27), 12)])
  expect(heights('ward')).toEqual([1, expect.closeTo(17 / 3, 12)])
  expect(heights('single')).toEqual([1, 4])
  expect(heights('complete')).toEqual([1, 5])
  expect(heights('average')).toEqual([1, 4.5])
  expect(heights('weighted')).toEqual([1, 4.5])
})
test('the height of Ward’s second form squared, halved, is the growth of the squares inside groups', () => {
  const places = [0, 2, 3, 9, 11, 20]
  const { merges, n } = hierarchicalClusters(lineOf(places))
  const within = (labels: Int32Array) => [...new Set(labels)].reduce((sum, label) => {
    const own = places.filter((_, at) => labels[at] === label), mean = own.reduce((a, b) => a + b, 0) / own.length
    return sum + own.reduce((a, b) => a + (b - mean) ** 2, 0)
  }, 0)
  merges.forEach((merge, step) => {
    expect(Number(merge.height) ** 2 / 2).toBeCloseTo(within(cutTree({ n, merges }, n - step - 1)) - within(cutTree({ n, merges }, n - step)), 9)
  })
})
test('0, 1, 10, 11 are two groups, named in the order of the regions', () => {
  const line = lineOf([10, 0, 11, 1])
  const tree = hierarchicalClusters(line)
  expect([...cutTree(tree, 2)]).toEqual([0, 1, 0, 1])
  expect([...cutTree(tree, 9)]).toEqual([0, 1, 2, 3])
  expect([...cutTree(tree, 1)]).toEqual([0, 0, 0, 0])
  expect(clusterCount({ tree, distances: line.distances }).count).toBe(2)
})
test('the first of 0, 1 | 10, 12 sits at 10/11; alone in a group is 0; one group has none', () => {
  const line = lineOf([0, 1, 10, 12])
  const { each, mean, ofGroups } = silhouettes({ ...line, labels: [0, 0, 1, 1] })
  expect(each).toEqual([expect.closeTo(10 / 11, 12), 0.9, expect.closeTo(7.5 / 9.5, 12), expect.closeTo(9.5 / 11.5, 12)])
  expect(mean).toBeCloseTo((10 / 11 + 0.9 + 7.5 / 9.5 + 9.5 / 11.5) / 4, 12)
  expect(ofGroups[0]).toBeCloseTo((10 / 11 + 0.9) / 2, 12)
  expect(silhouettes({ ...lineOf([0, 1, 9]), labels: [0, 0, 1] }).each[2]).toBe(0)
  expect(silhouettes({ ...lineOf([0, 1]), labels: [0, 0] }).mean).toBe('too-few')
  expect(silhouettes({ ...lineOf([]), labels: [] }).mean).toBe('too-few')
  expect(silhouettes({ ...lineOf([5, 5, 5, 5]), labels: [0, 0, 1, 1] }).each).toEqual(['zero-denominator', 'zero-denominator', 'zero-denominator', 'zero-denominator'])
})
test('two regions, one, or none make no number of groups', () => {
  for (const places of [[], [1], [1, 2]]) {
    const line = lineOf(places)
    expect(clusterCount({ tree: hierarchicalClusters(line), distances: line.distances }).count).toBeNull()
  }
})
test('nearest is not named by: a far region names us, we do not name it', () => {
  const { nearest, namedBy } = nearestNeighbours({ distances: lineOf([0, 1, 10]), count: 1 })
  expect(nearest).toEqual([[1], [0], [1]])
  expect(namedBy).toEqual([[1], [0, 2], []])
})
test('of equals the lower code comes first, whoever may not be one is passed over, and a gap is nobody’s neighbour', () => {
  expect(nearestNeighbours({ distances: lineOf([5, 4, 6]), count: 2, codes: ['X', 'B', 'A'] }).nearest[0]).toEqual([2, 1])
  expect(nearestNeighbours({ distances: lineOf([5, 4, 6]), count: 2, may: (_, other) => other !== 1 }).nearest[0]).toEqual([2])
  expect(nearestNeighbours({ distances: { n: 2, distances: Float64Array.of(0, Number.NaN, Number.NaN, 0) }, count: 2 }).nearest).toEqual([[], []])
})
test('for any line and linkage: one group at the end, heights that never fall, silhouettes from −1 to 1', () => {
  const numbers = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constantFrom(0, 8e307, -8e307))
  fc.assert(fc.property(fc.array(numbers, { minLength: 3, maxLength: 14 }), fc.constantFrom(...linkages), (places, linkage) => {
    const line = lineOf(places)
    const tree = hierarchicalClusters({ ...line, linkage })
    expect(tree.merges).toHaveLength(places.length - 1)
    expect(tree.merges.at(-1)?.size).toBe(places.length)
    const heights = tree.merges.map((merge) => merge.height).filter((height) => typeof height === 'number')
    const most = Math.max(...heights, 1e-300)
    heights.forEach((height, at) => expect(height / most).toBeGreaterThanOrEqual((heights[at - 1] ?? 0) / most - 1e-9))
    const labels = cutTree(tree, 2)
    for (const one of silhouettes({ ...line, labels }).each) if (typeof one === 'number') expect(Math.abs(one)).toBeLessThanOrEqual(1)
  }))
})
test('the same regions in another order fall into the same groups where no two distances are equal', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 9 }), fc.constantFrom(...linkages), (powers, linkage) => {
    const places = powers.map((power) => 1.37 ** power)
    const groups = (list: readonly number[]) => {
      const labels = cutTree(hierarchicalClusters({ ...lineOf(list), linkage }), 3)
      return [...Map.groupBy(list, (_, at) => labels[at]).values()].map((group) => group.toSorted((a, b) => a - b).join()).toSorted()
    }
    expect(groups(places.toReversed())).toEqual(groups(places))
  }))
})
test('who names a region is the same, asked for one or listed for all', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (places, count) => {
    const line = lineOf(places)
    const { namedBy } = nearestNeighbours({ distances: line, count })
    places.forEach((_, own) => {
      expect(findNaming({ n: line.n, own, count, distance: (one, other) => line.distances[one * line.n + other] as number })).toEqual([...(namedBy[own] ?? [])].sort((a, b) => a - b))
    })
  }))
})
