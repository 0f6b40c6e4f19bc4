// From what was typed to a value that may be stored: a number of the indicator's kind, or the reason why there is none.
import type { Period } from '#kernel/period.ts'
import type { Problem, Result } from '#kernel/result.ts'
import { not, ok } from '#kernel/result.ts'
import { findDecimal, readCell } from '#areas/evidence/tables/rules/numbers-in-cells.ts'
import type { Count, CountReason, Entry } from '../rules.ts'
import { isOfFrequency, periodsEnded } from './due.ts'

export type Typing = { readonly region: string; readonly period: Period; readonly value: string; readonly missing: CountReason | null; readonly source: string; readonly note: string }
export type CheckedEntry = Pick<Entry, 'region' | 'period' | 'value' | 'missing' | 'decimals' | 'source' | 'note'>
const wrong = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })

export const checkEntry = (typing: Typing, from: { readonly count: Count; readonly regions: readonly string[]; readonly before: Entry | undefined; readonly now: Date }): Result<CheckedEntry, readonly Problem[]> => {
  const { count, before } = from
  const problems: Problem[] = []
  if (!from.regions.includes(typing.region)) problems.push(wrong('region', 'Изберете регион от списъка.', 'Choose a region from the list.'))
  if (!isOfFrequency(typing.period, count.frequency) || !periodsEnded(count, from.now).includes(typing.period)) problems.push(wrong('period', 'Изберете период от списъка. Период, който още не е свършил, не може да се отчете.', 'Choose a period from the list. A period that has not ended cannot be entered.'))
  if (typing.source === '') problems.push(wrong('source', 'Напишете откъде е стойността: вижда се от всички.', 'Write where the value is from: everybody can read it.'))
  const value = toValue(typing, count)
  if (!value.ok) problems.push(value.problem)
  const isChange = value.ok && before !== undefined && (before.value !== value.value.value || before.missing !== value.value.missing)
  if (isChange && typing.note === '') problems.push(wrong('note', 'За този период вече има стойност. Напишете защо я променяте.', 'This period has a value already. Write why you change it.'))
  if (value.ok && before !== undefined && !isChange && before.source === typing.source && before.note === typing.note) problems.push(wrong('value', 'Това вече е записано така; нищо не се променя.', 'It is stored so already; nothing changes.'))
  return problems.length > 0 || !value.ok ? not(problems) : ok({ region: typing.region, period: typing.period, source: typing.source, note: typing.note, ...value.value })
}
const toValue = (typing: Typing, count: Count): Result<Pick<Entry, 'value' | 'missing' | 'decimals'>, Problem> => {
  const { limits } = count
  if (typing.missing !== null) {
    return typing.value === '' ? ok({ value: null, missing: typing.missing, decimals: 0 })
      : not(wrong('missing', 'Или стойност, или причина да няма; не и двете.', 'Either a value, or the reason why there is none; not both.'))
  }
  if (typing.value === '') return not(wrong('value', 'Напишете числото, или изберете защо няма стойност.', 'Write the number, or choose why there is no value.'))
  const read = readCell(typing.value, findDecimal([typing.value]).decimal)
  if (read.is !== 'value' || read.flags !== '') return not(wrong('value', `„${typing.value.slice(0, 40)}“ не е число. Пишете например 1234 или 12,5.`, `“${typing.value.slice(0, 40)}” is not a number. Write for example 1234 or 12.5.`))
  if (limits.whole === 'yes' && !Number.isInteger(read.value)) return not(wrong('value', 'Тук се броят цели неща: числото трябва да е цяло.', 'Whole things are counted here: the number must be whole.'))
  if (limits.low !== null && read.value < limits.low) return not(wrong('value', `Числото не може да е под ${limits.low}.`, `The number cannot be below ${limits.low}.`))
  if (limits.high !== null && read.value > limits.high) return not(wrong('value', `Числото не може да е над ${limits.high}.`, `The number cannot be above ${limits.high}.`))
  return ok({ value: read.value, missing: null, decimals: Math.min(6, read.decimals) })
}
