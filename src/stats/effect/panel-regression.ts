// y_it = α_i + λ_t + Σ β_k d_kit: a regression with an effect of each region and of each year, and errors that are allowed to hang together
// inside a region. Not for treatment effects that differ with the year of the start (Goodman-Bacon 2021): then the mean of them is odd.
import { tTwoSided } from '../distributions.ts'
import { leastSquares } from '../least-squares.ts'
import type { Reason } from '../reason.ts'
import { needPanel, type Panel } from '../sigma-convergence.ts'

export type PanelFit = {
  readonly coefficients: Float64Array
  /** clustered by region; NaN where one region alone carries a regressor */
  readonly errors: Float64Array
  /** as if all cells were independent */
  readonly plainErrors: Float64Array
  readonly p: Float64Array
  readonly cells: number
  readonly regions: number
}
export type Correction = 'cr1' | 'none'

/** `regressors`: each N × T like the table. The region's effect is taken out by its own mean (exact with gaps too), the years enter as
 *  columns. Clustered variance (XᵀX)⁻¹ (Σ_i X_iᵀe_i e_iᵀX_i) (XᵀX)⁻¹ × G/(G−1) × (n−1)/(n−K) ('cr1'), p from t with G − 1 degrees.
 *  Undefined: no cell, fewer cells than columns ('too-few'), a regressor that regions and years explain alone ('constant').
 *  Source: Liang and Zeger 1986; Cameron and Miller 2015. */
export const panelRegression = (panel: Panel, regressors: readonly Float64Array[], correction: Correction = 'cr1'): PanelFit | Reason => {
  needPanel(panel)
  const { values, rows, columns } = panel, cells: number[] = [], regions: number[] = []
  for (let i = 0; i < rows; i += 1) {
    const own: number[] = []
    for (let t = 0; t < columns; t += 1) if (Number.isFinite(values[i * columns + t]) && regressors.every((one) => Number.isFinite(one[i * columns + t]))) own.push(i * columns + t)
    if (own.length > 1) { cells.push(...own); regions.push(i) }
  }
  const seen = Array.from({ length: columns }, (_, t) => t).filter((t) => cells.some((at) => at % columns === t)), years = seen.slice(1)
  const K = regressors.length + years.length, n = cells.length
  if (n === 0) return 'no-data'
  if (n <= K + regions.length) return 'too-few'
  const design = new Float64Array(n * K), y = new Float64Array(n)
  let size = 0
  for (const at of cells) size = Math.max(size, Math.abs(values[at] as number))
  const scale = size || 1
  cells.forEach((at, row) => {
    y[row] = (values[at] as number) / scale
    regressors.forEach((one, k) => { design[row * K + k] = one[at] as number })
    const year = years.indexOf(at % columns)
    if (year >= 0) design[row * K + regressors.length + year] = 1
  })
  const bounds = regions.map((region) => [cells.findIndex((at) => Math.floor(at / columns) === region), cells.findLastIndex((at) => Math.floor(at / columns) === region) + 1] as const)
  for (const [from, to] of bounds) {
    for (let k = -1; k < K; k += 1) {
      let mean = 0
      for (let row = from; row < to; row += 1) mean += (k < 0 ? (y[row] as number) : (design[row * K + k] as number)) / (to - from)
      for (let row = from; row < to; row += 1) { if (k < 0) y[row] = (y[row] as number) - mean; else design[row * K + k] = (design[row * K + k] as number) - mean }
    }
  }
  const fit = leastSquares(design, y, K)
  if (typeof fit === 'string') return fit
  const G = regions.length, inner = new Float64Array(K * K)
  for (const [from, to] of bounds) {
    const score = new Float64Array(K)
    for (let row = from; row < to; row += 1) for (let k = 0; k < K; k += 1) score[k] = (score[k] as number) + (design[row * K + k] as number) * (fit.residuals[row] as number)
    for (let a = 0; a < K; a += 1) for (let b = 0; b < K; b += 1) inner[a * K + b] = (inner[a * K + b] as number) + (score[a] as number) * (score[b] as number)
  }
  const factor = correction === 'none' ? 1 : (G / (G - 1)) * ((n - 1) / (n - K - 1)), q = regressors.length, degrees = n - G - K
  const clustered = Float64Array.from({ length: q }, (_, k) => {
    let sum = 0
    for (let a = 0; a < K; a += 1) for (let b = 0; b < K; b += 1) sum += (fit.inverse[k * K + a] as number) * (inner[a * K + b] as number) * (fit.inverse[b * K + k] as number)
    return Math.sqrt(Math.max(0, sum) * factor) * scale
  })
  let left = 0
  for (const one of fit.residuals) left += one * one
  return {
    cells: n, regions: G, coefficients: fit.coefficients.slice(0, q).map((one) => one * scale), errors: clustered,
    plainErrors: Float64Array.from({ length: q }, (_, k) => (degrees > 0 ? Math.sqrt((left / degrees) * (fit.inverse[k * K + k] as number)) * scale : Number.NaN)),
    p: clustered.map((error, k) => (error > 0 && G > 1 ? tTwoSided(((fit.coefficients[k] as number) * scale) / error, G - 1) : Number.NaN)),
  }
}
