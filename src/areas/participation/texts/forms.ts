// What the forms of texts send, parsed: a new text or an import, an edit of the whole or of one block, successors.
import { typedOne, type Typed, type UploadedFile, typedLine as line } from '#kernel/answer.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { longestSource, type Successor } from './rules.ts'

const whole = (typed: Typed): number => Number.parseInt(typedOne(typed, 'began_from'), 10) || 0
const tooLong = (source: string): readonly Problem[] => (source.length > longestSource ? [{ field: 'source', text: { bg: `Текстът е от ${source.length} знака; най-много ${longestSource}. Разделете го на части.`, en: `The text has ${source.length} characters; at most ${longestSource}. Divide it into parts.` } }] : [])
const titles = (typed: Typed): Bilingual => ({ bg: line(typed, 'title_bg'), en: line(typed, 'title_en') })
const titleProblems = ({ bg, en }: Bilingual): readonly Problem[] => [
  ...(bg === '' ? [{ field: 'title_bg', text: { bg: 'Напишете заглавие.', en: 'Write a title in Bulgarian.' } }] : []), ...(en === '' ? [{ field: 'title_en', text: { bg: 'Напишете заглавието и на английски.', en: 'Write the title in English as well.' } }] : []),
  ...(bg.length > 200 ? [{ field: 'title_bg', text: { bg: 'Най-много 200 знака.', en: 'At most 200 characters.' } }] : []), ...(en.length > 200 ? [{ field: 'title_en', text: { bg: 'Най-много 200 знака.', en: 'At most 200 characters.' } }] : []),
]
export type NewTextInput = { readonly title: Bilingual; readonly language: Language; readonly source: string; readonly file: UploadedFile | null }
export const newTextForm = (typed: Typed): Result<NewTextInput, readonly Problem[]> => {
  const title = titles(typed), source = typedOne(typed, 'source'), file = typed.files.file ?? null
  const wrong = [...titleProblems(title), ...tooLong(source), ...(source.trim() === '' && file === null ? [{ field: 'source', text: { bg: 'Поставете текст или изберете файл DOCX или Markdown.', en: 'Paste a text or choose a DOCX or Markdown file.' } }] : [])]
  return wrong.length > 0 ? not(wrong) : ok({ title, language: typedOne(typed, 'language') === 'en' ? 'en' : 'bg', source, file })
}
export const previewForm = (typed: Typed): Result<'keep' | 'drop', readonly Problem[]> => ok(typedOne(typed, 'does') === 'keep' ? 'keep' : 'drop')
export type EditInput = { readonly beganFrom: number; readonly why: string; readonly title: Bilingual; readonly source: string }
const why = (typed: Typed): readonly Problem[] => (line(typed, 'why').length > 500 ? [{ field: 'why', text: { bg: 'Най-много 500 знака.', en: 'At most 500 characters.' } }] : [])
export const editTextForm = (typed: Typed): Result<EditInput, readonly Problem[]> => {
  const title = titles(typed), source = typedOne(typed, 'source'), wrong = [...titleProblems(title), ...tooLong(source), ...why(typed)]
  return wrong.length > 0 ? not(wrong) : ok({ beganFrom: whole(typed), why: line(typed, 'why'), title, source })
}
export const editBlockForm = (typed: Typed): Result<Omit<EditInput, 'title'>, readonly Problem[]> => {
  const source = typedOne(typed, 'source'), wrong = [...tooLong(source), ...why(typed)]
  return wrong.length > 0 ? not(wrong) : ok({ beganFrom: whole(typed), why: line(typed, 'why'), source })
}
/** „5, 14“ in the field of block 3: what stood in 3 goes on in 5 and 14. */
export const successorsForm = (typed: Typed): Result<readonly { readonly block: number; readonly successors: readonly Successor[] }[], readonly Problem[]> => {
  const named = Object.keys(typed.text).flatMap((field) => { const [, block] = /^goes_on_(\d{1,7})$/.exec(field) ?? []; return block === undefined ? [] : [{ field, block: Number(block), typed: typedOne(typed, field).trim() }] })
  const wrong = named.filter((one) => one.typed !== '' && !/^\d{1,7}(?:[\s,;]+\d{1,7})*$/.test(one.typed)).map(({ field }) => ({ field, text: { bg: 'Напишете номера на точки, разделени със запетая: 5, 14.', en: 'Write numbers of blocks, divided by a comma: 5, 14.' } }))
  return wrong.length > 0 ? not(wrong) : ok(named.map(({ block, typed: numbers }) => ({ block, successors: numbers === '' ? [] : [...new Set(numbers.split(/[\s,;]+/).map(Number))].map((successor) => ({ block, successor })) })))
}
