// The methods that look along one indicator, or along each of a table, bound to their schemas: quantiles to normalisation.
import { z } from 'zod'
import { denominate, sizeThreshold } from '../composite/denomination.ts'
import { type Around, normalise } from '../composite/normalisation.ts'
import { type Shape, transformSkewed, treatOutliers } from '../composite/outlier-treatment.ts'
import { quantileOf, sortedOf } from '../quantile.ts'
import { ranksOf } from '../ranks.ts'
import { valuesOf } from '../reason.ts'
import { directionSchema, normalisationSchema, normalisationOf, treatmentSchema } from './composite-record.ts'
import { cell, type Entry, entry, result, row, table, toMatrix, toNumbers, toResult, toResults, WrongInput } from './entry.ts'

const index = '/evidence/indices'
const count = z.int().min(0)

/** One list, or one row per region: each column by itself. */
const columnsSchema = z.union([row, table]).describe('one indicator as a list, one value per region; or a table, one row per region, each column by itself')
type Given = z.output<typeof columnsSchema>
const isTable = (values: Given): values is (number | null)[][] => Array.isArray(values[0])
const columnsOf = (values: Given): Float64Array[] => {
  if (!isTable(values)) return [toNumbers(values as (number | null)[])]
  const whole = toMatrix(values), width = values[0]?.length ?? 0
  return Array.from({ length: width }, (_, at) => Float64Array.from({ length: values.length }, (__, region) => whole[region * width + at] as number))
}
type Cell = z.output<typeof result>
const shaped = (values: Given, columns: readonly (readonly Cell[])[]): Cell[] | Cell[][] =>
  (isTable(values) ? values.map((_, region) => columns.map((column) => column[region] as Cell)) : [...(columns[0] ?? [])])
const likeValues = z.union([z.array(result), z.array(z.array(result))])
const oneEach = <One>(name: string, given: readonly One[] | undefined, many: number): readonly (One | undefined)[] => {
  if (given !== undefined && given.length !== many) throw new WrongInput(`${name}: ${given.length} given for ${many} indicators`)
  return given ?? Array.from({ length: many }, () => undefined)
}
const shapeSchema = z.object({ skewness: result.describe('G1'), kurtosis: result.describe('G2, excess') })
const toShape = ({ skewness, kurtosis }: Shape, reason: 'too-few' | 'constant'): z.output<typeof shapeSchema> => ({ skewness: skewness ?? { reason }, kurtosis: kurtosis ?? { reason } })
const whyNoShape = (x: Float64Array): 'too-few' | 'constant' => { const seen = x.filter((one) => !Number.isNaN(one)); return seen.length >= 4 && seen.every((one) => one === seen[0]) ? 'constant' : 'too-few' }

const quantiles = entry({
  name: 'quantiles', summary: 'Quantiles of the present values by type 7', used: index,
  input: z.strictObject({ values: row, shares: z.array(z.number().min(0).max(1)).default([0, 0.25, 0.5, 0.75, 1]).describe('q, between 0 and 1') }),
  output: z.object({ quantiles: z.array(result), n: count }),
  example: { values: [1, 2, null, 3, 4], shares: [0.25, 0.5] },
  run: ({ values, shares }) => {
    const sorted = sortedOf(toNumbers(values))
    return { quantiles: toResults(valuesOf(Float64Array.from(shares, (share) => quantileOf(sorted, share)))), n: sorted.length }
  },
})
const ranks = entry({
  name: 'ranks', summary: 'Places in an order, equal values sharing the smallest or the mean place', used: index,
  input: z.strictObject({ values: row, ties: z.enum(['smallest', 'mean']).default('smallest').describe('shown ranks share the smallest, coefficients use the mean'), first: z.enum(['highest', 'lowest']).default('highest').describe('which value has rank 1') }),
  output: z.object({ ranks: z.array(result), n: count }),
  example: { values: [10, 30, 30, 20, null] },
  run: ({ values, ties, first }) => {
    const found = ranksOf(toNumbers(values), { ties, first })
    return { ranks: toResults(valuesOf(found)), n: found.filter((one) => !Number.isNaN(one)).length }
  },
})
const denomination = entry({
  name: 'denomination', summary: 'So much per so many of a denominator of the same year, so that regions of different size compare', used: 'terminal only',
  input: z.strictObject({ values: columnsSchema, denominator: row.describe('den, one per region'), factor: z.number().default(1).describe('per how many of the denominator’s unit') }),
  output: z.object({
    values: likeValues,
    columns: z.array(z.object({ correlation: result.describe('r of the raw values with the denominator'), p: result, flag: z.boolean().describe(`|r| above ${sizeThreshold}: it mostly measures size`) })),
  }),
  example: { values: [50, 120, null], denominator: [20000, 0, 5000], factor: 1000 },
  run: ({ values, denominator, factor }) => {
    const per = toNumbers(denominator), columns = columnsOf(values)
    if (columns.some((x) => x.length !== per.length)) throw new WrongInput(`denominator: ${per.length} given for ${columns[0]?.length ?? 0} regions`)
    const done = columns.map((x) => denominate({ values: x, denominator: per, factor }))
    return {
      values: shaped(values, done.map((one) => toResults(valuesOf(one.values, one.why)))),
      columns: done.map(({ withSize, followsSize }) => ({ correlation: toResult(withSize.value), p: toResult(withSize.p), flag: followsSize })),
    }
  },
})
const outlierTreatment = entry({
  name: 'outlier-treatment', summary: 'The 2 / 3.5 rule: pull in a few extremes, else transform, and list every changed cell', used: index,
  input: z.strictObject({ values: columnsSchema, ...treatmentSchema.shape, only: z.enum(['rule', 'transform']).default('rule').describe('transform: no test and no pulling in, only the transform') }),
  output: z.object({
    values: likeValues,
    columns: z.array(z.object({
      how: z.enum(['untouched', 'winsorised', 'transformed', 'untestable']), transform: z.string().nullable(), passes: z.boolean(), before: shapeSchema, after: shapeSchema,
      treated: z.array(z.object({ region: count, from: z.number(), to: z.number(), side: z.enum(['high', 'low']) })),
    })),
  }),
  example: { values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 100] },
  run: ({ values, only, ...options }) => {
    const columns = columnsOf(values)
    const done = columns.map((x) => {
      const treated = treatOutliers(x, options)
      if (only === 'rule') return treated
      const by = transformSkewed(x, { transform: options.transform, lambda: options.lambda, side: (treated.before.skewness ?? 0) >= 0 ? 'high' : 'low' })
      const after = treatOutliers(by, { ...options, winmax: 0, transform: 'none' }).before
      return { values: by, how: 'transformed' as const, cells: [], transform: options.transform, before: treated.before, after, passes: treated.passes }
    })
    return {
      values: shaped(values, done.map((one) => toResults(valuesOf(one.values)))),
      columns: done.map((one, at) => {
        const reason = whyNoShape(columns[at] as Float64Array)
        return { how: one.how, transform: one.transform, passes: one.passes, before: toShape(one.before, reason), after: toShape(one.after, reason), treated: one.cells.map(({ at: region, from, to, side }) => ({ region, from, to, side })) }
      }),
    }
  },
})
const goalposts = z.tuple([z.number(), z.number()])
const normalisation = entry({
  name: 'normalisation', summary: 'Brings indicators of different units to one scale, more being better', used: index,
  input: z.strictObject({
    values: columnsSchema, normalisation: normalisationSchema.default({ kind: 'min-max', lower: 0, upper: 100 }),
    directions: z.array(directionSchema).optional().describe('d, one per column; applied here, once'),
    goalposts: z.array(goalposts.nullable()).optional().describe('g₁ and g₂ per column, in the indicator’s own unit'),
    targets: z.array(cell).optional().describe('per column, own unit'), references: z.array(cell).optional().describe('per column, own unit: for around-reference'),
    pools: z.array(row).optional().describe('per column: all values of all years, which give minimum, maximum, mean and deviation'),
    regions: z.array(z.string()).optional(),
  }),
  output: z.object({ values: likeValues, flags: z.array(z.string().nullable()).describe('per column: constant, or the reason why there is nothing') }),
  example: { values: [10, 20, 40], normalisation: { kind: 'min-max', lower: 0, upper: 100 } },
  run: (input) => {
    const columns = columnsOf(input.values), many = columns.length
    const directions = oneEach('directions', input.directions, many), posts = oneEach('goalposts', input.goalposts, many)
    const targets = oneEach('targets', input.targets, many), references = oneEach('references', input.references, many), pools = oneEach('pools', input.pools, many)
    const how = normalisationOf(input.normalisation, input.regions ?? [])
    const done = columns.map((x, at) => {
      const direction = directions[at] ?? 1, pool = pools[at]
      const around: Around = { direction, goalposts: posts[at] ?? null, target: targets[at] ?? null, reference: references[at] ?? null, ...(pool === undefined ? {} : { pool: toNumbers(pool).map((one) => direction * one) }) }
      const found = normalise(x.map((one) => direction * one), how, around)
      // where all is refused each present value has the reason; a gap stays a gap
      return { flag: found.flag, cells: Array.from(found.values, (one, region): Cell => (Number.isFinite(one) ? one : Number.isNaN(x[region]) ? { reason: 'no-data' } : { reason: found.flag ?? 'out-of-domain' })) }
    })
    return { values: shaped(input.values, done.map(({ cells }) => cells)), flags: done.map(({ flag }) => flag) }
  },
})

export const columnEntries: readonly Entry[] = [quantiles, ranks, denomination, outlierTreatment, normalisation]
