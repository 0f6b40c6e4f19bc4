// Periods as people write them in heads and cells: „2024 г.“, 2024, „I трим. 2024“, 01.2024, a day that stands for its year.
import type { Period } from '#kernel/period.ts'
import { parsePeriod } from '#kernel/period.ts'
import type { SheetCell } from '#kernel/sheet.ts'

const roman: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }
const months = ['януари', 'февруари', 'март', 'април', 'май', 'юни', 'юли', 'август', 'септември', 'октомври', 'ноември', 'декември']
const monthsEn = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const isYear = (year: string): boolean => Number(year) >= 1900 && Number(year) <= 2100
const two = (number: number): string => String(number).padStart(2, '0')

/** Of one text; undefined where it is none. A day is not a period by itself: see periodOfDay. */
export const readPeriod = (cell: SheetCell): Period | undefined => {
  const text = String(cell).trim().toLowerCase().replace(/\s*(г\.?|год\.?|година)\s*$/, '').replace(/[*¹²³]+$|\s*\d\)$/, '').replace(/\u00a0/g, ' ').trim()
  if (/^\d{4}$/.test(text)) return isYear(text) ? (text as Period) : undefined
  const plain = parsePeriod(text.toUpperCase())
  if (plain !== undefined) return isYear(plain.slice(0, 4)) ? plain : undefined
  const quarter = /^(?:q?([1-4])|(i{1,3}|iv))[-.\s]*(?:-?(?:во|ро|то|st|nd|rd|th))?\s*(?:q|quarter|тримесечие|трим\.?|тр\.?)?[\s,./-]*(\d{4})$/.exec(text)
  if (quarter && /[qтi]/.test(text) && isYear(quarter[3] as string)) return `${quarter[3]}-Q${quarter[1] ?? roman[quarter[2] as string]}` as Period
  const month = /^(0?[1-9]|1[0-2])[./](\d{4})$/.exec(text)
  if (month && isYear(month[2] as string)) return `${month[2]}-${two(Number(month[1]))}` as Period
  const named = /^([a-zа-я]+)[\s,]+(\d{4})$/.exec(text)
  const at = named ? Math.max(months.indexOf(named[1] as string), monthsEn.indexOf(named[1] as string)) : -1
  if (named && at >= 0 && isYear(named[2] as string)) return `${named[2]}-${two(at + 1)}` as Period
  const school = /^(\d{4})\s*[/–-]\s*(\d{2}|\d{4})$/.exec(text)
  if (school && isYear(school[1] as string)) {
    const next = Number(school[1]) + 1
    if (school[2] === String(next) || school[2] === String(next).slice(2)) return `${school[1]}/${next}` as Period
  }
  return undefined
}

const day = /^(\d{4})-(\d{2})-(\d{2})$|^(\d{1,2})\.(\d{1,2})\.(\d{4})$/
const partsOf = (cell: SheetCell): readonly [string, number, number] | undefined => {
  const found = day.exec(String(cell).trim().replace(/\s*г\.?$/, ''))
  if (!found) return undefined
  return found[1] ? [found[1], Number(found[2]), Number(found[3])] : [found[6] as string, Number(found[5]), Number(found[4])]
}
export const isDay = (cell: SheetCell): boolean => partsOf(cell) !== undefined
/** Days stand for years where all of them are a first or last day of a year, else for their months. */
export const daysAre = (cells: Iterable<SheetCell>): 'years' | 'months' => {
  for (const cell of cells) {
    const parts = partsOf(cell)
    if (parts && !((parts[1] === 1 && parts[2] === 1) || (parts[1] === 12 && parts[2] === 31))) return 'months'
  }
  return 'years'
}
export const periodOfDay = (cell: SheetCell, are: 'years' | 'months'): Period | undefined => {
  const parts = partsOf(cell)
  if (!parts || !isYear(parts[0]) || parts[1] < 1 || parts[1] > 12) return undefined
  return (are === 'years' ? parts[0] : `${parts[0]}-${two(parts[1])}`) as Period
}

/** A period inside a longer head: „Приходи 2023 г.“ → 2023 and „Приходи“. */
export const periodInText = (text: string): { readonly period: Period | null; readonly rest: string } => {
  const whole = readPeriod(text)
  if (whole) return { period: whole, rest: '' }
  const inside = /(?<![\d.,])((?:19|20)\d{2})(?:\s*(?:г\.?|год\.?|година)(?![а-я]))?(?![\d.,]\d|\d)/i.exec(text)
  if (!inside || /(?<!\d)(?:19|20)\d{2}(?!\d).*(?<!\d)(?:19|20)\d{2}(?!\d)/.test(text)) return { period: null, rest: text }
  const rest = `${text.slice(0, inside.index)} ${text.slice(inside.index + inside[0].length)}`.replace(/\s+/g, ' ').replace(/^[\s,;:–—_-]+|[\s,;:–—_-]+$/g, '').replace(/\(\s*\)/g, '').trim()
  return { period: inside[1] as Period, rest }
}
