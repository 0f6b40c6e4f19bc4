// How many assets of a kind the district has beside others, per 100,000 people. Only districts that the same source knows are compared.
import { quantileOf } from '#stats/quantile.ts'
import type { AssetKind } from '../rules.ts'

export type AssetCount = {
  readonly kind: AssetKind
  /** district → how many */
  readonly counts: Readonly<Record<string, number>>
  readonly asOf: string
  readonly source: string
  readonly sourceAddress: string
  readonly illustrative: 'yes' | 'no'
  readonly version: number
}
export type Gap = {
  readonly kind: AssetKind
  readonly own: number | null
  readonly ownRate: number | null
  /** peers whose count and people are known */
  readonly peers: number
  readonly medianRate: number | null
  /** how many more the district would have at the peers' median; below 0: so many more than that */
  readonly missing: number | null
}
const per = 100_000
/** Under three peers a median is somebody's number. */
export const leastPeers = 3

/** rate = count ÷ people × 100,000; missing = median rate of the peers × own people ÷ 100,000 − own count.
 *  Undefined without own count or people, or with under three peers: null. Worked: 2 for 300,000 people; peers 1, 2 and 3 for 100,000 each
 *  → own rate 0.667, median 2, missing 2 × 3 − 2 = 4. */
export const gapOf = ({ kind, counts }: Pick<AssetCount, 'kind' | 'counts'>, { own, peers, people }: { readonly own: string; readonly peers: readonly string[]; readonly people: ReadonlyMap<string, number> }): Gap => {
  const rate = (code: string): number | null => { const count = counts[code], size = people.get(code); return count === undefined || size === undefined || size <= 0 ? null : (count / size) * per }
  const rates = peers.filter((code) => code !== own).map(rate).filter((one) => one !== null).sort((a, b) => a - b)
  const ownRate = rate(own), size = people.get(own)
  const medianRate = rates.length < leastPeers ? null : quantileOf(rates, 0.5)
  return {
    kind, own: counts[own] ?? null, ownRate, peers: rates.length, medianRate,
    missing: ownRate === null || medianRate === null || size === undefined ? null : (medianRate * size) / per - (counts[own] as number),
  }
}
