// What a region is good and bad at within an index: its best and its worst indicators by rank. A rank says where, not why.
import type { IndexResult } from '../composite-index.ts'
import { ranksOf } from '../ranks.ts'
import { reasonAt, type Reason } from '../reason.ts'

export type RankedIndicator = {
  readonly key: string
  readonly parent: string
  readonly column: number
  /** 1 = best in the indicator's direction, equals share the smaller number */
  readonly rank: number
  readonly of: number
  /** after denomination, before imputation and treatment; NaN for a filled gap */
  readonly value: number
  readonly prepared: number
  readonly lastWithOthers: boolean
}
export type Strengths = { readonly strengths: readonly RankedIndicator[]; readonly weaknesses: readonly RankedIndicator[]; readonly all: readonly RankedIndicator[] }

/** The directed rank of every indicator among the kept regions (or among `peers` and the region itself), missing dropped; the `count` best
 *  and worst, equals in the order of the indicators. `bottomTies: 'drop'`: where the region shares the last place with others, that is no
 *  weakness of its own. A region that was screened out: its reason. Source: Becker et al. (COINr). Worked: in the test. */
export const strengthsOf = (result: IndexResult, row: number, { count, bottomTies = 'keep', peers = null }: { readonly count: number; readonly bottomTies?: 'keep' | 'drop'; readonly peers?: readonly number[] | null }): Strengths | Reason => {
  if (result.screened[row]?.kept !== true) return reasonAt(result.index.why, row) ?? 'no-data'
  const columns = result.record.indicators.length
  const rows = (peers === null ? result.regions.map((_, at) => at) : [...new Set([...peers, row])]).filter((at) => result.screened[at]?.kept === true)
  const own = rows.indexOf(row)
  const all = result.record.indicators.flatMap(({ key, parent, direction }, column): RankedIndicator[] => {
    const x = Float64Array.from(rows, (at) => direction * (result.prepared[at * columns + column] as number))
    const rank = ranksOf(x, { ties: 'smallest', first: 'highest' })[own] as number
    if (Number.isNaN(rank)) return []
    const mine = x[own] as number, there = x.filter((one) => !Number.isNaN(one))
    const lastWithOthers = there.every((one) => one >= mine) && there.filter((one) => one === mine).length > 1
    return [{ key, parent, column, rank, of: there.length, value: result.denominated[row * columns + column] as number, prepared: result.prepared[row * columns + column] as number, lastWithOthers }]
  })
  // Places are compared as shares where indicators have different numbers of regions.
  const place = ({ rank, of }: RankedIndicator): number => (of === 1 ? 0.5 : (rank - 1) / (of - 1))
  const byPlace = [...all].sort((a, b) => place(a) - place(b) || a.column - b.column)
  const weak = (bottomTies === 'drop' ? byPlace.filter(({ lastWithOthers }) => !lastWithOthers) : byPlace).toSorted((a, b) => place(b) - place(a) || a.column - b.column)
  return { strengths: byPlace.slice(0, count), weaknesses: weak.slice(0, count), all }
}
/** Ranks among some regions only, 1 = best; NaN for others and for regions without a score. */
export const ranksAmong = (scores: Float64Array, peers: readonly number[]): Float64Array => {
  const among = new Set(peers)
  return ranksOf(scores.map((one, at) => (among.has(at) ? one : Number.NaN)), { ties: 'smallest', first: 'highest' })
}
