// Jumps that stand beside a municipality's number: large, of the last ten years, and not explained by a break that the catalogue knows.
// Not the search for them: the import's checks do that, and the vintage's page has them all.
import type { Period } from '#kernel/period.ts'
import { yearOf } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import type { Remark } from '#areas/evidence/datasets/rules.ts'
import type { Caveat } from '../rules.ts'

const years = 10
/** A change that a reader sees without a ruler. Worked: 20,700 → 27,224 is 0.27 of a natural logarithm, 2,689 → 2,743 is 0.02. */
const least = Math.log(1.1)

type Asked = { readonly jumps: readonly Remark[]; readonly leaves: readonly string[]; readonly shown: Region; readonly newest: Period; readonly caveats: readonly Caveat[] }
export const unexplainedJumps = ({ jumps, leaves, shown, newest, caveats }: Asked): readonly Period[] =>
  shown.level !== 'municipality' ? [] : [...new Set(jumps.flatMap(({ region, selection, period, says, facts }): Period[] => {
    if (region !== shown.code || selection === null || !leaves.includes(selection) || period === null || !says.startsWith('jump')) return []
    if (yearOf(newest) - yearOf(period) >= years || Math.abs(Math.log(Number(facts.after) / Number(facts.before))) < least) return []
    return caveats.some((caveat) => caveat.kind === 'break' && caveat.from === period) ? [] : [period]
  }))].sort()
