// A target that somebody like us has reached before: how fast peers went who once stood where we stand.
// Not a forecast and not a wish: without enough such stretches of history there are no quantiles, only the list.
import { quantileOf } from './quantile.ts'
import type { Value } from './reason.ts'
import { needPanel, type Panel } from './sigma-convergence.ts'

export type Similar = 'within' | 'quartile' | 'either'
export type TargetOptions = {
  readonly start: number
  /** length of a stretch (h) and years to the target (τ) */
  readonly window?: number
  readonly years?: number
  /** points a year instead of a rate */
  readonly share?: boolean
  /** +1: more is better */
  readonly direction?: 1 | -1
  /** a stretch counts if it starts within ± `tolerance` of our start, in the same quartile of all starts, or either */
  readonly similar?: Similar
  readonly tolerance?: number
  readonly quantiles?: readonly number[]
  readonly least?: number
  /** the best EU value, and what is physically possible */
  readonly best?: number
  readonly low?: number
  readonly high?: number
  /** a target somebody thought of */
  readonly target?: number
  /** places in a row at which another series begins */
  readonly breaks?: readonly (readonly number[])[]
}
export type Stretch = { readonly row: number; readonly from: number; readonly start: number; readonly end: number; readonly pace: number }
export type Targets = {
  readonly windows: readonly Stretch[]
  readonly targets: readonly { readonly quantile: number; readonly pace: Value; readonly target: Value; readonly plausibility: Value; readonly capped: boolean }[]
  /** of the target somebody thought of */
  readonly asked: { readonly pace: Value; readonly plausibility: Value; readonly reached: number; readonly years: readonly { readonly quantile: number; readonly years: Value }[] } | null
  readonly of: number
}

/** Every stretch of h years of every peer that starts from a level like ours: pace g = (y_{t+h} ÷ y_t)^(1/h) − 1, for shares
 *  (y_{t+h} − y_t) ÷ h. Quantiles of g (where less is better: of the fall); target y_0(1 + g)^τ, or y_0 + gτ; plausibility = share of
 *  stretches at least that fast; years = ln(target ÷ y_0) ÷ ln(1 + g), or the gap ÷ g. Undefined: under `least` (20) stretches
 *  ('too-few': they are listed); a start ≤ 0 for rates ('not-positive'); no pace towards the target, no years ('out-of-domain').
 *  Worked: peers that grew 10 % a year from 100, ours 100, five years → 161.051. Source: a rule of this house. */
export const targetsOf = (panel: Panel, options: TargetOptions): Targets => {
  const { start, window = 5, years = 5, share = false, direction = 1, similar = 'within', tolerance = 0.25, quantiles = [0.5, 0.75, 0.9], least = 20, best, low, high, target, breaks } = options
  needPanel(panel)
  if (!(window >= 1) || !Number.isInteger(window) || !(years > 0)) throw new RangeError('window must be a whole number from 1, years above 0')
  const all = stretchesOf(panel, { window, share, breaks })
  const isNear = nearness(start, all, similar, tolerance)
  const windows = all.filter((one) => isNear(one.start))
  const paces = Float64Array.from(windows, (one) => one.pace * direction).sort()
  const usable = share || start > 0
  const enough = windows.length >= Math.max(1, least)
  const undefinedWhy = !usable ? 'not-positive' : windows.length === 0 ? 'no-data' : 'too-few'
  const countFrom = (pace: number): number => { let n = 0; const size = Math.abs(pace) * 1e-9 + 1e-12; for (const one of paces) if (one >= pace * direction - size) n += 1; return n }
  const plausible = (pace: Value): Value => (typeof pace !== 'number' ? pace : windows.length === 0 ? 'no-data' : countFrom(pace) / windows.length)
  const paceTo = (value: number): Value => (share ? (value - start) / years : !usable || value <= 0 ? 'not-positive' : (value / start) ** (1 / years) - 1)
  const paceAt = (quantile: number): Value => (enough && usable ? quantileOf(paces, quantile) * direction : undefinedWhy)
  const capped = (value: number): number => {
    const inner = Math.min(high ?? Number.POSITIVE_INFINITY, Math.max(low ?? Number.NEGATIVE_INFINITY, value))
    if (best === undefined) return inner
    // a best value that we have already passed binds nothing
    return direction === 1 ? Math.min(inner, Math.max(best, start)) : Math.max(inner, Math.min(best, start))
  }
  const targets = quantiles.map((quantile) => {
    const pace = paceAt(quantile)
    if (typeof pace !== 'number') return { quantile, pace, target: pace, plausibility: pace, capped: false }
    const reached = share ? start + pace * years : start * (1 + pace) ** years
    if (!Number.isFinite(reached)) return { quantile, pace, target: 'out-of-domain' as const, plausibility: 'out-of-domain' as const, capped: false }
    const value = capped(reached)
    return { quantile, pace, target: value, plausibility: plausible(value === reached ? pace : paceTo(value)), capped: value !== reached }
  })
  if (target === undefined) return { windows, targets, asked: null, of: windows.length }
  const pace = paceTo(target)
  return {
    windows, targets, of: windows.length,
    asked: {
      pace, plausibility: plausible(pace), reached: typeof pace === 'number' ? countFrom(pace) : 0,
      years: quantiles.map((quantile) => ({ quantile, years: yearsTo({ start, target, pace: paceAt(quantile), share }) })),
    },
  }
}
const yearsTo = ({ start, target, pace, share }: { readonly start: number; readonly target: number; readonly pace: Value; readonly share: boolean }): Value => {
  if (typeof pace !== 'number') return pace
  if (!share && !(target > 0)) return 'not-positive'
  const way = share ? target - start : Math.log(target / start), step = share ? pace : Math.log1p(pace)
  if (way === 0) return 0
  const years = way / step
  return Number.isFinite(years) && years > 0 ? years : 'out-of-domain'
}
const stretchesOf = ({ values, rows, columns }: Panel, { window, share, breaks }: { readonly window: number; readonly share: boolean; readonly breaks: TargetOptions['breaks'] }): Stretch[] => {
  const found: Stretch[] = []
  for (let row = 0; row < rows; row += 1) for (let from = 0; from + window < columns; from += 1) {
    const start = values[row * columns + from] as number, end = values[row * columns + from + window] as number
    if (!Number.isFinite(start) || !Number.isFinite(end) || breaks?.[row]?.some((at) => at > from && at <= from + window)) continue
    if (!share && (start <= 0 || end <= 0)) continue
    const pace = share ? end / window - start / window : (end / start) ** (1 / window) - 1
    if (Number.isFinite(pace)) found.push({ row, from, start, end, pace })
  }
  return found
}
const nearness = (start: number, all: readonly Stretch[], similar: Similar, tolerance: number): ((level: number) => boolean) => {
  const within = (level: number): boolean => Math.abs(level - start) <= tolerance * Math.abs(start) * (1 + 1e-12)
  const starts = Float64Array.from(all, (one) => one.start).sort()
  const marks = [0.25, 0.5, 0.75].map((one) => quantileOf(starts, one))
  const quartile = (level: number): number => marks.filter((mark) => level > mark).length
  const same = (level: number): boolean => quartile(level) === quartile(start)
  return similar === 'within' ? within : similar === 'quartile' ? same : (level) => within(level) || same(level)
}
