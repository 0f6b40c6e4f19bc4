// One indicator over the years as the functions of growth and trend take it: which values of it belong together.
// A break in the series (another method, another territory) is a border that no calculation crosses.
// Not for gaps: a missing year is left out and its neighbours keep their own dates.

export type Points = { readonly times: Float64Array; readonly values: Float64Array }

/** Present values of the last stretch without a break. `times` are the dates of the values (years); `breaks` are places in the list at
 *  which another series begins. Worked: 1, 2, ∅, 9, 10 with a break at 3 → 9, 10. */
export const pointsOf = (values: Float64Array, times?: Float64Array, breaks: readonly number[] = []): Points => {
  const first = Math.max(0, ...breaks.filter((at) => at < values.length))
  const kept: number[] = []
  for (let at = first; at < values.length; at += 1) if (!Number.isNaN(values[at])) kept.push(at)
  return { times: Float64Array.from(kept, (at) => times?.[at] ?? at), values: Float64Array.from(kept, (at) => values[at] as number) }
}
/** Under five points every statement about a course is flagged. */
export const fewPoints = 5
export const meanOf = (values: Float64Array): number => {
  let sum = 0, parts = 0
  for (const one of values) { sum += one; parts += one / values.length }
  return Number.isFinite(sum) ? sum / values.length : parts
}
/** Standard deviation with n − `less` below the line; NaN where that is not above 0. */
export const deviationOf = (values: Float64Array, less: 0 | 1 = 1): number => {
  const mean = meanOf(values)
  let sum = 0
  for (const one of values) sum += (one - mean) ** 2
  return values.length > less ? Math.sqrt(sum / (values.length - less)) : Number.NaN
}
/** A number that can be written, or the reason given instead: what has left the numbers of the machine is out of domain. */
export const finiteOr = <R extends string>(value: number, reason: R): number | R => (Number.isFinite(value) ? value : reason)
