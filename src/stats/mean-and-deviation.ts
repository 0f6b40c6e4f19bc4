// Mean, standard deviation and extremes of the present values. Not weighted; order does not matter.

export type Deviation = 'sample' | 'population'
export type Extremes = { readonly n: number; readonly min: number; readonly max: number }

/** How many are present, the least and the greatest; NaN both where none is present. */
export const extremesOf = (x: Float64Array): Extremes => {
  let n = 0, min = Number.POSITIVE_INFINITY, max = Number.NEGATIVE_INFINITY
  for (let i = 0; i < x.length; i += 1) {
    const one = x[i] as number
    if (Number.isNaN(one)) continue
    n += 1
    if (one < min) min = one
    if (one > max) max = one
  }
  return n === 0 ? { n, min: Number.NaN, max: Number.NaN } : { n, min, max }
}

/** Arithmetic mean in the unit of the values. Nothing present: NaN. Values near ±1e308 do not overflow. Worked: 1, 2, 6 → 3. */
export const meanOf = (x: Float64Array): number => {
  let n = 0, sum = 0
  for (let i = 0; i < x.length; i += 1) { const one = x[i] as number; if (!Number.isNaN(one)) { n += 1; sum += one } }
  if (Number.isFinite(sum)) return n === 0 ? Number.NaN : sum / n
  let mean = 0
  for (let i = 0; i < x.length; i += 1) { const one = x[i] as number; if (!Number.isNaN(one)) mean += one / n }
  return mean
}

/** Standard deviation: √(Σ(x − mean)² ÷ (n − 1)), or ÷ n for 'population'. In the unit of the values.
 *  Too few (sample: under two, population: none): NaN. All equal: exactly 0. Worked: 2, 4, 4, 4, 5, 5, 7, 9 → population 2, sample 2.138. */
export const deviationOf = (x: Float64Array, kind: Deviation): number => {
  const { n, min, max } = extremesOf(x)
  const freedom = kind === 'sample' ? n - 1 : n
  if (n === 0 || freedom <= 0) return Number.NaN
  if (min === max) return 0
  const mean = meanOf(x)
  // Measured in the widest distance from the mean, squares neither overflow nor vanish.
  const unit = Math.max(max - mean, mean - min)
  let sum = 0
  for (let i = 0; i < x.length; i += 1) { const one = x[i] as number; if (!Number.isNaN(one)) { const away = (one - mean) / unit; sum += away * away } }
  return unit * Math.sqrt(sum / freedom)
}
