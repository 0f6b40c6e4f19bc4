// What the forms of the report may send.
import { type Typed, typedText as text } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'

export const textForm = (typed: Typed): Result<Bilingual, readonly Problem[]> => {
  const value = { bg: text(typed, 'text_bg'), en: text(typed, 'text_en') }
  const wrong = (['text_bg', 'text_en'] as const).filter((field) => text(typed, field).length > 8000).map((field): Problem => ({ field, text: { bg: 'Най-много 8000 знака.', en: 'At most 8000 characters.' } }))
  return wrong.length > 0 ? not(wrong) : ok(value)
}
export const publishForm = (typed: Typed): Result<{ readonly why: string }, readonly Problem[]> => {
  const why = text(typed, 'why')
  return why.length > 500 ? not([{ field: 'why', text: { bg: 'Най-много 500 знака.', en: 'At most 500 characters.' } }]) : ok({ why })
}
