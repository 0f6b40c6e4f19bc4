// A file of the institute names no NUTS version: one code may stand for an older region in the years before the present one was
// made. Told by the sum of the present districts; what is of the older region is not stored as the present one's. Rates cannot be told.
import type { Period } from '#kernel/period.ts'
import { yearOf } from '#kernel/period.ts'
import type { NutsVersion } from '#kernel/region.ts'
import type { Atlas } from '#areas/evidence/regions/rules.ts'
import { listWithin } from '#areas/evidence/regions/rules.ts'
import type { Run } from './arithmetic.ts'
import { addUp, partAt, type RunsByRegion } from './check-sums.ts'
import type { RemarkList } from './remarks.ts'

/** The first year of which statistics are transmitted by a version (Regulation (EC) No 1059/2003, Article 5, and its amendments). */
const appliesFrom: Readonly<Record<NutsVersion, number>> = { 2003: 2003, 2006: 2008, 2010: 2012, 2013: 2015, 2016: 2018, 2021: 2021, 2024: 2024 }
/** Since when the code means what it means; null: as far back as the versions reach. Worked: BG34 since 2008, BG41 always. */
export const madeIn = (atlas: Atlas, code: string): number | null => {
  const change = atlas.changes.find((one) => one.toCode === code && one.kind === 'new')
  return change === undefined ? null : appliesFrom[change.version]
}

export type FormerCells = { readonly region: string; readonly periods: readonly Period[] }
/** Cells of regions of before under a present code: notes them, and gives them back to be left out. */
export const findFormerRegions = (list: RemarkList, from: { atlas: Atlas; country: string; selection: string; runs: RunsByRegion }): readonly FormerCells[] =>
  (['nuts1', 'nuts2'] as const).flatMap((level) => listWithin(from.atlas, from.country, level)).flatMap(({ code }) => {
    const since = madeIn(from.atlas, code)
    const whole = from.runs.get(code)
    if (since === null || whole === undefined) return []
    const parts = listWithin(from.atlas, code, 'nuts3').map((part) => from.runs.get(part.code))
    const decimals = Math.max(whole.decimals, ...parts.map((part) => part?.decimals ?? 0))
    const periods = whole.periods.filter((period, at) =>
      yearOf(period) < since && whole.missing[at] === null && addUp(whole.values[at] as number, parts.map((part) => partAt(part, period)), decimals).kind === 'differs')
    if (periods.length === 0) return []
    list.add('note', { check: 'codes', says: 'formerRegion', selection: from.selection, region: code, period: periods.at(-1) ?? null, facts: { since: String(since), periods: periods.join(', ') } })
    return [{ region: code, periods }]
  })
export const withoutCells = (run: Run, periods: readonly Period[]): Run => {
  const gone = run.periods.map((period) => periods.includes(period))
  return { ...run, values: run.values.map((value, at) => (gone[at] ? Number.NaN : value)), missing: run.missing.map((reason, at) => (gone[at] ? 'notServed' : reason)) }
}
