// What a leaf of a tree of weights really counts: the product of its shares among its siblings, up to the root.
import type { Value } from '../reason.ts'

export type WeightedNode = { readonly key: string; /** null: the root */ readonly parent: string | null; readonly weight: number }
export type EffectiveWeight = { readonly key: string; /** among its siblings */ readonly share: Value; /** of the whole */ readonly effective: Value }

/** share = w ÷ Σw of the siblings; effective = product of the shares from the node to the root, which counts 1. Siblings whose weights
 *  sum to 0 are 'zero-denominator', and so is all below them; effective weights of the leaves sum to 1 otherwise. Unit-free.
 *  Throws on a negative weight, an unknown parent or a circle. Source: Becker et al. (COINr).
 *  Worked: pillars 1 and 3, two equal indicators under the first, one under the second → 0.125, 0.125, 0.75. */
export const effectiveWeights = (nodes: readonly WeightedNode[]): readonly EffectiveWeight[] => {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const sums = new Map<string, number>()
  for (const { key, parent, weight } of nodes) {
    if (!(weight >= 0)) throw new Error(`effective weights: ${key} weighs ${weight}`)
    if (parent !== null) sums.set(parent, (sums.get(parent) ?? 0) + weight)
  }
  const shareOf = ({ parent, weight }: WeightedNode): Value => {
    if (parent === null) return 1
    const sum = sums.get(parent) as number
    return sum === 0 ? 'zero-denominator' : Number.isFinite(sum) ? weight / sum : 'out-of-domain'
  }
  const known = new Map<string, Value>()
  const effectiveOf = (node: WeightedNode, above: number): Value => {
    const before = known.get(node.key)
    if (before !== undefined) return before
    if (above > nodes.length) throw new Error(`effective weights: ${node.key} is above itself`)
    const own = shareOf(node)
    let found = own
    if (node.parent !== null && typeof own === 'number') {
      const parent = byKey.get(node.parent)
      if (parent === undefined) throw new Error(`effective weights: ${node.key} stands under ${node.parent}, which is not there`)
      const rest = effectiveOf(parent, above + 1)
      found = typeof rest === 'number' ? own * rest : rest
    }
    known.set(node.key, found)
    return found
  }
  return nodes.map((node) => ({ key: node.key, share: shareOf(node), effective: effectiveOf(node, 0) }))
}
