// Exponential smoothing with a trend that tires: each further year adds a little less of the last pace.
// Not for seasons. Evenly spaced values only.
import { nelderMead } from './nelder-mead.ts'
import type { Reason } from './reason.ts'

export type DampedHolt = {
  /** weight of the newest value in the level (α), of the newest step in the trend (β*), and what stays of the trend each year (φ) */
  readonly level: number
  readonly trend: number
  readonly damping: number
  /** values after the last year */
  readonly ahead: (steps: number) => number
  /** standard error `steps` after the last year */
  readonly errorAhead: (steps: number) => number
  readonly sumOfSquares: number
}
const within = (x: number, low: number, high: number): number => low + (high - low) / (1 + Math.exp(-x))

/** Errors e = y − (l + φb) with l ← l + φb + αe, b ← φb + αβ*e. For given α, β*, φ the errors are linear in the first level and
 *  trend, so those two come from least squares; the three are searched (α, β* in 0…1, φ in 0.8…0.98). Error ahead:
 *  s√(1 + Σ_{j<h} c_j²), c_j = α(1 + β*(φ + … + φ^j)), s² = Σe² ÷ (T − 5).
 *  Undefined under seven values ('too-few'). Source: Gardner and McKenzie 1985; Hyndman et al. 2008, table 6.1, as in [forecast]. */
export const dampedHolt = (y: Float64Array): DampedHolt | Reason => {
  const n = y.length
  if (n < 7) return 'too-few'
  const size = y.reduce((most, one) => Math.max(most, Math.abs(one)), 0) || 1, scaled = y.map((one) => one / size)
  const fitted = (alpha: number, beta: number, phi: number) => {
    // three runs at once: of y from nothing, and of what a first level 1 and a first trend 1 leave behind
    const state = { l: [0, 1, 0], b: [0, 0, 1] }, errors = [new Float64Array(n), new Float64Array(n), new Float64Array(n)] as const
    for (let t = 0; t < n; t += 1) for (let k = 0; k < 3; k += 1) {
      const l = state.l[k] as number, b = phi * (state.b[k] as number)
      const e = (k === 0 ? (scaled[t] as number) : 0) - l - b
      ;(errors[k] as Float64Array)[t] = e
      state.l[k] = l + b + alpha * e
      state.b[k] = b + alpha * beta * e
    }
    const [e0, e1, e2] = errors
    let a11 = 0, a12 = 0, a22 = 0, c1 = 0, c2 = 0
    for (let t = 0; t < n; t += 1) {
      const u = e1[t] as number, v = e2[t] as number, e = e0[t] as number
      a11 += u * u; a12 += u * v; a22 += v * v; c1 -= u * e; c2 -= v * e
    }
    const whole = a11 * a22 - a12 * a12
    const l0 = Math.abs(whole) > 1e-12 * a11 * a22 ? (c1 * a22 - c2 * a12) / whole : c1 / a11
    const b0 = Math.abs(whole) > 1e-12 * a11 * a22 ? (a11 * c2 - a12 * c1) / whole : 0
    let sum = 0
    for (let t = 0; t < n; t += 1) sum += ((e0[t] as number) + l0 * (e1[t] as number) + b0 * (e2[t] as number)) ** 2
    const join = (three: readonly number[]): number => (three[0] as number) + l0 * (three[1] as number) + b0 * (three[2] as number)
    return { sum, level: join(state.l), trend: join(state.b) }
  }
  const words = (at: Float64Array) => [within(at[0] as number, 1e-4, 0.9999), within(at[1] as number, 1e-4, 0.9999), within(at[2] as number, 0.8, 0.98)] as const
  let best: { readonly value: number; readonly at: Float64Array } | undefined
  for (const alpha of [-2, 2]) for (const beta of [-3, 0]) {
    const found = nelderMead((at) => fitted(...words(at)).sum, [alpha, beta, 1], { step: 1, tolerance: 1e-9, most: 400 })
    if (best === undefined || found.value < best.value) best = found
  }
  if (best === undefined || !Number.isFinite(best.value)) return 'out-of-domain'
  const [alpha, beta, phi] = words(best.at), { sum, level, trend } = fitted(alpha, beta, phi)
  const s = size * Math.sqrt(sum / (n - 5)), damped = (steps: number): number => (phi * (1 - phi ** steps)) / (1 - phi)
  return {
    level: alpha, trend: beta, damping: phi, sumOfSquares: sum * size * size,
    ahead: (steps) => size * (level + damped(steps) * trend),
    errorAhead: (steps) => { let more = 1; for (let j = 1; j < steps; j += 1) more += (alpha * (1 + beta * damped(j))) ** 2; return s * Math.sqrt(more) },
  }
}
