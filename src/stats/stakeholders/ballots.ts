// One order of priorities from many people's orders, by three methods side by side: where they disagree, or go in a circle, it is said.
import type { Value } from '../reason.ts'

export type Ballots = {
  /** per item, in the order of the items */
  readonly borda: Float64Array; readonly dowdall: Float64Array
  readonly copeland: Float64Array; readonly wins: Int32Array; readonly losses: Int32Array; readonly draws: Int32Array
  /** k × k, row-major: weight of the ballots that put the row's item before the column's */
  readonly before: Float64Array
  readonly ranks: { readonly borda: readonly Value[]; readonly dowdall: readonly Value[]; readonly copeland: readonly Value[] }
  /** who beats every other, if anybody does */
  readonly condorcetWinner: number | null
  /** items that beat each other in a circle; empty where the majorities make an order */
  readonly cycles: readonly (readonly number[])[]
  readonly firstsAgree: boolean; readonly ordersAgree: boolean
  readonly counted: number; readonly empty: number
}
export type BallotsHow = { readonly weights?: Float64Array; readonly unrankedBorda?: 'share' | 'nothing'; readonly unrankedDowdall?: 'share' | 'nothing' }

/** Rankings name items 0 … k − 1, best first, and may be cut short. Borda: k − 1, k − 2 … 0, the unranked share what is left evenly (or get
 *  nothing). Dowdall: 1, ½, ⅓ …, unranked nothing (or the share). Copeland: pairs won − pairs lost by majority; a ranked item stands before an
 *  unranked one, two unranked ones say nothing. Ranks: 1 = best, ties the smaller number. Undefined: no ballots → ranks `no-data`.
 *  An item named twice, or unknown, is a programming error. Textbook. Worked: ABC, BCA, CAB → Borda 3, 3, 3 and the circle A, B, C. */
export const ballots = (rankings: readonly (readonly number[])[], items: number, { weights, unrankedBorda = 'share', unrankedDowdall = 'nothing' }: BallotsHow = {}): Ballots => {
  const borda = new Float64Array(items), dowdall = new Float64Array(items), before = new Float64Array(items * items)
  let counted = 0
  rankings.forEach((ranking, ballot) => {
    if (new Set(ranking).size !== ranking.length || ranking.some((item) => !Number.isInteger(item) || item < 0 || item >= items)) throw new RangeError('a ballot names every item at most once')
    if (ranking.length === 0) return
    const weight = weights?.[ballot] ?? 1
    if (!(weight >= 0)) throw new RangeError('weights are not negative')
    counted += 1
    const left = Array.from({ length: items }, (_, item) => item).filter((item) => !ranking.includes(item))
    ranking.forEach((item, place) => {
      add(borda, item, weight * (items - 1 - place))
      add(dowdall, item, weight / (place + 1))
      for (const later of ranking.slice(place + 1)) add(before, item * items + later, weight)
      for (const later of left) add(before, item * items + later, weight)
    })
    const places = left.map((_, at) => ranking.length + at)
    const bordaShare = unrankedBorda === 'share' ? places.reduce((all, place) => all + items - 1 - place, 0) / left.length : 0
    const dowdallShare = unrankedDowdall === 'share' ? places.reduce((all, place) => all + 1 / (place + 1), 0) / left.length : 0
    for (const item of left) { add(borda, item, weight * bordaShare); add(dowdall, item, weight * dowdallShare) }
  })
  const wins = new Int32Array(items), losses = new Int32Array(items), draws = new Int32Array(items)
  const beats = (a: number, b: number): boolean => (before[a * items + b] as number) > (before[b * items + a] as number)
  for (let a = 0; a < items; a += 1) for (let b = 0; b < items; b += 1) {
    if (a === b) continue
    const of = beats(a, b) ? wins : beats(b, a) ? losses : draws
    of[a] = (of[a] as number) + 1
  }
  const copeland = Float64Array.from(wins, (won, at) => won - (losses[at] as number))
  const ranks = { borda: ranked(borda, counted), dowdall: ranked(dowdall, counted), copeland: ranked(copeland, counted) }
  const winner = items === 0 || counted === 0 ? -1 : wins.findIndex((won) => won === items - 1)
  const first = (list: readonly Value[]): string => list.flatMap((rank, item) => (rank === 1 ? [item] : [])).join()
  return {
    borda, dowdall, copeland, wins, losses, draws, before, ranks, condorcetWinner: winner < 0 ? null : winner, cycles: cyclesOf(items, beats),
    firstsAgree: first(ranks.borda) === first(ranks.dowdall) && first(ranks.borda) === first(ranks.copeland),
    ordersAgree: ranks.borda.join() === ranks.dowdall.join() && ranks.borda.join() === ranks.copeland.join(),
    counted, empty: rankings.length - counted,
  }
}

const add = (list: Float64Array, at: number, more: number): void => { list[at] = (list[at] as number) + more }
/** Sums of thirds differ in the last digit by their order: equal to twelve digits is equal. */
const ranked = (scores: Float64Array, counted: number): readonly Value[] => {
  const largest = scores.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  return Array.from(scores, (own) => (counted === 0 ? 'no-data' : 1 + scores.filter((other) => other - own > largest * 1e-12).length))
}
/** Items of which each reaches the other along majorities: the strongly connected parts with more than one item. */
const cyclesOf = (items: number, beats: (a: number, b: number) => boolean): readonly (readonly number[])[] => {
  const reaches = Array.from({ length: items }, (_, from) => {
    const seen = new Set<number>(), waiting = [from]
    for (let here = waiting.pop(); here !== undefined; here = waiting.pop())
      for (let to = 0; to < items; to += 1) if (to !== here && !seen.has(to) && beats(here, to)) { seen.add(to); waiting.push(to) }
    return seen
  })
  const parts = reaches.map((seen, item) => (seen.has(item) ? [...seen].filter((other) => reaches[other]?.has(item)).sort((a, b) => a - b) : []))
  return parts.filter((part, item) => part[0] === item)
}
