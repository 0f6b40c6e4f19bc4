// Ordinary least squares with any number of columns, by Householder reflections: the lines, trends and convergence equations rest on it.
// No intercept is added; give a column of ones. Not for weights or missing values.
import type { Reason } from './reason.ts'

export type Fit = {
  readonly coefficients: Float64Array
  /** standard errors with n − k degrees of freedom; NaN where n = k */
  readonly errors: Float64Array
  readonly residuals: Float64Array
  readonly degrees: number
  /** s² = Σ e² ÷ (n − k) */
  readonly variance: number
  /** (XᵀX)⁻¹, row-major k × k */
  readonly inverse: Float64Array
  /** 1 − Σ e² ÷ Σ (y − ȳ)²; NaN for a constant y */
  readonly explained: number
}

/** min Σ (y − Xb)². `design` row-major n × k. Undefined: n < k ('too-few'), columns that depend on each other ('constant').
 *  Worked: y = 1, 3, 5 on ones and 0, 1, 2 → b = 1, 2 (Golub and Van Loan, Matrix Computations, 5.3). */
export const leastSquares = (design: Float64Array, y: Float64Array, columns: number): Fit | Reason => {
  const n = y.length, k = columns
  if (design.length !== n * k) throw new RangeError(`a design of ${n} rows and ${k} columns has ${n * k} cells, not ${design.length}`)
  if (n < k) return 'too-few'
  const r = design.slice(), q = y.slice()
  const sizes = Array.from({ length: k }, (_, j) => { let s = 0; for (let i = 0; i < n; i += 1) s = Math.hypot(s, r[i * k + j] as number); return s })
  for (let j = 0; j < k; j += 1) {
    let size = 0
    for (let i = j; i < n; i += 1) size = Math.hypot(size, r[i * k + j] as number)
    if (!(size > (sizes[j] as number) * 1e-11)) return 'constant'
    const head = r[j * k + j] as number, alpha = head > 0 ? -size : size
    const v = new Float64Array(n - j)
    for (let i = j; i < n; i += 1) v[i - j] = r[i * k + j] as number
    v[0] = head - alpha
    let square = 0
    for (const one of v) square += one * one
    const reflect = (get: (i: number) => number, set: (i: number, to: number) => void): void => {
      let dot = 0
      for (let i = j; i < n; i += 1) dot += (v[i - j] as number) * get(i)
      const factor = (2 * dot) / square
      for (let i = j; i < n; i += 1) set(i, get(i) - factor * (v[i - j] as number))
    }
    for (let c = j; c < k; c += 1) reflect((i) => r[i * k + c] as number, (i, to) => { r[i * k + c] = to })
    reflect((i) => q[i] as number, (i, to) => { q[i] = to })
  }
  // R⁻¹, upper triangular
  const back = new Float64Array(k * k)
  for (let c = 0; c < k; c += 1) {
    for (let i = c; i >= 0; i -= 1) {
      let sum = i === c ? 1 : 0
      for (let j = i + 1; j <= c; j += 1) sum -= (r[i * k + j] as number) * (back[j * k + c] as number)
      back[i * k + c] = sum / (r[i * k + i] as number)
    }
  }
  const coefficients = new Float64Array(k), inverse = new Float64Array(k * k)
  for (let i = 0; i < k; i += 1) {
    for (let j = i; j < k; j += 1) coefficients[i] = (coefficients[i] as number) + (back[i * k + j] as number) * (q[j] as number)
    for (let c = 0; c < k; c += 1) {
      let sum = 0
      for (let j = Math.max(i, c); j < k; j += 1) sum += (back[i * k + j] as number) * (back[c * k + j] as number)
      inverse[i * k + c] = sum
    }
  }
  const residuals = Float64Array.from(y, (one, i) => { let fit = 0; for (let j = 0; j < k; j += 1) fit += (design[i * k + j] as number) * (coefficients[j] as number); return one - fit })
  let left = 0, whole = 0, mean = 0
  for (const one of y) mean += one / n
  for (let i = 0; i < n; i += 1) { left += (residuals[i] as number) ** 2; whole += ((y[i] as number) - mean) ** 2 }
  const degrees = n - k, variance = degrees > 0 ? left / degrees : Number.NaN
  if (!coefficients.every(Number.isFinite)) return 'out-of-domain'
  return {
    coefficients, residuals, degrees, variance, inverse, explained: whole > 0 ? 1 - left / whole : Number.NaN,
    errors: Float64Array.from({ length: k }, (_, j) => Math.sqrt(variance * (inverse[j * k + j] as number))),
  }
}

/** A straight line y = a + b·x; what most callers want. */
export const lineOf = (x: Float64Array, y: Float64Array): Fit | Reason => {
  const design = new Float64Array(x.length * 2)
  x.forEach((one, i) => { design[i * 2] = 1; design[i * 2 + 1] = one })
  return leastSquares(design, y, 2)
}
