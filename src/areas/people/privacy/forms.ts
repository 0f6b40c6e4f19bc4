// What the page of the data-protection officer may send.
import { typedOne, type Typed } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { speak } from '#kernel/speak.ts'

const problem = (field: string, word: (language: Language) => string): Problem => ({ field, text: { bg: word('bg'), en: word('en') } })
export type PeriodChange = { readonly kind: string; readonly days: number }
export const periodForm = (typed: Typed): Result<PeriodChange, readonly Problem[]> => {
  const kind = typedOne(typed, 'kind'), days = typedOne(typed, 'days').trim()
  if (!/^[a-z]+\.[A-Za-z]{1,60}$/.test(kind)) return not([problem('', (language) => speak(language).people_privacy_problem_kind())])
  return /^\d{1,5}$/.test(days) && Number(days) >= 1 && Number(days) <= 36_500 ? ok({ kind, days: Number(days) }) : not([problem('days', (language) => speak(language).people_privacy_problem_days())])
}
export type StaffErasure = { readonly sure: 'yes' }
export const staffErasure = (typed: Typed): Result<StaffErasure, readonly Problem[]> =>
  (typedOne(typed, 'sure') === 'yes' ? ok({ sure: 'yes' }) : not([problem('sure', (language) => speak(language).people_privacy_problem_sure())]))
