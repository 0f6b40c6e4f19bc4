// Which activities a region has: the table of noughts and ones that relatedness and complexity are counted on.

/** Row-major, regions × activities, 1 where the region has the activity. */
export type Presence = { readonly has: Uint8Array; readonly regions: number; readonly activities: number }

/** 1 where the location quotient reaches the threshold (`at-least`, or `above` it). No quotient, no presence: a list of the cells without one is
 *  what `unknown` is for. Worked: quotients 1, 0.99 at threshold 1 → 1, 0. */
export const presenceOf = ({ quotients, regions, activities, threshold, rule }: {
  readonly quotients: Float64Array; readonly regions: number; readonly activities: number; readonly threshold: number; readonly rule: 'at-least' | 'above'
}): Presence => ({ has: Uint8Array.from(quotients, (one) => ((rule === 'at-least' ? one >= threshold : one > threshold) ? 1 : 0)), regions, activities })

/** Diversity k_r: how many activities a region has. Ubiquity k_i: how many regions have an activity (Hidalgo and Hausmann 2009). Worked: rows
 *  1 1 and 1 0 → diversity 2, 1; ubiquity 2, 1. */
export const diversityOf = ({ has, regions, activities }: Presence): { readonly diversity: Float64Array; readonly ubiquity: Float64Array } => {
  if (has.length !== regions * activities) throw new RangeError(`${has.length} cells are not ${regions} × ${activities}`)
  const diversity = new Float64Array(regions), ubiquity = new Float64Array(activities)
  for (let r = 0; r < regions; r += 1) {
    for (let i = 0; i < activities; i += 1) {
      if (has[r * activities + i] === 1) { diversity[r] = (diversity[r] as number) + 1; ubiquity[i] = (ubiquity[i] as number) + 1 }
    }
  }
  return { diversity, ubiquity }
}
