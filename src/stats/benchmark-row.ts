// Where one region stands among others on one indicator: their marks, its place, how far it is to their middle and their best, and in how many
// years they go that far. Not whether the difference is large enough to matter, and not weighted by size.
import { quantileOf, sortedOf } from './quantile.ts'
import type { Value } from './reason.ts'
import { isNumber } from './reason.ts'

/** 1: more is better, −1: less is better */
export type Sign = 1 | -1
export type BenchmarkRow = {
  readonly own: Value
  /** peers with a value */
  readonly n: number
  readonly min: Value
  readonly q1: Value
  readonly median: Value
  readonly q3: Value
  readonly max: Value
  readonly mean: Value
  /** the peers' best by the direction */
  readonly best: Value
  /** the mark that a quarter of the peers reach or pass: their 75th percentile where more is better, their 25th where less is */
  readonly goodQuarter: Value
  /** mean of the highest quarter of the peers ÷ mean of the lowest (at least one each) */
  readonly quarterRatio: Value
  /** share of the peers with a lower value, and with a worse one by the direction */
  readonly percentile: Value
  readonly betterThan: Value
  /** own minus theirs, in units */
  readonly toMedian: Value
  readonly toGoodQuarter: Value
  readonly toBest: Value
  readonly toMean: Value
  /** years the peers need at their median yearly progress to go from the own value to theirs; negative: that far ahead */
  readonly yearsToMedian: Value
  readonly yearsToGoodQuarter: Value
  readonly yearsToBest: Value
  /** of the peers, a year, in units, positive where it gets better */
  readonly progress: Value
}
export const leastForQuartiles = 5

/** Mean change a year between the first and the last value, in units; under two values or in the same year: `too-few`. Worked: 10 in 2015, 16 in 2018 → 2. */
export const yearlyChange = (from: { readonly values: Float64Array; readonly years: ArrayLike<number> }): Value => {
  const { values, years } = from
  let first = -1, last = -1
  values.forEach((one, at) => { if (!Number.isNaN(one)) { if (first < 0) first = at; last = at } })
  const span = first < 0 ? 0 : (years[last] as number) - (years[first] as number)
  if (!(span > 0)) return first < 0 ? 'no-data' : 'too-few'
  const change = ((values[last] as number) - (values[first] as number)) / span
  return Number.isFinite(change) ? change : 'out-of-domain'
}

/** Quantiles of type 7 over the peers; quartiles from five peers on (`too-few`). Gap in years = gap ÷ the peers' median yearly progress, where that is
 *  positive (`not-positive`). `progress`: each peer's yearly change in units (`yearlyChange`), NaN where there is none.
 *  Worked: own 10; peers 8, 12, 14, 16, 20, each a year +0.5, more is better → median 14, gap −4, 8 years; 0.2 of the peers are lower. */
export const benchmarkRow = (from: { readonly own: number; readonly peers: Float64Array; readonly progress?: Float64Array; readonly direction?: Sign }): BenchmarkRow => {
  const { direction = 1 } = from
  const sorted = sortedOf(from.peers)
  const n = sorted.length
  const own: Value = Number.isFinite(from.own) ? from.own : 'no-data'
  const mark = (share: number): Value => (n === 0 ? 'no-data' : finite(quantileOf(sorted, share)))
  const quartile = (share: number): Value => (n === 0 ? 'no-data' : n < leastForQuartiles ? 'too-few' : mark(share))
  const best = mark(direction === 1 ? 1 : 0)
  const good = quartile(direction === 1 ? 0.75 : 0.25)
  const median = mark(0.5)
  const mean: Value = n === 0 ? 'no-data' : finite(sorted.reduce((sum, one) => sum + one / n, 0))
  const changes = sortedOf(from.progress ?? new Float64Array())
  const progress: Value = changes.length === 0 ? 'no-data' : finite(direction * quantileOf(changes, 0.5))
  const gap = (to: Value): Value => (!isNumber(own) ? own : !isNumber(to) ? to : finite(own - to))
  const years = (to: Value): Value => {
    const apart = gap(to)
    if (!isNumber(apart) || !isNumber(progress)) return isNumber(apart) ? progress : apart
    return progress > 0 ? finite(Math.abs(apart) === 0 ? 0 : (-direction * apart) / progress) : 'not-positive'
  }
  const share = (isIt: (one: number) => boolean): Value => (!isNumber(own) || n === 0 ? 'no-data' : sorted.filter(isIt).length / n)
  return {
    own, n, min: mark(0), q1: quartile(0.25), median, q3: quartile(0.75), max: mark(1), mean, best, goodQuarter: good, quarterRatio: quarterRatio(sorted),
    percentile: share((one) => one < from.own), betterThan: share((one) => direction * one < direction * from.own),
    toMedian: gap(median), toGoodQuarter: gap(good), toBest: gap(best), toMean: gap(mean),
    yearsToMedian: years(median), yearsToGoodQuarter: years(good), yearsToBest: years(best), progress,
  }
}
const finite = (value: number): Value => (Number.isFinite(value) ? value : 'out-of-domain')

/** Mean of the highest quarter ÷ mean of the lowest, a quarter being n ÷ 4 rounded down, at least one. Under four values: `too-few`; lowest 0:
 *  `zero-denominator`; negative values: `not-positive`. Worked: 2, 4, 5, 8 → 4. */
const quarterRatio = (sorted: Float64Array): Value => {
  const n = sorted.length
  if (n < 4) return n === 0 ? 'no-data' : 'too-few'
  const size = Math.floor(n / 4)
  const meanOf = (part: Float64Array): number => part.reduce((sum, one) => sum + one / size, 0)
  const low = meanOf(sorted.subarray(0, size)), high = meanOf(sorted.subarray(n - size))
  if ((sorted[0] as number) < 0) return 'not-positive'
  return low === 0 ? 'zero-denominator' : finite(high / low)
}
