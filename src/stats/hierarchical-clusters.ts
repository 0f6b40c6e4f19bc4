// Types of regions: the two nearest are joined, again and again, until one group is left. For colouring a map, not for benchmarks:
// a border between two groups cuts neighbours apart.

import { magnitudeOf } from './magnitude.ts'
import type { Value } from './reason.ts'

/** ward2: R's `ward.D2`; ward: R's `ward.D` (on distances as they are); weighted: R's `mcquitty`. */
export const linkages = ['ward2', 'ward', 'single', 'complete', 'average', 'weighted'] as const
export type Linkage = (typeof linkages)[number]
/** Leaves are 0 … n − 1, the group made by step s is n + s. `left` holds the smaller leaf. */
export type Merge = { readonly left: number; readonly right: number; readonly height: Value; readonly size: number }
type Tree = { readonly n: number; readonly merges: readonly Merge[] }

/** Lance and Williams 1967 (Computer Journal 9, 373–380), Ward 1963, Murtagh and Legendre 2014 (J. Classification 31, 274–295).
 *  n × n distances without gaps → n − 1 joins, heights in the unit of the distances. Of equal distances the first pair by place is joined.
 *  Worked: 0, 1, 5 on a line: ward2 joins 0 and 1 at 1, then 5 at √(2/3·5² + 2/3·4² − 1/3·1²) = 5.1962; single at 4, complete at 5, average at 4.5. */
export const hierarchicalClusters = (from: { readonly distances: Float64Array; readonly n: number; readonly linkage?: Linkage }): Tree => {
  const { n, linkage = 'ward2' } = from
  if (from.distances.length !== n * n || from.distances.some(Number.isNaN)) throw new RangeError('distances must be n × n without gaps')
  const most = magnitudeOf(from.distances)
  const d = from.distances.map((one) => (linkage === 'ward2' ? (one / most) ** 2 : one / most))
  const sizes = new Float64Array(n).fill(1)
  const names = Int32Array.from({ length: n }, (_, at) => at)
  const alive = new Uint8Array(n).fill(1)
  const near = new Int32Array(n).fill(-1)
  const findNear = (i: number): void => {
    let best = -1
    for (let k = i + 1; k < n; k++) if (alive[k] === 1 && (best < 0 || (d[i * n + k] as number) < (d[i * n + best] as number))) best = k
    near[i] = best
  }
  for (let i = 0; i < n; i++) findNear(i)
  const merges: Merge[] = []
  for (let step = 0; step < n - 1; step++) {
    let i = -1
    for (let k = 0; k < n; k++) {
      if (alive[k] === 0 || (near[k] as number) < 0) continue
      if (i < 0 || (d[k * n + (near[k] as number)] as number) < (d[i * n + (near[i] as number)] as number)) i = k
    }
    const j = near[i] as number
    const between = d[i * n + j] as number
    const size = (sizes[i] as number) + (sizes[j] as number)
    merges.push({ left: names[i] as number, right: names[j] as number, height: finite(most * (linkage === 'ward2' ? Math.sqrt(Math.max(0, between)) : between)), size })
    for (let k = 0; k < n; k++) {
      if (alive[k] === 0 || k === i || k === j) continue
      d[i * n + k] = d[k * n + i] = join({ linkage, toLeft: d[i * n + k] as number, toRight: d[j * n + k] as number, between, left: sizes[i] as number, right: sizes[j] as number, other: sizes[k] as number })
    }
    alive[j] = 0
    sizes[i] = size
    names[i] = n + step
    findNear(i)
    for (let k = 0; k < j; k++) {
      if (alive[k] === 0 || k === i) continue
      if (near[k] === j || near[k] === i) findNear(k)
      else if (k < i && (d[k * n + i] as number) < (d[k * n + (near[k] as number)] as number)) near[k] = i
      else if (k < i && d[k * n + i] === d[k * n + (near[k] as number)] && i < (near[k] as number)) near[k] = i
    }
  }
  return { n, merges }
}
const finite = (height: number): Value => (Number.isFinite(height) ? height : 'out-of-domain')

type Join = { readonly linkage: Linkage; readonly toLeft: number; readonly toRight: number; readonly between: number; readonly left: number; readonly right: number; readonly other: number }
const join = ({ linkage, toLeft, toRight, between, left, right, other }: Join): number => {
  const both = left + right
  switch (linkage) {
    case 'ward2':
    case 'ward': return ((left + other) * toLeft + (right + other) * toRight - other * between) / (both + other)
    case 'single': return Math.min(toLeft, toRight)
    case 'complete': return Math.max(toLeft, toRight)
    case 'average': return (left * toLeft + right * toRight) / both
    case 'weighted': return (toLeft + toRight) / 2
  }
}

/** The tree cut into `count` groups; labels 0, 1, … in the order in which the regions first name them. */
export const cutTree = ({ n, merges }: Tree, count: number): Int32Array => {
  const parent = Int32Array.from({ length: n + merges.length }, (_, at) => at)
  const rootOf = (at: number): number => { let top = at; while (parent[top] !== top) top = parent[top] as number; return top }
  for (let step = 0; step < n - Math.max(1, count); step++) {
    const merge = merges[step]
    if (!merge) break
    parent[merge.left] = parent[merge.right] = n + step
  }
  const labels = new Map<number, number>()
  return Int32Array.from({ length: n }, (_, at) => {
    const root = rootOf(at)
    const known = labels.get(root) ?? labels.size
    labels.set(root, known)
    return known
  })
}
