// How far are all regions together from the best one? δ adds up the distances, year by year.
// Not free of size: it is in the unit of the indicator and grows with the number of regions; the mean distance stands beside it.
import type { Value } from './reason.ts'
import { columnOf, completeRows, type Panel } from './sigma-convergence.ts'
import { finiteOr } from './series.ts'

export type DeltaConvergence = { readonly distance: readonly Value[]; readonly meanDistance: readonly Value[]; readonly used: readonly number[] }

/** Σ (max − y) per year over the regions that have every year; for an indicator where less is better (`direction` −1) Σ (y − min).
 *  Undefined without such a region ('no-data'). Worked: 1, 2, 4 → 3 + 2 + 0 = 5. Source: convergEU ○. */
export const deltaConvergence = (panel: Panel, direction: 1 | -1 = 1): DeltaConvergence => {
  const used = completeRows(panel), distance: Value[] = [], meanDistance: Value[] = []
  for (let t = 0; t < panel.columns; t += 1) {
    const column = columnOf(panel, used, t)
    const best = column.reduce((most, one) => (one * direction > most * direction ? one : most), column[0] ?? Number.NaN)
    let sum = 0
    for (const one of column) sum += Math.abs(best - one)
    distance.push(used.length === 0 ? 'no-data' : finiteOr(sum, 'out-of-domain'))
    meanDistance.push(used.length === 0 ? 'no-data' : finiteOr(sum / used.length, 'out-of-domain'))
  }
  return { distance, meanDistance, used }
}
