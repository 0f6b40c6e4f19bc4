// The two directions along which opinions differ most, and the place of every person and statement on them. Groups are elsewhere.
import { randomFrom } from '../random.ts'
import type { Reason } from '../reason.ts'

export type VoteTable = { readonly values: Float64Array; readonly rows: number; readonly columns: number }
export type OpinionMap = {
  /** two components, each `columns` long; the largest loading is positive */
  readonly loadings: readonly [Float64Array, Float64Array]
  /** share of the variance on each axis */
  readonly variance: readonly [number, number]
  /** x and y of each row, one after the other */
  readonly places: Float64Array
  readonly statementPlaces: Float64Array
  readonly extremity: Float64Array
  readonly means: Float64Array
  readonly rounds: readonly [number, number]
}
export type MapHow = {
  /** statements that were moderated out or are meta: 1 */
  readonly zeroed?: Uint8Array
  readonly seed?: number
  /** where the powers begin; seeded where absent */
  readonly startFrom?: readonly [Float64Array, Float64Array]
  /** square of the angle that one more round turns a direction by, under which it is settled */
  readonly settled?: number
}

const mostRounds = 100

/** Zeroed columns are 0 for everybody. Missing votes are the column's mean, so that a centred missing vote is 0 and only votes are counted with.
 *  Power iteration on XᵀX of the centred table, up to 100 rounds, the first component taken out of the rows before the second. Place of a
 *  person: √(C ÷ n)·Σ over voted statements (vote − column mean)·loading, C all columns, n those with a value (a zeroed one has one). Place of
 *  a statement: of somebody whose only vote agrees with it. After the rules of Polis (compdemocracy.org), written anew.
 *  Undefined: under 2 statements with votes or under 3 people `too-few`; no column varies `constant`.
 *  Worked: votes (1, 1), (1, 1), (−1, −1) → first axis (0.707, 0.707), all of the variance. */
export const opinionMap = ({ values, rows, columns }: VoteTable, { zeroed, seed = 1, startFrom, settled = 1e-20 }: MapHow = {}): OpinionMap | Reason => {
  if (values.length !== rows * columns) throw new RangeError(`${values.length} votes are not ${rows} people by ${columns} statements`)
  const isZeroed = (column: number): boolean => zeroed?.[column] === 1
  const sums = new Float64Array(columns), counts = new Float64Array(columns)
  for (let row = 0, at = 0; row < rows; row += 1) for (let column = 0; column < columns; column += 1, at += 1) {
    const vote = values[at] as number
    if (!Number.isNaN(vote)) { sums[column] = (sums[column] as number) + vote; counts[column] = (counts[column] as number) + 1 }
  }
  if (rows < 3 || counts.filter((one) => one > 0).length < 2) return 'too-few'
  const means = sums.map((sum, column) => (isZeroed(column) || counts[column] === 0 ? 0 : sum / (counts[column] as number)))
  const sparse = centred({ values, rows, columns }, { means, isZeroed })
  const total = sparse.cells.reduce((all, one) => all + one * one, 0)
  if (!(total > 1e-20)) return 'constant'
  const random = randomFrom(seed)
  const start = (axis: 0 | 1): Float64Array => startFrom?.[axis] ?? Float64Array.from({ length: columns }, () => random.next() - 0.5)
  const first = powered(sparse, { start: start(0), without: null, columns, total, settled })
  const scores = times(sparse, first.vector)
  const second = powered(sparse, { start: start(1), without: { vector: first.vector, scores }, columns, total, settled })
  const loadings = [first.vector, second.vector] as const
  const places = new Float64Array(rows * 2)
  const zeros = zeroed === undefined ? 0 : zeroed.filter((one) => one === 1).length
  for (let row = 0; row < rows; row += 1) {
    const from = sparse.starts[row] as number, to = sparse.starts[row + 1] as number
    if (to === from) continue
    const stretch = Math.sqrt(columns / (to - from + zeros))
    for (let at = from; at < to; at += 1) {
      const cell = sparse.cells[at] as number, column = sparse.where[at] as number
      places[row * 2] = (places[row * 2] as number) + stretch * cell * (first.vector[column] as number)
      places[row * 2 + 1] = (places[row * 2 + 1] as number) + stretch * cell * (second.vector[column] as number)
    }
  }
  const statementPlaces = new Float64Array(columns * 2)
  for (let column = 0; column < columns; column += 1) {
    if (isZeroed(column)) continue
    const reach = Math.sqrt(columns) * (1 - (means[column] as number))
    loadings.forEach((loading, axis) => { statementPlaces[column * 2 + axis] = reach * (loading[column] as number) })
  }
  return {
    loadings, variance: [first.share, second.share], places, statementPlaces, means, rounds: [first.rounds, second.rounds],
    extremity: Float64Array.from({ length: columns }, (_, at) => Math.hypot(statementPlaces[at * 2] as number, statementPlaces[at * 2 + 1] as number)),
  }
}

/** Only what was voted, row after row, less its column's mean. */
type Sparse = { readonly cells: Float64Array; readonly where: Int32Array; readonly starts: Int32Array }
const centred = ({ values, rows, columns }: VoteTable, { means, isZeroed }: { readonly means: Float64Array; readonly isZeroed: (column: number) => boolean }): Sparse => {
  const cells = new Float64Array(values.length), where = new Int32Array(values.length), starts = new Int32Array(rows + 1)
  const open = Uint8Array.from({ length: columns }, (_, column) => (isZeroed(column) ? 0 : 1))
  let next = 0
  for (let row = 0, at = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, at += 1) {
      const vote = values[at] as number
      if (Number.isNaN(vote) || open[column] === 0) continue
      cells[next] = vote - (means[column] as number)
      where[next] = column
      next += 1
    }
    starts[row + 1] = next
  }
  return { cells: cells.slice(0, next), where: where.slice(0, next), starts }
}
const times = ({ cells, where, starts }: Sparse, vector: Float64Array): Float64Array => {
  const product = new Float64Array(starts.length - 1)
  for (let row = 0; row < product.length; row += 1) {
    let sum = 0
    for (let at = starts[row] as number, to = starts[row + 1] as number; at < to; at += 1) sum += (cells[at] as number) * (vector[where[at] as number] as number)
    product[row] = sum
  }
  return product
}
/** XᵀX·vector in one walk over the rows; with `without` = (v, s = Xv) as if X were X − s·vᵀ. */
const timesBoth = ({ cells, where, starts }: Sparse, vector: Float64Array, without: Component | null): Float64Array => {
  const product = new Float64Array(vector.length)
  const part = without === null ? 0 : dot(without.vector, vector)
  let taken = 0
  for (let row = 0; row < starts.length - 1; row += 1) {
    const from = starts[row] as number, to = starts[row + 1] as number
    let score = 0
    for (let at = from; at < to; at += 1) score += (cells[at] as number) * (vector[where[at] as number] as number)
    if (without !== null) { const own = without.scores[row] as number; score -= part * own; taken += own * score }
    for (let at = from; at < to; at += 1) { const column = where[at] as number; product[column] = (product[column] as number) + (cells[at] as number) * score }
  }
  if (without !== null) for (let at = 0; at < product.length; at += 1) product[at] = (product[at] as number) - taken * (without.vector[at] as number)
  return product
}
type Component = { readonly vector: Float64Array; readonly scores: Float64Array }
const dot = (a: Float64Array, b: Float64Array): number => { let sum = 0; for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number); return sum }

type Powered = { readonly vector: Float64Array; readonly share: number; readonly rounds: number }
/** The direction that powers of XᵀX lead to; `without` takes a component out of the rows. Nothing left to find: a vector of zeros. */
const powered = (sparse: Sparse, { start, without, columns, total, settled }: { readonly start: Float64Array; readonly without: Component | null; readonly columns: number; readonly total: number; readonly settled: number }): Powered => {
  let vector = unit(start), size = 0, rounds = 0
  while (rounds < mostRounds) {
    rounds += 1
    const next = timesBoth(sparse, vector, without)
    size = Math.sqrt(dot(next, next))
    if (size <= total * 1e-14) return { vector: new Float64Array(columns), share: 0, rounds }
    const turned = next.map((one) => one / size)
    const moved = squareBetween(turned, vector)
    vector = turned
    if (moved < settled) break
  }
  // The sign of a direction is arbitrary: the largest loading, the first of equals, points up.
  let largest = 0
  vector.forEach((one, at) => { if (Math.abs(one) > Math.abs(vector[largest] as number) * (1 + 1e-9)) largest = at })
  return { vector: (vector[largest] as number) < 0 ? vector.map((one) => -one) : vector, share: Math.min(1, size / total), rounds }
}
const squareBetween = (a: Float64Array, b: Float64Array): number => { let sum = 0; for (let at = 0; at < a.length; at += 1) { const away = (a[at] as number) - (b[at] as number); sum += away * away } return sum }
const unit = (vector: Float64Array): Float64Array => { const size = Math.sqrt(dot(vector, vector)); return size === 0 ? vector.slice() : vector.map((one) => one / size) }
