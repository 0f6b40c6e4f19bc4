// Places among regions: 1 is best, ties share the smaller number (1, 2, 2, 4), and what cannot be ranked is named.
import { isForecast, isOtherDefinition, isUnreliable } from './flag-words.ts'
import type { Quantity } from './quantity-words.ts'
import type { Standing } from './series.ts'
import { toShown } from './shown.ts'

export type Ranked = { readonly standing: Standing & { readonly value: number }; readonly place: number; readonly tied: number; readonly range: PlaceRange | null }
/** the places it may have when intervals are taken seriously */
export type PlaceRange = { readonly best: number; readonly worst: number }
export type LeftOut = { readonly standing: Standing; readonly why: 'missing' | 'unreliable' | 'definition' | 'forecast' }
export type Ranking = { readonly ranked: readonly Ranked[]; readonly leftOut: readonly LeftOut[]; readonly of: number }

type Given = { readonly standings: readonly Standing[]; readonly quantity: Quantity }

/** „less“ counts from the lowest value, „more“ and „neither“ from the highest. Ties are of shown numbers. */
export const rankStandings = ({ standings, quantity }: Given): Ranking => {
  const leftOut: LeftOut[] = []
  const able: (Standing & { readonly value: number })[] = []
  for (const standing of standings) {
    const why = findWhyNot(standing)
    if (why) leftOut.push({ standing, why })
    else if (standing.value !== null) able.push(standing)
  }
  const sign = quantity.direction === 'less' ? 1 : -1
  const shown = new Map(able.map((one) => [one.code, toShown(one.value, quantity)]))
  const shownOf = (one: Standing): number => shown.get(one.code) ?? 0
  able.sort((a, b) => sign * (shownOf(a) - shownOf(b)) || sign * (a.value - b.value) || (a.name < b.name ? -1 : 1))
  const counts = new Map<number, number>()
  for (const one of able) counts.set(shownOf(one), (counts.get(shownOf(one)) ?? 0) + 1)
  const ranked: Ranked[] = []
  able.forEach((standing, at) => {
    const before = ranked[at - 1]
    const isTied = before !== undefined && shownOf(before.standing) === shownOf(standing)
    ranked.push({
      standing,
      place: isTied ? before.place : at + 1,
      tied: counts.get(shownOf(standing)) ?? 1,
      range: findRange({ standing, among: able, sign }),
    })
  })
  return { ranked, leftOut, of: able.length }
}

const findWhyNot = (standing: Standing): LeftOut['why'] | null => {
  if (standing.value === null) return 'missing'
  if (isUnreliable(standing.flags)) return 'unreliable'
  if (isOtherDefinition(standing.flags)) return 'definition'
  return isForecast(standing.flags) ? 'forecast' : null
}

/** Others are certainly better only when their whole interval lies on the better side of ours. */
const findRange = ({ standing, among, sign }: { standing: Standing; among: readonly Standing[]; sign: number }): PlaceRange | null => {
  const own = standing.interval
  if (!own || !among.every((one) => one.interval)) return null
  let better = 0
  let worse = 0
  for (const { code, interval } of among) {
    if (!interval || code === standing.code) continue
    const isBelow = interval.high < own.low
    const isAbove = interval.low > own.high
    if (sign > 0 ? isBelow : isAbove) better += 1
    if (sign > 0 ? isAbove : isBelow) worse += 1
  }
  return { best: better + 1, worst: among.length - worse }
}
