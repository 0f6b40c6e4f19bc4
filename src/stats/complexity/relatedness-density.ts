// How close an activity is to what a region already does. A map of chances, not a forecast.
import type { Reasons } from '../reason.ts'
import { codeOf } from '../reason.ts'
import type { Presence } from './presence.ts'

/** Whether an activity counts as related to itself. */
export const selfRules = ['excluded', 'included'] as const
export type SelfRule = (typeof selfRules)[number]
export type Density = { readonly values: Float64Array; readonly why: Reasons }

/** ω_ri = Σ_j φ_ij M_rj ÷ Σ_j φ_ij, 0–1, over all j, or (as we publish it) all but i itself. Undefined where nothing at all is related to i:
 *  `zero-denominator`. After Hidalgo et al. 2007; Balland et al. 2019. Worked: φ 0.5 and 0.25 to two others, the first of which the region
 *  has → 0.6667. */
export const relatednessDensity = ({ presence, phi, self }: { readonly presence: Presence; readonly phi: Float64Array; readonly self: SelfRule }): Density => {
  const { has, regions, activities } = presence
  if (phi.length !== activities * activities) throw new RangeError('relatedness: activities × activities')
  const below = new Float64Array(activities)
  for (let i = 0; i < activities; i += 1) {
    let sum = 0
    for (let j = 0; j < activities; j += 1) if (self === 'included' || j !== i) sum += phi[i * activities + j] as number
    below[i] = sum
  }
  const values = new Float64Array(has.length), why = new Uint8Array(has.length)
  const none = codeOf('zero-denominator')
  for (let r = 0; r < regions; r += 1) {
    const start = r * activities
    // Column by column of what is there: φ is symmetric, so its rows are read in a line.
    for (let j = 0; j < activities; j += 1) {
      if (has[start + j] !== 1) continue
      const line = j * activities
      const own = values[start + j] as number
      for (let i = 0; i < activities; i += 1) values[start + i] = (values[start + i] as number) + (phi[line + i] as number)
      if (self === 'excluded') values[start + j] = own
    }
    for (let i = 0; i < activities; i += 1) {
      if (below[i] === 0) { values[start + i] = Number.NaN; why[start + i] = none } else values[start + i] = (values[start + i] as number) / (below[i] as number)
    }
  }
  return { values, why }
}
