// How fast did it grow a year? Two answers side by side, because end points are noisy.
// Shares grow in points a year: a share of 2 % that becomes 3 % has not "grown by half" in any sense a reader needs.
import { lineOf } from './least-squares.ts'
import type { Reason, Value } from './reason.ts'
import { fewPoints, finiteOr, type Points } from './series.ts'

export type Growth = {
  /** (y_T ÷ y_0)^(1/T) − 1 between the first and the last present value; 0.02 is 2 % a year */
  readonly compound: Value
  /** (y_T − y_0) ÷ T, in the indicator's own unit a year (points, for shares) */
  readonly points: Value
  /** e^b − 1, b the slope of ln y on time, over all values */
  readonly logLinear: Value
  readonly slope: Value
  /** standard error of b, and of e^b − 1 (times e^b) */
  readonly slopeError: Value
  readonly logLinearError: Value
  readonly explained: Value
  readonly count: number
  readonly years: number
  readonly flags: readonly 'few-points'[]
}

/** Rates from values over time (own unit, times in years). Undefined: fewer than two values, no time between them ('too-few');
 *  a value ≤ 0 for the rates ('not-positive'); the error under three values.
 *  Worked: 100, 110, 121 → 0.1 by both, 10.5 points a year. Source: any textbook; the error by the delta method. */
export const growthOf = ({ values, times }: Points): Growth => {
  const count = values.length, first = values[0] ?? Number.NaN, last = values[count - 1] ?? Number.NaN
  const years = count > 1 ? (times[count - 1] as number) - (times[0] as number) : 0
  const flags = count < fewPoints ? (['few-points'] as const) : []
  const none = (why: Reason, points: Value = why): Growth =>
    ({ compound: why, points, logLinear: why, slope: why, slopeError: why, logLinearError: why, explained: why, count, years, flags })
  if (count === 0) return none('no-data')
  if (count < 2 || !(years > 0)) return none('too-few')
  const points = finiteOr(last / years - first / years, 'out-of-domain')
  const ends = first > 0 && last > 0 ? finiteOr(Math.expm1((Math.log(last) - Math.log(first)) / years), 'out-of-domain') : 'not-positive'
  if (!values.every((one) => one > 0)) return { ...none('not-positive', points), compound: ends }
  const fit = lineOf(times, values.map(Math.log))
  if (typeof fit === 'string') return { ...none(fit, points), compound: ends }
  const slope = fit.coefficients[1] as number, error: Value = fit.degrees > 0 ? (fit.errors[1] as number) : 'too-few'
  return {
    compound: ends, points, slope, slopeError: error, count, years, flags,
    logLinear: finiteOr(Math.expm1(slope), 'out-of-domain'),
    logLinearError: typeof error === 'number' ? finiteOr(error * Math.exp(slope), 'out-of-domain') : error,
    explained: finiteOr(fit.explained, 'constant'),
  }
}
