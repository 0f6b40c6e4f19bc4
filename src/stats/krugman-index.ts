// How unlike another structure a region's structure is. Says not in which activities, nor which way.
import type { Value } from './reason.ts'
import { type MissingRule, structureOf } from './structure.ts'

export type Krugman = { readonly index: Value; readonly coefficient: Value }

/** Σ |s_ri − s_i|: 0 alike, 2 nothing in common (Krugman 1991); half of it is the coefficient of specialisation (0–1). Both structures as sizes
 *  per activity; the reference economy contains the region itself. Undefined: a structure without any size (`zero-denominator`), a
 *  missing cell (`no-data`, unless left out: then the cells known on both sides). Worked: 3, 1 against 1, 1 → 0.5 and 0.25. */
export const krugmanIndex = ({ region, reference, missing }: { readonly region: Float64Array; readonly reference: Float64Array; readonly missing: MissingRule }): Krugman => {
  const both = (row: Float64Array, other: Float64Array): Float64Array => row.map((one, at) => (Number.isNaN(other[at]) ? Number.NaN : one))
  const here = structureOf({ row: both(region, reference), missing }), there = structureOf({ row: both(reference, region), missing })
  if (typeof here === 'string') return { index: here, coefficient: here }
  if (typeof there === 'string') return { index: there, coefficient: there }
  const index = here.reduce((all, share, at) => (Number.isNaN(share) ? all : all + Math.abs(share - (there[at] as number))), 0)
  return { index, coefficient: index / 2 }
}
