// Weights ≥ 0 that add up to 1 and bring a mixture of donors nearest to one region: the quadratic programme of all synthetic controls.
// A general solver (quadprog) needs milliseconds where the search for V asks a hundred thousand times; this one walks from corner to
// corner (the point of a convex hull nearest to the origin) and is held against quadprog by its test. Not for other constraints.

/** Reused by many calls of one size, so that a search makes no garbage. */
export type Workspace = { readonly chosen: Int32Array; readonly weights: Float64Array; readonly trial: Float64Array; readonly factor: Float64Array; readonly slope: Float64Array }
export const workspaceFor = (donors: number): Workspace => ({
  chosen: new Int32Array(donors), weights: new Float64Array(donors), trial: new Float64Array(donors), factor: new Float64Array(donors * donors), slope: new Float64Array(donors),
})

/** Solves (G_SS + μ·11ᵀ) y = 1 by Cholesky, into `trial`, divided by its sum: the best mixture of the chosen, signs free. False where a
 *  pivot fails (two donors alike). */
const affineBest = (gram: Float64Array, donors: number, count: number, shift: number, { chosen, trial, factor }: Workspace): 'solved' | 'singular' => {
  for (let i = 0; i < count; i += 1) {
    const row = (chosen[i] as number) * donors
    for (let j = 0; j <= i; j += 1) {
      let sum = (gram[row + (chosen[j] as number)] as number) + shift
      for (let k = 0; k < j; k += 1) sum -= (factor[i * donors + k] as number) * (factor[j * donors + k] as number)
      if (i === j) {
        if (!(sum > shift * 1e-15)) return 'singular'
        factor[i * donors + i] = Math.sqrt(sum)
      } else factor[i * donors + j] = sum / (factor[j * donors + j] as number)
    }
  }
  for (let i = 0; i < count; i += 1) {
    let sum = 1
    for (let k = 0; k < i; k += 1) sum -= (factor[i * donors + k] as number) * (trial[k] as number)
    trial[i] = sum / (factor[i * donors + i] as number)
  }
  let whole = 0
  for (let i = count - 1; i >= 0; i -= 1) {
    let sum = trial[i] as number
    for (let k = i + 1; k < count; k += 1) sum -= (factor[k * donors + i] as number) * (trial[k] as number)
    trial[i] = sum / (factor[i * donors + i] as number)
    whole += trial[i] as number
  }
  for (let i = 0; i < count; i += 1) trial[i] = (trial[i] as number) / whole
  return 'solved'
}

/** min wᵀGw, w ≥ 0, Σw = 1, with G[J × J] the inner products of the donors' distances from the region (a ridge on its diagonal makes the
 *  answer one). Returns w[J] in the workspace: copy it before the next call. Worked: distances 1 and −1 on a line → ½, ½; 1 and 3 → 1, 0.
 *  Source: Wolfe 1976 (Mathematical Programming 11, 128–149). */
export const simplexWeights = (gram: Float64Array, donors: number, workspace: Workspace = workspaceFor(donors)): Float64Array => {
  if (gram.length !== donors * donors) throw new RangeError(`inner products of ${donors} donors are ${donors * donors} numbers, not ${gram.length}`)
  const { chosen, weights, trial, slope } = workspace
  weights.fill(0)
  if (donors === 0) return weights
  let first = 0, scale = 0
  for (let j = 0; j < donors; j += 1) {
    const own = gram[j * donors + j] as number
    if (own < (gram[first * donors + first] as number)) first = j
    if (own > scale) scale = own
  }
  const shift = scale > 0 ? scale : 1
  let count = 1
  chosen[0] = first
  weights[first] = 1
  for (let round = 0; round < 20 * donors + 50; round += 1) {
    let value = 0
    for (let j = 0; j < donors; j += 1) {
      let sum = 0
      for (let i = 0; i < count; i += 1) { const at = chosen[i] as number; sum += (gram[at * donors + j] as number) * (weights[at] as number) }
      slope[j] = sum
    }
    for (let i = 0; i < count; i += 1) { const at = chosen[i] as number; value += (slope[at] as number) * (weights[at] as number) }
    let next = -1, least = value - 1e-14 * scale
    for (let j = 0; j < donors; j += 1) if ((weights[j] as number) === 0 && (slope[j] as number) < least) { least = slope[j] as number; next = j }
    if (next < 0) return weights
    chosen[count] = next
    count += 1
    for (;;) {
      if (affineBest(gram, donors, count, shift, workspace) === 'singular') { count -= 1; return weights }
      let step = 1
      for (let i = 0; i < count; i += 1) {
        const now = weights[chosen[i] as number] as number, then = trial[i] as number
        if (then < 1e-14) { const reach = now / (now - then); if (reach < step) step = reach }
      }
      if (step >= 1) { for (let i = 0; i < count; i += 1) weights[chosen[i] as number] = Math.max(0, trial[i] as number); break }
      let kept = 0
      for (let i = 0; i < count; i += 1) {
        const at = chosen[i] as number, now = weights[at] as number, moved = now + step * ((trial[i] as number) - now)
        if (moved > 1e-14 && !((trial[i] as number) < 1e-14 && now / (now - (trial[i] as number)) <= step)) { weights[at] = moved; chosen[kept] = at; kept += 1 } else weights[at] = 0
      }
      if (kept === 0 || kept === count) return weights
      count = kept
    }
  }
  return weights
}
