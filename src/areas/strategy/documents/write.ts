// Acts on the current-state report: write a chapter's text, publish an edition. The documents come ready: nothing is drawn here.
import { see, type PostAnswer } from '#kernel/answer.ts'
import type { Document } from '#kernel/document.ts'
import { type Bilingual, type Language, languages } from '#kernel/language.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import { registerThing, renameThing } from '#store/thread.ts'
import type { WriteVisit } from '#store/visit.ts'
import { frozenOf, listEditions, listTextVersions, sha256Of } from './read.ts'
import { type ChapterName, draftChapterPath, editionPath, type Edition } from './rules.ts'
import type { DocumentTables } from './tables.ts'

const tables = (visit: WriteVisit) => visit.writer.withTables<DocumentTables>()
/** A new version stands above the old ones; the same words make none. */
export const saveChapterText = async (visit: WriteVisit, { chapter, text }: { readonly chapter: ChapterName; readonly text: Bilingual }): Promise<PostAnswer> => {
  const [newest] = await listTextVersions(visit.writer.reader, chapter)
  if (newest === undefined ? text.bg !== '' || text.en !== '' : newest.text.bg !== text.bg || newest.text.en !== text.en) {
    await tables(visit).insertInto('strategy.reportText').values({ chapter, version: (newest?.version ?? 0) + 1, textBg: text.bg, textEn: text.en, savedBy: visit.who.account, savedAt: visit.now }).execute()
    await recordAct(visit.writer, { who: visit.who.account, act: 'strategy.text.save', before: { chapter, ...newest?.text }, after: { chapter, ...text } })
  }
  return see(draftChapterPath(chapter), 'strategy_notice_text_saved')
}

export type NewEdition = { readonly documents: Readonly<Record<Language, Document>>; readonly why: string }
/** Byte for byte what was read: from now on nothing of it changes, whatever becomes of the figures. */
export const publishEdition = async (visit: WriteVisit, { documents, why }: NewEdition): Promise<Edition> => {
  const { writer, who, now } = visit
  const [before] = await listEditions(writer.reader)
  const id = newId<'document'>(), number = (before?.number ?? 0) + 1
  const content = { bg: JSON.stringify(documents.bg), en: JSON.stringify(documents.en) }
  const sha256 = { bg: sha256Of(content.bg), en: sha256Of(content.en) }
  const asOf = documents.bg.asOf.day
  await registerThing(writer, { id, kind: 'document', title: { bg: `${documents.bg.title}, ${number}`, en: `${documents.en.title}, ${number}` }, path: editionPath(number), state: 'published', text: { bg: documents.bg.says, en: documents.en.says } })
  if (before !== undefined) await renameThing(writer, { id: before.id, state: 'superseded' })
  await tables(visit).insertInto('strategy.edition').values({
    id, number, asOf, why, contentBg: content.bg, contentEn: content.en, sha256Bg: sha256.bg, sha256En: sha256.en, publishedBy: who.account, publishedAt: now,
  }).execute()
  const frozen = languages.flatMap((language) => frozenOf(documents[language]))
  await tables(visit).insertInto('strategy.editionFigure').values(frozen.map(({ sources, ...one }) => ({ edition: id, ...one, sources: JSON.stringify(sources) }))).execute()
  await recordAct(writer, { who: who.account, act: 'strategy.edition.publish', thing: id, after: { number, figures: frozen.length, sha256 }, ...(why === '' ? {} : { why }) })
  return { id, number, asOf, why, publishedAt: now, sha256 }
}
