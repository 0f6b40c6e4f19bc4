// Moves labels along one axis until none touches another, as little as possible. Not about what they say.
export type Wish = { readonly id: string; readonly wanted: number; readonly size: number }
export type Bounds = { readonly low: number; readonly high: number }

type Cluster = { readonly members: Wish[]; size: number; sum: number; centre: number }

/** Centres by id. Neighbours that would overlap are stacked around the mean of what they wanted, inside the bounds
 *  as long as all fit. Worked: two labels of 10 that both want 50 stand at 45 and 55. */
export const spreadLabels = (wishes: readonly Wish[], bounds: Bounds): ReadonlyMap<string, number> => {
  const clusters: Cluster[] = []
  for (const wish of [...wishes].sort((a, b) => a.wanted - b.wanted || (a.id < b.id ? -1 : 1))) {
    let cluster = settle({ members: [wish], size: wish.size, sum: wish.wanted * wish.size, centre: 0 }, bounds)
    for (let before = clusters.at(-1); before && before.centre + before.size / 2 > cluster.centre - cluster.size / 2 + 1e-9; before = clusters.at(-1)) {
      clusters.pop()
      cluster = settle(
        { members: [...before.members, ...cluster.members], size: before.size + cluster.size, sum: before.sum + cluster.sum, centre: 0 },
        bounds,
      )
    }
    clusters.push(cluster)
  }
  const centres = new Map<string, number>()
  for (const cluster of clusters) {
    let top = cluster.centre - cluster.size / 2
    for (const member of cluster.members) {
      centres.set(member.id, top + member.size / 2)
      top += member.size
    }
  }
  return centres
}

const settle = (cluster: Cluster, { low, high }: Bounds): Cluster => {
  const wanted = cluster.sum / cluster.size
  const half = cluster.size / 2
  cluster.centre = Math.max(low + half, Math.min(high - half, wanted))
  return cluster
}
