// Which periods of a counted indicator should have a value by now, and which of them lack it.
import type { Period } from '#kernel/period.ts'
import { comparePeriods, daysOf } from '#kernel/period.ts'
import type { Count, Frequency } from '../rules.ts'

const parts: Readonly<Record<Frequency, number>> = { A: 1, S: 2, Q: 4, M: 12 }
const write = (frequency: Frequency, { year, part }: { readonly year: number; readonly part: number }): Period => {
  switch (frequency) {
    case 'A': return String(year) as Period
    case 'S': return `${year}-S${part}` as Period
    case 'Q': return `${year}-Q${part}` as Period
    case 'M': return `${year}-${String(part).padStart(2, '0')}` as Period
  }
}
const partOf = (period: Period): number => (period.length === 4 ? 1 : Number(period.slice(5).replace(/\D/g, '')))
export const isOfFrequency = (period: Period, frequency: Frequency): boolean => period === write(frequency, { year: Number(period.slice(0, 4)), part: partOf(period) })

const day = 86_400_000
/** Worked: yearly from 2023, 90 days to enter, seen on 25 November 2026: 2023, 2024 and 2025 are due; on 15 March 2026 2025 is not yet. */
export const periodsDue = (count: Pick<Count, 'frequency' | 'firstPeriod' | 'daysToEnter'>, now: Date): readonly Period[] => listPeriods(count, now.getTime() - count.daysToEnter * day)
/** Every period that has ended, due or not: what may be entered. */
export const periodsEnded = (count: Pick<Count, 'frequency' | 'firstPeriod'>, now: Date): readonly Period[] => listPeriods(count, now.getTime())

const listPeriods = (count: Pick<Count, 'frequency' | 'firstPeriod'>, until: number): readonly Period[] => {
  const due: Period[] = []
  let year = Number(count.firstPeriod.slice(0, 4))
  let part = partOf(count.firstPeriod)
  for (let steps = 0; steps < 2_000; steps++) {
    const period = write(count.frequency, { year, part })
    if (Date.parse(daysOf(period).last) + day > until) break
    due.push(period)
    part += 1
    if (part > parts[count.frequency]) { part = 1; year += 1 }
  }
  return due
}
export const missingPeriods = (due: readonly Period[], entered: readonly Period[]): readonly Period[] => due.filter((period) => !entered.includes(period)).sort(comparePeriods)
