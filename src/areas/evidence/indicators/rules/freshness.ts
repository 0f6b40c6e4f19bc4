// How old a figure is, counted from the end of its period.
import type { Period } from '#kernel/period.ts'
import { daysOf } from '#kernel/period.ts'
import type { Freshness } from '../rules.ts'

export const oldAfterYears = 3

/** Worked: 2020 seen on 25 November 2026 ended 5 whole years ago and is old; 2023 seen on 1 January 2027 is exactly three and not yet. */
export const freshnessOf = (newest: Period | null, now: Date): Freshness => {
  if (newest === null) return { newest: null, yearsOld: null, isOld: false }
  const last = daysOf(newest).last
  const today = now.toISOString().slice(0, 10)
  const passed = Number(today.slice(0, 4)) - Number(last.slice(0, 4)) - (today.slice(5) < last.slice(5) ? 1 : 0)
  const anniversary = `${Number(last.slice(0, 4)) + oldAfterYears}${last.slice(4)}`
  // A period that is not over yet is of age zero.
  return { newest, yearsOld: Math.max(0, passed), isOld: today > nextDay(anniversary) }
}
const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
