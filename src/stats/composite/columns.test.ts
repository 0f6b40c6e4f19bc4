// One indicator at a time: denomination, the 2 / 3.5 rule, every normalisation; worked cases, what must always hold, and awkward vectors.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reasonAt, valuesOf } from '../reason.ts'
import { deviationOf, meanOf } from '../mean-and-deviation.ts'
import { ranksOf } from '../ranks.ts'
import { denominate } from './denomination.ts'
import { normalise, type Normalisation } from './normalisation.ts'
import { sampleShape, transformSkewed, treatmentDefaults, treatOutliers } from './outlier-treatment.ts'

const nan = Number.NaN
const of = (...values: number[]): Float64Array => Float64Array.from(values)
const awkward: readonly (readonly [string, Float64Array])[] = [
  ['empty', of()], ['one value', of(3)], ['all equal', of(2, 2, 2, 2, 2)], ['all missing', of(nan, nan, nan)], ['one missing', of(1, nan, 3, 4)],
  ['zeros', of(0, 0, 0, 1)], ['negatives', of(-5, -1, -9, -2)], ['ties', of(1, 1, 2, 2, 3, 3)], ['the edge of numbers', of(-1e308, 1e308, 0, 1)], ['two', of(1, 2)],
]
const kinds: readonly Normalisation[] = [
  { kind: 'min-max', lower: 0, upper: 100 }, { kind: 'goalposts', scale: 1, truncate: true }, { kind: 'goalposts', scale: 1, truncate: false },
  { kind: 'z-score', mean: 0, spread: 1, deviation: 'sample' }, { kind: 'z-score', mean: 100, spread: 10, deviation: 'population' }, { kind: 'distance-to-best' },
  { kind: 'distance-to-reference', region: 0, capped: true }, { kind: 'distance-to-target', capped: false }, { kind: 'fraction-of-best' }, { kind: 'rank' }, { kind: 'percentile-rank' },
  { kind: 'borda' }, { kind: 'around-reference' },
]

describe('mean, deviation and ranks', () => {
  test('2, 4, 4, 4, 5, 5, 7, 9: mean 5, deviation 2 by n and 2.138 by n − 1', () => {
    const x = of(2, 4, 4, 4, 5, 5, 7, 9)
    expect(meanOf(x)).toBe(5)
    expect(deviationOf(x, 'population')).toBeCloseTo(2, 12)
    expect(deviationOf(x, 'sample')).toBeCloseTo(2.1380899352993947, 12)
  })
  test('numbers at the edge have a finite mean and deviation; one value has no sample deviation', () => {
    expect(meanOf(of(1e308, 1e308, 1e308))).toBeCloseTo(1e308, -295)
    expect(Number.isFinite(deviationOf(of(-1e308, 1e308), 'sample'))).toBe(true)
    expect(deviationOf(of(4), 'sample')).toBeNaN()
    expect(deviationOf(of(0.1, 0.1, 0.1), 'sample')).toBe(0)
  })
  test('10, 30, 30, 20 from the highest: 4, 1, 1, 3, or with mean ranks 4, 1.5, 1.5, 3; a gap takes no place', () => {
    expect([...ranksOf(of(10, 30, 30, 20), { ties: 'smallest', first: 'highest' })]).toEqual([4, 1, 1, 3])
    expect([...ranksOf(of(10, 30, 30, 20), { ties: 'mean', first: 'highest' })]).toEqual([4, 1.5, 1.5, 3])
    expect([...ranksOf(of(10, nan, 30), { ties: 'smallest', first: 'lowest' })]).toEqual([1, nan, 2])
  })
})

describe('denomination', () => {
  test('fifty firms among 20,000 people are 2.5 per thousand; without people there is a reason', () => {
    const done = denominate({ values: of(50, 1, 2, nan), denominator: of(20_000, 0, nan, 5), factor: 1000 })
    expect(valuesOf(done.values, done.why)).toEqual([2.5, 'zero-denominator', 'zero-denominator', 'no-data'])
  })
  test('an indicator that grows with the number of people is flagged', () => {
    expect(denominate({ values: of(1, 2, 3, 4), denominator: of(10, 21, 29, 41), factor: 1 }).followsSize).toBe(true)
    expect(denominate({ values: of(1, 4, 1, 4), denominator: of(10, 20, 30, 25), factor: 1 }).followsSize).toBe(false)
  })
  test.each(awkward)('%s: a number or a reason', (_, x) => {
    const done = denominate({ values: x, denominator: x, factor: 1000 })
    x.forEach((__, at) => expect(Number.isFinite(done.values[at]) || reasonAt(done.why, at) !== null).toBe(true))
  })
})

describe('outliers', () => {
  test('skewness and kurtosis are the sample ones: 1, 2, 3, 4, 10', () => {
    const { skewness, kurtosis } = sampleShape(of(1, 2, 3, 4, 10))
    expect(skewness).toBeCloseTo(1.6970562748477143, 12)
    expect(kurtosis).toBeCloseTo(3.152, 12)
  })
  test('one extreme is pulled in to its neighbour and listed; two on either side as well', () => {
    const done = treatOutliers(of(1, 2, 3, 4, 5, 6, 7, 8, 9, 100))
    expect([...done.values]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 9])
    expect(done).toMatchObject({ how: 'winsorised', passes: true, cells: [{ at: 9, from: 100, to: 9, side: 'high' }] })
    expect(treatOutliers(of(-100, 2, 3, 4, 5, 6, 7, 8, 9, 10)).cells).toEqual([{ at: 0, from: -100, to: 2, side: 'low' }])
  })
  test('where pulling in does not suffice nothing is pulled in and the logarithm is taken; ranks stay', () => {
    const x = Float64Array.from({ length: 30 }, (_, at) => (at < 22 ? at : 10 ** (at - 18)))
    const done = treatOutliers(x, { ...treatmentDefaults, winmax: 2 })
    expect(done.how).toBe('transformed')
    expect(done.cells).toEqual([])
    expect(done.values[0]).toBeCloseTo(Math.log(0.01 * 1e11), 10)
    expect([...ranksOf(done.values, { ties: 'smallest', first: 'highest' })]).toEqual([...ranksOf(x, { ties: 'smallest', first: 'highest' })])
    expect([...treatOutliers(x, { ...treatmentDefaults, winmax: 2, transform: 'none' }).values]).toEqual([...x])
  })
  test('ties do not carry it past winmax: six equal maxima are one step too many', () => {
    const x = of(...Array.from({ length: 60 }, (_, at) => at / 60), 50, 50, 50, 50, 50, 50)
    expect(treatOutliers(x, { ...treatmentDefaults, skewness: 1, kurtosis: -9 }).cells).toEqual([])
    const done = treatOutliers(of(...Array.from({ length: 200 }, (_, at) => at / 200), 50, 50, 60), { ...treatmentDefaults, winmax: 3 })
    expect(done.cells.length).toBeLessThanOrEqual(3)
  })
  test('the other transforms are their formulas', () => {
    const by = (transform: 'log-plus-one' | 'log-gii' | 'box-cox' | 'log', lambda = 0) => [...transformSkewed(of(0, 1, 100), { transform, lambda, side: 'high' })]
    by('log-plus-one').forEach((one, at) => expect(one).toBeCloseTo([0, Math.log(2), Math.log(101)][at] as number, 12))
    by('log-gii').forEach((one, at) => expect(one).toBeCloseTo(Math.log((99 * [0, 1, 100][at]!) / 100 + 1), 12))
    by('box-cox', 0.5).forEach((one, at) => expect(one).toBeCloseTo((Math.sqrt([0, 1, 100][at]! + 1) - 1) / 0.5, 12))
    expect([...transformSkewed(of(0, 99, 100), { transform: 'log', side: 'low' })][2]).toBeCloseTo(-Math.log(1), 12)
  })
  test.each(awkward)('%s: nothing is invented', (_, x) => {
    const done = treatOutliers(x)
    x.forEach((one, at) => { if (Number.isNaN(one)) expect(done.values[at]).toBeNaN(); else expect(Number.isFinite(done.values[at])).toBe(true) })
    if (x.length < 4) expect(done.how).toBe('untestable')
  })
  test('never more than winmax cells change, order is kept, and what passes is left alone', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }).map((one) => (one % 7 === 0 ? one ** 3 : one)), { minLength: 4, maxLength: 40 }), (values) => {
      const x = Float64Array.from(values), done = treatOutliers(x)
      expect(done.cells.length).toBeLessThanOrEqual(5)
      if (done.how === 'untouched') expect([...done.values]).toEqual(values)
      for (let i = 0; i < x.length; i += 1) for (let j = 0; j < x.length; j += 1) if (x[i]! < x[j]!) expect(done.values[i]!).toBeLessThanOrEqual(done.values[j]!)
    }))
  })
})

describe('normalisation', () => {
  const worked: readonly (readonly [Normalisation, readonly number[]])[] = [
    [{ kind: 'min-max', lower: 0, upper: 100 }, [0, 100 / 3, 100]], [{ kind: 'min-max', lower: 1, upper: 100 }, [1, 34, 100]], [{ kind: 'z-score', mean: 0, spread: 1, deviation: 'sample' }, [-0.8728715609439694, -0.21821789023599225, 1.0910894511799618]],
    [{ kind: 'distance-to-best' }, [0, 1 / 3, 1]], [{ kind: 'distance-to-reference', region: 1, capped: false }, [0, 1, 3]], [{ kind: 'distance-to-reference', region: 1, capped: true }, [0, 1, 1]],
    [{ kind: 'distance-to-target', capped: true }, [0, 0.5, 1]], [{ kind: 'distance-to-target', capped: false }, [0, 0.5, 1.5]], [{ kind: 'fraction-of-best' }, [0.25, 0.5, 1]], [{ kind: 'rank' }, [1, 2, 3]], [{ kind: 'percentile-rank' }, [0, 0.5, 1]],
    [{ kind: 'borda' }, [0, 1, 2]], [{ kind: 'goalposts', scale: 100, truncate: false }, [-25, 0, 50]], [{ kind: 'goalposts', scale: 100, truncate: true }, [0, 0, 50]], [{ kind: 'around-reference' }, [80, 100, 140]],
  ]
  test.each(worked)('10, 20, 40 by %j', (how, wanted) => {
    const { values, flag } = normalise(of(10, 20, 40), how, { goalposts: [20, 60], target: 30, reference: 20 })
    expect(flag).toBeNull()
    wanted.forEach((one, at) => expect(values[at]).toBeCloseTo(one, 10))
  })
  test('goalposts of a directed indicator turn with it: unemployment between 20 and 4', () => {
    expect([...normalise(of(-4, -12, -20, -30), { kind: 'goalposts', scale: 1, truncate: true }, { direction: -1, goalposts: [20, 4] }).values]).toEqual([1, 0.5, 0, 0])
  })
  test('with all years together the scale is that of the years', () => {
    expect([...normalise(of(0, 10), { kind: 'min-max', lower: 0, upper: 100 }, { pool: of(0, 10, 5, 20) }).values]).toEqual([0, 50])
  })
  test('constant: the middle with a flag; a target below, a reference at the bottom, a value of nought: refused', () => {
    expect(normalise(of(5, 5, nan), { kind: 'min-max', lower: 0, upper: 100 })).toEqual({ values: of(50, 50, nan), flag: 'constant' })
    expect(normalise(of(5, 5), { kind: 'z-score', mean: 100, spread: 10, deviation: 'sample' })).toEqual({ values: of(100, 100), flag: 'constant' })
    expect(normalise(of(1, 2), { kind: 'distance-to-target', capped: true }, { target: 1 }).flag).toBe('out-of-domain')
    expect(normalise(of(1, 2), { kind: 'distance-to-reference', region: 0, capped: true }).flag).toBe('out-of-domain')
    expect(normalise(of(nan, 2), { kind: 'distance-to-reference', region: 0, capped: true }).flag).toBe('no-data')
    expect(normalise(of(0, 2), { kind: 'fraction-of-best' }).flag).toBe('not-positive')
    expect(normalise(of(3, nan), { kind: 'percentile-rank' }).flag).toBe('too-few')
  })
  test.each(awkward)('%s: never infinite under any kind, and a gap stays a gap', (_, x) => {
    for (const how of kinds) {
      const { values, flag } = normalise(x, how, { goalposts: [0, 1], target: 2, reference: 1 })
      expect(values).toHaveLength(x.length)
      x.forEach((one, at) => { if (Number.isNaN(one)) expect(values[at]).toBeNaN(); else expect(Number.isFinite(values[at]) || flag !== null || Math.abs(one) > 1e300).toBe(true) })
    }
  })
  test('min-max stays within its bounds and keeps the order; a positive factor changes no rank', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 30 }), fc.double({ min: 0.001, max: 1000, noNaN: true }), (values, factor) => {
      const x = Float64Array.from(values), { values: y } = normalise(x, { kind: 'min-max', lower: 0, upper: 100 })
      for (let i = 0; i < x.length; i += 1) {
        expect(y[i]!).toBeGreaterThanOrEqual(-1e-9)
        expect(y[i]!).toBeLessThanOrEqual(100 + 1e-9)
        for (let j = 0; j < x.length; j += 1) if (x[i]! < x[j]!) expect(y[i]!).toBeLessThanOrEqual(y[j]!)
      }
      const ranked = (column: Float64Array) => [...normalise(column, { kind: 'rank' }).values]
      const scaled = x.map((one) => Math.round(one)), times = Math.max(1, Math.round(factor))
      expect(ranked(scaled.map((one) => one * times))).toEqual(ranked(scaled))
    }))
  })
})
