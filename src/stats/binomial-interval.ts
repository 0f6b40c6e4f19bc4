// How far a share may be from the share behind it, by the exact binomial bounds. Wider than Wilson's (see wilson.ts), and never too narrow.
import { betaQuantile } from './distributions.ts'
import type { Value } from './reason.ts'

export type Bounds = { readonly low: number; readonly high: number }

/** Clopper and Pearson 1934 (Biometrika 26, 404): low = the share at which `count` or more of `of` have the chance (1 − level)/2, high the one for
 *  `count` or fewer; both from the beta distribution. 0 of n has the low bound 0, n of n the high bound 1. Undefined without anybody
 *  (`no-data`), or a count outside 0…of (`out-of-domain`). Worked: 7 of 20 at 0.95 → 0.1539 to 0.5922. */
export const binomialInterval = ({ count, of, level }: { readonly count: number; readonly of: number; readonly level: number }): Bounds | Exclude<Value, number> => {
  if (!(of > 0)) return 'no-data'
  if (!(count >= 0 && count <= of) || !Number.isFinite(of) || !(level > 0 && level < 1)) return 'out-of-domain'
  const tail = (1 - level) / 2
  return {
    low: count === 0 ? 0 : betaQuantile(tail, count, of - count + 1),
    high: count === of ? 1 : betaQuantile(1 - tail, count + 1, of - count),
  }
}
