// What may be sent to keep a benchmark as an analysis: its two names, and why it is kept.
import type { Typed } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Problem, Result } from '#kernel/result.ts'
import { not, ok } from '#kernel/result.ts'

export type KeptBenchmark = { readonly title: Bilingual; readonly why: string }
const longest = { title: 160, why: 500 } as const
const wrong = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })

export const keepForm = (typed: Typed): Result<KeptBenchmark, readonly Problem[]> => {
  const problems: Problem[] = []
  const line = (field: string): string => typedOne(typed, field).replace(/\s+/g, ' ').trim()
  const title = (field: 'title_bg' | 'title_en'): string => {
    const text = line(field)
    if (text === '') problems.push(field === 'title_bg' ? wrong(field, 'Напишете заглавие на български.', 'Write a title in Bulgarian.') : wrong(field, 'Напишете заглавие на английски.', 'Write a title in English.'))
    else if (text.length > longest.title) problems.push(wrong(field, `Най-много ${longest.title} знака.`, `At most ${longest.title} characters.`))
    return text
  }
  const kept = { title: { bg: title('title_bg'), en: title('title_en') }, why: line('why') }
  if (kept.why.length > longest.why) problems.push(wrong('why', `Най-много ${longest.why} знака.`, `At most ${longest.why} characters.`))
  return problems.length > 0 ? not(problems) : ok(kept)
}
