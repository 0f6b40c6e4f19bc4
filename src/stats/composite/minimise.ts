// The lowest point of a smooth function of a few numbers without its derivatives: the simplex of Nelder and Mead, started again from
// where it ended. Finds a valley near the start, not necessarily the deepest.

/** Nelder and Mead 1965 (Comput. J. 7, 308–313) with the factors of Gao and Han 2012 for more dimensions. The function may give +∞.
 *  Worked: (x − 1)² + (y − 2)² from (0, 0) → (1, 2). */
export const minimise = (of: (at: Float64Array) => number, start: Float64Array, { step = 0.5, rounds = 400, restarts = 3, within = 1e-14 }: { readonly step?: number; readonly rounds?: number; readonly restarts?: number; readonly within?: number } = {}): { readonly at: Float64Array; readonly value: number } => {
  let best: { readonly at: Float64Array; readonly value: number } = { at: start.slice(), value: of(start) }
  for (let turn = 0; turn <= restarts; turn += 1) {
    const found = once(of, best.at, { step: step / (turn + 1), rounds: rounds * start.length, within })
    const gain = best.value - found.value
    if (found.value < best.value) best = found
    if (!(gain > within)) break
  }
  return best
}

const once = (of: (at: Float64Array) => number, start: Float64Array, { step, rounds, within }: { readonly step: number; readonly rounds: number; readonly within: number }): { at: Float64Array; value: number } => {
  const n = start.length
  const expand = 1 + 2 / n, contract = 0.75 - 1 / (2 * n), shrink = 1 - 1 / n
  const corner = (at: Float64Array) => ({ at, value: of(at) })
  const simplex = [corner(start.slice()), ...Array.from({ length: n }, (_, k) => { const at = start.slice(); at[k] = (at[k] as number) + step; return corner(at) })]
  for (let round = 0; round < rounds; round += 1) {
    simplex.sort((a, b) => a.value - b.value)
    const low = simplex[0] as (typeof simplex)[0], high = simplex[n] as typeof low, next = simplex[n - 1] as typeof low
    if (n === 0 || Math.abs(high.value - low.value) <= within * (1e-10 + Math.abs(low.value))) break
    const centre = new Float64Array(n)
    for (let k = 0; k < n; k += 1) for (let c = 0; c < n; c += 1) centre[k] = (centre[k] as number) + (simplex[c]?.at[k] as number) / n
    const away = (factor: number) => corner(centre.map((one, k) => one + factor * (one - (high.at[k] as number))))
    const mirrored = away(1)
    if (mirrored.value < low.value) {
      const further = n > 1 ? away(expand) : away(2)
      simplex[n] = further.value < mirrored.value ? further : mirrored
    } else if (mirrored.value < next.value) simplex[n] = mirrored
    else {
      const nearer = mirrored.value < high.value ? away(n > 1 ? contract : 0.5) : away(n > 1 ? -contract : -0.5)
      if (nearer.value < Math.min(mirrored.value, high.value)) simplex[n] = nearer
      else for (let c = 1; c <= n; c += 1) simplex[c] = corner((simplex[c] as typeof low).at.map((one, k) => (low.at[k] as number) + (n > 1 ? shrink : 0.5) * (one - (low.at[k] as number))))
    }
  }
  return simplex.reduce((a, b) => (b.value < a.value ? b : a))
}
