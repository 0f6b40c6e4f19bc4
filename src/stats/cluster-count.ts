// Into how many groups a tree of regions is cut: where they sit best, by the mean silhouette.
import { cutTree, type Merge } from './hierarchical-clusters.ts'
import type { Value } from './reason.ts'
import { isNumber } from './reason.ts'
import { silhouettes } from './silhouettes.ts'

export type ClusterCount = { readonly count: number | null; readonly tried: readonly { readonly count: number; readonly silhouette: Value }[] }
/** 2 … `most` groups are tried (at most n − 1); the best mean silhouette, of equals the fewest groups. Under three regions: none.
 *  Worked: 0, 1, 10, 11 → two groups. */
export const clusterCount = (from: { readonly tree: { readonly n: number; readonly merges: readonly Merge[] }; readonly distances: Float64Array; readonly most?: number }): ClusterCount => {
  const { tree, distances } = from
  const tried = []
  for (let count = 2; count <= Math.min(from.most ?? 10, tree.n - 1); count++) {
    tried.push({ count, silhouette: silhouettes({ distances, n: tree.n, labels: cutTree(tree, count) }).mean })
  }
  let best: { count: number; silhouette: number } | null = null
  for (const { count, silhouette } of tried) if (isNumber(silhouette) && (best === null || silhouette > best.silhouette)) best = { count, silhouette }
  return { count: best?.count ?? null, tried }
}
