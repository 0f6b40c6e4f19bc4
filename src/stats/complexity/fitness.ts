// Fitness of regions and complexity of activities, where a rare thing counts by the weakest region that makes it.
import type { Presence } from './presence.ts'
import { diversityOf } from './presence.ts'

export type Fitness = { readonly fitness: Float64Array; readonly complexity: Float64Array }
/** `together` — both from the round before (as published) · `in-turn` — Q from the F of the same round. */
export const roundRules = ['together', 'in-turn'] as const
export type RoundRule = (typeof roundRules)[number]

/** F_r = Σ M Q_i, Q_i = 1 ÷ Σ (M ÷ F_r), each divided by its mean, so many rounds from 1 (Tacchella et al. 2012). Regions without anything and
 *  activities nobody has are dropped first: NaN. Nothing left: all NaN. Worked: rows 1 1 and 1 0, one round → F 1.3333, 0.6667. */
export const fitness = ({ presence, rounds, rule }: { readonly presence: Presence; readonly rounds: number; readonly rule: RoundRule }): Fitness => {
  const { has, regions, activities } = presence
  const { diversity, ubiquity } = diversityOf(presence)
  let F: Float64Array = diversity.map((one) => (one === 0 ? Number.NaN : 1))
  let Q: Float64Array = ubiquity.map((one) => (one === 0 ? Number.NaN : 1))
  for (let round = 0; round < rounds; round += 1) {
    const next = F.map((one, r) => {
      if (Number.isNaN(one)) return one
      let sum = 0
      for (let i = 0; i < activities; i += 1) if (has[r * activities + i] === 1) sum += Q[i] as number
      return sum
    })
    const scaled = byMean(next), from = rule === 'in-turn' ? scaled : F
    const weakest = new Float64Array(activities)
    for (let r = 0; r < regions; r += 1) {
      if (Number.isNaN(from[r] as number)) continue
      for (let i = 0; i < activities; i += 1) if (has[r * activities + i] === 1) weakest[i] = (weakest[i] as number) + 1 / (from[r] as number)
    }
    Q = byMean(Q.map((one, i) => (Number.isNaN(one) ? one : 1 / (weakest[i] as number))))
    F = scaled
  }
  return { fitness: F, complexity: Q }
}
const byMean = (list: Float64Array): Float64Array => {
  const known = list.filter((one) => !Number.isNaN(one))
  const mean = known.reduce((all, one) => all + one, 0) / known.length
  return list.map((one) => one / mean)
}
