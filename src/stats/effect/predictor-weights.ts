// Which predictors matter, V of the synthetic control: searched so that the mixture follows the treated region before the start.
// V is not one: many V give the same mixture. What counts is the loss, so that is what is searched and compared.
import { leastSquares } from '../least-squares.ts'
import { nelderMead } from '../nelder-mead.ts'
import { randomFrom } from '../random.ts'
import { simplexWeights, workspaceFor } from './simplex-weights.ts'

/** Distances of the donors from the treated region: predictors (scaled) k × J, outcome before the start P × J. */
export type Distances = { readonly predictors: Float64Array; readonly outcome: Float64Array; readonly count: number; readonly donors: number; readonly periods: number }
export type PredictorWeights = { readonly importance: Float64Array; readonly weights: Float64Array; readonly loss: number }
export type SearchOptions = { readonly ridge?: number; readonly starts?: number; readonly seed?: number; readonly most?: number }

/** Inner products of the donors' distances under V, with the ridge on the diagonal. */
const gramInto = (gram: Float64Array, { predictors, count, donors }: Distances, importance: Float64Array, ridge: number): void => {
  gram.fill(0)
  for (let k = 0; k < count; k += 1) {
    const v = importance[k] as number
    if (v <= 0) continue
    const row = k * donors
    for (let i = 0; i < donors; i += 1) {
      const left = v * (predictors[row + i] as number), at = i * donors
      for (let j = 0; j <= i; j += 1) gram[at + j] = (gram[at + j] as number) + left * (predictors[row + j] as number)
    }
  }
  for (let i = 0; i < donors; i += 1) {
    gram[i * donors + i] = (gram[i * donors + i] as number) + ridge
    for (let j = 0; j < i; j += 1) gram[j * donors + i] = gram[i * donors + j] as number
  }
}
const outcomeGram = ({ outcome, donors, periods }: Distances): Float64Array => {
  const gram = new Float64Array(donors * donors)
  for (let i = 0; i < donors; i += 1) for (let j = 0; j <= i; j += 1) {
    let sum = 0
    for (let t = 0; t < periods; t += 1) sum += (outcome[t * donors + i] as number) * (outcome[t * donors + j] as number)
    gram[i * donors + j] = sum / periods
    gram[j * donors + i] = sum / periods
  }
  return gram
}
const lossOf = (gram: Float64Array, weights: Float64Array, donors: number): number => {
  let loss = 0
  for (let i = 0; i < donors; i += 1) {
    const left = weights[i] as number
    if (left === 0) continue
    for (let j = 0; j < donors; j += 1) { const right = weights[j] as number; if (right !== 0) loss += left * right * (gram[i * donors + j] as number) }
  }
  return Math.max(0, loss)
}

/** The mixture for a given V, and its mean squared error before the start. */
export const weightsFor = (distances: Distances, importance: Float64Array, ridge = 1e-10): PredictorWeights => {
  const gram = new Float64Array(distances.donors ** 2)
  gramInto(gram, distances, importance, ridge)
  const weights = simplexWeights(gram, distances.donors).slice()
  return { importance, weights, loss: lossOf(outcomeGram(distances), weights, distances.donors) }
}

/** V = softmax(θ), θ by Nelder–Mead from equal importance, from the squared coefficients of a regression of the outcome on the predictors
 *  (as Synth starts), and from seeded random points; the best is started once more. Same seed, same bytes.
 *  Source: Abadie and Gardeazabal 2003 (American Economic Review 93, appendix B). */
export const searchPredictorWeights = (distances: Distances, options: SearchOptions = {}): PredictorWeights => {
  const { ridge = 1e-10, starts = 4, seed = 1, most = 150 * distances.count } = options
  const { count, donors } = distances, workspace = workspaceFor(donors), gram = new Float64Array(donors * donors), outcome = outcomeGram(distances), importance = new Float64Array(count)
  const spread = (theta: Float64Array): Float64Array => {
    let top = Number.NEGATIVE_INFINITY, sum = 0
    for (const one of theta) if (one > top) top = one
    for (let k = 0; k < count; k += 1) { const e = Math.exp((theta[k] as number) - top); importance[k] = e; sum += e }
    for (let k = 0; k < count; k += 1) importance[k] = (importance[k] as number) / sum
    return importance
  }
  const loss = (theta: Float64Array): number => {
    gramInto(gram, distances, spread(theta), ridge)
    return lossOf(outcome, simplexWeights(gram, donors, workspace), donors)
  }
  if (count === 1) return weightsFor(distances, Float64Array.of(1), ridge)
  const random = randomFrom(seed)
  const points = [new Float64Array(count), regressionStart(distances), ...Array.from({ length: Math.max(0, starts - 2) }, () => Float64Array.from({ length: count }, () => 8 * random.next() - 4))].slice(0, Math.max(1, starts))
  let best = nelderMead(loss, points[0] as Float64Array, { step: 1.5, tolerance: 1e-7, most })
  for (const point of points.slice(1)) { const found = nelderMead(loss, point, { step: 1.5, tolerance: 1e-7, most }); if (found.value < best.value) best = found }
  const again = nelderMead(loss, best.at, { step: 2, tolerance: 1e-9, most: most * 2 })
  return weightsFor(distances, spread(again.value < best.value ? again.at : best.at).slice(), ridge)
}

/** ln of the squared coefficients of each period's outcome on the predictors, added up; equal where there are too few donors for that. */
const regressionStart = ({ predictors, outcome, count, donors, periods }: Distances): Float64Array => {
  const width = count + 1, design = new Float64Array(donors * width), sums = new Float64Array(count)
  for (let j = 0; j < donors; j += 1) { design[j * width] = 1; for (let k = 0; k < count; k += 1) design[j * width + k + 1] = predictors[k * donors + j] as number }
  for (let t = 0; t < periods; t += 1) {
    const fit = leastSquares(design, outcome.slice(t * donors, (t + 1) * donors), width)
    if (typeof fit === 'string') return new Float64Array(count)
    for (let k = 0; k < count; k += 1) sums[k] = (sums[k] as number) + (fit.coefficients[k + 1] as number) ** 2
  }
  const top = sums.reduce((most, one) => Math.max(most, one), 0)
  return top > 0 ? sums.map((one) => Math.log(one / top + 1e-6)) : new Float64Array(count)
}
