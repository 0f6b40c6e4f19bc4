// A period of statistics: a year, half-year, quarter, month, week or school year. Never a Date.
export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'week' | 'schoolYear'
/** ISO-like text: 2020 · 2020-S1 · 2020-Q3 · 2019-04 · 2020-W05 · 2000/2001 */
export type Period = string & { readonly __period: true }

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
const two = (n: number): string => String(n).padStart(2, '0')

const shapes: readonly { pattern: RegExp; write: (m: RegExpExecArray) => string | undefined }[] = [
  { pattern: /^([12]\d{3})(?:-?A1?)?$/, write: (m) => m[1] },
  { pattern: /^([12]\d{3})-?S([12])$/, write: (m) => `${m[1]}-S${m[2]}` },
  { pattern: /^([12]\d{3})-?Q([1-4])$/, write: (m) => `${m[1]}-Q${m[2]}` },
  { pattern: /^([12]\d{3})(?:-|-?M)(\d{2})$/, write: (m) => inRange(Number(m[2]), 1, 12) ? `${m[1]}-${m[2]}` : undefined },
  { pattern: /^([12]\d{3})-?W(\d{2})$/, write: (m) => inRange(Number(m[2]), 1, weeksOf(Number(m[1]))) ? `${m[1]}-W${m[2]}` : undefined },
  // NSI monthly datasets write the month in Roman figures: 2019IV is April, not the fourth quarter.
  { pattern: /^([12]\d{3})-?([IVX]+)$/, write: (m) => { const at = roman.indexOf(m[2] ?? ''); return at < 0 ? undefined : `${m[1]}-${two(at + 1)}` } },
  { pattern: /^([12]\d{3})\/(\d{4})$/, write: (m) => Number(m[2]) === Number(m[1]) + 1 ? `${m[1]}/${m[2]}` : undefined },
]
const inRange = (n: number, low: number, high: number): boolean => n >= low && n <= high

/** Reads every spelling the sources use; undefined when it is none of them. */
export const parsePeriod = (text: string): Period | undefined => {
  const trimmed = text.trim()
  for (const { pattern, write } of shapes) {
    const found = pattern.exec(trimmed)
    if (found) { const written = write(found); return written === undefined ? undefined : (written as Period) }
  }
  return undefined
}

export const periodKind = (period: Period): PeriodKind => {
  if (period.length === 4) return 'year'
  if (period[4] === '/') return 'schoolYear'
  const mark = period[5]
  return mark === 'S' ? 'half' : mark === 'Q' ? 'quarter' : mark === 'W' ? 'week' : 'month'
}
export const yearOf = (period: Period): number => Number(period.slice(0, 4))

const dayLength = 86_400_000
/** Monday of ISO week 1: the week that holds 4 January. */
const firstMonday = (year: number): number => {
  const fourth = Date.UTC(year, 0, 4)
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayLength
}
const weeksOf = (year: number): number => Math.round((firstMonday(year + 1) - firstMonday(year)) / (7 * dayLength))
const lastOfMonth = (year: number, month: number): number => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** First and last day as yyyy-mm-dd. A school year runs from 15 September to 14 September; weeks are ISO weeks. */
export const daysOf = (period: Period): { readonly first: string; readonly last: string } => {
  const year = yearOf(period)
  const span = (from: number, to: number) => ({ first: `${year}-${two(from)}-01`, last: `${year}-${two(to)}-${lastOfMonth(year, to)}` })
  switch (periodKind(period)) {
    case 'year': return span(1, 12)
    case 'half': return period[6] === '1' ? span(1, 6) : span(7, 12)
    case 'quarter': { const q = Number(period[6]); return span(q * 3 - 2, q * 3) }
    case 'month': { const m = Number(period.slice(5)); return span(m, m) }
    case 'schoolYear': return { first: `${year}-09-15`, last: `${year + 1}-09-14` }
    case 'week': {
      const monday = firstMonday(year) + (Number(period.slice(6)) - 1) * 7 * dayLength
      const day = (at: number) => new Date(at).toISOString().slice(0, 10)
      return { first: day(monday), last: day(monday + 6 * dayLength) }
    }
  }
}
/** Oldest first; a shorter period that starts the same day comes first. */
export const comparePeriods = (a: Period, b: Period): number => {
  const x = daysOf(a), y = daysOf(b)
  return x.first < y.first ? -1 : x.first > y.first ? 1 : x.last < y.last ? -1 : x.last > y.last ? 1 : 0
}
