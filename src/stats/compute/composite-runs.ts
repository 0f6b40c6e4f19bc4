// The index run many times, bound to its schemas: intervals of ranks, which decision matters, and Sobol indices of any model.
import { z } from 'zod'
import type { Factor } from '../composite/factors.ts'
import { rankIntervals as intervals } from '../composite/rank-intervals.ts'
import { sensitivity as sensitive } from '../composite/sensitivity.ts'
import { ishigami, mixed, sobolDesign, type SobolIndex, sobolIndices as indicesOf } from '../composite/sobol-indices.ts'
import type { Value } from '../reason.ts'
import { exampleIndex } from './composite-index.ts'
import { aggregationSchema, dataOf, imputationSchema, indexShape, namesOf, normalisationOf, normalisationSchema, recordOf } from './composite-record.ts'
import { toTable } from './composite-tables.ts'
import { type Entry, entry, result, toNumbers, toResult, WrongInput } from './entry.ts'

const index = '/evidence/indices'
const count = z.int().min(0)
const factorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('imputation'), choices: z.array(imputationSchema).min(1) }),
  z.strictObject({ kind: z.literal('winmax'), choices: z.array(count).min(1) }),
  z.strictObject({ kind: z.literal('treatment'), choices: z.array(z.enum(['treated', 'untreated'])).min(1) }),
  z.strictObject({ kind: z.literal('normalisation'), choices: z.array(normalisationSchema).min(1) }),
  z.strictObject({ kind: z.literal('weights'), levels: z.array(count).default([0, 1]).describe('0 indicators, 1 the groups above them, and so on'), spread: z.number().min(0).max(1).default(0.25) }),
  z.strictObject({ kind: z.literal('aggregation'), choices: z.array(z.union([aggregationSchema, z.array(aggregationSchema).min(1)])).min(1) }),
  z.strictObject({ kind: z.literal('leave-one-out'), of: z.enum(['indicators', 'groups']).default('indicators') }),
])
const runsShape = { factors: z.array(factorSchema).default([{ kind: 'weights', levels: [0, 1], spread: 0.25 }]).describe('what might have been decided otherwise'), seed: z.int().min(0).default(1) }
const factorsOf = (given: readonly z.output<typeof factorSchema>[], regions: readonly string[]): readonly Factor[] => given.map((factor): Factor =>
  (factor.kind === 'normalisation' ? { ...factor, choices: factor.choices.map((one) => normalisationOf(one, regions)) }
    : factor.kind === 'aggregation' ? { ...factor, choices: factor.choices.map((one) => (Array.isArray(one) ? one : [one])) } : factor))
const prepared = (input: z.output<z.ZodObject<typeof indexShape>>) => {
  const { rows, columns } = toTable(input.values), regions = namesOf(input.regions, rows), record = recordOf(input, { columns, regions })
  return { record, regions, data: dataOf(input, record, regions) }
}
const number = (one: number) => (Number.isFinite(one) ? one : { reason: 'no-data' as const })
const exampleFactors = [{ kind: 'weights' as const }, { kind: 'aggregation' as const, choices: [{ kind: 'arithmetic' as const }, { kind: 'median' as const }] }]
const exampleSteps = { steps: { aggregation: { kind: 'arithmetic' as const } } }

const rankIntervals = entry({
  name: 'rank-intervals', summary: 'How far a rank depends on decisions: the index run again with its factors turned by chance', used: index,
  input: z.strictObject({ ...indexShape, ...runsShape, runs: z.int().min(1).max(100_000).default(1000), low: z.number().min(0).max(1).default(0.05), high: z.number().min(0).max(1).default(0.95) }),
  output: z.object({
    regions: z.array(z.object({ region: z.string(), nominal: result, mean: result, median: result, low: result, high: result, runs: count })),
    steadyPairs: result.describe('share of pairs whose order never changes'), runs: count, cancelled: z.boolean(),
  }),
  example: { ...exampleIndex, ...exampleSteps, factors: exampleFactors, runs: 100, seed: 7 },
  run: ({ factors, seed, runs, low, high, ...input }) => {
    const { record, regions, data } = prepared(input)
    const found = intervals(record, data, { factors: factorsOf(factors, regions), runs, seed, low, high })
    return {
      regions: found.regions.map((one, at) => ({ region: regions[at] as string, nominal: number(one.nominal), mean: number(one.mean), median: number(one.median), low: number(one.low), high: number(one.high), runs: one.runs })),
      steadyPairs: number(found.steadyPairs), runs: found.runs, cancelled: found.cancelled,
    }
  },
})
const sobolSchema = z.object({ first: result.describe('S'), firstLow: result, firstHigh: result, total: result.describe('ST'), totalLow: result, totalHigh: result })
const toSobol = (one: SobolIndex): z.input<typeof sobolSchema> => ({ first: value(one.first), firstLow: value(one.firstLow), firstHigh: value(one.firstHigh), total: value(one.total), totalLow: value(one.totalLow), totalHigh: value(one.totalHigh) })
const value = (one: Value) => toResult(one)
const sensitivity = entry({
  name: 'sensitivity', summary: 'Which decision moves the ranks: Sobol indices of the factors of an index', used: index,
  input: z.strictObject({ ...indexShape, ...runsShape, size: z.int().min(2).max(100_000).default(100).describe('N; N·(k+2) runs'), draws: count.default(1000).describe('draws for the intervals') }),
  output: z.object({ factors: z.array(z.object({ kind: z.string(), ...sobolSchema.shape })), meanShift: result.describe('places a region moves on average'), runs: count, cancelled: z.boolean() }),
  example: { ...exampleIndex, ...exampleSteps, factors: exampleFactors, size: 32, draws: 50, seed: 7 },
  run: ({ factors, seed, size, draws, ...input }) => {
    const { record, regions, data } = prepared(input)
    const found = sensitive(record, data, { factors: factorsOf(factors, regions), size, seed, draws })
    return { factors: found.factors.map((one, at) => ({ kind: factors[at]?.kind ?? '', ...toSobol(one) })), meanShift: number(found.meanShift), runs: found.runs, cancelled: found.cancelled }
  },
})
const list = z.array(z.number())
const sobolIndices = entry({
  name: 'sobol-indices', summary: 'First-order and total effects of the inputs of any model, from its outcomes at given points', used: 'terminal only',
  input: z.strictObject({
    a: list.optional().describe('outcomes y at the rows of A'), b: list.optional().describe('outcomes at the rows of B'), ab: z.array(list).optional().describe('per factor: outcomes at A with the factor’s column from B'),
    points: z.strictObject({ size: z.int().min(1).max(1_000_000), factors: z.int().min(1).max(100) }).optional().describe('instead: the quasi-random points to evaluate a model at'),
    model: z.strictObject({ name: z.literal('ishigami'), size: z.int().min(2).max(1_000_000).default(4096) }).optional().describe('instead: a known test'),
    draws: count.default(1000), seed: z.int().min(0).default(1), deviation: z.enum(['sample', 'population']).default('population').describe('Var of y over A and B together'),
  }),
  output: z.object({ factors: z.array(sobolSchema), points: z.object({ a: z.array(list), b: z.array(list) }).nullable() }),
  example: { model: { name: 'ishigami', size: 256 }, draws: 50 },
  run: ({ a, b, ab, points, model, draws, seed, deviation }) => {
    if (points !== undefined) {
      const { factors } = points, design = sobolDesign({ ...points, seed })
      const rows = (x: Float64Array): number[][] => Array.from({ length: points.size }, (_, row) => [...x.subarray(row * factors, (row + 1) * factors)])
      return { factors: [], points: { a: rows(design.a), b: rows(design.b) } }
    }
    if (model !== undefined) {
      const design = sobolDesign({ size: model.size, factors: 3, seed })
      const at = (x: Float64Array): Float64Array => Float64Array.from({ length: model.size }, (_, row) => ishigami(x.subarray(row * 3, row * 3 + 3)))
      const outcomes = { a: at(design.a), b: at(design.b), ab: [0, 1, 2].map((factor) => Float64Array.from({ length: model.size }, (_, row) => ishigami(mixed(design, row, factor)))) }
      return { factors: indicesOf(outcomes, { draws, seed, deviation }).map(toSobol), points: null }
    }
    if (a === undefined || b === undefined || ab === undefined) throw new WrongInput('a, b, ab: the outcomes of a model; or ask for points, or for a model by name')
    if (b.length !== a.length || ab.some((one) => one.length !== a.length)) throw new WrongInput(`b, ab: as many outcomes as a has, ${a.length}`)
    return { factors: indicesOf({ a: toNumbers(a), b: toNumbers(b), ab: ab.map((one) => toNumbers(one)) }, { draws, seed, deviation }).map(toSobol), points: null }
  },
})

export const runEntries: readonly Entry[] = [rankIntervals, sensitivity, sobolIndices]
