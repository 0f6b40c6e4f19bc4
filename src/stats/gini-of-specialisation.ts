// How uneven the location quotients of a region are: 0 like the reference in everything, near 1 all in what others have little of.
import type { Value } from './reason.ts'

/** (2 ÷ (p² R̄)) Σ λ (R_(λ) − R̄), R the location quotients ascending, λ = 1…p, over the activities that have one. Undefined: none (`no-data`), all
 *  nought (`zero-denominator`). Worked: quotients 0, 1, 2 → 0.4444. */
export const giniOfSpecialisation = (quotients: Float64Array): Value => {
  const sorted = quotients.filter((one) => Number.isFinite(one)).sort()
  const p = sorted.length
  if (p === 0) return 'no-data'
  const largest = sorted[p - 1] as number
  if (largest === 0) return 'zero-denominator'
  // Divided by the largest first: the measure does not change, and no sum is too large.
  const mean = sorted.reduce((all, one) => all + one / largest, 0) / p
  return (2 / (p * p * mean)) * sorted.reduce((all, one, at) => all + (at + 1) * (one / largest - mean), 0)
}
