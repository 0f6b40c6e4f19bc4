// Weights and means bound to their schemas: what counts how much, and one score from many.
import { z } from 'zod'
import { aggregate } from '../composite/aggregation.ts'
import { benefitOfTheDoubt as doubtOf } from '../composite/benefit-of-the-doubt.ts'
import { copeland as copelandOf } from '../composite/copeland.ts'
import { effectiveWeights as effectiveOf } from '../composite/effective-weights.ts'
import { adjustedMazziottaPareto as adjusted, mazziottaPareto as pareto } from '../composite/mazziotta-pareto.ts'
import { optimisedWeights as optimised } from '../composite/optimised-weights.ts'
import { pcaWeights as fromComponents } from '../composite/pca-weights.ts'
import { ranksOf } from '../ranks.ts'
import { valuesOf } from '../reason.ts'
import { aggregationSchema, directionSchema } from './composite-record.ts'
import { ofMany, resultTable, rowsOf, toTable } from './composite-tables.ts'
import { cell, type Entry, entry, result, table, toNumbers, toResult, toResults, WrongInput } from './entry.ts'

const index = '/evidence/indices'
const count = z.int().min(0)
const weight = z.number().min(0)
const reason = z.object({ reason: z.string() })
const weightsSchema = z.array(weight).optional().describe('w, one per column; absent: equal')
const weightsOf = (given: readonly number[] | undefined, columns: number): Float64Array => {
  ofMany('weights', given, columns, 'columns')
  return given === undefined ? new Float64Array(columns).fill(1) : Float64Array.from(given)
}
const shown = (scores: Float64Array) => toResults(valuesOf(ranksOf(scores, { ties: 'smallest', first: 'highest' })))

const effectiveWeights = entry({
  name: 'effective-weights', summary: 'What an indicator really counts in a tree of weights', used: index,
  input: z.strictObject({ tree: z.array(z.strictObject({ key: z.string(), parent: z.string().nullable().default(null), weight: weight.default(1) })).min(1).describe('all nodes, leaves too; the root has no parent') }),
  output: z.object({ weights: z.array(z.object({ key: z.string(), share: result.describe('among its siblings'), effective: result.describe('of the whole') })) }),
  example: { tree: [{ key: 'index' }, { key: 'a', parent: 'index', weight: 1 }, { key: 'b', parent: 'index', weight: 3 }, { key: 'a1', parent: 'a' }, { key: 'a2', parent: 'a' }, { key: 'b1', parent: 'b' }] },
  run: ({ tree }) => {
    const keys = new Set(tree.map(({ key }) => key))
    if (keys.size !== tree.length) throw new WrongInput('tree: a key is there twice')
    for (const { key, parent } of tree) {
      if (parent !== null && !keys.has(parent)) throw new WrongInput(`tree: “${key}” stands under “${parent}”, which is not there`)
      let at = parent
      for (let step = 0; at !== null; step += 1) { if (step > tree.length) throw new WrongInput(`tree: “${key}” stands under itself`); at = tree.find((one) => one.key === at)?.parent ?? null }
    }
    return { weights: effectiveOf(tree).map(({ key, share, effective }) => ({ key, share: toResult(share), effective: toResult(effective) })) }
  },
})
const pcaWeights = entry({
  name: 'pca-weights', summary: 'Weights that principal components suggest; a diagnosis, not a decision', used: index,
  input: z.strictObject({ values: table, components: z.union([z.literal('kaiser'), z.int().min(1)]).default('kaiser').describe('how many components; kaiser: those with an eigenvalue above 1') }),
  output: z.union([reason, z.object({ first: z.array(result).describe('first eigenvector; sign arbitrary'), explained: result.describe('by the first component'), weights: z.array(result).describe('squared loadings, scaled by explained variance'), components: count })]),
  example: { values: [[1, 2], [2, 1], [3, 4], [4, 3], [5, 5]] },
  run: ({ values, components }) => {
    const found = fromComponents(toTable(values), { components })
    return typeof found === 'string' ? { reason: found } : { first: toResults(valuesOf(found.first)), explained: found.explained, weights: toResults(valuesOf(found.weights)), components: found.components }
  },
})
const optimisedWeights = entry({
  name: 'optimised-weights', summary: 'Weights under which the real importance of components equals the wanted one, all positive', used: index,
  input: z.strictObject({
    values: table.describe('normalised, directed: regions × components'), aim: z.enum(['balance', 'infomax']).default('balance'), wanted: z.array(weight).optional().describe('wanted importance; absent: equal'),
    weights: weightsSchema.describe('weights now; absent: equal'), starts: z.int().min(1).max(100).default(4), seed: z.int().min(0).default(1),
  }),
  output: z.union([reason, z.object({
    weights: z.array(result), before: z.array(result).describe('r of each component with the index'), after: z.array(result), importanceBefore: z.array(result).describe('r/Σr'), importanceAfter: z.array(result),
    aimBefore: result, aimAfter: result, negative: z.array(count).describe('components whose r stays negative'),
  })]),
  example: { values: [[1, 2], [2, 6], [3, 4], [4, 1], [5, 9]], aim: 'balance' },
  run: ({ values, aim, wanted, weights, starts, seed }) => {
    const given = toTable(values)
    ofMany('wanted', wanted, given.columns, 'components')
    const found = optimised(given, { aim, wanted: wanted === undefined ? null : Float64Array.from(wanted), start: weights === undefined ? null : weightsOf(weights, given.columns), starts, seed })
    if (typeof found === 'string') return { reason: found }
    const list = (x: Float64Array) => toResults(valuesOf(x))
    return { weights: list(found.weights), before: list(found.before), after: list(found.after), importanceBefore: list(found.importanceBefore), importanceAfter: list(found.importanceAfter), aimBefore: found.aimBefore, aimAfter: found.aimAfter, negative: [...found.negative] }
  },
})
const bound = z.union([z.number().min(0).max(1), z.array(z.number().min(0).max(1))])
const benefitOfTheDoubt = entry({
  name: 'benefit-of-the-doubt', summary: 'Every region under its own kindest weights, within bounds on the share of each indicator', used: 'terminal only',
  input: z.strictObject({ values: table, lower: bound.default(0).describe('L: least share of the score, one or one per indicator'), upper: bound.default(1).describe('U: greatest share') }),
  output: z.object({ scores: z.array(result), weights: resultTable, shares: resultTable.describe('of the own score'), peers: z.array(z.array(count)).describe('regions that reach 1 under these weights') }),
  example: { values: [[1, 0], [0, 1], [0.5, 0.25]] },
  run: ({ values, lower, upper }) => {
    const given = toTable(values)
    const bounds = (key: string, one: number | number[]): Float64Array => { if (Array.isArray(one)) ofMany(key, one, given.columns, 'indicators'); return Array.isArray(one) ? Float64Array.from(one) : new Float64Array(given.columns).fill(one) }
    const low = bounds('lower', lower), high = bounds('upper', upper)
    low.forEach((one, at) => { if (one > (high[at] as number)) throw new WrongInput(`lower: ${one} is above the upper bound ${high[at]} of indicator ${at}`) })
    const found = doubtOf(given, { lower: low, upper: high })
    return { scores: toResults(valuesOf(found.scores, found.why)), weights: rowsOf(found.weights, given.columns), shares: rowsOf(found.shares, given.columns), peers: found.peers.map((one) => [...one]) }
  },
})
const scored = z.object({ scores: z.array(result), ranks: z.array(result) })
const aggregation = entry({
  name: 'aggregation', summary: 'One score from many values of a region, by how far a weakness may be offset', used: index,
  input: z.strictObject({ values: table.describe('z, normalised: regions × indicators'), weights: weightsSchema, aggregation: aggregationSchema.default({ kind: 'arithmetic' }), leastShare: z.number().min(0).max(1).default(0).describe('a region needs this share of its values') }),
  output: scored,
  example: { values: [[2, 8], [5, 5], [9, null]], weights: [1, 1], aggregation: { kind: 'geometric' } },
  run: ({ values, weights, aggregation: how, leastShare }) => {
    const given = toTable(values), w = weightsOf(weights, given.columns)
    const { scores, why } = how.kind === 'copeland' ? copelandOf(given, w) : aggregate(given, { weights: w, how, leastShare })
    return { scores: toResults(valuesOf(scores, why)), ranks: shown(scores) }
  },
})
const copeland = entry({
  name: 'copeland', summary: 'Who beats whom on more weight of indicators: wins minus losses', used: index,
  input: z.strictObject({ values: table, weights: weightsSchema }),
  output: z.object({ ...scored.shape, dominance: result.describe('share of pairs with c = 1 or 0'), outranking: resultTable.describe('c, region × region') }),
  example: { values: [[3, 1], [2, 2], [1, 3]], weights: [2, 1] },
  run: ({ values, weights }) => {
    const given = toTable(values), found = copelandOf(given, weightsOf(weights, given.columns))
    return { scores: toResults(valuesOf(found.scores, found.why)), ranks: shown(found.scores), dominance: toResult(Number.isNaN(found.dominance) ? 'not-connected' : found.dominance), outranking: rowsOf(found.outranking, given.rows).map((cells, at) => cells.map((one, other) => (typeof one === 'number' ? one : { reason: at === other ? 'no-data' as const : 'not-connected' as const }))) }
  },
})
const paretoShape = { directions: z.array(directionSchema).optional().describe('d'), measures: z.enum(['good', 'bad']).default('good').describe('bad: the penalty is added'), leastShare: z.number().min(0).max(1).default(0) }
const yearOutput = { normalised: resultTable.describe('z'), means: z.array(result).describe('M'), spreads: z.array(result).describe('S'), scores: z.array(result), ranks: z.array(result) }
const paretoOutput = { ...yearOutput, flags: z.array(z.string().nullable()) }
const directionsOf = (given: readonly (1 | -1)[] | undefined, columns: number): readonly (1 | -1)[] => { ofMany('directions', given, columns, 'indicators'); return given ?? Array.from({ length: columns }, () => 1 as const) }
const mazziottaPareto = entry({
  name: 'mazziotta-pareto', summary: 'A mean around 100 that punishes unbalanced profiles', used: index,
  input: z.strictObject({ values: table, ...paretoShape, deviation: z.enum(['sample', 'population']).default('population') }), output: z.object(paretoOutput),
  example: { values: [[1, 4], [3, 2]] },
  run: ({ values, directions, measures, leastShare, deviation }) => {
    const given = toTable(values), found = pareto(given, { directions: directionsOf(directions, given.columns), measures, leastShare, deviation })
    return { normalised: rowsOf(found.normalised, given.columns), means: toResults(valuesOf(found.means)), spreads: toResults(valuesOf(found.spreads)), scores: toResults(valuesOf(found.scores, found.why)), ranks: shown(found.scores), flags: [...found.flags] }
  },
})
const adjustedMazziottaPareto = entry({
  name: 'adjusted-mazziotta-pareto', summary: 'The same around a reference that gets 100, comparable over years', used: 'terminal only',
  input: z.strictObject({
    values: z.array(table).min(1).describe('one table per year, oldest first, same regions and indicators'), ...paretoShape,
    references: z.array(cell).optional().describe('Ref per indicator, own unit; absent or null: the mean of the first year'), bounds: z.array(z.tuple([z.number(), z.number()]).nullable()).optional().describe('Inf and Sup per indicator; absent: over all regions and years'),
  }),
  output: z.object({ years: z.array(z.object(yearOutput)), flags: paretoOutput.flags, references: z.array(result) }),
  example: { values: [[[0, 5], [20, 1]], [[15, 4], [10, 2]]], references: [10, 3] },
  run: ({ values, directions, measures, leastShare, references, bounds }) => {
    const tables = values.map(toTable), first = tables[0] as (typeof tables)[0], { rows, columns } = first
    if (tables.some((one) => one.rows !== rows || one.columns !== columns)) throw new WrongInput('values: the tables of the years differ in size')
    ofMany('references', references, columns, 'indicators')
    ofMany('bounds', bounds, columns, 'indicators')
    const whole = Float64Array.from(tables.flatMap((one) => [...one.values]))
    const found = adjusted({ values: whole, years: tables.length, rows, columns }, { directions: directionsOf(directions, columns), measures, leastShare, references: references === undefined ? new Float64Array(columns).fill(Number.NaN) : toNumbers(references), ...(bounds === undefined ? {} : { bounds }) })
    const year = (at: number) => {
      const part = (x: Float64Array): Float64Array => x.slice(at * rows, (at + 1) * rows)
      return { normalised: rowsOf(found.normalised.slice(at * rows * columns, (at + 1) * rows * columns), columns), means: toResults(valuesOf(part(found.means))), spreads: toResults(valuesOf(part(found.spreads))), scores: toResults(valuesOf(part(found.scores), found.why.slice(at * rows, (at + 1) * rows))), ranks: shown(part(found.scores)) }
    }
    return { years: tables.map((_, at) => year(at)), flags: [...found.flags], references: toResults(valuesOf(found.references)) }
  },
})

export const meanEntries: readonly Entry[] = [effectiveWeights, pcaWeights, optimisedWeights, benefitOfTheDoubt, aggregation, copeland, mazziottaPareto, adjustedMazziottaPareto]
