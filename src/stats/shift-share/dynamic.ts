// Shift-share year by year, so that the structure may change on the way.
import type { Reason } from '../reason.ts'
import { type ShiftShare, shiftShare } from './classic.ts'

export type Dynamic = {
  readonly change: number; readonly national: number; readonly mix: number; readonly regional: number; readonly netShift: number; readonly apart: number
  readonly steps: readonly (ShiftShare & { readonly from: number; readonly to: number })[]
}

/** The sum of the classic components of every pair of neighbouring years (Barff and Knight 1988). Region and nation: row-major, one row per activity,
 *  one column per year, oldest first. Undefined: fewer than two years (`too-few`), a year missing between two (`no-data`), as the classic
 *  form is. Worked: one activity 10, 12, 15 here and 100, 110, 121 there → national 2.2, regional 2.8. */
export const dynamicShiftShare = ({ region, nation, activities, years }: {
  readonly region: Float64Array; readonly nation: Float64Array; readonly activities: number; readonly years: readonly number[]
}): Dynamic | Reason => {
  const T = years.length
  if (region.length !== activities * T || nation.length !== activities * T) throw new RangeError('one row per activity, one column per year')
  if (T < 2) return 'too-few'
  if (years.some((year, at) => at > 0 && year !== (years[at - 1] as number) + 1)) return 'no-data'
  const column = (table: Float64Array, t: number): Float64Array => Float64Array.from({ length: activities }, (_, i) => table[i * T + t] as number)
  const steps: (ShiftShare & { from: number; to: number })[] = []
  for (let t = 1; t < T; t += 1) {
    const step = shiftShare({ regionStart: column(region, t - 1), regionEnd: column(region, t), nationStart: column(nation, t - 1), nationEnd: column(nation, t) })
    if (typeof step === 'string') return step
    steps.push({ ...step, from: years[t - 1] as number, to: years[t] as number })
  }
  const sum = (part: 'change' | 'national' | 'mix' | 'regional' | 'netShift' | 'apart'): number => steps.reduce((all, step) => all + step[part], 0)
  return { change: sum('change'), national: sum('national'), mix: sum('mix'), regional: sum('regional'), netShift: sum('netShift'), apart: sum('apart'), steps }
}
