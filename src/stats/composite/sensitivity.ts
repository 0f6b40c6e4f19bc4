// Which decision moves the ranks: Sobol indices of the factors of an index. One outcome: the mean shift of ranks against the nominal run.
import { ranksOf } from '../ranks.ts'
import { scoresOf } from '../composite-index.ts'
import { type Factor, turnFactors } from './factors.ts'
import type { IndexRecord } from './index-record.ts'
import type { IndexData } from './index-stages.ts'
import { type Progress, runner } from './rank-intervals.ts'
import { mixed, type SobolIndex, sobolDesign, sobolIndices } from './sobol-indices.ts'

export type Sensitivity = {
  /** one per factor, in their order */
  readonly factors: readonly SobolIndex[]
  /** mean of the outcome over A and B: by how many places regions move on average */
  readonly meanShift: number
  readonly runs: number
  readonly cancelled: boolean
}
const highest = { ties: 'smallest', first: 'highest' } as const

/** N·(k + 2) runs on the rows of A, B and A with one column from B; y = mean |rank − nominal rank| over the regions that have both. Quasi-
 *  random points moved by the seed. Told `stop`: ends, `cancelled`, indices from the rows that are complete.
 *  Source: Saisana, Saltelli and Tarantola 2005; Saltelli et al. 2010; Jansen 1999. Nothing moves: 'constant'. */
export const sensitivity = (record: IndexRecord, data: IndexData, { factors, size, seed, draws = 1000, tell = () => 'go' }: {
  readonly factors: readonly Factor[]; readonly size: number; readonly seed: number; readonly draws?: number; readonly tell?: Progress
}): Sensitivity => {
  const again = runner(record, data)
  const nominal = ranksOf(scoresOf(again.nominal).scores, highest)
  const shiftAt = (u: Float64Array): number => {
    const ranks = ranksOf(scoresOf(again.run(turnFactors(record, factors, u))).scores, highest)
    let sum = 0, n = 0
    for (let row = 0; row < ranks.length; row += 1) {
      const away = Math.abs((ranks[row] as number) - (nominal[row] as number))
      if (!Number.isNaN(away)) { sum += away; n += 1 }
    }
    return sum / n
  }
  const k = factors.length, whole = size * (k + 2)
  const design = sobolDesign({ size, factors: k, seed })
  const empty = (): Float64Array => new Float64Array(size).fill(Number.NaN)
  const a = empty(), b = empty(), ab = factors.map(empty)
  let done = 0, cancelled = false
  // Row by row, so that a run that is stopped has whole rows.
  for (let row = 0; row < size && !cancelled; row += 1) for (let part = 0; part < k + 2; part += 1) {
    if (tell(done, whole) === 'stop') { cancelled = true; break }
    if (part === 0) a[row] = shiftAt(design.a.subarray(row * k, (row + 1) * k))
    else if (part === 1) b[row] = shiftAt(design.b.subarray(row * k, (row + 1) * k))
    else (ab[part - 2] as Float64Array)[row] = shiftAt(mixed(design, row, part - 2))
    done += 1
  }
  if (!cancelled) tell(done, whole)
  let sum = 0, n = 0
  for (const one of [...a, ...b]) if (Number.isFinite(one)) { sum += one; n += 1 }
  return { factors: sobolIndices({ a, b, ab }, { draws, seed }), meanShift: n === 0 ? Number.NaN : sum / n, runs: done, cancelled }
}
