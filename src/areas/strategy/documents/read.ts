// Questions about the current-state report: everything the live one is made of, and the editions as they were frozen.
import { createHash } from 'node:crypto'
import type { Document } from '#kernel/document.ts'
import type { Language } from '#kernel/language.ts'
import type { Ref } from '#kernel/thread.ts'
import type { Reader } from '#store/handle.ts'
import { findReport } from '#areas/evidence/indicators/read/report.ts'
import { getAtlas } from '#areas/evidence/regions/read.ts'
import { countEvents } from '#areas/participation/events/read.ts'
import { countAll } from '#areas/participation/proposals/read/counts.ts'
import { listChallenges, listEvidence, listFindings, listPairs, listWeighed, countBallots } from '#areas/strategy/findings/read.ts'
import { type ChapterText, type CurrentState, type Edition, type FrozenFigure, isChapter, listFrozen, type Texts } from './rules.ts'
import { findAnalyses } from './read/analyses.ts'
import type { DocumentTables } from './tables.ts'

const ask = (reader: Reader) => reader.withTables<DocumentTables>()
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')
export const frozenOf = (document: Document): readonly FrozenFigure[] => listFrozen(document).map(({ numbers, ...one }) => ({ ...one, sha256: sha256Of(numbers) }))

/** The newest version of each chapter's text. */
export const listTexts = async (reader: Reader): Promise<Texts> => {
  const found = await ask(reader).selectFrom('strategy.reportText').select(['chapter', 'version', 'textBg', 'textEn', 'savedAt']).distinctOn('chapter').orderBy('chapter').orderBy('version', 'desc').execute()
  return new Map(found.flatMap(({ chapter, textBg, textEn, ...row }) => (isChapter(chapter) ? [[chapter, { chapter, ...row, text: { bg: textBg, en: textEn } }] as const] : [])))
}
/** The newest first. */
export const listTextVersions = async (reader: Reader, chapter: string): Promise<readonly ChapterText[]> =>
  (await ask(reader).selectFrom('strategy.reportText').select(['chapter', 'version', 'textBg', 'textEn', 'savedAt']).where('chapter', '=', chapter).orderBy('version', 'desc').limit(50).execute())
    .flatMap(({ chapter: of, textBg, textEn, ...row }) => (isChapter(of) ? [{ chapter: of, ...row, text: { bg: textBg, en: textEn } }] : []))

const editionColumns = ['id', 'number', 'asOf', 'why', 'publishedAt', 'sha256Bg', 'sha256En'] as const
/** The newest first. */
export const listEditions = async (reader: Reader): Promise<readonly Edition[]> =>
  (await ask(reader).selectFrom('strategy.edition').select(editionColumns).orderBy('number', 'desc').execute()).map(({ sha256Bg, sha256En, ...row }) => ({ ...row, sha256: { bg: sha256Bg, en: sha256En } }))
/** The document of an edition, as it was published. */
export const findEdition = async (reader: Reader, { number, language }: { readonly number: number; readonly language: Language }): Promise<{ readonly edition: Edition; readonly document: Document } | undefined> => {
  const row = await ask(reader).selectFrom('strategy.edition').select([...editionColumns, 'contentBg', 'contentEn']).where('number', '=', number).executeTakeFirst()
  if (row === undefined) return undefined
  const { contentBg, contentEn, sha256Bg, sha256En, ...edition } = row
  return { edition: { ...edition, sha256: { bg: sha256Bg, en: sha256En } }, document: JSON.parse(language === 'bg' ? contentBg : contentEn) as Document }
}
export const listEditionFigures = async (reader: Reader, edition: Ref<'document'>): Promise<readonly FrozenFigure[]> =>
  (await ask(reader).selectFrom('strategy.editionFigure').select(['language', 'place', 'kind', 'number', 'block', 'heading', 'sources', 'sha256']).where('edition', '=', edition).orderBy('language').orderBy('place').execute())
    .map((row) => ({ ...row, sources: row.sources as FrozenFigure['sources'] }))

export const findCurrentState = async (reader: Reader, { now }: { readonly now: Date }): Promise<CurrentState> => {
  const { home } = await getAtlas(reader)
  const who = 'everyone' as const
  const [report, texts, findings, weighed, pairs, challenges, totals, events, ballots] = await Promise.all([
    findReport(reader, { region: home, now }), listTexts(reader), listFindings(reader, { who }), listWeighed(reader), listPairs(reader), listChallenges(reader, { who }), countAll(reader), countEvents(reader, { who }), countBallots(reader),
  ])
  if (report === undefined) throw new Error('the home region has no profile')
  const { received, open, answered, byChannel } = totals
  const analyses = await findAnalyses(reader, { report, now })
  return { report, texts, findings, weighed, pairs, challenges, evidence: await listEvidence(reader, { of: findings, who }), voices: { received, open, answered, byChannel, events, ballots }, analyses }
}
