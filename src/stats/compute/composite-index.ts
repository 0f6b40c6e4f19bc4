// The index itself bound to its schemas: one year, several years, what it says of one region, and what would change.
import { z } from 'zod'
import type { IndexRecord } from '../composite/index-record.ts'
import { parentCorrelations } from '../composite/correlations.ts'
import { ranksAmong, strengthsOf } from '../composite/strengths.ts'
import { leaveOneOut as withoutEach, smallestChange as smallest, whatIf as wouldBe } from '../composite/what-if.ts'
import { cellStates, type IndexResult, runIndex } from '../composite-index.ts'
import { runPanelIndex } from '../panel-index.ts'
import { valuesOf } from '../reason.ts'
import { dataOf, denominatorShape, frameworkShape, indexShape, namesOf, placeOf, recordOf, stepsSchema } from './composite-record.ts'
import { alongYears, resultTable, rowsOf, toTable } from './composite-tables.ts'
import { cell, type Entry, entry, result, table, toResult, toResults, WrongInput } from './entry.ts'

const index = '/evidence/indices'
const count = z.int().min(0)
const place = z.union([z.int().min(0), z.string()])
export const exampleIndex = {
  values: [[10, 4, 1], [30, 2, 3], [40, 0, 5], [10, null, 2]], regions: ['A', 'B', 'C', 'D'],
  indicators: [{ key: 'firms', parent: 'business', weight: 3 }, { key: 'closures', parent: 'business', direction: -1 as const }, { key: 'skills', parent: 'people' }],
  tree: [{ key: 'index' }, { key: 'business', parent: 'index' }, { key: 'people', parent: 'index', weight: 3 }],
}
const number = (one: number) => (Number.isFinite(one) ? one : { reason: 'no-data' as const })

const indexOutput = z.object({
  record: z.record(z.string(), z.unknown()).describe('the record with every default written out'),
  regions: z.array(z.object({ region: z.string(), kept: z.boolean(), because: z.string(), score: result, rank: result, imputedShare: result })),
  nodes: z.array(z.object({ key: z.string(), parent: z.string().nullable(), level: count, scores: z.array(result), ranks: z.array(result) })),
  weights: z.array(z.object({ key: z.string(), share: result, effective: result })),
  indicators: z.array(z.object({ key: z.string(), flags: z.array(z.string()), treatment: z.string(), transform: z.string().nullable(), mute: z.string().nullable() })),
  coherence: z.array(z.object({ key: z.string(), parent: z.string(), above: z.int(), r: result, flag: z.enum(['weak', 'dominant']).nullable() })).describe('r with the group it stands in (above 1) and the one above that (2); 0.3 to 0.92 is expected'),
  imputed: z.array(z.object({ row: count, column: count, value: z.number(), how: z.string() })), treated: z.array(z.object({ row: count, column: count, from: z.number(), to: z.number() })),
  states: z.array(z.array(z.enum(cellStates))), denominated: resultTable, prepared: resultTable, normalised: resultTable,
})
export const written = (found: IndexResult): z.input<typeof indexOutput> => {
  const columns = found.record.indicators.length, ranks = toResults(valuesOf(found.index.ranks, found.index.why)), scores = toResults(valuesOf(found.index.scores, found.index.why))
  return {
    record: { ...found.record },
    regions: found.regions.map((region, at) => ({ region, kept: found.screened[at]?.kept === true, because: found.screened[at]?.because ?? '', score: scores[at] ?? { reason: 'no-data' }, rank: ranks[at] ?? { reason: 'no-data' }, imputedShare: number(found.imputedShare[at] as number) })),
    nodes: found.nodes.map((node) => ({ key: node.key, parent: node.parent, level: node.level, scores: toResults(valuesOf(node.scores, node.why)), ranks: toResults(valuesOf(node.ranks, node.why)) })),
    weights: found.weights.map(({ key, share, effective }) => ({ key, share: toResult(share), effective: toResult(effective) })),
    indicators: found.indicators.map(({ key, flags, treatment, transform, mute }) => ({ key, flags: [...flags], treatment, transform, mute })),
    coherence: parentCorrelations([...found.record.indicators.map(({ key, parent }, column) => ({ key, parent, scores: Float64Array.from(found.regions, (_, at) => found.normalised[at * columns + column] as number) })), ...found.nodes]).map(({ key, parent, above, value, flag }) => ({ key, parent, above, r: toResult(value), flag })),
    imputed: found.imputed.map((one) => ({ ...one })), treated: found.treated.map(({ row, column, from, to }) => ({ row, column, from, to })),
    states: found.regions.map((_, at) => Array.from(found.states.subarray(at * columns, (at + 1) * columns), (state) => cellStates[state] ?? 'missing')),
    denominated: rowsOf(found.denominated, columns), prepared: rowsOf(found.prepared, columns), normalised: rowsOf(found.normalised, columns),
  }
}
type IndexInput = z.output<z.ZodObject<typeof indexShape>>
export const runGiven = (input: IndexInput): IndexResult => {
  const { rows, columns } = toTable(input.values), regions = namesOf(input.regions, rows), record = recordOf(input, { columns, regions })
  return runIndex(record, dataOf(input, record, regions))
}

const compositeIndex = entry({
  name: 'composite-index', summary: 'A composite index from its record: denominate, impute, screen, treat, normalise, weigh, aggregate', used: index,
  input: z.strictObject(indexShape), output: indexOutput, example: exampleIndex, run: (input) => written(runGiven(input)),
})
const panelIndex = entry({
  name: 'panel-index', summary: 'One index over several years on one scale, so that progress can be read', used: 'terminal only',
  input: z.strictObject({
    values: z.array(table).min(1).describe('one table per year, oldest first'), times: z.array(z.number()).optional().describe('the years; absent: one after another'), ...frameworkShape,
    denominators: z.array(table).optional().describe('one table per year'), denominatorNames: denominatorShape.denominatorNames,
    panelImputation: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('none') }), ...alongYears]).default({ kind: 'none' }), scale: z.enum(['together', 'per-year']).default('together'),
    breaks: z.array(z.strictObject({ row: count, column: count, at: count })).default([]).describe('a new series begins in this year'),
  }),
  output: z.object({ years: z.array(indexOutput), filled: z.array(z.object({ row: count, column: count, at: count, value: z.number(), how: z.string(), from: z.number().nullable(), beyondLast: z.number() })) }),
  example: { values: [[[1], [11]], [[6], [21]]], times: [2020, 2021], steps: { treatment: null, aggregation: { kind: 'arithmetic' } } },
  run: (input) => {
    const first = toTable(input.values[0] ?? []), regions = namesOf(input.regions, first.rows), times = input.times ?? input.values.map((_, at) => at)
    if (times.length !== input.values.length) throw new WrongInput(`times: ${times.length} given for ${input.values.length} tables`)
    if (input.values.some((one) => one.length !== first.rows || toTable(one).columns !== first.columns)) throw new WrongInput('values: the tables of the years differ in size')
    if (input.denominators !== undefined && input.denominators.length !== times.length) throw new WrongInput(`denominators: ${input.denominators.length} tables for ${times.length} years`)
    const record = recordOf(input, { columns: first.columns, regions })
    const years = input.values.map((values, at) => dataOf({ values, groups: input.groups, denominators: input.denominators?.[at], denominatorNames: input.denominatorNames }, record, regions))
    const found = runPanelIndex({ ...record, panel: { imputation: input.panelImputation, scale: input.scale } }, { times: Float64Array.from(times), years: years.map((year) => ({ ...year, values: year.values })), breaks: input.breaks })
    return { years: found.years.map(written), filled: found.filled.map(({ row, column, at, value, how, from, beyondLast }) => ({ row, column, at, value, how, from, beyondLast })) }
  },
})
const ranked = z.array(z.object({ indicator: z.string(), group: z.string(), rank: z.number(), of: z.number(), value: result.describe('own unit'), prepared: result }))
const strengths = entry({
  name: 'strengths-and-weaknesses', summary: 'The best and the worst indicators of a region by directed rank', used: index,
  input: z.strictObject({ ...indexShape, region: place, count: count.default(5).describe('k'), bottomTies: z.enum(['keep', 'drop']).default('keep'), peers: z.array(place).optional().describe('rank among these only') }),
  output: z.union([z.object({ reason: z.string() }), z.object({ strengths: ranked, weaknesses: ranked, all: ranked, rankAmongPeers: result })]),
  example: { ...exampleIndex, region: 'B', count: 1 },
  run: ({ region, count: k, bottomTies, peers, ...input }) => {
    const now = runGiven(input), at = regionAt(now, region, 'region'), among = peers?.map((peer) => regionAt(now, peer, 'peers')) ?? null
    const found = strengthsOf(now, at, { count: k, bottomTies, peers: among })
    if (typeof found === 'string') return { reason: found }
    const list = (all: typeof found.all) => all.map(({ key, parent, rank, of, value, prepared }) => ({ indicator: key, group: parent, rank, of, value: number(value), prepared: number(prepared) }))
    return { strengths: list(found.strengths), weaknesses: list(found.weaknesses), all: list(found.all), rankAmongPeers: number(ranksAmong(now.index.scores, among === null ? now.regions.map((_, row) => row) : [...among, at])[at] as number) }
  },
})
export const regionAt = (now: IndexResult, at: number | string, key: string): number => {
  const found = placeOf(at, now.regions, key)
  if (found >= now.regions.length) throw new WrongInput(`${key}: there is no region ${at}`)
  return found
}
const indicatorAt = (record: IndexRecord, at: number | string): number => {
  const found = typeof at === 'number' ? at : record.indicators.findIndex(({ key }) => key === at)
  if (record.indicators[found] === undefined) throw new WrongInput(`indicator: there is no indicator “${at}”`)
  return found
}
const whatIf = entry({
  name: 'what-if', summary: 'Ranks and scores if raw values or a step were different', used: index,
  input: z.strictObject({ ...indexShape, changes: z.array(z.strictObject({ region: place, indicator: place, value: cell })).default([]), changedSteps: stepsSchema.optional().describe('steps instead of those of the record'), changedWeights: z.record(z.string(), z.number().min(0)).optional().describe('by indicator or group') }),
  output: z.object({ now: indexOutput, changed: indexOutput, gained: z.array(result).describe('places gained'), moved: z.array(result).describe('score changed − now') }),
  example: { ...exampleIndex, changes: [{ region: 'A', indicator: 'skills', value: 4 }] },
  run: ({ changes, changedSteps, changedWeights, ...input }) => {
    const now = runGiven(input)
    const base = changedSteps === undefined ? now.record : recordOf({ ...input, steps: { ...input.steps, ...Object.fromEntries(Object.entries(changedSteps).filter(([, one]) => one !== undefined)) } }, { columns: now.record.indicators.length, regions: now.regions })
    const weighed = <Node extends { readonly key: string; readonly weight: number }>(node: Node): Node => ({ ...node, weight: changedWeights?.[node.key] ?? node.weight })
    const record = { ...base, indicators: base.indicators.map(weighed), groups: base.groups.map(weighed) }
    const found = wouldBe(now, { record, changes: changes.map(({ region, indicator, value }) => ({ row: regionAt(now, region, 'changes.region'), column: indicatorAt(now.record, indicator), value: value ?? Number.NaN })) })
    return { now: written(now), changed: written(found.changed), gained: toResults(valuesOf(found.gained)), moved: toResults(valuesOf(found.moved)) }
  },
})
const smallestChange = entry({
  name: 'smallest-change', summary: 'The smallest change of one indicator that brings a region to the median of its peers', used: index,
  input: z.strictObject({ ...indexShape, region: place, indicator: place, peers: z.array(place).optional().describe('absent: all other regions') }),
  output: z.union([z.object({ reason: z.string() }), z.object({ value: z.number(), change: z.number(), score: z.number(), goal: z.number().describe('median of the peers then') })]),
  example: { ...exampleIndex, region: 'A', indicator: 'skills' },
  run: ({ region, indicator, peers, ...input }) => {
    const now = runGiven(input), row = regionAt(now, region, 'region')
    const found = smallest(now, { row, column: indicatorAt(now.record, indicator), peers: peers?.map((peer) => regionAt(now, peer, 'peers')) ?? now.regions.map((_, at) => at) })
    return typeof found === 'string' ? { reason: found } : { ...found }
  },
})
const leaveOneOut = entry({
  name: 'leave-one-out', summary: 'By how many places regions move when an indicator or a group does not count', used: index,
  input: z.strictObject(indexShape), output: z.object({ left: z.array(z.object({ key: z.string(), kind: z.enum(['indicator', 'group']), meanShift: result, largestShift: result, ranks: z.array(result) })) }),
  example: exampleIndex,
  run: (input) => ({ left: withoutEach(runGiven(input)).map(({ key, kind, meanShift, largestShift, ranks }) => ({ key, kind, meanShift: number(meanShift), largestShift: number(largestShift), ranks: toResults(valuesOf(ranks)) })) }),
})

export const indexEntries: readonly Entry[] = [compositeIndex, panelIndex, strengths, whatIf, smallestChange, leaveOneOut]
