// Distance that counts traits which move together only once. Not weighted, and not for tables with gaps: a row with one has none.
import { magnitudeOf } from './magnitude.ts'
import type { Reason, Reasons } from './reason.ts'
import { codeOf } from './reason.ts'
import type { TraitTable } from './trait-scale.ts'

export type Mahalanobis = { readonly distances: Float64Array; readonly n: number; readonly why: Reasons; readonly inverse: Float64Array | null }

/** √((x − y)' S⁻¹ (x − y)), S the sample covariance over the complete rows (Mahalanobis 1936). rows × columns in own units → n × n, unit-free.
 *  Undefined for everybody: fewer complete rows than columns + 2 (`too-few`), a column all equal (`constant`), columns that follow from each
 *  other (`out-of-domain`); for a pair with a gap: `no-data`.
 *  Worked: (0,0), (2,0), (0,2), (2,2): S = 4/3 · I, so (0,0)–(2,2) is √(8 · 3/4) = √6. */
export const mahalanobisDistances = (table: TraitTable): Mahalanobis => {
  const { values, rows, columns } = table
  if (values.length !== rows * columns) throw new RangeError(`${values.length} values for ${rows} × ${columns}`)
  const whole: number[] = []
  for (let row = 0; row < rows; row++) if (!values.subarray(row * columns, (row + 1) * columns).some(Number.isNaN)) whole.push(row)
  const scales = Float64Array.from({ length: columns }, (_, column) => magnitudeOf(Float64Array.from(whole, (row) => values[row * columns + column] as number)))
  // The distance does not depend on units: divided by the size of each column, squares stay finite.
  const scaled = values.map((one, at) => one / (scales[at % columns] as number))
  const inverted = invertCovariance({ scaled, columns, whole })
  const distances = new Float64Array(rows * rows), why = new Uint8Array(rows * rows)
  const isWhole = new Set(whole)
  const none = (one: number, other: number, reason: Reason): void => {
    distances[one * rows + other] = distances[other * rows + one] = Number.NaN
    why[one * rows + other] = why[other * rows + one] = codeOf(reason)
  }
  const apart = new Float64Array(columns)
  for (let one = 0; one < rows; one++) {
    for (let other = one + 1; other < rows; other++) {
      if (typeof inverted === 'string') { none(one, other, inverted); continue }
      if (!isWhole.has(one) || !isWhole.has(other)) { none(one, other, 'no-data'); continue }
      for (let column = 0; column < columns; column++) apart[column] = (scaled[one * columns + column] as number) - (scaled[other * columns + column] as number)
      distances[one * rows + other] = distances[other * rows + one] = Math.sqrt(Math.max(0, squareOf(apart, inverted)))
    }
  }
  return { distances, n: rows, why, inverse: typeof inverted === 'string' ? null : inverted.map((one, at) => one / (scales[at % columns] as number) / (scales[Math.floor(at / columns)] as number)) }
}
const squareOf = (apart: Float64Array, inverse: Float64Array): number => {
  const m = apart.length
  let sum = 0
  for (let i = 0; i < m; i++) for (let k = 0; k < m; k++) sum += (apart[i] as number) * (inverse[i * m + k] as number) * (apart[k] as number)
  return sum
}

const invertCovariance = ({ scaled, columns, whole }: { scaled: Float64Array; columns: number; whole: readonly number[] }): Float64Array | Reason => {
  const n = whole.length
  if (columns === 0 || n < columns + 2) return 'too-few'
  const means = Float64Array.from({ length: columns }, (_, column) => whole.reduce((sum, row) => sum + (scaled[row * columns + column] as number), 0) / n)
  const covariance = new Float64Array(columns * columns)
  for (const row of whole) {
    for (let i = 0; i < columns; i++) {
      for (let k = 0; k < columns; k++) covariance[i * columns + k] = (covariance[i * columns + k] as number) + ((scaled[row * columns + i] as number) - (means[i] as number)) * ((scaled[row * columns + k] as number) - (means[k] as number)) / (n - 1)
    }
  }
  for (let i = 0; i < columns; i++) {
    const first = scaled[(whole[0] as number) * columns + i]
    if (whole.every((row) => scaled[row * columns + i] === first)) return 'constant'
  }
  return invertSymmetric(covariance, columns) ?? 'out-of-domain'
}
/** By Cholesky on the correlation form; null where a column follows from the others (what is left of it is under 1e-10 of itself). */
const invertSymmetric = (matrix: Float64Array, m: number): Float64Array | null => {
  const spread = Float64Array.from({ length: m }, (_, i) => Math.sqrt(matrix[i * m + i] as number))
  const low = new Float64Array(m * m)
  for (let i = 0; i < m; i++) {
    for (let k = 0; k <= i; k++) {
      let left = (matrix[i * m + k] as number) / (spread[i] as number) / (spread[k] as number)
      for (let j = 0; j < k; j++) left -= (low[i * m + j] as number) * (low[k * m + j] as number)
      if (i === k && !(left > 1e-10)) return null
      low[i * m + k] = i === k ? Math.sqrt(left) : left / (low[k * m + k] as number)
    }
  }
  const inverse = new Float64Array(m * m)
  for (let column = 0; column < m; column++) {
    const x = new Float64Array(m)
    for (let i = 0; i < m; i++) {
      let left = i === column ? 1 : 0
      for (let j = 0; j < i; j++) left -= (low[i * m + j] as number) * (x[j] as number)
      x[i] = left / (low[i * m + i] as number)
    }
    for (let i = m - 1; i >= 0; i--) {
      let left = x[i] as number
      for (let j = i + 1; j < m; j++) left -= (low[j * m + i] as number) * (x[j] as number)
      x[i] = left / (low[i * m + i] as number)
    }
    for (let i = 0; i < m; i++) inverse[i * m + column] = (x[i] as number) / (spread[i] as number) / (spread[column] as number)
  }
  return inverse
}
