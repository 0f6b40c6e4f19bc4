// Scores against a reference value that law or plan names: 0 at the lowest region, 1 at the reference, open above. As in the Croatian
// development index of 2013. Not a Mazziotta–Pareto index, which later editions are.
import { aggregate } from '../composite/aggregation.ts'
import { extremesOf } from '../mean-and-deviation.ts'
import { codeOf, type Reason, type Reasons } from '../reason.ts'

export type FixedReference = {
  /** per indicator, in its own unit */
  readonly references: Float64Array
  /** NaN: the lowest (directed) value of the regions */
  readonly minima: Float64Array
  readonly weights: Float64Array
  readonly directions: readonly (1 | -1)[]
  /** whether indicator scores are kept within 0…1 */
  readonly truncate: boolean
  readonly leastShare: number
  /** per region, added to the index; null: none */
  readonly corrections: Float64Array | null
}
export type ReferenceIndex = { readonly indicators: Float64Array; readonly scores: Float64Array; readonly why: Reasons; readonly flags: readonly (Reason | null)[]; readonly minima: Float64Array }

/** (x − min) ÷ (reference − min), all multiplied by the direction first (so less unemployment is more); index Σw·part ÷ Σw. Under 1: below
 *  the reference. A reference that is not above the minimum: 'out-of-domain', and the indicator does not count. Missing: the other weights
 *  are renormalised. Source: Croatian development index 2013 (crodi). Worked: min 10, reference 30, x 20 → 0.5, x 40 → 1.5. */
export const fixedReferenceIndex = ({ values, rows, columns }: { readonly values: Float64Array; readonly rows: number; readonly columns: number }, { references, minima, weights, directions, truncate, leastShare, corrections }: FixedReference): ReferenceIndex => {
  if (values.length !== rows * columns || references.length !== columns || weights.length !== columns || directions.length !== columns) throw new Error(`fixed reference index: ${values.length} values, ${rows} regions, ${columns} indicators, ${references.length} references, ${weights.length} weights`)
  const indicators = new Float64Array(values.length).fill(Number.NaN)
  const flags: (Reason | null)[] = [], used = new Float64Array(columns)
  for (let column = 0; column < columns; column += 1) {
    const d = directions[column] as number
    const x = Float64Array.from({ length: rows }, (_, row) => d * (values[row * columns + column] as number))
    const { n, min: lowest } = extremesOf(x)
    const min = Number.isNaN(minima[column]) ? lowest : d * (minima[column] as number), reference = d * (references[column] as number)
    used[column] = d * min
    const flag: Reason | null = n === 0 || Number.isNaN(reference) ? 'no-data' : reference > min ? null : 'out-of-domain'
    flags.push(flag)
    if (flag !== null) continue
    for (let row = 0; row < rows; row += 1) {
      const part = ((x[row] as number) - min) / (reference - min)
      if (Number.isFinite(part)) indicators[row * columns + column] = truncate ? Math.max(0, Math.min(1, part)) : part
    }
  }
  const { scores, why } = aggregate({ values: indicators, rows, columns }, { weights, how: { kind: 'arithmetic' }, leastShare })
  for (let row = 0; row < rows; row += 1) {
    const more = corrections?.[row] ?? 0
    scores[row] = (scores[row] as number) + (Number.isNaN(more) ? 0 : more)
    if (Number.isNaN(scores[row]) && why[row] === 0) why[row] = codeOf('no-data')
  }
  return { indicators, scores, why, flags, minima: used }
}
