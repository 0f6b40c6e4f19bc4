// Several tests at once: Holm's correction of their p, so that one of twenty does not look like news. Not for p that are not there.

/** Ascending, p(i) × (m − i + 1), never falling, at most 1; m = tests with a p (Holm 1979, Scandinavian Journal of Statistics 6, 65–70).
 *  NaN stays NaN and is not counted. Worked: 0.01, 0.04, 0.03 → 0.03, 0.06, 0.06. */
export const holm = (p: Float64Array): Float64Array => {
  const order = Array.from(p.keys()).filter((at) => !Number.isNaN(p[at])).sort((a, b) => (p[a] as number) - (p[b] as number) || a - b)
  const corrected = new Float64Array(p.length).fill(Number.NaN)
  let before = 0
  order.forEach((at, place) => {
    before = Math.max(before, Math.min(1, (p[at] as number) * (order.length - place)))
    corrected[at] = before
  })
  return corrected
}
