// How far a rank depends on decisions: the index run again many times with its factors turned by chance. Ranks with their interval, and
// how many pairs of regions never change places, which is the most readable summary.
import { quantileOf, sortedOf } from '../quantile.ts'
import { randomFrom } from '../random.ts'
import { ranksOf } from '../ranks.ts'
import { type Factor, turnFactors } from './factors.ts'
import type { IndexRecord } from './index-record.ts'
import { type IndexData, runStages, type Stages } from './index-stages.ts'
import { scoresOf } from '../composite-index.ts'

export type Progress = (done: number, of: number) => 'go' | 'stop'
export type RankInterval = {
  readonly nominal: number
  readonly mean: number
  readonly median: number
  readonly low: number
  readonly high: number
  /** in how many runs it had a rank */
  readonly runs: number
}
export type RankIntervals = {
  /** NaN throughout where a region never had a rank */
  readonly regions: readonly RankInterval[]
  /** share of the pairs that both had a rank in some run whose order was the same in all of them; NaN without pairs */
  readonly steadyPairs: number
  readonly runs: number
  readonly cancelled: boolean
}
const highest = { ties: 'smallest', first: 'highest' } as const

/** `runs` records with every factor turned by a seeded draw; per region mean, median, 5 % and 95 % (`low`, `high`) of its ranks (1 = best).
 *  Told `stop`, it ends with what it has and says `cancelled`. The same seed gives the same bytes.
 *  Source: Saisana, Saltelli and Tarantola 2005 (J. R. Stat. Soc. A 168, 307–323). Worked: without factors every interval is its rank. */
export const rankIntervals = (record: IndexRecord, data: IndexData, { factors, runs, seed, low = 0.05, high = 0.95, tell = () => 'go' }: {
  readonly factors: readonly Factor[]; readonly runs: number; readonly seed: number; readonly low?: number; readonly high?: number; readonly tell?: Progress
}): RankIntervals => {
  const n = data.regions.length
  const again = runner(record, data)
  const nominal = ranksOf(scoresOf(again.nominal).scores, highest)
  const chance = randomFrom(seed)
  const all = new Float64Array(n * runs)
  const orders = new Uint8Array(n * (n - 1) / 2)
  const u = new Float64Array(factors.length)
  let done = 0, cancelled = false
  for (; done < runs; done += 1) {
    if (tell(done, runs) === 'stop') { cancelled = true; break }
    for (let k = 0; k < u.length; k += 1) u[k] = chance.next()
    const { scores } = scoresOf(again.run(turnFactors(record, factors, u)))
    const ranks = ranksOf(scores, highest)
    for (let row = 0; row < n; row += 1) all[row * runs + done] = ranks[row] as number
    markOrders(orders, scores)
  }
  if (!cancelled) tell(done, runs)
  let pairs = 0, steady = 0
  for (const seen of orders) if (seen !== 0) { pairs += 1; if (seen === above || seen === below || seen === tied) steady += 1 }
  return {
    regions: Array.from({ length: n }, (_, row): RankInterval => {
      const sorted = sortedOf(all.subarray(row * runs, row * runs + done))
      const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length
      return { nominal: nominal[row] as number, mean, median: quantileOf(sorted, 0.5), low: quantileOf(sorted, low), high: quantileOf(sorted, high), runs: sorted.length }
    }),
    steadyPairs: pairs === 0 ? Number.NaN : steady / pairs, runs: done, cancelled,
  }
}
const above = 1, below = 2, tied = 4
const markOrders = (orders: Uint8Array, scores: Float64Array): void => {
  let at = 0
  for (let i = 0; i < scores.length; i += 1) {
    const a = scores[i] as number
    for (let l = i + 1; l < scores.length; l += 1, at += 1) {
      const b = scores[l] as number
      orders[at] = (orders[at] as number) | (a > b ? above : a < b ? below : a === b ? tied : 0)
    }
  }
}

const mostKept = 16
/** Runs records of one kind: the stages before weighting are kept for each combination of the choices that come before it, so that most
 *  runs only weigh and aggregate. */
export const runner = (record: IndexRecord, data: IndexData): { readonly nominal: Stages; readonly run: (record: IndexRecord) => Stages } => {
  const nominal = runStages(record, data)
  const keyOf = ({ steps: { imputation, screening, treatment, normalisation } }: IndexRecord): string => JSON.stringify([imputation, screening, treatment, normalisation])
  const known = new Map<string, Stages>([[keyOf(record), nominal]])
  const partly = new Map<string, Stages>([[JSON.stringify(record.steps.imputation), nominal]])
  return {
    nominal,
    run: (other) => {
      const key = keyOf(other), filled = JSON.stringify(other.steps.imputation)
      const done = runStages(other, data, known.get(key) ?? partly.get(filled) ?? nominal)
      if (other.steps.imputation.kind !== 'chained') {
        if (known.size < mostKept) known.set(key, done)
        if (partly.size < mostKept) partly.set(filled, done)
      }
      return done
    },
  }
}
