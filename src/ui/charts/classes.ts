// Five classes of a map: limits from quantiles or given, ties never split, limits rounded before they are used,
// so that the legend is true for every tile. Not about colours.
import type { Quantity } from './quantity-words.ts'
import { toShown } from './shown.ts'

export type ValueClass = { readonly number: number; readonly from: number; readonly to: number; readonly count: number }
export type Classes = { readonly limits: readonly number[]; readonly classes: readonly ValueClass[] }
type Given = { readonly values: readonly number[]; readonly quantity: Quantity; readonly limits?: readonly number[] }

/** Type 7 on sorted values, as everywhere in the product: h = (N−1)q. */
export const quantileOf = (sorted: readonly number[], share: number): number => {
  const h = (sorted.length - 1) * share
  const below = sorted[Math.floor(h)] ?? Number.NaN
  const above = sorted[Math.ceil(h)] ?? below
  return below + (h - Math.floor(h)) * (above - below)
}

/** A limit belongs to the class above it. Quantile limits that fall together, or leave a class empty, are dropped:
 *  fewer classes, never two colours for one value. Worked: 1 1 1 1 9 → two classes, 1 and 9. */
export const toClasses = ({ values, quantity, limits }: Given): Classes => {
  const shown = values.map((value) => toShown(value, quantity)).sort((a, b) => a - b)
  if (shown.length === 0) return { limits: [], classes: [] }
  const wanted = limits ?? quantileLimits(shown, quantity)
  const used = limits ? [...limits] : withoutEmptyClasses(wanted, shown)
  const step = 10 ** -quantity.decimals
  const least = shown[0] ?? 0
  const most = shown.at(-1) ?? 0
  const edges = [Math.min(least, used[0] ?? least), ...used]
  const classes = edges.map((edge, at): ValueClass => {
    const next = edges[at + 1]
    const inside = shown.filter((value) => (at === 0 || value >= edge) && (next === undefined || value < next))
    return {
      number: numberOf(at, edges.length),
      from: at === 0 ? least : edge,
      to: next === undefined ? Math.max(most, edge) : toShown(next - step, quantity),
      count: inside.length,
    }
  })
  return { limits: used, classes }
}

/** Which of the classes a value stands in, by its number 1…5. */
export const classOf = (value: number, { limits, quantity }: { readonly limits: readonly number[]; readonly quantity: Quantity }): number => {
  const shown = toShown(value, quantity)
  return numberOf(limits.filter((limit) => shown >= limit).length, limits.length + 1)
}

/** fewer than five classes spread over the five tones: the lowest stays 1, the highest 5 */
const numberOf = (at: number, count: number): number => (count === 1 ? 3 : 1 + Math.round((at * 4) / (count - 1)))

const quantileLimits = (sorted: readonly number[], quantity: Quantity): readonly number[] => {
  const range = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0)
  const finest = 10 ** -quantity.decimals
  const step = range > 0 ? Math.max(finest, 10 ** Math.floor(Math.log10(range / 50))) : finest
  return [0.2, 0.4, 0.6, 0.8].map((share) => toShown(Math.round(quantileOf(sorted, share) / step) * step, quantity))
}

const withoutEmptyClasses = (limits: readonly number[], sorted: readonly number[]): readonly number[] => {
  const kept: number[] = []
  let start = sorted[0] ?? 0
  for (const limit of limits) {
    const hasBelow = sorted.some((value) => value >= start && value < limit)
    const hasAbove = sorted.some((value) => value >= limit)
    if (hasBelow && hasAbove) {
      kept.push(limit)
      start = limit
    }
  }
  return kept
}
