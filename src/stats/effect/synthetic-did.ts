// Synthetic difference in differences: weights for regions and for years, for trends that are not parallel.
// Not for treatment that starts in different years.
import { randomFrom } from '../random.ts'
import type { Reason, Value } from '../reason.ts'
import { deviationOf, finiteOr } from '../series.ts'
import { needPanel, type Panel } from '../sigma-convergence.ts'
import { rowOf } from './design.ts'
import { simplexWeights } from './simplex-weights.ts'

export type ManyTreated = { readonly panel: Panel; readonly treated: readonly number[]; readonly first: number; readonly donors?: readonly number[] }
export type SyntheticDid = {
  readonly reason: Reason | null
  readonly effect: Value
  readonly error: Value
  readonly placebos: readonly number[]
  readonly donors: readonly number[]
  readonly without: readonly number[]
  readonly unitWeights: Float64Array
  readonly timeWeights: Float64Array
  readonly noise: number
  readonly unitPenalty: number
  readonly flags: readonly 'few-donors'[]
}
type Options = { readonly unitPenalty?: number; readonly timePenalty?: number; readonly replications?: number; readonly seed?: number }

const meanRow = (panel: Panel, rows: readonly number[]): Float64Array =>
  Float64Array.from({ length: panel.columns }, (_, t) => rows.reduce((sum, row) => sum + (rowOf(panel, row)[t] as number) / rows.length, 0))
const meanBetween = (values: Float64Array, from: number, to: number): number => { let sum = 0; for (let t = from; t < to; t += 1) sum += (values[t] as number) / (to - from); return sum }
/** min ‖Σ w_j a_j − b‖² + penalty·Σw² with a free intercept: all vectors less their own mean. */
const nearest = (vectors: readonly Float64Array[], aim: Float64Array, penalty: number): Float64Array => {
  const n = aim.length, middle = meanBetween(aim, 0, n)
  const apart = vectors.map((one) => { const mean = meanBetween(one, 0, n); return one.map((value, at) => value - mean - ((aim[at] as number) - middle)) })
  const J = vectors.length, gram = new Float64Array(J * J)
  for (let i = 0; i < J; i += 1) for (let j = 0; j <= i; j += 1) {
    let sum = i === j ? penalty : 0
    const a = apart[i] as Float64Array, b = apart[j] as Float64Array
    for (let t = 0; t < n; t += 1) sum += (a[t] as number) * (b[t] as number)
    gram[i * J + j] = sum
    gram[j * J + i] = sum
  }
  return simplexWeights(gram, J).slice()
}
const estimate = (panel: Panel, treated: readonly number[], donors: readonly number[], first: number, penalties: { readonly unit: number; readonly time: number }) => {
  const own = meanRow(panel, treated), T0 = first, T = panel.columns
  const unit = nearest(donors.map((row) => rowOf(panel, row).slice(0, T0)), own.slice(0, T0), penalties.unit ** 2 * T0)
  const after = Float64Array.from(donors, (row) => meanBetween(rowOf(panel, row), T0, T))
  const time = nearest(Array.from({ length: T0 }, (_, t) => Float64Array.from(donors, (row) => rowOf(panel, row)[t] as number)), after, penalties.time ** 2 * donors.length)
  const change = (values: Float64Array): number => meanBetween(values, T0, T) - time.reduce((sum, weight, t) => sum + weight * (values[t] as number), 0)
  return { unit, time, effect: change(own) - donors.reduce((sum, row, i) => sum + (unit[i] as number) * change(rowOf(panel, row)), 0) }
}

/** Unit weights ω: min Σ_{t≤T0} (ω₀ + Σω_iY_it − Ȳ_t)² + ζ²T0Σω², ζ = (N1·T1)^¼ × sd of the donors' first differences before; time weights λ
 *  likewise over the donors with ζ = 1e-6 sd; τ = (Ȳ_post − Σλ_tȲ_t) − Σω_i(Ȳ_i,post − Σλ_tY_it). Error: sd (population) of τ when donors are
 *  taken as treated: every donor once for one treated region, else seeded draws. Undefined: no treated region without a gap ('no-data'),
 *  under two donors or two years before ('too-few'); no more donors than treated: no error ('too-few').
 *  Source: Arkhangelsky et al. 2021 (American Economic Review 111, 4088–4118). The published code stops early; this optimum is tight. */
export const syntheticDid = ({ panel, treated, first, donors }: ManyTreated, options: Options = {}): SyntheticDid => {
  needPanel(panel)
  if (!Number.isInteger(first) || first < 1 || first >= panel.columns) throw new RangeError(`the first treated year must be a place from 1 to ${panel.columns - 1}`)
  const asked = donors ?? Array.from({ length: panel.rows }, (_, i) => i).filter((i) => !treated.includes(i))
  if (treated.length === 0 || asked.some((one) => treated.includes(one)) || [...asked, ...treated].some((one) => !(one >= 0 && one < panel.rows))) throw new RangeError('treated regions and donors must be different rows of the table')
  const isWhole = (row: number): boolean => rowOf(panel, row).every(Number.isFinite)
  const kept = asked.filter(isWhole), own = treated.filter(isWhole), without = [...asked, ...treated].filter((row) => !isWhole(row)), empty = new Float64Array(0)
  const none = (reason: Reason): SyntheticDid =>
    ({ reason, effect: reason, error: reason, placebos: [], donors: kept, without, unitWeights: empty, timeWeights: empty, noise: 0, unitPenalty: 0, flags: [] })
  if (own.length === 0) return none('no-data')
  if (kept.length < 2 || first < 2) return none('too-few')
  if (![...kept, ...own].every((row) => rowOf(panel, row).every((one) => Math.abs(one) < 1e140))) return none('out-of-domain')
  const noise = deviationOf(Float64Array.from(kept.flatMap((row) => Array.from({ length: first - 1 }, (_, t) => (rowOf(panel, row)[t + 1] as number) - (rowOf(panel, row)[t] as number)))))
  const unit = options.unitPenalty ?? (own.length * (panel.columns - first)) ** 0.25 * (noise || 0), penalties = { unit, time: options.timePenalty ?? 1e-6 * (noise || 0) }
  const found = estimate(panel, own, kept, first, penalties)
  const placebos = kept.length > own.length ? drawsOf(kept, own.length, options).map((chosen) => estimate(panel, chosen, kept.filter((row) => !chosen.includes(row)), first, penalties).effect) : []
  return {
    reason: null, effect: finiteOr(found.effect, 'out-of-domain'), placebos, error: placebos.length < 2 ? 'too-few' : finiteOr(deviationOf(Float64Array.from(placebos), 0), 'out-of-domain'),
    donors: kept, without, unitWeights: found.unit, timeWeights: found.time, noise: noise || 0, unitPenalty: unit, flags: kept.length < 10 ? ['few-donors'] : [],
  }
}
/** Every donor once for one treated region, else so many seeded draws without repetition inside a draw. */
const drawsOf = (donors: readonly number[], size: number, { replications = 200, seed = 1 }: Options): number[][] => {
  if (size === 1) return donors.map((row) => [row])
  const random = randomFrom(seed)
  return Array.from({ length: replications }, () => {
    const left = [...donors]
    return Array.from({ length: size }, () => left.splice(random.whole(left.length), 1)[0] as number)
  })
}
