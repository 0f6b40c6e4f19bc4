// Complexity step by step: the average ubiquity of a region's activities, the average diversity of their regions, and so on.
import { diversityOf, type Presence } from './presence.ts'

export type Reflections = { readonly regions: readonly Float64Array[]; readonly activities: readonly Float64Array[] }

/** k_r,0 = diversity, k_i,0 = ubiquity; k_r,N = Σ M k_i,N−1 ÷ k_r,0 and k_i,N = Σ M k_r,N−1 ÷ k_i,0. Steps 0…N. Undefined where a region has nothing, or
 *  nobody an activity: NaN from step 1. Hidalgo and Hausmann 2009. Worked: rows 1 1 and 1 0 → step 1 regions 1.5, 2; activities 1.5, 2. */
export const reflections = (presence: Presence, steps: number): Reflections => {
  const { has, regions, activities } = presence
  const { diversity, ubiquity } = diversityOf(presence)
  const ofRegions = [diversity], ofActivities = [ubiquity]
  for (let step = 1; step <= steps; step += 1) {
    const fromRegions = ofRegions[step - 1] as Float64Array, fromActivities = ofActivities[step - 1] as Float64Array
    const here = new Float64Array(regions), there = new Float64Array(activities)
    for (let r = 0; r < regions; r += 1) {
      for (let i = 0; i < activities; i += 1) {
        if (has[r * activities + i] !== 1) continue
        here[r] = (here[r] as number) + (fromActivities[i] as number)
        there[i] = (there[i] as number) + (fromRegions[r] as number)
      }
    }
    ofRegions.push(here.map((one, at) => (diversity[at] === 0 ? Number.NaN : one / (diversity[at] as number))))
    ofActivities.push(there.map((one, at) => (ubiquity[at] === 0 ? Number.NaN : one / (ubiquity[at] as number))))
  }
  return { regions: ofRegions, activities: ofActivities }
}
