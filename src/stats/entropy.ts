// How diverse a region's structure is. Not which of its activities belong together: that is variety.ts.
import type { Value } from './reason.ts'
import { type MissingRule, structureOf } from './structure.ts'

export type Entropy = { readonly entropy: Value; readonly normalised: Value }

/** −Σ s ln s with 0 ln 0 = 0, in nats (÷ ln base for another base): 0 all in one activity, ln p evenly spread; normalised: ÷ ln p (0–1), p the
 *  activities of the list. Undefined: no size (`zero-denominator`), a missing cell (`no-data`, unless left out), p = 1 for the normalised
 *  form (`too-few`), a base that is not above 0 or is 1 (`out-of-domain`). Shannon 1948. Worked: 2, 1, 1 → 1.0397 nats, 1.5 bits, 0.9464. */
export const entropyOf = ({ row, missing, base }: { readonly row: Float64Array; readonly missing: MissingRule; readonly base: number }): Entropy => {
  if (!(base > 0) || base === 1 || !Number.isFinite(base)) return { entropy: 'out-of-domain', normalised: 'out-of-domain' }
  const shares = structureOf({ row, missing })
  if (typeof shares === 'string') return { entropy: shares, normalised: shares }
  const known = shares.filter((share) => !Number.isNaN(share))
  const nats = natsOf(known)
  return { entropy: nats / Math.log(base), normalised: known.length < 2 ? 'too-few' : nats / Math.log(known.length) }
}

export const natsOf = (shares: Float64Array): number => shares.reduce((all, share) => (share > 0 ? all - share * Math.log(share) : all), 0)
