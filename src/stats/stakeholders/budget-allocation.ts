// Weights from people who share out points among items. A budget that does not add up is asked about, never rescaled in silence.
import { quantileOf, sortedOf } from '../quantile.ts'
import type { Value } from '../reason.ts'
import { type Answers, columnOf, deviationOf, finite, leastPeople, meanOf, needShape } from './answers.ts'

export type BudgetItem = {
  readonly n: number; readonly mean: Value; readonly median: Value; readonly trimmedMean: Value; readonly deviation: Value; readonly variation: Value
  readonly min: Value; readonly q1: Value; readonly q3: Value; readonly max: Value
}
export type BudgetGroup = {
  readonly group: string; readonly people: number; readonly weights: readonly Value[]
  /** part of the people, and what each group counts in the result */
  readonly ofPeople: number; readonly counts: number
}
export type BudgetAllocation = {
  readonly used: number
  readonly toAsk: readonly { readonly row: number; readonly sum: number; readonly why: 'sum' | 'incomplete' }[]
  readonly items: readonly BudgetItem[]
  /** from means, from medians, from trimmed means; each adds up to 1 */
  readonly weights: readonly Value[]; readonly weightsFromMedians: readonly Value[]; readonly weightsFromTrimmedMeans: readonly Value[]
  readonly groups: readonly BudgetGroup[]
}
export type BudgetHow = {
  readonly total?: number; readonly tolerance?: number
  /** cut at each end of the trimmed mean */
  readonly trim?: number
  readonly groups?: readonly string[]
  /** a person counts once, or a group counts once */
  readonly counting?: 'people' | 'groups'
  readonly least?: number
}

/** weight = mean points of the item ÷ sum of the means (Handbook on Constructing Composite Indicators, OECD/JRC 2008, 6.2). Points ≥ 0, all
 *  people the same total (100). Whoever left an item empty or did not reach the total is listed and not counted. Trimmed mean: ⌊trim·n⌋
 *  answers cut at each end. With `counting: 'groups'` the means are means of the groups' means. Groups under `least` people are not shown.
 *  Undefined: nobody counted `no-data`; the means sum to 0 `zero-denominator`. Worked: 50/30/20 and 30/50/20 → 0.4, 0.4, 0.2. */
export const budgetAllocation = (answers: Answers, { total = 100, tolerance = 1e-6, trim = 0.1, groups, counting = 'people', least = leastPeople }: BudgetHow = {}): BudgetAllocation => {
  needShape(answers)
  const { values, rows, columns } = answers
  if (values.some((one) => one < 0)) throw new RangeError('points are not negative')
  if (!(trim >= 0 && trim < 0.5)) throw new RangeError('trim is a share under one half')
  const sums = Array.from({ length: rows }, (_, row) => values.subarray(row * columns, (row + 1) * columns).reduce((all, one) => all + (Number.isNaN(one) ? 0 : one), 0))
  const toAsk = sums.flatMap((sum, row): BudgetAllocation['toAsk'][number][] => {
    if (values.subarray(row * columns, (row + 1) * columns).some(Number.isNaN)) return [{ row, sum, why: 'incomplete' }]
    return Math.abs(sum - total) > tolerance ? [{ row, sum, why: 'sum' }] : []
  })
  const asked = new Set(toAsk.map(({ row }) => row))
  const kept = Array.from({ length: rows }, (_, row) => row).filter((row) => !asked.has(row))
  const part = (chosen: readonly number[]): Answers => ({
    values: Float64Array.from({ length: chosen.length * columns }, (_, at) => values[(chosen[Math.floor(at / columns)] as number) * columns + (at % columns)] as number),
    rows: chosen.length, columns,
  })
  const whole = part(kept)
  const items = Array.from({ length: columns }, (_, at) => itemOf(columnOf(whole, at), trim))
  const names = groups === undefined ? [] : [...new Set(kept.map((row) => groups[row] ?? ''))].sort()
  const members = names.map((name) => kept.filter((row) => (groups?.[row] ?? '') === name))
  const means = (chosen: readonly number[]): number[] => { const own = part(chosen); return Array.from({ length: columns }, (_, at) => meanOf(columnOf(own, at))) }
  const ofGroups = members.map(means)
  const equal = counting === 'groups' && names.length > 0
  const overall = equal ? Array.from({ length: columns }, (_, at) => ofGroups.reduce((all, one) => all + (one[at] as number), 0) / names.length) : means(kept)
  return {
    used: kept.length, toAsk, items,
    weights: toWeights(overall, kept.length),
    weightsFromMedians: toWeights(items.map(({ median }) => Number(median)), kept.length),
    weightsFromTrimmedMeans: toWeights(items.map(({ trimmedMean }) => Number(trimmedMean)), kept.length),
    groups: names.map((group, at) => {
      const people = members[at]?.length ?? 0
      return {
        group, people, ofPeople: people / kept.length, counts: equal ? 1 / names.length : people / kept.length,
        weights: people < least ? new Array<Value>(columns).fill('too-few') : toWeights(ofGroups[at] ?? [], people),
      }
    }),
  }
}

const toWeights = (means: readonly number[], people: number): readonly Value[] => {
  if (people === 0) return means.map(() => 'no-data')
  const sum = means.reduce((all, one) => all + one, 0)
  return means.map((one) => (sum === 0 ? 'zero-denominator' : finite(one / sum)))
}
const itemOf = (points: Float64Array, trim: number): BudgetItem => {
  const n = points.length
  if (n === 0) return { n, mean: 'no-data', median: 'no-data', trimmedMean: 'no-data', deviation: 'no-data', variation: 'no-data', min: 'no-data', q1: 'no-data', q3: 'no-data', max: 'no-data' }
  const sorted = sortedOf(points)
  const cut = Math.floor(trim * n)
  const mean = meanOf(points), deviation = deviationOf(points)
  return {
    n, mean: finite(mean), median: quantileOf(sorted, 0.5), trimmedMean: finite(meanOf(sorted.subarray(cut, n - cut))),
    deviation: n < 2 ? 'too-few' : finite(deviation), variation: n < 2 ? 'too-few' : mean === 0 ? 'zero-denominator' : finite(deviation / mean),
    min: sorted[0] as number, q1: quantileOf(sorted, 0.25), q3: quantileOf(sorted, 0.75), max: sorted[n - 1] as number,
  }
}
