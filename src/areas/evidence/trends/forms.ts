// What may be sent to keep a trend: its two names, and why it is kept.
import type { Typed } from '#kernel/answer.ts'
import { typedLine } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Problem, Result } from '#kernel/result.ts'
import { not, ok } from '#kernel/result.ts'

export type KeptTrend = { readonly title: Bilingual; readonly why: string }
const longest = { title: 160, why: 500 } as const

export const keepForm = (typed: Typed): Result<KeptTrend, readonly Problem[]> => {
  const problems: Problem[] = []
  const line = (field: string): string => typedLine(typed, field)
  const title = (field: string): string => {
    const text = line(field)
    if (text === '') problems.push({ field, text: { bg: 'Напишете заглавие.', en: 'Write a title.' } })
    else if (text.length > longest.title) problems.push({ field, text: { bg: `Най-много ${longest.title} знака.`, en: `At most ${longest.title} characters.` } })
    return text
  }
  const kept = { title: { bg: title('title_bg'), en: title('title_en') }, why: line('why') }
  if (kept.why.length > longest.why) problems.push({ field: 'why', text: { bg: `Най-много ${longest.why} знака.`, en: `At most ${longest.why} characters.` } })
  return problems.length > 0 ? not(problems) : ok(kept)
}
