// The mathematics of the analyses, each on made-up figures of the size named, always the same: index, sensitivity, orders, weights,
// complexity, synthetic control. Whole functions as pages and terminal call them, from their input to their result.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { complexityIndex } from '#stats/complexity/complexity-index.ts'
import { presenceOf } from '#stats/complexity/presence.ts'
import { relatednessDensity } from '#stats/complexity/relatedness-density.ts'
import { relatednessOf } from '#stats/complexity/relatedness.ts'
import { copeland } from '#stats/composite/copeland.ts'
import type { Factor } from '#stats/composite/factors.ts'
import { type IndexRecord, indexRecord } from '#stats/composite/index-record.ts'
import type { IndexData } from '#stats/composite/index-stages.ts'
import { optimisedWeights } from '#stats/composite/optimised-weights.ts'
import { rankIntervals } from '#stats/composite/rank-intervals.ts'
import { sensitivity } from '#stats/composite/sensitivity.ts'
import { runIndex } from '#stats/composite-index.ts'
import { placebosFor } from '#stats/effect/placebos.ts'
import { syntheticControl } from '#stats/effect/synthetic-control.ts'
import { locationQuotients } from '#stats/location-quotient.ts'
import { opinionGroups } from '#stats/opinion/opinion-groups.ts'
import { randomFrom } from '#stats/random.ts'
import { median, met, say, spread, tell } from './outcome.ts'

/** Seconds of each run; the first ones, in which the engine learns the code, are not counted. */
const timed = (runs: number, work: () => unknown, warm = 3): readonly number[] => {
  for (let at = 0; at < warm; at += 1) work()
  return Array.from({ length: runs }, () => { const began = performance.now(); work(); return (performance.now() - began) / 1000 })
}
const told = (what: string, { aim, elsewhere, seconds, unit = 's' }: { readonly aim: number; /** as it was measured on a machine like ours */ readonly elsewhere: string; readonly seconds: readonly number[]; readonly unit?: 's' | 'ms' }): void => {
  const times = unit === 'ms' ? 1000 : 1
  tell({ what, aim: `≤ ${aim * times} ${unit}${elsewhere === '' ? '' : ` (${elsewhere})`}`, measured: spread(seconds.map((one) => one * times), unit), ratio: null, met: met(median(seconds) <= aim) })
}

// ── index ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Eight pillars in two halves; three of a hundred cells are gaps, and so many are far out. */
const made = (regions: number, indicators: number, farOut = 0.01): { readonly record: IndexRecord; readonly data: IndexData } => {
  const chance = randomFrom(1)
  const values = Float64Array.from({ length: regions * indicators }, () => (chance.next() < 0.03 ? Number.NaN : Math.exp(2 * chance.next() + (chance.next() < farOut ? 4 : 0))))
  return {
    record: indexRecord({
      indicators: Array.from({ length: indicators }, (_, at) => ({ key: `i${at}`, parent: `p${at % 8}`, direction: at % 3 === 0 ? -1 : 1 })),
      groups: [{ key: 'index' }, { key: 'h0', parent: 'index' }, { key: 'h1', parent: 'index' }, ...Array.from({ length: 8 }, (_, at) => ({ key: `p${at}`, parent: `h${at % 2}` }))],
      steps: { imputation: { kind: 'mean' } },
    }),
    data: { values, regions: Array.from({ length: regions }, (_, at) => `r${at}`), groups: Array.from({ length: regions }, (_, at) => `g${at % 4}`) },
  }
}
const factors: readonly Factor[] = [
  { kind: 'imputation', choices: [{ kind: 'mean' }, { kind: 'group-mean' }, { kind: 'row-mean' }] }, { kind: 'winmax', choices: [1, 2, 3, 4, 5] },
  { kind: 'normalisation', choices: [{ kind: 'min-max', lower: 1, upper: 100 }, { kind: 'rank' }] }, { kind: 'weights', levels: [0, 1, 2], spread: 0.25 },
  { kind: 'aggregation', choices: [[{ kind: 'arithmetic' }], [{ kind: 'geometric' }]] },
]
const small = made(51, 49), large = made(1170, 60)
told('index of 51 regions × 49 indicators, every step from the raw values', { aim: 0.005, elsewhere: 'COINr 97 ms', seconds: timed(40, () => runIndex(small.record, small.data), 10), unit: 'ms' })
told('index of 1,170 × 60, every step from the raw values', { aim: 0.1, elsewhere: 'COINr 770 ms', seconds: timed(15, () => runIndex(large.record, large.data)), unit: 'ms' })
const first = runIndex(large.record, large.data)
const weights = [1, 2].map((weight) => ({ ...large.record, indicators: large.record.indicators.map((one, at) => (at === 0 ? { ...one, weight } : one)) }))
let turn = 0
tell({ what: 'index of 1,170 × 60, again with one weight changed', aim: '–', measured: spread(timed(15, () => { turn += 1; return runIndex(weights[turn % 2] as IndexRecord, large.data, first) }).map((one) => one * 1000), 'ms'), ratio: null, met: null })

// 86 rows and seven columns: the runs of the reference
told('sensitivity analysis, 602 re-runs of 51 × 49, five factors', { aim: 3, elsewhere: 'COINr 58 s', seconds: timed(5, () => sensitivity(small.record, small.data, { factors, size: 86, seed: 1 }), 1) })
let heard = 0
told('intervals of ranks, 1,000 re-runs of 1,170 × 60, told after each', { aim: 60, elsewhere: '', seconds: timed(1, () => rankIntervals(large.record, large.data, { factors, runs: 1000, seed: 1, tell: (done) => { heard += 1; if (done % 250 === 0) say(`intervals: ${done} of 1,000`); return 'go' } }), 0) })
if (heard !== 1001) throw new Error(`progress was told ${heard} times, not before each of 1,000 runs and at the end`)

// ── orders and weights ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
const table = (rows: number, columns: number): { readonly values: Float64Array; readonly rows: number; readonly columns: number } => {
  const chance = randomFrom(3)
  return { values: Float64Array.from({ length: rows * columns }, (_, at) => chance.next() + 0.3 * (Math.floor(at / columns) % 7)), rows, columns }
}
const equal = (count: number): Float64Array => new Float64Array(count).fill(1)
told('Copeland, 300 × 10', { aim: 0.05, elsewhere: 'COINr 12,000 ms', seconds: timed(30, () => copeland(table(300, 10), equal(10))), unit: 'ms' })
const eight = table(51, 8)
told('optimisation of eight weights, four starts', { aim: 2, elsewhere: 'COINr 42 s, some below 0', seconds: timed(7, () => optimisedWeights(eight, { aim: 'balance' })) })

// ── complexity ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
const folder = mkdtempSync(join(tmpdir(), 'posoka-bench-analysis-'))
try {
  const countries = 226, products = 785, file = join(folder, 'exports.csv')
  const chance = randomFrom(5)
  // richer countries export more kinds, and the rarer ones
  const lines = ['country,product,value']
  for (let r = 0; r < countries; r += 1) for (let i = 0; i < products; i += 1) if (chance.next() < 0.15 + 0.75 * (r / countries) * (1 - 0.8 * (i / products))) lines.push(`c${r},p${i},${Math.round(Math.exp(10 * chance.next()))}`)
  writeFileSync(file, lines.join('\n'))
  const wholeWay = (): void => {
    const names = new Map<string, number>(), goods = new Map<string, number>()
    const found: number[] = []
    const placeOf = (known: Map<string, number>, name: string): number => { const at = known.get(name) ?? known.size; known.set(name, at); return at }
    const text = readFileSync(file, 'latin1')
    for (let from = text.indexOf('\n') + 1; from > 0 && from < text.length;) {
      const one = text.indexOf(',', from), two = text.indexOf(',', one + 1), line = text.indexOf('\n', two), end = line === -1 ? text.length : line
      found.push(placeOf(names, text.slice(from, one)), placeOf(goods, text.slice(one + 1, two)), Number(text.slice(two + 1, end)))
      from = end + 1
    }
    const regions = names.size, activities = goods.size
    const sizes = new Float64Array(regions * activities)
    for (let at = 0; at < found.length; at += 3) sizes[(found[at] as number) * activities + (found[at + 1] as number)] = found[at + 2] as number
    const { values: quotients } = locationQuotients({ sizes, regions, activities })
    const presence = presenceOf({ quotients, regions, activities, threshold: 1, rule: 'at-least' })
    const index = complexityIndex(presence, 'shared')
    if (typeof index === 'string') throw new Error(`complexity: ${index}`)
    relatednessDensity({ presence, phi: relatednessOf(presence, 'proximity'), self: 'excluded' })
  }
  told(`complexity of ${countries} × ${products}, from the file to ECI, PCI, proximity and density (${lines.length.toLocaleString('en')} lines)`, { aim: 0.5, elsewhere: 'py-ecomplexity 0.99 s', seconds: timed(7, wholeWay, 1) })
} finally {
  rmSync(folder, { recursive: true })
}

// ── effect ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Thirty-nine states, thirty-one years, the nineteen before the measure; seven predictors. */
const california = () => {
  const chance = randomFrom(9), rows = 39, columns = 31, predictorCount = 7
  const trends = Array.from({ length: 3 }, () => Array.from({ length: columns }, (_, t) => 10 * Math.sin(t / (3 + 4 * chance.next())) - t))
  const loads = Array.from({ length: rows }, () => trends.map(() => chance.next()))
  const values = Float64Array.from({ length: rows * columns }, (_, at) => {
    const row = Math.floor(at / columns), t = at % columns
    return 120 + (loads[row] as number[]).reduce((sum, load, k) => sum + load * (trends[k]?.[t] as number), 0) + 2 * chance.next() - (row === 0 && t >= 19 ? 15 : 0)
  })
  const predictors = Float64Array.from({ length: rows * predictorCount }, (_, at) => {
    const row = Math.floor(at / predictorCount), k = at % predictorCount
    return k < 3 ? (loads[row]?.[k] as number) + 0.1 * chance.next() : (values[row * columns + 4 * (k - 3) + 5] as number)
  })
  return { design: { panel: { values, rows, columns }, treated: 0, first: 19 }, options: { predictors, predictorCount } }
}
const { design, options } = california()
told('synthetic control of 39 states × 31 years with 38 placebos, V searched for each', {
  aim: 10, elsewhere: 'tidysynth 28 s',
  seconds: timed(3, () => { const found = placebosFor(design, syntheticControl(design, options), options); if (found.placebos.length !== 38) throw new Error(`${found.placebos.length} placebos`) }, 0),
})

// ── growth ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Seconds of the processor, not of the clock: what else the machine does counts little. */
const worked = (runs: number, work: () => unknown): readonly number[] => {
  for (let at = 0; at < 5; at += 1) work()
  return Array.from({ length: runs }, () => { const began = process.cpuUsage(); work(); const { user, system } = process.cpuUsage(began); return (user + system) / 1e6 })
}
/** How the work grows when the size doubles: log₂ of the ratio of the quickest runs. */
const grows = (what: string, { sizes, expected, work }: { readonly sizes: readonly number[]; readonly expected: string; readonly work: (size: number) => () => unknown }): void => {
  const quickest = sizes.map((size) => Math.min(...worked(11, work(size))))
  const powers = quickest.slice(1).map((time, at) => Math.log2(time / (quickest[at] as number)))
  tell({ what: `growth of ${what}: ${sizes.map((size) => size.toLocaleString('en')).join(' → ')}`, aim: `power ${expected}`, measured: `power ${powers.map((one) => one.toFixed(2)).join(', ')} (${quickest.map((one) => `${(one * 1000).toFixed(1)} ms`).join(' → ')})`, ratio: null, met: null })
}
grows('the index with regions (60 indicators)', { sizes: [1170, 2340, 4680], expected: 'about 1 (sorting: n·log n)', work: (size) => { const { record, data } = made(size, 60, 0); return () => runIndex(record, data) } })
grows('the index with indicators (1,170 regions)', { sizes: [60, 120, 240], expected: 'about 1', work: (size) => { const { record, data } = made(1170, size, 0); return () => runIndex(record, data) } })
grows('Copeland with regions (10 indicators)', { sizes: [300, 600, 1200], expected: '2: every pair', work: (size) => { const given = table(size, 10); return () => copeland(given, equal(10)) } })
grows('complexity with regions (400 activities)', { sizes: [100, 200, 400], expected: '2 to 3: a matrix of regions × regions is taken apart', work: (size) => {
  const chance = randomFrom(7), presence = { has: Uint8Array.from({ length: size * 400 }, (_, at) => (chance.next() < 0.2 + 0.6 * Math.floor(at / 400) / size ? 1 : 0)), regions: size, activities: 400 }
  return () => complexityIndex(presence, 'shared')
} })

// ── opinion groups ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Three camps; six of ten statements are voted on, some passed over. Map, groups, what each stands for, and twenty draws for the stability. */
const voted = (people: number, statements: number) => {
  const chance = randomFrom(7)
  const camps = Int8Array.from({ length: people }, () => chance.whole(3))
  const values = Float64Array.from({ length: people * statements }, (_, at) => {
    if (chance.next() > 0.6) return Number.NaN
    const likes = (((at % statements) * 7 + (camps[Math.floor(at / statements)] as number) * 13) % 10) / 10
    return chance.next() < 0.15 ? 0 : chance.next() < likes ? 1 : -1
  })
  return { values, rows: people, columns: statements }
}
const votes = voted(2000, 300)
told('opinion groups of 2,000 people × 300 statements, with their stability', { aim: 2, elsewhere: '', seconds: timed(5, () => opinionGroups(votes), 1) })
const fewer = voted(1000, 150)
tell({ what: 'opinion groups of 1,000 × 150: a quarter of the votes', aim: '–', measured: spread(timed(5, () => opinionGroups(fewer), 1), 's'), ratio: null, met: null })
