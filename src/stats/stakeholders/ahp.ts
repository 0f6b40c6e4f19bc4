// Weights from comparisons in pairs, and how far the comparisons contradict each other. One person; groups are elsewhere.
import { Matrix, solve } from 'ml-matrix'
import { isNumber, type Value } from '../reason.ts'
import { randomIndex as listed } from './random-index.ts'

export type AhpMethod = 'eigenvector' | 'geometric-mean'
export type Ahp = {
  readonly weights: readonly Value[]
  readonly largestEigenvalue: Value; readonly consistencyIndex: Value; readonly randomIndex: Value; readonly consistencyRatio: Value
  /** ratio ≤ limit; null where there is none */
  readonly acceptable: boolean | null
  /** a_ij · w_j ÷ w_i, row-major: 1 where the answer is what the weights say */
  readonly errors: Float64Array
  /** the pair to ask about: answered so, the weights would say so */
  readonly worstPair: { readonly row: number; readonly column: number; readonly error: number; readonly answered: number; readonly implied: number } | null
  readonly missingPairs: number
}
export type AhpHow = { readonly method?: AhpMethod; readonly limit?: number; readonly randomIndex?: number }

/** a_ij > 0 says how many times more item i matters than j; a_ji = 1 ÷ a_ij, diagonal 1, NaN = not answered (then both). Row-major, n × n.
 *  Eigenvector: the principal right eigenvector, adding up to 1 (Saaty 1977, Journal of Mathematical Psychology 15, 234–281). Geometric mean:
 *  the n-th root of each row's product; with gaps the least squares of the logarithms, which is the same without them. Gaps for the
 *  eigenvector: 0 in their place and 1 + gaps of the row on the diagonal (Harker 1987, Mathematical Modelling 9, 353–360).
 *  CI = (λ − n) ÷ (n − 1), CR = CI ÷ RI, accepted up to 0.10; n ≤ 2: CR 0. λ for the geometric mean: mean of (Aw)_i ÷ w_i.
 *  Undefined: no item `too-few`; items that no chain of answers connects `not-connected`; over 15 items CR `out-of-domain`.
 *  Worked: 1 2 6 / ½ 1 3 / ⅙ ⅓ 1 → 0.6, 0.3, 0.1, λ = 3, CR = 0. */
export const ahp = (values: Float64Array, n: number, { method = 'eigenvector', limit = 0.1, randomIndex }: AhpHow = {}): Ahp => {
  needPairs(values, n)
  const index: Value = randomIndex ?? listed(n)
  const gaps = Array.from({ length: n }, (_, row) => values.subarray(row * n, (row + 1) * n).filter(Number.isNaN).length)
  const missingPairs = gaps.reduce((all, one) => all + one, 0) / 2
  const none = (why: 'too-few' | 'not-connected' | 'no-convergence'): Ahp => ({
    weights: new Array<Value>(n).fill(why), largestEigenvalue: why, consistencyIndex: why, randomIndex: index, consistencyRatio: why, acceptable: null, errors: new Float64Array(n * n).fill(Number.NaN), worstPair: null, missingPairs,
  })
  if (n === 0) return none('too-few')
  if (!isConnected(values, n)) return none('not-connected')
  const filled = values.map((one, at) => (Math.floor(at / n) === at % n ? 1 + (gaps[at % n] as number) : Number.isNaN(one) ? 0 : one))
  const weights = method === 'eigenvector' ? principal(filled, n) : geometric(values, n)
  if (weights === null) return none('no-convergence')
  const product = times(filled, weights)
  const lambda = product.reduce((all, one, at) => all + one / (weights[at] as number), 0) / n
  const consistencyIndex = n <= 2 ? 0 : clean((lambda - n) / (n - 1))
  const consistencyRatio: Value = n <= 2 ? 0 : !isNumber(index) ? index : index === 0 ? 'zero-denominator' : consistencyIndex / index
  const errors = values.map((one, at) => (one * (weights[at % n] as number)) / (weights[Math.floor(at / n)] as number))
  return {
    weights: Array.from(weights), largestEigenvalue: lambda, consistencyIndex, randomIndex: index, consistencyRatio,
    acceptable: isNumber(consistencyRatio) ? consistencyRatio <= limit : null, errors, worstPair: worstOf({ values, errors, weights, n }), missingPairs,
  }
}

/** Rounding alone makes no inconsistency. */
const clean = (index: number): number => (Math.abs(index) < 1e-14 ? 0 : index)
const needPairs = (values: Float64Array, n: number): void => {
  if (values.length !== n * n) throw new RangeError(`${values.length} values are no ${n} × ${n} comparisons`)
  for (let row = 0; row < n; row += 1) for (let column = 0; column < n; column += 1) {
    const one = values[row * n + column] as number, back = values[column * n + row] as number
    if (Number.isNaN(one) && Number.isNaN(back) && row !== column) continue
    if (!(one > 0) || !Number.isFinite(one) || Math.abs(one * back - 1) > 1e-6) throw new RangeError('a comparison is above 0 and the reverse of its counterpart')
  }
}
const isConnected = (values: Float64Array, n: number): boolean => {
  const seen = new Set([0]), waiting = [0]
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop())
    for (let to = 0; to < n; to += 1) if (!seen.has(to) && !Number.isNaN(values[here * n + to])) { seen.add(to); waiting.push(to) }
  return seen.size === n
}
const times = (matrix: Float64Array, vector: Float64Array): Float64Array => {
  const n = vector.length
  return vector.map((_, row) => { let all = 0; for (let column = 0; column < n; column += 1) all += (matrix[row * n + column] as number) * (vector[column] as number); return all })
}
/** The matrix has no negative cell, a positive diagonal and every item connected: powers of it lead to the one positive eigenvector. */
const principal = (matrix: Float64Array, n: number): Float64Array | null => {
  let weights: Float64Array = new Float64Array(n).fill(1 / n)
  for (let round = 0; round < 100_000; round += 1) {
    const next = times(matrix, weights)
    const sum = next.reduce((all, one) => all + one, 0)
    let moved = 0
    for (let at = 0; at < n; at += 1) { next[at] = (next[at] as number) / sum; moved = Math.max(moved, Math.abs((next[at] as number) / (weights[at] as number) - 1)) }
    weights = next
    if (!Number.isFinite(moved)) return null
    if (moved < 4e-16 * n) return weights
  }
  return null
}
/** Σ over answered pairs of (ln a_ij − ln w_i + ln w_j)² least: n − 1 equations, the first logarithm set to 0. */
const geometric = (values: Float64Array, n: number): Float64Array | null => {
  const size = n - 1
  const left = Matrix.zeros(size, size), right = Matrix.zeros(size, 1)
  for (let row = 1; row < n; row += 1) for (let column = 0; column < n; column += 1) {
    const one = values[row * n + column] as number
    if (row === column || Number.isNaN(one)) continue
    left.set(row - 1, row - 1, left.get(row - 1, row - 1) + 1)
    if (column > 0) left.set(row - 1, column - 1, -1)
    right.set(row - 1, 0, right.get(row - 1, 0) + Math.log(one))
  }
  const logs = size === 0 ? [0] : [0, ...solve(left, right).to1DArray()]
  const largest = Math.max(...logs)
  const raw = Float64Array.from(logs, (one) => Math.exp(one - largest))
  const sum = raw.reduce((all, one) => all + one, 0)
  const weights = raw.map((one) => one / sum)
  return weights.every((one) => Number.isFinite(one) && one > 0) ? weights : null
}
const worstOf = ({ values, errors, weights, n }: { readonly values: Float64Array; readonly errors: Float64Array; readonly weights: Float64Array; readonly n: number }): Ahp['worstPair'] => {
  let worst: Ahp['worstPair'] = null
  for (let row = 0; row < n; row += 1) for (let column = 0; column < n; column += 1) {
    const error = errors[row * n + column] as number
    // Nothing to ask about where all agree up to rounding; of equals (any circle of three) the first.
    if (row !== column && error > Math.max(1, worst?.error ?? 0) * (1 + 1e-9)) worst = { row, column, error, answered: values[row * n + column] as number, implied: (weights[row] as number) / (weights[column] as number) }
  }
  return worst
}
