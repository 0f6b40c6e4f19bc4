// What would change in an index if one value or one decision were another: now and then, the least change that would do, and what each
// indicator or group does by being there. Arithmetic on the record, not a forecast.
import { type IndexResult, runIndex, scoresOf } from '../composite-index.ts'
import { quantileOf, sortedOf } from '../quantile.ts'
import { ranksOf } from '../ranks.ts'
import { reasonAt, type Reason } from '../reason.ts'
import type { IndexRecord } from './index-record.ts'
import { runStages } from './index-stages.ts'

export type Change = { readonly row: number; readonly column: number; readonly value: number }
export type WhatIf = { readonly changed: IndexResult; /** rank now − rank then: places gained; NaN where one is missing */ readonly gained: Float64Array; readonly moved: Float64Array }
const highest = { ties: 'smallest', first: 'highest' } as const

/** The index with these raw values and this record instead; only what follows from the change is computed. */
export const whatIf = (now: IndexResult, { changes = [], record = now.record }: { readonly changes?: readonly Change[]; readonly record?: IndexRecord }): WhatIf => {
  const data = now.stages.data
  const values = changes.length === 0 ? data.values : data.values.slice()
  for (const { row, column, value } of changes) values[row * now.record.indicators.length + column] = value
  const changed = runIndex(record, { ...data, values }, now)
  return { changed, gained: now.index.ranks.map((rank, row) => rank - (changed.index.ranks[row] as number)), moved: changed.index.scores.map((score, row) => score - (now.index.scores[row] as number)) }
}

export type SmallestChange = { readonly value: number; readonly change: number; readonly score: number; readonly goal: number }
/** The smallest change of one raw value of a region that brings its score to the median of the peers (who are re-scored with it), by
 *  bisection. Already there: change 0. Not to be had within 64 ranges of the indicator: 'no-convergence'. A region, or all peers,
 *  without a score: their reason. Worked: one indicator, own 1, peers 11 and 21 → 16, so 15 more. */
export const smallestChange = (now: IndexResult, { row, column, peers }: { readonly row: number; readonly column: number; readonly peers: readonly number[] }): SmallestChange | Reason => {
  const { record, stages } = now, data = stages.data, columns = record.indicators.length
  const others = peers.filter((peer) => peer !== row)
  const start = data.values[row * columns + column] as number
  const indicator = record.indicators[column]
  if (indicator === undefined || data.regions[row] === undefined) throw new Error(`smallest change: no region ${row} or no indicator ${column}`)
  if (Number.isNaN(start)) return 'no-data'
  const values = data.values.slice()
  const gapAt = (value: number): { readonly score: number; readonly goal: number } | Reason => {
    values[row * columns + column] = value
    // a new array each time: the stages see a change by the array, not by what is in it
    const { scores, why } = scoresOf(runStages(record, { ...data, values: values.slice() }))
    const own = scores[row] as number, theirs = sortedOf(Float64Array.from(others, (peer) => scores[peer] as number))
    if (Number.isNaN(own)) return reasonAt(why, row) ?? 'no-data'
    return theirs.length === 0 ? 'no-data' : { score: own, goal: quantileOf(theirs, 0.5) }
  }
  const first = gapAt(start)
  if (typeof first === 'string') return first
  if (first.score >= first.goal) return { value: start, change: 0, ...first }
  const seen = Float64Array.from(data.regions, (_, at) => data.values[at * columns + column] as number).filter((one) => !Number.isNaN(one))
  const top = seen.reduce((a, b) => Math.max(a, b)), bottom = seen.reduce((a, b) => Math.min(a, b))
  const range = Math.min(top - bottom || Math.abs(start) || 1, 1e300)
  let low = 0, high = 0
  for (let doubled = -6; doubled <= 6 && high === 0; doubled += 1) {
    const step = range * 2 ** doubled
    const there = gapAt(start + indicator.direction * step)
    if (typeof there !== 'string' && there.score >= there.goal) high = step
    else low = step
  }
  if (high === 0) return 'no-convergence'
  for (let round = 0; round < 60 && high - low > 1e-12 * range; round += 1) {
    const middle = (low + high) / 2, there = gapAt(start + indicator.direction * middle)
    if (typeof there !== 'string' && there.score >= there.goal) high = middle
    else low = middle
  }
  const end = gapAt(start + indicator.direction * high)
  return typeof end === 'string' ? end : { value: start + indicator.direction * high, change: indicator.direction * high, ...end }
}

export type LeftOut = { readonly key: string; readonly kind: 'indicator' | 'group'; /** over regions with both ranks; NaN without any */ readonly meanShift: number; readonly largestShift: number; readonly ranks: Float64Array }
/** Per indicator and per group below the index: by how many places regions move on average, and at most, when it does not count. */
export const leaveOneOut = (now: IndexResult): readonly LeftOut[] => {
  const { record, stages } = now
  const without = (key: string, kind: LeftOut['kind']): LeftOut => {
    const { scores } = scoresOf(runStages({ ...record, steps: { ...record.steps, leftOut: [...record.steps.leftOut, key] } }, stages.data, stages))
    const ranks = ranksOf(scores, highest)
    let sum = 0, n = 0, largestShift = 0
    ranks.forEach((rank, row) => {
      const away = Math.abs(rank - (now.index.ranks[row] as number))
      if (!Number.isNaN(away)) { sum += away; n += 1; largestShift = Math.max(largestShift, away) }
    })
    return { key, kind, meanShift: n === 0 ? Number.NaN : sum / n, largestShift: n === 0 ? Number.NaN : largestShift, ranks }
  }
  return [...record.indicators.map(({ key }) => without(key, 'indicator')), ...record.groups.filter(({ parent }) => parent !== null).map(({ key }) => without(key, 'group'))]
}
