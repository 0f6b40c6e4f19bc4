// Importing a text outside a transaction: the file is judged by its bytes and read before anything is written.
import { problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { visitor, type Who } from '#kernel/who.ts'
import { readTextFile } from '#sources/word-text.ts'
import type { Store } from '#store/store.ts'
import type { NewTextInput } from './forms.ts'
import { longestSource, previewPath } from './rules.ts'
import { cutIntoBlocks } from './rules/cut.ts'
import { dropOldPreviews, lacksAsText, makeText } from './write.ts'

type Asker = { readonly store: Pick<Store, 'writing'>; readonly who: Who; readonly language: Language; readonly now: Date }
/** What comes in stands as a preview until somebody keeps it. A file goes before what is pasted. */
export const importText = async ({ store, ...asker }: Asker, { title, language, source, file }: NewTextInput): Promise<PostAnswer> => {
  const read = file === null ? { ok: true as const, value: source } : await readTextFile(file.bytes)
  if (!read.ok) return problems([{ field: 'file', text: read.problem }])
  const field = file === null ? 'source' : 'file'
  if (read.value.length > longestSource) return problems([{ field, text: { bg: 'Текстът е твърде дълъг. Разделете го на части.', en: 'The text is too long. Divide it into parts.' } }])
  const blocks = cutIntoBlocks(read.value), lacks = lacksAsText(blocks)
  if (lacks.length > 0) return problems(lacks.map((one) => ({ ...one, field })))
  const { number } = await store.writing((writer) => makeText({ ...asker, writer }, { title, language, state: 'preview', blocks }), { language: asker.language })
  return see(previewPath(number))
}
export const previewsJob = async (store: Pick<Store, 'writing'>, now: Date): Promise<void> => { await store.writing((writer) => dropOldPreviews({ writer, who: visitor, language: 'bg', now })) }
