// How unequal are the regions? Seven measures of one year, weighted by people where people are given.
// Not a judgement which of them to use: Williamson is the one planners know, Theil can be split, Atkinson says how much we mind.
import type { Reason, Value } from './reason.ts'
import { finiteOr } from './series.ts'

export type Inequality = {
  readonly mean: Value
  readonly williamson: Value
  readonly theilT: Value
  readonly theilL: Value
  readonly gini: Value
  /** Gini × n ÷ (n − 1) */
  readonly giniNormalised: Value
  /** one per ε asked for */
  readonly atkinson: readonly { readonly epsilon: number; readonly value: Value }[]
  readonly hoover: Value
  readonly coulter: Value
  readonly used: readonly number[]
}
type Given = {
  readonly values: Float64Array
  /** people p; 1 each where absent */
  readonly weights?: Float64Array
  readonly epsilons?: readonly number[]
  /** amount a and reference b of Hoover and Coulter; else a = y·p, b = p */
  readonly amounts?: Float64Array
  readonly reference?: Float64Array
}

/** f_i = p_i ÷ P, ȳ = Σ f y. Williamson √(Σ f (y−ȳ)²) ÷ ȳ; Theil T Σ f (y÷ȳ) ln(y÷ȳ); Theil L Σ f ln(ȳ÷y); Gini
 *  Σ_i Σ_k f_i f_k |y_i − y_k| ÷ 2ȳ; Atkinson 1 − [Σ f (y÷ȳ)^(1−ε)]^(1÷(1−ε)); Hoover ½ Σ |a_i÷Σa − b_i÷Σb|; Coulter
 *  √(½ Σ (…)²). Undefined: no region ('no-data'), weights that add up to 0 or mean 0 ('zero-denominator'), mean below 0 or y ≤ 0 for
 *  Theil, y < 0 for Atkinson ('not-positive'), ε = 1 or below 0 ('out-of-domain'), one region for the normalised Gini ('too-few').
 *  Worked: 1, 3 → Williamson 0.5, Gini 0.25, Theil T 0.1308, Theil L 0.1438, Hoover 0.25. The deviations are from the weighted mean and
 *  the values carry their weights when sorted (REAT differs). */
export const inequalityOf = ({ values, weights, epsilons = [0.5], amounts, reference }: Given): Inequality => {
  const lists = [weights, amounts, reference].filter((one) => one !== undefined)
  if (lists.some((one) => one.length !== values.length)) throw new RangeError('values, weights, amounts and reference must have one number per region')
  if (weights?.some((one) => one < 0)) throw new RangeError('a weight must not be negative')
  const used: number[] = []
  values.forEach((one, i) => { if (Number.isFinite(one) && (weights === undefined || Number.isFinite(weights[i]))) used.push(i) })
  const y = Float64Array.from(used, (i) => values[i] as number), p = Float64Array.from(used, (i) => weights?.[i] ?? 1)
  const shares = sharesOf(amounts ?? product(values, weights), reference ?? weights ?? new Float64Array(values.length).fill(1))
  const none = (why: Reason): Inequality =>
    ({ mean: why, williamson: why, theilT: why, theilL: why, gini: why, giniNormalised: why, atkinson: epsilons.map((epsilon) => ({ epsilon, value: why })), ...shares, used })
  const whole = p.reduce((sum, one) => sum + one, 0)
  if (used.length === 0) return none('no-data')
  if (!(whole > 0)) return none('zero-denominator')
  const f = p.map((one) => one / whole)
  const over = (of: (value: number) => number): number => { let sum = 0; f.forEach((share, i) => { if (share > 0) sum += share * of(y[i] as number) }); return sum }
  const mean = over((one) => one)
  if (!(mean > 0)) return { ...none(mean === 0 ? 'zero-denominator' : Number.isFinite(mean) ? 'not-positive' : 'out-of-domain'), mean: finiteOr(mean, 'out-of-domain') }
  const least = y.reduce((less, one, i) => ((f[i] as number) > 0 && one < less ? one : less), Number.POSITIVE_INFINITY)
  const positive = (of: () => number): Value => (least > 0 ? finiteOr(of(), 'out-of-domain') : 'not-positive')
  const gini = giniOf(y, f, mean)
  return {
    ...shares, used, mean, gini: finiteOr(gini, 'out-of-domain'), giniNormalised: used.length < 2 ? 'too-few' : finiteOr((gini * used.length) / (used.length - 1), 'out-of-domain'),
    williamson: finiteOr(Math.sqrt(over((one) => (one / mean - 1) ** 2)), 'out-of-domain'),
    theilT: positive(() => over((one) => (one / mean) * Math.log(one / mean))),
    theilL: positive(() => over((one) => Math.log(mean / one))),
    atkinson: epsilons.map((epsilon) => ({ epsilon, value: atkinsonOf(epsilon, least, (power) => over((one) => (one / mean) ** power)) })),
  }
}
const product = (values: Float64Array, weights?: Float64Array): Float64Array => (weights === undefined ? values : values.map((one, i) => one * (weights[i] as number)))

const atkinsonOf = (epsilon: number, least: number, meanPower: (power: number) => number): Value => {
  if (epsilon === 1 || epsilon < 0) return 'out-of-domain'
  if (least < 0 || (least === 0 && epsilon > 1)) return 'not-positive'
  return finiteOr(1 - meanPower(1 - epsilon) ** (1 / (1 - epsilon)), 'out-of-domain')
}
/** Sorted once, every value with its own weight: Σ_i Σ_k f_i f_k |y_i − y_k| = 2 Σ f_i (y_i·F_i − S_i) over what lies below. */
const giniOf = (y: Float64Array, f: Float64Array, mean: number): number => {
  const order = Array.from(y, (_, i) => i).sort((a, b) => (y[a] as number) - (y[b] as number))
  let share = 0, amount = 0, sum = 0
  for (const i of order) {
    const value = (y[i] as number) / mean, part = f[i] as number
    sum += part * (value * share - amount)
    share += part
    amount += part * value
  }
  return sum
}
const sharesOf = (amounts: Float64Array, reference: Float64Array): Pick<Inequality, 'hoover' | 'coulter'> => {
  const both = Array.from(amounts, (_, i) => i).filter((i) => Number.isFinite(amounts[i]) && Number.isFinite(reference[i]))
  if (both.length === 0) return { hoover: 'no-data', coulter: 'no-data' }
  let a = 0, b = 0
  for (const i of both) { a += amounts[i] as number; b += reference[i] as number }
  if (!Number.isFinite(a) || !Number.isFinite(b)) return { hoover: 'out-of-domain', coulter: 'out-of-domain' }
  if (a === 0 || b === 0) return { hoover: 'zero-denominator', coulter: 'zero-denominator' }
  let distance = 0, square = 0
  for (const i of both) { const apart = (amounts[i] as number) / a - (reference[i] as number) / b; distance += Math.abs(apart); square += apart * apart }
  return { hoover: distance / 2, coulter: Math.sqrt(square / 2) }
}
