// Do the poor regions catch up? A regression of the yearly growth on the start, with or without controls.
// Not a cause: it says whether the poor grew faster, not why.
import { tTwoSided } from './distributions.ts'
import { leastSquares } from './least-squares.ts'
import { isNumber, type Value } from './reason.ts'
import { finiteOr } from './series.ts'

export type BetaConvergence = {
  readonly intercept: Value
  /** b of ln(y_T ÷ y_0) ÷ T = a + b·ln y_0 + controls; below 0: the poor catch up */
  readonly slope: Value
  readonly slopeError: Value
  readonly t: Value
  readonly p: Value
  /** coefficients of the controls, in their order */
  readonly controls: readonly Value[]
  readonly controlErrors: readonly Value[]
  readonly explained: Value
  /** λ = −ln(1 + bT) ÷ T, a year */
  readonly speed: Value
  /** ln 2 ÷ λ, years */
  readonly halfLife: Value
  /** places of the regions that entered */
  readonly used: readonly number[]
}
type Given = { readonly start: Float64Array; readonly end: Float64Array; readonly years: number; readonly controls?: Float64Array; readonly controlCount?: number }

/** `start`, `end` in one unit, > 0; `years` between them (T); controls row-major n × controlCount. A region with a missing value, or one
 *  that is not above 0, stays out. Undefined: fewer regions than coefficients ('too-few'), all starts equal ('constant'); b ≥ 0 or
 *  1 + bT ≤ 0 has no speed ('out-of-domain'). b is per year, so T belongs in the speed (REAT forgets it).
 *  Worked: starts e⁰, e¹, e², growth 0.05, 0.03, 0.01 a year over 10 years → b −0.02, λ 0.0223, half-life 31.06.
 *  Source: Barro and Sala-i-Martin 1992 (J. Political Economy 100, 223–251). */
export const betaConvergence = ({ start, end, years, controls, controlCount = 0 }: Given): BetaConvergence => {
  if (!(years > 0)) throw new RangeError(`years must be above 0, not ${years}`)
  if (end.length !== start.length || (controls?.length ?? 0) !== start.length * controlCount) throw new RangeError('start, end and controls must have the same number of regions')
  const used: number[] = []
  start.forEach((one, at) => {
    const others = controls?.subarray(at * controlCount, (at + 1) * controlCount) ?? []
    if (one > 0 && (end[at] as number) > 0 && others.every(Number.isFinite)) used.push(at)
  })
  const width = 2 + controlCount, design = new Float64Array(used.length * width)
  const growth = Float64Array.from(used, (at) => (Math.log(end[at] as number) - Math.log(start[at] as number)) / years)
  used.forEach((at, row) => {
    design.set([1, Math.log(start[at] as number)], row * width)
    if (controls) design.set(controls.subarray(at * controlCount, (at + 1) * controlCount), row * width + 2)
  })
  const fit = used.length === 0 ? 'no-data' : leastSquares(design, growth, width)
  if (typeof fit === 'string') {
    const none = Array.from({ length: controlCount }, () => fit)
    return { intercept: fit, slope: fit, slopeError: fit, t: fit, p: fit, controls: none, controlErrors: none, explained: fit, speed: fit, halfLife: fit, used }
  }
  const numbers = (from: Float64Array): Value[] => Array.from(from, (one) => (fit.degrees > 0 ? finiteOr(one, 'out-of-domain') : 'too-few'))
  const slope = fit.coefficients[1] as number, errors = numbers(fit.errors), slopeError = errors[1] as Value
  const t: Value = isNumber(slopeError) ? finiteOr(slope / slopeError, 'zero-denominator') : slopeError
  const speed: Value = slope < 0 && 1 + slope * years > 0 ? -Math.log1p(slope * years) / years : 'out-of-domain'
  return {
    intercept: fit.coefficients[0] as number, slope, slopeError, t, p: isNumber(t) ? tTwoSided(t, fit.degrees) : t,
    controls: Array.from(fit.coefficients.subarray(2)), controlErrors: errors.slice(2), explained: finiteOr(fit.explained, 'constant'),
    speed, halfLife: isNumber(speed) ? finiteOr(Math.LN2 / speed, 'out-of-domain') : speed, used,
  }
}
