// How often would a region where nothing happened look like ours? Every donor is treated in its turn as if it had been the one.
// Not a test of the size alone: whoever fitted badly before may differ after for no reason, so the ratio after ÷ before is ranked.
import { quantileOf, sortedOf } from '../quantile.ts'
import type { Value } from '../reason.ts'
import { enough, type OneTreated, placeOf } from './design.ts'
import { type Synthetic, syntheticControl, type SyntheticOptions } from './synthetic-control.ts'

export type Placebo = { readonly row: number; readonly before: Value; readonly after: Value; readonly ratio: Value; readonly effect: Value; readonly gap: Float64Array }
export type Placebos = {
  readonly placebos: readonly Placebo[]
  readonly rank: Value
  readonly p: Value
  /** the region fits worse before the start than the middle placebo does: there is nothing to compare it with */
  readonly credible: 'yes' | 'no' | 'unknown'
}
const ordered = (one: Value): number => (typeof one === 'number' ? one : one === 'zero-denominator' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY)

/** The same method with the same options for every donor; the treated region is among its donors (as in the paper of 2010) unless left out.
 *  A given V is searched anew for a placebo only where `search`. p = rank of the ratio ÷ (J + 1); under eight donors no p ('too-few'). */
export const placebosFor = (design: OneTreated, own: Synthetic, options: SyntheticOptions & { readonly treatedAmongDonors?: boolean } = {}): Placebos => {
  if (own.reason !== null) return { placebos: [], rank: own.reason, p: own.reason, credible: 'unknown' }
  const { treatedAmongDonors = true } = options
  const placebos = own.donors.map((row): Placebo => {
    const donors = [...(treatedAmongDonors ? [design.treated] : []), ...own.donors.filter((one) => one !== row)]
    const { before, after, ratio, effect, gap } = syntheticControl({ ...design, treated: row, donors }, options)
    return { row, before, after, ratio, effect, gap }
  })
  const { rank, p } = placeOf(ordered(own.ratio), placebos.map((one) => ordered(one.ratio)))
  const isEnough = own.donors.length >= enough.peers
  const middle = quantileOf(sortedOf(Float64Array.from(placebos, ({ before }) => (typeof before === 'number' ? before : Number.NaN))), 0.5)
  return { placebos, rank: isEnough ? rank : 'too-few', p: isEnough ? p : 'too-few', credible: typeof own.before !== 'number' || Number.isNaN(middle) ? 'unknown' : own.before <= middle ? 'yes' : 'no' }
}

/** The effect again without each donor that carries weight: does one neighbour make the result? */
export const leaveOneDonorOut = (design: OneTreated, own: Synthetic, options: SyntheticOptions = {}): readonly { readonly row: number; readonly effect: Value; readonly before: Value; readonly gap: Float64Array }[] =>
  own.donors.filter((_, j) => (own.weights[j] ?? 0) > 1e-3).map((row) => {
    const { effect, before, gap } = syntheticControl({ ...design, donors: own.donors.filter((one) => one !== row) }, options)
    return { row, effect, before, gap }
  })
