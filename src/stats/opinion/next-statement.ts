// Which statement a person is asked next: those that say most about where people stand, and new ones so that they surface.
import type { Random } from '../random.ts'

export type Asked = { readonly agrees: number; readonly passes: number; readonly votes: number; /** length of the statement's place on the map */ readonly extremity: number; readonly isMeta?: boolean }

const newness = 8, halvedAfter = 5, metaWeight = 7

/** ((1 − (P + 1) ÷ (S + 2)) · (extremity + 1) · (A + 1) ÷ (S + 2) · (1 + 8·2^(−S ÷ 5)))², meta statements 7². After the rules of Polis.
 *  Never negative. Worked: no votes yet, extremity 0 → (½ · 1 · ½ · 9)² = 5.0625. */
export const nextStatementWeight = ({ agrees, passes, votes, extremity, isMeta = false }: Asked): number => {
  if (isMeta) return metaWeight ** 2
  const importance = (1 - (passes + 1) / (votes + 2)) * (extremity + 1) * ((agrees + 1) / (votes + 2))
  return (importance * (1 + newness * 2 ** (-votes / halvedAfter))) ** 2
}
/** The place of one of the weights, by chance in proportion to them; null where nothing is left to ask. */
export const drawByWeight = (weights: readonly number[], random: Random): number | null => {
  const sum = weights.reduce((all, one) => all + one, 0)
  if (!(sum > 0)) return null
  let left = random.next() * sum
  for (const [at, weight] of weights.entries()) {
    left -= weight
    if (left < 0 && weight > 0) return at
  }
  return weights.findLastIndex((one) => one > 0)
}
