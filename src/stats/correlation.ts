// How far two columns move together: Pearson's r, Spearman's ρ and Kendall's τ-b, over the pairs that both have. No cause is claimed.
import { normalAbove, tTwoSided } from './distributions.ts'
import { extremesOf } from './mean-and-deviation.ts'
import { ranksOf } from './ranks.ts'
import type { Value } from './reason.ts'

export type CorrelationKind = 'pearson' | 'spearman' | 'kendall'
/** How p is found: 't' from t = r·√((n−2)/(1−r²)) with n − 2 degrees of freedom, for τ-b cautious (too large); 'normal' for τ-b from its own
 *  variance with ties (Kendall 1970), for the others the same as 't'. */
export type CorrelationTest = 't' | 'normal'
/** `n` pairs; `p` two-sided, if nothing connected them. */
export type Correlation = { readonly value: Value; readonly p: Value; readonly n: number }

/** Under three pairs: 'too-few'. A column without any spread: 'constant'. Worked: (1, 2, 3, 4, 5) and (2, 1, 4, 3, 5) → r = ρ = 0.8,
 *  p 0.1041; τ = 0.6. Sources: Pearson 1895; Spearman 1904; Kendall 1945 (Biometrika 33, 239–251, ties). */
export const correlation = (x: Float64Array, y: Float64Array, kind: CorrelationKind, test: CorrelationTest = 't'): Correlation => {
  const [a, b] = pairsOf(x, y)
  const n = a.length
  if (n < 3) return { value: 'too-few', p: 'too-few', n }
  const first = extremesOf(a), second = extremesOf(b)
  if (first.min === first.max || second.min === second.max) return { value: 'constant', p: 'constant', n }
  if (kind === 'kendall') {
    const { value, p } = tauB(a, b)
    return { value, p: test === 'normal' ? p : pOf(value, n), n }
  }
  const r = kind === 'pearson' ? product(a, b) : product(ranksOf(a, { ties: 'mean', first: 'lowest' }), ranksOf(b, { ties: 'mean', first: 'lowest' }))
  return { value: r, p: pOf(r, n), n }
}
const pOf = (r: number, n: number): number => tTwoSided(Math.abs(r) === 1 ? Number.POSITIVE_INFINITY : r * Math.sqrt((n - 2) / ((1 - r) * (1 + r))), n - 2)

const pairsOf = (x: Float64Array, y: Float64Array): readonly [Float64Array, Float64Array] => {
  if (x.length !== y.length) throw new Error(`correlation: ${x.length} values beside ${y.length}`)
  const a = new Float64Array(x.length), b = new Float64Array(x.length)
  let n = 0
  for (let i = 0; i < x.length; i += 1) {
    if (Number.isNaN(x[i]) || Number.isNaN(y[i])) continue
    a[n] = x[i] as number
    b[n] = y[i] as number
    n += 1
  }
  return [a.subarray(0, n), b.subarray(0, n)]
}

/** Pearson's r of columns without gaps that are not constant; always within −1…1. */
const product = (x: Float64Array, y: Float64Array): number => {
  const a = centred(x), b = centred(y)
  let both = 0, first = 0, second = 0
  for (let i = 0; i < a.length; i += 1) {
    const u = a[i] as number, v = b[i] as number
    both += u * v
    first += u * u
    second += v * v
  }
  return Math.max(-1, Math.min(1, both / Math.sqrt(first) / Math.sqrt(second)))
}
/** Distances from the mean, measured in the largest of them, so that squares neither overflow nor vanish. */
const centred = (x: Float64Array): Float64Array => {
  const { min, max } = extremesOf(x)
  const unit = Math.max(Math.abs(min), Math.abs(max))
  const scaled = x.map((one) => one / unit)
  let sum = 0
  for (const one of scaled) sum += one
  const mean = sum / x.length
  const wide = Math.max(max / unit - mean, mean - min / unit)
  return scaled.map((one) => (one - mean) / wide)
}

const tauB = (x: Float64Array, y: Float64Array): { readonly value: number; readonly p: number } => {
  const n = x.length
  let score = 0
  for (let i = 0; i < n; i += 1) for (let j = i + 1; j < n; j += 1) {
    score += Math.sign((x[i] as number) - (x[j] as number)) * Math.sign((y[i] as number) - (y[j] as number))
  }
  const tiesX = tieSums(x), tiesY = tieSums(y)
  const all = n * (n - 1) / 2
  const value = score / Math.sqrt(all - tiesX.pairs) / Math.sqrt(all - tiesY.pairs)
  const variance = (n * (n - 1) * (2 * n + 5) - tiesX.cubic - tiesY.cubic) / 18
    + tiesX.triples * tiesY.triples / (9 * n * (n - 1) * (n - 2)) + 2 * tiesX.pairs * tiesY.pairs / (n * (n - 1))
  const z = Math.abs(score) / Math.sqrt(variance)
  return { value: Math.max(-1, Math.min(1, value)), p: Math.min(1, 2 * normalAbove(z)) }
}
const tieSums = (x: Float64Array): { readonly pairs: number; readonly triples: number; readonly cubic: number } => {
  const sorted = x.slice().sort()
  let pairs = 0, triples = 0, cubic = 0
  for (let from = 0; from < sorted.length;) {
    let to = from + 1
    while (to < sorted.length && sorted[to] === sorted[from]) to += 1
    const t = to - from
    pairs += t * (t - 1) / 2
    triples += t * (t - 1) * (t - 2)
    cubic += t * (t - 1) * (2 * t + 5)
    from = to
  }
  return { pairs, triples, cubic }
}
