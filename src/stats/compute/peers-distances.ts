// What the methods of peers share on the command line: a table of values, how it is treated, scaled and weighted, and the distances between its rows.
import { z } from 'zod'
import { treatmentDefaults, treatOutliers } from '../composite/outlier-treatment.ts'
import { mahalanobisDistances } from '../mahalanobis.ts'
import { codeOf, type Value } from '../reason.ts'
import { comparePair, leastWeight, type PairOfRegions, structuralDistances, type TraitMetric } from '../structural-distance.ts'
import { columnOf, type Scaled, type TraitTable, toDeviations, toUnitRange } from '../trait-scale.ts'
import { traitWeights } from '../trait-weights.ts'
import { type Result, table, toMatrix, toResult, WrongInput } from './entry.ts'

const metrics = ['structural', 'gower', 'euclidean', 'mahalanobis'] as const
export const measuring = {
  values: table,
  regions: z.array(z.string()).optional().describe('codes; ties are settled by them, ascending'),
  indicators: z.array(z.string()).optional(),
  dimensions: z.array(z.string()).optional().describe('the dimension of each variable; left out: each is its own'),
  weights: z.array(z.number().min(0)).nullable().default(null).describe('m of each variable; left out: equal per dimension, equal inside'),
  groups: z.array(z.string()).optional().describe('country of each region'),
  metric: z.enum(metrics).default('structural').describe('structural: Σ m (x − y)²; gower: Σ m |x − y|; euclidean: √(variables · Σ m (x − y)²) on z-scores; mahalanobis: on own units, without weights'),
  scale: z.enum(['min-max', 'z-score', 'none']).optional().describe('left out: min-max; z-score for euclidean, none for mahalanobis'),
  deviation: z.enum(['sample', 'population']).default('sample'),
  treat: z.boolean().default(true).describe('correct skewed variables first, by the 2 / 3.5 rule'),
  treatment: z.strictObject({
    skewness: z.number().default(treatmentDefaults.skewness), kurtosis: z.number().default(treatmentDefaults.kurtosis), winmax: z.int().min(0).default(treatmentDefaults.winmax),
    transform: z.enum(['log', 'log-plus-one', 'log-gii', 'box-cox', 'none']).default(treatmentDefaults.transform), lambda: z.number().default(treatmentDefaults.lambda),
  }).default(treatmentDefaults),
  leastWeight: z.number().min(0).max(1).default(leastWeight).describe('of the weight, over the variables both regions have; under it there is no distance'),
}
const measured = z.object(measuring)
type Measuring = Omit<z.output<typeof measured>, 'values'> & { readonly values: (number | null)[][] }

export type Measured = {
  readonly n: number; readonly columns: number; readonly distances: Float64Array; readonly why: Uint8Array
  readonly weights: Float64Array | null; readonly leftOut: number[]; readonly scaled: Float64Array
  readonly treated: { variable: number; how: string; regions: number[] }[]
  readonly pair: (one: number, other: number) => PairOfRegions
}
const treatColumns = (raw: TraitTable, treatment: Measuring['treatment']): Pick<Measured, 'treated'> & { readonly table: TraitTable } => {
  const values = raw.values.slice()
  const treated: Measured['treated'] = []
  for (let column = 0; column < raw.columns; column++) {
    const own = columnOf(raw, column)
    const done = treatOutliers(own, treatment)
    done.values.forEach((one, at) => { values[at * raw.columns + column] = one })
    if (done.how === 'winsorised' || done.how === 'transformed') treated.push({ variable: column, how: done.how, regions: done.cells.map((one) => one.at) })
  }
  return { table: { ...raw, values }, treated }
}
export const measureDistances = (input: Measuring): Measured => {
  const values = toMatrix(input.values)
  const rows = input.values.length, columns = input.values[0]?.length ?? 0
  for (const [key, list, size] of [['regions', input.regions, rows], ['groups', input.groups, rows], ['dimensions', input.dimensions, columns], ['weights', input.weights, columns], ['indicators', input.indicators, columns]] as const) {
    if (list && list.length !== size) throw new WrongInput(`${key}: ${list.length} for ${size} ${size === rows && key !== 'dimensions' && key !== 'weights' && key !== 'indicators' ? 'regions' : 'variables'}`)
  }
  const { table: raw, treated } = input.treat ? treatColumns({ values, rows, columns }, input.treatment) : { table: { values, rows, columns }, treated: [] }
  const scale = input.scale ?? (input.metric === 'euclidean' ? 'z-score' : input.metric === 'mahalanobis' ? 'none' : 'min-max')
  const scaled: Scaled = scale === 'min-max' ? toUnitRange(raw) : scale === 'z-score' ? toDeviations(raw, input.deviation) : { ...raw, left: toUnitRange(raw).left }
  const weights = traitWeights({ dimensions: input.dimensions ?? Array.from({ length: columns }, (_, at) => String(at)), stated: input.weights, left: scaled.left })
  const leftOut = scaled.left.flatMap((is, at) => (is ? [] : [at]))
  const about = { n: rows, columns, weights, leftOut, scaled: scaled.values, treated }
  if (input.metric === 'mahalanobis') {
    const { distances, why, inverse } = mahalanobisDistances(scaled)
    return { ...about, distances, why, pair: (one, other) => ({ distance: distances[one * rows + other] as number, shared: 1, contributions: mahalanobisParts({ scaled, inverse }, one, other) }) }
  }
  const metric: TraitMetric = { structural: 'squares', gower: 'gower', euclidean: 'euclid' }[input.metric] as TraitMetric
  // The reason of the weights, where they are none, is the reason of every distance.
  const compare = { table: scaled, weights: weights ?? new Float64Array(columns), metric, least: input.leastWeight }
  const { distances, why } = structuralDistances(compare)
  if (weights === null) why.forEach((code, at) => { if (code > 0) why[at] = codeOf('zero-denominator') })
  return { ...about, distances, why, pair: (one, other) => comparePair(compare, one, other) }
}
/** Parts of the square: (x − y)_j · (S⁻¹ (x − y))_j; one may be negative where traits move together. */
const mahalanobisParts = ({ scaled, inverse }: { readonly scaled: TraitTable; readonly inverse: Float64Array | null }, one: number, other: number): Float64Array => {
  const m = scaled.columns
  const apart = Float64Array.from({ length: m }, (_, at) => (scaled.values[one * m + at] as number) - (scaled.values[other * m + at] as number))
  return apart.map((own, at) => own * apart.reduce((sum, each, k) => sum + (inverse?.[at * m + k] ?? Number.NaN) * each, 0))
}
export const toRows = (values: readonly Value[], width: number): Result[][] =>
  Array.from({ length: width === 0 ? 0 : values.length / width }, (_, at) => values.slice(at * width, (at + 1) * width).map(toResult))
