// Chance that can be repeated: xoshiro128** seeded by splitmix32 (Blackman and Vigna 2021, ACM Trans. Math. Softw. 47, 36).
// Not for secrets. The same seed gives the same numbers on every machine: only whole numbers of 32 bits are used.

export type Random = {
  /** [0, 1) with 53 bits */
  readonly next: () => number
  /** 0 … below − 1, every one equally likely */
  readonly whole: (below: number) => number
}

export const randomFrom = (seed: number): Random => {
  let mixed = seed >>> 0
  const mix = (): number => {
    mixed = (mixed + 0x9e3779b9) >>> 0
    let z = mixed
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return (z ^ (z >>> 16)) >>> 0
  }
  let a = mix(), b = mix(), c = mix(), d = mix()
  const bits = (): number => {
    const times5 = Math.imul(b, 5)
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result
  }
  const next = (): number => ((bits() >>> 5) * 67_108_864 + (bits() >>> 6)) / 9_007_199_254_740_992
  return { next, whole: (below) => Math.floor(next() * below) }
}
