// The lowest point of a function without its derivative: a simplex that reflects, stretches and shrinks.
// Finds a low point near its start, not surely the lowest: give several starts. No chance in it: same input, same bytes.

export type Lowest = { readonly at: Float64Array; readonly value: number; readonly calls: number }

/** `step`: size of the first simplex. Stops when the values of the simplex lie within `tolerance` (relative) or after `most` calls.
 *  A value that is no number counts as worst. Source: Nelder and Mead 1965 (Computer Journal 7, 308–313). */
export const nelderMead = (of: (at: Float64Array) => number, start: ArrayLike<number>, options: { readonly step?: number; readonly tolerance?: number; readonly most?: number } = {}): Lowest => {
  const { step = 0.5, tolerance = 1e-10, most = 2000 } = options
  const size = start.length
  let calls = 0
  const seen = (at: Float64Array): number => { calls += 1; const value = of(at); return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value }
  const points = Array.from({ length: size + 1 }, (_, i) => { const at = Float64Array.from(start); if (i > 0) at[i - 1] = (at[i - 1] as number) + step; return { at, value: seen(at) } })
  while (calls < most) {
    points.sort((a, b) => a.value - b.value)
    const best = points[0] as { at: Float64Array; value: number }, worst = points[size] as { at: Float64Array; value: number }
    if (Math.abs(worst.value - best.value) <= tolerance * (Math.abs(best.value) + 1e-300)) break
    const centre = new Float64Array(size)
    for (let i = 0; i < size; i += 1) for (let j = 0; j < size; j += 1) centre[j] = (centre[j] as number) + ((points[i] as { at: Float64Array }).at[j] as number) / size
    const beyond = (factor: number) => { const at = centre.map((one, j) => one + factor * ((worst.at[j] as number) - one)); return { at, value: seen(at) } }
    const reflected = beyond(-1)
    if (reflected.value < best.value) {
      const further = beyond(-2)
      points[size] = further.value < reflected.value ? further : reflected
    } else if (reflected.value < (points[size - 1] as { value: number }).value) points[size] = reflected
    else {
      const nearer = beyond(reflected.value < worst.value ? -0.5 : 0.5)
      if (nearer.value < Math.min(worst.value, reflected.value)) points[size] = nearer
      else for (let i = 1; i <= size; i += 1) {
        const at = (points[i] as { at: Float64Array }).at.map((one, j) => ((best.at[j] as number) + one) / 2)
        points[i] = { at, value: seen(at) }
      }
    }
  }
  points.sort((a, b) => a.value - b.value)
  const lowest = points[0] as { at: Float64Array; value: number }
  return { at: lowest.at, value: lowest.value, calls }
}
