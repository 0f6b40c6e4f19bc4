// Methods on a table of regions × indicators before it is an index, bound to their schemas: screening, imputation, checks of coherence.
import { z } from 'zod'
import { correlations as correlationsOf, flagDefaults } from '../composite/correlations.ts'
import { cronbachAlpha as alphaOf } from '../composite/cronbach-alpha.ts'
import { impute } from '../composite/imputation.ts'
import { imputePanel } from '../composite/panel-imputation.ts'
import { principalComponents as componentsOf } from '../composite/principal-components.ts'
import { type Columns, followsSize, screenIndicators, screenRegions } from '../composite/screening.ts'
import { valuesOf } from '../reason.ts'
import { directionSchema, imputationSchema, namesOf, screeningOf, screeningSchema } from './composite-record.ts'
import { type Entry, entry, type Result, result, table, toMatrix, toResult, toResults, WrongInput } from './entry.ts'

const index = '/evidence/indices'
const count = z.int().min(0)
type Rows = readonly (readonly (number | null)[])[]
export const toTable = (rows: Rows): { readonly values: Float64Array; readonly rows: number; readonly columns: number } => ({ values: toMatrix(rows), rows: rows.length, columns: rows[0]?.length ?? 0 })
export const turned = ({ values, rows, columns }: ReturnType<typeof toTable>): Columns =>
  ({ values: Float64Array.from({ length: rows * columns }, (_, at) => values[(at % rows) * columns + Math.floor(at / rows)] as number), rows, columns })
/** Row-major numbers as lists of rows. */
export const rowsOf = (values: Float64Array, columns: number, why?: Uint8Array): Result[][] => {
  const cells = toResults(valuesOf(values, why))
  return Array.from({ length: columns === 0 ? 0 : cells.length / columns }, (_, row) => cells.slice(row * columns, (row + 1) * columns))
}
export const resultTable = z.array(z.array(result))
export const ofMany = (key: string, given: readonly unknown[] | undefined, many: number, of: string): void => { if (given !== undefined && given.length !== many) throw new WrongInput(`${key}: ${given.length} given for ${many} ${of}`) }

const screening = entry({
  name: 'screening', summary: 'Which regions have enough data to be in an index, and which indicators look weak', used: index,
  input: z.strictObject({ values: table, regions: z.array(z.string()).optional(), ...screeningSchema.shape, denominators: table.optional().describe('one row per region: flags indicators that mostly measure size') }),
  output: z.object({
    regions: z.array(z.object({ region: z.string(), keep: z.boolean(), because: z.enum(['enough', 'listed-in', 'too-little-data', 'too-many-zeros', 'listed-out']), present: z.number(), nonZero: z.number() })),
    indicators: z.array(z.object({ flags: z.array(z.enum(['little-data', 'many-zeros', 'few-distinct', 'skewed', 'constant', 'follows-size'])), present: z.number(), nonZero: z.number(), distinct: z.number(), skewness: result, kurtosis: result })),
  }),
  example: { values: [[1, 2, null], [null, null, 3], [4, 5, 6]], regions: ['A', 'B', 'C'] },
  run: ({ values, regions, denominators, ...options }) => {
    const given = turned(toTable(values)), names = namesOf(regions, given.rows), how = screeningOf(options, names)
    ofMany('denominators', denominators, given.rows, 'regions')
    const size = denominators === undefined ? null : followsSize(given, turned(toTable(denominators)))
    return {
      regions: screenRegions(given, how).map((one, at) => ({ region: names[at] as string, keep: one.kept, because: one.because, present: one.present, nonZero: one.nonZero })),
      indicators: screenIndicators(given, how).map((one, at) => ({
        ...one, flags: [...one.flags, ...((size?.[at]?.length ?? 0) > 0 ? ['follows-size' as const] : [])], skewness: one.skewness ?? { reason: 'too-few' as const }, kurtosis: one.kurtosis ?? { reason: 'too-few' as const },
      })),
    }
  },
})

export const alongYears = [
  z.strictObject({ kind: z.literal('latest'), maxTime: z.number().min(0).default(5).describe('how many years a value may be carried') }),
  z.strictObject({ kind: z.enum(['linear', 'constant', 'linear-constant']) }),
] as const
const panelKinds = z.discriminatedUnion('kind', [...imputationSchema.options, ...alongYears])
type Panel = z.output<(typeof alongYears)[number]>
const isAlongYears = (how: z.output<typeof panelKinds>): how is Panel => ['latest', 'linear', 'constant', 'linear-constant'].includes(how.kind)
const imputation = entry({
  name: 'imputation', summary: 'Fills gaps and says of each how: from the column, the group, the pillar, or along the years', used: index,
  input: z.strictObject({
    values: table.describe('regions × indicators; for latest, linear, constant and linear-constant regions × years, oldest first'),
    imputation: panelKinds.default({ kind: 'mean' }), groups: z.array(z.string()).optional().describe('one per region'),
    pillars: z.array(z.string()).optional().describe('one per indicator, for the row mean; absent: one pillar'), directions: z.array(directionSchema).optional().describe('d, one per indicator'),
    times: z.array(z.number()).optional().describe('the years of the columns; absent: one after another'),
    breaks: z.array(z.strictObject({ row: count, at: count })).default([]).describe('a new series begins here: nothing is carried across'),
  }),
  output: z.object({
    values: resultTable,
    imputed: z.array(z.object({ row: count, column: count, value: z.number(), how: z.string(), from: z.number().nullable().describe('year it is taken from'), beyondLast: z.number().describe('years beyond the last observation') })),
  }),
  example: { values: [[1, 10], [null, 20], [5, null]], imputation: { kind: 'mean' } },
  run: ({ values, imputation: how, groups, pillars, directions, times, breaks }) => {
    const given = toTable(values)
    ofMany('groups', groups, given.rows, 'regions')
    ofMany('pillars', pillars, given.columns, 'indicators')
    ofMany('directions', directions, given.columns, 'indicators')
    ofMany('times', times, given.columns, 'years')
    if (isAlongYears(how)) {
      const years = Float64Array.from(times ?? Array.from({ length: given.columns }, (_, at) => at))
      const done = Array.from({ length: given.rows }, (_, row) => imputePanel(given.values.slice(row * given.columns, (row + 1) * given.columns), years, how, breaks.filter((one) => one.row === row).map(({ at }) => at)))
      return {
        values: done.map((one) => toResults(valuesOf(one.values))),
        imputed: done.flatMap((one, row) => one.cells.map(({ at, value, how: kind, from, beyondLast }) => ({ row, column: at, value, how: kind, from, beyondLast }))),
      }
    }
    if ((how.kind === 'group-mean' || how.kind === 'group-median') && groups === undefined) throw new WrongInput('groups: needed for a mean or median of the group')
    const done = impute(turned(given), how, { groups: groups ?? [], pillars: pillars ?? Array.from({ length: given.columns }, () => ''), directions: directions ?? Array.from({ length: given.columns }, () => 1) })
    const back = turned({ values: done.values, rows: given.columns, columns: given.rows })
    return { values: rowsOf(back.values, given.columns), imputed: done.cells.map((one) => ({ ...one, from: null, beyondLast: 0 })) }
  },
})

const correlations = entry({
  name: 'correlations', summary: 'Which indicators repeat each other and which pull apart', used: index,
  input: z.strictObject({
    values: table, kind: z.enum(['pearson', 'spearman', 'kendall']).default('pearson').describe('kendall is τ-b'), groups: z.array(z.string()).optional().describe('one per indicator: flags are given inside a group'),
    redundant: z.number().default(flagDefaults.redundant), conflict: z.number().default(flagDefaults.conflict),
    test: z.enum(['t', 'normal']).default('t').describe('how p is found; normal: τ-b by its own variance with ties'),
  }),
  output: z.object({
    r: resultTable, p: resultTable.describe('two-sided'), n: z.array(z.array(count)),
    flags: z.array(z.object({ first: count, second: count, value: z.number(), flag: z.enum(['redundant', 'conflict']) })),
  }),
  example: { values: [[1, 2], [2, 1], [3, 4], [4, 3], [5, 5]], kind: 'pearson' },
  run: ({ values, kind, groups, redundant, conflict, test }) => {
    const given = toTable(values)
    ofMany('groups', groups, given.columns, 'indicators')
    const found = correlationsOf(given, { kind, groups: groups ?? null, redundant, conflict, test })
    return { r: found.r.map(toResults), p: found.p.map(toResults), n: found.n.map((one) => [...one]), flags: found.flags.map((one) => ({ ...one })) }
  },
})
const cronbachAlpha = entry({
  name: 'cronbach-alpha', summary: 'Whether the indicators of a pillar belong together; on normalised, directed values', used: index,
  input: z.strictObject({ values: table }), output: z.object({ alpha: result, n: count.describe('complete rows') }),
  example: { values: [[1, 2], [2, 1], [3, 3]] },
  run: ({ values }) => { const { value, n } = alphaOf(toTable(values)); return { alpha: toResult(value), n } },
})
const reason = z.object({ reason: z.string() })
const principalComponents = entry({
  name: 'principal-components', summary: 'How many dimensions are in the indicators, from their correlation matrix', used: index,
  input: z.strictObject({ values: table }),
  output: z.union([reason, z.object({
    eigenvalues: z.array(result), explained: z.array(result), vectors: resultTable.describe('one row per indicator, one column per component; sign: largest positive'),
    loadings: resultTable.describe('vector · √eigenvalue'), scores: resultTable, dimensions: count.describe('eigenvalues above 1 (Kaiser)'), n: count,
  })]),
  example: { values: [[1, 2], [2, 1], [3, 4], [4, 3], [5, 5]] },
  run: ({ values }) => {
    const given = toTable(values), found = componentsOf(given)
    if (typeof found === 'string') return { reason: found }
    return {
      eigenvalues: toResults(valuesOf(found.eigenvalues)), explained: toResults(valuesOf(found.explained)), vectors: rowsOf(found.vectors, given.columns), loadings: rowsOf(found.loadings, given.columns),
      scores: rowsOf(found.scores, given.columns), dimensions: found.dimensions, n: found.complete,
    }
  },
})

export const tableEntries: readonly Entry[] = [screening, imputation, correlations, cronbachAlpha, principalComponents]
