// What may be said of a location quotient: its interval, whether it is surely above or below the average, and bounds for a confidential cell.
import { binomialInterval } from './binomial-interval.ts'
import type { Economy } from './economy.ts'
import type { Quotients } from './location-quotient.ts'

/** `few` — under the least number of jobs, so nothing is said · `above` and `below` — the whole interval is · `unclear` — the interval holds 1
 *  · `unknown` — there is no quotient. */
export const statements = ['above', 'below', 'unclear', 'few', 'unknown'] as const
export type Statement = (typeof statements)[number]
export type Statements = { readonly low: Float64Array; readonly high: Float64Array; readonly says: readonly Statement[] }

/** The exact binomial bounds of J_ri out of J_r (binomial-interval.ts), divided by J_i ÷ J. `perUnit`: jobs in one unit of the figures (1,000 for
 *  thousands). Undefined where the quotient is: NaN. Worked: 20 of 100 jobs here, 100 of 1,000 there: LQ 2, 1.2666 to 2.9184, above. */
export const stateQuotients = ({ economy, quotients, leastJobs, level, perUnit }: {
  readonly economy: Economy; readonly quotients: Quotients; readonly leastJobs: number; readonly level: number; readonly perUnit: number
}): Statements => {
  const { sizes, activities } = economy
  const { values, totals } = quotients
  const low = new Float64Array(values.length).fill(Number.NaN), high = new Float64Array(values.length).fill(Number.NaN)
  const says = Array.from(values, (value, at): Statement => {
    const size = sizes[at] as number
    if (Number.isNaN(value)) return 'unknown'
    const bounds = binomialInterval({ count: size * perUnit, of: (totals.ofRegion[Math.floor(at / activities)] as number) * perUnit, level })
    const share = (totals.ofActivity[at % activities] as number) / totals.all
    if (typeof bounds !== 'string') { low[at] = bounds.low / share; high[at] = bounds.high / share }
    if (size * perUnit < leastJobs) return 'few'
    return (low[at] as number) > 1 ? 'above' : (high[at] as number) < 1 ? 'below' : 'unclear'
  })
  return { low, high, says }
}

export type HiddenBounds = { readonly region: number; readonly activity: number; readonly low: number; readonly high: number; readonly quotientLow: number | null; readonly quotientHigh: number | null }

/** For each missing cell what it must lie between, from the published totals: at most what its row and its column leave, at least what the other
 *  missing cells of its row (or column) cannot take. Only where the region's total was handed in. Worked: 100 jobs in all, 60 and 30
 *  known, two missing, 8 left for the second one's activity in the country → the first 2 to 10, the second 0 to 8. */
export const boundHidden = ({ economy, quotients }: { readonly economy: Economy; readonly quotients: Quotients }): readonly HiddenBounds[] => {
  const { sizes, regions, activities, regionTotals } = economy
  if (regionTotals === undefined) return []
  const { totals } = quotients
  const rowLeft = Array.from({ length: regions }, (_, r) => left(totals.ofRegion[r] as number, sizes.subarray(r * activities, (r + 1) * activities)))
  const columnLeft = Array.from({ length: activities }, (_, i) =>
    economy.reference === undefined ? Number.POSITIVE_INFINITY : left(totals.ofActivity[i] as number, sizes.filter((_, at) => at % activities === i)))
  const most = (r: number, i: number): number => Math.min(rowLeft[r] as number, columnLeft[i] as number)
  return Array.from(sizes, (_, at) => at).filter((at) => Number.isNaN(sizes[at]) && Number.isFinite(totals.ofRegion[Math.floor(at / activities)])).map((at) => {
    const region = Math.floor(at / activities), activity = at % activities
    const others = Array.from({ length: activities }, (_, i) => i).filter((i) => i !== activity && Number.isNaN(sizes[region * activities + i]))
    const high = most(region, activity)
    const low = Math.min(high, Math.max(0, (rowLeft[region] as number) - others.reduce((all, i) => all + most(region, i), 0)))
    const unit = ((totals.ofRegion[region] as number) * (totals.ofActivity[activity] as number)) / totals.all
    return { region, activity, low, high, quotientLow: unit > 0 && Number.isFinite(unit) ? low / unit : null, quotientHigh: unit > 0 && Number.isFinite(unit) ? high / unit : null }
  })
}
const left = (total: number, cells: Float64Array): number => Math.max(0, total - cells.reduce((all, one) => (Number.isNaN(one) ? all : all + one), 0))
