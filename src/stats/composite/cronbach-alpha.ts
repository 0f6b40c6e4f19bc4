// Whether the indicators of a pillar belong together. On normalised, directed values: on raw ones the units decide.
import { deviationOf, extremesOf, meanOf } from '../mean-and-deviation.ts'
import type { Value } from '../reason.ts'

export type Alpha = { readonly value: Value; /** complete rows */ readonly n: number }
/** k²·c̄ ÷ ΣΣC: k indicators, c̄ the mean covariance of two of them, C the covariance matrix; complete rows only. Below 0 where they pull
 *  apart. Under two indicators or two complete rows: 'too-few'; without any spread, or a sum of 0: 'constant'.
 *  Source: Cronbach 1951 (Psychometrika 16, 297–334). Worked: (1, 2), (2, 1), (3, 3) → variances 1, 1, covariance 0.5: 4·0.5/3 = 0.6667. */
export const cronbachAlpha = ({ values, rows, columns }: { readonly values: Float64Array; readonly rows: number; readonly columns: number }): Alpha => {
  const complete = Array.from({ length: rows }, (_, row) => row).filter((row) => !values.subarray(row * columns, (row + 1) * columns).some(Number.isNaN))
  const n = complete.length
  if (columns < 2 || n < 2) return { value: 'too-few', n }
  // One unit for all columns, so that squares stay finite: alpha is the same.
  const { min, max } = extremesOf(values)
  const unit = Math.max(Math.abs(min), Math.abs(max)) || 1
  let own = 0
  const totals = new Float64Array(n)
  for (let column = 0; column < columns; column += 1) {
    const x = Float64Array.from(complete, (row) => (values[row * columns + column] as number) / unit)
    own += deviationOf(x, 'sample') ** 2
    const mean = meanOf(x)
    for (let at = 0; at < n; at += 1) totals[at] = (totals[at] as number) + (x[at] as number) - mean
  }
  const whole = deviationOf(totals, 'sample') ** 2
  if (own === 0 || whole <= 1e-24 * own) return { value: 'constant', n }
  // ΣΣC is the variance of the row totals; what is not on its diagonal are the k(k − 1) covariances.
  const alpha = columns / (columns - 1) * (1 - own / whole)
  return { value: Number.isFinite(alpha) ? alpha : 'out-of-domain', n }
}
