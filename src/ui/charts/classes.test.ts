// Classes of a map: ties, limits, legend.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { classOf, quantileOf, toClasses } from './classes.ts'
import { people, ratePct } from './example-region.ts'

const rate = ratePct('bg')

test('a quantile is type 7, as everywhere in the product', () => {
  expect(quantileOf([1, 2, 3, 4], 0.25)).toBe(1.75)
  expect(quantileOf([7], 0.9)).toBe(7)
})
test('equal values share a class: one high value among equals makes two classes, lowest and highest tone', () => {
  const { classes } = toClasses({ values: [1, 1, 1, 1, 9], quantity: people('bg') })
  expect(classes.map((one) => [one.number, one.count])).toEqual([[1, 4], [5, 1]])
})
test('all values alike are one class in the middle tone', () => {
  expect(toClasses({ values: [3, 3, 3], quantity: rate }).classes).toEqual([{ number: 3, from: 3, to: 3, count: 3 }])
})
test('no value, no class', () => {
  expect(toClasses({ values: [], quantity: rate })).toEqual({ limits: [], classes: [] })
})
test('a limit belongs to the class above it', () => {
  const limits = [5, 10, 15, 50]
  expect([4.9, 5, 9.9, 10, 50].map((value) => classOf(value, { limits, quantity: rate }))).toEqual([1, 2, 2, 3, 5])
})
test('a value that is shown as the limit is in the class of the limit', () => {
  expect(classOf(4.96, { limits: [5], quantity: rate })).toBe(5)
})
test('the legend is true: every shown value lies in the written range of its own class, and counts add up', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: -50, max: 5000, noNaN: true }), { minLength: 1, maxLength: 40 }), (values) => {
    const { limits, classes } = toClasses({ values, quantity: rate })
    expect(classes.reduce((sum, one) => sum + one.count, 0)).toBe(values.length)
    expect(classes.length).toBeLessThanOrEqual(5)
    for (const one of classes) expect(one.count).toBeGreaterThan(0)
    for (const value of values) {
      const shown = Number(value.toFixed(1))
      const own = classes.find((one) => one.number === classOf(value, { limits, quantity: rate }))
      expect(own && own.from <= shown && shown <= own.to).toBe(true)
    }
  }))
})
