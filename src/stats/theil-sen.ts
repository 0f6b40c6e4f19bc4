// The slope that one bad year cannot turn: the median of the slopes between all pairs of years.
// Not a test (see mann-kendall.ts) and not a forecast.
import { normalQuantile } from './distributions.ts'
import { varianceOfS } from './mann-kendall.ts'
import { quantileOf } from './quantile.ts'
import type { Value } from './reason.ts'
import { finiteOr, type Points } from './series.ts'

export type TheilSen = {
  /** unit a year */
  readonly slope: Value
  /** median of y − slope·t: the line goes through the middle of the values */
  readonly intercept: Value
  /** Sen's interval from the Mann–Kendall variance */
  readonly low: Value
  readonly high: Value
  readonly pairs: number
}

/** Median of (y_j − y_i) ÷ (t_j − t_i), i < j; interval: the slopes at places (N ∓ z√var)/2 of the sorted list, between two by the
 *  straight line. Undefined under three points ('too-few'). Worked: 1, 2, 3, 4, 100 → slope 1.
 *  Source: Sen 1968 (J. Am. Stat. Assoc. 63, 1379–1389); the interval as in Gilbert 1987, 16.5. */
export const theilSen = ({ values, times }: Points, level = 0.95): TheilSen => {
  const n = values.length
  if (n < 3) { const why = n === 0 ? 'no-data' : 'too-few'; return { slope: why, intercept: why, low: why, high: why, pairs: 0 } }
  const found: number[] = []
  for (let i = 0; i < n; i += 1) for (let j = i + 1; j < n; j += 1) {
    const apart = (times[j] as number) - (times[i] as number)
    if (apart !== 0) found.push((values[j] as number) / apart - (values[i] as number) / apart)
  }
  if (found.length === 0) return { slope: 'constant', intercept: 'constant', low: 'constant', high: 'constant', pairs: 0 }
  const sorted = Float64Array.from(found).sort(), slope = quantileOf(sorted, 0.5)
  const rests = values.map((one, at) => one - slope * (times[at] as number)).sort()
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(varianceOfS(values))
  // places counted from one: (N − C)/2 and (N + C)/2 + 1
  const at = (place: number): number => quantileOf(sorted, Math.min(1, Math.max(0, (place - 1) / Math.max(1, sorted.length - 1))))
  return {
    slope: finiteOr(slope, 'out-of-domain'), intercept: finiteOr(quantileOf(rests, 0.5), 'out-of-domain'), pairs: sorted.length,
    low: finiteOr(at((sorted.length - reach) / 2), 'out-of-domain'), high: finiteOr(at((sorted.length + reach) / 2 + 1), 'out-of-domain'),
  }
}
