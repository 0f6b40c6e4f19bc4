// A region's place among others, with all that a rank hides: ties, gaps, flags, of how many.
import { hasFlag } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import type { Cell } from '#areas/evidence/datasets/rules.ts'
import type { Direction, Place, Standing } from '../rules.ts'

/** Low reliability, not significant, or another definition: shown, not ranked. */
export const isRankable = (cell: Cell): boolean =>
  cell.missing === null && !hasFlag(cell.flags, 'u') && !hasFlag(cell.flags, 'n') && !hasFlag(cell.flags, 'd')

type Entry = { readonly region: Region; readonly cell: Cell; readonly cases: number | null }

/** Best first (for 'neither': highest first), equals share the smaller number; then those not ranked: with a value, without.
 *  Equal is what is shown as equal: nobody can see why 15,04 % should stand before 15,03 % where both read 15,0 %.
 *  Worked: 5, 3, 3, 1 with more being better → places 1, 2, 2, 4. */
export const rankStandings = (given: readonly Entry[], how: { readonly direction: Direction; readonly decimals: number }): readonly Standing[] => {
  const sign = how.direction === 'less' ? 1 : -1
  const entries = given.map((entry) => ({ ...entry, shown: entry.cell.value === null ? Number.NaN : Number(entry.cell.value.toFixed(how.decimals)) }))
  const ranked = entries.filter((entry) => isRankable(entry.cell)).sort((a, b) => sign * (a.shown - b.shown) || byCode(a, b))
  const unranked = entries.filter((entry) => !isRankable(entry.cell)).sort((a, b) => Number(a.cell.value === null) - Number(b.cell.value === null) || byCode(a, b))
  const placeOf = new Map<number, number>()
  const countOf = new Map<number, number>()
  ranked.forEach(({ shown }, at) => {
    if (!placeOf.has(shown)) placeOf.set(shown, at + 1)
    countOf.set(shown, (countOf.get(shown) ?? 0) + 1)
  })
  return [
    ...ranked.map(({ shown, ...entry }): Standing => ({ ...entry, place: placeOf.get(shown) ?? null, tied: countOf.get(shown) ?? 1 })),
    ...unranked.map(({ shown: _, ...entry }): Standing => ({ ...entry, place: null, tied: 1 })),
  ]
}
const byCode = (a: Entry, b: Entry): number => (a.region.code < b.region.code ? -1 : 1)

/** null where there is nobody with a value to be compared with, or the region itself is not among them. */
export const placeOf = (from: { standings: readonly Standing[]; code: string; period: Period; direction: Direction }): Place | null => {
  const { standings, code } = from
  const own = standings.find((standing) => standing.region.code === code)
  const missing = standings.filter((standing) => standing.cell.missing !== null).length
  if (!own || standings.length - missing < 2) return null
  const among = standings.filter((standing) => standing.place !== null).length
  return {
    place: own.place, tied: own.tied, among, of: standings.length, missing, leftOutFlagged: standings.length - missing - among,
    leftOut: own.place !== null ? null : own.cell.missing !== null ? 'missing' : 'flagged', period: from.period, direction: from.direction,
  }
}
