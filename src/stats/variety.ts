// Diversity split into that between groups of activities (unrelated) and that inside them (related).
import { natsOf } from './entropy.ts'
import type { Value } from './reason.ts'
import { type MissingRule, structureOf } from './structure.ts'

export type Variety = {
  readonly unrelated: Value; readonly related: Value; readonly entropy: Value
  readonly groups: readonly { readonly group: string; readonly share: number; readonly inside: number }[]
}

/** P_g = Σ shares of a group; unrelated = Σ P_g ln(1/P_g); related = Σ_g P_g Σ (s_i/P_g) ln(P_g/s_i); together the entropy. In nats, or ÷ ln base.
 *  An empty group adds nothing. Undefined as the entropy is. After Frenken, Van Oort and Verburg 2007. Worked: 2, 1, 1 with the last two
 *  in one group → unrelated 0.6931, related 0.3466, together 1.0397. */
export const varietyOf = ({ row, groups, missing, base }: { readonly row: Float64Array; readonly groups: readonly string[]; readonly missing: MissingRule; readonly base: number }): Variety => {
  if (groups.length !== row.length) throw new RangeError('groups: one per activity')
  const none = (why: Exclude<Value, number>): Variety => ({ unrelated: why, related: why, entropy: why, groups: [] })
  if (!(base > 0) || base === 1 || !Number.isFinite(base)) return none('out-of-domain')
  const shares = structureOf({ row, missing })
  if (typeof shares === 'string') return none(shares)
  const parts = [...new Set(groups)].map((group) => {
    const own = shares.filter((share, at) => groups[at] === group && !Number.isNaN(share))
    const share = own.reduce((all, one) => all + one, 0)
    return { group, share, inside: share === 0 ? 0 : natsOf(own.map((one) => one / share)) / Math.log(base) }
  })
  const unrelated = natsOf(Float64Array.from(parts, ({ share }) => share)) / Math.log(base)
  const related = parts.reduce((all, { share, inside }) => all + share * inside, 0)
  return { unrelated, related, entropy: natsOf(shares.filter((share) => !Number.isNaN(share))) / Math.log(base), groups: parts }
}
