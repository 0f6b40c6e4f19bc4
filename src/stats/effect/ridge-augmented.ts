// A synthetic control whose rest of misfit before the start is taken out by a ridge regression: for long outcome series, no predictors.
// The weights may turn negative: that is beyond what any mixture of regions is, so it is shown.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import type { Reason, Value } from '../reason.ts'
import { deviationOf, finiteOr, meanOf } from '../series.ts'
import { needDesign, type OneTreated, rowOf, wholeDonors } from './design.ts'
import { simplexWeights } from './simplex-weights.ts'

export type RidgeAugmented = {
  readonly reason: Reason | null
  readonly donors: readonly number[]
  readonly without: readonly number[]
  readonly plain: Float64Array
  readonly weights: Float64Array
  readonly penalty: number
  /** λ tried, error of the year left out (mean square) and its standard error */
  readonly tried: readonly { readonly penalty: number; readonly error: number; readonly deviation: number }[]
  readonly path: Float64Array
  readonly gap: Float64Array
  readonly plainGap: Float64Array
  readonly effect: Value
  readonly plainEffect: Value
}
type Options = { readonly penalty?: number; readonly steps?: number; readonly smallest?: number; readonly rule?: 'one-error' | 'least'; readonly ridge?: number }
/** donors J × years, and the region, both less the donors' mean of the year */
type Years = { readonly donors: Float64Array; readonly own: Float64Array; readonly J: number; readonly T: number }

const plainWeights = ({ donors, own, J, T }: Years, ridge: number): Float64Array => {
  const gram = new Float64Array(J * J)
  for (let i = 0; i < J; i += 1) for (let j = 0; j <= i; j += 1) {
    let sum = i === j ? ridge : 0
    for (let t = 0; t < T; t += 1) sum += ((donors[i * T + t] as number) - (own[t] as number)) * ((donors[j * T + t] as number) - (own[t] as number))
    gram[i * J + j] = sum
    gram[j * J + i] = sum
  }
  return simplexWeights(gram, J).slice()
}
/** w + (x₁ − X₀ᵀw)ᵀ(X₀ᵀX₀ + λI)⁻¹X₀ᵀ for any λ from one decomposition of X₀X₀ᵀ (the same by the push-through rule). */
const augmented = (years: Years, plain: Float64Array): { readonly top: number; readonly at: (penalty: number) => Float64Array } => {
  const { donors, own, J, T } = years
  const x = Matrix.from1DArray(J, T, Array.from(donors)), { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(x.mmul(x.transpose()), { assumeSymmetric: true })
  const rest = Array.from(own, (one, t) => { let sum = one; for (let j = 0; j < J; j += 1) sum -= (plain[j] as number) * (donors[j * T + t] as number); return sum })
  const turned = eigenvectorMatrix.transpose().mmul(x).mmul(Matrix.columnVector(rest))
  const top = realEigenvalues.reduce((most, one) => Math.max(most, one), 0)
  return {
    top,
    at: (penalty) => {
      // along a direction that no donor has there is nothing but rounding
      const shrunk = Matrix.columnVector(realEigenvalues.map((one, i) => (one > top * 1e-13 ? turned.get(i, 0) / (one + penalty) : 0)))
      const more = eigenvectorMatrix.mmul(shrunk)
      return plain.map((w, j) => w + more.get(j, 0))
    },
  }
}
const withoutYear = ({ donors, own, J, T }: Years, out: number): Years => ({
  J, T: T - 1, own: own.filter((_, t) => t !== out), donors: donors.filter((_, at) => at % T !== out),
})

/** λ from leaving one year out: the grid goes from σ₁² (largest singular value of X₀, squared) down to `smallest` (1e-8) of it in `steps`
 *  (20) steps; of all λ within one standard error of the least error the largest is taken ('one-error'), or the least itself.
 *  Undefined: under two donors or three years before ('too-few'), a gap in the own years ('no-data'), donors all alike ('constant').
 *  Source: Ben-Michael, Feller and Rothstein 2021 (J. Am. Stat. Assoc. 116, 1789–1803); [augsynth]. */
export const ridgeAugmented = (design: OneTreated, { penalty, steps = 20, smallest = 1e-8, rule = 'one-error', ridge = 1e-10 }: Options = {}): RidgeAugmented => {
  needDesign(design)
  const { panel, treated, first: T } = design, { kept, without } = wholeDonors(design), J = kept.length, empty = new Float64Array(0)
  const none = (reason: Reason): RidgeAugmented =>
    ({ reason, donors: kept, without, plain: empty, weights: empty, penalty: 0, tried: [], path: empty, gap: empty, plainGap: empty, effect: reason, plainEffect: reason })
  if (!rowOf(panel, treated).every(Number.isFinite)) return none('no-data')
  if (J < 2 || T < 3) return none('too-few')
  const means = Float64Array.from({ length: T }, (_, t) => meanOf(Float64Array.from(kept, (row) => rowOf(panel, row)[t] as number)))
  const years: Years = {
    J, T, own: rowOf(panel, treated).slice(0, T).map((one, t) => one - (means[t] as number)),
    donors: Float64Array.from(kept.flatMap((row) => Array.from(rowOf(panel, row).subarray(0, T), (one, t) => one - (means[t] as number)))),
  }
  if (![...years.donors, ...years.own].every((one) => Math.abs(one) < 1e140)) return none('out-of-domain')
  if (years.donors.every((one) => one === 0)) return none('constant')
  const plain = plainWeights(years, ridge), whole = augmented(years, plain)
  const penalties = penalty === undefined ? Array.from({ length: steps + 1 }, (_, i) => whole.top * smallest ** (i / steps)) : []
  const folds = penalty === undefined ? Array.from({ length: T }, (_, out) => { const less = withoutYear(years, out); return augmented(less, plainWeights(less, ridge)) }) : []
  const tried = penalties.map((one) => {
    const errors = Float64Array.from(folds, (fold, t) => {
      let miss = years.own[t] as number
      fold.at(one).forEach((w, j) => { miss -= w * (years.donors[j * T + t] as number) })
      return miss * miss
    })
    return { penalty: one, error: meanOf(errors), deviation: deviationOf(errors) / Math.sqrt(T) }
  })
  const least = tried.reduce<(typeof tried)[number] | undefined>((best, one) => (best === undefined || one.error < best.error ? one : best), undefined)
  const chosen = penalty ?? (least === undefined ? whole.top : rule === 'least' ? least.penalty : Math.max(...tried.filter((one) => one.error <= least.error + least.deviation).map((one) => one.penalty)))
  if (!(chosen > 0)) return none('out-of-domain')
  const weights = whole.at(chosen)
  const mixed = (by: Float64Array): Float64Array => Float64Array.from({ length: panel.columns }, (_, t) => kept.reduce((sum, row, j) => sum + (by[j] as number) * (rowOf(panel, row)[t] as number), 0))
  const path = mixed(weights), plainPath = mixed(plain), own = rowOf(panel, treated)
  const gap = own.map((one, t) => one - (path[t] as number)), plainGap = own.map((one, t) => one - (plainPath[t] as number))
  return {
    reason: null, donors: kept, without, plain, weights, penalty: chosen, tried, path, gap, plainGap,
    effect: finiteOr(meanOf(gap.subarray(T)), 'out-of-domain'), plainEffect: finiteOr(meanOf(plainGap.subarray(T)), 'out-of-domain'),
  }
}
