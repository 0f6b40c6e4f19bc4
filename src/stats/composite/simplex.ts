// A small linear programme with every limit from above: max c'x, A x ≤ b, x ≥ 0, b ≥ 0. Dense; for hundreds of limits, not for thousands
// of unknowns.

export type Programme = { readonly limits: number; readonly unknowns: number; /** row-major limits × unknowns */ readonly a: Float64Array; readonly b: Float64Array; readonly c: Float64Array }
const small = 1e-10

/** The simplex on a full tableau from x = 0 (Dantzig 1947); Bland's rule (1977) once it stands still, so it ends. Unbounded: null.
 *  Worked: max 3x + 2y, x + y ≤ 4, x + 3y ≤ 6 → x 4, y 0, value 12. */
export const maximise = ({ limits, unknowns, a, b, c }: Programme): { readonly x: Float64Array; readonly value: number } | null => {
  if (a.length !== limits * unknowns || b.length !== limits || c.length !== unknowns || b.some((one) => !(one >= 0))) throw new Error('simplex: limits and unknowns do not fit, or a limit below 0')
  const width = unknowns + 1
  // Columns are the unknowns not in the basis; the last is the right side; the last row is the aim.
  const t = new Float64Array((limits + 1) * width)
  for (let i = 0; i < limits; i += 1) { t.set(a.subarray(i * unknowns, (i + 1) * unknowns), i * width); t[i * width + unknowns] = b[i] as number }
  for (let j = 0; j < unknowns; j += 1) t[limits * width + j] = -(c[j] as number)
  const basis = Int32Array.from({ length: limits }, (_, i) => unknowns + i), outside = Int32Array.from({ length: unknowns }, (_, j) => j)
  let still = 0
  for (let round = 0; round < 50 * (limits + unknowns) + 1000; round += 1) {
    const isStuck = still > 2 * unknowns + 10
    let enter = -1
    for (let j = 0; j < unknowns; j += 1) {
      const cost = t[limits * width + j] as number
      if (cost >= -small) continue
      if (enter === -1 || (isStuck ? (outside[j] as number) < (outside[enter] as number) : cost < (t[limits * width + enter] as number))) enter = j
    }
    if (enter === -1) break
    let leave = -1, least = Number.POSITIVE_INFINITY
    for (let i = 0; i < limits; i += 1) {
      const by = t[i * width + enter] as number
      if (by <= small) continue
      const ratio = (t[i * width + unknowns] as number) / by
      if (ratio < least - 1e-13 || (ratio < least + 1e-13 && leave >= 0 && (basis[i] as number) < (basis[leave] as number))) { least = Math.min(least, ratio); leave = i }
    }
    if (leave === -1) return null
    still = least > 1e-13 ? 0 : still + 1
    turn(t, { width, rows: limits + 1, leave, enter })
    const out = basis[leave] as number
    basis[leave] = outside[enter] as number
    outside[enter] = out
  }
  const x = new Float64Array(unknowns)
  for (let i = 0; i < limits; i += 1) if ((basis[i] as number) < unknowns) x[basis[i] as number] = Math.max(0, t[i * width + unknowns] as number)
  return { x, value: x.reduce((all, one, j) => all + one * (c[j] as number), 0) }
}

const turn = (t: Float64Array, { width, rows, leave, enter }: { readonly width: number; readonly rows: number; readonly leave: number; readonly enter: number }): void => {
  const by = t[leave * width + enter] as number
  for (let j = 0; j < width; j += 1) if (j !== enter) t[leave * width + j] = (t[leave * width + j] as number) / by
  t[leave * width + enter] = 1 / by
  for (let i = 0; i < rows; i += 1) {
    if (i === leave) continue
    const times = t[i * width + enter] as number
    if (times === 0) continue
    for (let j = 0; j < width; j += 1) if (j !== enter) t[i * width + j] = (t[i * width + j] as number) - times * (t[leave * width + j] as number)
    t[i * width + enter] = -times / by
  }
}
