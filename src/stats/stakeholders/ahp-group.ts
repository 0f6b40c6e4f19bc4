// One set of weights from many people's comparisons in pairs, with their spread and everybody's consistency beside it.
import { quantileOf, sortedOf } from '../quantile.ts'
import { isNumber, type Value } from '../reason.ts'
import { type Ahp, ahp, type AhpHow } from './ahp.ts'
import { deviationOf } from './answers.ts'

export type AhpSpread = { readonly n: number; readonly min: Value; readonly q1: Value; readonly median: Value; readonly q3: Value; readonly max: Value; readonly deviation: Value }
export type AhpGroup = {
  readonly weights: readonly Value[]
  /** of the common matrix; null when priorities are combined */
  readonly common: Ahp | null
  readonly people: readonly Ahp[]
  /** per item, over the people counted */
  readonly spread: readonly AhpSpread[]
  readonly counted: number; readonly leftOut: readonly number[]
  /** people whose own ratio is beyond the limit */
  readonly inconsistent: number
}
export type AhpGroupHow = AhpHow & {
  /** geometric mean of the judgements, then weights; or of everybody's weights */
  readonly combine?: 'judgements' | 'priorities'
  readonly peopleWeights?: Float64Array
  /** people beyond the limit count, or are left out and listed */
  readonly inconsistentPeople?: 'count' | 'leave-out'
}

/** Geometric means keep a_ji = 1 ÷ a_ij (Aczél and Saaty 1983, Journal of Mathematical Psychology 27, 93–102). Judgements: over those who answered
 *  the pair. Priorities: over those with weights, adding up to 1 again. Undefined: nobody `no-data`; otherwise as of one person.
 *  Worked: a_12 = 4 and a_12 = 1 → common a_12 = 2, weights 2/3 and 1/3; of priorities √(0.8·0.5) : √(0.2·0.5) = 2 : 1, the same. */
export const ahpGroup = (matrices: readonly Float64Array[], n: number, { combine = 'judgements', peopleWeights, inconsistentPeople = 'count', ...how }: AhpGroupHow = {}): AhpGroup => {
  const people = matrices.map((values) => ahp(values, n, how))
  const leftOut = people.flatMap(({ acceptable }, at) => (inconsistentPeople === 'leave-out' && acceptable === false ? [at] : []))
  const counted = people.map((_, at) => at).filter((at) => !leftOut.includes(at) && weightOf(peopleWeights, at) > 0)
  const inconsistent = people.filter(({ acceptable }) => acceptable === false).length
  const common = combine === 'judgements' && counted.length > 0 ? ahp(meanJudgements({ matrices, counted, n, peopleWeights }), n, how) : null
  const weights = counted.length === 0 ? new Array<Value>(n).fill('no-data') : common?.weights ?? meanPriorities({ people, counted, n, peopleWeights })
  return { weights, common, people, spread: Array.from({ length: n }, (_, item) => spreadOf(counted.map((at) => people[at]?.weights[item] as Value))), counted: counted.length, leftOut, inconsistent }
}

const weightOf = (weights: Float64Array | undefined, at: number): number => {
  const one = weights === undefined ? 1 : (weights[at] as number)
  if (!(one >= 0)) throw new RangeError('weights are not negative')
  return one
}
const meanJudgements = ({ matrices, counted, n, peopleWeights }: { readonly matrices: readonly Float64Array[]; readonly counted: readonly number[]; readonly n: number; readonly peopleWeights: Float64Array | undefined }): Float64Array => {
  const mean = new Float64Array(n * n).fill(1)
  for (let row = 0; row < n; row += 1) for (let column = row + 1; column < n; column += 1) {
    let all = 0, logs = 0
    for (const person of counted) {
      const one = matrices[person]?.[row * n + column] as number
      if (Number.isNaN(one)) continue
      const weight = weightOf(peopleWeights, person)
      all += weight
      logs += weight * Math.log(one)
    }
    mean[row * n + column] = all === 0 ? Number.NaN : Math.exp(logs / all)
    mean[column * n + row] = all === 0 ? Number.NaN : Math.exp(-logs / all)
  }
  return mean
}
const meanPriorities = ({ people, counted, n, peopleWeights }: { readonly people: readonly Ahp[]; readonly counted: readonly number[]; readonly n: number; readonly peopleWeights: Float64Array | undefined }): readonly Value[] => {
  const known = counted.filter((at) => people[at]?.weights.every(isNumber))
  if (known.length === 0) return new Array<Value>(n).fill('no-data')
  const sum = known.reduce((all, at) => all + weightOf(peopleWeights, at), 0)
  const raw = Array.from({ length: n }, (_, item) => Math.exp(known.reduce((all, at) => all + weightOf(peopleWeights, at) * Math.log(people[at]?.weights[item] as number), 0) / sum))
  const whole = raw.reduce((all, one) => all + one, 0)
  return raw.map((one) => one / whole)
}
const spreadOf = (weights: readonly Value[]): AhpSpread => {
  const sorted = sortedOf(Float64Array.from(weights.filter(isNumber)))
  const n = sorted.length
  if (n === 0) return { n, min: 'no-data', q1: 'no-data', median: 'no-data', q3: 'no-data', max: 'no-data', deviation: 'no-data' }
  return { n, min: sorted[0] as number, q1: quantileOf(sorted, 0.25), median: quantileOf(sorted, 0.5), q3: quantileOf(sorted, 0.75), max: sorted[n - 1] as number, deviation: n < 2 ? 'too-few' : deviationOf(sorted) }
}
