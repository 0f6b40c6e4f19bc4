// The honesty test of relatedness: did what came really come where density was higher? It looks back, and promises nothing.
import { quantileOf, sortedOf } from './quantile.ts'
import { ranksOf } from './ranks.ts'
import type { Value } from './reason.ts'

export type Decile = { readonly decile: number; readonly from: number; readonly to: number; readonly candidates: number; readonly entered: number; readonly share: Value }
export type Entries = {
  readonly candidates: number
  readonly entered: readonly number[]; readonly left: readonly number[]
  readonly entryShare: Value; readonly auc: Value; readonly deciles: readonly Decile[]
}
/** Fewer candidates than this, and there is no test. */
export const leastCandidates = 10

/** Figures per region and activity in one list (indices are those of the list). Entered: quotient from under the threshold to at least it, with at
 *  least `leastJobs` jobs at the end; left: the other way. Candidates: under the threshold earlier, with a density. Share entered by density
 *  decile, and AUC: the chance that an activity that entered had a higher density than one that did not (ties count half). Undefined: fewer
 *  than ten candidates (`too-few`), no earlier year (`no-data`), nothing or everything entered (AUC: `constant`). Worked: of ten candidates
 *  the two nearest entered → AUC 1. */
export const entriesAndExits = ({ density, earlier, later, jobs, threshold, leastJobs }: {
  readonly density: Float64Array; readonly earlier: Float64Array | undefined; readonly later: Float64Array; readonly jobs?: Float64Array | undefined
  readonly threshold: number; readonly leastJobs: number
}): Entries => {
  for (const list of [density, earlier ?? later, jobs ?? later]) if (list.length !== later.length) throw new RangeError('lists of one length')
  if (earlier === undefined) return { candidates: 0, entered: [], left: [], entryShare: 'no-data', auc: 'no-data', deciles: [] }
  const all = Array.from(later, (_, at) => at)
  const isEntry = (at: number): boolean => (earlier[at] as number) < threshold && (later[at] as number) >= threshold && (jobs === undefined || (jobs[at] as number) >= leastJobs)
  const candidates = all.filter((at) => (earlier[at] as number) < threshold && Number.isFinite(density[at]) && !Number.isNaN(later[at]))
  const entered = all.filter(isEntry), left = all.filter((at) => (earlier[at] as number) >= threshold && (later[at] as number) < threshold)
  if (candidates.length < leastCandidates) return { candidates: candidates.length, entered, left, entryShare: 'too-few', auc: 'too-few', deciles: [] }
  const ranks = ranksOf(Float64Array.from(candidates, (at) => density[at] as number), { ties: 'mean', first: 'lowest' })
  const came = candidates.map(isEntry), n = came.filter(Boolean).length, others = candidates.length - n
  const sum = came.reduce((total, one, c) => (one ? total + (ranks[c] as number) : total), 0)
  const sorted = sortedOf(Float64Array.from(candidates, (at) => density[at] as number))
  const limits = Array.from({ length: 11 }, (_, k) => quantileOf(sorted, k / 10))
  const decileOf = (one: number): number => { for (let k = 1; k < 10; k += 1) if (one <= (limits[k] as number)) return k; return 10 }
  const deciles = Array.from({ length: 10 }, (_, k): Decile => {
    const own = candidates.map((at, c) => ({ c, decile: decileOf(density[at] as number) })).filter(({ decile }) => decile === k + 1)
    const in_ = own.filter(({ c }) => came[c]).length
    return { decile: k + 1, from: limits[k] as number, to: limits[k + 1] as number, candidates: own.length, entered: in_, share: own.length === 0 ? 'no-data' : in_ / own.length }
  })
  return { candidates: candidates.length, entered, left, entryShare: n / candidates.length, auc: n === 0 || others === 0 ? 'constant' : (sum - (n * (n + 1)) / 2) / (n * others), deciles }
}
