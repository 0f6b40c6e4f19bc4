// Brings indicators of different units to one scale. Values come in multiplied by their direction, so that more is better; bounds and
// targets are kept in the indicator's own unit and multiplied here.
import { type Deviation, deviationOf, extremesOf, meanOf } from '../mean-and-deviation.ts'
import { ranksOf } from '../ranks.ts'
import type { Reason } from '../reason.ts'

export type Normalisation =
  | { readonly kind: 'min-max'; readonly lower: number; readonly upper: number }
  | { readonly kind: 'goalposts'; readonly scale: number; readonly truncate: boolean }
  | { readonly kind: 'z-score'; readonly mean: number; readonly spread: number; readonly deviation: Deviation }
  | { readonly kind: 'distance-to-best' }
  | { readonly kind: 'distance-to-reference'; readonly region: number; readonly capped: boolean }
  | { readonly kind: 'distance-to-target'; readonly capped: boolean }
  | { readonly kind: 'fraction-of-best' }
  | { readonly kind: 'rank' | 'percentile-rank' | 'borda' }
  /** of the adjusted Mazziotta–Pareto index: the reference gets 100, the range is 60 wide */
  | { readonly kind: 'around-reference' }
export type NormalisationKind = Normalisation['kind']

/** What belongs to the one indicator. `pool`: the values that give minimum, maximum, mean and deviation, where they are not the values
 *  themselves (all years together). All already directed except `goalposts`, `target`, `reference`, which are in the indicator's unit. */
export type Around = {
  readonly direction?: 1 | -1
  readonly goalposts?: readonly [number, number] | null
  readonly target?: number | null
  readonly reference?: number | null
  readonly pool?: Float64Array
}
/** `flag`: 'constant' where every region got the middle of the scale; another reason where nothing could be said at all. */
export type Normalised = { readonly values: Float64Array; readonly flag: Reason | null }

const refused = (x: Float64Array, flag: Reason): Normalised => ({ values: new Float64Array(x.length).fill(Number.NaN), flag })
const spreadOut = (x: Float64Array, by: (one: number) => number, flag: Reason | null = null): Normalised => {
  const values = new Float64Array(x.length)
  for (let i = 0; i < x.length; i += 1) { const one = by(x[i] as number); values[i] = Number.isFinite(one) ? one : Number.NaN }
  return { values, flag }
}
const middle = (x: Float64Array, value: number): Normalised => spreadOut(x, (one) => (!Number.isNaN(one) ? value : one), 'constant')
/** (x − from) ÷ (to − from), halved first where the range is beyond what a number holds. */
const share = (from: number, to: number): ((one: number) => number) =>
  (Number.isFinite(to - from) ? (one) => (one - from) / (to - from) : (one) => (one / 2 - from / 2) / (to / 2 - from / 2))

/** min-max: (x−min)/(max−min)·(upper−lower)+lower · goalposts: (x−g₁)/(g₂−g₁)·scale, within 0…scale where truncated · z-score:
 *  (x−x̄)/s·spread+mean · distance to best 1−(max−x)/(max−min), to a reference region 1−(ref−x)/(ref−min), to a target
 *  (x−min)/(target−min), at most 1 where capped · fraction of best x/max (all x > 0) · rank from below, ties the smallest;
 *  (rank−1)/(n−1); rank−1 · around a reference: 60·(x−(ref−Δ))/(2Δ)+70, Δ = (max−min)/2.
 *  Constant: the middle of the scale with the flag. No value: 'no-data'. Source: OECD/JRC Handbook 2008, Becker et al. (COINr).
 *  Worked: 10, 20, 40 by min-max 0–100 → 0, 33.33, 100. */
export const normalise = (x: Float64Array, how: Normalisation, around: Around = {}): Normalised => {
  const { n, min, max } = extremesOf(around.pool ?? x)
  if (n === 0) return refused(x, 'no-data')
  const direction = around.direction ?? 1
  const isConstant = min === max
  switch (how.kind) {
    case 'min-max': {
      if (isConstant) return middle(x, (how.lower + how.upper) / 2)
      const part = share(min, max)
      return spreadOut(x, (one) => part(one) * (how.upper - how.lower) + how.lower)
    }
    case 'goalposts': {
      if (around.goalposts === undefined || around.goalposts === null) return refused(x, 'no-data')
      // A direction of −1 turns them round with the values: what was best above is best below.
      const a = direction * around.goalposts[0], b = direction * around.goalposts[1]
      const low = Math.min(a, b), high = Math.max(a, b)
      if (low === high) return refused(x, 'zero-denominator')
      const part = share(low, high)
      return spreadOut(x, how.truncate ? (one) => (!Number.isNaN(one) ? Math.max(0, Math.min(how.scale, part(one) * how.scale)) : one) : (one) => part(one) * how.scale)
    }
    case 'z-score': {
      if (isConstant) return middle(x, how.mean)
      const pool = around.pool ?? x
      const s = deviationOf(pool, how.deviation), mean = meanOf(pool)
      return Number.isFinite(s) ? spreadOut(x, (one) => (one / s - mean / s) * how.spread + how.mean)
        : spreadOut(x, (one) => (one / 4 / (s / 4) - mean / s) * how.spread + how.mean)
    }
    case 'distance-to-best': return isConstant ? middle(x, 0.5) : spreadOut(x, share(min, max))
    case 'distance-to-reference': {
      const reference = x[how.region]
      if (reference === undefined || Number.isNaN(reference)) return refused(x, 'no-data')
      return reference > min ? spreadOut(x, capped(share(min, reference), how.capped ? 'at-one' : 'open')) : refused(x, 'out-of-domain')
    }
    case 'distance-to-target': {
      if (around.target === undefined || around.target === null) return refused(x, 'no-data')
      const target = direction * around.target
      return target > min ? spreadOut(x, capped(share(min, target), how.capped ? 'at-one' : 'open')) : refused(x, 'out-of-domain')
    }
    case 'fraction-of-best': return min > 0 ? spreadOut(x, (one) => one / max) : refused(x, 'not-positive')
    case 'rank': return { values: ranksOf(x, fromBelow), flag: isConstant ? 'constant' : null }
    case 'borda': return { ...spreadOut(ranksOf(x, fromBelow), (one) => one - 1), flag: isConstant ? 'constant' : null }
    case 'percentile-rank': {
      const own = extremesOf(x).n
      return own < 2 ? refused(x, 'too-few') : { ...spreadOut(ranksOf(x, fromBelow), (one) => (one - 1) / (own - 1)), flag: isConstant ? 'constant' : null }
    }
    case 'around-reference': {
      if (around.reference === undefined || around.reference === null) return refused(x, 'no-data')
      if (isConstant) return middle(x, 100)
      const reference = direction * around.reference, half = max / 2 - min / 2
      return spreadOut(x, (one) => 30 * ((one - reference) / half) + 100)
    }
  }
}
const fromBelow = { ties: 'smallest', first: 'lowest' } as const
const capped = (part: (one: number) => number, cap: 'at-one' | 'open'): ((one: number) => number) => (cap === 'open' ? part : (one) => (!Number.isNaN(one) ? Math.min(1, part(one)) : one))
