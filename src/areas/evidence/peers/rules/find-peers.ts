// Peers from values: which traits count, how far every region of the field is from the own one, and why. Knows no figures' store.
import { treatOutliers } from '#stats/composite/outlier-treatment.ts'
import { findNaming } from '#stats/nearest-neighbours.ts'
import { comparePair, distanceBetween, type PairOfRegions } from '#stats/structural-distance.ts'
import { columnOf, toUnitRange } from '#stats/trait-scale.ts'
import { traitWeights } from '#stats/trait-weights.ts'
import { type LeftOut, listedPeers, type PeerChoice, type Trait, type UsedTrait } from '../rules.ts'

/** A trait that fewer than half of the field have would compare the few with each other. */
const leastFilled = 0.5

export type PeerField = {
  readonly codes: readonly string[]
  /** of each region */
  readonly countries: readonly string[]
  /** place of the own region among the codes */
  readonly own: number
  readonly traits: readonly Trait[]
  /** codes × traits, row by row, NaN where a region has no value */
  readonly values: Float64Array
  /** GDP per head, NaN where there is none */
  readonly income: Float64Array
}
export type FoundPeers = {
  readonly traits: readonly Pick<UsedTrait, 'filled' | 'leftOut' | 'weight' | 'treated'>[]
  /** places among the codes, nearest first */
  readonly nearest: readonly number[]
  readonly namedBy: readonly number[]
  /** by place; NaN: none */
  readonly distances: Float64Array
  readonly pair: (other: number) => PairOfRegions
  readonly counts: { readonly compared: number; readonly ownCountry: number; readonly income: number; readonly noData: number }
}

export const findPeers = (field: PeerField, choice: Pick<PeerChoice, 'ownCountry' | 'income' | 'weights' | 'without'>, incomeBand: number): FoundPeers => {
  const rows = field.codes.length, columns = field.traits.length
  const raw = { values: field.values, rows, columns }
  const values = new Float64Array(rows * columns)
  const about = field.traits.map((trait, column) => {
    const own = columnOf(raw, column)
    const filled = own.reduce((count, one) => count + (Number.isNaN(one) ? 0 : 1), 0)
    const done = trait.kind === 'class' ? null : treatOutliers(own)
    ;(done?.values ?? own).forEach((one, row) => { values[row * columns + column] = one })
    return { filled, treated: done?.how === 'winsorised' || done?.how === 'transformed' ? done.how : ('no' as const) }
  })
  const table = toUnitRange({ values, rows, columns })
  const whys = field.traits.map((trait, column): LeftOut | null => {
    if (choice.without.includes(trait.key) || choice.weights[trait.dimension] === 0) return 'off'
    if (Number.isNaN(values[field.own * columns + column])) return 'noOwn'
    if ((about[column]?.filled ?? 0) < leastFilled * rows) return 'few'
    return table.left[column] === true ? null : 'constant'
  })
  const weights = weigh(field.traits, { weights: choice.weights, whys })
  const compare = { table, weights: weights ?? new Float64Array(columns) }
  const may = (one: number, other: number): boolean => {
    if (choice.ownCountry === 'out' && field.countries[one] === field.countries[other]) return false
    const mine = field.income[one] as number, theirs = field.income[other] as number
    return choice.income === 'any' || Math.abs(theirs - mine) <= incomeBand * mine
  }
  const distances = Float64Array.from({ length: rows }, (_, other) => (weights === null ? Number.NaN : distanceBetween(compare, field.own, other)))
  const counts = { compared: 0, ownCountry: 0, income: 0, noData: 0 }
  for (let other = 0; other < rows; other++) {
    if (other === field.own) continue
    if (choice.ownCountry === 'out' && field.countries[field.own] === field.countries[other]) counts.ownCountry += 1
    else if (!may(field.own, other)) counts.income += 1
    else if (Number.isNaN(distances[other])) counts.noData += 1
    else counts.compared += 1
  }
  const byDistance = (a: number, b: number): number => (distances[a] as number) - (distances[b] as number) || ((field.codes[a] ?? '') < (field.codes[b] ?? '') ? -1 : 1)
  const nearest = field.codes.map((_, other) => other).filter((other) => other !== field.own && !Number.isNaN(distances[other]) && may(field.own, other)).sort(byDistance).slice(0, listedPeers)
  const naming = weights === null ? [] : findNaming({ n: rows, own: field.own, count: listedPeers, distance: (one, other) => distanceBetween(compare, one, other), may })
  return {
    traits: about.map((one, column) => ({ ...one, leftOut: whys[column] ?? null, weight: weights?.[column] ?? 0 })),
    nearest, namedBy: naming.toSorted(byDistance),
    distances, counts, pair: (other) => comparePair(compare, field.own, other),
  }
}
/** Weight of a dimension, shared equally by those of its traits that are left. */
const weigh = (all: readonly Trait[], { weights, whys }: { readonly weights: PeerChoice['weights']; readonly whys: readonly (LeftOut | null)[] }): Float64Array | null => {
  const inDimension = Map.groupBy(all.filter((_, at) => whys[at] === null), (trait) => trait.dimension)
  const stated = all.map((trait, at) => (whys[at] === null ? weights[trait.dimension] / (inDimension.get(trait.dimension)?.length ?? 1) : 0))
  return traitWeights({ dimensions: all.map((trait) => trait.dimension), stated })
}
