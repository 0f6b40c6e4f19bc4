// Which people think alike, from their places on the map: many small clusters first, then two to five groups of them. Not for too few people.
import { kMeans } from './k-means.ts'

export type OpinionClusters = {
  /** group of each point, 0 … */
  readonly group: Int32Array
  readonly groups: number
  readonly baseClusters: { readonly centres: Float64Array; readonly sizes: Int32Array }
  /** every number of groups that was tried: mean silhouette over base clusters, people per group */
  readonly tried: readonly { readonly k: number; readonly silhouette: number | null; readonly sizes: readonly number[] }[]
}
const mostBase = 100, mostGroups = 5

/** Base clusters: k-means with k = 100 from the first 100 distinct points, ≤ 100 rounds. Groups: for k = 2 … min(5, 2 + ⌊base clusters ÷ 12⌋)
 *  k-means on their centres, weighted by their size, ≤ 20 rounds; the k with the highest mean silhouette over the centres, each counted once (a
 *  centre alone in its group: 0); of equals the smaller k. `points`: x and y of the people who are in. Fewer than two places: one group.
 *  After the rules of Polis, written anew. Worked: 30 people at (−1, 0), 30 at (1, 0) → two groups of 30. */
export const opinionClusters = (points: Float64Array): OpinionClusters => {
  const base = kMeans(points, { k: mostBase, mostRounds: 100 })
  const count = base.centres.length / 2
  const sizes = new Int32Array(count)
  base.member.forEach((at) => { sizes[at] = (sizes[at] as number) + 1 })
  const weights = Float64Array.from(sizes)
  const most = Math.min(mostGroups, 2 + Math.floor(count / 12), count)
  const solutions = Array.from({ length: Math.max(0, most - 1) }, (_, at) => at + 2).map((k) => {
    const { member, centres } = kMeans(base.centres, { k, mostRounds: 20, weights })
    const people = new Array<number>(centres.length / 2).fill(0)
    member.forEach((group, cluster) => { people[group] = (people[group] ?? 0) + (sizes[cluster] as number) })
    return { k, member, sizes: people, silhouette: meanSilhouette(base.centres, member, people.length) }
  })
  let best: (typeof solutions)[number] | null = null
  for (const one of solutions) if (one.silhouette !== null && one.silhouette > (best?.silhouette ?? Number.NEGATIVE_INFINITY) + 1e-12) best = one
  const chosen = best
  return {
    group: base.member.map((cluster) => chosen?.member[cluster] ?? 0), groups: chosen?.sizes.length ?? Math.min(1, count),
    baseClusters: { centres: base.centres, sizes }, tried: solutions.map(({ k, silhouette, sizes: people }) => ({ k, silhouette, sizes: people })),
  }
}

/** Mean of (b − a) ÷ max(a, b): a to the own group's other centres, b to the nearest other group's. Null with one group only. */
const meanSilhouette = (centres: Float64Array, member: Int32Array, groups: number): number | null => {
  const n = member.length
  if (groups < 2) return null
  const counts = new Int32Array(groups)
  member.forEach((at) => { counts[at] = (counts[at] as number) + 1 })
  let sum = 0
  for (let one = 0; one < n; one += 1) {
    const own = member[one] as number
    if ((counts[own] as number) < 2) continue
    const far = new Float64Array(groups)
    for (let other = 0; other < n; other += 1) {
      const at = member[other] as number
      far[at] = (far[at] as number) + Math.hypot((centres[one * 2] as number) - (centres[other * 2] as number), (centres[one * 2 + 1] as number) - (centres[other * 2 + 1] as number))
    }
    const a = (far[own] as number) / ((counts[own] as number) - 1)
    let b = Number.POSITIVE_INFINITY
    for (let at = 0; at < groups; at += 1) if (at !== own) b = Math.min(b, (far[at] as number) / (counts[at] as number))
    const larger = Math.max(a, b)
    sum += larger === 0 ? 0 : (b - a) / larger
  }
  return sum / n
}
