// Do people put the same things in the same order? Kendall's coefficient of concordance. Not about who is right.
import { chiSquareAbove } from '../distributions.ts'
import type { Value } from '../reason.ts'
import { ascendingOrder, ranksOf } from '../ranks.ts'
import { type Answers, needShape } from './answers.ts'

export type KendallW = {
  readonly w: Value; readonly chiSquare: Value; readonly degrees: number; readonly p: Value
  /** people with a whole row, and those left out for a gap */
  readonly people: number; readonly dropped: number
  /** per item, 1 = lowest; equal answers share the mean place */
  readonly rankSums: Float64Array
  /** Σ over people of Σ(t³ − t) over their ties */
  readonly ties: number
  /** mean of Spearman's coefficients of all pairs of people: (mW − 1) ÷ (m − 1) */
  readonly meanSpearman: Value
}

/** W = 12S ÷ (m²(k³ − k) − mΣT): m people, k items, S the squared deviations of the k rank sums from their mean, T = Σ(t³ − t) over a person's
 *  ties; χ² = m(k − 1)W with k − 1 degrees (Kendall and Babington Smith 1939, Annals of Mathematical Statistics 10, 275–287). 0 none … 1 full.
 *  Incomplete rows are dropped and counted. Undefined: under 3 people or 2 items `too-few`; everybody ties everything `constant`.
 *  Worked: 1 2 3, 1 2 3, 2 1 3 → S = 14, W = 0.7778, χ² = 4.667, p = 0.0970. */
export const kendallW = (answers: Answers): KendallW => {
  needShape(answers)
  const { values, rows, columns: k } = answers
  const rankSums = new Float64Array(k)
  let people = 0, ties = 0
  const row = new Float64Array(k)
  for (let at = 0; at < rows; at += 1) {
    row.set(values.subarray(at * k, (at + 1) * k))
    if (row.some(Number.isNaN)) continue
    people += 1
    const order = ascendingOrder(row)
    const ranks = ranksOf(row, { ties: 'mean', first: 'lowest' }, order)
    for (let item = 0; item < k; item += 1) rankSums[item] = (rankSums[item] as number) + (ranks[item] as number)
    ties += tiesIn(row, order)
  }
  const degrees = Math.max(0, k - 1), dropped = rows - people
  const none = (why: 'too-few' | 'constant'): KendallW => ({ w: why, chiSquare: why, degrees, p: why, people, dropped, rankSums, ties, meanSpearman: why })
  if (people < 3 || k < 2) return none('too-few')
  const middle = (people * (k + 1)) / 2
  const s = rankSums.reduce((all, one) => all + (one - middle) ** 2, 0)
  const below = people * people * (k ** 3 - k) - people * ties
  if (below <= 0) return none('constant')
  const w = (12 * s) / below
  const chiSquare = people * (k - 1) * w
  return { w, chiSquare, degrees, p: chiSquareAbove(chiSquare, degrees), people, dropped, rankSums, ties, meanSpearman: (people * w - 1) / (people - 1) }
}

const tiesIn = (row: Float64Array, order: Int32Array): number => {
  let all = 0
  for (let from = 0; from < order.length;) {
    let to = from + 1
    while (to < order.length && row[order[to] as number] === row[order[from] as number]) to += 1
    all += (to - from) ** 3 - (to - from)
    from = to
  }
  return all
}
