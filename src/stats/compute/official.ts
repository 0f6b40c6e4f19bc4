// The official indices by name, each bound to its schemas. Most are imported as published; these are the steps that can be computed again.
import { z } from 'zod'
import { bottleneckEffort as effortOf } from '../official/bottleneck-effort.ts'
import { fixedReferenceIndex as fixed } from '../official/fixed-reference-index.ts'
import { countryCorrection, cuts2021, innovationCuts, innovationGroup } from '../official/innovation-groups.ts'
import { innovationScoreboard as scoreboard, scoreboardDefaults } from '../official/innovation-scoreboard.ts'
import { bottleneckDefaults, penaltyForBottleneck as penalised } from '../official/penalty-for-bottleneck.ts'
import { singleBottleneck as single } from '../official/single-bottleneck.ts'
import { nearestInGdp, stages2022, stageWeights as staged } from '../official/stage-weights.ts'
import { ranksOf } from '../ranks.ts'
import { valuesOf } from '../reason.ts'
import { directionSchema } from './composite-record.ts'
import { ofMany, resultTable, rowsOf, toTable } from './composite-tables.ts'
import { cell, type Entry, entry, result, row, table, toNumbers, toResult, toResults, WrongInput } from './entry.ts'

const index = '/evidence/indices'
const count = z.int().min(0)
const shown = (scores: Float64Array) => toResults(valuesOf(ranksOf(scores, { ties: 'smallest', first: 'highest' })))
const penaltyShape = {
  subindices: z.array(z.string()).optional().describe('one per pillar: the sub-index it belongs to; absent: one'),
  scale: z.number().positive().default(1).describe('a in b + a(1 − e^(−c(y−b)))'), steepness: z.number().positive().default(1).describe('c'),
  over: z.enum(['all', 'subindex']).default('all').describe('whose lowest pillar is the bottleneck'),
}
const cap = z.number().min(0).max(1).nullable().default(bottleneckDefaults.cap).describe('quantile at which pillars are cut; null: none')
const subindicesOf = (given: readonly string[] | undefined, columns: number): readonly string[] => { ofMany('subindices', given, columns, 'pillars'); return given ?? Array.from({ length: columns }, () => 'index') }

const penaltyForBottleneck = entry({
  name: 'penalty-for-bottleneck', summary: 'An index in which the weakest pillar holds the others back, step by step', used: index,
  input: z.strictObject({ values: table.describe('pillars ≥ 0: regions × pillars'), cap, ...penaltyShape }),
  output: z.object({
    caps: z.array(result), capped: resultTable.describe('x: cut and divided by the maximum'), targetMean: result, powers: z.array(result).describe('k'), equalised: resultTable.describe('y = x^k'), penalised: resultTable.describe('h'),
    subindices: z.array(z.object({ key: z.string(), scores: z.array(result), unpenalised: z.array(result) })), scores: z.array(result).describe('0–100'), unpenalised: z.array(result), ranks: z.array(result),
    bottlenecks: z.array(z.object({ pillar: count.nullable(), value: result })).describe('the lowest y of each region'),
  }),
  example: { values: [[10, 40, 30], [20, 20, 50], [30, 35, 20], [40, 10, 40]], subindices: ['a', 'a', 'b'] },
  run: ({ values, cap: at, subindices, scale, steepness, over }) => {
    const given = toTable(values), { columns } = given
    const found = penalised(given, { cap: at, scale, steepness, over, subindices: subindicesOf(subindices, columns) })
    const list = (scores: Float64Array) => toResults(valuesOf(scores, found.why))
    return {
      caps: toResults(found.caps), capped: rowsOf(found.capped, columns), targetMean: toResult(found.targetMean), powers: toResults(found.powers), equalised: rowsOf(found.equalised, columns), penalised: rowsOf(found.penalised, columns),
      subindices: found.subindices.map((one) => ({ key: one.key, scores: list(one.scores), unpenalised: list(one.unpenalised) })), scores: list(found.scores), unpenalised: list(found.unpenalised), ranks: shown(found.scores),
      bottlenecks: Array.from(found.bottlenecks, (pillar, at2) => (pillar < 0 ? { pillar: null, value: { reason: 'no-data' as const } } : { pillar, value: found.equalised[at2 * columns + pillar] as number })),
    }
  },
})
const singleBottleneck = entry({
  name: 'single-bottleneck', summary: 'One named pillar as the ceiling of all others', used: 'terminal only',
  input: z.strictObject({ values: table.describe('y, 0–1'), ceiling: count.describe('c: the pillar, by its place from 0') }), output: z.object({ values: resultTable, means: z.array(result).describe('mean of the row') }),
  example: { values: [[0.2, 0.7, 0.1], [0.9, 0.8, 1]], ceiling: 0 },
  run: ({ values, ceiling }) => {
    const given = toTable(values)
    if (ceiling >= given.columns) throw new WrongInput(`ceiling: there is no pillar ${ceiling}, the last is ${given.columns - 1}`)
    const found = single(given, ceiling)
    const means = Float64Array.from({ length: given.rows }, (_, at) => found.values.subarray(at * given.columns, (at + 1) * given.columns).reduce((all, one) => all + one, 0) / given.columns)
    return { values: rowsOf(found.values, given.columns, found.why), means: toResults(valuesOf(means)) }
  },
})
const bottleneckEffort = entry({
  name: 'bottleneck-effort', summary: 'Where the next unit of effort belongs until the index is so much higher', used: index,
  input: z.strictObject({
    values: table.describe('y, equalised pillars of each region (0–1); or raw pillars with equalise'), equalise: z.boolean().default(false).describe('cap, divide and equalise the values first'), cap, ...penaltyShape,
    regions: z.array(count).optional().describe('only these rows; absent: all'),
    rise: z.number().positive().default(0.1).describe('0.1: 10 % higher'), unit: z.number().positive().min(1e-7).default(1e-4), ceiling: z.number().positive().default(1).describe('no pillar is raised beyond it'),
  }),
  output: z.object({ plans: z.array(z.union([z.object({ reason: z.string() }), z.object({ region: count, before: z.number(), after: z.number(), total: z.number(), added: z.array(z.number()).describe('per pillar'), reached: z.boolean() })])) }),
  example: { values: [[0.4, 0.7, 0.9]], subindices: ['a', 'a', 'b'], unit: 0.001 },
  run: ({ values, equalise, cap: at, subindices, scale, steepness, over, regions, rise, unit, ceiling }) => {
    const given = toTable(values), names = subindicesOf(subindices, given.columns)
    const y = equalise ? penalised(given, { cap: at, scale, steepness, over, subindices: names }).equalised : given.values
    const rows = regions ?? Array.from({ length: given.rows }, (_, one) => one)
    for (const one of rows) if (one >= given.rows) throw new WrongInput(`regions: there is no row ${one}`)
    return {
      plans: rows.map((region) => {
        const plan = effortOf(y.slice(region * given.columns, (region + 1) * given.columns), { subindices: names, scale, steepness, over, rise, unit, ceiling })
        return typeof plan === 'string' ? { reason: plan } : { region, before: plan.before, after: plan.after, total: plan.total, added: [...plan.added], reached: plan.reached }
      }),
    }
  },
})
const innovationGroups = entry({
  name: 'innovation-groups', summary: 'The performance groups of the innovation scoreboards from scores in per cent of the EU', used: 'terminal only',
  input: z.strictObject({
    scores: z.array(cell).describe('% of EU'), cuts: z.array(z.number()).length(11).optional().describe('the edition’s cuts from above; absent: 2021'),
    best: z.number().optional().describe('instead of cuts: the edition’s best region'), worst: z.number().optional(),
    corrections: z.array(z.strictObject({ national: z.number(), nationalEu: z.number(), regional: z.number(), regionalEu: z.number() })).default([]).describe('factors of countries to compute'),
  }),
  output: z.object({ groups: z.array(z.union([z.object({ group: z.enum(['leader', 'strong', 'moderate', 'emerging']), third: z.enum(['+', '', '-']) }), z.object({ reason: z.string() })])), cuts: z.array(z.number()), corrections: z.array(result) }),
  example: { scores: [150, 125, 95, 40, null] },
  run: ({ scores, cuts, best, worst, corrections }) => {
    const found = cuts ?? (best === undefined || worst === undefined ? cuts2021 : innovationCuts({ best, worst }))
    if (found === 'out-of-domain') throw new WrongInput('best, worst: the best region must lie above 125, the worst below 70')
    if (found.some((one, at) => at > 0 && !(one < (found[at - 1] as number)))) throw new WrongInput('cuts: each must lie below the one before')
    return { groups: scores.map((score) => { const one = innovationGroup(score ?? Number.NaN, found); return typeof one === 'string' ? { reason: one } : one }), cuts: [...found], corrections: corrections.map((one) => toResult(countryCorrection(one))) }
  },
})
const innovationScoreboard = entry({
  name: 'innovation-scoreboard', summary: 'The last steps of the European innovation scoreboard, computed again from indicator values', used: 'terminal only',
  input: z.strictObject({
    values: z.array(table).min(1).describe('one table per year, oldest first'), directions: z.array(directionSchema).optional(), deviations: z.number().positive().default(scoreboardDefaults.deviations).describe('outliers lie beyond mean ± so many sd'),
    roots: z.union([z.enum(['skewed', 'never']), z.array(count)]).default('skewed').describe('square root of skewed indicators, of none, or of these'), skewness: z.number().default(scoreboardDefaults.skewness),
    leastShare: z.number().min(0).max(1).default(0), eu: count.nullable().default(null).describe('row of the EU'), corrections: z.array(z.number()).nullable().default(null).describe('factor per region'),
  }),
  output: z.object({
    scores: z.array(z.array(result)).describe('one list per year'), relative: z.array(z.array(result)).describe('% of EU'), normalised: z.array(resultTable), filled: z.array(z.object({ year: count, row: count, column: count, from: count })),
    outliers: z.array(z.object({ year: count, row: count, column: count, value: z.number(), to: z.number() })), rooted: z.array(count), flags: z.array(z.string().nullable()),
  }),
  example: { values: [[[5, 5], [0, 10], [10, 0]], [[5, 5], [null, 10], [8, 2]]], directions: [1, -1], eu: 0 },
  run: ({ values, directions, corrections, eu, roots, ...options }) => {
    const tables = values.map(toTable), { rows, columns } = tables[0] as (typeof tables)[0]
    if (tables.some((one) => one.rows !== rows || one.columns !== columns)) throw new WrongInput('values: the tables of the years differ in size')
    ofMany('directions', directions, columns, 'indicators')
    ofMany('corrections', corrections ?? undefined, rows, 'regions')
    if (eu !== null && eu >= rows) throw new WrongInput(`eu: there is no row ${eu}`)
    const found = scoreboard({ values: Float64Array.from(tables.flatMap((one) => [...one.values])), years: tables.length, rows, columns }, { ...options, roots, eu, corrections, directions: directions ?? Array.from({ length: columns }, () => 1 as const) })
    return {
      scores: rowsOf(found.scores, rows, found.why), relative: rowsOf(found.relative, rows), normalised: tables.map((_, year) => rowsOf(found.normalised.slice(year * rows * columns, (year + 1) * rows * columns), columns)),
      filled: found.filledCells.map((one) => ({ ...one })), outliers: found.outliers.map((one) => ({ ...one })), rooted: [...found.rooted], flags: [...found.flags],
    }
  },
})
const fixedReferenceIndex = entry({
  name: 'fixed-reference-index', summary: 'Scores against reference values: 0 at the lowest region, 1 at the reference, as the Croatian index of 2013', used: 'terminal only',
  input: z.strictObject({
    values: table, references: z.array(cell).describe('one per indicator, own unit'), minima: z.array(cell).optional().describe('absent or null: the lowest of the regions'), weights: z.array(z.number().min(0)).optional(),
    directions: z.array(directionSchema).optional().describe('−1: (max − x)/(max − reference), which is 1 − x against 1 − reference'), truncate: z.boolean().default(false), leastShare: z.number().min(0).max(1).default(0), corrections: row.optional().describe('per region, added to the index'),
  }),
  output: z.object({ indicators: resultTable, scores: z.array(result), ranks: z.array(result), minima: z.array(result), flags: z.array(z.string().nullable()) }),
  example: { values: [[10, 0.2], [20, 0.1], [40, 0.3]], references: [30, 0.15], weights: [3, 1], directions: [1, -1] },
  run: ({ values, references, minima, weights, directions, truncate, leastShare, corrections }) => {
    const given = toTable(values), { rows, columns } = given
    for (const [key, list] of [['references', references], ['minima', minima], ['weights', weights], ['directions', directions]] as const) ofMany(key, list, columns, 'indicators')
    ofMany('corrections', corrections, rows, 'regions')
    const found = fixed(given, {
      references: toNumbers(references), minima: minima === undefined ? new Float64Array(columns).fill(Number.NaN) : toNumbers(minima), weights: weights === undefined ? new Float64Array(columns).fill(1) : Float64Array.from(weights),
      directions: directions ?? Array.from({ length: columns }, () => 1 as const), truncate, leastShare, corrections: corrections === undefined ? null : toNumbers(corrections),
    })
    return { indicators: rowsOf(found.indicators, columns), scores: toResults(valuesOf(found.scores, found.why)), ranks: shown(found.scores), minima: toResults(valuesOf(found.minima)), flags: [...found.flags] }
  },
})
const stageWeights = entry({
  name: 'stage-weights', summary: 'Weights that follow the stage of development, and the regions nearest in GDP per head', used: 'terminal only',
  input: z.strictObject({
    values: table.describe('sub-indices: regions × (basic, efficiency, innovation)'), gdp: row.describe('per head, EU = 100'), cuts: z.array(z.number()).default([...stages2022.cuts]), stages: z.array(z.array(z.number().min(0))).default(stages2022.weights.map((one) => [...one])).describe('weights of each stage, the lowest first'),
    eu: count.nullable().default(null).describe('row of the EU: scores also with EU = 100'), own: count.nullable().default(null).describe('list the regions nearest to this one in GDP'), nearest: count.default(15),
  }),
  output: z.object({ stages: z.array(count.nullable()), weights: resultTable, scores: z.array(result), relative: z.array(result).nullable(), nearest: z.array(count) }),
  example: { values: [[40, 50, 20], [60, 60, 60]], gdp: [60, 110], eu: 1, own: 0 },
  run: ({ values, gdp, cuts, stages, eu, own, nearest }) => {
    const given = toTable(values), { rows, columns } = given
    ofMany('gdp', gdp, rows, 'regions')
    if (stages.length !== cuts.length + 1) throw new WrongInput(`stages: ${stages.length} given, ${cuts.length} cuts make ${cuts.length + 1}`)
    if (rows > 0) for (const one of stages) ofMany('stages', one, columns, 'sub-indices')
    if ((eu ?? 0) > rows - 1 || (own ?? 0) > rows - 1) throw new WrongInput(`${(eu ?? 0) > rows - 1 ? 'eu' : 'own'}: there are only ${rows} rows`)
    const level = toNumbers(gdp), found = staged(given, level, { cuts, weights: rows === 0 ? stages.map(() => []) : stages })
    const whole = eu === null ? Number.NaN : found.scores[eu] as number
    return {
      stages: Array.from(found.stages, (one) => (one < 0 ? null : one)), weights: rowsOf(found.weights, columns), scores: toResults(valuesOf(found.scores, found.why)),
      relative: eu === null ? null : toResults(valuesOf(found.scores.map((one) => 100 * one / whole))), nearest: own === null ? [] : [...nearestInGdp(level, own, nearest)],
    }
  },
})

export const officialEntries: readonly Entry[] = [penaltyForBottleneck, singleBottleneck, bottleneckEffort, innovationGroups, innovationScoreboard, fixedReferenceIndex, stageWeights]
