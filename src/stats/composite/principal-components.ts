// How many dimensions are in the indicators: eigenvalues and loadings of their correlation matrix. A diagnosis, not a ranking.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { deviationOf, extremesOf, meanOf } from '../mean-and-deviation.ts'
import type { Reason } from '../reason.ts'

export type Components = {
  readonly eigenvalues: Float64Array
  /** of all variance, per component */
  readonly explained: Float64Array
  /** indicators × components, row-major: eigenvectors of length 1; the largest entry of each is positive */
  readonly vectors: Float64Array
  /** vector · √eigenvalue: the correlation of indicator and component */
  readonly loadings: Float64Array
  /** regions × components, row-major; NaN for a region with a gap */
  readonly scores: Float64Array
  /** Kaiser: how many eigenvalues exceed 1 */
  readonly dimensions: number
  readonly complete: number
}

/** The correlation matrix of the complete rows (sample deviations) is taken apart; eigenvalues from the largest, summing to the number of
 *  indicators. The sign of a component is arbitrary: fixed by its largest loading. Under two indicators or three complete rows 'too-few';
 *  a constant column 'constant'. Source: OECD/JRC Handbook 2008. Worked: two indicators with r = 0.8 → 1.8 and 0.2. */
export const principalComponents = ({ values, rows, columns }: { readonly values: Float64Array; readonly rows: number; readonly columns: number }): Components | Reason => {
  if (columns < 2) return 'too-few'
  const complete = Array.from({ length: rows }, (_, row) => row).filter((row) => !values.subarray(row * columns, (row + 1) * columns).some(Number.isNaN))
  if (complete.length < 3) return 'too-few'
  const n = complete.length
  const z = new Float64Array(n * columns)
  for (let column = 0; column < columns; column += 1) {
    const x = Float64Array.from(complete, (row) => values[row * columns + column] as number)
    const { min, max } = extremesOf(x)
    if (min === max) return 'constant'
    const mean = meanOf(x), s = deviationOf(x, 'sample')
    for (let at = 0; at < n; at += 1) z[at * columns + column] = (x[at] as number) / s - mean / s
  }
  const correlations = new Matrix(columns, columns)
  for (let a = 0; a < columns; a += 1) for (let b = a; b < columns; b += 1) {
    let sum = 0
    for (let at = 0; at < n; at += 1) sum += (z[at * columns + a] as number) * (z[at * columns + b] as number)
    const r = a === b ? 1 : sum / (n - 1)
    correlations.set(a, b, r)
    correlations.set(b, a, r)
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(correlations, { assumeSymmetric: true })
  const order = realEigenvalues.map((_, at) => at).sort((a, b) => (realEigenvalues[b] as number) - (realEigenvalues[a] as number))
  const eigenvalues = Float64Array.from(order, (at) => Math.max(0, realEigenvalues[at] as number))
  const vectors = new Float64Array(columns * columns), loadings = new Float64Array(columns * columns)
  order.forEach((from, component) => {
    let largest = 0
    for (let row = 0; row < columns; row += 1) if (Math.abs(eigenvectorMatrix.get(row, from)) > Math.abs(largest) + 1e-9) largest = eigenvectorMatrix.get(row, from)
    const sign = largest < 0 ? -1 : 1
    for (let row = 0; row < columns; row += 1) {
      const one = sign * eigenvectorMatrix.get(row, from)
      vectors[row * columns + component] = one
      loadings[row * columns + component] = one * Math.sqrt(eigenvalues[component] as number)
    }
  })
  const scores = new Float64Array(rows * columns).fill(Number.NaN)
  complete.forEach((row, at) => {
    for (let component = 0; component < columns; component += 1) {
      let sum = 0
      for (let column = 0; column < columns; column += 1) sum += (z[at * columns + column] as number) * (vectors[column * columns + component] as number)
      scores[row * columns + component] = sum
    }
  })
  return { eigenvalues, explained: eigenvalues.map((one) => one / columns), vectors, loadings, scores, dimensions: eigenvalues.filter((one) => one > 1 + 1e-12).length, complete: n }
}
