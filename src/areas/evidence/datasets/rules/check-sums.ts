// Parts must add up to their whole, within what rounding allows: regions to the country, municipalities to the district,
// sexes, ages, sizes and sectors to their total. A whole with a confidential part cannot be checked, and the difference is
// never made: it would reveal the part.
import type { Missing } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { Level } from '#kernel/region.ts'
import type { Atlas } from '#areas/evidence/regions/rules.ts'
import { listWithin } from '#areas/evidence/regions/rules.ts'
import type { Run } from './arithmetic.ts'
import { outsideRegions } from './check-codes.ts'
import type { RemarkList } from './remarks.ts'

export type RunsByRegion = ReadonlyMap<string, Run>

/** (parts + 1) × half the last decimal. Worked: 28 districts and one decimal: 1.45. */
export const roundingAllowance = (parts: number, decimals: number): number => (parts + 1) * 0.5 * 10 ** -decimals + 1e-9

type Part = { readonly value: number; readonly missing: Missing | null }
export const partAt = (run: Run | undefined, period: Period): Part => {
  const at = run ? run.periods.indexOf(period) : -1
  return run && at >= 0 ? { value: run.values[at] as number, missing: run.missing[at] ?? null } : { value: Number.NaN, missing: 'notServed' }
}

export type SumOutcome =
  | { readonly kind: 'adds' }
  | { readonly kind: 'suppressed' }
  | { readonly kind: 'incomplete'; readonly missing: number }
  | { readonly kind: 'differs'; readonly sum: number; readonly allowance: number }
/** One whole and its parts in one period. "No cases" counts as zero. */
export const addUp = (whole: number, parts: readonly Part[], decimals: number): SumOutcome => {
  if (parts.some((part) => part.missing === 'confidential')) return { kind: 'suppressed' }
  const gaps = parts.filter((part) => part.missing !== null && part.missing !== 'noCases').length
  if (gaps > 0) return { kind: 'incomplete', missing: gaps }
  const sum = parts.reduce((so, part) => so + (part.missing === null ? part.value : 0), 0)
  const allowance = roundingAllowance(parts.length, decimals)
  return Math.abs(sum - whole) <= allowance * (1 + 1e-12) ? { kind: 'adds' } : { kind: 'differs', sum, allowance }
}

type Sum = { readonly selection: string; readonly region: string; readonly whole: Run; readonly parts: readonly (Run | undefined)[]; readonly of: string }
/** Checks a whole against its parts over all its periods. */
const checkSum = (list: RemarkList, sum: Sum): void => {
  const decimals = Math.max(sum.whole.decimals, ...sum.parts.map((part) => part?.decimals ?? 0))
  const suppressed: Period[] = []
  const incomplete: Period[] = []
  sum.whole.periods.forEach((period, at) => {
    const whole = sum.whole.values[at] as number
    if (!Number.isFinite(whole)) return
    const outcome = addUp(whole, sum.parts.map((part) => partAt(part, period)), decimals)
    const where = { check: 'sums', selection: sum.selection, region: sum.region, period } as const
    if (outcome.kind === 'suppressed') { suppressed.push(period); return }
    if (outcome.kind === 'incomplete') { incomplete.push(period); return }
    list.looked('sums', 1)
    if (outcome.kind === 'differs') {
      list.add('hold', { ...where, says: 'sumDiffers', facts: { of: sum.of, parts: sum.parts.length, whole: round(whole), sum: round(outcome.sum), difference: round(outcome.sum - whole), allowance: round(outcome.allowance) } })
    }
  })
  list.looked('suppressedParts', suppressed.length)
  if (suppressed.length > 0) {
    list.add('note', { check: 'suppressedParts', says: 'notCheckable', selection: sum.selection, region: sum.region, period: suppressed.at(-1) ?? null, facts: { of: sum.of, periods: suppressed.join(', ') } })
  }
  if (incomplete.length > 0) {
    list.add('note', { check: 'sums', says: 'partsMissing', selection: sum.selection, region: sum.region, period: incomplete.at(-1) ?? null, facts: { of: sum.of, periods: incomplete.join(', ') } })
  }
}
const round = (value: number): number => Number(value.toPrecision(12))

/** By its code: one that has been dissolved or has moved to another district is not in the atlas any more. */
const isMunicipalityOf = (code: string, district: string): boolean => code.length === 5 && code.startsWith(district) && /\d\d$/.test(code)
const lower: Readonly<Record<string, readonly Level[]>> = {
  country: ['nuts1', 'nuts2', 'nuts3', 'municipality'], nuts1: ['nuts2', 'nuts3'], nuts2: ['nuts3'], nuts3: ['municipality'],
}
/** Every region of a country against its parts of each lower level that the file serves. */
export const checkRegionalSums = (list: RemarkList, from: { atlas: Atlas; country: string; selection: string; runs: RunsByRegion }): void => {
  const { atlas, country, runs } = from
  for (const [code, whole] of runs) {
    const region = atlas.regions.get(code)
    for (const level of region ? (lower[region.level] ?? []) : []) {
      const codes = listWithin(atlas, code, level).map((part) => part.code)
      if (!codes.some((part) => runs.has(part))) continue
      const outside = code === country && level !== 'municipality' ? outsideRegions(country, level as 'nuts1') : undefined
      const parts = codes.map((part) => runs.get(part))
      if (level === 'municipality' && region?.nsi) for (const [former, run] of runs) if (!codes.includes(former) && isMunicipalityOf(former, region.nsi)) parts.push(run)
      if (outside !== undefined && runs.has(outside)) parts.push(runs.get(outside))
      checkSum(list, { selection: from.selection, region: code, whole, parts, of: level })
    }
  }
}
/** A total of a dimension against its parts, in every region at hand. */
export const checkDimensionSums = (list: RemarkList, from: { selection: string; dimension: string; whole: RunsByRegion; parts: ReadonlyMap<string, RunsByRegion> }): void => {
  for (const [region, whole] of from.whole) {
    const parts = [...from.parts.values()].map((runs) => runs.get(region))
    if (parts.every((part) => part === undefined)) continue
    checkSum(list, { selection: from.selection, region, whole, parts, of: from.dimension })
  }
}
