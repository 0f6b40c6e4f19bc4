// What would our region have been without the measure? A mixture of others that moved like it before, followed on after the start.
// For one treated region, eight or more years before and ten or more donors. Not for a region unlike all mixtures: then the fit says so.
import type { Reason, Value } from '../reason.ts'
import { deviationOf, finiteOr } from '../series.ts'
import { enough, needDesign, type OneTreated, rowOf, wholeDonors } from './design.ts'
import { type Distances, searchPredictorWeights, weightsFor } from './predictor-weights.ts'

export type SyntheticOptions = {
  /** X[N × k], one row per region; without predictors the mixture follows the outcome of the fit years directly */
  readonly predictors?: Float64Array
  readonly predictorCount?: number
  /** V given, or searched */
  readonly importance?: Float64Array
  /** years whose error V minimises, from … before to; all before the start where absent */
  readonly fitFrom?: number
  readonly fitTo?: number
  readonly ridge?: number
  readonly starts?: number
  readonly seed?: number
}
export type Synthetic = {
  readonly reason: Reason | null
  readonly donors: readonly number[]
  readonly without: readonly number[]
  readonly weights: Float64Array
  readonly importance: Float64Array
  /** mean squared error of the fit years */
  readonly loss: number
  readonly path: Float64Array
  readonly gap: Float64Array
  readonly before: Value
  readonly after: Value
  /** mean squared error after ÷ before */
  readonly ratio: Value
  /** mean gap after the start: the effect */
  readonly effect: Value
  readonly balance: readonly { readonly treated: number; readonly synthetic: number; readonly donors: number }[]
  readonly flags: readonly ('few-periods' | 'few-donors')[]
}

const mixtureOf = (weights: Float64Array, of: (donor: number) => number): number => { let sum = 0; weights.forEach((w, j) => { if (w !== 0) sum += w * of(j) }); return sum }
const meanSquare = (values: Float64Array): Value => { let sum = 0; for (const one of values) sum += (one * one) / values.length; return values.length === 0 ? 'too-few' : finiteOr(sum, 'out-of-domain') }

/** Distances of the donors from the treated region: predictors ÷ their sample sd over both, outcome in its own unit. */
const distancesOf = ({ panel, treated, first }: OneTreated, donors: readonly number[], options: SyntheticOptions): Distances => {
  const { predictors, predictorCount: k = 0, fitFrom = 0, fitTo = first } = options
  const periods = fitTo - fitFrom, J = donors.length, outcome = new Float64Array(periods * J)
  const apart = (t: number, row: number): number => (panel.values[row * panel.columns + t] as number) - (panel.values[treated * panel.columns + t] as number)
  for (let t = 0; t < periods; t += 1) donors.forEach((row, j) => { outcome[t * J + j] = apart(fitFrom + t, row) })
  if (predictors === undefined || k === 0) return { predictors: outcome, outcome, count: periods, donors: J, periods }
  const scaled = new Float64Array(k * J)
  for (let p = 0; p < k; p += 1) {
    const own = predictors[treated * k + p] as number, sd = deviationOf(Float64Array.from([treated, ...donors], (row) => predictors[row * k + p] as number))
    donors.forEach((row, j) => { scaled[p * J + j] = sd > 0 ? ((predictors[row * k + p] as number) - own) / sd : 0 })
  }
  return { predictors: scaled, outcome, count: k, donors: J, periods }
}

/** min_w (x₁ − X₀w)ᵀV(x₁ − X₀w), w ≥ 0, Σw = 1, ridge 1e-10; V ≥ 0, ΣV = 1, given or searched for the least error before the start.
 *  Donors with a gap stay out. Undefined: under two donors ('too-few'), a gap in the own values ('no-data').
 *  Worked: the Basque country is 0.851 Cataluña and 0.149 Madrid. Sources: Abadie and Gardeazabal 2003; Abadie, Diamond and Hainmueller 2010. */
export const syntheticControl = (design: OneTreated, options: SyntheticOptions = {}): Synthetic => {
  needDesign(design)
  const { panel, treated, first } = design, { predictors, predictorCount: k = 0, importance, fitFrom = 0, fitTo = first, ridge = 1e-10 } = options
  if ((predictors?.length ?? 0) !== (predictors ? panel.rows * k : 0)) throw new RangeError(`predictors of ${panel.rows} regions and ${k} columns have ${panel.rows * k} cells`)
  if (importance !== undefined && (importance.length !== k || importance.some((one) => !(one >= 0)))) throw new RangeError(`the importance of ${k} predictors is ${k} numbers, none negative`)
  if (!(fitFrom >= 0 && fitFrom < fitTo && fitTo <= first)) throw new RangeError('the fit years must lie before the first treated year')
  const isPredicted = (row: number): boolean => predictors === undefined || predictors.subarray(row * k, (row + 1) * k).every(Number.isFinite)
  const whole = wholeDonors(design), donors = whole.kept.filter(isPredicted), without = [...whole.without, ...whole.kept.filter((row) => !isPredicted(row))]
  const flags = [...(first < enough.periods ? (['few-periods'] as const) : []), ...(donors.length < enough.donors ? (['few-donors'] as const) : [])]
  const none = (reason: Reason): Synthetic =>
    ({ reason, donors, without, weights: new Float64Array(0), importance: new Float64Array(0), loss: 0, path: new Float64Array(0), gap: new Float64Array(0), before: reason, after: reason, ratio: reason, effect: reason, balance: [], flags })
  if (!rowOf(panel, treated).every(Number.isFinite) || !isPredicted(treated)) return none('no-data')
  if (donors.length < 2) return none('too-few')
  const distances = distancesOf(design, donors, options)
  if (!distances.predictors.every((one) => Math.abs(one) < 1e140) || !distances.outcome.every((one) => Math.abs(one) < 1e140)) return none('out-of-domain')
  const isFree = predictors === undefined || k === 0
  const total = importance?.reduce((sum, one) => sum + one, 0) ?? 1
  if (!(total > 0)) return none('zero-denominator')
  const found = isFree ? weightsFor(distances, new Float64Array(distances.count).fill(1 / distances.count), ridge)
    : importance ? weightsFor(distances, importance.map((one) => one / total), ridge) : searchPredictorWeights(distances, options)
  const { weights } = found, own = rowOf(panel, treated)
  const path = Float64Array.from({ length: panel.columns }, (_, t) => mixtureOf(weights, (j) => panel.values[(donors[j] as number) * panel.columns + t] as number))
  const gap = own.map((one, t) => one - (path[t] as number)), before = meanSquare(gap.subarray(0, first)), after = meanSquare(gap.subarray(first))
  const ratio: Value = typeof before !== 'number' ? before : typeof after !== 'number' ? after : before === 0 ? 'zero-denominator' : finiteOr(after / before, 'zero-denominator')
  return {
    reason: null, donors, without, weights, importance: isFree ? new Float64Array(0) : found.importance, loss: found.loss, path, gap, before, after, ratio, flags,
    effect: finiteOr(mixtureOf(new Float64Array(panel.columns - first).fill(1 / (panel.columns - first)), (t) => gap[first + t] as number), 'out-of-domain'),
    balance: Array.from({ length: isFree ? 0 : k }, (_, p) => {
      const at = (row: number): number => (predictors as Float64Array)[row * k + p] as number
      return { treated: at(treated), synthetic: mixtureOf(weights, (j) => at(donors[j] as number)), donors: donors.reduce((sum, row) => sum + at(row) / donors.length, 0) }
    }),
  }
}
