// Whether a region sits well in its group: nearer to its own than to the next one. Not a test of whether there are groups at all.
import { magnitudeOf } from './magnitude.ts'
import type { Value } from './reason.ts'
import { isNumber } from './reason.ts'

export type Silhouettes = {
  /** −1 … 1 for each region; 0 for the only one of its group */
  readonly each: readonly Value[]
  /** by label 0, 1, …; over those that have one */
  readonly ofGroups: readonly Value[]
  readonly mean: Value
}
/** (b − a) ÷ max(a, b): a the mean distance to the own group, b the least of the mean distances to another one.
 *  n × n distances, one label per region. One group only: `too-few`; a = b = 0: `zero-denominator`. Rousseeuw 1987 (J. Comp. Appl. Math. 20, 53–65).
 *  Worked: 0, 1, 10, 12 in two groups: the first has a 1, b 11, so 10/11. */
export const silhouettes = (from: { readonly distances: Float64Array; readonly n: number; readonly labels: ArrayLike<number> }): Silhouettes => {
  const { distances, n, labels } = from
  if (distances.length !== n * n || labels.length !== n) throw new RangeError('one label and one row of distances per region')
  const groups = n === 0 ? 0 : 1 + Array.from(labels).reduce((a, b) => Math.max(a, b), 0)
  const sizes = new Float64Array(groups)
  for (let i = 0; i < n; i++) sizes[labels[i] as number] = (sizes[labels[i] as number] as number) + 1
  const held = sizes.filter((size) => size > 0).length
  if (held < 2) return { each: Array.from({ length: n }, () => 'too-few' as const), ofGroups: Array.from(sizes, () => 'too-few' as const), mean: 'too-few' }
  const sums = new Float64Array(groups), most = magnitudeOf(distances)
  const each = Array.from({ length: n }, (_, i): Value => {
    const own = labels[i] as number
    if (sizes[own] === 1) return 0
    sums.fill(0)
    for (let k = 0; k < n; k++) if (k !== i) sums[labels[k] as number] = (sums[labels[k] as number] as number) + (distances[i * n + k] as number) / most
    const a = (sums[own] as number) / ((sizes[own] as number) - 1)
    let b = Number.POSITIVE_INFINITY
    for (let group = 0; group < groups; group++) if (group !== own && (sizes[group] as number) > 0) b = Math.min(b, (sums[group] as number) / (sizes[group] as number))
    const larger = Math.max(a, b)
    if (Number.isNaN(larger)) return 'no-data'
    return larger === 0 ? 'zero-denominator' : (b - a) / larger
  })
  const meanOf = (values: readonly Value[]): Value => {
    const numbers = values.filter(isNumber)
    return numbers.length === 0 ? 'no-data' : numbers.reduce((a, b) => a + b, 0) / numbers.length
  }
  return { each, ofGroups: Array.from({ length: groups }, (_, group) => meanOf(each.filter((_value, i) => labels[i] === group))), mean: meanOf(each) }
}
