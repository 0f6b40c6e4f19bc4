// Who is nearest to whom. The distance is the same both ways, the lists are not: a region in a crowd has others nearer than us.
import type { Distances } from './structural-distance.ts'

export type NeighbourList = {
  /** for every region the places of its nearest, nearest first */
  readonly nearest: readonly (readonly number[])[]
  /** for every region the places of those that have it among their nearest, in their order of nearness to it */
  readonly namedBy: readonly (readonly number[])[]
}
/** The `count` nearest of every region; fewer where fewer have a distance. `codes` decide between equals, ascending (without codes: the place).
 *  `may`: whether the second may be a neighbour of the first at all (another country, alike in income). n × n distances, NaN never counts.
 *  Worked: 0, 1, 10 on a line, one neighbour each: nearest 1, 0, 1; the first is named by the second, the second by the first and third, the third by nobody. */
export const nearestNeighbours = (from: {
  readonly distances: Pick<Distances, 'distances' | 'n'>; readonly count: number; readonly codes?: readonly string[]
  readonly may?: (one: number, other: number) => boolean
}): NeighbourList => {
  const { distances, n } = from.distances
  if (distances.length !== n * n) throw new RangeError(`${distances.length} distances for ${n} regions`)
  const before = (a: number, b: number): number => {
    const x = from.codes?.[a], y = from.codes?.[b]
    return x === undefined || y === undefined || x === y ? a - b : x < y ? -1 : 1
  }
  const sortedBy = (own: number, others: number[]): number[] =>
    others.sort((a, b) => (distances[own * n + a] as number) - (distances[own * n + b] as number) || before(a, b))
  const nearest = Array.from({ length: n }, (_, own) => {
    const others: number[] = []
    for (let other = 0; other < n; other++) if (other !== own && !Number.isNaN(distances[own * n + other]) && (from.may?.(own, other) ?? true)) others.push(other)
    return sortedBy(own, others).slice(0, Math.max(0, from.count))
  })
  const namedBy: number[][] = Array.from({ length: n }, () => [])
  nearest.forEach((list, own) => { for (const other of list) (namedBy[other] as number[]).push(own) })
  return { nearest, namedBy: namedBy.map((list, own) => sortedBy(own, list)) }
}

/** Who has `own` among its `count` nearest, without a table of all distances: of each other region only as many are asked as it takes to know.
 *  Equals by place. The same as `namedBy` above, in the order of the places. */
export const findNaming = (from: {
  readonly n: number; readonly own: number; readonly count: number
  readonly distance: (one: number, other: number) => number; readonly may?: (one: number, other: number) => boolean
}): readonly number[] => {
  const { n, own, count, distance } = from
  const may = from.may ?? (() => true)
  const found: number[] = []
  for (let one = 0; one < n; one++) {
    if (one === own || !may(one, own)) continue
    const mine = distance(one, own)
    if (Number.isNaN(mine)) continue
    let nearer = 0
    for (let other = 0; other < n && nearer < count; other++) {
      if (other === one || other === own || !may(one, other)) continue
      const theirs = distance(one, other)
      if (theirs < mine || (theirs === mine && other < own)) nearer += 1
    }
    if (nearer < count) found.push(one)
  }
  return found
}
