// What the form that pins may send: an indicator, regions, a period or none.
import { type Typed, typedOne } from '#kernel/answer.ts'
import { type Period, parsePeriod } from '#kernel/period.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'

export type PinInput = { readonly key: string; readonly regions: readonly string[]; readonly period?: Period }
const codes = (text: string): readonly string[] => [...new Set(text.split(',').map((code) => code.trim()).filter((code) => /^[A-Z0-9_]{2,12}$/.test(code)))]
export const pinOf = (from: { readonly key: string; readonly regions: string; readonly period: string }): PinInput => {
  const period = parsePeriod(from.period)
  return { key: from.key.trim().slice(0, 100), regions: codes(from.regions), ...(period === undefined ? {} : { period }) }
}
export const pinForm = (typed: Typed): Result<PinInput, readonly Problem[]> => {
  const input = pinOf({ key: typedOne(typed, 'indicator'), regions: typedOne(typed, 'regions'), period: typedOne(typed, 'period') })
  return input.key === '' || input.regions.length === 0
    ? not([{ field: '', text: { bg: 'Изберете показател и поне един регион.', en: 'Choose an indicator and at least one region.' } }]) : ok(input)
}
