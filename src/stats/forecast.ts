// „If the past pace goes on“: where a series would be in some years, with the band that its own past makes likely.
// Never a promise, and never across a break. Not for seasons; the values must be evenly spaced in time.
import { dampedHolt } from './damped-holt.ts'
import { normalQuantile, tQuantile } from './distributions.ts'
import { lineOf } from './least-squares.ts'
import type { Reason, Value } from './reason.ts'
import { deviationOf, fewPoints, type Points } from './series.ts'

export const forecastMethods = ['naive', 'drift', 'line', 'log-line', 'damped-holt'] as const
export type ForecastMethod = (typeof forecastMethods)[number]
/** Limits of what the indicator can be; `logit` works on ln((y − low) ÷ (high − y)), `clamp` cuts the result off. */
export type Bounds = { readonly low: number; readonly high: number; readonly by: 'logit' | 'clamp' }
export type ForecastOptions = {
  readonly horizon?: number
  readonly levels?: readonly number[]
  readonly candidates?: readonly ForecastMethod[]
  /** 'best' by rolling-origin error, else this method whatever its error */
  readonly method?: ForecastMethod | 'best'
  readonly bounds?: Bounds
  /** from so many points on the method is chosen, below it is drift */
  readonly chooseFrom?: number
  /** the first origin has so many values; each origin looks so many years ahead */
  readonly firstOrigin?: number
  readonly originHorizon?: number
  readonly measure?: 'absolute' | 'square'
}
export type Interval = { readonly level: number; readonly low: Value; readonly high: Value }
export type OriginError = {
  readonly method: ForecastMethod
  readonly meanAbsolute: Value
  readonly rootMeanSquare: Value
  /** forecasts that were compared with what came */
  readonly comparisons: number
}
export type Forecast = {
  readonly method: ForecastMethod | null
  readonly reason: Reason | null
  readonly ahead: readonly { readonly step: number; readonly time: number; readonly point: Value; readonly error: Value; readonly intervals: readonly Interval[] }[]
  readonly errors: readonly OriginError[]
  readonly count: number
  readonly flags: readonly ('few-points' | 'constant')[]
}
type Ahead = { readonly point: number; readonly error: number; readonly degrees: number | null }
type Fitted = (steps: number) => Ahead

const stepsOf = (y: Float64Array): Float64Array => Float64Array.from({ length: y.length - 1 }, (_, i) => (y[i + 1] as number) - (y[i] as number))
const alongLine = (x: Float64Array, y: Float64Array, step: number): Fitted | Reason => {
  const fit = lineOf(x, y)
  if (typeof fit === 'string') return fit
  const n = x.length, mean = x.reduce((sum, one) => sum + one / n, 0)
  let spread = 0
  for (const one of x) spread += (one - mean) ** 2
  return (steps) => {
    const at = (x[n - 1] as number) + steps * step
    return {
      point: (fit.coefficients[0] as number) + (fit.coefficients[1] as number) * at, degrees: fit.degrees,
      error: Math.sqrt(fit.variance * (1 + 1 / n + (at - mean) ** 2 / spread)),
    }
  }
}
/** naive: last value, s√h with s² the mean square of the steps. drift: last + h × mean step, s√(h(1 + h/(T−1))), s the sample sd of the
 *  steps. line: ŷ with t·s√(1 + 1/T + (x−x̄)²/Sxx). Source: [forecast]. */
const fitOf = (method: ForecastMethod, x: Float64Array, y: Float64Array): Fitted | Reason => {
  const n = y.length, last = y[n - 1] as number
  if (n < 3) return 'too-few'
  const step = ((x[n - 1] as number) - (x[0] as number)) / (n - 1)
  if (method === 'line' || method === 'log-line') return alongLine(x, y, step)
  if (method === 'damped-holt') {
    const holt = dampedHolt(y)
    return typeof holt === 'string' ? holt : (steps) => ({ point: holt.ahead(steps), error: holt.errorAhead(steps), degrees: null })
  }
  const moves = stepsOf(y)
  if (method === 'naive') {
    const s = Math.sqrt(moves.reduce((sum, one) => sum + one * one, 0) / moves.length)
    return (steps) => ({ point: last, error: s * Math.sqrt(steps), degrees: null })
  }
  const mean = (last - (y[0] as number)) / (n - 1), s = deviationOf(moves)
  return (steps) => ({ point: last + steps * mean, error: s * Math.sqrt(steps * (1 + steps / (n - 1))), degrees: null })
}

type Scale = { readonly to: (y: number) => number; readonly from: (z: number) => number }
const plain: Scale = { to: (y) => y, from: (z) => z }
const scaleOf = (method: ForecastMethod, bounds: Bounds | undefined): Scale => {
  if (bounds?.by === 'logit') {
    const { low, high } = bounds
    return { to: (y) => Math.log((y - low) / (high - y)), from: (z) => low + (high - low) / (1 + Math.exp(-z)) }
  }
  const inner = method === 'log-line' ? { to: Math.log, from: Math.exp } : plain
  return bounds === undefined ? inner : { to: inner.to, from: (z) => Math.min(bounds.high, Math.max(bounds.low, inner.from(z))) }
}
/** The method on its own scale, brought back: on logs and logits the point is a median, not a mean. */
const prepared = (method: ForecastMethod, x: Float64Array, y: Float64Array, bounds: Bounds | undefined): { readonly at: Fitted; readonly back: (z: number) => number } | Reason => {
  if (bounds?.by === 'logit' ? !y.every((one) => one > bounds.low && one < bounds.high) : false) return 'out-of-domain'
  if (method === 'log-line' && bounds?.by !== 'logit' && !y.every((one) => one > 0)) return 'not-positive'
  const scale = scaleOf(method, bounds), found = fitOf(method, x, y.map(scale.to))
  return typeof found === 'string' ? found : { at: found, back: scale.from }
}

/** Forecasts made at every earlier year, against what came. */
const originError = (method: ForecastMethod, { times, values }: Points, options: ForecastOptions): OriginError => {
  const first = options.firstOrigin ?? 5, horizon = options.originHorizon ?? options.horizon ?? 5
  let absolute = 0, square = 0, comparisons = 0
  for (let known = first; known < values.length; known += 1) {
    const found = prepared(method, times.subarray(0, known), values.subarray(0, known), options.bounds)
    if (typeof found === 'string') { if (method === 'damped-holt' && found === 'too-few') continue; return { method, meanAbsolute: found, rootMeanSquare: found, comparisons: 0 } }
    for (let step = 1; step <= horizon && known + step <= values.length; step += 1) {
      const off = found.back(found.at(step).point) - (values[known + step - 1] as number)
      absolute += Math.abs(off)
      square += off * off
      comparisons += 1
    }
  }
  const mean = (sum: number): Value => (comparisons === 0 ? 'too-few' : Number.isFinite(sum) ? sum / comparisons : 'out-of-domain')
  const squares = mean(square)
  return { method, meanAbsolute: mean(absolute), rootMeanSquare: typeof squares === 'number' ? Math.sqrt(squares) : squares, comparisons }
}

/** y[T] in its own unit → point and intervals per year ahead, the method's name, and every candidate's rolling-origin error: the mean
 *  size of its error over all origins and years ahead. From ten points on the candidate with the smallest error is taken, the earlier in
 *  the list where two are equal; below ten, drift. Undefined under three points ('too-few'); under five flagged; a log needs y > 0
 *  ('not-positive'), a logit values inside the limits ('out-of-domain').
 *  Worked: 1, 2, 3 by drift → 4 next year, all steps equal, so the band has no width. */
export const forecastOf = (points: Points, options: ForecastOptions = {}): Forecast => {
  const { values, times } = points, { horizon = 5, levels = [0.8, 0.95], candidates = forecastMethods, method: wanted = 'best', bounds, chooseFrom = 10, measure = 'absolute' } = options
  const count = values.length, flags = [...(count < fewPoints ? ['few-points' as const] : []), ...(count > 0 && values.every((one) => one === values[0]) ? ['constant' as const] : [])]
  if (count < 3) return { method: null, reason: count === 0 ? 'no-data' : 'too-few', ahead: [], errors: [], count, flags }
  const errors = count >= chooseFrom || wanted !== 'best' ? candidates.map((one) => originError(one, points, options)) : []
  const sizeOf = (one: OriginError): number => { const size = measure === 'absolute' ? one.meanAbsolute : one.rootMeanSquare; return typeof size === 'number' ? size : Number.POSITIVE_INFINITY }
  const best = errors.reduce<OriginError | undefined>((least, one) => (sizeOf(one) < (least === undefined ? Number.POSITIVE_INFINITY : sizeOf(least)) ? one : least), undefined)
  const method = wanted !== 'best' ? wanted : count >= chooseFrom ? (best?.method ?? 'drift') : 'drift'
  const found = prepared(method, times, values, bounds)
  if (typeof found === 'string') return { method, reason: found, ahead: [], errors, count, flags }
  const step = ((times[count - 1] as number) - (times[0] as number)) / (count - 1)
  const ahead = Array.from({ length: horizon }, (_, i) => {
    const { point, error, degrees } = found.at(i + 1)
    const value = (z: number): Value => { const y = found.back(z); return Number.isFinite(y) ? y : 'out-of-domain' }
    const intervals = levels.map((level): Interval => {
      if (degrees !== null && degrees < 1) return { level, low: 'too-few', high: 'too-few' }
      const reach = error * (degrees === null ? normalQuantile((1 + level) / 2) : tQuantile((1 + level) / 2, degrees))
      return { level, low: value(point - reach), high: value(point + reach) }
    })
    return { step: i + 1, time: (times[count - 1] as number) + (i + 1) * step, point: value(point), error: Number.isFinite(error) ? error : ('too-few' as const), intervals }
  })
  return { method, reason: null, ahead, errors, count, flags }
}
