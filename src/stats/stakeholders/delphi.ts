// Do experts converge from round to round, and where do they not? By the rule of consensus that was declared before the first round.
import { quantileOf, sortedOf } from '../quantile.ts'
import type { Value } from '../reason.ts'
import { type Answers, columnOf, deviationOf, finite, leastPeople, meanOf, needShape } from './answers.ts'
import { quadraticKappa } from './quadratic-kappa.ts'

export type DelphiRule = 'interquartile-range' | 'agreement' | 'either'
export type DelphiHow = {
  /** ends of the scale of answers */
  readonly lowest?: number; readonly highest?: number
  /** an answer from here on agrees */
  readonly agreesFrom?: number
  readonly rule?: DelphiRule; readonly largestRange?: number; readonly leastAgreement?: number
  readonly largestVariationChange?: number; readonly largestShareChanged?: number
  readonly least?: number
}
export type DelphiItem = {
  readonly n: number; readonly mean: Value; readonly deviation: Value; readonly variation: Value
  readonly median: Value; readonly q1: Value; readonly q3: Value; readonly range: Value
  readonly shareAgreeing: Value; readonly shareNearMedian: Value; readonly shareBelow: Value; readonly shareAbove: Value
  readonly agreedByRange: boolean; readonly agreedByShare: boolean; readonly agreed: boolean
}
export type DelphiStep = {
  readonly pairs: number; readonly kappa: Value; readonly unweightedKappa: Value; readonly variationChange: Value; readonly shareChanged: Value
  readonly stable: boolean; /** agreed and stable; stable only (dissent to be reported); not stable: ask again */ readonly next: 'stop-agreed' | 'stop-dissent' | 'ask-again'
}
export type Delphi = { readonly rounds: readonly (readonly DelphiItem[])[]; /** between each round and the next, per item */ readonly steps: readonly (readonly DelphiStep[])[]; readonly largestRange: number }

/** Per item and round: median and quartiles (type 7), interquartile range, coefficient of variation (sample), share from `agreesFrom` on (5 of 7),
 *  share within ±1 of the median. Consensus: range ≤ 1 (≤ 2 on scales of 9 points and more) or ≥ 75 % agreement, as declared (Diamond et al. 2014,
 *  Journal of Clinical Epidemiology 67, 401–409). Stable between rounds: change of variation ≤ 0.2 and under 15 % changed their answer; quadratic
 *  kappa beside it. Rows are the same people in every round. Undefined: under 5 answers nothing is shown, `too-few`.
 *  Worked: 4 5 5 6 7 → median 5, quartiles 5 and 6, range 1, 4 of 5 agree, agreed. */
export const delphi = (rounds: readonly Answers[], how: DelphiHow = {}): Delphi => {
  rounds.forEach(needShape)
  const { lowest = 1, highest = 7, least = leastPeople, largestVariationChange = 0.2, largestShareChanged = 0.15 } = how
  if (rounds.some(({ rows, columns }) => rows !== rounds[0]?.rows || columns !== rounds[0]?.columns)) throw new RangeError('every round has the same people and items')
  if (!(highest > lowest)) throw new RangeError('the scale rises')
  const largestRange = how.largestRange ?? (highest - lowest + 1 >= 9 ? 2 : 1)
  const columns = rounds[0]?.columns ?? 0
  const items = rounds.map((round) => Array.from({ length: columns }, (_, at) => itemOf(columnOf(round, at), { ...how, largestRange, least })))
  const steps = rounds.slice(1).map((round, before) => Array.from({ length: columns }, (_, at): DelphiStep => {
    const was = items[before]?.[at] as DelphiItem, is = items[before + 1]?.[at] as DelphiItem
    const { kappa, unweighted, pairs, changed } = quadraticKappa(wholeColumn(rounds[before] as Answers, at), wholeColumn(round, at))
    if (pairs < least) return { pairs, kappa: 'too-few', unweightedKappa: 'too-few', variationChange: 'too-few', shareChanged: 'too-few', stable: false, next: 'ask-again' }
    const variationChange = typeof was.variation !== 'number' ? was.variation : typeof is.variation !== 'number' ? is.variation : Math.abs(is.variation - was.variation)
    const stable = typeof variationChange === 'number' && variationChange <= largestVariationChange && typeof changed === 'number' && changed < largestShareChanged
    return { pairs, kappa, unweightedKappa: unweighted, variationChange, shareChanged: changed, stable, next: !stable ? 'ask-again' : is.agreed ? 'stop-agreed' : 'stop-dissent' }
  }))
  return { rounds: items, steps, largestRange }
}

const wholeColumn = ({ values, rows, columns }: Answers, at: number): Float64Array => Float64Array.from({ length: rows }, (_, row) => values[row * columns + at] as number)

const itemOf = (answers: Float64Array, { agreesFrom = 5, rule = 'either', largestRange, leastAgreement = 0.75, least }: DelphiHow & { readonly largestRange: number; readonly least: number }): DelphiItem => {
  const n = answers.length
  if (n < least || n === 0) {
    const why = n === 0 ? 'no-data' as const : 'too-few' as const
    return { n, mean: why, deviation: why, variation: why, median: why, q1: why, q3: why, range: why, shareAgreeing: why, shareNearMedian: why, shareBelow: why, shareAbove: why, agreedByRange: false, agreedByShare: false, agreed: false }
  }
  const sorted = sortedOf(answers)
  const median = quantileOf(sorted, 0.5), q1 = quantileOf(sorted, 0.25), q3 = quantileOf(sorted, 0.75)
  const mean = meanOf(answers), deviation = deviationOf(answers)
  const share = (is: (one: number) => boolean): number => answers.filter(is).length / n
  const shareAgreeing = share((one) => one >= agreesFrom)
  const agreedByRange = q3 - q1 <= largestRange, agreedByShare = shareAgreeing >= leastAgreement
  return {
    n, mean: finite(mean), deviation: n < 2 ? 'too-few' : finite(deviation), variation: n < 2 ? 'too-few' : mean === 0 ? 'zero-denominator' : finite(deviation / mean),
    median, q1, q3, range: finite(q3 - q1), shareAgreeing, shareNearMedian: share((one) => Math.abs(one - median) <= 1),
    shareBelow: share((one) => one < median - 1), shareAbove: share((one) => one > median + 1),
    agreedByRange, agreedByShare, agreed: rule === 'agreement' ? agreedByShare : rule === 'interquartile-range' ? agreedByRange : agreedByRange || agreedByShare,
  }
}
