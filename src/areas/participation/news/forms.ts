// What the form of a news post may send, parsed into values. Whether it may be published is a rule, not a matter of the form.
import { parseDay } from '#kernel/day.ts'
import { typedOne, type Typed, type UploadedFile, typedLine as line, typedText as text } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { longestText, longestTitle, type NewsPost } from './rules.ts'

export type PostInput = {
  readonly datedOn: string; readonly title: Bilingual; readonly text: Bilingual; readonly alternative: Bilingual
  readonly file: UploadedFile | null; readonly remove: 'yes' | 'no'
}
export type NewsInput =
  | { readonly does: 'save' | 'publish'; readonly version: number; readonly value: PostInput }
  | { readonly does: 'withdraw'; readonly version: number; readonly why: string }

const tooLong = (typed: Typed, fields: readonly string[], most: number): readonly Problem[] => fields.filter((field) => text(typed, field).length > most)
  .map((field) => ({ field, text: { bg: `Най-много ${most} знака.`, en: `At most ${most} characters.` } }))

export const newsForm = (typed: Typed): Result<NewsInput, readonly Problem[]> => {
  const version = Number.parseInt(typedOne(typed, 'version'), 10) || 0
  if (typedOne(typed, 'does') === 'withdraw') {
    const why = line(typed, 'why')
    return why === '' ? not([{ field: 'why', text: { bg: 'Напишете защо: причината остава при новината.', en: 'Write why: the reason stays with the news.' } }])
      : why.length > 500 ? not([{ field: 'why', text: { bg: 'Най-много 500 знака.', en: 'At most 500 characters.' } }]) : ok({ does: 'withdraw', version, why })
  }
  const day = parseDay(typedOne(typed, 'dated_on'))
  const value = {
    datedOn: day ?? '', title: { bg: line(typed, 'title_bg'), en: line(typed, 'title_en') }, text: { bg: text(typed, 'text_bg'), en: text(typed, 'text_en') },
    alternative: { bg: line(typed, 'alternative_bg'), en: line(typed, 'alternative_en') }, file: typed.files.picture ?? null, remove: typedOne(typed, 'remove') === 'yes' ? 'yes' as const : 'no' as const,
  }
  const wrong: readonly Problem[] = [
    ...(day === undefined ? [{ field: 'dated_on', text: { bg: 'Напишете деня така: 25.11.2026.', en: 'Write the day like this: 25.11.2026.' } }] : []),
    ...(value.title.bg === '' && value.title.en === '' ? [{ field: 'title_bg', text: { bg: 'Напишете заглавие поне на единия език.', en: 'Write a title in at least one language.' } }] : []),
    ...tooLong(typed, ['title_bg', 'title_en'], longestTitle), ...tooLong(typed, ['alternative_bg', 'alternative_en'], 300), ...tooLong(typed, ['text_bg', 'text_en'], longestText),
  ]
  return wrong.length > 0 ? not(wrong) : ok({ does: typedOne(typed, 'does') === 'publish' ? 'publish' : 'save', version, value })
}
/** What the fields hold, by name. */
export const fromPost = ({ datedOn, title, text: words, picture }: Pick<NewsPost, 'datedOn' | 'title' | 'text' | 'picture'>): Readonly<Record<string, string>> => ({
  dated_on: datedOn.split('-').reverse().join('.'), title_bg: title.bg, title_en: title.en, text_bg: words.bg, text_en: words.en,
  alternative_bg: picture?.alternative.bg ?? '', alternative_en: picture?.alternative.en ?? '',
})
