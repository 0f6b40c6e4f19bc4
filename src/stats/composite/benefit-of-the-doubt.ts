// Every region under its own kindest weights: how near it comes to the best under any weights all are measured by. Without bounds on the
// shares many regions reach 1.
import { codeOf, type Reasons } from '../reason.ts'
import { maximise } from './simplex.ts'

export type Doubt = {
  readonly scores: Float64Array
  readonly why: Reasons
  /** regions × indicators, row-major; and what each brings to the region's own score */
  readonly weights: Float64Array
  readonly shares: Float64Array
  /** per region, the regions that reach 1 under its weights */
  readonly peers: readonly (readonly number[])[]
}

/** max Σw_j x_ij so that Σw_j x_lj ≤ 1 for every region l, w ≥ 0, and lower_j·score ≤ w_j x_ij ≤ upper_j·score. `lower`, `upper` per
 *  indicator, shares 0…1. A region with a gap: 'no-data', and it is no measure for others; a value below 0: 'out-of-domain'.
 *  Source: Cherchye et al. 2007 (Soc. Indic. Res. 82, 111–145). Worked: (1, 0), (0, 1), (0.5, 0.25) → 1, 1, 0.75. */
export const benefitOfTheDoubt = ({ values, rows, columns }: { readonly values: Float64Array; readonly rows: number; readonly columns: number }, { lower, upper }: { readonly lower: Float64Array; readonly upper: Float64Array }): Doubt => {
  if (values.length !== rows * columns || lower.length !== columns || upper.length !== columns) throw new Error(`benefit of the doubt: ${values.length} values, ${rows} regions, ${columns} indicators, ${lower.length} and ${upper.length} bounds`)
  if (lower.some((one, at) => !(one >= 0 && one <= (upper[at] as number)))) throw new Error('benefit of the doubt: a lower bound below 0 or above its upper bound')
  const scores = new Float64Array(rows).fill(Number.NaN), why = new Uint8Array(rows)
  const weights = new Float64Array(values.length).fill(Number.NaN), shares = weights.slice()
  const rowOf = (row: number): Float64Array => values.subarray(row * columns, (row + 1) * columns)
  const measured: number[] = []
  const largest = new Float64Array(columns)
  for (let row = 0; row < rows; row += 1) {
    const x = rowOf(row)
    if (columns === 0 || x.some(Number.isNaN)) why[row] = codeOf('no-data')
    else if (x.some((one) => one < 0)) why[row] = codeOf('out-of-domain')
    else { measured.push(row); x.forEach((one, column) => { largest[column] = Math.max(largest[column] as number, one) }) }
  }
  const bounded = Array.from({ length: columns }, (_, column) => column).filter((column) => (lower[column] as number) > 0 || (upper[column] as number) < 1)
  const unit = largest.map((one) => one || 1)
  const common = new Float64Array(measured.length * columns)
  measured.forEach((row, at) => { rowOf(row).forEach((one, column) => { common[at * columns + column] = one / (unit[column] as number) }) })
  const peers = Array.from({ length: rows }, (): number[] => [])
  measured.forEach((row, at) => {
    const x = common.subarray(at * columns, (at + 1) * columns)
    const limits = measured.length + 2 * bounded.length
    const a = new Float64Array(limits * columns), b = new Float64Array(limits)
    a.set(common)
    b.fill(1, 0, measured.length)
    bounded.forEach((column, k) => {
      const high = (measured.length + 2 * k) * columns, low = high + columns
      for (let j = 0; j < columns; j += 1) {
        const own = j === column ? (x[j] as number) : 0
        a[high + j] = own - (upper[column] as number) * (x[j] as number)
        a[low + j] = (lower[column] as number) * (x[j] as number) - own
      }
    })
    const found = maximise({ limits, unknowns: columns, a, b, c: x.slice() })
    if (found === null) { why[row] = codeOf('no-convergence'); return }
    const score = Math.min(1, found.value)
    scores[row] = score
    for (let j = 0; j < columns; j += 1) {
      weights[row * columns + j] = (found.x[j] as number) / (unit[j] as number)
      shares[row * columns + j] = score === 0 ? 0 : (found.x[j] as number) * (x[j] as number) / found.value
    }
    measured.forEach((other, l) => {
      let sum = 0
      for (let j = 0; j < columns; j += 1) sum += (found.x[j] as number) * (common[l * columns + j] as number)
      if (sum > 1 - 1e-9 && score > 0) (peers[row] as number[]).push(other)
    })
  })
  return { scores, why, weights, shares, peers }
}
