// Methods on people's answers: the worked cases of their comments, the reference rounds, and answers nobody wants to get.
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { budgetAllocation } from './budget-allocation.ts'
import { delphi, type DelphiItem } from './delphi.ts'
import { holm } from './holm.ts'
import { importancePerformance } from './importance-performance.ts'
import { kendallW } from './kendall-w.ts'
import { quadraticKappa } from './quadratic-kappa.ts'
import type { Answers } from './answers.ts'

const survey = new URL('../../../../shared/data/reference/survey/', import.meta.url)
const answersOf = (rows: readonly (readonly number[])[]): Answers => ({ values: Float64Array.from(rows.flat()), rows: rows.length, columns: rows[0]?.length ?? 0 })
const gap = Number.NaN
const isReason = (value: unknown): boolean => typeof value === 'string'
/** Whatever leaves is a number that can be written, or a word. */
const allFinite = (value: unknown): boolean => typeof value === 'number' ? Number.isFinite(value)
  : ArrayBuffer.isView(value) ? Array.from(value as Float64Array).every(Number.isFinite)
    : typeof value !== 'object' || value === null || Object.values(value).every(allFinite)
const awkward: readonly (readonly number[])[] = [
  [], [3], [4, 4, 4, 4, 4, 4], [gap, gap, gap], [1, gap, 3, 4, 5, 2], [0, 0, 0, 0, 0], [-3, -1, -2, -5, -4], [2, 2, 3, 3, 5], [1e308, -1e308, 1e308, 1e308, -1e308], [1, 2],
]

describe('budget allocation', () => {
  test('50/30/20 and 30/50/20 weigh 0.4, 0.4, 0.2', () => {
    expect(budgetAllocation(answersOf([[50, 30, 20], [30, 50, 20]])).weights).toEqual([0.4, 0.4, 0.2])
  })
  test('who did not reach 100, or left an item empty, is asked and not rescaled', () => {
    const found = budgetAllocation(answersOf([[50, 50], [60, 50], [100, gap], [30, 70]]))
    expect(found.toAsk).toEqual([{ row: 1, sum: 110, why: 'sum' }, { row: 2, sum: 100, why: 'incomplete' }])
    expect(found).toMatchObject({ used: 2, weights: [0.4, 0.6] })
  })
  test('the trimmed mean leaves out one of ten at each end', () => {
    const found = budgetAllocation(answersOf([0, 20, 20, 20, 20, 20, 20, 20, 20, 100].map((first) => [first, 100 - first])))
    expect(found.items[0]).toMatchObject({ mean: 26, median: 20, trimmedMean: 20 })
    expect(found.weightsFromTrimmedMeans).toEqual([0.2, 0.8])
  })
  test('a group that came in numbers is shown as such, and may count once like the others', () => {
    const rows = [...new Array(9).fill([90, 10]), [10, 90]], groups = [...new Array(9).fill('business'), 'citizens']
    const people = budgetAllocation(answersOf(rows), { groups })
    expect(people.weights[0]).toBeCloseTo(0.82, 12)
    expect(people.groups).toMatchObject([{ group: 'business', people: 9, ofPeople: 0.9, counts: 0.9, weights: [0.9, 0.1] }, { group: 'citizens', people: 1, weights: ['too-few', 'too-few'] }])
    const equal = budgetAllocation(answersOf(rows), { groups, counting: 'groups' })
    expect(equal.weights[0]).toBeCloseTo(0.5, 12)
    expect(equal.groups.map(({ counts }) => counts)).toEqual([0.5, 0.5])
  })
  test('nobody, or nothing given, has no weights; negative points are a mistake of the caller', () => {
    expect(budgetAllocation({ values: new Float64Array(0), rows: 0, columns: 2 }).weights).toEqual(['no-data', 'no-data'])
    expect(budgetAllocation(answersOf([[0, 0]]), { total: 0 }).weights).toEqual(['zero-denominator', 'zero-denominator'])
    expect(() => budgetAllocation(answersOf([[-1, 101]]))).toThrow(RangeError)
  })
  test('weights add up to 1 and do not depend on who comes first', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 }), (raw) => {
      const rows = raw.map(([a = 0, b = 0, c = 0]) => [a, b, c, 150 - a - b - c])
      const weights = budgetAllocation(answersOf(rows), { total: 150 }).weights.map(Number)
      expect(weights.reduce((all, one) => all + one, 0)).toBeCloseTo(1, 12)
      budgetAllocation(answersOf([...rows].reverse()), { total: 150 }).weights.forEach((one, at) => { expect(one).toBeCloseTo(weights[at] as number, 12) })
    }))
  })
})

test('Holm: 0.01, 0.04, 0.03 become 0.03, 0.06, 0.06; a test that is not there is not counted', () => {
  Array.from(holm(Float64Array.of(0.01, 0.04, 0.03))).forEach((one, at) => { expect(one).toBeCloseTo([0.03, 0.06, 0.06][at] as number, 12) })
  expect(Array.from(holm(Float64Array.of(0.01, gap, 0.9)))).toEqual([0.02, gap, 0.9])
})

describe('Kendall’s W', () => {
  test('1 2 3, 1 2 3, 2 1 3: S = 14, W = 7/9, χ² = 14/3', () => {
    const found = kendallW(answersOf([[1, 2, 3], [1, 2, 3], [2, 1, 3]]))
    expect(found.w).toBeCloseTo(7 / 9, 12)
    expect(found.chiSquare).toBeCloseTo(14 / 3, 12)
    expect(found.p).toBeCloseTo(Math.exp(-14 / 6), 12)
    expect(Array.from(found.rankSums)).toEqual([4, 5, 9])
  })
  test.skipIf(!existsSync(survey))('the second round of the reference, with ties and a gap (skipped: no ../shared/data)', () => {
    const found = kendallW(answersOf(read('in_delphi_round2.csv')))
    const expected = JSON.parse(readFileSync(new URL('delphi_kendall_w.json', survey), 'utf8'))
    expect(Math.abs(Number(found.w) - expected.kendall_W_round2_complete_cases_tie_corrected)).toBeLessThan(1e-9)
    expect(Math.abs(Number(found.chiSquare) - expected.chi2)).toBeLessThan(1e-9)
    expect(Math.abs(Number(found.p) / expected.p - 1)).toBeLessThan(1e-9)
    expect(found).toMatchObject({ degrees: expected.df, people: expected.n, dropped: 1 })
  })
  test('all alike is 1, everybody ties everything is no order, under three people is no agreement', () => {
    expect(kendallW(answersOf([[1, 2], [3, 4], [5, 6]])).w).toBe(1)
    expect(kendallW(answersOf([[1, 1], [2, 2], [5, 5]])).w).toBe('constant')
    expect(kendallW(answersOf([[1, 2], [1, 2], [gap, 2]]))).toMatchObject({ w: 'too-few', people: 2, dropped: 1 })
    expect(kendallW(answersOf([])).w).toBe('too-few')
  })
  test('W stays in 0 … 1 and does not ask by which numbers an order was said', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 9 }), (rows) => {
      const { w } = kendallW(answersOf(rows))
      if (isReason(w)) return
      expect(Number(w)).toBeGreaterThan(-1e-12)
      expect(Number(w)).toBeLessThan(1 + 1e-12)
      expect(kendallW(answersOf(rows.map((row) => row.map((one) => one ** 3 - 7)))).w).toBe(w)
    }))
  })
})

describe('quadratic kappa', () => {
  test('1 2 3 4 then 1 2 3 3: observed 0.25, expected 2', () => {
    const found = quadraticKappa(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 2, 3, 3))
    expect(found).toMatchObject({ observed: 0.25, expected: 2, pairs: 4, dropped: 0, changed: 0.25 })
    expect(found.kappa).toBeCloseTo(1 - 0.25 / 2, 12)
  })
  test('the same answers are 1, all in one cell say nothing, a gap drops the pair', () => {
    expect(quadraticKappa(Float64Array.of(1, 2, 5), Float64Array.of(1, 2, 5)).kappa).toBe(1)
    expect(quadraticKappa(Float64Array.of(3, 3, 3), Float64Array.of(3, 3, 3))).toMatchObject({ kappa: 'constant', unweighted: 'constant' })
    expect(quadraticKappa(Float64Array.of(3, 3, 3), Float64Array.of(5, 5, 5))).toMatchObject({ kappa: 0, changed: 1 })
    expect(quadraticKappa(Float64Array.of(1, 2, gap), Float64Array.of(1, 2, 4))).toMatchObject({ pairs: 2, dropped: 1 })
    expect(quadraticKappa(Float64Array.of(gap), Float64Array.of(1)).kappa).toBe('too-few')
    expect(() => quadraticKappa(Float64Array.of(1), Float64Array.of(1, 2))).toThrow(RangeError)
  })
  test('it is between −1 and 1, and the same whichever round comes first', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })), { minLength: 2, maxLength: 30 }), (pairs) => {
      const x = Float64Array.from(pairs, ([one]) => one), y = Float64Array.from(pairs, ([, one]) => one)
      const { kappa } = quadraticKappa(x, y)
      if (isReason(kappa)) return
      expect(Math.abs(Number(kappa))).toBeLessThan(1 + 1e-12)
      expect(Number(quadraticKappa(y, x).kappa)).toBeCloseTo(Number(kappa), 12)
    }))
  })
})

const read = (name: string): number[][] => readFileSync(new URL(name, survey), 'utf8').trim().split('\n').slice(1).map((line) => line.split(',').slice(1).map((one) => (one === '' ? gap : Number(one))))
describe('Delphi', () => {
  test('4 5 5 6 7: median 5, quartiles 5 and 6, four of five agree: agreed', () => {
    expect(delphi([answersOf([[4], [5], [5], [6], [7]])]).rounds[0]?.[0]).toMatchObject({ n: 5, median: 5, q1: 5, q3: 6, range: 1, shareAgreeing: 0.8, shareNearMedian: 0.8, shareAbove: 0.2, agreed: true })
  })
  test.skipIf(!existsSync(survey))('two rounds of 32 experts give the reference’s figures and kappas (skipped: no ../shared/data)', () => {
    const found = delphi([answersOf(read('in_delphi_round1.csv')), answersOf(read('in_delphi_round2.csv'))])
    const keys = { mean: 'mean', sd: 'deviation', cv: 'variation', median: 'median', q1_type7: 'q1', q3_type7: 'q3', share_ge5: 'shareAgreeing', share_within1_of_median: 'shareNearMedian' } as const
    const [head = '', ...rest] = readFileSync(new URL('delphi_expected.csv', survey), 'utf8').trim().split('\n')
    expect(rest.length).toBe(24)
    for (const line of rest) {
      const cells = Object.fromEntries(head.split(',').map((name, at) => [name, line.split(',')[at]]))
      const item = found.rounds[Number(cells.round) - 1]?.[Number(String(cells.item).slice(4)) - 1] as DelphiItem
      expect(item.n).toBe(Number(cells.n))
      for (const [theirs, ours] of Object.entries(keys)) expect(Math.abs(Number(item[ours]) - Number(cells[theirs]))).toBeLessThan(1e-9)
    }
    readFileSync(new URL('delphi_stability.csv', survey), 'utf8').trim().split('\n').slice(1).forEach((line, at) => {
      const [, n, plain, quadratic] = line.split(',').map(Number), step = found.steps[0]?.[at]
      expect(step?.pairs).toBe(n)
      expect(Math.abs(Number(step?.unweightedKappa) - Number(plain))).toBeLessThan(1e-9)
      expect(Math.abs(Number(step?.kappa) - Number(quadratic))).toBeLessThan(1e-9)
    })
  })
  test('the rule is the declared one: a narrow range below the line of agreement is consensus by one and not by the other', () => {
    const low = [answersOf([[2], [2], [2], [3], [2]])]
    expect(delphi(low, { rule: 'agreement' }).rounds[0]?.[0]?.agreed).toBe(false)
    expect(delphi(low, { rule: 'interquartile-range' }).rounds[0]?.[0]?.agreed).toBe(true)
    expect([delphi(low, { highest: 5 }).largestRange, delphi(low, { highest: 9 }).largestRange]).toEqual([1, 2])
  })
  test('stable without agreement stops too, and says that there is dissent; not stable asks again', () => {
    const split = [[1], [1], [7], [7], [1], [7]], moved = [[7], [1], [1], [7], [1], [7]]
    expect(delphi([answersOf(split), answersOf(split)], { rule: 'interquartile-range' }).steps[0]?.[0]).toMatchObject({ stable: true, shareChanged: 0, next: 'stop-dissent' })
    expect(delphi([answersOf(split), answersOf(moved)]).steps[0]?.[0]).toMatchObject({ stable: false, next: 'ask-again' })
  })
  test('under five answers nothing is shown', () => {
    expect(delphi([answersOf([[4], [5], [5], [6], [gap]])]).rounds[0]?.[0]).toMatchObject({ n: 4, median: 'too-few', agreed: false })
    expect(delphi([answersOf([[4], [5], [5], [6], [gap]])], { least: 1 }).rounds[0]?.[0]).toMatchObject({ n: 4, median: 5 })
  })
})

describe('importance and performance', () => {
  test('5 4 5 against 3 3 2: gap 2, deviation 1, t = 2√3', () => {
    const found = importancePerformance(answersOf([[5], [4], [5]]), answersOf([[3], [3], [2]]), { least: 1 }).items[0]
    expect(found).toMatchObject({ gap: 2, deviation: 1, degrees: 2, pairs: 3, diagonal: 'improve' })
    expect(found?.t).toBeCloseTo(2 * Math.sqrt(3), 12)
    expect(found?.p).toBeCloseTo(0.0742, 4)
  })
  test('the four fields around the items’ own middle; the middle of the scale puts an item elsewhere, and that is said', () => {
    const same = (row: readonly number[]): Answers => answersOf(new Array(5).fill(row))
    const { items, crosses } = importancePerformance(same([5, 5, 4, 4]), same([5, 4, 5, 4]))
    expect(crosses.means).toEqual({ importance: 4.5, performance: 4.5 })
    expect(items.map(({ field }) => field.means)).toEqual(['keep-up', 'concentrate-here', 'possible-overkill', 'low-priority'])
    expect(items.map(({ field }) => field.middle)).toEqual(['keep-up', 'keep-up', 'keep-up', 'keep-up'])
    expect(items.map(({ moves }) => moves)).toEqual([false, true, true, true])
  })
  test('an item on the cross counts as high', () => {
    expect(importancePerformance(answersOf(new Array(5).fill([4])), answersOf(new Array(5).fill([2]))).items[0]?.field).toEqual({ means: 'keep-up', medians: 'keep-up', middle: 'concentrate-here' })
  })
  test('where everybody’s difference is the same there is a gap and no t; under five ratings there is nothing', () => {
    expect(importancePerformance(answersOf(new Array(6).fill([5])), answersOf(new Array(6).fill([3]))).items[0]).toMatchObject({ gap: 2, deviation: 0, t: 'constant', p: 'constant', pHolm: 'constant' })
    expect(importancePerformance(answersOf([[5], [4]]), answersOf([[3], [3]])).items[0]).toMatchObject({ importance: 'too-few', gap: 'too-few', field: { means: null, middle: null }, diagonal: null })
  })
  test('the more items are tested, the larger a p becomes', () => {
    const i = answersOf([[5, 5], [4, 4], [5, 3], [5, 4], [3, 5]]), p = answersOf([[3, 5], [3, 3], [2, 4], [4, 4], [2, 4]])
    const [first, second] = importancePerformance(i, p).items
    expect(Number(first?.pHolm)).toBeCloseTo(2 * Number(first?.p), 12)
    expect(second?.pHolm).toBe(second?.p)
  })
})

test('no list of answers, however awkward, makes a number that cannot be written', () => {
  for (const list of awkward) {
    const one = answersOf(list.map((value) => [value])), many = answersOf(list.length === 0 ? [] : [list, list, list, list, list])
    const positive: Answers = { ...one, values: one.values.map(Math.abs) }
    const all = [
      budgetAllocation(positive, { total: 3 }), kendallW(one), kendallW(many), quadraticKappa(one.values, one.values), quadraticKappa(one.values, one.values.toReversed()),
      delphi([one, one]), delphi([many, many]), importancePerformance(one, positive), importancePerformance(many, many), importancePerformance(one, { ...one, values: one.values.toReversed() }, { least: 0 }), delphi([one, one], { least: 0 }),
    ]
    all.forEach((result) => { expect(allFinite(result), JSON.stringify([list, result])).toBe(true) })
  }
})
