// The score of a benchmark: how many of the peers the region is better than, on average over what is counted. An order, not a size: a score
// of 50 % says the middle, whatever the gaps are.
import { type Domain, domains } from '#areas/evidence/indicators/rules.ts'
import type { BenchmarkLine, Score } from '../rules.ts'

type Counted = Pick<BenchmarkLine, 'direction' | 'row' | 'values'> & { readonly indicator: { readonly key: string; readonly domain: Domain } }
const least = 3

/** Of every region (own first, then the peers in their order) the share of the others it is better than; NaN without a value.
 *  Worked: own 3, peers 1, 2, 5, more is better → 2/3, 0, 1/3, 1. */
export const standingsOf = (line: Counted): Float64Array => {
  const values = [typeof line.row.own === 'number' ? line.row.own : Number.NaN, ...line.values]
  const sign = line.direction === 'less' ? -1 : 1
  const present = values.filter((one) => !Number.isNaN(one)).length
  return Float64Array.from(values, (one) => (Number.isNaN(one) || present < 2 ? Number.NaN : values.filter((other) => sign * other < sign * one).length / (present - 1)))
}

export const isScored = (line: Pick<BenchmarkLine, 'direction'>): boolean => line.direction !== 'neither'
/** Domains count the same, and so do the indicators inside one. */
export const scoreOf = (lines: readonly Counted[], without: readonly string[]): Score => {
  const scored = lines.filter(isScored)
  const counted = scored.filter((line) => !without.includes(line.indicator.key))
  const standings = counted.map((line) => ({ domain: line.indicator.domain, all: standingsOf(line) }))
  const regions = standings[0]?.all.length ?? 0
  const of = (rows: typeof standings): Float64Array => {
    const groups = [...Map.groupBy(rows, (row) => row.domain).values()]
    return Float64Array.from({ length: regions }, (_, at) => mean(groups.map((group) => mean(group.map((row) => row.all[at] as number)))))
  }
  const whole = of(standings)
  const own = whole[0] ?? Number.NaN
  const swings = standings.length < least ? [] : standings.map((_, left) => of(standings.toSpliced(left, 1)))
  const owns = swings.map((one) => one[0] as number), places = swings.map(placeIn)
  return {
    value: Number.isNaN(own) ? null : own, counted: counted.length, of: scored.length,
    domains: domains.flatMap((domain) => {
      const inDomain = scored.filter((line) => line.indicator.domain === domain).length
      const rows = standings.filter((row) => row.domain === domain)
      const value = mean(rows.map((row) => row.all[0] as number))
      return inDomain === 0 ? [] : [{ domain, value: Number.isNaN(value) ? null : value, counted: rows.length, of: inDomain }]
    }),
    place: Number.isNaN(own) ? null : placeIn(whole), among: whole.filter((one) => !Number.isNaN(one)).length,
    swing: swings.length === 0 ? null : { low: Math.min(...owns), high: Math.max(...owns), best: Math.min(...places), worst: Math.max(...places) },
  }
}
const mean = (values: readonly number[]): number => {
  const there = values.filter((one) => !Number.isNaN(one))
  return there.length === 0 ? Number.NaN : there.reduce((a, b) => a + b, 0) / there.length
}
const placeIn = (scores: Float64Array): number => 1 + scores.filter((one) => one > (scores[0] as number) + 1e-12).length
