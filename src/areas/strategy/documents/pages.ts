// The addresses of the area's first page and of the current-state report. Publication draws both documents before its transaction:
// it is a command of the web door, which takes `composeBoth` from here.
import { notFound, type Asked } from '#kernel/answer.ts'
import { toCsvFile } from '#kernel/csv.ts'
import type { Document } from '#kernel/document.ts'
import type { Language } from '#kernel/language.ts'
import type { Reader } from '#store/handle.ts'
import { page, type Page, type ReadVisit } from '#store/visit.ts'
import { mayDo } from '#kernel/who.ts'
import { listChapters } from '#ui/documents/web.tsx'
import { permissions } from '#areas/people/roles/rules.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { withSettings } from '#areas/people/settings/rules.ts'
import { getHomeRegion } from '#areas/evidence/regions/read.ts'
import { countBallots, listChallenges, listFindings } from '#areas/strategy/findings/read.ts'
import { strategyPath } from '#areas/strategy/findings/rules.ts'
import { publishForm, textForm } from './forms.ts'
import { findCurrentState, findEdition, frozenOf, listEditionFigures, listEditions, listTexts, listTextVersions } from './read.ts'
import { changesSince, currentStatePath, draftChapterPath, draftPath, editionFilePath, editionPath, figuresFilePath, halfTexts, isChapter, publishPath, textPath } from './rules.ts'
import { toCurrentStateDocument } from './views/report/document.ts'
import { hubScreen } from './views/hub.tsx'
import { draftScreen, editionScreen, noEditionScreen, publishScreen, textScreen } from './views/state.tsx'
import { saveChapterText } from './write.ts'

const open = permissions['public.read'], write = permissions['strategy.findings']
const toNumber = (text: string | undefined): number => (/^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : 0)
const mayWrite = ({ who }: Pick<ReadVisit, 'who'>): 'yes' | 'no' => (mayDo(who, write) ? 'yes' : 'no')

const hubPage = page({
  path: strategyPath, may: open, sameForAll: true,
  get: async ({ reader, language }) => {
    const [findings, challenges, ballots, editions] = await Promise.all([listFindings(reader, { who: 'everyone' }), listChallenges(reader, { who: 'everyone' }), countBallots(reader), listEditions(reader)])
    return hubScreen({ language, findings: findings.length, challenges: challenges.length, ballots, editions: editions.length })
  },
})

/** The live report in the asked languages, of one moment. */
export const compose = async (reader: Reader, { languages, now }: { readonly languages: readonly Language[]; readonly now: Date }): Promise<readonly Document[]> => {
  const [state, pack, settings] = await Promise.all([findCurrentState(reader, { now }), getHomeRegion(reader), getSettings(reader)])
  const { emblem } = settings.body
  return languages.map((language) => toCurrentStateDocument({
    language, state, home: withSettings(pack, settings), emblem: emblem === null ? null : { mediaType: emblem.mediaType as 'image/svg+xml' | 'image/png', stored: emblem.sha256, alt: emblem.alternative[language] },
  }))
}
const composeOne = async ({ reader, language, now }: ReadVisit): Promise<Document> => {
  const [document] = await compose(reader, { languages: [language], now })
  if (document === undefined) throw new Error('no document was made')
  return document
}

const showEdition = async (visit: ReadVisit, { number, chapter }: { readonly number: number; readonly chapter: string | undefined }) => {
  const { reader, language } = visit
  const [found, editions] = await Promise.all([findEdition(reader, { number, language }), listEditions(reader)])
  const newest = editions[0]
  if (found === undefined || newest === undefined) return notFound
  const chapters = listChapters(found.document)
  const wanted = chapter === undefined ? chapters[0] : chapters.find(({ id }) => id === chapter)
  return wanted === undefined ? notFound : editionScreen({ language, ...found, newest, editions, chapter: wanted, mayWrite: mayWrite(visit) })
}
const statePage = page({
  path: currentStatePath, may: open, sameForAll: true,
  get: async (visit) => {
    const { reader, language } = visit
    const editions = await listEditions(reader)
    const newest = editions[0]
    if (newest !== undefined) return showEdition(visit, { number: newest.number, chapter: undefined })
    return noEditionScreen({ language, editions, home: (await getHomeRegion(reader)).code, mayWrite: mayWrite(visit) })
  },
})
const editionPage = page({ path: editionPath(':number'), may: open, sameForAll: true, get: (visit, asked) => showEdition(visit, { number: toNumber(asked.params.number), chapter: undefined }) })
const editionChapterPage = page({ path: `${editionPath(':number')}/:chapter`, may: open, sameForAll: true, get: (visit, asked) => showEdition(visit, { number: toNumber(asked.params.number), chapter: asked.params.chapter }) })
const editionFile = (format: 'pdf' | 'docx') => page({
  path: editionFilePath(':number', format), may: open, sameForAll: true,
  get: async ({ reader, language }, asked) => {
    const found = await findEdition(reader, { number: toNumber(asked.params.number), language })
    return found === undefined ? notFound : { kind: 'document', name: `posoka-current-state-${found.edition.number}-${language}`, format, document: found.document }
  },
})
/** What was frozen: every figure with its number, source, vintage and sum. */
const figuresFile = page({
  path: figuresFilePath(':number'), may: open, sameForAll: true, languageFree: true,
  get: async ({ reader }, asked) => {
    const edition = (await listEditions(reader)).find(({ number }) => number === toNumber(asked.params.number))
    if (edition === undefined) return notFound
    const figures = await listEditionFigures(reader, edition.id)
    return {
      kind: 'file', mediaType: 'text/csv; charset=utf-8', name: `current-state-${edition.number}-figures.csv`,
      bytes: toCsvFile([['language', 'kind', 'number', 'name', 'heading', 'sources', 'vintages', 'sha256'], ...figures.map((one) => [one.language, one.kind, String(one.number), one.block, one.heading, one.sources.map(({ name }) => name).join('; '), one.sources.map(({ vintage }) => vintage).join('; '), one.sha256])], { separator: ',', mark: 'withMark' }),
    }
  },
})
const showDraft = async (visit: ReadVisit, asked: Asked) => {
  const document = await composeOne(visit)
  const chapters = listChapters(document)
  const chapter = asked.params.chapter === undefined ? chapters[0] : chapters.find(({ id }) => id === asked.params.chapter)
  return chapter === undefined ? notFound : draftScreen({ language: visit.language, document, chapter })
}
const draftPage = page({ path: draftPath, may: write, get: showDraft })
const draftChapterPage = page({ path: draftChapterPath(':chapter'), may: write, get: showDraft })
const textPage = page({
  path: textPath(':chapter'), may: write,
  get: async ({ reader, language }, asked) => {
    const chapter = asked.params.chapter ?? ''
    return isChapter(chapter) ? textScreen({ language, asked, chapter, versions: await listTextVersions(reader, chapter) }) : notFound
  },
  accepts: textForm,
  post: async (visit, text, asked) => { const chapter = asked.params.chapter ?? ''; return isChapter(chapter) ? saveChapterText(visit, { chapter, text }) : notFound },
})
/** Its post draws both documents and is a command of the web door. */
export const publishPage = page({
  path: publishPath, may: write,
  get: async (visit, asked) => {
    const { reader, language } = visit
    const [document, texts, editions] = [await composeOne(visit), await listTexts(reader), await listEditions(reader)]
    const before = editions[0] ?? null
    const changes = before === null ? [] : changesSince((await listEditionFigures(reader, before.id)).filter((one) => one.language === language), frozenOf(document))
    return publishScreen({ language, asked, document, texts, half: halfTexts(texts), before, changes })
  },
  accepts: publishForm,
})
export const pages: readonly Page[] = [hubPage, statePage, draftPage, draftChapterPage, textPage, editionPage, editionFile('pdf'), editionFile('docx'), figuresFile, editionChapterPage]
