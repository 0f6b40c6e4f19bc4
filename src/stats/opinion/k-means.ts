// Points on a plane put together around so many centres, always in the same way: no chance, no restarts. Points may weigh differently.

export type Clusters = {
  /** x and y of each centre */
  readonly centres: Float64Array
  /** which centre each point belongs to */
  readonly member: Int32Array
  readonly rounds: number
}
export type ClusterHow = { readonly k: number; readonly mostRounds: number; readonly weights?: Float64Array; /** centres that move less are at rest */ readonly rest?: number }

/** Lloyd's rounds from the first k distinct points; a point belongs to the nearest centre, of equals to the first; a centre without points
 *  disappears; at rest when every centre, sorted and compared in pairs with the round before, moves less than 0.01. `points`: x and y, one
 *  after the other. No points: no centres. Worked: (0,0), (9,0), (0,1), (9,1) with k = 2 → centres (0, ½) and (9, ½). */
export const kMeans = (points: Float64Array, { k, mostRounds, weights, rest = 0.01 }: ClusterHow): Clusters => {
  const n = points.length / 2
  let centres = firstDistinct(points, k)
  let member: Int32Array = new Int32Array(n), rounds = 0
  while (rounds < mostRounds) {
    rounds += 1
    const nearest = assign(points, centres)
    const moved = middles(points, { nearest, count: centres.length / 2, weights })
    member = moved.member
    const still = isAtRest(centres, moved.centres, rest)
    centres = moved.centres
    if (still) break
  }
  return { centres, member, rounds }
}

const firstDistinct = (points: Float64Array, k: number): Float64Array => {
  const seen = new Set<string>(), found: number[] = []
  for (let at = 0; at < points.length && seen.size < k; at += 2) {
    const key = `${points[at]} ${points[at + 1]}`
    if (seen.has(key)) continue
    seen.add(key)
    found.push(points[at] as number, points[at + 1] as number)
  }
  return Float64Array.from(found)
}
const assign = (points: Float64Array, centres: Float64Array): Int32Array => {
  const nearest = new Int32Array(points.length / 2)
  for (let one = 0; one < nearest.length; one += 1) {
    const x = points[one * 2] as number, y = points[one * 2 + 1] as number
    let best = 0, least = Number.POSITIVE_INFINITY
    for (let at = 0; at < centres.length; at += 2) {
      const dx = x - (centres[at] as number), dy = y - (centres[at + 1] as number), away = dx * dx + dy * dy
      if (away < least) { least = away; best = at / 2 }
    }
    nearest[one] = best
  }
  return nearest
}
/** The weighted middle of each centre's points; the empty ones leave and the others move up. */
const middles = (points: Float64Array, { nearest, count, weights }: { readonly nearest: Int32Array; readonly count: number; readonly weights: Float64Array | undefined }): { readonly centres: Float64Array; readonly member: Int32Array } => {
  const x = new Float64Array(count), y = new Float64Array(count), mass = new Float64Array(count)
  nearest.forEach((at, one) => {
    const weight = weights?.[one] ?? 1
    mass[at] = (mass[at] as number) + weight
    x[at] = (x[at] as number) + weight * (points[one * 2] as number)
    y[at] = (y[at] as number) + weight * (points[one * 2 + 1] as number)
  })
  const place = new Int32Array(count).fill(-1), centres: number[] = []
  for (let at = 0; at < count; at += 1) {
    if ((mass[at] as number) <= 0) continue
    place[at] = centres.length / 2
    centres.push((x[at] as number) / (mass[at] as number), (y[at] as number) / (mass[at] as number))
  }
  return { centres: Float64Array.from(centres), member: nearest.map((at) => place[at] as number) }
}
const isAtRest = (before: Float64Array, after: Float64Array, rest: number): boolean => {
  if (before.length !== after.length) return false
  const sorted = (centres: Float64Array): (readonly [number, number])[] => Array.from({ length: centres.length / 2 }, (_, at) => [centres[at * 2] as number, centres[at * 2 + 1] as number] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const old = sorted(before)
  return sorted(after).every(([x, y], at) => Math.hypot(x - (old[at]?.[0] as number), y - (old[at]?.[1] as number)) < rest)
}
