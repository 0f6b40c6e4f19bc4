// Figures that must agree although they stand in different tables: GDP ÷ people = GDP per head, births − deaths = natural
// change. Which ones, is data: catalogue/checks.json.
import type { Run } from './arithmetic.ts'
import { differenceOf, ratioOf, scaled, sumOf } from './arithmetic.ts'
import type { RunsByRegion } from './check-sums.ts'
import type { RemarkList } from './remarks.ts'

/** Keys are those of selections. Values are brought to whole units by their scale first. */
export type CrossCheck = {
  readonly name: string
  readonly equals: string
  readonly within: number
  /** {"ratio": ["ctx.gdp.total", "ctx.popavg"]} · {"difference": […]} · {"sum": […]} */
  readonly ratio?: readonly [string, string]
  readonly difference?: readonly string[]
  readonly sum?: readonly string[]
  readonly times?: number
}
export type PartsRule = { readonly dataset: string; readonly dimension: string; readonly whole: string; readonly parts: readonly string[] }
export type CurrencyRule = { readonly dataset: string; readonly dimension: string; readonly euro: string; readonly lev: string }
export type CheckBook = { readonly parts: readonly PartsRule[]; readonly cross: readonly CrossCheck[]; readonly currencies: readonly CurrencyRule[] }
export const noCheckBook: CheckBook = { parts: [], cross: [], currencies: [] }

export const keysOf = (check: CrossCheck): readonly string[] => [check.equals, ...(check.ratio ?? []), ...(check.difference ?? []), ...(check.sum ?? [])]

const compute = (check: CrossCheck, run: (key: string) => Run | undefined): Run | undefined => {
  const runs = (keys: readonly string[]) => { const found = keys.map(run); return found.every((one) => one !== undefined) ? (found as readonly Run[]) : undefined }
  if (check.ratio) {
    const [over, under] = runs(check.ratio) ?? []
    return over && under ? ratioOf({ over, under, times: check.times ?? 1, shift: 0, decimals: 6 }) : undefined
  }
  const parts = runs(check.difference ?? check.sum ?? [])
  return parts && parts.length > 0 ? (check.difference ? differenceOf(parts) : sumOf(parts)) : undefined
}

export const checkCross = (list: RemarkList, from: { check: CrossCheck; runs: ReadonlyMap<string, RunsByRegion>; scales: ReadonlyMap<string, number> }): void => {
  const { check, runs } = from
  for (const [region, stated] of runs.get(check.equals) ?? []) {
    const whole = (key: string): Run | undefined => {
      const run = runs.get(key)?.get(region)
      return run && scaled(run, from.scales.get(key) ?? 1)
    }
    const made = compute(check, whole)
    if (!made) continue
    const stands = whole(check.equals) ?? stated
    stands.periods.forEach((period, at) => {
      const there = made.periods.indexOf(period)
      const value = stands.values[at] as number
      const other = made.values[there] ?? Number.NaN
      if (!Number.isFinite(value) || !Number.isFinite(other)) return
      list.looked('crossCheck', 1)
      if (Math.abs(value - other) > check.within + 1e-9) {
        list.add('hold', { check: 'crossCheck', says: 'doesNotAgree', selection: check.equals, region, period, facts: { name: check.name, value, computed: Number(other.toPrecision(8)), within: check.within } })
      }
    })
  }
}
