// How others' values spread: extremes, quartiles and median, by the type-7 rule that R and NumPy use by default.
// Not a ranking, and not weighted by the size of regions.

export type Spread = { readonly n: number; readonly min: number; readonly q1: number; readonly median: number; readonly q3: number; readonly max: number }

/** Under five values quartiles say nothing that the values themselves do not. */
export const leastForSpread = 5

/** Type 7 (Hyndman and Fan 1996, American Statistician 50, 361–365): h = (n − 1)·share, linear between the two values around it.
 *  Undefined under five values or where a value is no number: null. Worked: 1, 2, 3, 4, 10 → q1 2, median 3, q3 4. */
export const spreadOf = (values: readonly number[]): Spread | null => {
  if (values.length < leastForSpread || values.some((value) => !Number.isFinite(value))) return null
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): number => {
    const h = (sorted.length - 1) * share
    const below = sorted[Math.floor(h)] as number
    const above = sorted[Math.ceil(h)] as number
    return below + (h - Math.floor(h)) * (above - below)
  }
  return { n: sorted.length, min: at(0), q1: at(0.25), median: at(0.5), q3: at(0.75), max: at(1) }
}
