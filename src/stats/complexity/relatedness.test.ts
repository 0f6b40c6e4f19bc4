// Relatedness, density, outlook, reflections, fitness, income content: worked cases and what must hold for any table of presence.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { valuesOf } from '../reason.ts'
import { fitness } from './fitness.ts'
import { incomeContent } from './income-content.ts'
import { outlook, outlookGain } from './outlook.ts'
import { diversityOf, type Presence, presenceOf } from './presence.ts'
import { reflections } from './reflections.ts'
import { continuousRelatedness, cooccurrenceOf, normalisedCounts, proximityOf, relatednessOf } from './relatedness.ts'
import { relatednessDensity } from './relatedness-density.ts'

const presence = (rows: readonly (readonly number[])[]): Presence => ({ has: Uint8Array.from(rows.flat()), regions: rows.length, activities: rows[0]?.length ?? 0 })
const tables = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 7 })).chain(([n, p]) => fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: p, maxLength: p }), { minLength: n, maxLength: n })).map(presence)
const rounded = (list: Float64Array): readonly number[] => Array.from(list, (one) => Number(one.toFixed(4)))

test('a quotient of 1 is presence, one above 1 where that is the rule; without a quotient there is none', () => {
  const table = { quotients: Float64Array.of(1, 0.99, Number.NaN, 2), regions: 2, activities: 2, threshold: 1 }
  expect([[...presenceOf({ ...table, rule: 'at-least' }).has], [...presenceOf({ ...table, rule: 'above' }).has]]).toEqual([[1, 0, 0, 1], [0, 0, 0, 1]])
})
test('rows 1 1 and 1 0: diversity 2 and 1, ubiquity 2 and 1, one region has both; step 1 of the reflections 1.5 and 2', () => {
  const one = presence([[1, 1], [1, 0]])
  expect(diversityOf(one)).toEqual({ diversity: Float64Array.of(2, 1), ubiquity: Float64Array.of(2, 1) })
  expect([...cooccurrenceOf(one).counts]).toEqual([0, 1, 1, 0])
  expect(reflections(one, 1)).toEqual({ regions: [Float64Array.of(2, 1), Float64Array.of(1.5, 2)], activities: [Float64Array.of(2, 1), Float64Array.of(1.5, 2)] })
})
test('counting by bits is counting one by one, also beyond 32 regions', () => {
  fc.assert(fc.property(tables, (one) => {
    const { counts } = cooccurrenceOf(one)
    for (let i = 0; i < one.activities; i += 1) {
      for (let j = 0; j < one.activities; j += 1) {
        const both = Array.from({ length: one.regions }, (_, r) => (one.has[r * one.activities + i] as number) * (one.has[r * one.activities + j] as number)).reduce((a, b) => a + b, 0)
        expect(counts[i * one.activities + j]).toBe(i === j ? 0 : both)
      }
    }
  }))
})
test('every form is symmetric and at least 0; proximity, cosine, Jaccard and continuous at most 1; nothing ÷ nothing is 0', () => {
  fc.assert(fc.property(tables, (one) => {
    for (const form of ['proximity', 'association', 'cosine', 'jaccard', 'probability'] as const) {
      const phi = relatednessOf(one, form)
      for (let i = 0; i < one.activities; i += 1) {
        for (let j = 0; j < one.activities; j += 1) {
          const value = phi[i * one.activities + j] as number
          expect(value).toBeCloseTo(phi[j * one.activities + i] as number, 12)
          expect(value).toBeGreaterThanOrEqual(0)
          if (form === 'proximity' || form === 'cosine' || form === 'jaccard') expect(value).toBeLessThanOrEqual(1 + 1e-12)
          if (form !== 'proximity' && i === j) expect(value).toBe(0)
        }
      }
    }
    for (const value of continuousRelatedness({ quotients: Float64Array.from(one.has, (x, at) => x * (1 + (at % 5))), regions: one.regions, activities: one.activities })) { expect(value).toBeGreaterThanOrEqual(0); expect(value).toBeLessThanOrEqual(1) }
  }))
})
test('the forms by hand: counts 2, 1, 0 for the pairs 12, 13, 23', () => {
  const counts = { counts: Float64Array.of(0, 2, 1, 2, 0, 0, 1, 0, 0), activities: 3 }
  expect(normalisedCounts(counts, 'association')[1]).toBeCloseTo(2, 12)
  expect(normalisedCounts(counts, 'cosine')[1]).toBeCloseTo(2 / Math.sqrt(6), 12)
  expect(normalisedCounts(counts, 'jaccard')[1]).toBeCloseTo(2 / 3, 12)
  // S = 3, 2, 1, T = 6: (3/6 · 2/3 + 2/6 · 3/4) · 3 = 1.75
  expect(normalisedCounts(counts, 'probability')[1]).toBeCloseTo(2 / 1.75, 12)
  expect(proximityOf(counts, Float64Array.of(4, 3, 0))[1]).toBe(0.5)
  expect(proximityOf(counts, Float64Array.of(4, 3, 0))[8]).toBe(0)
})
test('opposite columns of quotients are related by 0, alike ones by 1, a column that does not vary by 0', () => {
  const phi = continuousRelatedness({ quotients: Float64Array.of(1, 3, 2, 5, 2, 2, 4, 5, 3, 1, 6, 5), regions: 3, activities: 4 })
  expect(rounded(phi.subarray(0, 4))).toEqual([1, 0, 1, 0])
  expect(phi[15]).toBe(0)
})
test('density is the share of what is related that is there, itself left out or counted as asked', () => {
  const phi = Float64Array.of(1, 0.5, 0.25, 0.5, 1, 0, 0.25, 0, 1), one = presence([[0, 1, 0]])
  expect(rounded(relatednessDensity({ presence: one, phi, self: 'excluded' }).values)).toEqual([0.6667, 0, 0])
  expect(rounded(relatednessDensity({ presence: one, phi, self: 'included' }).values)).toEqual([0.2857, 0.6667, 0])
  const none = relatednessDensity({ presence: one, phi: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), self: 'excluded' })
  expect(valuesOf(none.values, none.why)).toEqual(['zero-denominator', 'zero-denominator', 'zero-denominator'])
})
test('density lies between 0 and 1, and is 1 where everything is there', () => {
  fc.assert(fc.property(tables, (one) => {
    const phi = relatednessOf(one, 'proximity')
    for (const self of ['excluded', 'included'] as const) {
      for (const value of relatednessDensity({ presence: one, phi, self }).values) if (!Number.isNaN(value)) { expect(value).toBeGreaterThanOrEqual(0); expect(value).toBeLessThanOrEqual(1 + 1e-12) }
      for (const value of relatednessDensity({ presence: { ...one, has: one.has.map(() => 1) }, phi, self }).values) if (!Number.isNaN(value)) expect(value).toBeCloseTo(1, 12)
    }
  }))
})
test('outlook: densities 0.5 and 0.2 of two missing activities worth 1 and −1 are 0.3; the gain of one is the other, and the Atlas form takes its own distance away', () => {
  const one = presence([[0, 0]]), phi = Float64Array.of(1, 0.5, 0.5, 1)
  expect(outlook({ presence: one, density: Float64Array.of(0.5, 0.2), complexity: Float64Array.of(1, -1) })[0]).toBeCloseTo(0.3, 12)
  const gain = { presence: one, phi, complexity: Float64Array.of(1, 2), density: Float64Array.of(0, 0.25) }
  expect([...outlookGain({ ...gain, self: 'excluded', form: 'code' })]).toEqual([2, 1])
  expect(rounded(outlookGain({ ...gain, self: 'included', form: 'code' }))).toEqual([1.3333, 1.6667])
  expect([...outlookGain({ ...gain, self: 'excluded', form: 'atlas' })]).toEqual([1, -0.5])
  expect([...outlookGain({ ...gain, presence: presence([[1, 0]]), self: 'excluded', form: 'code' })]).toEqual([0, 0])
})
test('fitness of 1 1 and 1 0 after one round is 1.3333 and 0.6667; its mean stays 1 and empty rows are dropped', () => {
  expect(rounded(fitness({ presence: presence([[1, 1], [1, 0]]), rounds: 1, rule: 'together' }).fitness)).toEqual([1.3333, 0.6667])
  expect(fitness({ presence: presence([[1, 1], [1, 0]]), rounds: 1, rule: 'in-turn' }).complexity[0]).not.toBe(fitness({ presence: presence([[1, 1], [1, 0]]), rounds: 1, rule: 'together' }).complexity[0])
  fc.assert(fc.property(tables, (one) => {
    const found = fitness({ presence: one, rounds: 20, rule: 'together' })
    for (const list of [found.fitness, found.complexity]) {
      const known = list.filter((value) => !Number.isNaN(value))
      if (known.length > 0) expect(known.reduce((a, b) => a + b, 0) / known.length).toBeCloseTo(1, 9)
      for (const value of known) { expect(value).toBeGreaterThanOrEqual(0); expect(Number.isFinite(value)).toBe(true) }
    }
    expect(Array.from(found.fitness, Number.isNaN)).toEqual(Array.from(diversityOf(one).diversity, (k) => k === 0))
  }))
})
test('income content: shares 0.5, 0.5 and 0, 1 with incomes 100 and 200', () => {
  const found = incomeContent({ economy: { sizes: Float64Array.of(1, 1, 0, 3), regions: 2, activities: 2 }, income: Float64Array.of(100, 200), missing: 'undefined' })
  expect(found).toEqual({ activities: [100, expect.closeTo(500 / 3, 9)], regions: [expect.closeTo(400 / 3, 9), expect.closeTo(500 / 3, 9)] })
  expect(incomeContent({ economy: { sizes: Float64Array.of(1, 0, 2, 0), regions: 2, activities: 2 }, income: Float64Array.of(100, Number.NaN), missing: 'undefined' }).activities).toEqual([100, 'zero-denominator'])
})
