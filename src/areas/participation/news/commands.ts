// Saving news outside a transaction: the picture is judged by its bytes and kept before the words are written.
import { problems, type PostAnswer } from '#kernel/answer.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import type { Who } from '#kernel/who.ts'
import { readPicture } from '#sources/picture.ts'
import type { Store } from '#store/store.ts'
import type { NewsInput, PostInput } from './forms.ts'
import { findNews } from './read.ts'
import type { NewsPicture, NewsWords } from './rules.ts'
import { changePost, withdrawPost, writePost } from './write.ts'

type Asker = { readonly store: Pick<Store, 'writing' | 'files'>; readonly who: Who; readonly language: Language; readonly now: Date }
const largestPicture = 6 * 1024 * 1024

/** `number` is null for a post that is new. */
export const saveNews = async ({ store, ...asker }: Asker, { input, number }: { readonly input: NewsInput; readonly number: number | null }): Promise<PostAnswer> => {
  if (input.does === 'withdraw') {
    const { version, why } = input
    return number === null ? problems([]) : store.writing((writer) => withdrawPost({ ...asker, writer }, { number, version, why }), { language: asker.language })
  }
  const { value, does, version } = input
  const kept = value.file === null ? null : await keepPicture(store, value.file.bytes)
  if (kept !== null && 'bg' in kept) return problems([{ field: 'picture', text: kept }])
  return store.writing(async (writer) => {
    const visit = { ...asker, writer }
    const before = number === null ? null : ((await findNews(writer.reader, { number, who: 'staff' }))?.picture ?? null)
    const words = wordsOf(value, kept ?? (value.remove === 'yes' ? null : before))
    return number === null ? writePost(visit, { words, does }) : changePost(visit, { number, version, words, does })
  }, { language: asker.language })
}
const wordsOf = ({ datedOn, title, text, alternative }: PostInput, picture: Omit<NewsPicture, 'alternative'> | null): NewsWords =>
  ({ datedOn, title, text, picture: picture === null ? null : { ...picture, alternative } })

const keepPicture = async (store: Asker['store'], bytes: Uint8Array): Promise<Omit<NewsPicture, 'alternative'> | Bilingual> => {
  if (bytes.byteLength > largestPicture) return { bg: 'Снимката е по-голяма от 6 MB. Запазете я с по-малък размер.', en: 'The picture is larger than 6 MB. Save it smaller.' }
  const read = readPicture(bytes)
  if (!read.ok) return read.problem
  const { mediaType, width, height } = read.value
  if (mediaType === 'image/svg+xml' || width === null || height === null) return { bg: 'Снимката към новина трябва да е JPEG или PNG.', en: 'The picture of a news post must be JPEG or PNG.' }
  return { ...(await store.files.keep(read.value.bytes)), mediaType, width, height }
}
