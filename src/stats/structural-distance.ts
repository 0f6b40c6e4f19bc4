// How unlike two regions are in what cannot be changed soon: people, education, sectors, size of firms. Never by performance:
// a region that does well is not for that reason our like.
import { codeOf, type Reasons } from './reason.ts'
import type { Scaled } from './trait-scale.ts'

export const leastWeight = 0.7
/** squares: Σ m (x − y)² on 0…1, the structural distance itself · gower: Σ m |x − y| on 0…1 · euclid: √(columns · Σ m (x − y)²) in
 *  standard deviations, so equal weights give the plain Euclidean distance */
export const traitMetrics = ['squares', 'gower', 'euclid'] as const
export type TraitMetric = (typeof traitMetrics)[number]

export type PairOfRegions = {
  /** NaN where the two share less than `least` of the weight */
  readonly distance: number
  /** what each trait adds; NaN where one of the two has no value. They add up to the distance (euclid: to its square). */
  readonly contributions: Float64Array
  /** share of the weight over the traits that both have */
  readonly shared: number
}
type Compare = { readonly table: Scaled; readonly weights: Float64Array; readonly metric?: TraitMetric; readonly least?: number }

/** Distance and its parts for two rows. Gower's form for missing values: the average over the traits both have, m ÷ Σ m of those, which must
 *  hold at least 70 % of the weight, else there is none (`no-data`). Scaled by `toUnitRange` (squares, gower) or `toDeviations` (euclid).
 *  After Navarro et al. 2014 (S3 Working Paper 03/2014), Gower 1971 (Biometrics 27, 857–871).
 *  Worked: (0, 1) and (1, 0.5) with weights 0.5, 0.5 → 0.5·1 + 0.5·0.25 = 0.625. */
export const comparePair = ({ table, weights, metric = 'squares', least = leastWeight }: Compare, one: number, other: number): PairOfRegions => {
  const { values, columns } = table
  const contributions = new Float64Array(columns)
  let whole = 0, shared = 0, sum = 0
  for (let column = 0; column < columns; column++) {
    const weight = weights[column] as number
    whole += weight
    const between = (values[one * columns + column] as number) - (values[other * columns + column] as number)
    if (Number.isNaN(between)) { contributions[column] = Number.NaN; continue }
    shared += weight
    const part = weight * (metric === 'gower' ? Math.abs(between) : between * between)
    contributions[column] = part
    sum += part
  }
  // Weights that add up to 0.7 by hand may miss it by the last bit.
  if (!(shared > 0) || shared < least * whole - 1e-12) return { distance: Number.NaN, contributions, shared: whole > 0 ? shared / whole : 0 }
  const factor = (metric === 'euclid' ? columns : 1) / shared
  for (let column = 0; column < columns; column++) contributions[column] = (contributions[column] as number) * factor
  return { distance: metric === 'euclid' ? Math.sqrt(sum * factor) : sum * factor, contributions, shared: shared / whole }
}

/** The distance alone, for many pairs; NaN as above. */
export const distanceBetween = ({ table, weights, metric = 'squares', least = leastWeight }: Compare, one: number, other: number): number => {
  const { values, columns } = table
  let whole = 0, shared = 0, sum = 0
  for (let column = 0; column < columns; column++) {
    const weight = weights[column] as number
    whole += weight
    const between = (values[one * columns + column] as number) - (values[other * columns + column] as number)
    if (Number.isNaN(between)) continue
    shared += weight
    sum += weight * (metric === 'gower' ? Math.abs(between) : between * between)
  }
  if (!(shared > 0) || shared < least * whole - 1e-12) return Number.NaN
  return metric === 'euclid' ? Math.sqrt((sum * columns) / shared) : sum / shared
}

export type Distances = { readonly distances: Float64Array; readonly n: number; readonly why: Reasons }
/** All pairs, n × n, symmetric, 0 on the diagonal (also for a region without any value: it is like itself). */
export const structuralDistances = (from: Compare): Distances => {
  const n = from.table.rows
  const distances = new Float64Array(n * n), why = new Uint8Array(n * n)
  for (let one = 0; one < n; one++) {
    for (let other = one + 1; other < n; other++) {
      const distance = distanceBetween(from, one, other)
      distances[one * n + other] = distances[other * n + one] = distance
      if (Number.isNaN(distance)) why[one * n + other] = why[other * n + one] = codeOf('no-data')
    }
  }
  return { distances, n, why }
}
