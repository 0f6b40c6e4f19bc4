// How concentrated a region is on few activities. Not how unlike others it is: that is krugman-index.ts.
import type { Value } from './reason.ts'
import { type MissingRule, structureOf } from './structure.ts'

export type Herfindahl = { readonly index: Value; readonly normalised: Value; readonly equivalentNumber: Value }

/** H = Σ s² (1/p … 1); normalised (H − 1/p) ÷ (1 − 1/p) (0 even, 1 all in one); 1 ÷ H as many equal activities would give it. p counts the
 *  activities of the list, empty ones too (missing ones not). Undefined: no size at all (`zero-denominator`), a missing cell (`no-data`,
 *  unless left out), p = 1 for the normalised form (`too-few`). Hirschman 1964. Worked: 2, 1, 1 → 0.375, 0.0625, 2.6667. */
export const herfindahl = ({ row, missing }: { readonly row: Float64Array; readonly missing: MissingRule }): Herfindahl => {
  const shares = structureOf({ row, missing })
  if (typeof shares === 'string') return { index: shares, normalised: shares, equivalentNumber: shares }
  const known = shares.filter((share) => !Number.isNaN(share))
  const index = known.reduce((all, share) => all + share * share, 0), even = 1 / known.length
  return { index, normalised: known.length < 2 ? 'too-few' : (index - even) / (1 - even), equivalentNumber: 1 / index }
}
