// Did the same people answer the same in two rounds, beyond what chance would give? Weighted kappa on pairs of answers.
import type { Value } from '../reason.ts'
import { finite } from './answers.ts'

export type QuadraticKappa = {
  readonly kappa: Value; /** every difference counts alike */ readonly unweighted: Value
  /** Σ w O and Σ w E with w = (i − j)², shares of pairs */
  readonly observed: Value; readonly expected: Value
  readonly pairs: number; readonly dropped: number
  /** share of the people whose answer is another one */
  readonly changed: Value
}

/** κ = 1 − ΣwO ÷ ΣwE with w = (i − j)² over the whole scale; O the observed shares of pairs (i, j), E the product of both rounds' shares
 *  (Cohen 1968, Psychological Bulletin 70, 213–220). −1 … 1. The scale needs no bounds: categories nobody chose add nothing to either sum.
 *  A pair with a gap is dropped and counted. Undefined: under 2 pairs `too-few`; all answers in one cell `constant`.
 *  Worked: 1 2 3 4 then 1 2 3 3 → ΣwO = 0.25, ΣwE = 2, κ = 0.875. */
export const quadraticKappa = (first: Float64Array, second: Float64Array): QuadraticKappa => {
  if (first.length !== second.length) throw new RangeError('both rounds have one answer per person')
  const both = Array.from(first.keys()).filter((at) => !Number.isNaN(first[at]) && !Number.isNaN(second[at]))
  const x = both.map((at) => first[at] as number), y = both.map((at) => second[at] as number)
  const n = both.length, dropped = first.length - n
  if (n < 2) return { kappa: 'too-few', unweighted: 'too-few', observed: 'too-few', expected: 'too-few', pairs: n, dropped, changed: n === 0 ? 'no-data' : x[0] === y[0] ? 0 : 1 }
  // ΣwE = mean over all n² pairs of (x − y)²; counted from the values' own middle, so that nothing is lost to cancellation.
  const middle = (sum(x) + sum(y)) / (2 * n)
  const a = x.map((one) => one - middle), b = y.map((one) => one - middle)
  const meanA = sum(a) / n, meanB = sum(b) / n
  const around = (list: readonly number[], mean: number): number => sum(list.map((one) => (one - mean) ** 2)) / n
  const observed = sum(a.map((one, at) => (one - (b[at] as number)) ** 2)) / n
  const expected = around(a, meanA) + around(b, meanB) + (meanA - meanB) ** 2
  const same = x.filter((one, at) => one === y[at]).length / n
  const chance = sharedByChance(x, y)
  const allInOne = x.every((one) => one === x[0]) && y.every((one) => one === x[0])
  return {
    kappa: allInOne || expected === 0 ? 'constant' : finite(1 - observed / expected), unweighted: allInOne || chance === 1 ? 'constant' : (same - chance) / (1 - chance),
    observed: finite(observed), expected: finite(expected), pairs: n, dropped, changed: 1 - same,
  }
}

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0)
const sharedByChance = (x: readonly number[], y: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const one of x) counts.set(one, (counts.get(one) ?? 0) + 1)
  return y.reduce((all, one) => all + (counts.get(one) ?? 0), 0) / (x.length * y.length)
}
