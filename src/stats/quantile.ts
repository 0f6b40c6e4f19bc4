// A quantile by the one rule of the house, type 7, which R, NumPy and d3 use by default. Not weighted.

/** h = (n − 1)·share on the sorted values, linear between the two values around it (Hyndman and Fan 1996, American Statistician 50, 361–365).
 *  `sorted` ascending without NaN; empty gives NaN. Worked: 1, 2, 3, 4 at 0.25 → 1.75. */
export const quantileOf = (sorted: ArrayLike<number>, share: number): number => {
  const h = (sorted.length - 1) * share
  const below = Math.floor(h)
  const low = sorted[below] ?? Number.NaN
  return h === below ? low : low + (h - below) * ((sorted[below + 1] ?? low) - low)
}
/** The present values, ascending. */
export const sortedOf = (values: Float64Array): Float64Array => values.filter((one) => !Number.isNaN(one)).sort()
