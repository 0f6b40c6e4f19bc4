// Whole tables: screening, imputation, coherence, weights, means, orders; worked cases, what must always hold, and input that is no help.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reasonAt, valuesOf } from '../reason.ts'
import { aggregate, type Aggregation } from './aggregation.ts'
import { benefitOfTheDoubt } from './benefit-of-the-doubt.ts'
import { copeland } from './copeland.ts'
import { correlations, flagDefaults, parentCorrelations } from './correlations.ts'
import { cronbachAlpha } from './cronbach-alpha.ts'
import { effectiveWeights } from './effective-weights.ts'
import { impute, type Imputation } from './imputation.ts'
import { adjustedMazziottaPareto, mazziottaPareto } from './mazziotta-pareto.ts'
import { optimisedWeights } from './optimised-weights.ts'
import { imputePanel } from './panel-imputation.ts'
import { pcaWeights } from './pca-weights.ts'
import { principalComponents } from './principal-components.ts'
import { screeningDefaults, screenIndicators, screenRegions } from './screening.ts'
import { maximise } from './simplex.ts'

const nan = Number.NaN
const of = (...values: number[]): Float64Array => Float64Array.from(values)
/** rows as they are read */
const table = (...rows: readonly (readonly number[])[]) => ({ values: Float64Array.from(rows.flat()), rows: rows.length, columns: rows[0]?.length ?? 0 })
const columns = (...list: readonly (readonly number[])[]) => ({ values: Float64Array.from(list.flat()), rows: list[0]?.length ?? 0, columns: list.length })
const kinds: readonly Exclude<Aggregation, { kind: 'copeland' }>[] = [
  { kind: 'arithmetic' }, { kind: 'geometric' }, { kind: 'harmonic' }, { kind: 'median' }, { kind: 'generalised', power: 2 }, { kind: 'generalised', power: -0.5 }, { kind: 'generalised', power: 0 },
  { kind: 'owa', take: 'best', count: 2 }, { kind: 'owa', take: 'worst', count: 1 }, { kind: 'owa-positions', positions: [1, 2] }, { kind: 'mazziotta-pareto', measures: 'good' },
]

describe('screening', () => {
  test('two of three values are enough, one is not; nothing but noughts is too little; a list wins', () => {
    const given = columns([1, nan, 0, 1], [nan, nan, 0, nan], [3, 3, 0, nan])
    expect(screenRegions(given, screeningDefaults).map(({ because }) => because)).toEqual(['enough', 'too-little-data', 'too-many-zeros', 'too-little-data'])
    expect(screenRegions(given, { ...screeningDefaults, keep: [3], drop: [0] }).map(({ because }) => because)).toEqual(['listed-out', 'too-little-data', 'too-many-zeros', 'listed-in'])
  })
  test('flags inform: little data, many noughts, few different values, skewed, constant', () => {
    const given = columns([1, nan, nan, 4], [0, 0, 0, 1], [1, 1, 1, 2], [7, 7, 7, 7])
    expect(screenIndicators(given, screeningDefaults).map(({ flags }) => flags)).toEqual([['little-data'], ['many-zeros', 'skewed'], ['skewed'], ['few-distinct', 'constant']])
    expect(screenRegions(columns(), screeningDefaults)).toEqual([])
  })
})

describe('imputation', () => {
  const around = { groups: ['a', 'a', 'b', 'b'], pillars: ['p', 'p', 'q'], directions: [1, -1, 1] }
  const given = columns([1, nan, 5, 9], [10, 20, nan, 40], [nan, nan, nan, nan])
  const filled = (how: Imputation) => impute(given, how, around)
  test('mean and median of the column, or of the region’s group', () => {
    expect(filled({ kind: 'mean' }).values[1]).toBe(5)
    expect(filled({ kind: 'median' }).values[1]).toBe(5)
    expect(filled({ kind: 'group-mean' }).values[1]).toBe(1)
    expect(filled({ kind: 'group-median' }).values[6]).toBe(40)
  })
  test('the region’s own level in the pillar, with directions: the worst in one is the worst in the other', () => {
    // region 2 has 20 of 10…40, directed 2/3 of the way: 1 + 2/3·8
    expect(filled({ kind: 'row-mean' }).values[1]).toBeCloseTo(1 + 8 * (2 / 3), 12)
    // a quarter of the way up in the first is a quarter of the way down in the second, of which less is better
    const turned = impute(columns([0, 1, 4], [10, nan, 50]), { kind: 'row-mean' }, { groups: [], pillars: ['p', 'p'], directions: [1, -1] })
    expect(turned.values[4]).toBe(40)
  })
  test('every filled cell is told; nothing observed stays a gap; none fills none', () => {
    expect(filled({ kind: 'mean' }).cells.map(({ row, column, how }) => [row, column, how])).toEqual([[1, 0, 'mean'], [2, 1, 'mean']])
    expect(filled({ kind: 'none' }).cells).toEqual([])
    expect(Number.isNaN(filled({ kind: 'mean' }).values[8])).toBe(true)
  })
  test('chained equations draw around what the others say, the same for the same seed', () => {
    const x = Array.from({ length: 40 }, (_, at) => at), y = x.map((one) => 2 * one + (one % 3))
    const gaps = columns(x, y.map((one, at) => (at === 20 ? nan : one)))
    const drawn = (seed: number) => impute(gaps, { kind: 'chained', seed, rounds: 3 }, around).values[60] as number
    expect(drawn(1)).toBe(drawn(1))
    expect(drawn(1)).not.toBe(drawn(2))
    expect(Math.abs(drawn(1) - 42)).toBeLessThan(5)
  })
  test('along the years: 1, –, 3, – by each kind; never across a break', () => {
    const y = of(1, nan, 3, nan), times = of(2019, 2020, 2021, 2022)
    expect([...imputePanel(y, times, { kind: 'linear' }).values]).toEqual([1, 2, 3, 3])
    expect([...imputePanel(y, times, { kind: 'constant' }).values]).toEqual([1, 1, 3, 3])
    expect([...imputePanel(y, times, { kind: 'latest', maxTime: 1 }).values]).toEqual([1, 1, 3, 3])
    expect([...imputePanel(of(1, nan, nan), of(2019, 2020, 2021), { kind: 'latest', maxTime: 1 }).values]).toEqual([1, 1, nan])
    expect([...imputePanel(of(nan, 4, nan), of(1, 2, 3), { kind: 'linear' }).values]).toEqual([nan, 4, nan])
    expect([...imputePanel(of(nan, 4, nan), of(1, 2, 3), { kind: 'linear-constant' }).values]).toEqual([4, 4, 4])
    expect([...imputePanel(y, times, { kind: 'linear' }, [2]).values]).toEqual([1, nan, 3, nan])
    expect([...imputePanel(y, times, { kind: 'constant' }, [2]).values]).toEqual([1, 1, 3, 3])
    expect(imputePanel(y, times, { kind: 'constant' }).cells).toEqual([{ at: 1, value: 1, how: 'constant', from: 2019, beyondLast: 0 }, { at: 3, value: 3, how: 'nearest', from: 2021, beyondLast: 1 }])
    expect([...imputePanel(of(nan, nan), of(1, 2), { kind: 'constant' }).values]).toEqual([nan, nan])
  })
})

describe('coherence', () => {
  test('redundant and conflicting pairs are flagged, inside a group only', () => {
    const given = table([1, 1, 4], [2, 2.1, 3], [3, 2.9, 2], [4, 4, 1])
    const flags = (groups: readonly string[] | null) => correlations(given, { kind: 'pearson', groups, ...flagDefaults }).flags.map(({ first, second, flag }) => [first, second, flag])
    expect(flags(null)).toEqual([[0, 1, 'redundant'], [0, 2, 'conflict'], [1, 2, 'conflict']])
    expect(flags(['a', 'a', 'b'])).toEqual([[0, 1, 'redundant']])
  })
  test('an indicator that says little of its pillar is weak, one that is nearly the same is dominant', () => {
    const node = (key: string, parent: string | null, ...scores: number[]) => ({ key, parent, scores: of(...scores) })
    const found = parentCorrelations([node('a', 'p', 1, 2, 3, 4), node('b', 'p', 2, 4, 1, 3), node('p', 'i', 1, 2, 3, 4.2), node('i', null, 5, 5, 5, 5)])
    expect(found.map(({ key, parent, above, flag }) => [key, parent, above, flag])).toEqual([['a', 'p', 1, 'dominant'], ['a', 'i', 2, null], ['b', 'p', 1, 'weak'], ['b', 'i', 2, null], ['p', 'i', 1, null]])
    expect(found[1]?.value).toBe('constant')
  })
  test('the quick way without gaps and the way by pairs give the same', () => {
    const whole = table([1, 5, 2], [2, 3, 2], [3, 9, 7], [4, 1, 1], [5, 2, 8])
    const wider = table([1, 5, 2, nan], [2, 3, 2, 1], [3, 9, 7, 2], [4, 1, 1, 3], [5, 2, 8, 4])
    for (const kind of ['pearson', 'spearman', 'kendall'] as const) {
      const a = correlations(whole, { kind, groups: null, ...flagDefaults }), b = correlations(wider, { kind, groups: null, ...flagDefaults })
      a.r.forEach((row, i) => row.forEach((one, j) => expect(one).toBeCloseTo(b.r[i]?.[j] as number, 12)))
      a.p.forEach((row, i) => row.forEach((one, j) => expect(one).toBeCloseTo(b.p[i]?.[j] as number, 12)))
    }
    expect(correlations(table([1, 2], [1, 3], [1, 4]), { kind: 'pearson', groups: null, ...flagDefaults }).r[0]).toEqual(['constant', 'constant'])
  })
  test('alpha: 2/3 by hand, 1 for the same column twice, too few for one', () => {
    expect(cronbachAlpha(table([1, 2], [2, 1], [3, 3])).value).toBeCloseTo(2 / 3, 12)
    expect(cronbachAlpha(table([1, 1], [2, 2], [5, 5])).value).toBeCloseTo(1, 12)
    expect(cronbachAlpha(table([1], [2])).value).toBe('too-few')
    expect(cronbachAlpha(table([1, 1], [1, 1], [1, 1])).value).toBe('constant')
    expect(cronbachAlpha(table([1, nan], [2, 2], [3, 4])).n).toBe(2)
    expect(Number.isFinite(cronbachAlpha(table([1e308, 1], [-1e308, 2], [0, 3])).value)).toBe(true)
  })
  test('two indicators with r = 0.8 have eigenvalues 1.8 and 0.2, and equal weights by components', () => {
    const given = table([1, 2], [2, 1], [3, 4], [4, 3], [5, 5]), found = principalComponents(given)
    if (typeof found === 'string') throw new Error(found)
    expect(found.eigenvalues[0]).toBeCloseTo(1.8, 12)
    expect(found.eigenvalues[1]).toBeCloseTo(0.2, 12)
    expect(found.dimensions).toBe(1)
    expect(found.loadings[0]).toBeCloseTo(Math.sqrt(0.9), 12)
    const weights = pcaWeights(given)
    if (typeof weights === 'string') throw new Error(weights)
    expect([...weights.weights].map((one) => Math.round(one * 1e9) / 1e9)).toEqual([0.5, 0.5])
  })
  test('one indicator, two regions, a constant column: a reason each', () => {
    expect(principalComponents(table([1], [2], [3]))).toBe('too-few')
    expect(principalComponents(table([1, 2], [2, 1]))).toBe('too-few')
    expect(principalComponents(table([1, 2], [1, 3], [1, 5]))).toBe('constant')
    expect(pcaWeights(table())).toBe('too-few')
  })
})

describe('weights', () => {
  test('shares multiply down the tree and sum to one; nothing but noughts is a reason', () => {
    const found = effectiveWeights([{ key: 'i', parent: null, weight: 1 }, { key: 'a', parent: 'i', weight: 1 }, { key: 'b', parent: 'i', weight: 3 }, { key: 'a1', parent: 'a', weight: 1 }, { key: 'a2', parent: 'a', weight: 1 }, { key: 'b1', parent: 'b', weight: 9 }])
    expect(found.map(({ effective }) => effective)).toEqual([1, 0.25, 0.75, 0.125, 0.125, 0.75])
    expect(effectiveWeights([{ key: 'i', parent: null, weight: 1 }, { key: 'a', parent: 'i', weight: 0 }, { key: 'b', parent: 'i', weight: 0 }])[1]?.effective).toBe('zero-denominator')
    expect(() => effectiveWeights([{ key: 'i', parent: null, weight: -1 }])).toThrow('i weighs -1')
  })
  test('balance: two unrelated components with deviations 1 and 2 weigh 2/3 and 1/3', () => {
    const found = optimisedWeights(table([1, 2], [1, -2], [-1, 2], [-1, -2]), { aim: 'balance' })
    if (typeof found === 'string') throw new Error(found)
    expect(found.weights[0]).toBeCloseTo(2 / 3, 6)
    expect(found.importanceAfter[0]).toBeCloseTo(0.5, 6)
    expect(found.aimAfter).toBeLessThan(found.aimBefore)
  })
  test('balance to wanted importances, infomax never below the start, every weight above nothing, the same seed the same bytes', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }), { minLength: 6, maxLength: 15 }), (rows) => {
      const given = table(...rows)
      for (const aim of ['balance', 'infomax'] as const) {
        const found = optimisedWeights(given, { aim, wanted: of(2, 1, 1), starts: 2 })
        if (typeof found === 'string') continue
        expect(found.weights.every((one) => one > 0)).toBe(true)
        expect(found.weights.reduce((all, one) => all + one, 0)).toBeCloseTo(1, 10)
        if (aim === 'infomax') expect(found.aimAfter).toBeGreaterThanOrEqual(found.aimBefore - 1e-9)
        else expect(found.aimAfter).toBeLessThanOrEqual(found.aimBefore + 1e-9)
        expect(optimisedWeights(given, { aim, wanted: of(2, 1, 1), starts: 2 })).toEqual(found)
      }
    }), { numRuns: 15 })
  })
  test('a component that pulls against the index is shown as such; weights that sum to nothing are a reason', () => {
    const found = optimisedWeights(table([1, 9, 2], [2, 8, 3], [3, 7, 4], [4, 6.5, 5], [5, 5, 7]), { aim: 'infomax' })
    if (typeof found === 'string') throw new Error(found)
    expect(found.negative).toEqual([1])
    expect(optimisedWeights(table([1, 2], [2, 1], [3, 3]), { aim: 'balance', wanted: of(0, 0) })).toBe('zero-denominator')
    expect(optimisedWeights(table([1, 2], [1, 1], [1, 3]), { aim: 'balance' })).toBe('constant')
  })
  test('the simplex: 3x + 2y under x + y ≤ 4 and x + 3y ≤ 6 is 12; unbounded is said', () => {
    expect(maximise({ limits: 2, unknowns: 2, a: of(1, 1, 1, 3), b: of(4, 6), c: of(3, 2) })).toEqual({ x: of(4, 0), value: 12 })
    expect(maximise({ limits: 1, unknowns: 2, a: of(1, 0), b: of(1), c: of(1, 1) })).toBeNull()
  })
  test('the kindest weights: 1, 1 and 0.75; with bounds fewer reach 1; a gap or a value below nought has a reason', () => {
    const free = { lower: of(0, 0), upper: of(1, 1) }
    expect([...benefitOfTheDoubt(table([1, 0], [0, 1], [0.5, 0.25]), free).scores]).toEqual([1, 1, 0.75])
    const found = benefitOfTheDoubt(table([1, 0.2], [0.2, 1], [0.8, 0.8], [nan, 1], [-1, 1]), { lower: of(0.4, 0.4), upper: of(0.6, 0.6) })
    expect(valuesOf(found.scores, found.why).slice(3)).toEqual(['no-data', 'out-of-domain'])
    expect(found.scores[2]).toBeCloseTo(1, 9)
    expect(found.scores[0]).toBeLessThan(0.9)
    for (const row of [0, 1, 2]) for (const column of [0, 1]) { expect(found.shares[row * 2 + column]!).toBeGreaterThan(0.4 - 1e-9); expect(found.shares[row * 2 + column]!).toBeLessThan(0.6 + 1e-9) }
  })
  test('a least share is kept where one indicator alone would be kindest', () => {
    const found = benefitOfTheDoubt(table([9, 1, 1], [1, 9, 1], [1, 1, 9]), { lower: of(0.2, 0.1, 0), upper: of(1, 1, 1) })
    found.shares.forEach((one, at) => expect(one).toBeGreaterThan([0.2, 0.1, 0][at % 3]! - 1e-9))
    expect(found.shares[6]).toBeCloseTo(0.2, 9)
  })
  test('nobody does better than 1 under the kindest weights, somebody reaches it, and no unit matters', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 12 }), (rows) => {
      const free = { lower: of(0, 0, 0), upper: of(1, 1, 1) }
      const found = benefitOfTheDoubt(table(...rows), free).scores, other = benefitOfTheDoubt(table(...rows.map(([a = 0, b = 0, c = 0]) => [a * 1000, b, c / 7])), free).scores
      found.forEach((one, at) => { expect(one).toBeLessThanOrEqual(1); expect(other[at]).toBeCloseTo(one, 8) })
      expect(Math.max(...found)).toBeCloseTo(1, 9)
    }), { numRuns: 40 })
  })
})

describe('one score from many', () => {
  const scoreOf = (z: readonly number[], w: readonly number[], how: Exclude<Aggregation, { kind: 'copeland' }>, leastShare = 0) => {
    const { scores, why } = aggregate(table(z), { weights: Float64Array.from(w), how, leastShare })
    return valuesOf(scores, why)[0]
  }
  test('2 and 8: arithmetic 5, geometric 4, harmonic 3.2, power two √34; weights count', () => {
    expect(scoreOf([2, 8], [1, 1], { kind: 'arithmetic' })).toBe(5)
    expect(scoreOf([2, 8], [1, 1], { kind: 'geometric' })).toBeCloseTo(4, 12)
    expect(scoreOf([2, 8], [1, 1], { kind: 'harmonic' })).toBeCloseTo(3.2, 12)
    expect(scoreOf([2, 8], [1, 1], { kind: 'generalised', power: 2 })).toBeCloseTo(Math.sqrt(34), 12)
    expect(scoreOf([2, 8], [3, 1], { kind: 'arithmetic' })).toBe(3.5)
    expect(scoreOf([2, 8], [1, 1], { kind: 'generalised', power: 0 })).toBeCloseTo(4, 12)
  })
  test('the middle, the best two, the worst one, and weights by place', () => {
    expect(scoreOf([9, 1, 5, 7], [1, 1, 1, 1], { kind: 'median' })).toBe(6)
    expect(scoreOf([9, 1, 5, 7], [1, 1, 1, 1], { kind: 'owa', take: 'best', count: 2 })).toBe(8)
    expect(scoreOf([9, 1, 5, 7], [1, 1, 1, 1], { kind: 'owa', take: 'worst', count: 1 })).toBe(1)
    expect(scoreOf([9, 1, 5, 7], [1, 1, 1, 1], { kind: 'owa-positions', positions: [2, 1] })).toBeCloseTo(25 / 3, 12)
    expect(scoreOf([9, nan], [1, 1], { kind: 'owa', take: 'best', count: 2 })).toBe('too-few')
  })
  test('a gap drops out and the others weigh more; with too many gaps there is no score', () => {
    expect(scoreOf([2, nan, 8], [1, 5, 3], { kind: 'arithmetic' })).toBe(6.5)
    expect(scoreOf([2, nan, 8], [1, 5, 3], { kind: 'arithmetic' }, 0.7)).toBe('no-data')
    expect(scoreOf([2, nan, 8], [1, 5, 3], { kind: 'arithmetic' }, 2 / 3)).toBe(6.5)
  })
  test('nought and below, weights that sum to nothing, a fractional power: each its reason', () => {
    expect(scoreOf([0, 4], [1, 1], { kind: 'geometric' })).toBe('not-positive')
    expect(scoreOf([0, 4], [1, 1], { kind: 'harmonic' })).toBe('zero-denominator')
    expect(scoreOf([-1, 1], [1, 1], { kind: 'harmonic' })).toBe('zero-denominator')
    expect(scoreOf([-4, 4], [1, 1], { kind: 'generalised', power: 0.5 })).toBe('out-of-domain')
    expect(scoreOf([1, 2], [0, 0], { kind: 'arithmetic' })).toBe('zero-denominator')
    expect(scoreOf([-1, 1], [1, 1], { kind: 'mazziotta-pareto', measures: 'good' })).toBe('not-positive')
    expect(scoreOf([1e308, 1e308], [1, 1], { kind: 'arithmetic' })).toBeCloseTo(1e308, -295)
  })
  test('every mean of equal values is that value, and every mean lies between the least and the greatest', () => {
    for (const how of kinds) expect(scoreOf([7, 7, 7], [1, 2, 3], how)).toBeCloseTo(7, 10)
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 8 }), (z) => {
      for (const how of kinds) {
        if (how.kind === 'mazziotta-pareto') continue
        const score = scoreOf(z, z.map(() => 1), how) as number
        expect(score).toBeGreaterThanOrEqual(Math.min(...z) - 1e-9)
        expect(score).toBeLessThanOrEqual(Math.max(...z) + 1e-9)
      }
    }))
  })
})

describe('who beats whom', () => {
  test('(3, 1), (2, 2), (1, 3) with weights 2 and 1: 2, 0, −2', () => {
    expect([...copeland(table([3, 1], [2, 2], [1, 3]), of(2, 1)).scores]).toEqual([2, 0, -2])
  })
  test('a tie counts half for each', () => {
    expect(copeland(table([3, 1], [3, 2]), of(1, 1)).outranking[1]).toBe(0.25)
  })
  test('pairs without a common indicator are passed over; a region alone is not connected, one without values has no data', () => {
    const found = copeland(table([1, nan], [2, nan], [nan, 5], [nan, nan]), of(1, 1))
    expect(valuesOf(found.scores, found.why)).toEqual([-1, 1, 'not-connected', 'no-data'])
    expect(found.dominance).toBe(1)
    expect(copeland(table([1]), of(1)).dominance).toBeNaN()
  })
  test('what one wins the other loses: c + c′ = 1, scores sum to nothing, and the order of regions does not matter', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 9 }), (rows) => {
      const found = copeland(table(...rows), of(1, 2, 3)), n = rows.length
      for (let i = 0; i < n; i += 1) for (let l = 0; l < n; l += 1) if (i !== l) expect(found.outranking[i * n + l]! + found.outranking[l * n + i]!).toBeCloseTo(1, 12)
      expect(found.scores.reduce((all, one) => all + one, 0)).toBe(0)
      expect([...copeland(table(...rows.toReversed()), of(1, 2, 3)).scores]).toEqual([...found.scores].reverse())
    }))
  })
})

describe('Mazziotta–Pareto', () => {
  const options = { directions: [1, 1] as const, measures: 'good', leastShare: 0 } as const
  test('(1, 4) and (3, 2): both are unbalanced, 99 each; where more is bad, 101', () => {
    const found = mazziottaPareto(table([1, 4], [3, 2]), options)
    expect([...found.scores]).toEqual([99, 99])
    expect([...mazziottaPareto(table([1, 4], [3, 2]), { ...options, measures: 'bad' }).scores]).toEqual([101, 101])
    expect([...found.spreads]).toEqual([10, 10])
    // by n − 1 inside and over regions: z 100 ± 10/√2, S again 10
    mazziottaPareto(table([1, 4], [3, 2]), { ...options, deviation: 'sample' }).scores.forEach((one) => expect(one).toBeCloseTo(99, 10))
  })
  test('equal z have no penalty; a constant indicator does not count; with nothing else there is a reason', () => {
    const even = mazziottaPareto(table([1, 10], [3, 30], [5, 50]), options)
    even.scores.forEach((one, row) => expect(one).toBeCloseTo(even.means[row]!, 10))
    expect(mazziottaPareto(table([1, 4], [3, 4]), options).flags).toEqual([null, 'constant'])
    const none = mazziottaPareto(table([1, 4], [1, 4]), options)
    expect(reasonAt(none.why, 0)).toBe('constant')
  })
  test('the reference gets 100 in every year; 15 between 0 and 20 around 10 is 115', () => {
    const found = adjustedMazziottaPareto({ values: of(0, 20, 10, 15), years: 2, rows: 2, columns: 1 }, { directions: [1], measures: 'good', leastShare: 0, references: of(10) })
    expect([...found.scores]).toEqual([70, 130, 100, 115])
    expect([...adjustedMazziottaPareto({ values: of(0, 20, 10, 15), years: 2, rows: 2, columns: 1 }, { directions: [-1], measures: 'good', leastShare: 0, references: of(10) }).scores]).toEqual([130, 70, 100, 85])
  })
})
