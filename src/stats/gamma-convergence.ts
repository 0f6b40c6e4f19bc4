// Do regions change places? γ looks at the order only: it falls from 1 as the order of the first year is lost.
// Not a statement about distances: two regions may come close without changing places.
import { chiSquareAbove } from './distributions.ts'
import { ranksOf } from './ranks.ts'
import type { Value } from './reason.ts'
import { columnOf, completeRows, type Panel } from './sigma-convergence.ts'

export type GammaConvergence = {
  /** KI_t = var(rank_t + rank_0) ÷ var(2·rank_0), the first year against each year */
  readonly paired: readonly Value[]
  /** KI_t = var(rank_0 + … + rank_t) ÷ var((t + 1)·rank_0), all years up to each year */
  readonly throughout: readonly Value[]
  /** Kendall's τ-b between the first year and each year */
  readonly tau: readonly Value[]
  /** of the last `throughout`: χ² = (n − 1)·(years)·KI and its p (the hypothesis: the orders have nothing in common) */
  readonly chiSquare: Value
  readonly p: Value
  readonly used: readonly number[]
}

/** τ-b: (agreeing − disagreeing pairs) ÷ √(pairs untied in the one × in the other). */
export const kendallTau = (a: Float64Array, b: Float64Array): Value => {
  let s = 0, inA = 0, inB = 0
  for (let i = 0; i < a.length; i += 1) for (let j = i + 1; j < a.length; j += 1) {
    const x = Math.sign((a[j] as number) - (a[i] as number)), y = Math.sign((b[j] as number) - (b[i] as number))
    s += x * y
    inA += x * x
    inB += y * y
  }
  return inA === 0 || inB === 0 ? 'constant' : s / Math.sqrt(inA * inB)
}
const variance = (values: Float64Array): number => {
  let mean = 0, sum = 0
  for (const one of values) mean += one / values.length
  for (const one of values) sum += (one - mean) ** 2
  return sum / values.length
}

/** Regions with every year only. Undefined under two of them ('too-few') and where the first year has all ranks equal ('constant').
 *  Worked: orders 1 2 3 then 3 2 1 → paired 1, 0 (the sums are all equal). Source: Boyle and McCarthy 1997 (Oxford Bulletin 59,
 *  257–264), the index of concordance of Kendall; after convergEU. */
export const gammaConvergence = (panel: Panel): GammaConvergence => {
  const used = completeRows(panel), none = (why: 'too-few' | 'no-data' | 'constant'): GammaConvergence => {
    const each = Array.from({ length: panel.columns }, () => why)
    return { paired: each, throughout: each, tau: each, chiSquare: why, p: why, used }
  }
  if (used.length < 2 || panel.columns === 0) return none(used.length === 0 ? 'no-data' : 'too-few')
  const years = Array.from({ length: panel.columns }, (_, t) => ranksOf(columnOf(panel, used, t), { ties: 'mean', first: 'lowest' }))
  const first = years[0] as Float64Array, base = variance(first)
  if (base === 0) return none('constant')
  const sums = new Float64Array(used.length), paired: number[] = [], throughout: number[] = [], tau: Value[] = []
  years.forEach((ranks, t) => {
    ranks.forEach((one, i) => { sums[i] = (sums[i] as number) + one })
    paired.push(variance(ranks.map((one, i) => one + (first[i] as number))) / (4 * base))
    throughout.push(variance(sums) / ((t + 1) ** 2 * base))
    tau.push(kendallTau(first, ranks))
  })
  const chiSquare = (used.length - 1) * panel.columns * (throughout.at(-1) as number)
  return { paired, throughout, tau, chiSquare, p: chiSquareAbove(chiSquare, used.length - 1), used }
}
