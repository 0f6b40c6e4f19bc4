// Publishing an edition: both documents are read and drawn first, then frozen in one short act. The door hands in what draws them.
import { problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Document } from '#kernel/document.ts'
import { type Language, languages } from '#kernel/language.ts'
import type { Who } from '#kernel/who.ts'
import type { Reader } from '#store/handle.ts'
import type { Store } from '#store/store.ts'
import { listEditions } from './read.ts'
import { editionPath } from './rules.ts'
import { publishEdition } from './write.ts'

export type Desk = {
  readonly store: Pick<Store, 'reading' | 'writing'>; readonly who: Who; readonly language: Language; readonly now: Date
  readonly compose: (reader: Reader, asked: { readonly languages: readonly Language[]; readonly now: Date }) => Promise<readonly Document[]>
}
export const publishCurrentState = async ({ store, who, language, now, compose }: Desk, { why }: { readonly why: string }): Promise<PostAnswer> => {
  const { documents: [bg, en], before } = await store.reading(async (reader) => ({ documents: await compose(reader, { languages, now }), before: (await listEditions(reader)).length }), { as: 'public', fresh: 'primary' })
  if (bg === undefined || en === undefined) throw new Error('the report was not drawn in both languages')
  if (before > 0 && why === '') return problems([{ field: 'why', text: { bg: 'Напишете защо излиза ново издание: причината стои при него.', en: 'Write why a new edition is made: the reason stands beside it.' } }])
  const edition = await store.writing((writer) => publishEdition({ writer, who, language, now }, { documents: { bg, en }, why }), { language })
  return see(editionPath(edition.number), 'strategy_notice_edition_published')
}
