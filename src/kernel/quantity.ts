// Numbers as people read them: unit, scale, decimals, in Bulgarian or English. Pure; Intl does the work.
import type { Language } from './language.ts'

/** How a value is measured. `scale` multiplies the stored value to whole units (thousand persons: 1000). */
export type Unit = {
  readonly id: string
  readonly scale: number
  readonly currency: 'EUR' | 'BGN' | null
  /** a share or rate whose differences are percentage points */
  readonly percent: boolean
}
const formats = new Map<string, Intl.NumberFormat>()
const formatOf = (language: Language, decimals: number): Intl.NumberFormat => {
  const key = `${language}${decimals}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(language === 'bg' ? 'bg-BG' : 'en-GB', {
      minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: 'always',
      // no sign on what is rounded to zero
      signDisplay: 'negative',
    })
    formats.set(key, format)
  }
  return format
}
/** „1 234,5“ in Bulgarian (no-break spaces), "1,234.5" in English. Never called with NaN. */
export const sayNumber = (value: number, language: Language, decimals: number): string => {
  if (!Number.isFinite(value)) throw new Error('a number that is missing must be said by its reason')
  return formatOf(language, decimals).format(value).replace(/^-/, '−')
}
/** With its sign, for changes: „+1,2“, „−0,4“, „0,0“. */
export const saySigned = (value: number, language: Language, decimals: number): string => {
  const text = sayNumber(value, language, decimals)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}
/** 25.11.2026 г. in Bulgarian, 25 November 2026 in English; the time zone is the region's. */
export const sayDate = (date: Date, language: Language): string =>
  language === 'bg'
    ? `${new Intl.DateTimeFormat('bg-BG', { timeZone: 'Europe/Sofia', day: '2-digit', month: '2-digit', year: 'numeric' }).format(date).replace(/\s*г\.$/, '')} г.`
    : new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Sofia', day: 'numeric', month: 'long', year: 'numeric' }).format(date)
