// Whether an activity is one that rich regions do, and how rich the regions are that do what a region does.
import { type Economy, rowOf } from '../economy.ts'
import type { Value } from '../reason.ts'
import { type MissingRule, structureOf } from '../structure.ts'

export type IncomeContent = { readonly activities: readonly Value[]; readonly regions: readonly Value[] }

/** PRODY_i = Σ_r (s_ri ÷ Σ_r s_ri)·income_r; EXPY_r = Σ_i s_ri PRODY_i; in the unit of income (€ per head). Regions without income or without a structure
 *  are left out of PRODY. Undefined: nobody has the activity (`zero-denominator`), a structure with a missing cell unless left out.
 *  Hausmann, Hwang and Rodrik 2007. Worked: shares 0.5, 0.5 and 0, 1, incomes 100 and 200 → PRODY 100, 166.6667; EXPY 133.3333, 166.6667. */
export const incomeContent = ({ economy, income, missing }: { readonly economy: Economy; readonly income: Float64Array; readonly missing: MissingRule }): IncomeContent => {
  const { regions, activities } = economy
  const structures = Array.from({ length: regions }, (_, r) => structureOf({ row: rowOf(economy, r), missing, total: economy.regionTotals?.[r] }))
  const ofActivities = Array.from({ length: activities }, (_, i): Value => {
    let below = 0, above = 0
    structures.forEach((shares, r) => {
      const share = typeof shares === 'string' ? Number.NaN : (shares[i] as number)
      if (Number.isNaN(share) || Number.isNaN(income[r])) return
      below += share
      above += share * (income[r] as number)
    })
    return below === 0 ? 'zero-denominator' : Number.isFinite(above / below) ? above / below : 'out-of-domain'
  })
  const ofRegions = structures.map((shares): Value => {
    if (typeof shares === 'string') return shares
    let sum = 0
    for (let i = 0; i < activities; i += 1) {
      const share = shares[i] as number, worth = ofActivities[i] as Value
      if (Number.isNaN(share) || share === 0) continue
      if (typeof worth === 'string') return worth
      sum += share * worth
    }
    return Number.isFinite(sum) ? sum : 'out-of-domain'
  })
  return { activities: ofActivities, regions: ofRegions }
}
