// How much each trait of regions counts when they are compared: the same for every dimension, the same inside one.
// Not a judgement of what matters: whoever compares may say other weights.

import { magnitudeOf } from './magnitude.ts'

/** Shares that add up to 1: a dimension that has any trait left gets 1 ÷ number of dimensions, shared equally by its traits.
 *  `stated`: weights ≥ 0 that need not add up; they replace the rule. `left`: false where a trait says nothing (constant, no values).
 *  Nothing left, or stated weights that add up to 0: null. After Navarro et al. 2014, S3 Working Paper 03/2014.
 *  Worked: dimensions people, people, work → 1/4, 1/4, 1/2. */
export const traitWeights = (from: { readonly dimensions: readonly string[]; readonly stated?: readonly number[] | null; readonly left?: readonly boolean[] }): Float64Array | null => {
  const { dimensions, stated } = from
  const isLeft = (at: number): boolean => from.left?.[at] ?? true
  const raw = new Float64Array(dimensions.length)
  if (stated) {
    if (stated.length !== dimensions.length) throw new RangeError(`${stated.length} weights for ${dimensions.length} traits`)
    if (stated.some((one) => !(one >= 0))) throw new RangeError('a weight is negative or no number')
    stated.forEach((one, at) => { if (isLeft(at)) raw[at] = one })
  } else {
    const sizes = new Map<string, number>()
    dimensions.forEach((name, at) => { if (isLeft(at)) sizes.set(name, (sizes.get(name) ?? 0) + 1) })
    dimensions.forEach((name, at) => { if (isLeft(at)) raw[at] = 1 / (sizes.get(name) ?? 1) })
  }
  const most = magnitudeOf(raw)
  const sum = raw.reduce((a, b) => a + b / most, 0)
  return sum > 0 ? raw.map((one) => one / most / sum) : null
}
