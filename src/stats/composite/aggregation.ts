// One score from many values of a region, by how far a weakness may be offset by a strength. Copeland, which needs all regions at once,
// has its own file. Missing terms drop out and the other weights are renormalised.
import { codeOf, type Reason, type Reasons } from '../reason.ts'

export type Aggregation =
  | { readonly kind: 'arithmetic' | 'geometric' | 'harmonic' | 'median' }
  | { readonly kind: 'copeland' }
  | { readonly kind: 'generalised'; readonly power: number }
  /** weights belong to places: the first to the best value */
  | { readonly kind: 'owa'; readonly take: 'best' | 'worst'; readonly count: number }
  | { readonly kind: 'owa-positions'; readonly positions: readonly number[] }
  /** mean ∓ sd²/mean of the region's own values; `bad`: the index measures something bad */
  | { readonly kind: 'mazziotta-pareto'; readonly measures: 'good' | 'bad' }
export type AggregationKind = Aggregation['kind']
export type Aggregated = { readonly scores: Float64Array; readonly why: Reasons }

/** `table` row-major rows × columns; `weights` one per column, ≥ 0. A region with a smaller share of its values than `leastShare`:
 *  'no-data'. arithmetic Σwz/Σw · geometric exp(Σw ln z/Σw) · harmonic Σw/Σ(w/z) · generalised (Σw z^p/Σw)^(1/p), p = 0 geometric ·
 *  median, weights ignored · OWA the mean of the j best or worst, or Σ(weight of the place)·z/Σ · Mazziotta–Pareto M − S·(S/M), S population.
 *  Undefined: Σw = 0 'zero-denominator'; a z ≤ 0 under geometric 'not-positive'; a z = 0 under harmonic, or Σw/z = 0, 'zero-denominator';
 *  z < 0 with a fractional power 'out-of-domain'; j > number available 'too-few'; M ≤ 0 'not-positive'.
 *  Source: OECD/JRC Handbook 2008; OWA: Yager 1988. Worked: z 2, 8, equal weights → 5, 4, 3.2; power 2 → 5.831. */
export const aggregate = (table: { readonly values: Float64Array; readonly rows: number; readonly columns: number }, { weights, how, leastShare = 0 }: { readonly weights: Float64Array; readonly how: Exclude<Aggregation, { kind: 'copeland' }>; readonly leastShare?: number }): Aggregated => {
  const { values, rows, columns } = table
  const scores = new Float64Array(rows), why = new Uint8Array(rows)
  const z = new Float64Array(columns), w = new Float64Array(columns)
  const fold = folder(how)
  for (let row = 0; row < rows; row += 1) {
    let n = 0
    for (let column = 0; column < columns; column += 1) {
      const one = values[row * columns + column] as number
      if (Number.isNaN(one)) continue
      z[n] = one
      w[n] = weights[column] as number
      n += 1
    }
    const score = n === 0 || n / columns < leastShare - 1e-12 ? 'no-data' : fold(z, w, n)
    if (typeof score === 'number' && Number.isFinite(score)) scores[row] = score
    else { scores[row] = Number.NaN; why[row] = codeOf(typeof score === 'number' ? 'out-of-domain' : score) }
  }
  return { scores, why }
}

type Fold = (z: Float64Array, w: Float64Array, n: number) => number | Reason
const folder = (how: Exclude<Aggregation, { kind: 'copeland' }>): Fold => {
  switch (how.kind) {
    case 'arithmetic': return arithmetic
    case 'geometric': return geometric
    case 'harmonic': return harmonic
    case 'generalised': return how.power === 0 ? geometric : generalised(how.power)
    case 'median': return (z, _, n) => middleOf(z.slice(0, n).sort())
    case 'owa': return (z, _, n) => {
      if (how.count > n || how.count < 1) return 'too-few'
      const sorted = z.slice(0, n).sort()
      let sum = 0
      for (let i = 0; i < how.count; i += 1) sum += sorted[how.take === 'best' ? n - 1 - i : i] as number
      return sum / how.count
    }
    case 'owa-positions': return (z, _, n) => {
      const last = how.positions.findLastIndex((one) => one > 0)
      if (last < 0) return 'zero-denominator'
      if (last >= n) return 'too-few'
      const sorted = z.slice(0, n).sort()
      let sum = 0, whole = 0
      for (let i = 0; i <= last; i += 1) { const weight = how.positions[i] as number; sum += weight * (sorted[n - 1 - i] as number); whole += weight }
      return sum / whole
    }
    case 'mazziotta-pareto': return (z, _, n) => unbalanced(z, n, how.measures)
  }
}
const arithmetic: Fold = (z, w, n) => {
  let sum = 0, whole = 0
  for (let i = 0; i < n; i += 1) { sum += (w[i] as number) * (z[i] as number); whole += w[i] as number }
  if (whole === 0) return 'zero-denominator'
  if (Number.isFinite(sum)) return sum / whole
  let mean = 0
  for (let i = 0; i < n; i += 1) mean += (w[i] as number) / whole * (z[i] as number)
  return mean
}
const geometric: Fold = (z, w, n) => {
  let sum = 0, whole = 0
  for (let i = 0; i < n; i += 1) {
    if ((z[i] as number) <= 0) return 'not-positive'
    sum += (w[i] as number) * Math.log(z[i] as number)
    whole += w[i] as number
  }
  return whole === 0 ? 'zero-denominator' : Math.exp(sum / whole)
}
const harmonic: Fold = (z, w, n) => {
  let sum = 0, whole = 0
  for (let i = 0; i < n; i += 1) {
    if (z[i] === 0) return 'zero-denominator'
    sum += (w[i] as number) / (z[i] as number)
    whole += w[i] as number
  }
  return whole === 0 || sum === 0 ? 'zero-denominator' : whole / sum
}
const generalised = (power: number): Fold => (z, w, n) => {
  let sum = 0, whole = 0, most = 0
  // measured in the largest, so that powers do not overflow
  for (let i = 0; i < n; i += 1) most = Math.max(most, Math.abs(z[i] as number))
  if (most === 0) most = 1
  for (let i = 0; i < n; i += 1) {
    const one = z[i] as number
    if (one < 0 && !Number.isInteger(power)) return 'out-of-domain'
    if (one === 0 && power < 0) return 'zero-denominator'
    sum += (w[i] as number) * (one / most) ** power
    whole += w[i] as number
  }
  if (whole === 0) return 'zero-denominator'
  const mean = sum / whole
  if (mean >= 0) return most * mean ** (1 / power)
  // an odd root of a negative mean is there; an even power never gives one
  return power % 2 === 0 ? 'out-of-domain' : -most * (-mean) ** (1 / power)
}
export const middleOf = (sorted: Float64Array): number => {
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half] as number : (sorted[half - 1] as number) / 2 + (sorted[half] as number) / 2
}
/** M − S·(S/M) of a region's own values (plus where the index measures something bad); equal values have no penalty. */
export const unbalanced = (z: Float64Array, n: number, measures: 'good' | 'bad'): number | Reason => {
  let sum = 0, first = z[0] as number, isEqual = true
  for (let i = 0; i < n; i += 1) { sum += z[i] as number; if (z[i] !== first) isEqual = false }
  const mean = sum / n
  if (!(mean > 0)) return 'not-positive'
  if (isEqual) return first
  first = 0
  for (let i = 0; i < n; i += 1) first += ((z[i] as number) - mean) ** 2
  const penalty = first / n / mean
  return measures === 'good' ? mean - penalty : mean + penalty
}
