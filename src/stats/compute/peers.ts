// The methods of peers by name, each bound to its schemas: distance, neighbours, types, and one region among its peers.
import { z } from 'zod'
import { type BenchmarkRow, benchmarkRow, yearlyChange } from '../benchmark-row.ts'
import { clusterCount } from '../cluster-count.ts'
import { cutTree, hierarchicalClusters, linkages } from '../hierarchical-clusters.ts'
import { kernelDensity } from '../kernel-density.ts'
import { mannKendall } from '../mann-kendall.ts'
import { nearestNeighbours } from '../nearest-neighbours.ts'
import { pointsOf } from '../series.ts'
import { silhouettes } from '../silhouettes.ts'
import { theilSen } from '../theil-sen.ts'
import { valuesOf } from '../reason.ts'
import { cell, type Entry, entry, result, table, toNumbers, toResult, toResults, WrongInput } from './entry.ts'
import { measureDistances, measuring, toRows } from './peers-distances.ts'

const example = [[62, 18, 4.1], [40, 24, 2.2], [58, 20, 3.9], [130, 15, 6.0], [35, 26, null]]
const exampleDimensions = ['people', 'people', 'firms']
const count = z.int().min(0)

const structuralDistance = entry({
  name: 'structural-distance',
  summary: 'How unlike regions are in what cannot be changed soon, and which variables make the difference',
  used: '/evidence/peers',
  input: z.strictObject({
    ...measuring,
    own: count.nullable().default(0).describe('place of the region whose peers are listed; null: only the table of distances'),
    leaveOutOwnGroup: z.boolean().default(false).describe('regions of the own group (country) are no peers'),
    filter: z.strictObject({ values: z.array(cell), band: z.number().min(0).default(0.25) }).nullable().default(null)
      .describe('peers only within own value ± band of this (GDP per head); never a variable of the distance'),
    count: count.nullable().default(null).describe('how many peers are listed; null: all'),
    matrix: z.boolean().default(true).describe('write the whole table of distances'),
  }),
  output: z.object({
    weights: z.array(result).describe('m of each variable, sum 1'),
    leftOut: z.array(count).describe('variables that say nothing: constant, or without values'),
    treated: z.array(z.object({ variable: count, how: z.string(), regions: z.array(count) })),
    scaled: z.array(z.array(result)).describe('values as they are compared'),
    distances: z.array(z.array(result)).nullable(),
    peers: z.array(z.object({
      index: count, region: z.string(), distance: result, shared: z.number().describe('share of the weight over variables both have'),
      contributions: z.array(result), mainly: z.array(count).describe('variables by contribution, largest first'),
    })),
    without: z.array(z.object({ index: count, region: z.string(), why: z.enum(['own-group', 'filter', 'no-data']), distance: result })),
  }),
  example: { values: example, dimensions: exampleDimensions, regions: ['A', 'B', 'C', 'D', 'E'], groups: ['X', 'X', 'Y', 'Y', 'Y'], own: 0 },
  run: (input) => {
    const measured = measureDistances(input)
    const { n, distances, why } = measured
    const nameOf = (at: number): string => input.regions?.[at] ?? String(at)
    const { own } = input
    if (own !== null && own >= n) throw new WrongInput(`own: there is no region ${own}, the last is ${n - 1}`)
    if (input.leaveOutOwnGroup && !input.groups) throw new WrongInput('groups: needed to leave out the own group')
    if (input.filter && input.filter.values.length !== n) throw new WrongInput(`filter.values: ${input.filter.values.length} values for ${n} regions`)
    const values = valuesOf(distances, why)
    const start = own ?? 0
    const whyNot = (at: number): 'own-group' | 'filter' | 'no-data' | null => {
      if (input.leaveOutOwnGroup && input.groups?.[at] === input.groups?.[start]) return 'own-group'
      if (input.filter) {
        const mine = input.filter.values[start] ?? null, theirs = input.filter.values[at] ?? null
        if (mine === null || theirs === null || Math.abs(theirs - mine) > input.filter.band * Math.abs(mine)) return 'filter'
      }
      return Number.isNaN(distances[start * n + at]) ? 'no-data' : null
    }
    const others = own === null ? [] : Array.from({ length: n }, (_, at) => at).filter((at) => at !== own)
    const order = nearestNeighbours({ distances: measured, count: n, may: (_, at) => whyNot(at) === null, ...(input.regions ? { codes: input.regions } : {}) }).nearest[start] ?? []
    return {
      weights: measured.weights === null ? Array.from({ length: measured.columns }, () => toResult('zero-denominator')) : Array.from(measured.weights),
      leftOut: measured.leftOut, treated: measured.treated, scaled: toRows(valuesOf(measured.scaled), measured.columns),
      distances: input.matrix ? toRows(values, n) : null,
      peers: own === null ? [] : order.slice(0, input.count ?? n).map((at) => {
        const { contributions, shared } = measured.pair(own, at)
        const parts = Array.from(contributions)
        const mainly = parts.map((_, column) => column).filter((column) => (parts[column] as number) > 0).sort((a, b) => (parts[b] as number) - (parts[a] as number))
        return { index: at, region: nameOf(at), distance: toResult(values[own * n + at] ?? 'no-data'), shared, contributions: toResults(valuesOf(contributions)), mainly }
      }),
      without: others.flatMap((at) => { const reason = whyNot(at); return reason === null ? [] : [{ index: at, region: nameOf(at), why: reason, distance: toResult(values[start * n + at] ?? 'no-data') }] }),
    }
  },
})

const nearest = entry({
  name: 'nearest-neighbours',
  summary: 'The nearest peers of every region, and who names it in return',
  used: '/evidence/peers',
  input: z.strictObject({
    ...measuring, values: table.optional(), distances: table.optional().describe('instead of values: a table of distances, null where there is none'),
    count: count.default(5).describe('neighbours per region'), leaveOutOwnGroup: z.boolean().default(false),
  }),
  output: z.object({
    nearest: z.array(z.array(count)), namedBy: z.array(z.array(count)), mutual: z.array(z.array(count)).describe('in both lists'),
    distances: z.array(z.array(result)).describe('to the nearest, in the same order'),
  }),
  example: { distances: [[0, 1, 10], [1, 0, 9], [10, 9, 0]], count: 1 },
  run: (input) => {
    const { distances, n } = distancesOf(input)
    if (input.leaveOutOwnGroup && input.groups?.length !== n) throw new WrongInput('groups: one text per region is needed to leave out the own group')
    const found = nearestNeighbours({
      distances: { distances, n }, count: input.count, ...(input.regions ? { codes: input.regions } : {}),
      ...(input.leaveOutOwnGroup ? { may: (one: number, other: number) => input.groups?.[one] !== input.groups?.[other] } : {}),
    })
    return {
      nearest: found.nearest.map((list) => [...list]), namedBy: found.namedBy.map((list) => [...list]),
      mutual: found.nearest.map((list, own) => list.filter((other) => found.nearest[other]?.includes(own))),
      distances: found.nearest.map((list, own) => list.map((other) => distances[own * n + other] as number)),
    }
  },
})

const clusters = entry({
  name: 'hierarchical-clusters',
  summary: 'Types of regions: a tree of joins, cut where the mean silhouette is best',
  used: 'terminal only',
  input: z.strictObject({
    ...measuring, values: table.optional(), distances: table.optional().describe('instead of values: a whole table of distances'),
    metric: measuring.metric.default('euclidean'), treat: z.boolean().default(false).describe('correct skewed variables first'),
    linkage: z.enum(linkages).default('ward2').describe("ward2: ward.D2 of R; ward: ward.D; weighted: mcquitty"),
    count: z.int().min(1).nullable().default(null).describe('number of groups; null: by the mean silhouette'),
    most: z.int().min(2).default(10).describe('largest number of groups that is tried'),
  }),
  output: z.object({
    regions: z.array(count).describe('those in the tree: complete rows'), without: z.array(count),
    merges: z.array(z.object({ left: count, right: count, height: result, size: count })).describe('leaves 0 … n − 1, the group of step s is n + s'),
    count: z.union([count, z.object({ reason: z.string() })]), tried: z.array(z.object({ count, silhouette: result })),
    labels: z.array(z.union([count, z.object({ reason: z.string() })])), silhouettes: z.array(result), ofGroups: z.array(result), mean: result,
  }),
  example: { values: [[1, 2], [1.2, 2.1], [8, 9], [8.3, 9.4], [8.1, 9.2]] },
  run: (input) => {
    const whole = distancesOf(input)
    const isGap = (at: number): boolean => Array.from({ length: whole.n }, (_, other) => whole.distances[at * whole.n + other] as number).every((one, other) => other === at || Number.isNaN(one))
    const regions = Array.from({ length: whole.n }, (_, at) => at).filter((at) => whole.n === 1 || !isGap(at))
    const n = regions.length
    const distances = Float64Array.from(regions.flatMap((one) => regions.map((other) => whole.distances[one * whole.n + other] as number)))
    if (distances.some(Number.isNaN)) throw new WrongInput('values: some pairs of regions share too few variables; fill the gaps or leave those regions out')
    const tree = hierarchicalClusters({ distances, n, linkage: input.linkage })
    const chosen = clusterCount({ tree, distances, most: input.most })
    const groups = input.count ?? chosen.count
    const labels = groups === null ? null : cutTree(tree, groups)
    const fit = labels === null ? null : silhouettes({ distances, n, labels })
    const placeOf = new Map(regions.map((region, at) => [region, at]))
    const at = <T>(region: number, pick: (place: number) => T, none: T): T => { const place = placeOf.get(region); return place === undefined ? none : pick(place) }
    const all = Array.from({ length: whole.n }, (_, region) => region)
    return {
      regions, without: all.filter((region) => !placeOf.has(region)), merges: tree.merges.map((merge) => ({ ...merge, height: toResult(merge.height) })),
      count: groups ?? { reason: 'too-few' }, tried: chosen.tried.map(({ count: tried, silhouette }) => ({ count: tried, silhouette: toResult(silhouette) })),
      labels: all.map((region) => at<number | { reason: string }>(region, (place) => labels?.[place] ?? { reason: 'too-few' }, { reason: 'no-data' })),
      silhouettes: all.map((region) => at(region, (place) => toResult(fit?.each[place] ?? 'too-few'), toResult('no-data'))),
      ofGroups: toResults(fit?.ofGroups ?? []), mean: toResult(fit?.mean ?? 'too-few'),
    }
  },
})

const silhouette = entry({
  name: 'silhouettes',
  summary: 'Whether each region sits well in its group: nearer to its own than to the next',
  used: 'terminal only',
  input: z.strictObject({
    ...measuring, values: table.optional(), distances: table.optional().describe('instead of values: a whole table of distances'),
    metric: measuring.metric.default('euclidean'), treat: z.boolean().default(false), labels: z.array(z.union([z.int().min(0), z.string()])).describe('the group of each region'),
  }),
  output: z.object({ silhouettes: z.array(result), labels: z.array(z.union([z.number(), z.string()])).describe('the groups, in the order of ofGroups'), ofGroups: z.array(result), mean: result }),
  example: { distances: [[0, 1, 10, 12], [1, 0, 9, 11], [10, 9, 0, 2], [12, 11, 2, 0]], labels: ['a', 'a', 'b', 'b'] },
  run: (input) => {
    const { distances, n } = distancesOf(input)
    if (input.labels.length !== n) throw new WrongInput(`labels: ${input.labels.length} labels for ${n} regions`)
    const names = [...new Set(input.labels)]
    const found = silhouettes({ distances, n, labels: input.labels.map((label) => names.indexOf(label)) })
    return { silhouettes: toResults(found.each), labels: names, ofGroups: toResults(found.ofGroups), mean: toResult(found.mean) }
  },
})

const benchmark = entry({
  name: 'benchmark-row',
  summary: 'Where a region stands among its peers on one indicator: marks, gaps in units and years, trend',
  used: '/evidence/benchmark',
  input: z.strictObject({
    own: cell.optional().describe('own value; left out: the newest of series'),
    peers: z.array(cell).optional().describe('the peers’ values; left out: the newest of peerSeries'),
    direction: z.union([z.literal(1), z.literal(-1)]).default(1),
    years: z.array(z.number()).optional().describe('the year of each value of the series; left out: one year apart'),
    series: z.array(cell).optional().describe('own values, oldest first'),
    peerSeries: table.optional().describe('one row per peer, oldest first: gives the peers’ yearly progress'),
    progress: z.number().optional().describe('the peers’ median yearly progress in units, signed by the values, where it is known'),
    kernelPoints: z.int().min(2).default(64), bandwidth: z.number().positive().nullable().default(null),
  }),
  output: z.object({
    own: result, n: count, min: result, q1: result, median: result, q3: result, max: result, mean: result, best: result, goodQuarter: result, quarterRatio: result,
    percentile: result, betterThan: result, toMedian: result, toGoodQuarter: result, toBest: result, toMean: result,
    yearsToMedian: result, yearsToGoodQuarter: result, yearsToBest: result, progress: result,
    differences: z.array(result).describe('own minus each peer'), peerProgress: z.array(result),
    trend: z.object({ slope: result, s: result, z: result, p: result, arrow: z.enum(['up', 'down', 'none']) }).describe('of the own series; arrow where p < 0.05'),
    kernel: z.union([z.object({ at: z.array(z.number()), density: z.array(z.number()), bandwidth: z.number() }), z.object({ reason: z.string() })]),
  }),
  example: { own: 10, peers: [8, 12, 14, 16, 20], series: [6, 7, 8, 9, 10], peerSeries: [[6, 7, 7, 8, 8], [10, 11, 11, 12, 12], [12, 13, 13, 14, 14], [14, 15, 15, 16, 16], [18, 19, 19, 20, 20]] },
  run: (input) => {
    const width = input.years?.length ?? input.series?.length ?? input.peerSeries?.[0]?.length ?? 0
    const years = Float64Array.from(input.years ?? Array.from({ length: width }, (_, at) => at))
    for (const one of [input.series ?? years, ...(input.peerSeries ?? [])]) if (one.length !== width) throw new WrongInput(`series: ${one.length} values for ${width} years`)
    const newest = (cells: readonly (number | null)[] | undefined): number => cells?.findLast((one) => one !== null) ?? Number.NaN
    const own = input.own === undefined ? newest(input.series) : input.own ?? Number.NaN
    const peers = input.peers ? toNumbers(input.peers) : Float64Array.from(input.peerSeries ?? [], newest)
    const changes = (input.peerSeries ?? []).map((cells) => yearlyChange({ values: toNumbers(cells), years }))
    const progress = input.progress === undefined ? Float64Array.from(changes.filter((one) => typeof one === 'number')) : Float64Array.of(input.progress)
    const found = benchmarkRow({ own, peers, progress, direction: input.direction })
    const points = pointsOf(toNumbers(input.series ?? []), years)
    const test = mannKendall(points), { slope } = theilSen(points)
    const arrow: 'up' | 'down' | 'none' = typeof test.p === 'number' && test.p < 0.05 ? (Number(test.s) > 0 ? 'up' : 'down') : 'none'
    const hill = kernelDensity({ values: peers, points: input.kernelPoints, bandwidth: input.bandwidth })
    return {
      ...rowOf(found), differences: toResults(valuesOf(peers.map((one) => own - one))), peerProgress: toResults(changes),
      trend: { slope: toResult(slope), s: toResult(test.s), z: toResult(test.z), p: toResult(test.p), arrow },
      kernel: typeof hill === 'string' ? { reason: hill } : { at: [...hill.at], density: [...hill.density], bandwidth: hill.bandwidth },
    }
  },
})

const rowOf = (row: BenchmarkRow) => ({
  own: toResult(row.own), n: row.n, min: toResult(row.min), q1: toResult(row.q1), median: toResult(row.median), q3: toResult(row.q3), max: toResult(row.max), mean: toResult(row.mean),
  best: toResult(row.best), goodQuarter: toResult(row.goodQuarter), quarterRatio: toResult(row.quarterRatio), percentile: toResult(row.percentile), betterThan: toResult(row.betterThan),
  toMedian: toResult(row.toMedian), toGoodQuarter: toResult(row.toGoodQuarter), toBest: toResult(row.toBest), toMean: toResult(row.toMean),
  yearsToMedian: toResult(row.yearsToMedian), yearsToGoodQuarter: toResult(row.yearsToGoodQuarter), yearsToBest: toResult(row.yearsToBest), progress: toResult(row.progress),
})

type Given = { readonly values?: (number | null)[][] | undefined; readonly distances?: (number | null)[][] | undefined } & Omit<Parameters<typeof measureDistances>[0], 'values'>
const distancesOf = (input: Given): { readonly distances: Float64Array; readonly n: number } => {
  if (input.distances === undefined) {
    if (input.values === undefined) throw new WrongInput('values: give values or distances')
    return measureDistances({ ...input, values: input.values })
  }
  const n = input.distances.length
  const distances = Float64Array.from(input.distances.flatMap((cells) => {
    if (cells.length !== n) throw new WrongInput(`distances: ${cells.length} values in a row for ${n} regions`)
    return cells.map((one) => one ?? Number.NaN)
  }))
  if (distances.some((one) => one < 0)) throw new WrongInput('distances: one is negative')
  return { distances, n }
}

export const peersEntries: readonly Entry[] = [structuralDistance, nearest, clusters, silhouette, benchmark]
