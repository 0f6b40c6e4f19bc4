// Weights from principal components: a diagnosis of what the data alone would say. Not for a published index: what varies most is not
// what matters most.
import type { Reason } from '../reason.ts'
import { principalComponents } from './principal-components.ts'

export type PcaWeights = {
  /** loadings of the first component: may be negative, sign arbitrary (the largest is positive) */
  readonly first: Float64Array
  readonly explained: number
  /** squared loadings, scaled by explained variance, summing to 1; as the Handbook's worked case */
  readonly weights: Float64Array
  /** how many components they are from */
  readonly components: number
}

/** `first`: the first eigenvector of the standardised indicators. `weights`: over the components kept, each indicator's squared vector
 *  entry times the component's share of the explained variance; sums to 1. Under two indicators, constant: as principal components.
 *  Source: OECD/JRC Handbook 2008, step 6. Worked: two indicators with r = 0.8, one component → 0.5, 0.5. */
export const pcaWeights = (table: { readonly values: Float64Array; readonly rows: number; readonly columns: number }, { components = 'kaiser' }: { readonly components?: number | 'kaiser' } = {}): PcaWeights | Reason => {
  const found = principalComponents(table)
  if (typeof found === 'string') return found
  const { columns } = table
  const kept = Math.max(1, Math.min(columns, components === 'kaiser' ? found.dimensions : components))
  const first = Float64Array.from({ length: columns }, (_, column) => found.vectors[column * columns] as number)
  let whole = 0
  for (let component = 0; component < kept; component += 1) whole += found.eigenvalues[component] as number
  const weights = Float64Array.from({ length: columns }, (_, column) => {
    let sum = 0
    for (let component = 0; component < kept; component += 1) sum += (found.vectors[column * columns + component] as number) ** 2 * (found.eigenvalues[component] as number) / whole
    return sum
  })
  return { first, explained: found.explained[0] as number, weights, components: kept }
}
