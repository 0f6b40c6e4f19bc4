// Is an activity over-represented in a region, measured by its share there and in the reference economy? Says nothing of size or growth.
import { type Economy, type Totals, totalsOf } from './economy.ts'
import { codeOf, type Reasons } from './reason.ts'

export type Quotients = { readonly values: Float64Array; readonly why: Reasons; readonly totals: Totals }

/** LQ = (J_ri ÷ J_r) ÷ (J_i ÷ J): a ratio, 1 = as in the reference economy, which contains the region itself. In and out regions × activities.
 *  Undefined: a missing cell (`no-data`), an activity or a region without any size (`zero-denominator`), sums beyond what a number
 *  holds (`out-of-domain`). Also called revealed comparative advantage (Balassa 1965). Worked (Farhauer and Kröll): 1,714 of 79,006
 *  jobs here, 879,213 of 15,593,224 there → 0.3847623. */
export const locationQuotients = (economy: Economy): Quotients => {
  const totals = totalsOf(economy)
  const { sizes, regions, activities } = economy
  const values = new Float64Array(sizes.length), why = new Uint8Array(sizes.length)
  for (let r = 0; r < regions; r += 1) {
    for (let i = 0; i < activities; i += 1) {
      const at = r * activities + i
      const value = quotientOf({ size: sizes[at] as number, ofRegion: totals.ofRegion[r] as number, ofActivity: totals.ofActivity[i] as number, all: totals.all })
      if (typeof value === 'number') values[at] = value
      else { values[at] = Number.NaN; why[at] = codeOf(value) }
    }
  }
  return { values, why, totals }
}

export const quotientOf = ({ size, ofRegion, ofActivity, all }: { readonly size: number; readonly ofRegion: number; readonly ofActivity: number; readonly all: number }) => {
  if (Number.isNaN(size) || Number.isNaN(ofRegion) || Number.isNaN(ofActivity)) return 'no-data'
  if (ofRegion === 0 || ofActivity === 0 || all === 0) return 'zero-denominator'
  // Multiplied first: whole numbers then give exactly 1 where the shares are alike, and the threshold „at least 1“ is met.
  const crossed = (size * all) / (ofRegion * ofActivity)
  const value = Number.isFinite(size * all) && Number.isFinite(ofRegion * ofActivity) && ofRegion * ofActivity > 0 ? crossed : size / ofRegion / (ofActivity / all)
  return Number.isFinite(value) && Number.isFinite(all) && Number.isFinite(ofRegion) ? value : 'out-of-domain'
}
