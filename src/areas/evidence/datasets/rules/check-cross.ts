// Figures that must agree although they stand in different tables: GDP ÷ people = GDP per head, births − deaths among the
// people = natural increase per 1,000. Which ones, is data: catalogue/checks.json.
import type { Period } from '#kernel/period.ts'
import { comparePeriods } from '#kernel/period.ts'
import type { Run } from './arithmetic.ts'
import { differenceOf, meanOfTwo, ratioOf, scaled } from './arithmetic.ts'
import type { RunsByRegion } from './check-sums.ts'
import type { RemarkList } from './remarks.ts'

/** Keys are those of selections. Values are brought to whole units by their scale first. */
export type CrossCheck = {
  readonly name: string
  readonly equals: string
  readonly within: number
  /** the first minus the rest */
  readonly over: readonly string[]
  readonly under?: string
  /** meanOfTwo: people on 1 January of the year and of the next */
  readonly underIs?: 'meanOfTwo'
  readonly times?: number
  /** earlier periods are not compared: the two rest on different counts there */
  readonly from?: Period
}
export type PartsRule = { readonly dataset: string; readonly dimension: string; readonly whole: string; readonly parts: readonly string[] }
export type CurrencyRule = { readonly dataset: string; readonly dimension: string; readonly euro: string; readonly lev: string }
export type CheckBook = { readonly parts: readonly PartsRule[]; readonly cross: readonly CrossCheck[]; readonly currencies: readonly CurrencyRule[] }
export const noCheckBook: CheckBook = { parts: [], cross: [], currencies: [] }

export const keysOf = (check: CrossCheck): readonly string[] => [check.equals, ...check.over, ...(check.under === undefined ? [] : [check.under])]

const compute = (check: CrossCheck, run: (key: string) => Run | undefined): Run | undefined => {
  const parts = check.over.flatMap((key) => run(key) ?? [])
  if (parts.length === 0 || parts.length < check.over.length) return undefined
  const over = differenceOf(parts)
  if (check.under === undefined) return over
  const under = run(check.under)
  return under && ratioOf({ over, under: check.underIs === 'meanOfTwo' ? meanOfTwo(under) : under, times: check.times ?? 1, shift: 0, decimals: 6 })
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
      if (check.from !== undefined && comparePeriods(period, check.from) < 0) return
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
