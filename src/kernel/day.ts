// A day as people write and read it, in the time of the region: „25.11.2026“, "25 November 2026". Periods of figures are period.ts.
import type { Language } from './language.ts'

/** From 25.11.2026, 25/11/2026 or 25-11-2026, with „г.“ or without, or 2026-11-25; undefined for a day that does not exist, or before 1990 or after 2100. */
export const parseDay = (typed: string): string | undefined => {
  const plain = typed.trim().replace(/\s*г\.?$/, '')
  const [, date, monthThere, yearThere] = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})$/.exec(plain) ?? []
  const [, year = yearThere, month = monthThere, day = date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = Date.parse(`${written}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== written || Number(year) < 1990 || Number(year) > 2100 ? undefined : written
}
const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' })
/** The day a moment falls on in the region: 2026-11-25. */
export const dayIn = (at: Date): string => days.format(at)
const long: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  bg: new Intl.DateTimeFormat('bg-BG', { timeZone: 'Europe/Sofia', day: 'numeric', month: 'long', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Sofia', day: 'numeric', month: 'long', year: 'numeric' }),
}
/** The same in words: „25 ноември 2026 г.“, "25 November 2026". */
export const sayDayIn = (at: Date, language: Language): string => long[language].format(at)
