// Jumps that deserve a mark: a yearly change far from what the country's other regions did, or a fall through the ranks.
// Marks, never deletes. Changes across a break are no jumps.
import { hasFlag } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import { periodKind, yearOf } from '#kernel/period.ts'
import type { RemarkList } from './remarks.ts'
import type { RunsByRegion } from './check-sums.ts'

export const medianOf = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[half] as number) : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2
}
/** Distances from the median in units of 1.4826 × the median absolute deviation, which for normal data is the standard deviation
 *  (Hampel 1974; Iglewicz and Hoaglin 1993 take 3.5 as the limit). Empty where more than half are alike: no scale to measure by.
 *  Worked: 1, 2, 3, 4, 100 → median 3, deviations 2, 1, 0, 1, 97, MAD 1; 100 stands 97 / 1.4826 = 65.4 away. */
export const robustDeviations = (numbers: readonly number[]): readonly number[] => {
  if (numbers.length < 5) return []
  const median = medianOf(numbers)
  const spread = 1.4826 * medianOf(numbers.map((number) => Math.abs(number - median)))
  return spread > 0 ? numbers.map((number) => (number - median) / spread) : []
}
export const farOut = 3.5

/** The same period a year before: 2023-Q3 for 2024-Q3. */
export const yearBefore = (period: Period): Period =>
  (periodKind(period) === 'schoolYear' ? `${yearOf(period) - 1}/${yearOf(period)}` : `${String(yearOf(period) - 1).padStart(4, '0')}${period.slice(4)}`) as Period

type Change = { readonly region: string; readonly before: number; readonly after: number }
const ranksOf = (numbers: readonly number[]): readonly number[] => {
  const sorted = [...numbers].sort((a, b) => b - a)
  return numbers.map((number) => sorted.indexOf(number) + 1)
}

/** `runs`: the regions of one level in one country (or the municipalities of one district). Needs five with both years. */
export const checkOutliers = (list: RemarkList, from: { selection: string; runs: RunsByRegion }): void => {
  const periods = new Set([...from.runs.values()].flatMap((run) => [...run.periods]))
  for (const period of [...periods].sort()) {
    const changes = changesOf(from.runs, period)
    if (changes.length < 5) continue
    list.looked('outliers', changes.length)
    const positive = changes.filter((change) => change.before > 0 && change.after > 0)
    const far = robustDeviations(positive.map((change) => Math.log(change.after / change.before)))
    positive.forEach((change, at) => {
      const away = far[at] ?? 0
      if (Math.abs(away) > farOut) mark(list, { ...from, change, period, says: away > 0 ? 'jumpUp' : 'jumpDown', facts: { before: change.before, after: change.after, deviations: Number(Math.abs(away).toFixed(1)), of: positive.length } })
    })
    const was = ranksOf(changes.map((change) => change.before))
    const is = ranksOf(changes.map((change) => change.after))
    changes.forEach((change, at) => {
      const jump = Math.abs((is[at] as number) - (was[at] as number))
      if (jump > changes.length / 4) mark(list, { ...from, change, period, says: 'rankJump', facts: { from: was[at] as number, to: is[at] as number, of: changes.length } })
    })
  }
}
const changesOf = (runs: RunsByRegion, period: Period): readonly Change[] => {
  const changes: Change[] = []
  for (const [region, run] of runs) {
    const at = run.periods.indexOf(period)
    const earlier = run.periods.indexOf(yearBefore(period))
    if (at < 0 || earlier < 0 || run.missing[at] !== null || run.missing[earlier] !== null) continue
    const between = run.flags.slice(earlier + 1, at + 1)
    if (between.some((flags) => hasFlag(flags, 'b') || hasFlag(flags, 'd'))) continue
    changes.push({ region, before: run.values[earlier] as number, after: run.values[at] as number })
  }
  return changes
}
const mark = (list: RemarkList, found: { selection: string; change: Change; period: Period; says: string; facts: Record<string, number> }): void =>
  list.add('mark', { check: 'outliers', says: found.says, selection: found.selection, region: found.change.region, period: found.period, facts: found.facts })
