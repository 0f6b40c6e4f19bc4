// What would change in an index if one value of a region, or one decision, were another. Arithmetic on the record, not a forecast.
import { runIndex } from '#stats/composite-index.ts'
import { indexRecord } from '#stats/composite/index-record.ts'
import { smallestChange, whatIf } from '#stats/composite/what-if.ts'
import type { Reason } from '#stats/reason.ts'
import type { Inputs } from '#areas/evidence/analyses/rules.ts'
import type { Framework } from '../rules.ts'
import { toComputable } from './compute.ts'

export const variants = ['asSaved', 'arithmetic', 'rank', 'untreated', 'equal'] as const
export type Variant = (typeof variants)[number]
export type WhatIfAsked = { readonly region: string; readonly indicator: string | null; readonly value: number | null; readonly variant: Variant }
export type Moved = { readonly region: string; readonly score: { readonly now: number | null; readonly after: number | null }; readonly place: { readonly now: number | null; readonly after: number | null } }
export type WhatIfFound = {
  /** the region asked about first, then the others whose place changes, most first */
  readonly moved: readonly Moved[]
  /** the value of now, where an indicator was chosen */
  readonly value: number | null
  readonly smallest: { readonly value: number; readonly goal: number } | Reason | null
}
const orNull = (value: number | undefined): number | null => (value !== undefined && Number.isFinite(value) ? value : null)
const stepsOf = (framework: Framework, variant: Variant): Framework['steps'] => {
  const { steps } = framework
  switch (variant) {
    case 'asSaved': return steps
    case 'arithmetic': return { ...steps, aggregation: [{ kind: 'arithmetic' }] }
    case 'rank': return { ...steps, normalisation: { kind: 'rank' } }
    case 'untreated': return { ...steps, treatment: null }
    case 'equal': return { ...steps, weighting: 'equal' }
  }
}

/** The smallest change is the least value of the one indicator at which the region's score reaches the median of the peers, or of all others. */
export const askWhatIf = (framework: Framework, inputs: Inputs, asked: WhatIfAsked & { /** rows; null: all others */ readonly peers: readonly number[] | null }): WhatIfFound | null => {
  const computable = toComputable(framework, inputs)
  const row = inputs.regions.findIndex((region) => region.code === asked.region)
  if (computable === null || row === -1) return null
  const { record, data, keys } = computable
  const now = runIndex(record, data)
  const column = asked.indicator === null ? -1 : keys.indexOf(asked.indicator)
  const other = asked.variant === 'asSaved' ? record : indexRecord({ indicators: record.indicators, groups: record.groups, steps: { ...stepsOf(framework, asked.variant), leftOut: record.steps.leftOut } })
  const { changed } = whatIf(now, { record: other, changes: column === -1 || asked.value === null ? [] : [{ row, column, value: asked.value }] })
  const movedAt = (at: number): Moved => ({
    region: data.regions[at] as string, score: { now: orNull(now.index.scores[at]), after: orNull(changed.index.scores[at]) }, place: { now: orNull(now.index.ranks[at]), after: orNull(changed.index.ranks[at]) },
  })
  const others = data.regions.map((_, at) => at).filter((at) => at !== row).map(movedAt).filter((one) => one.place.now !== one.place.after)
    .sort((a, b) => Math.abs((b.place.after ?? 0) - (b.place.now ?? 0)) - Math.abs((a.place.after ?? 0) - (a.place.now ?? 0)))
  const found = column === -1 ? null : smallestChange(now, { row, column, peers: asked.peers ?? data.regions.map((_, at) => at) })
  return {
    moved: [movedAt(row), ...others], value: column === -1 ? null : orNull(data.values[row * keys.length + column]),
    smallest: found === null || typeof found === 'string' ? found : { value: found.value, goal: found.goal },
  }
}
