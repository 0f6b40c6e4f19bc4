// A shortlist of activities worth a closer look, from how near they are and what they are worth. A map of chances, never a verdict.
import { quantileOf, sortedOf } from './quantile.ts'
import { randomFrom } from './random.ts'
import { ranksOf } from './ranks.ts'
import type { Reason } from './reason.ts'

export const fields = ['high-road', 'slow-road', 'casino', 'dead-end'] as const
export type Field = (typeof fields)[number]
export const parts = ['density', 'value', 'growth', 'latent', 'fit'] as const
export type Part = (typeof parts)[number]
export type Interval = { readonly low: number; readonly high: number }

/** One figure per activity, NaN where there is none. `value`: complexity, wage, growth or green share. `growth`: of the activity in the EU. `fit`: from stakeholders. `change`: of
 *  its size here. `regional`: the regional component of shift-share. `earlier`: the location quotient of an earlier year. */
export type Screened = {
  readonly density: Float64Array; readonly value: Float64Array; readonly quotients: Float64Array
  readonly growth?: Float64Array | undefined; readonly fit?: Float64Array | undefined
  readonly earlier?: Float64Array | undefined; readonly change?: Float64Array | undefined; readonly regional?: Float64Array | undefined
}
export type ScreenChoices = {
  readonly threshold: number
  /** the quotient from which an activity is latent */
  readonly latentFrom: number
  /** medians over the candidates where not given */
  readonly crosshair: { readonly density?: number | undefined; readonly value?: number | undefined }
  readonly weights: Partial<Record<Part, number>>
  /** how far chance moves each weight: 0.25 is ± 25 %, 1 is from nothing to the double */
  readonly spread: number; readonly draws: number; readonly seed: number
  /** how long the shortlist is, for the share of draws in which an activity is on it */
  readonly shortlist: number
}
export type Candidate = {
  readonly activity: number; readonly field: Field | null; readonly latent: 'yes' | 'no'
  /** what each part says, and its place among the candidates (1 = best) */
  readonly components: readonly { readonly part: Part; readonly value: number | Reason; readonly place: number | Reason }[]
  /** the weighted mean of the places: smaller is better */
  readonly score: number | Reason; readonly place: number | Reason
  /** 5–95 % of its places under random weights, and how often it is on the shortlist */
  readonly places: Interval | Reason; readonly inShortlist: number | Reason
}
export type Screen = {
  readonly crosshair: { readonly density: number | Reason; readonly value: number | Reason }
  readonly parts: readonly Part[]
  readonly candidates: readonly Candidate[]
  /** quotient at the threshold or above, and shrinking here */
  readonly defend: readonly number[]
  /** quotient rising, and the regional component of the change above nought */
  readonly emerging: readonly number[]
  /** quotient from `latentFrom` up to the threshold */
  readonly latent: readonly number[]
}

/** Candidates: a quotient under the threshold. Fields by the crosshair (at or above it is high): high-road near and valuable, slow-road near only, casino
 *  valuable only, dead-end neither. Score: weighted mean of the places in density, value, growth, latent (the quotient where 0.5–1, else
 *  last) and fit, over the parts it has; uncertainty by random weights. After Balland, Boschma, Crespo and Rigby 2019. Undefined: no
 *  candidate has a part: `no-data`. Worked: densities 0.4, 0.2 and values 1, 2 of two candidates: places 1 and 2 against 2 and 1, scores 1.5
 *  and 1.5; the crosshair 0.3 and 1.5 makes them slow-road and casino. */
export const opportunityScreen = (screened: Screened, choices: ScreenChoices): Screen => {
  const { density, value, quotients } = screened
  const p = quotients.length
  for (const list of Object.values(screened)) if (list !== undefined && list.length !== p) throw new RangeError('one figure per activity')
  if (Object.values(choices.weights).some((one) => one < 0)) throw new RangeError('a weight below nought')
  const candidates = Array.from(quotients, (_, at) => at).filter((at) => (quotients[at] as number) < choices.threshold)
  const isLatent = (at: number): boolean => (quotients[at] as number) >= choices.latentFrom && (quotients[at] as number) < choices.threshold
  const figures: Record<Part, Float64Array | undefined> = {
    density, value, growth: screened.growth, fit: screened.fit, latent: quotients.map((one, at) => (isLatent(at) ? one : Number.isNaN(one) ? one : 0)),
  }
  const chosen = parts.filter((part) => (choices.weights[part] ?? 1) > 0 && candidates.some((at) => Number.isFinite(figures[part]?.[at] ?? Number.NaN)))
  const places = chosen.map((part) => ranksOf(Float64Array.from(candidates, (at) => finite((figures[part] as Float64Array)[at] as number)), { ties: 'smallest', first: 'highest' }))
  const scoresBy = (weights: readonly number[]): Float64Array => Float64Array.from(candidates, (_, c) => {
    let above = 0, below = 0
    weights.forEach((weight, k) => { const place = places[k]?.[c] as number; if (!Number.isNaN(place)) { above += weight * place; below += weight } })
    return below > 0 ? above / below : Number.NaN
  })
  const stated = chosen.map((part) => choices.weights[part] ?? 1)
  const scores = scoresBy(stated), order = ranksOf(scores, { ties: 'smallest', first: 'lowest' })
  const drawn = candidates.map(() => new Float64Array(choices.draws)), often = new Float64Array(candidates.length)
  const random = randomFrom(choices.seed)
  for (let draw = 0; draw < choices.draws; draw += 1) {
    const now = ranksOf(scoresBy(stated.map((weight) => weight * (1 + choices.spread * (2 * random.next() - 1)))), { ties: 'smallest', first: 'lowest' })
    now.forEach((place, c) => { (drawn[c] as Float64Array)[draw] = place; if (place <= choices.shortlist) often[c] = (often[c] as number) + 1 })
  }
  const crosshair = { density: choices.crosshair.density ?? medianOf(density, candidates), value: choices.crosshair.value ?? medianOf(value, candidates) }
  const rows = candidates.map((activity, c): Candidate => {
    const sorted = sortedOf(drawn[c] as Float64Array), has = sorted.length > 0
    return {
      activity, field: fieldOf({ density: density[activity] as number, value: value[activity] as number, crosshair }), latent: isLatent(activity) ? 'yes' : 'no',
      components: parts.map((part) => ({ part, value: orNone(figures[part]?.[activity] ?? Number.NaN), place: orNone(chosen.includes(part) ? (places[chosen.indexOf(part)]?.[c] as number) : Number.NaN) })),
      score: orNone(scores[c] as number), place: orNone(order[c] as number),
      places: has ? { low: quantileOf(sorted, 0.05), high: quantileOf(sorted, 0.95) } : 'no-data', inShortlist: has ? (often[c] as number) / choices.draws : 'no-data',
    }
  })
  const { earlier, change, regional } = screened
  const all = Array.from(quotients, (_, at) => at)
  return {
    crosshair, parts: chosen, candidates: rows.sort((a, b) => rank(a.place) - rank(b.place) || a.activity - b.activity),
    defend: all.filter((at) => (quotients[at] as number) >= choices.threshold && (change?.[at] ?? Number.NaN) < 0),
    emerging: all.filter((at) => (quotients[at] as number) > (earlier?.[at] ?? Number.NaN) && (regional?.[at] ?? Number.NaN) > 0),
    latent: all.filter(isLatent),
  }
}

const finite = (value: number): number => (Number.isFinite(value) ? value : Number.NaN)
const orNone = (value: number): number | Reason => (Number.isFinite(value) ? value : 'no-data')
const rank = (place: number | Reason): number => (typeof place === 'number' ? place : Number.POSITIVE_INFINITY)
const medianOf = (list: Float64Array, at: readonly number[]): number | Reason => orNone(quantileOf(sortedOf(Float64Array.from(at, (one) => finite(list[one] as number))), 0.5))
const fieldOf = ({ density, value, crosshair }: { readonly density: number; readonly value: number; readonly crosshair: Screen['crosshair'] }): Field | null => {
  if (!Number.isFinite(density) || !Number.isFinite(value) || typeof crosshair.density !== 'number' || typeof crosshair.value !== 'number') return null
  const near = density >= crosshair.density, worth = value >= crosshair.value
  return near ? (worth ? 'high-road' : 'slow-road') : worth ? 'casino' : 'dead-end'
}
