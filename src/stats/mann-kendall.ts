// Is there a trend at all, or do the years only go up and down? A test that asks for order, not for size.
// Not for series with seasons, and never across a break.
import { normalAbove } from './distributions.ts'
import type { Value } from './reason.ts'
import { fewPoints, type Points } from './series.ts'

export type MannKendall = {
  readonly s: Value
  readonly variance: Value
  readonly z: Value
  /** two-sided */
  readonly p: Value
  /** Kendall's τ-b of value and time */
  readonly tau: Value
  readonly count: number
  readonly flags: readonly 'few-points'[]
}

const tieSizes = (values: Float64Array): number[] => {
  const counts = new Map<number, number>()
  for (const one of values) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts.values()]
}
/** [T(T−1)(2T+5) − Σ t(t−1)(2t+5)] ÷ 18, t the sizes of the ties. */
export const varianceOfS = (values: Float64Array): number => {
  const part = (t: number): number => t * (t - 1) * (2 * t + 5)
  return (part(values.length) - tieSizes(values).reduce((sum, t) => sum + part(t), 0)) / 18
}

/** S = Σ sgn(y_j − y_i), i < j; z = (S − sgn S) ÷ √var; p = 2 P(Z > |z|). All equal: z = 0, p = 1.
 *  Undefined under two points ('too-few'). Worked: 1, 2, 3, 4, 5 → S 10, var 16.667, z 2.2045, p 0.0275.
 *  Source: Mann 1945 (Econometrica 13), Kendall 1975. */
export const mannKendall = ({ values }: Points): MannKendall => {
  const n = values.length, flags = n < fewPoints ? (['few-points'] as const) : []
  if (n < 2) { const why = n === 0 ? 'no-data' : 'too-few'; return { s: why, variance: why, z: why, p: why, tau: why, count: n, flags } }
  let s = 0
  for (let i = 0; i < n; i += 1) for (let j = i + 1; j < n; j += 1) s += Math.sign((values[j] as number) - (values[i] as number))
  const variance = varianceOfS(values), z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance)
  const pairs = (n * (n - 1)) / 2, untied = pairs - tieSizes(values).reduce((sum, t) => sum + (t * (t - 1)) / 2, 0)
  return { s, variance, z, p: Math.min(1, 2 * normalAbove(Math.abs(z))), tau: untied === 0 ? 'constant' : s / Math.sqrt(pairs * untied), count: n, flags }
}
