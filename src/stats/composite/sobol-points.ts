// Points that fill the unit cube more evenly than chance does: Sobol's sequence with the direction numbers of Joe and Kuo, moved by the
// seed. Beyond forty dimensions chance stands in.
import { randomFrom } from '../random.ts'

/** Degree, inner coefficients and first numbers per dimension from the second on (Joe and Kuo 2008, SIAM J. Sci. Comput. 30, 2635–2654). */
const table: readonly (readonly [number, readonly number[]])[] = [
  [0, [1]], [1, [1, 3]], [1, [1, 3, 1]], [2, [1, 1, 1]], [1, [1, 1, 3, 3]], [4, [1, 3, 5, 13]], [2, [1, 1, 5, 5, 17]], [4, [1, 1, 5, 5, 5]],
  [7, [1, 1, 7, 11, 19]], [11, [1, 1, 5, 1, 1]], [13, [1, 1, 1, 3, 11]], [14, [1, 3, 5, 5, 31]], [1, [1, 3, 3, 9, 7, 49]], [13, [1, 1, 1, 15, 21, 21]],
  [16, [1, 3, 1, 13, 27, 49]], [19, [1, 1, 1, 15, 7, 5]], [22, [1, 3, 1, 15, 13, 25]], [25, [1, 1, 5, 5, 19, 61]], [1, [1, 3, 7, 11, 23, 15, 103]],
  [4, [1, 3, 7, 13, 13, 15, 69]], [7, [1, 1, 3, 13, 7, 35, 63]], [8, [1, 3, 5, 9, 1, 25, 53]], [14, [1, 3, 1, 13, 9, 35, 107]], [19, [1, 3, 1, 5, 27, 61, 31]],
  [21, [1, 1, 5, 11, 19, 41, 61]], [28, [1, 3, 5, 3, 3, 13, 69]], [31, [1, 1, 7, 13, 1, 19, 1]], [32, [1, 3, 7, 5, 13, 19, 59]], [37, [1, 1, 3, 9, 25, 29, 41]],
  [41, [1, 3, 5, 13, 23, 1, 55]], [42, [1, 3, 7, 3, 13, 59, 17]], [50, [1, 3, 1, 3, 5, 53, 69]], [55, [1, 1, 5, 5, 23, 33, 13]], [56, [1, 1, 7, 7, 1, 61, 123]],
  [59, [1, 1, 7, 9, 13, 61, 49]], [62, [1, 3, 3, 5, 3, 55, 33]], [14, [1, 3, 1, 15, 31, 13, 49, 245]], [21, [1, 3, 5, 15, 31, 59, 63, 97]], [22, [1, 3, 1, 11, 11, 11, 77, 249]],
]
export const mostDimensions = table.length + 1
const bits = 32

/** Row-major count × dimensions, each in [0, 1). The first 2^k points have exactly one in each 2^−k part of every axis, whatever the seed
 *  (a digital shift keeps that). The same seed gives the same bytes. */
export const sobolPoints = ({ count, dimensions, seed }: { readonly count: number; readonly dimensions: number; readonly seed: number }): Float64Array => {
  const points = new Float64Array(count * dimensions)
  const chance = randomFrom(seed)
  for (let d = 0; d < dimensions; d += 1) {
    if (d >= mostDimensions) { for (let i = 0; i < count; i += 1) points[i * dimensions + d] = chance.next(); continue }
    const v = directionsOf(d)
    const shift = chance.whole(2 ** 32) >>> 0
    let x = 0
    for (let i = 0; i < count; i += 1) {
      if (i > 0) x = (x ^ (v[Math.min(bits - 1, 31 - Math.clz32(i & -i))] as number)) >>> 0
      points[i * dimensions + d] = ((x ^ shift) >>> 0) / 2 ** 32
    }
  }
  return points
}

const directionsOf = (dimension: number): Uint32Array => {
  const v = new Uint32Array(bits)
  const [a, m] = table[dimension - 1] ?? [0, []]
  const s = m.length
  if (dimension === 0) { for (let i = 0; i < bits; i += 1) v[i] = 2 ** (31 - i); return v }
  for (let i = 0; i < bits; i += 1) {
    if (i < s) { v[i] = (m[i] as number) * 2 ** (31 - i); continue }
    let one = ((v[i - s] as number) ^ ((v[i - s] as number) >>> s)) >>> 0
    for (let k = 1; k < s; k += 1) if ((a >> (s - 1 - k)) & 1) one = (one ^ (v[i - k] as number)) >>> 0
    v[i] = one
  }
  return v
}
