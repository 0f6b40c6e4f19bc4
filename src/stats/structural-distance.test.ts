// Distances between regions: the worked cases, gaps, and what must hold for any numbers.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mahalanobisDistances } from './mahalanobis.ts'
import { reasonAt } from './reason.ts'
import { comparePair, structuralDistances, traitMetrics } from './structural-distance.ts'
import { toDeviations, toUnitRange } from './trait-scale.ts'
import { traitWeights } from './trait-weights.ts'

const tableOf = (rows: readonly (readonly number[])[]) => ({ values: Float64Array.from(rows.flat()), rows: rows.length, columns: rows[0]?.length ?? 0 })
const half = Float64Array.of(0.5, 0.5)

test('a dimension counts as much as another, however many traits it has', () => {
  expect([...traitWeights({ dimensions: ['people', 'people', 'work'] }) ?? []]).toEqual([0.25, 0.25, 0.5])
  expect([...traitWeights({ dimensions: ['people', 'people', 'work'], left: [true, false, true] }) ?? []]).toEqual([0.5, 0, 0.5])
  expect([...traitWeights({ dimensions: ['a', 'b'], stated: [3, 1] }) ?? []]).toEqual([0.75, 0.25])
  expect(traitWeights({ dimensions: ['a', 'b'], stated: [0, 0] })).toBeNull()
  expect(traitWeights({ dimensions: ['a'], left: [false] })).toBeNull()
  expect([...traitWeights({ dimensions: ['a', 'b'], stated: [1e308, 1e308] }) ?? []]).toEqual([0.5, 0.5])
  expect(() => traitWeights({ dimensions: ['a'], stated: [-1] })).toThrow('negative')
})
test('(0, 1) and (1, 0.5) with equal weights are 0.625 apart, and the parts say why', () => {
  const pair = comparePair({ table: { ...tableOf([[0, 1], [1, 0.5]]), left: [true, true] }, weights: half }, 0, 1)
  expect(pair.distance).toBe(0.625)
  expect([...pair.contributions]).toEqual([0.5, 0.125])
  expect(comparePair({ table: { ...tableOf([[0, 1], [1, 0.5]]), left: [true, true] }, weights: half, metric: 'gower' }, 0, 1).distance).toBe(0.75)
})
test('with equal weights the third metric is the plain Euclidean distance of z-scores', () => {
  const table = toDeviations(tableOf([[1, 10], [2, 10], [3, 40]]))
  const [a, b] = [table.values.subarray(0, 2), table.values.subarray(4, 6)]
  expect(comparePair({ table, weights: half, metric: 'euclid' }, 0, 2).distance).toBeCloseTo(Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0)), 12)
})
test('a gap is left out and the rest weighs more; under 70 % of the weight there is no distance', () => {
  const table = { ...tableOf([[0, 0, 0], [1, Number.NaN, 1], [0, 1, 1]]), left: [true, true, true] }
  const kept = comparePair({ table, weights: Float64Array.of(0.4, 0.3, 0.3) }, 0, 1)
  expect(kept.distance).toBeCloseTo(1, 12)
  expect(kept.shared).toBeCloseTo(0.7, 12)
  expect(kept.contributions[1]).toBeNaN()
  expect(comparePair({ table, weights: Float64Array.of(0.3, 0.4, 0.3) }, 0, 1).distance).toBeNaN()
  expect(comparePair({ table, weights: Float64Array.of(0.3, 0.4, 0.3), least: 0.5 }, 0, 1).distance).toBeCloseTo(1, 12)
  const all = structuralDistances({ table, weights: Float64Array.of(0.3, 0.4, 0.3) })
  expect(reasonAt(all.why, 1)).toBe('no-data')
  expect(reasonAt(all.why, 2)).toBeNull()
})
test('min-max keeps 0 to 1, a column all equal says nothing, and the largest numbers stay numbers', () => {
  expect([...toUnitRange(tableOf([[10], [20], [40]])).values]).toEqual([0, 1 / 3, 1])
  expect([...toDeviations(tableOf([[1], [2], [3]])).values]).toEqual([-1, 0, 1])
  expect(toDeviations(tableOf([[1], [2], [3]]), 'population').values[2]).toBeCloseTo(Math.sqrt(1.5), 12)
  for (const rows of [[[5], [5], [5]], [[5]], [[Number.NaN], [Number.NaN]], [[Number.NaN], [3]]]) {
    expect(toUnitRange(tableOf(rows)).left).toEqual([false])
    expect(toDeviations(tableOf(rows)).left).toEqual([false])
  }
  expect([...toUnitRange(tableOf([[1e308], [-1e308], [0]])).values]).toEqual([1, 0, 0.5])
  expect([...toDeviations(tableOf([[1e308], [-1e308], [0]])).values]).toEqual([1, -1, 0])
  expect(toUnitRange({ values: new Float64Array(), rows: 0, columns: 0 }).values).toHaveLength(0)
})
test('a square in two traits that do not move together: √6 across, as the formula of Mahalanobis says', () => {
  const square = mahalanobisDistances(tableOf([[0, 0], [2, 0], [0, 2], [2, 2]]))
  expect(square.distances[3]).toBeCloseTo(Math.sqrt(6), 12)
  expect(square.distances[1]).toBeCloseTo(Math.sqrt(3), 12)
  expect(square.inverse?.[0]).toBeCloseTo(0.75, 12)
})
test('Mahalanobis has no distance where columns follow from each other, are constant, or rows are too few', () => {
  const whyOf = (rows: readonly (readonly number[])[]) => { const { why } = mahalanobisDistances(tableOf(rows)); return reasonAt(why, 1) }
  expect(whyOf([[1, 2], [2, 4], [3, 6], [5, 10]])).toBe('out-of-domain')
  expect(whyOf([[1, 5], [2, 5], [3, 5], [5, 5]])).toBe('constant')
  expect(whyOf([[1, 5], [2, 5], [3, 5]])).toBe('too-few')
  expect(whyOf([[Number.NaN, 5], [2, 4], [3, 5], [5, 7], [8, 1]])).toBe('no-data')
  expect(mahalanobisDistances(tableOf([[1e308, 0], [-1e308, 1], [0, 5], [1e308, 2]])).distances.every(Number.isFinite)).toBe(true)
})

const cellOf = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constant(Number.NaN), fc.constantFrom(0, 1e308, -1e308, 5e-324))
const rowsOf = fc.integer({ min: 1, max: 4 }).chain((columns) => fc.array(fc.array(cellOf, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 9 }))
test('for any table: symmetric, from 0 to 1 for squares and Gower, the parts add up, and a gap is a reason', () => {
  fc.assert(fc.property(rowsOf, fc.constantFrom(...traitMetrics), (rows, metric) => {
    const table = metric === 'euclid' ? toDeviations(tableOf(rows)) : toUnitRange(tableOf(rows))
    const weights = traitWeights({ dimensions: rows[0]?.map(String) ?? [], left: table.left })
    if (weights === null) return
    const { distances, n, why } = structuralDistances({ table, weights, metric })
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < n; k++) {
        const d = distances[i * n + k] as number
        expect(Object.is(d, distances[k * n + i]) || d === distances[k * n + i]).toBe(true)
        expect(reasonAt(why, i * n + k) === 'no-data').toBe(Number.isNaN(d))
        if (Number.isNaN(d)) continue
        expect(Number.isFinite(d) && d >= 0).toBe(true)
        if (metric !== 'euclid') expect(d).toBeLessThanOrEqual(1 + 1e-9)
        if (i === k) continue
        const parts = comparePair({ table, weights, metric }, i, k).contributions.filter((one) => !Number.isNaN(one)).reduce((a, b) => a + b, 0)
        expect(parts).toBeCloseTo(metric === 'euclid' ? d * d : d, 9)
      }
    }
  }))
})
test('another unit or another order of regions changes no distance', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 0, max: 99 })), { minLength: 3, maxLength: 9 }), fc.integer({ min: 2, max: 1000 }), (rows, factor) => {
    const plain = toUnitRange(tableOf(rows)), scaled = toUnitRange(tableOf(rows.map(([a, b]) => [a * factor, b]))), turned = toUnitRange(tableOf(rows.toReversed()))
    const weights = traitWeights({ dimensions: ['a', 'b'], left: plain.left })
    if (weights === null) return
    const d = structuralDistances({ table: plain, weights }), s = structuralDistances({ table: scaled, weights }), t = structuralDistances({ table: turned, weights })
    d.distances.forEach((one, at) => {
      expect(s.distances[at]).toBeCloseTo(one, 9)
      expect(t.distances[d.distances.length - 1 - at]).toBeCloseTo(one, 9)
    })
  }))
})
