// How long a consultation is open: чл. 26 ЗНА. Days are counted as the national portal counts them: last day less first day.
// Under 14: refused. 14 to 29: only with the reason in writing. 30 and more: free. Worked: 1 to 31 December is 30.
import { dayIn } from '#kernel/day.ts'
import type { Problem } from '#kernel/result.ts'

export const fewestDays = 14
export const freeDays = 30
/** Days are yyyy-mm-dd and are counted on the calendar; the change of the clocks moves nothing. */
export const daysBetween = ({ opensOn, closesOn }: Term): number => Math.round((Date.parse(`${closesOn}T00:00:00Z`) - Date.parse(`${opensOn}T00:00:00Z`)) / 86_400_000)
/** `closesOn` is the last day on which comments are taken, to its end. */
export type Term = { readonly opensOn: string; readonly closesOn: string }
export const judgeTerm = ({ reason, ...term }: Term & { readonly reason: string }): readonly Problem[] => {
  const days = daysBetween(term)
  if (days < 0) return [{ field: 'closes_on', text: { bg: 'Краят е преди началото. Поправете единия от двата дни.', en: 'The end is before the beginning. Correct one of the two days.' } }]
  if (days < fewestDays) return [{ field: 'closes_on', text: { bg: `Между двата дни има ${days}. Срок под ${fewestDays} дни не се допуска; обичайният е ${freeDays} (чл. 26, ал. 4 ЗНА).`, en: `There are ${days} between the two days. A term under ${fewestDays} days is not allowed; the usual one is ${freeDays} (art. 26(4) of the Act on Normative Acts).` } }]
  if (days < freeDays && reason.trim() === '') return [{ field: 'short_term_reason', text: { bg: `Срокът е ${days} дни. Под ${freeDays} дни напишете защо не може да е по-дълъг: причината се публикува.`, en: `The term is ${days} days. Under ${freeDays} days write why it cannot be longer: the reason is published.` } }]
  return []
}
/** Midnight at which a day begins in the region, also on the two Sundays when the clocks change. */
export const beginOfDay = (day: string): Date => {
  const hour = (at: Date): number => Number(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Sofia', hour: '2-digit', hourCycle: 'h23' }).format(at))
  const utc = Date.parse(`${day}T00:00:00Z`)
  for (const offset of [2, 3]) { const at = new Date(utc - offset * 3_600_000); if (hour(at) === 0) return at }
  return new Date(utc - 2 * 3_600_000)
}
export const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
/** Closed begins at the first moment after the last day. */
export const closesAtOf = (closesOn: string): Date => beginOfDay(nextDay(closesOn))
/** The last day, from the moment of closing. */
export const lastDayOf = (closesAt: Date): string => dayIn(new Date(closesAt.getTime() - 1))
export const reminderDays = 3
export const isReminderDue = ({ closesAt, remindedAt, now }: { readonly closesAt: Date; readonly remindedAt: Date | null; readonly now: Date }): boolean =>
  remindedAt === null && now < closesAt && closesAt.getTime() - now.getTime() <= reminderDays * 86_400_000
