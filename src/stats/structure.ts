// The structure of a region as shares, the ground of every index of specialisation. Decides what a missing cell means, and nothing else.
import { sharesOf } from './economy.ts'
import type { Reason } from './reason.ts'

/** `undefined` — a structure with a missing cell has no index · `left-out` — shares of what is known. Never nought. */
export const missingRules = ['undefined', 'left-out'] as const
export type MissingRule = (typeof missingRules)[number]

/** Shares of one region, missing cells NaN. `total` (a published one) in place of the sum of the cells. */
export const structureOf = ({ row, missing, total }: { readonly row: Float64Array; readonly missing: MissingRule; readonly total?: number | undefined }): Float64Array | Reason => {
  if (row.length === 0 || row.every(Number.isNaN)) return 'no-data'
  if (missing === 'undefined' && row.some(Number.isNaN)) return 'no-data'
  if (total !== undefined) return total > 0 && Number.isFinite(total) ? row.map((one) => one / total) : 'zero-denominator'
  const shares = sharesOf(row)
  if (shares !== null) return shares
  return row.some((one) => one > 0) ? 'out-of-domain' : 'zero-denominator'
}
