// Which pillar holds a region back, and where the next unit of effort belongs: the reading of the penalty for bottleneck, made of our own
// pillars. „After“ REDI and GEI: our pillars are not theirs, so the scores are not theirs either.
import type { IndexResult } from '#stats/composite-index.ts'
import { bottleneckDefaults, penaltyForBottleneck } from '#stats/official/penalty-for-bottleneck.ts'
import { bottleneckEffort } from '#stats/official/bottleneck-effort.ts'
import type { Bottleneck } from '../rules.ts'

const rise = 0.1
const orNull = (value: number | undefined): number | null => (value !== undefined && Number.isFinite(value) ? value : null)

/** A region that lacks a pillar has no bottleneck: the least of what is there would be a guess. null: fewer than two pillars. */
export const bottleneckOf = (pillars: readonly string[], found: Pick<IndexResult, 'nodes' | 'regions'>): Bottleneck | null => {
  const nodes = pillars.flatMap((key) => found.nodes.find((node) => node.key === key) ?? [])
  const n = found.regions.length, q = nodes.length
  if (q < 2) return null
  const values = new Float64Array(n * q)
  nodes.forEach((node, column) => { for (let row = 0; row < n; row += 1) values[row * q + column] = node.scores[row] as number })
  const options = { ...bottleneckDefaults, subindices: nodes.map(() => 'index') }
  const penalty = penaltyForBottleneck({ values, rows: n, columns: q }, options)
  const keyAt = (column: number | undefined): string | null => nodes[column ?? -1]?.key ?? null
  return {
    pillars: nodes.map((node) => node.key),
    equalised: Array.from({ length: n }, (_, row) => Array.from({ length: q }, (__, column) => orNull(penalty.equalised[row * q + column]))),
    lowest: Array.from({ length: n }, (_, row) => (penalty.bottlenecks[row] === -1 ? null : keyAt(penalty.bottlenecks[row]))),
    penalised: Array.from({ length: n }, (_, row) => orNull(penalty.scores[row])),
    unpenalised: Array.from({ length: n }, (_, row) => orNull(penalty.unpenalised[row])),
    effort: Array.from({ length: n }, (_, row) => {
      const y = penalty.equalised.slice(row * q, (row + 1) * q)
      const plan = bottleneckEffort(y, { scale: options.scale, steepness: options.steepness, over: options.over, subindices: options.subindices, rise, unit: 0.001, ceiling: 1 })
      if (typeof plan === 'string' || plan.total === 0) return null
      return nodes.map((node, column) => ({ pillar: node.key, share: (plan.added[column] as number) / plan.total })).filter((one) => one.share > 0)
    }),
  }
}
