// What may be sent to keep the picture as an analysis: its two names, and why it is kept.
import type { Typed } from '#kernel/answer.ts'
import { typedLine } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Problem, Result } from '#kernel/result.ts'
import { not, ok } from '#kernel/result.ts'

export type Kept = { readonly title: Bilingual; readonly why: string }
const longest = { title: 160, why: 500 } as const

export const keepForm = (typed: Typed): Result<Kept, readonly Problem[]> => {
  const title = { bg: typedLine(typed, 'title_bg'), en: typedLine(typed, 'title_en') }, why = typedLine(typed, 'why')
  const tooLong = (most: number): Bilingual => ({ bg: `Най-много ${most} знака.`, en: `At most ${most} characters.` })
  const problems: Problem[] = [
    ...(['bg', 'en'] as const).flatMap((language): readonly Problem[] => (title[language] === '' ? [{ field: `title_${language}`, text: { bg: 'Напишете заглавие.', en: 'Write a title.' } }]
      : title[language].length > longest.title ? [{ field: `title_${language}`, text: tooLong(longest.title) }] : [])),
    ...(why.length > longest.why ? [{ field: 'why', text: tooLong(longest.why) }] : []),
  ]
  return problems.length > 0 ? not(problems) : ok({ title, why })
}
