// How the figures of today differ from the frozen ones, cell by cell. What that does to a result the topic of its kind says.
import type { Period } from '#kernel/period.ts'
import type { FrozenIndicator, FrozenVintage, Inputs } from '../rules.ts'

export type InputChange = {
  readonly indicator: string
  readonly region: string
  readonly before: { readonly period: Period | null; readonly value: number | null }
  readonly after: { readonly period: Period | null; readonly value: number | null }
}
export type InputChanges = {
  readonly compared: number
  readonly changes: readonly InputChange[]
  /** indicators whose definition is another now */
  readonly redefined: readonly string[]
  /** indicators whose values are of another period now */
  readonly periods: readonly { readonly indicator: string; readonly before: Period | null; readonly after: Period | null }[]
}
/** Worked: 12.4 of 2022 was frozen and 12.4 of 2023 is there now: a change of the period, and of the cell, though the number is the same. */
export const changesBetween = (before: Inputs, after: Inputs): InputChanges => {
  const now = new Map(after.indicators.map((one) => [one.key, one]))
  const places = new Map(after.regions.map((region, at) => [region.code, at]))
  const changes: InputChange[] = []
  const redefined: string[] = []
  const periods: InputChanges['periods'][number][] = []
  let compared = 0
  for (const one of before.indicators) {
    const there = now.get(one.key)
    if (there !== undefined && there.version !== one.version) redefined.push(one.key)
    if ((there?.period ?? null) !== one.period) periods.push({ indicator: one.key, before: one.period, after: there?.period ?? null })
    before.regions.forEach((region, at) => {
      compared += 1
      const then = { period: one.period, value: one.values[at] ?? null }
      const today = { period: there?.period ?? null, value: valueAt(there, places.get(region.code)) }
      if (then.value !== today.value || (then.period !== today.period && then.value !== null)) changes.push({ indicator: one.key, region: region.code, before: then, after: today })
    })
  }
  return { compared, changes, redefined, periods }
}
const valueAt = (indicator: FrozenIndicator | undefined, at: number | undefined): number | null => (at === undefined ? null : (indicator?.values[at] ?? null))

export type NewerVintage = { readonly dataset: string; readonly frozen: FrozenVintage; readonly now: FrozenVintage }
/** Datasets whose current vintage is another than the frozen one. */
export const newerVintages = (frozen: readonly FrozenVintage[], current: readonly FrozenVintage[]): readonly NewerVintage[] => {
  const now = new Map(current.map((one) => [one.dataset, one]))
  return frozen.flatMap((one) => {
    const there = now.get(one.dataset)
    return there === undefined || there.number === one.number ? [] : [{ dataset: one.dataset, frozen: one, now: there }]
  })
}
