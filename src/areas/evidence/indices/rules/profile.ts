// One region in an index: its places, its best and its weakest indicators, and what holds it back. Read from an outcome, nothing is computed
// anew but places of single indicators.
import { ranksOf } from '#stats/ranks.ts'
import type { FrozenIndicator, Inputs } from '#areas/evidence/analyses/rules.ts'
import { type CellKind, cellKinds, type Framework, type IndexOutcome, type Intervals, leavesUnder, pillarsOf, type RankIntervalRow } from '../rules.ts'

export type IndicatorPlace = {
  readonly indicator: FrozenIndicator
  readonly pillar: string
  readonly value: number | null
  readonly kind: CellKind
  readonly place: number
  readonly of: number
}
export type NodePlace = { readonly key: string; readonly score: number | null; readonly place: number | null; readonly of: number; readonly interval: RankIntervalRow | null; /** among the chosen peers and the region itself; null: none were chosen */ readonly amongPeers: { readonly place: number; readonly of: number } | null }
export type IndexProfile = {
  readonly row: number
  readonly nodes: readonly NodePlace[]
  readonly indicators: readonly IndicatorPlace[]
  readonly strengths: readonly IndicatorPlace[]
  readonly weaknesses: readonly IndicatorPlace[]
}
const most = 3

export const intervalAt = (intervals: Intervals | null, key: string, row: number): RankIntervalRow | null => intervals?.nodes.find((node) => node.key === key)?.regions[row] ?? null
type Placed = { readonly framework: Framework; readonly outcome: IndexOutcome; readonly intervals: Intervals | null; /** rows of the chosen peers */ readonly peers?: readonly number[] }
export const nodePlaces = ({ framework, outcome, intervals, peers = [] }: Placed, row: number): readonly NodePlace[] => {
  const keys = [outcome.root, ...pillarsOf(framework).map((pillar) => pillar.key)]
  return keys.flatMap((key) => {
    const node = outcome.nodes.find((one) => one.key === key)
    return node === undefined ? [] : [{ key, score: node.scores[row] ?? null, place: node.ranks[row] ?? null, of: node.scores.filter((score) => score !== null).length, interval: intervalAt(intervals, key, row), amongPeers: placeAmong(node.scores, { row, peers }) }]
  })
}
/** Worked: scores 5, 7, 9 and the peers 1 and 2 of region 0: third of three. */
export const placeAmong = (scores: readonly (number | null)[], { row, peers }: { readonly row: number; readonly peers: readonly number[] }): NodePlace['amongPeers'] => {
  const own = scores[row] ?? null
  const others = peers.filter((peer) => peer !== row).flatMap((peer) => scores[peer] ?? [])
  return own === null || others.length === 0 ? null : { place: 1 + others.filter((score) => score > own).length, of: others.length + 1 }
}
/** Strengths are places in the better third, weaknesses in the worse third, three of each at most: an indicator in the middle is neither. */
export const profileOf = (from: Placed & { readonly inputs: Inputs }, row: number): IndexProfile => {
  const { framework, outcome, inputs } = from
  const byKey = new Map(inputs.indicators.map((one) => [one.key, one]))
  const pillarBy = new Map(pillarsOf(framework).flatMap((pillar) => leavesUnder(framework, pillar.key).map((leaf) => [leaf.indicator, pillar.key] as const)))
  const indicators = outcome.keys.flatMap((key, column): IndicatorPlace[] => {
    const indicator = byKey.get(key)
    const column28 = Float64Array.from(outcome.normalised, (cells) => cells[column] ?? Number.NaN)
    const place = ranksOf(column28, { ties: 'smallest', first: 'highest' })[row] ?? Number.NaN
    if (indicator === undefined || Number.isNaN(place)) return []
    const filled = outcome.filled.find((one) => one.indicator === key && one.region === inputs.regions[row]?.code)
    return [{ indicator, pillar: pillarBy.get(key) ?? '', value: indicator.values[row] ?? filled?.value ?? null, kind: cellKinds[outcome.cells[row]?.[column] ?? 0] ?? 'missing', place, of: column28.filter((one) => !Number.isNaN(one)).length }]
  })
  const share = (one: IndicatorPlace): number => (one.of < 2 ? 0.5 : (one.place - 1) / (one.of - 1))
  const ordered = indicators.toSorted((a, b) => share(a) - share(b))
  return {
    row, nodes: nodePlaces(from, row), indicators,
    strengths: ordered.filter((one) => share(one) <= 1 / 3).slice(0, most),
    weaknesses: ordered.filter((one) => share(one) >= 2 / 3).toReversed().slice(0, most),
  }
}
