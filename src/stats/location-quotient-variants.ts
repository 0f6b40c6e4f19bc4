// The relatives of the location quotient: the difference of two shares, a scale that treats more and less alike, and jobs per head.
import { type Economy, sumKnown, totalsOf } from './economy.ts'
import { locationQuotients } from './location-quotient.ts'
import { codeOf, type Reason, type Reasons } from './reason.ts'

export type VariantTable = { readonly values: Float64Array; readonly why: Reasons }
export type Variants = { readonly additive: VariantTable; readonly symmetric: VariantTable; readonly perHead: VariantTable | null }

/** Additive J_ri ÷ J_i − J_r ÷ J (share points, 0 = average); symmetric (LQ − 1) ÷ (LQ + 1) (−1…1, 0 = average); per head (J_ri ÷ people_r) ÷
 *  (J_i ÷ people) (ratio, 1 = average), only where people are handed in (`peopleTotal` or their sum). Undefined as the quotient is, and
 *  without people (`zero-denominator`). After Hoen and Oosterhaven 2006; Laursen 1998. Worked: 20 of 100 here, 100 of 1,000 there →
 *  additive 0.1, symmetric 0.3333; with 50 of 2,000 people per head 8. */
export const quotientVariants = ({ economy, people, peopleTotal }: { readonly economy: Economy; readonly people?: Float64Array | undefined; readonly peopleTotal?: number | undefined }): Variants => {
  const { sizes, activities } = economy
  const quotients = locationQuotients(economy)
  const { ofRegion, ofActivity, all } = totalsOf(economy)
  const table = (valueAt: (at: number, region: number, activity: number) => number | Reason): VariantTable => {
    const why = new Uint8Array(sizes.length)
    const values = Float64Array.from(sizes, (size, at) => {
      const value = Number.isNaN(size) ? 'no-data' : valueAt(at, Math.floor(at / activities), at % activities)
      if (typeof value === 'number' && Number.isFinite(value)) return value
      why[at] = codeOf(typeof value === 'number' ? 'out-of-domain' : value)
      return Number.NaN
    })
    return { values, why }
  }
  const heads = peopleTotal ?? sumKnown(people ?? new Float64Array())
  return {
    additive: table((at, r, i) => (ofActivity[i] === 0 || all === 0 ? 'zero-denominator' : (sizes[at] as number) / (ofActivity[i] as number) - (ofRegion[r] as number) / all)),
    symmetric: table((at) => {
      const quotient = quotients.values[at] as number
      return Number.isNaN(quotient) ? (ofRegion[Math.floor(at / activities)] === 0 || ofActivity[at % activities] === 0 ? 'zero-denominator' : 'out-of-domain') : (quotient - 1) / (quotient + 1)
    }),
    perHead: people === undefined ? null : table((at, r, i) => {
      const here = people[r] as number
      if (Number.isNaN(here)) return 'no-data'
      return here === 0 || heads === 0 || ofActivity[i] === 0 ? 'zero-denominator' : (sizes[at] as number) / here / ((ofActivity[i] as number) / heads)
    }),
  }
}
