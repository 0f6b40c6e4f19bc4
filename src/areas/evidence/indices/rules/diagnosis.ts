// Whether an index measures what its weights say: how many dimensions are in the indicators, and how much each pillar really decides. For
// looking, not for deciding: no weight is taken from it.
import type { IndexResult } from '#stats/composite-index.ts'
import { optimisedWeights } from '#stats/composite/optimised-weights.ts'
import { pcaWeights } from '#stats/composite/pca-weights.ts'
import { principalComponents } from '#stats/composite/principal-components.ts'
import type { Diagnosis } from '../rules.ts'

/** Components shown: more of them nobody reads. */
const mostComponents = 5
const shareOf = (values: ArrayLike<number>): readonly number[] => { const sum = Array.from(values).reduce((all, one) => all + one, 0); return Array.from(values, (one) => (sum === 0 ? 0 : one / sum)) }

export const diagnose = (found: IndexResult, pillars: readonly string[]): Diagnosis => {
  const rows = found.regions.length, columns = found.record.indicators.length
  const table = { values: found.normalised, rows, columns }
  const components = principalComponents(table), suggested = pcaWeights(table)
  const nodes = pillars.flatMap((key) => found.nodes.find((node) => node.key === key) ?? [])
  const values = new Float64Array(rows * nodes.length)
  nodes.forEach((node, column) => { for (let row = 0; row < rows; row += 1) values[row * nodes.length + column] = node.scores[row] as number })
  const stated = nodes.map((node) => { const share = found.weights.find((one) => one.key === node.key)?.share; return typeof share === 'number' ? share : 0 })
  const balanced = optimisedWeights({ values, rows, columns: nodes.length }, { aim: 'balance', wanted: Float64Array.from(stated), start: Float64Array.from(stated), seed: 1 })
  return {
    components: typeof components === 'string' ? null : { explained: Array.from(components.explained.subarray(0, mostComponents)), dimensions: components.dimensions },
    pcaWeights: typeof suggested === 'string' ? null : shareOf(suggested.weights).map((weight, column) => ({ key: found.record.indicators[column]?.key ?? '', weight })),
    pillars: typeof balanced === 'string' ? null : nodes.map((node, at) => ({ key: node.key, stated: stated[at] ?? 0, real: balanced.importanceBefore[at] ?? 0, balanced: balanced.weights[at] ?? 0 })),
  }
}
