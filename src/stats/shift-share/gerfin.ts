// Shift-share as ratios, which compare regions of any size.
import type { Reason } from '../reason.ts'
import { type Change, kindsOf, sumsOf } from './change.ts'

export type Gerfin = { readonly structure: number; readonly location: number; readonly net: number; readonly leftOut: readonly number[]; readonly apart: readonly number[] }

/** structure = (Σ e_i E'_i/E_i ÷ e) ÷ (E'/E); location = (e'/e) ÷ (Σ e_i E'_i/E_i ÷ e); net = their product. 1 = as the nation. Undefined: nothing here
 *  or in the nation at the start, or nothing left of it in the nation (`zero-denominator`), no complete line (`no-data`). An activity
 *  here that the nation did not have at the start has no rate: apart, outside all sums. Gerfin 1964. Worked (Farhauer and Kröll,
 *  region A): 1.0048309 × 0.9855769 = 0.9903382. */
export const gerfin = (change: Change): Gerfin | Reason => {
  const kinds = kindsOf(change)
  const apart = kinds.flatMap((kind, at) => (kind === 'apart' && ((change.regionStart[at] as number) > 0 || (change.regionEnd[at] as number) > 0) ? [at] : []))
  // Without a rate in the nation it cannot stand in the expected sum; left in e it would be a loss nobody had.
  const counted = kinds.map((kind, at) => (apart.includes(at) ? 'missing' : kind))
  if (counted.every((kind) => kind === 'missing')) return 'no-data'
  const { e, eEnd, nation, nationEnd } = sumsOf(change, counted)
  const expected = counted.reduce((all, kind, at) => (kind === 'counted' ? all + (change.regionStart[at] as number) * ((change.nationEnd[at] as number) / (change.nationStart[at] as number)) : all), 0)
  if (![e, eEnd, nation, nationEnd, expected].every(Number.isFinite)) return 'out-of-domain'
  if (e === 0 || nation === 0 || nationEnd === 0 || expected === 0) return 'zero-denominator'
  const structure = expected / e / (nationEnd / nation), location = eEnd / e / (expected / e)
  if (!Number.isFinite(structure * location)) return 'out-of-domain'
  return { structure, location, net: structure * location, leftOut: kinds.flatMap((kind, at) => (kind === 'missing' ? [at] : [])), apart }
}
