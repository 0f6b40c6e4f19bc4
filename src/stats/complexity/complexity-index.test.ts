// Complexity: the worked case, its defining equation, the reasons to refuse, and the same result from either side.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { type Complexity, complexityFrom, complexityIndex } from './complexity-index.ts'
import type { Presence } from './presence.ts'

const presence = (rows: readonly (readonly number[])[]): Presence => ({ has: Uint8Array.from(rows.flat()), regions: rows.length, activities: rows[0]?.length ?? 0 })
const transposed = ({ has, regions, activities }: Presence): Presence => ({ has: Uint8Array.from(has, (_, at) => has[(at % regions) * activities + Math.floor(at / regions)] as number), regions: activities, activities: regions })
/** nested, as real tables are: diverse regions also have what few have */
const nested = (seed: number, n: number, p: number): Presence => {
  const random = randomFrom(seed)
  return { has: Uint8Array.from({ length: n * p }, (_, at) => (random.next() < 0.9 * (1 - Math.floor(at / p) / n) * (1 - (at % p) / p) + 0.08 ? 1 : 0)), regions: n, activities: p }
}
const own = (list: Float64Array): readonly number[] => Array.from(list, (one) => (Number.isNaN(one) ? 0 : one))

test('four regions, each with less that is rare: complexity falls from the first to the fourth', () => {
  const { regions, activities, eigenvalues } = complexityIndex(presence([[1, 1, 1, 0], [0, 1, 1, 0], [0, 0, 1, 1], [0, 0, 0, 1]]), 'shared') as Complexity
  expect(Array.from(regions)).toEqual(Array.from(regions).toSorted((a, b) => b - a))
  expect([...regions, ...activities].map((one) => Number(one.toFixed(6)))).toEqual([1.005585, 0.866045, -0.442222, -1.429407, 1.284665, 1.187127, 0.544963, -1.429407])
  expect(eigenvalues[0]).toBeCloseTo(1, 12)
})
test('a region’s ECI is the mean PCI of what it has; ECI has mean 0 and population deviation 1, or each its own sample deviation', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 5, max: 14 }), fc.integer({ min: 5, max: 14 }), (seed, n, p) => {
    const one = nested(seed, n, p), found = complexityIndex(one, 'shared')
    if (typeof found === 'string') return
    const means = complexityFrom(one, found.activities)
    found.regions.forEach((eci, r) => expect(own(Float64Array.of(means[r] as number))[0]).toBeCloseTo(own(Float64Array.of(eci))[0] as number, 9))
    const known = found.regions.filter((x) => !Number.isNaN(x))
    expect(known.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 8)
    expect(known.reduce((a, b) => a + b * b, 0) / known.length).toBeCloseTo(1, 8)
    const alone = complexityIndex(one, 'own') as Complexity
    const ratio = Math.sqrt(known.length / (known.length - 1))
    found.regions.forEach((eci, r) => expect(own(Float64Array.of((alone.regions[r] as number) * ratio))[0]).toBeCloseTo(own(Float64Array.of(eci))[0] as number, 8))
  }))
})
test('the smaller side is a matter of speed: seen from the activities the order is the same up to its sign', () => {
  const one = nested(7, 12, 30)
  const here = complexityIndex(one, 'own') as Complexity, there = complexityIndex(transposed(one), 'own') as Complexity
  expect([here.side, there.side]).toEqual(['regions', 'activities'])
  const sign = Math.sign((here.regions[0] as number) * (there.activities[0] as number))
  here.regions.forEach((eci, r) => expect((there.activities[r] as number) * sign).toBeCloseTo(eci, 8))
})
test('ECI and PCI solve the equation they are defined by: going to the activities and back multiplies by λ', () => {
  const one = nested(3, 20, 40), found = complexityIndex(one, 'shared') as Complexity
  const mean = (values: Float64Array, table: Presence): Float64Array => complexityFrom(table, values)
  const back = mean(mean(found.regions, transposed(one)), one)
  const lambda = found.eigenvalues[1] as number
  // Scaled values are moved by a constant, which the walk leaves as it is.
  const shift = (back[0] as number) - lambda * (found.regions[0] as number)
  back.forEach((value, r) => expect(value - lambda * (found.regions[r] as number)).toBeCloseTo(shift, 9))
})
test('a network that falls apart is refused, and so are too few, all alike, and a draw between two directions', () => {
  expect(complexityIndex(presence([[1, 1, 0, 0], [1, 0, 0, 0], [0, 0, 1, 1], [0, 0, 0, 1]]), 'shared')).toBe('not-connected')
  expect(complexityIndex(presence([[1, 1], [1, 0]]), 'shared')).toBe('too-few')
  expect(complexityIndex(presence([]), 'shared')).toBe('too-few')
  expect(complexityIndex(presence([[0, 0, 0], [0, 0, 0], [0, 0, 0]]), 'shared')).toBe('too-few')
  expect(complexityIndex(presence([[1, 1, 1], [1, 1, 1], [1, 1, 1]]), 'shared')).toBe('constant')
  expect(complexityIndex(presence([[1, 1, 0], [0, 1, 1], [1, 0, 1]]), 'shared')).toBe('no-convergence')
})
test('empty rows and columns are dropped and stay without a value; the others keep theirs', () => {
  const rows = [[1, 1, 1, 0], [0, 1, 1, 0], [0, 0, 1, 1], [0, 0, 0, 1]]
  const found = complexityIndex(presence([...rows.map((row) => [...row, 0]), [0, 0, 0, 0, 0]]), 'shared') as Complexity
  const plain = complexityIndex(presence(rows), 'shared') as Complexity
  expect([found.regions[4], found.activities[4]]).toEqual([Number.NaN, Number.NaN])
  expect(found.regions.subarray(0, 4)).toEqual(plain.regions)
})
test('226 regions × 785 activities are counted with a residual below 1e-9', () => {
  const one = nested(11, 226, 785), found = complexityIndex(one, 'shared') as Complexity
  const means = complexityFrom(one, found.activities)
  found.regions.forEach((eci, r) => expect(Math.abs((means[r] as number) - eci)).toBeLessThan(1e-9))
})
