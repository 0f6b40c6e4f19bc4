// How like the whole economy a region's structure is: 1 alike, near 0 very special. The other way round than krugman-index.ts.
import type { Value } from './reason.ts'
import { type MissingRule, structureOf } from './structure.ts'

/** 1 ÷ Σ s_ri LQ_ri (0–1, 1 = like the reference, where the reference contains the region). Region and reference as sizes per activity; an
 *  activity that neither has adds nothing. Undefined: no size (`zero-denominator`), something here that the reference has none of
 *  (`zero-denominator`), a missing cell (`no-data`, unless left out). Hachman 1995. Worked: 3, 1 against 1, 1 → 0.8. */
export const hachmanIndex = ({ region, reference, missing }: { readonly region: Float64Array; readonly reference: Float64Array; readonly missing: MissingRule }): Value => {
  const both = (row: Float64Array, other: Float64Array): Float64Array => row.map((one, at) => (Number.isNaN(other[at]) ? Number.NaN : one))
  const here = structureOf({ row: both(region, reference), missing }), there = structureOf({ row: both(reference, region), missing })
  if (typeof here === 'string') return here
  if (typeof there === 'string') return there
  let sum = 0
  for (let i = 0; i < here.length; i += 1) {
    const share = here[i] as number, whole = there[i] as number
    if (Number.isNaN(share) || share === 0) continue
    if (whole === 0) return 'zero-denominator'
    sum += (share * share) / whole
  }
  return Number.isFinite(sum) ? 1 / sum : 'out-of-domain'
}
