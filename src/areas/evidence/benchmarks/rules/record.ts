// A benchmark as a record: the steps, whose it is, beside whom, what counts, and every value with its period, so that marks and score can be
// computed again from it alone.
import type { Period } from '#kernel/period.ts'
import { type BenchmarkRow, benchmarkRow } from '#stats/benchmark-row.ts'
import type { Direction, Domain } from '#areas/evidence/indicators/rules.ts'
import type { Benchmark, BenchmarkChoice, Score } from '../rules.ts'
import { scoreOf } from './score.ts'

type RecordLine = {
  readonly key: string; readonly version: number; readonly domain: Domain; readonly direction: Direction; readonly period: Period
  readonly own: number; /** in the order of the peers */ readonly values: readonly (number | null)[]
  /** the peers' median yearly progress in units, signed by the direction; null: none */
  readonly progress: number | null
}
export type BenchmarkRecord = {
  readonly steps: readonly ['period', 'marks', 'pace', 'score']
  readonly region: string
  readonly peers: readonly string[]
  readonly from: Benchmark['from']['kind']
  readonly without: readonly string[]
  readonly lines: readonly RecordLine[]
}
export type BenchmarkResult = { readonly score: Score; readonly lines: readonly ({ readonly key: string } & BenchmarkRow)[] }

export const recordOf = (benchmark: Benchmark, choice: BenchmarkChoice): BenchmarkRecord => ({
  steps: ['period', 'marks', 'pace', 'score'], region: benchmark.region.code, peers: benchmark.peers.map((region) => region.code), from: benchmark.from.kind, without: choice.without,
  lines: benchmark.lines.flatMap((line) => (typeof line.row.own !== 'number' ? [] : [{
    key: line.indicator.key, version: line.indicator.version, domain: line.indicator.domain, direction: line.direction, period: line.period, own: line.row.own,
    values: Array.from(line.values, (one) => (Number.isNaN(one) ? null : one)), progress: typeof line.row.progress === 'number' ? line.row.progress : null,
  }])),
})
/** From the record alone: whatever the figures of today are, the same marks and the same score. */
export const resultOf = (record: BenchmarkRecord): BenchmarkResult => {
  const lines = record.lines.map((line) => {
    const direction = line.direction === 'less' ? -1 : 1
    const values = Float64Array.from(line.values, (one) => one ?? Number.NaN)
    return { indicator: { key: line.key, domain: line.domain }, direction: line.direction, values, row: benchmarkRow({ own: line.own, peers: values, progress: line.progress === null ? new Float64Array() : Float64Array.of(direction * line.progress), direction }) }
  })
  return { score: scoreOf(lines, record.without), lines: lines.map(({ indicator, row }) => ({ key: indicator.key, ...row })) }
}
