// An index record as JSON: the framework and the steps as schemas, with their defaults, and the way from there to what the functions take.
import { z } from 'zod'
import type { Aggregation } from '../composite/aggregation.ts'
import { indexRecord, type IndexRecord, type RecordDraft, recordProblem } from '../composite/index-record.ts'
import type { IndexData } from '../composite/index-stages.ts'
import type { Normalisation } from '../composite/normalisation.ts'
import { screeningDefaults, type Screening } from '../composite/screening.ts'
import { treatmentDefaults } from '../composite/outlier-treatment.ts'
import { table, toMatrix, WrongInput } from './entry.ts'

export const directionSchema = z.union([z.literal(1), z.literal(-1)])
const place = z.union([z.int().min(0), z.string()]).describe('a region by its place from 0, or by its name')
const deviation = z.enum(['sample', 'population'])

export const imputationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['none', 'mean', 'median', 'group-mean', 'group-median', 'row-mean']) }),
  z.strictObject({ kind: z.literal('chained').describe('one draw of chained equations: for uncertainty only'), seed: z.int().min(0).default(1), rounds: z.int().min(1).max(100).default(5) }),
])
export const treatmentSchema = z.strictObject({
  skewness: z.number().default(treatmentDefaults.skewness).describe('G1 below it passes'), kurtosis: z.number().default(treatmentDefaults.kurtosis).describe('G2 below it passes'),
  winmax: z.int().min(0).default(treatmentDefaults.winmax).describe('most points that are pulled in'),
  transform: z.enum(['log', 'log-plus-one', 'log-gii', 'box-cox', 'none']).default('log').describe('where pulling in does not suffice'),
  lambda: z.number().default(0).describe('power of box-cox; 0 is the logarithm'),
})
export const normalisationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('min-max'), lower: z.number().default(0), upper: z.number().default(100) }),
  z.strictObject({ kind: z.literal('goalposts'), scale: z.number().default(100), truncate: z.boolean().default(true) }),
  z.strictObject({ kind: z.literal('z-score'), mean: z.number().default(0).describe('μ'), spread: z.number().default(1).describe('σ'), deviation: deviation.default('sample') }),
  z.strictObject({ kind: z.literal('distance-to-best') }),
  z.strictObject({ kind: z.literal('distance-to-reference'), region: place, capped: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal('distance-to-target'), capped: z.boolean().default(true) }),
  z.strictObject({ kind: z.literal('fraction-of-best') }),
  z.strictObject({ kind: z.enum(['rank', 'percentile-rank', 'borda']) }),
  z.strictObject({ kind: z.literal('around-reference') }),
])
export const aggregationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['arithmetic', 'geometric', 'harmonic', 'median']) }),
  z.strictObject({ kind: z.literal('copeland') }),
  z.strictObject({ kind: z.literal('generalised'), power: z.number().describe('p') }),
  z.strictObject({ kind: z.literal('owa'), take: z.enum(['best', 'worst']), count: z.int().min(1).describe('j') }),
  z.strictObject({ kind: z.literal('owa-positions'), positions: z.array(z.number().min(0)).describe('weights of places, the best first') }),
  z.strictObject({ kind: z.literal('mazziotta-pareto'), measures: z.enum(['good', 'bad']).default('good') }),
])
const indicatorScreening = z.strictObject({
  leastPresent: z.number().default(screeningDefaults.indicators.leastPresent), leastNonZero: z.number().default(screeningDefaults.indicators.leastNonZero),
  leastDistinct: z.number().default(screeningDefaults.indicators.leastDistinct).describe('different values per region'),
  skewness: z.number().default(2), kurtosis: z.number().default(3.5),
})
export const screeningSchema = z.strictObject({
  leastPresent: z.number().default(screeningDefaults.leastPresent).describe('a region below this share of present values is dropped'),
  leastNonZero: z.number().default(screeningDefaults.leastNonZero).describe('share of values other than 0 among those present'),
  keep: z.array(place).default([]).describe('regions that stay whatever the shares say'), drop: z.array(place).default([]),
  indicators: indicatorScreening.prefault({}),
})
export const stepsSchema = z.strictObject({
  imputation: imputationSchema.optional(),
  screening: z.strictObject({ ...screeningSchema.shape, counts: z.enum(['observed', 'imputed']).default('observed').describe('whether a filled gap counts as present') }).optional(),
  treatment: treatmentSchema.nullable().optional().describe('null: none'),
  normalisation: normalisationSchema.optional().describe('absent: min-max up to 100, from 1 where a geometric or harmonic mean follows, else from 0'),
  weighting: z.enum(['stated', 'equal']).optional(),
  aggregation: z.union([aggregationSchema, z.array(aggregationSchema).min(1)]).optional().describe('one per level from the lowest groups upward, the last holding for all above; absent: arithmetic, geometric for the index above pillars'),
  leastShare: z.number().min(0).max(1).optional().describe('a group needs this share of what is below it; absent: 0.5'),
  leftOut: z.array(z.string()).optional().describe('indicators or groups that do not count'),
})
const weight = z.number().min(0)
const indicatorSchema = z.union([z.string(), z.strictObject({
  key: z.string(), parent: z.string().optional().describe('group of the tree; absent: the index itself'), weight: weight.optional(), direction: directionSchema.optional(),
  denominator: z.string().nullable().optional(), factor: z.number().optional(), goalposts: z.tuple([z.number(), z.number()]).nullable().optional(),
  target: z.number().nullable().optional(), reference: z.number().nullable().optional(),
})])
/** The framework without values; shared by all methods of an index. */
export const frameworkShape = {
  regions: z.array(z.string()).optional(), groups: z.array(z.string()).optional().describe('one per region, for imputation by group'),
  indicators: z.array(indicatorSchema).optional().describe('one per column: a name, or its place in the tree and all about it'),
  directions: z.array(directionSchema).optional().describe('d, one per column'), weights: z.array(weight).optional().describe('w of the indicators, one per column'),
  tree: z.array(z.strictObject({ key: z.string(), parent: z.string().nullable().default(null), weight: weight.default(1) })).optional()
    .describe('groups; the one without a parent is the index. Groups that only indicators name stand below the index'),
  steps: stepsSchema.prefault({}),
}
export const denominatorShape = { denominators: table.optional().describe('one row per region'), denominatorNames: z.array(z.string()).optional() }
export const indexShape = { values: table, ...frameworkShape, ...denominatorShape }
type Framework = z.output<z.ZodObject<typeof frameworkShape>>

export const placeOf = (at: number | string, regions: readonly string[], key: string): number => {
  const found = typeof at === 'number' ? at : regions.indexOf(at)
  if (found < 0) throw new WrongInput(`${key}: there is no region “${at}”`)
  return found
}
export const normalisationOf = (given: z.output<typeof normalisationSchema>, regions: readonly string[]): Normalisation =>
  (given.kind === 'distance-to-reference' ? { ...given, region: placeOf(given.region, regions, 'normalisation.region') } : given)
export const screeningOf = <Given extends z.output<typeof screeningSchema>>(given: Given, regions: readonly string[]): Screening & Omit<Given, 'keep' | 'drop'> =>
  ({ ...given, keep: given.keep.map((at) => placeOf(at, regions, 'screening.keep')), drop: given.drop.map((at) => placeOf(at, regions, 'screening.drop')) })
export const namesOf = (given: readonly string[] | undefined, many: number): readonly string[] => {
  if (given !== undefined && given.length !== many) throw new WrongInput(`regions: ${given.length} names for ${many} rows`)
  return given ?? Array.from({ length: many }, (_, at) => String(at))
}

export const recordOf = (given: Framework, { columns, regions }: { readonly columns: number; readonly regions: readonly string[] }): IndexRecord => {
  const named = given.indicators ?? Array.from({ length: columns }, (_, at) => String(at))
  for (const [key, list] of [['indicators', named], ['directions', given.directions], ['weights', given.weights]] as const) {
    if (list !== undefined && list.length !== columns) throw new WrongInput(`${key}: ${list.length} given for ${columns} columns`)
  }
  const root = given.tree?.find(({ parent }) => parent === null)?.key ?? 'index'
  const indicators = named.map((one, at) => {
    const own = typeof one === 'string' ? { key: one } : one
    return { ...own, parent: ('parent' in own ? own.parent : undefined) ?? root, weight: ('weight' in own ? own.weight : undefined) ?? given.weights?.[at], direction: ('direction' in own ? own.direction : undefined) ?? given.directions?.[at] }
  })
  const groups: { key: string; parent: string | null; weight: number }[] = given.tree === undefined ? [{ key: root, parent: null, weight: 1 }] : [...given.tree]
  for (const { parent } of indicators) if (!groups.some(({ key }) => key === parent)) groups.push({ key: parent, parent: root, weight: 1 })
  const { screening, normalisation, aggregation, ...rest } = given.steps
  const draft: RecordDraft = {
    indicators, groups,
    steps: {
      ...rest, screening: screening === undefined ? undefined : screeningOf(screening, regions), normalisation: normalisation === undefined ? undefined : normalisationOf(normalisation, regions),
      aggregation: aggregation === undefined ? undefined : Array.isArray(aggregation) ? aggregation : [aggregation as Aggregation],
    },
  }
  const record = indexRecord(draft), problem = recordProblem(record)
  if (problem !== null) throw new WrongInput(`tree: ${problems[problem.kind]}${problem.key === '' ? '' : ` (“${problem.key}”)`}`)
  for (const key of record.steps.leftOut) if (![...record.indicators, ...record.groups].some((one) => one.key === key)) throw new WrongInput(`steps.leftOut: there is no “${key}”`)
  return record
}
const problems: Readonly<Record<NonNullable<ReturnType<typeof recordProblem>>['kind'], string>> = {
  'no-indicators': 'there is no indicator', 'no-root': 'no group is without a parent, so there is no index', 'two-roots': 'two groups are without a parent; one is the index',
  'unknown-parent': 'stands under a group that is not there', circle: 'a group stands above itself', 'empty-group': 'a group holds nothing', 'same-key': 'a name is there twice', 'negative-weight': 'a weight is below 0 or no number',
}

export const dataOf = (given: { readonly values: readonly (readonly (number | null)[])[]; readonly groups?: readonly string[] | undefined; readonly denominators?: readonly (readonly (number | null)[])[] | undefined; readonly denominatorNames?: readonly string[] | undefined }, record: IndexRecord, regions: readonly string[]): IndexData => {
  if (given.groups !== undefined && given.groups.length !== regions.length) throw new WrongInput(`groups: ${given.groups.length} given for ${regions.length} regions`)
  if (given.denominators !== undefined && given.denominators.length !== regions.length) throw new WrongInput(`denominators: ${given.denominators.length} rows for ${regions.length} regions`)
  const width = given.denominators?.[0]?.length ?? 0
  const keys = given.denominatorNames ?? Array.from({ length: width }, (_, at) => String(at))
  if (given.denominators !== undefined && keys.length !== width) throw new WrongInput(`denominatorNames: ${keys.length} names for ${width} columns`)
  for (const { key, denominator } of record.indicators) if (denominator !== null && (given.denominators === undefined || !keys.includes(denominator))) throw new WrongInput(`indicators: “${key}” is to be divided by “${denominator}”, which is not among the denominators`)
  return {
    values: toMatrix(given.values), regions, groups: given.groups,
    denominators: given.denominators === undefined ? undefined : { keys, values: toMatrix(given.denominators) },
  }
}
