// The index run many times: intervals of ranks, which decision matters, years together, one region's reading, what-if; and being stopped.
import { describe, expect, test } from 'vitest'
import { runIndex } from '../composite-index.ts'
import { runPanelIndex } from '../panel-index.ts'
import { randomFrom } from '../random.ts'
import type { Factor } from './factors.ts'
import { turnFactors } from './factors.ts'
import { indexRecord, type RecordDraft } from './index-record.ts'
import { rankIntervals } from './rank-intervals.ts'
import { sensitivity } from './sensitivity.ts'
import { ishigami, mixed, sobolDesign, sobolIndices } from './sobol-indices.ts'
import { mostDimensions, sobolPoints } from './sobol-points.ts'
import { ranksAmong, strengthsOf } from './strengths.ts'
import { leaveOneOut, smallestChange, whatIf } from './what-if.ts'

const nan = Number.NaN
const size = { regions: 20, indicators: 12 }
const chance = randomFrom(11)
const values = Float64Array.from({ length: size.regions * size.indicators }, () => (chance.next() < 0.04 ? nan : Math.round(1000 * chance.next())))
const draft: RecordDraft = {
  indicators: Array.from({ length: size.indicators }, (_, at) => ({ key: `i${at}`, parent: `p${at % 3}`, direction: at % 4 === 3 ? -1 : 1 })),
  groups: [{ key: 'index' }, { key: 'p0', parent: 'index' }, { key: 'p1', parent: 'index' }, { key: 'p2', parent: 'index' }],
}
const record = indexRecord(draft)
const data = { values, regions: Array.from({ length: size.regions }, (_, at) => `r${at}`) }
const factors: readonly Factor[] = [
  { kind: 'imputation', choices: [{ kind: 'none' }, { kind: 'mean' }, { kind: 'chained', seed: 5, rounds: 2 }] }, { kind: 'winmax', choices: [0, 5] }, { kind: 'normalisation', choices: [{ kind: 'min-max', lower: 1, upper: 100 }, { kind: 'rank' }] },
  { kind: 'weights', levels: [0, 1], spread: 0.25 }, { kind: 'aggregation', choices: [[{ kind: 'arithmetic' }], [{ kind: 'geometric' }]] }, { kind: 'leave-one-out', of: 'indicators' },
]

describe('intervals of ranks', () => {
  test('without a factor every interval is its rank, and no pair ever changes places', () => {
    const found = rankIntervals(record, data, { factors: [], runs: 5, seed: 1 })
    for (const one of found.regions) expect([one.low, one.median, one.high]).toEqual([one.nominal, one.nominal, one.nominal])
    expect(found.steadyPairs).toBe(1)
  })
  test('the same seed gives the same bytes, another seed others; the median lies within the interval', () => {
    const once = (seed: number) => rankIntervals(record, data, { factors, runs: 60, seed })
    expect(once(1)).toEqual(once(1))
    expect(once(1)).not.toEqual(once(2))
    for (const { low, median, high } of once(1).regions) { expect(low).toBeLessThanOrEqual(median); expect(median).toBeLessThanOrEqual(high) }
    expect(once(1).steadyPairs).toBeLessThan(1)
  })
  test('every run that is kept over from another gives what a whole run of its own would give', () => {
    // One run each: the interval of one run is the rank in it, whatever was run before.
    const u = randomFrom(3), draws = Array.from({ length: 12 }, () => Float64Array.from(factors, () => u.next()))
    const nominal = runIndex(record, data)
    for (const draw of draws) {
      const turned = turnFactors(record, factors, draw)
      expect(runIndex(turned, data, nominal).index.scores).toEqual(runIndex(turned, data).index.scores)
    }
  })
  test('a region that is screened out never has a rank, and moves nobody', () => {
    const wider = { values: Float64Array.of(...values, ...new Float64Array(size.indicators).fill(nan)), regions: [...data.regions, 'empty'] }
    const found = rankIntervals(record, wider, { factors, runs: 10, seed: 1 })
    expect(found.regions.at(-1)).toMatchObject({ runs: 0, nominal: nan })
    expect(found.regions[0]?.nominal).toBe(rankIntervals(record, data, { factors: [], runs: 1, seed: 1 }).regions[0]?.nominal)
  })
  test('told to stop it ends with what it has, and says so', () => {
    const told: number[] = []
    const found = rankIntervals(record, data, { factors, runs: 1000, seed: 1, tell: (done) => { told.push(done); return done < 7 ? 'go' : 'stop' } })
    expect(found).toMatchObject({ runs: 7, cancelled: true })
    expect(found.regions[0]?.runs).toBe(7)
    expect(told).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(rankIntervals(record, data, { factors, runs: 5, seed: 1, tell: () => 'stop' })).toMatchObject({ runs: 0, cancelled: true })
  })
})

describe('sensitivity', () => {
  const ishigamiRuns = (n: number, seed: number) => {
    const design = sobolDesign({ size: n, factors: 3, seed })
    const at = (x: Float64Array) => Float64Array.from({ length: n }, (_, row) => ishigami(x.subarray(row * 3, row * 3 + 3)))
    return { a: at(design.a), b: at(design.b), ab: [0, 1, 2].map((factor) => Float64Array.from({ length: n }, (_, row) => ishigami(mixed(design, row, factor)))) }
  }
  test('Ishigami: S 0.3139, 0.4424, 0 and ST 0.5576, 0.4424, 0.2437, each within its interval', () => {
    const found = sobolIndices(ishigamiRuns(8192, 1), { draws: 200 })
    const wanted = [[0.3139, 0.5576], [0.4424, 0.4424], [0, 0.2437]]
    found.forEach((one, at) => {
      expect(Math.abs((one.first as number) - wanted[at]![0]!)).toBeLessThan(0.005)
      expect(Math.abs((one.total as number) - wanted[at]![1]!)).toBeLessThan(0.005)
      expect(one.firstLow as number).toBeLessThanOrEqual(wanted[at]![0]!)
      expect(one.firstHigh as number).toBeGreaterThanOrEqual(wanted[at]![0]!)
    })
  })
  test('even few runs are near, because the mean is taken off first: a far outcome changes nothing', () => {
    const { a, b, ab } = ishigamiRuns(256, 3), far = (x: Float64Array) => x.map((one) => one + 1e6)
    const near = sobolIndices({ a, b, ab }, { draws: 0 }), away = sobolIndices({ a: far(a), b: far(b), ab: ab.map(far) }, { draws: 0 })
    near.forEach((one, at) => { expect(away[at]?.first).toBeCloseTo(one.first as number, 4); expect(away[at]?.total).toBeCloseTo(one.total as number, 4) })
  })
  test('nothing moves: constant; one row: too few', () => {
    const flat = Float64Array.of(2, 2, 2)
    expect(sobolIndices({ a: flat, b: flat, ab: [flat] })[0]).toMatchObject({ first: 'constant', total: 'constant' })
    expect(sobolIndices({ a: Float64Array.of(1), b: Float64Array.of(2), ab: [Float64Array.of(1)] })[0]?.total).toBe('too-few')
  })
  test('a factor with one choice matters nothing, the one that does matters more; the same seed the same bytes', () => {
    const two: readonly Factor[] = [{ kind: 'winmax', choices: [5] }, { kind: 'weights', levels: [0, 1], spread: 0.25 }]
    const once = () => sensitivity(record, data, { factors: two, size: 64, seed: 2, draws: 50 })
    const found = once()
    expect(found.factors[0]?.total).toBe(0)
    expect(found.factors[1]?.total as number).toBeGreaterThan(0.9)
    expect(found.runs).toBe(256)
    expect(once()).toEqual(found)
    const stopped = sensitivity(record, data, { factors: two, size: 64, seed: 2, draws: 10, tell: (done) => (done < 30 ? 'go' : 'stop') })
    expect(stopped).toMatchObject({ runs: 30, cancelled: true })
  })
  test('the points put exactly one into each part of every axis, whatever the seed', () => {
    for (const seed of [0, 1, 77]) {
      const points = sobolPoints({ count: 64, dimensions: mostDimensions, seed })
      for (let d = 0; d < mostDimensions; d += 1) {
        const parts = new Set(Array.from({ length: 64 }, (_, at) => Math.floor(64 * points[at * mostDimensions + d]!)))
        expect(parts.size).toBe(64)
      }
    }
    const flat = sobolPoints({ count: 256, dimensions: 2, seed: 5 })
    // 256 points on 16 × 16 fields: one each
    expect(new Set(Array.from({ length: 256 }, (_, at) => `${Math.floor(16 * flat[at * 2]!)} ${Math.floor(16 * flat[at * 2 + 1]!)}`)).size).toBe(256)
    expect(sobolPoints({ count: 9, dimensions: mostDimensions + 3, seed: 1 }).every((one) => one >= 0 && one < 1)).toBe(true)
  })
})

describe('what a region reads from it', () => {
  const small: RecordDraft = { indicators: [{ key: 'a', parent: 'index' }, { key: 'b', parent: 'index', direction: -1 }, { key: 'c', parent: 'index' }], groups: [{ key: 'index' }], steps: { treatment: null, aggregation: [{ kind: 'arithmetic' }], normalisation: { kind: 'min-max', lower: 0, upper: 100 } } }
  const four = { values: Float64Array.of(10, 1, 0, 20, 2, 0, 5, 9, 0, 1, nan, 4), regions: ['A', 'B', 'C', 'D'] }
  const now = runIndex(indexRecord(small), four)
  test('its best and worst indicators by directed rank; sharing the last place with others is no weakness of its own', () => {
    const found = strengthsOf(now, 0, { count: 1 })
    if (typeof found === 'string') throw new Error(found)
    expect(found.strengths).toMatchObject([{ key: 'b', rank: 1, of: 3, value: 1 }])
    expect(found.weaknesses).toMatchObject([{ key: 'a', rank: 2, of: 4 }])
    expect(found.all.find(({ key }) => key === 'c')).toMatchObject({ rank: 2, lastWithOthers: true })
    const dropped = strengthsOf(now, 2, { count: 3, bottomTies: 'drop' })
    if (typeof dropped === 'string') throw new Error(dropped)
    expect(dropped.weaknesses.map(({ key }) => key)).toEqual(['b', 'a'])
    const among = strengthsOf(now, 0, { count: 3, peers: [2] })
    expect(typeof among === 'string' ? null : among.all.map(({ rank }) => rank)).toEqual([1, 1, 1])
    expect([...ranksAmong(Float64Array.of(5, 9, 7), [0, 2])]).toEqual([2, nan, 1])
  })
  test('a region that was screened out gets its reason', () => {
    const one = runIndex(indexRecord(small), { values: Float64Array.of(...four.values, nan, nan, 1), regions: [...four.regions, 'E'] })
    expect(strengthsOf(one, 4, { count: 1 })).toBe('no-data')
    expect(smallestChange(one, { row: 4, column: 2, peers: [0, 1] })).toBe('no-data')
  })
  test('another value, another weight: places and scores then and now', () => {
    const found = whatIf(now, { changes: [{ row: 0, column: 2, value: 8 }] })
    expect(found.changed.index.ranks[0]).toBe(1)
    expect(found.gained[0]).toBe(now.index.ranks[0]! - 1)
    expect([...four.values].slice(0, 3)).toEqual([10, 1, 0])
    expect(whatIf(now, {}).changed.index.scores).toEqual(now.index.scores)
  })
  test('the least change that reaches the median of the peers: 1 beside 11 and 21 needs 15 more', () => {
    const one = indexRecord({ indicators: [{ key: 'a', parent: 'index' }], groups: [{ key: 'index' }], steps: { treatment: null } })
    const found = smallestChange(runIndex(one, { values: Float64Array.of(1, 11, 21), regions: ['x', 'y', 'z'] }), { row: 0, column: 0, peers: [1, 2] })
    if (typeof found === 'string') throw new Error(found)
    expect(found.change).toBeCloseTo(15, 6)
    expect(found.score).toBeGreaterThanOrEqual(found.goal)
    const down = indexRecord({ indicators: [{ key: 'a', parent: 'index', direction: -1 }], groups: [{ key: 'index' }], steps: { treatment: null } })
    const less = smallestChange(runIndex(down, { values: Float64Array.of(30, 10, 20), regions: ['x', 'y', 'z'] }), { row: 0, column: 0, peers: [1, 2] })
    expect(typeof less === 'string' ? less : less.change).toBeCloseTo(-15, 6)
    expect(smallestChange(now, { row: 1, column: 0, peers: [0, 2] })).toMatchObject({ change: 0 })
    // by rank alone nobody is reached by an indicator that does not count
    const mute = runIndex({ ...indexRecord(small), steps: { ...indexRecord(small).steps, leftOut: ['a'] } }, four)
    expect(smallestChange(mute, { row: 2, column: 0, peers: [0, 1] })).toBe('no-convergence')
  })
  test('without an indicator places move, and how far is told; without a group too', () => {
    const found = leaveOneOut(runIndex(record, data))
    expect(found.map(({ key }) => key)).toEqual([...record.indicators.map(({ key }) => key), 'p0', 'p1', 'p2'])
    expect(found.some(({ meanShift }) => meanShift > 0)).toBe(true)
    for (const { meanShift, largestShift } of found) expect(largestShift).toBeGreaterThanOrEqual(meanShift)
  })
})

describe('several years', () => {
  const one = indexRecord({ indicators: [{ key: 'a', parent: 'index' }], groups: [{ key: 'index' }], steps: { treatment: null } })
  const year = (...list: number[]) => ({ values: Float64Array.from(list), regions: ['A', 'B'] })
  test('on one scale progress can be read: 1, 11 and next year 6, 21', () => {
    const found = runPanelIndex({ ...one, panel: { imputation: { kind: 'none' }, scale: 'together' } }, { times: Float64Array.of(2020, 2021), years: [year(1, 11), year(6, 21)] })
    expect(found.years.map(({ index }) => [...index.scores])).toEqual([[0, 50], [25, 100]])
    const alone = runPanelIndex({ ...one, panel: { imputation: { kind: 'none' }, scale: 'per-year' } }, { times: Float64Array.of(2020, 2021), years: [year(1, 11), year(6, 21)] })
    expect(alone.years.map(({ index }) => [...index.scores])).toEqual([[0, 100], [0, 100]])
  })
  test('a gap is filled along its series with its year and its state, but never across a break', () => {
    const panel = { ...one, panel: { imputation: { kind: 'latest' as const, maxTime: 2 }, scale: 'together' as const } }
    const years = [year(4, 10), year(nan, 20)], times = Float64Array.of(2020, 2021)
    const found = runPanelIndex(panel, { times, years })
    expect(found.filled).toMatchObject([{ row: 0, column: 0, at: 1, value: 4, from: 2020, how: 'latest' }])
    expect([...(found.years[1]?.states ?? [])]).toEqual([2, 1])
    expect(found.years[1]?.imputedShare[0]).toBe(1)
    const broken = runPanelIndex(panel, { times, years, breaks: [{ row: 0, column: 0, at: 1 }] })
    expect(broken.filled).toEqual([])
    expect(broken.years[1]?.screened[0]?.because).toBe('too-little-data')
  })
})

describe('what must hold for any index', () => {
  test('a positive factor on an indicator changes no rank, and regions in another order have their ranks in that order', () => {
    const nominal = runIndex(record, data)
    const scaled = runIndex(record, { ...data, values: values.map((one, at) => one * [1, 1000, 0.5][at % 3]!) })
    expect(scaled.index.ranks).toEqual(nominal.index.ranks)
    const order = data.regions.map((_, at) => (at * 7) % size.regions)
    const moved = runIndex(record, { values: Float64Array.from(order.flatMap((row) => [...values.subarray(row * size.indicators, (row + 1) * size.indicators)])), regions: order.map((row) => `r${row}`) })
    expect([...moved.index.ranks]).toEqual(order.map((row) => nominal.index.ranks[row]))
  })
  test('effective weights of what counts sum to one, also with a constant and one left out', () => {
    const found = runIndex({ ...record, steps: { ...record.steps, leftOut: ['i1', 'p2'] } }, { ...data, values: values.map((one, at) => (at % size.indicators === 0 ? 3 : one)) })
    const leaves = found.weights.filter(({ key }) => key.startsWith('i') && key !== 'index')
    expect(leaves.reduce((all, { effective }) => all + (typeof effective === 'number' ? effective : 0), 0)).toBeCloseTo(1, 12)
    expect(leaves.find(({ key }) => key === 'i0')?.effective).toBe(0)
    expect(leaves.find(({ key }) => key === 'i1')?.effective).toBe(0)
  })
})
