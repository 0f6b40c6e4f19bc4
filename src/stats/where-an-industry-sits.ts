// Where an activity sits among regions, against where people live or all activity is: three measures of one list of regions.
import type { Reason, Value } from './reason.ts'

export type Sitting = { readonly hoover: Value; readonly hooverGini: Value; readonly locationalGini: Value }

/** Sizes of ONE activity per region, people per region, and all activities together per region (`regionTotals`). Regions with a missing figure are left out of that measure.
 *  Hoover 50 Σ |J_ri/J_i − people_r/people| (0–100, the share that would have to move); Hoover–Gini: Gini of the Lorenz line of the
 *  activity along regions ordered by jobs per person (0–1); locational Gini: half of the same with region totals in place of people (0–0.5).
 *  Undefined: no size of the activity, or no people (`zero-denominator`). Hoover 1936; Krugman 1991. Worked: 15, 5 with 1, 3 people:
 *  50·(0.5 + 0.5) = 50, Gini 0.5. */
export const whereAnIndustrySits = ({ sizes, people, regionTotals }: { readonly sizes: Float64Array; readonly people?: Float64Array | undefined; readonly regionTotals: Float64Array }): Sitting => {
  const hoover = people === undefined ? 'no-data' : compared({ sizes, against: people, measure: (here, there) => 50 * here.reduce((all, one, at) => all + Math.abs(one - (there[at] as number)), 0) })
  const hooverGini = people === undefined ? 'no-data' : compared({ sizes, against: people, measure: lorenz })
  const half = compared({ sizes, against: regionTotals, measure: lorenz })
  return { hoover, hooverGini, locationalGini: typeof half === 'number' ? half / 2 : half }
}

const compared = ({ sizes, against, measure }: { readonly sizes: Float64Array; readonly against: Float64Array; readonly measure: (here: Float64Array, there: Float64Array) => number }): Value => {
  if (sizes.length !== against.length) throw new RangeError('one figure per region')
  const known = Array.from(sizes, (_, at) => at).filter((at) => !Number.isNaN(sizes[at]) && !Number.isNaN(against[at]))
  const shares = (list: Float64Array): Float64Array | Reason => {
    const own = Float64Array.from(known, (at) => list[at] as number), sum = own.reduce((all, one) => all + one, 0)
    return sum === 0 ? (own.length === 0 ? 'no-data' : 'zero-denominator') : Number.isFinite(sum) ? own.map((one) => one / sum) : 'out-of-domain'
  }
  const here = shares(sizes), there = shares(against)
  return typeof here === 'string' ? here : typeof there === 'string' ? there : measure(here, there)
}
/** 1 − Σ (x step)(y now + y before), regions ordered by y ÷ x. A region with neither changes nothing. */
const lorenz = (y: Float64Array, x: Float64Array): number => {
  // Crossed, so that a region without people but with jobs stands last.
  const order = Array.from(y, (_, at) => at).filter((at) => (y[at] as number) + (x[at] as number) > 0)
    .sort((a, b) => (y[a] as number) * (x[b] as number) - (y[b] as number) * (x[a] as number) || a - b)
  let height = 0, area = 0
  for (const at of order) { area += (x[at] as number) * (2 * height + (y[at] as number)); height += y[at] as number }
  return Math.max(0, 1 - area)
}
