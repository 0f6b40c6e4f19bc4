import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ahp } from './ahp.ts'
import { ahpGroup } from './ahp-group.ts'
import { randomIndex } from './random-index.ts'
import { toComparisons, toSquare } from '../compute/comparisons.ts'

const survey = new URL('../../../../shared/data/reference/survey/', import.meta.url)
const lines = (name: string): string[][] => readFileSync(new URL(name, survey), 'utf8').trim().split('\n').map((line) => line.replaceAll('"', '').split(','))
const NaN_ = Number.NaN
const square = (...rows: number[][]): Float64Array => Float64Array.from(rows.flat())

test('1 2 6 / ½ 1 3 / ⅙ ⅓ 1 is what 0.6, 0.3, 0.1 say, without a contradiction', () => {
  for (const method of ['eigenvector', 'geometric-mean'] as const) {
    const found = ahp(square([1, 2, 6], [1 / 2, 1, 3], [1 / 6, 1 / 3, 1]), 3, { method })
    found.weights.forEach((weight, at) => { expect(weight).toBeCloseTo([0.6, 0.3, 0.1][at] as number, 12) })
    expect(found).toMatchObject({ consistencyRatio: 0, acceptable: true, worstPair: null, missingPairs: 0 })
  }
})
describe.skipIf(!existsSync(survey))('the respondent of the package ahpsurvey (skipped: no ../shared/data)', () => {
  test('weights, λ and the ratio come out, and the table of errors as close as eleven steps of powers came', () => {
    const cells = lines('ahp_city1_matrix.csv').slice(1).map((row) => row.slice(1).map(Number))
    const expected = Object.fromEntries(lines('ahp_city1_expected.csv').slice(1)) as Record<string, string>
    const found = ahp(square(...cells), 5)
    const names = (lines('ahp_city1_matrix.csv')[0] as string[]).slice(1)
    names.forEach((name, at) => { expect(Math.abs(Number(found.weights[at]) - Number(expected[name]))).toBeLessThan(1e-9) })
    expect(Math.abs(Number(found.largestEigenvalue) - Number(expected.lambda_max))).toBeLessThan(1e-8)
    for (const [name, value] of Object.entries(expected)) if (/^cr$|consistency/i.test(name)) expect(Math.abs(Number(found.consistencyRatio) - Number(value))).toBeLessThan(1e-8)
    lines('ahp_city1_error_matrix.csv').slice(1).flatMap((row) => row.slice(1).map(Number)).forEach((error, at) => { expect(Math.abs((found.errors[at] as number) - error)).toBeLessThan(1e-7) })
  })
  test('the questionnaire’s list gives the same square', () => {
    const answers = (lines('in_ahp_city1.csv')[1] as string[]).map(Number)
    const cells = lines('ahp_city1_matrix.csv').slice(1).map((row) => row.slice(1).map(Number))
    toComparisons(toSquare(answers, 'answers'), 'answers').values.forEach((one, at) => { expect(one).toBeCloseTo(cells.flat()[at] as number, 12) })
  })
  test('the list of random indices is the one that is written in here', () => {
    for (const [n, value] of lines('ahp_random_index.csv').slice(1)) expect(randomIndex(Number(n))).toBe(Number(value))
  })
})
test('the pair to ask about is the one farthest beyond what the weights say', () => {
  // 8, 4, 2, 1, but the last said to be worth eight times the first.
  const found = ahp(square([1, 2, 4, 1 / 8], [1 / 2, 1, 2, 4], [1 / 4, 1 / 2, 1, 2], [8, 1 / 4, 1 / 2, 1]), 4)
  expect(found.acceptable).toBe(false)
  expect(found.worstPair).toMatchObject({ row: 3, column: 0, answered: 8 })
  expect(found.worstPair?.error).toBeGreaterThan(2)
})
describe('answers that are missing', () => {
  const gap = square([1, 2, NaN_], [1 / 2, 1, 3], [NaN_, 1 / 3, 1])
  test('Harker: 0 in the gap and one more on the diagonal gives the weights that the other answers imply', () => {
    const found = ahp(gap, 3)
    found.weights.forEach((weight, at) => { expect(weight).toBeCloseTo([0.6, 0.3, 0.1][at] as number, 10) })
    expect(found.largestEigenvalue).toBeCloseTo(3, 10)
    expect(found.missingPairs).toBe(1)
  })
  test('the geometric form finds the same', () => {
    ahp(gap, 3, { method: 'geometric-mean' }).weights.forEach((weight, at) => { expect(weight).toBeCloseTo([0.6, 0.3, 0.1][at] as number, 10) })
  })
  test('items that no chain of answers connects have no weights', () => {
    expect(ahp(square([1, 2, NaN_], [1 / 2, 1, NaN_], [NaN_, NaN_, 1]), 3).weights).toEqual(['not-connected', 'not-connected', 'not-connected'])
  })
})
test('one item has all the weight, two never contradict each other, sixteen have no random index', () => {
  expect(ahp(square([1]), 1)).toMatchObject({ weights: [1], consistencyRatio: 0, acceptable: true })
  expect(ahp(square([1, 9], [1 / 9, 1]), 2)).toMatchObject({ consistencyRatio: 0, acceptable: true })
  expect(ahp(new Float64Array(256).fill(1), 16)).toMatchObject({ consistencyRatio: 'out-of-domain', acceptable: null })
  expect(ahp(new Float64Array(0), 0)).toMatchObject({ weights: [], consistencyRatio: 'too-few' })
})
test('another random index, and another limit, change the ratio and what is accepted', () => {
  const cells = square([1, 2, 1 / 2], [1 / 2, 1, 2], [2, 1 / 2, 1])
  const { consistencyIndex } = ahp(cells, 3)
  expect(ahp(cells, 3, { randomIndex: 0.58 }).consistencyRatio).toBeCloseTo(Number(consistencyIndex) / 0.58, 12)
  expect(ahp(cells, 3, { limit: 10 }).acceptable).toBe(true)
})
test('a comparison that is not above 0, or not the reverse of its counterpart, is a mistake of the caller', () => {
  expect(() => ahp(square([1, 0], [0, 1]), 2)).toThrow(RangeError)
  expect(() => ahp(square([1, 3], [3, 1]), 2)).toThrow(RangeError)
  expect(() => ahp(square([1, 3]), 2)).toThrow(RangeError)
})
const weightLists = fc.integer({ min: 2, max: 8 }).chain((n) => fc.array(fc.double({ min: 0.05, max: 9, noNaN: true }), { minLength: n, maxLength: n }))
test('a consistent square has the ratio 0 and gives its weights back, by both methods', () => {
  fc.assert(fc.property(weightLists, (raw) => {
    const sum = raw.reduce((all, one) => all + one, 0)
    const cells = Float64Array.from({ length: raw.length ** 2 }, (_, at) => (raw[Math.floor(at / raw.length)] as number) / (raw[at % raw.length] as number))
    for (const method of ['eigenvector', 'geometric-mean'] as const) {
      const found = ahp(cells, raw.length, { method })
      expect(Math.abs(Number(found.consistencyRatio))).toBeLessThan(1e-9)
      found.weights.forEach((weight, at) => { expect(weight).toBeCloseTo((raw[at] as number) / sum, 9) })
    }
  }), { numRuns: 60 })
})
test('weights add up to 1 and λ is never under the number of items, whatever people say', () => {
  const judgement = fc.constantFrom(1 / 9, 1 / 7, 1 / 5, 1 / 3, 1, 2, 3, 5, 7, 9)
  fc.assert(fc.property(fc.integer({ min: 3, max: 7 }).chain((n) => fc.array(judgement, { minLength: (n * (n - 1)) / 2, maxLength: (n * (n - 1)) / 2 })), (said) => {
    const { values, n } = toComparisons(toSquare(said.map((one) => (one >= 1 ? -one : 1 / one)), 'answers'), 'answers')
    for (const method of ['eigenvector', 'geometric-mean'] as const) {
      const found = ahp(values, n, { method })
      expect(found.weights.reduce<number>((all, one) => all + Number(one), 0)).toBeCloseTo(1, 12)
      expect(Number(found.largestEigenvalue)).toBeGreaterThan(n - 1e-9)
    }
  }), { numRuns: 60 })
})
describe('a group', () => {
  const four = square([1, 4], [1 / 4, 1]), one = square([1, 1], [1, 1])
  test('4 and 1 become 2: two thirds and one third, by judgements as by priorities', () => {
    for (const combine of ['judgements', 'priorities'] as const) ahpGroup([four, one], 2, { combine }).weights.forEach((weight, at) => { expect(weight).toBeCloseTo([2 / 3, 1 / 3][at] as number, 12) })
  })
  test('a person who counts twice moves the common judgement', () => {
    expect(Number(ahpGroup([four, one], 2, { peopleWeights: Float64Array.of(2, 1) }).weights[0])).toBeCloseTo(16 ** (1 / 3) / (1 + 16 ** (1 / 3)), 12)
  })
  test('a pair is averaged over those who answered it; who answered nothing leaves it', () => {
    const silent = square([1, NaN_], [NaN_, 1])
    expect(ahpGroup([four, silent], 2).weights[0]).toBeCloseTo(0.8, 12)
    expect(ahpGroup([silent], 2).weights).toEqual(['not-connected', 'not-connected'])
    expect(ahpGroup([], 2).weights).toEqual(['no-data', 'no-data'])
  })
  test('everybody’s spread and consistency is shown; the inconsistent may be left out and are named', () => {
    const circle = square([1, 9, 1 / 9], [1 / 9, 1, 9], [9, 1 / 9, 1]), plain = square([1, 2, 6], [1 / 2, 1, 3], [1 / 6, 1 / 3, 1])
    expect(ahpGroup([circle, plain], 3)).toMatchObject({ counted: 2, leftOut: [], inconsistent: 1 })
    const without = ahpGroup([circle, plain], 3, { inconsistentPeople: 'leave-out' })
    expect(without).toMatchObject({ counted: 1, leftOut: [0], inconsistent: 1 })
    expect(without.weights[0]).toBeCloseTo(0.6, 10)
    expect(without.spread[0]).toMatchObject({ n: 1, deviation: 'too-few' })
  })
})
