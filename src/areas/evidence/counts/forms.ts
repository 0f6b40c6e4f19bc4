// What the forms about counted indicators may send: a new one, a value, whose duty it is.
import type { Typed } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import { parsePeriod } from '#kernel/period.ts'
import type { Problem, Result } from '#kernel/result.ts'
import { not, ok } from '#kernel/result.ts'
import { directions, type Direction, domains, type Domain } from '#areas/evidence/indicators/rules.ts'
import { measures, needed } from '#areas/evidence/tables/rules/meaning.ts'
import { isOfFrequency } from './rules/due.ts'
import type { Typing } from './rules/count-entry.ts'
import { countReasons, type Frequency, frequencies } from './rules.ts'

export const newFields = ['name_bg', 'name_en', 'definition_bg', 'definition_en', 'unit_bg', 'unit_en', 'measures', 'decimals', 'direction', 'domain', 'level', 'frequency', 'first_period', 'days', 'account'] as const
export type NewField = (typeof newFields)[number]
export type NewValues = Readonly<Record<NewField, string>>
export const blank: NewValues = {
  name_bg: '', name_en: '', definition_bg: '', definition_en: '', unit_bg: '', unit_en: '', measures: 'count', decimals: '0', direction: 'more', domain: 'entrepreneurship', level: 'nuts3', frequency: 'A', first_period: '', days: '90', account: '',
}
export const typedNew = (typed: Typed): NewValues | undefined =>
  (newFields.some((field) => typed.text[field] !== undefined) ? (Object.fromEntries(newFields.map((field) => [field, typedOne(typed, field)])) as Record<NewField, string>) : undefined)

export type NewCount = {
  readonly name: Bilingual; readonly definition: Bilingual; readonly unit: Bilingual; readonly measures: (typeof measures)[number]; readonly decimals: number; readonly direction: Direction; readonly domain: Domain
  readonly level: 'nuts3' | 'municipality'; readonly frequency: Frequency; readonly firstPeriod: Period; readonly days: number; readonly account: string
}
const wrong = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })
export const newCountForm = (typed: Typed): Result<NewCount, readonly Problem[]> => {
  const values = typedNew(typed) ?? blank
  const problems: Problem[] = []
  const text = (field: NewField, most: number): string => {
    const value = values[field].trim()
    if (value === '') problems.push(needed(field))
    else if (value.length > most) problems.push(wrong(field, `Най-много ${most} знака.`, `At most ${most} characters.`))
    return value
  }
  const choice = <T extends string>(field: NewField, of: readonly T[]): T | undefined => {
    const found = of.find((one) => one === values[field])
    if (found === undefined) problems.push(wrong(field, 'Изберете една от възможностите.', 'Choose one of the options.'))
    return found
  }
  const whole = (field: NewField, most: number): number => {
    const number = /^\d{1,4}$/.test(values[field].trim()) ? Number(values[field]) : Number.NaN
    if (!(number <= most)) problems.push(wrong(field, `Нужно е цяло число от 0 до ${most}.`, `A whole number from 0 to ${most} is needed.`))
    return number
  }
  const name = { bg: text('name_bg', 120), en: text('name_en', 120) }
  const definition = { bg: text('definition_bg', 2000), en: text('definition_en', 2000) }
  const unit = { bg: text('unit_bg', 60), en: text('unit_en', 60) }
  const measure = choice('measures', measures), direction = choice('direction', directions), domain = choice('domain', domains)
  const level = choice('level', ['nuts3', 'municipality'] as const), frequency = choice('frequency', frequencies)
  const decimals = whole('decimals', 6), days = whole('days', 730)
  const firstPeriod = parsePeriod(values.first_period.toUpperCase())
  if (firstPeriod === undefined || (frequency !== undefined && !isOfFrequency(firstPeriod, frequency))) problems.push(wrong('first_period', 'Пишете според честотата: 2024, 2024-S1, 2024-Q1 или 2024-01.', 'Write it by the frequency: 2024, 2024-S1, 2024-Q1 or 2024-01.'))
  if (problems.length > 0 || !measure || !direction || !domain || !level || !frequency || !firstPeriod) return not(problems)
  return ok({ name, definition, unit, measures: measure, decimals, direction, domain, level, frequency, firstPeriod, days, account: values.account })
}

/** Whether it fits the indicator is said when the count is at hand. */
export const entryForm = (typed: Typed): Result<Typing, readonly Problem[]> => {
  const one = (name: string): string => typedOne(typed, name).replace(/[\r\n]+/g, ' ').trim()
  const problems: Problem[] = []
  const period = parsePeriod(one('period'))
  if (period === undefined) problems.push(wrong('period', 'Изберете период от списъка.', 'Choose a period from the list.'))
  const missing = countReasons.find((reason) => reason === one('missing')) ?? null
  for (const [field, most] of [['source', 300], ['note', 1000]] as const) if (one(field).length > most) problems.push(wrong(field, `Най-много ${most} знака.`, `At most ${most} characters.`))
  return problems.length > 0 || period === undefined ? not(problems) : ok({ region: one('region'), period, value: one('value').slice(0, 60), missing, source: one('source'), note: one('note') })
}

export type DutyInput = { readonly account: string; readonly act: 'give' | 'end' }
export const dutyForm = (typed: Typed): Result<DutyInput, readonly Problem[]> => {
  const account = typedOne(typed, 'account')
  if (!/^[0-9a-f-]{36}$/.test(account)) return not([wrong('account', 'Изберете колега от списъка.', 'Choose a colleague from the list.')])
  return ok({ account, act: typedOne(typed, 'act') === 'end' ? 'end' : 'give' })
}
