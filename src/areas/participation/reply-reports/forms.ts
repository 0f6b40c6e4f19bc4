// What the form that makes a report final may send.
import { typedOne, type Typed } from '#kernel/answer.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { toColumns, type FinalInput } from './rules.ts'

export const finalForm = (typed: Typed): Result<FinalInput, readonly Problem[]> => {
  const why = typedOne(typed, 'why').normalize('NFC').replace(/\s+/g, ' ').trim()
  return why.length > 1000 ? not([{ field: 'why', text: { bg: 'Най-много 1000 знака.', en: 'At most 1000 characters.' } }])
    : ok({ why, columns: toColumns((typed.text.columns ?? []).flatMap((each) => each.split(' '))) })
}
