// Spread of values: the worked example, another of R's, and what must hold for any numbers.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spreadOf } from './spread.ts'

test('1, 2, 3, 4, 10 have the quartiles 2 and 4 around the median 3', () => {
  expect(spreadOf([10, 3, 1, 4, 2])).toEqual({ n: 5, min: 1, q1: 2, median: 3, q3: 4, max: 10 })
})
test('between two values it is the straight line that quantile(type = 7) of R takes', () => {
  expect(spreadOf([1, 2, 3, 4, 5, 6])).toEqual({ n: 6, min: 1, q1: 2.25, median: 3.5, q3: 4.75, max: 6 })
})
test('fewer than five values, or one that is no number, have no spread', () => {
  expect(spreadOf([1, 2, 3, 4])).toBeNull()
  expect(spreadOf([1, 2, 3, 4, Number.NaN])).toBeNull()
})
test('the five marks rise, lie among the values, and move with them', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 5, maxLength: 40 }), fc.integer({ min: -1000, max: 1000 }), (values, step) => {
    const spread = spreadOf(values)
    const moved = spreadOf(values.map((value) => value + step))
    expect(spread).not.toBeNull()
    const marks = [spread?.min, spread?.q1, spread?.median, spread?.q3, spread?.max] as number[]
    expect(marks).toEqual(marks.toSorted((a, b) => a - b))
    expect([marks[0], marks[4]]).toEqual([Math.min(...values), Math.max(...values)])
    expect(moved?.median).toBeCloseTo((spread?.median ?? 0) + step, 6)
  }))
})
