// How much of the movement of an outcome each factor brings: alone (first order) and with all it does together with others (total). With
// intervals by drawing the runs again.
import type { Deviation } from '../mean-and-deviation.ts'
import { quantileOf, sortedOf } from '../quantile.ts'
import { randomFrom } from '../random.ts'
import type { Value } from '../reason.ts'
import { sobolPoints } from './sobol-points.ts'

export type Design = { readonly size: number; readonly factors: number; /** row-major size × factors, in [0, 1) */ readonly a: Float64Array; readonly b: Float64Array }
/** A and B are the two halves of quasi-random points in twice as many dimensions. */
export const sobolDesign = ({ size, factors, seed }: { readonly size: number; readonly factors: number; readonly seed: number }): Design => {
  const points = sobolPoints({ count: size, dimensions: 2 * factors, seed })
  const a = new Float64Array(size * factors), b = new Float64Array(size * factors)
  for (let i = 0; i < size; i += 1) for (let k = 0; k < factors; k += 1) {
    a[i * factors + k] = points[i * 2 * factors + k] as number
    b[i * factors + k] = points[i * 2 * factors + factors + k] as number
  }
  return { size, factors, a, b }
}
/** Row i of A with the factor's column from B. */
export const mixed = ({ factors, a, b }: Design, row: number, factor: number): Float64Array => {
  const one = a.slice(row * factors, (row + 1) * factors)
  one[factor] = b[row * factors + factor] as number
  return one
}

export type Outcomes = { readonly a: Float64Array; readonly b: Float64Array; /** one per factor */ readonly ab: readonly Float64Array[] }
export type SobolIndex = { readonly first: Value; readonly firstLow: Value; readonly firstHigh: Value; readonly total: Value; readonly totalLow: Value; readonly totalHigh: Value }

/** S_i = mean[y_B·(y_ABi − y_A)] ÷ Var (Saltelli et al. 2010, the mean of y taken off first); ST_i = Σ(y_A − y_ABi)² ÷ (2N·Var) (Jansen
 *  1999); Var over y_A and y_B together. Rows where a run gave nothing are left out. Nothing moves: 'constant'; under two rows 'too-few'.
 *  Intervals: 5 % and 95 % of indices of rows drawn with replacement. Worked: Ishigami → S 0.3139, 0.4424, 0; ST 0.5576, 0.4424, 0.2437. */
export const sobolIndices = ({ a, b, ab }: Outcomes, { draws = 1000, seed = 1, deviation = 'population' }: { readonly draws?: number; readonly seed?: number; readonly deviation?: Deviation } = {}): readonly SobolIndex[] => {
  const rows = Array.from(a, (_, row) => row).filter((row) => Number.isFinite(a[row]) && Number.isFinite(b[row]) && ab.every((one) => Number.isFinite(one[row])))
  const chance = randomFrom(seed)
  const picks = rows.length < 2 ? [] : Array.from({ length: draws }, () => Int32Array.from({ length: rows.length }, () => rows[chance.whole(rows.length)] as number))
  const all = Int32Array.from(rows)
  return ab.map((mix) => {
    if (rows.length < 2) return same('too-few')
    const whole = indices({ a, b, mix, deviation }, all)
    if (whole === null) return same('constant')
    const drawn = picks.map((pick) => indices({ a, b, mix, deviation }, pick)).filter((one) => one !== null)
    const ends = (of: (one: { first: number; total: number }) => number): readonly [Value, Value] => {
      if (drawn.length === 0) return ['too-few', 'too-few']
      const sorted = sortedOf(Float64Array.from(drawn, of))
      return [quantileOf(sorted, 0.05), quantileOf(sorted, 0.95)]
    }
    const [firstLow, firstHigh] = ends(({ first }) => first), [totalLow, totalHigh] = ends(({ total }) => total)
    return { first: whole.first, firstLow, firstHigh, total: whole.total, totalLow, totalHigh }
  })
}
const same = (reason: 'too-few' | 'constant'): SobolIndex => ({ first: reason, firstLow: reason, firstHigh: reason, total: reason, totalLow: reason, totalHigh: reason })

const indices = ({ a, b, mix, deviation }: { readonly a: Float64Array; readonly b: Float64Array; readonly mix: Float64Array; readonly deviation: Deviation }, rows: Int32Array): { readonly first: number; readonly total: number } | null => {
  const n = rows.length
  let mean = 0, low = Number.POSITIVE_INFINITY, high = Number.NEGATIVE_INFINITY
  for (const row of rows) {
    const one = a[row] as number, other = b[row] as number
    mean += (one + other) / (2 * n)
    low = Math.min(low, one, other)
    high = Math.max(high, one, other)
  }
  if (low === high) return null
  let variance = 0, first = 0, total = 0
  for (const row of rows) {
    const one = (a[row] as number) - mean, other = (b[row] as number) - mean, both = (mix[row] as number) - mean
    variance += one * one + other * other
    first += other * (both - one)
    total += (one - both) * (one - both)
  }
  variance /= deviation === 'sample' ? 2 * n - 1 : 2 * n
  return { first: first / n / variance, total: total / (2 * n) / variance }
}
/** The usual test: sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ on (−π, π), from u in [0, 1). */
export const ishigami = (u: Float64Array): number => {
  const [x = 0, y = 0, z = 0] = Array.from(u, (one) => Math.PI * (2 * one - 1))
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x)
}
