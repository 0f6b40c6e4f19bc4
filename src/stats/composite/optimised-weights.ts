// Weights under which the real importance of the components equals the wanted one. Importance is the correlation with the index; weights
// stay positive by the softmax. A negative correlation is shown, not hidden by a weight.
import { minimise } from './minimise.ts'
import { randomFrom } from '../random.ts'
import { deviationOf, extremesOf, meanOf } from '../mean-and-deviation.ts'
import type { Reason } from '../reason.ts'

export type WeightAim = 'balance' | 'infomax'
export type OptimisedWeights = {
  readonly weights: Float64Array
  /** correlation of each component with the index: under the weights given, and under those found */
  readonly before: Float64Array
  readonly after: Float64Array
  /** r ÷ Σr, what 'balance' brings to `wanted` */
  readonly importanceBefore: Float64Array
  readonly importanceAfter: Float64Array
  /** 'balance': mean squared distance from wanted; 'infomax': Σr */
  readonly aimBefore: number
  readonly aimAfter: number
  /** components whose correlation with the index stays negative */
  readonly negative: readonly number[]
}

/** r_k the correlation of component k with Σw·z; 'balance' minimises mean (r_k/Σr − wanted_k)², 'infomax' maximises Σr. w = softmax(θ),
 *  so every w > 0 and Σw = 1; several starts. Complete rows only; under three 'too-few'; a constant component 'constant'.
 *  Source: Becker et al. 2017 (Ecol. Indic. 80, 12–22); bounded here. Worked: two components with r = 0 and sd 1, 2 → weights 2/3, 1/3. */
export const optimisedWeights = ({ values, rows, columns }: { readonly values: Float64Array; readonly rows: number; readonly columns: number }, { aim, wanted = null, start = null, starts = 4, seed = 1 }: {
  readonly aim: WeightAim; /** shares, scaled to sum to 1; equal where absent */ readonly wanted?: Float64Array | null
  /** weights now; equal where absent */ readonly start?: Float64Array | null; readonly starts?: number; readonly seed?: number
}): OptimisedWeights | Reason => {
  if (columns < 2) return 'too-few'
  const complete = Array.from({ length: rows }, (_, row) => row).filter((row) => !values.subarray(row * columns, (row + 1) * columns).some(Number.isNaN))
  if (complete.length < 3) return 'too-few'
  const own = Array.from({ length: columns }, (_, column) => Float64Array.from(complete, (row) => values[row * columns + column] as number))
  const spreads = own.map((x) => deviationOf(x, 'sample'))
  if (own.some((x) => { const { min, max } = extremesOf(x); return min === max }) || spreads.some((s) => !Number.isFinite(s))) return 'constant'
  const covariances = covarianceOf(own)
  const shares = scaledToOne(wanted, columns), now = scaledToOne(start, columns)
  if (shares === null || now === null) return 'zero-denominator'
  const rs = (w: Float64Array): Float64Array | null => correlationsWith(w, covariances, spreads, columns)
  const aimOf = (r: Float64Array | null): number => {
    if (r === null) return Number.POSITIVE_INFINITY
    const sum = r.reduce((all, one) => all + one, 0)
    if (aim === 'infomax') return -sum
    return Math.abs(sum) < 1e-12 ? Number.POSITIVE_INFINITY : r.reduce((all, one, k) => all + (one / sum - (shares[k] as number)) ** 2, 0) / columns
  }
  const draw = randomFrom(seed)
  let best: { readonly at: Float64Array; readonly value: number } | null = null
  for (let k = 0; k < Math.max(1, starts); k += 1) {
    const from = k === 0 ? now.map((one) => Math.log(Math.max(one, 1e-6))) : Float64Array.from({ length: columns }, () => 3 * draw.next() - 1.5)
    // The softmax does not change when all θ move together: the last stays where it is.
    const fixed = from[columns - 1] as number
    const found = minimise((theta) => aimOf(rs(softmax(theta, columns))), Float64Array.from(from.subarray(0, columns - 1), (one) => one - fixed))
    if (best === null || found.value < best.value - 1e-15) best = found
  }
  if (best === null || !Number.isFinite(best.value)) return 'no-convergence'
  const weights = softmax(best.at, columns), before = rs(now), after = rs(weights)
  if (before === null || after === null) return 'constant'
  const importance = (r: Float64Array): Float64Array => { const sum = r.reduce((all, one) => all + one, 0); return r.map((one) => one / sum) }
  const sign = aim === 'infomax' ? -1 : 1
  return {
    weights, before, after, importanceBefore: importance(before), importanceAfter: importance(after), aimBefore: sign * aimOf(before), aimAfter: sign * best.value,
    negative: Array.from(after, (one, at) => (one < 0 ? at : -1)).filter((at) => at >= 0),
  }
}

/** The last θ is 0. */
const softmax = (theta: Float64Array, columns: number): Float64Array => {
  let most = 0
  for (const one of theta) most = Math.max(most, one)
  const w = Float64Array.from({ length: columns }, (_, k) => Math.exp((theta[k] ?? 0) - most))
  const sum = w.reduce((all, one) => all + one, 0)
  return w.map((one) => one / sum)
}
const scaledToOne = (given: Float64Array | null, columns: number): Float64Array | null => {
  if (given === null) return new Float64Array(columns).fill(1 / columns)
  const sum = given.reduce((all, one) => all + one, 0)
  return sum > 0 ? given.map((one) => one / sum) : null
}
const covarianceOf = (own: readonly Float64Array[]): Float64Array => {
  const k = own.length, n = (own[0] as Float64Array).length
  const centred = own.map((x) => { const mean = meanOf(x); return x.map((one) => one - mean) })
  const found = new Float64Array(k * k)
  for (let a = 0; a < k; a += 1) for (let b = a; b < k; b += 1) {
    let sum = 0
    for (let i = 0; i < n; i += 1) sum += (centred[a]?.[i] as number) * (centred[b]?.[i] as number)
    found[a * k + b] = sum / (n - 1)
    found[b * k + a] = sum / (n - 1)
  }
  return found
}
/** corr(z_k, Σw z) = (Cw)_k ÷ (s_k·√(w'Cw)): the regions are not needed again. */
const correlationsWith = (w: Float64Array, covariances: Float64Array, spreads: readonly number[], k: number): Float64Array | null => {
  const cw = new Float64Array(k)
  let whole = 0
  for (let a = 0; a < k; a += 1) {
    let sum = 0
    for (let b = 0; b < k; b += 1) sum += (covariances[a * k + b] as number) * (w[b] as number)
    cw[a] = sum
    whole += (w[a] as number) * sum
  }
  if (!(whole > 0)) return null
  return cw.map((one, a) => one / ((spreads[a] as number) * Math.sqrt(whole)))
}
