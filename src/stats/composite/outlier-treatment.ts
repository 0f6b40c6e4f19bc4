// Stops one extreme region from squeezing all others into a corner of the scale: the 2 / 3.5 rule of the JRC. Before normalising, per
// year, and never in silence: every changed cell is listed.

export type Transform = 'log' | 'log-plus-one' | 'log-gii' | 'box-cox' | 'none'
export type Treatment = {
  readonly skewness: number
  readonly kurtosis: number
  /** at most so many points are pulled in */
  readonly winmax: number
  /** what is tried where pulling in does not suffice */
  readonly transform: Transform
  /** power of Box-Cox; 0 is the logarithm */
  readonly lambda: number
}
export const treatmentDefaults: Treatment = { skewness: 2, kurtosis: 3.5, winmax: 5, transform: 'log', lambda: 0 }

export type TreatedCell = { readonly at: number; readonly from: number; readonly to: number; readonly side: 'high' | 'low' }
export type Shape = { /** G1; null where it cannot be said */ readonly skewness: number | null; /** G2, excess */ readonly kurtosis: number | null }
export type Treated = {
  readonly values: Float64Array
  readonly how: 'untouched' | 'winsorised' | 'transformed' | 'untestable'
  readonly cells: readonly TreatedCell[]
  /** the transform used where `how` is 'transformed'; null otherwise */
  readonly transform: Transform | null
  readonly before: Shape
  readonly after: Shape
  readonly passes: boolean
}

/** G1 = √(n(n−1))/(n−2) · √n Σ(x−x̄)³/(Σ(x−x̄)²)^1.5; r = n Σ(x−x̄)⁴/(Σ(x−x̄)²)², G2 = ((n+1)(r−3)+6)(n−1)/((n−2)(n−3)).
 *  G1 needs three values, G2 four, both some spread: else null. Worked: 1, 2, 3, 4, 10 → 1.6971, 3.1520 (√(n(n−1))/(n−2)·g1 by hand). */
export const sampleShape = (x: Float64Array): Shape => {
  let n = 0, mean = 0, low = Number.POSITIVE_INFINITY, high = Number.NEGATIVE_INFINITY
  for (let i = 0; i < x.length; i += 1) {
    const one = x[i] as number
    if (Number.isNaN(one)) continue
    n += 1
    if (one < low) low = one
    if (one > high) high = one
  }
  if (n < 3 || low === high) return { skewness: null, kurtosis: null }
  for (let i = 0; i < x.length; i += 1) { const one = x[i] as number; if (!Number.isNaN(one)) mean += one / n }
  const unit = Math.max(high / 2 - mean / 2, mean / 2 - low / 2)
  let m1 = 0, m2 = 0, m3 = 0, m4 = 0
  for (let i = 0; i < x.length; i += 1) {
    const one = x[i] as number
    if (Number.isNaN(one)) continue
    const d = (one / 2 - mean / 2) / unit, d2 = d * d
    m1 += d
    m2 += d2
    m3 += d2 * d
    m4 += d2 * d2
  }
  // what rounding of the mean left over
  const off = m1 / n
  m4 += -4 * off * m3 + 6 * off * off * m2
  m3 += -3 * off * m2
  m2 -= n * off * off
  const skewness = Math.sqrt(n * (n - 1)) / (n - 2) * Math.sqrt(n) * m3 / m2 ** 1.5
  const r = n * m4 / (m2 * m2)
  return { skewness, kurtosis: n < 4 ? null : ((n + 1) * (r - 3) + 6) * (n - 1) / ((n - 2) * (n - 3)) }
}

/** While |G1| ≥ 2 and G2 ≥ 3.5 and fewer than `winmax` points were changed: with G1 ≥ 0 all values equal to the maximum take the next
 *  lower value, else all minima the next higher; a run of equals that would go past `winmax` ends it. If that does not pass, nothing
 *  is pulled in and the original is transformed. Under four values or constant: left as it is, 'untestable'.
 *  Source: JRC practice as in Becker et al. (COINr). Worked: 1 … 9, 100 → 100 becomes 9. */
export const treatOutliers = (x: Float64Array, options: Treatment = treatmentDefaults): Treated => {
  const before = sampleShape(x)
  const passes = ({ skewness, kurtosis }: Shape): boolean => skewness === null || kurtosis === null || Math.abs(skewness) < options.skewness || kurtosis < options.kurtosis
  if (before.kurtosis === null) return { values: x.slice(), how: 'untestable', cells: [], transform: null, before, after: before, passes: false }
  if (passes(before)) return { values: x.slice(), how: 'untouched', cells: [], transform: null, before, after: before, passes: true }
  const values = x.slice()
  const changed = new Map<number, 'high' | 'low'>()
  let shape = before
  while (!passes(shape) && changed.size < options.winmax) {
    const side = (shape.skewness ?? 0) >= 0 ? 'high' : 'low'
    const pulled = pullIn(values, side)
    const next = new Set([...changed.keys(), ...pulled.at])
    if (next.size > options.winmax) break
    for (const at of pulled.at) { values[at] = pulled.to; if (!changed.has(at)) changed.set(at, side) }
    shape = sampleShape(values)
    if (shape.skewness === null) break
  }
  if (shape.skewness !== null && passes(shape)) {
    const cells = [...changed].sort(([a], [b]) => a - b).map(([at, side]): TreatedCell => ({ at, from: x[at] as number, to: values[at] as number, side }))
    return { values, how: 'winsorised', cells, transform: null, before, after: shape, passes: true }
  }
  if (options.transform === 'none') return { values: x.slice(), how: 'untouched', cells: [], transform: null, before, after: before, passes: false }
  const transformed = transformSkewed(x, { transform: options.transform, lambda: options.lambda, side: (before.skewness ?? 0) >= 0 ? 'high' : 'low' })
  const isSame = transformed.every((one, at) => one === x[at] || Number.isNaN(one))
  if (isSame) return { values: transformed, how: 'untouched', cells: [], transform: null, before, after: before, passes: false }
  const after = sampleShape(transformed)
  return { values: transformed, how: 'transformed', cells: [], transform: options.transform, before, after, passes: passes(after) }
}

/** The places of the extreme value, and the value next to it inwards. */
const pullIn = (x: Float64Array, side: 'high' | 'low'): { readonly at: readonly number[]; readonly to: number } => {
  const sign = side === 'high' ? 1 : -1
  let extreme = Number.NEGATIVE_INFINITY, next = Number.NEGATIVE_INFINITY
  for (let i = 0; i < x.length; i += 1) {
    const one = sign * (x[i] as number)
    if (one > extreme) { next = extreme; extreme = one }
    else if (one < extreme && one > next) next = one
  }
  const at: number[] = []
  for (let i = 0; i < x.length; i += 1) if (sign * (x[i] as number) === extreme) at.push(i)
  return { at, to: sign * next }
}

/** 'log': ln(x − min + 0.01·(max − min)), or −ln(max + 0.01·(max − min) − x) for a long tail below. 'log-plus-one': ln(x − min + 1).
 *  'log-gii': ln((max − 1)(x − min)/(max − min) + 1), for max > 1. 'box-cox': (x^λ − 1)/λ after moving the minimum to 1; λ = 0: ln.
 *  Monotone, so no rank changes. Constant, or where the formula has no value: as it was. Worked: 0, 1, 100 'log-plus-one' → 0, ln 2, ln 101. */
export const transformSkewed = (x: Float64Array, { transform, lambda = 0, side }: { readonly transform: Transform; readonly lambda?: number; readonly side: 'high' | 'low' }): Float64Array => {
  let min = Number.POSITIVE_INFINITY, max = Number.NEGATIVE_INFINITY
  for (const one of x) { if (one < min) min = one; if (one > max) max = one }
  const range = max - min
  if (!(range > 0) || !Number.isFinite(range) || transform === 'none' || (transform === 'log-gii' && !(max > 1))) return x.slice()
  const by: (one: number) => number = transform === 'log' && side === 'low' ? (one) => -Math.log(max + 0.01 * range - one)
    : transform === 'log' ? (one) => Math.log(one - min + 0.01 * range)
    : transform === 'log-plus-one' ? (one) => Math.log(one - min + 1)
    : transform === 'log-gii' ? (one) => Math.log((max - 1) * (one - min) / range + 1)
    : lambda === 0 ? (one) => Math.log(one - min + 1) : (one) => ((one - min + 1) ** lambda - 1) / lambda
  const y = x.map(by)
  for (let i = 0; i < x.length; i += 1) if (!Number.isNaN(x[i]) && !Number.isFinite(y[i])) return x.slice()
  return y
}
