// The pages of intake, all of them for colleagues, and what is given out as Decidim and Polis files. Posts that keep a file or ask
// the portal are commands of the web door.
import { dayIn } from '#kernel/day.ts'
import { type FileAnswer, notFound, problems, see, type Asked } from '#kernel/answer.ts'
import { speak } from '#kernel/speak.ts'
import { mayDo } from '#kernel/who.ts'
import { page, type Page, type ReadVisit, type WaitingOf } from '#store/visit.ts'
import { toCsvFile } from '#kernel/csv.ts'
import { listMunicipalities } from '#areas/evidence/regions/read.ts'
import { listNames } from '#areas/people/accounts/read.ts'
import type { AccountId } from '#kernel/who.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getLetterFrom, getSettings } from '#areas/people/settings/read.ts'
import { findProcess, listProcesses } from '#areas/participation/processes/read.ts'
import { listTopics } from '#areas/participation/proposals/read.ts'
import { listContributions } from '#areas/participation/proposals/read/list.ts'
import { sectors } from '#areas/participation/proposals/rules.ts'
import { codeForm, draftForm, type DraftInput, notesForm, paperForm, portalForm, sheetForm, uploadForm, wallForm } from './forms.ts'
import { countUnchecked, findConversation, findDraft, findPaper, findSheet, isKnown, listConversations, listDrafts, listKnownKeys, listPapers, listPortalLinks, listSheetNotes, listSheetPhotos, listSheets } from './read.ts'
import { conversationPath, decidimPath, type Draft, type DraftKind, draftPath, fileKinds, filesPath, intakePath, letterPath, mayCheck, newFilePath, paperPath, photoPath, portalPath, scanPath, sheetPath, sheetsPath, wallPath } from './rules.ts'
import { toDecidim, toDecidimFile } from './rules/decidim.ts'
import { keyRows, type ReadIn } from './rules/incoming.ts'
import { parseCode } from './rules/notes.ts'
import { mayLeave, toPolisFile, writtenFiles } from './rules/polis/write.ts'
import { judgeRows, readTableRows, templateRows, type TableWords } from './rules/table.ts'
import { conversationScreen } from './views/conversation.tsx'
import { sheetDocument } from './views/document.ts'
import { draftScreen, portalScreen, uploadScreen } from './views/files.tsx'
import { intakeScreen } from './views/hub.tsx'
import { letterScreen, paperScreen } from './views/paper.tsx'
import { newSheetScreen, sheetScreen, sheetsScreen } from './views/sheets.tsx'
import { wallScreen } from './views/wall.tsx'
import { saySector } from './views/words.ts'
import { checkLetter, makeSheet } from './write.ts'
import { gatherNotes } from './write/wall.ts'
import { dropDraft, sayColumns, takeConversation, takeDraftRows } from './write/drafts.ts'

const may = permissions['participation.enter'], raw = permissions['participation.raw'], moderate = permissions['participation.moderate']
const maySee = ({ who }: Pick<ReadVisit, 'who'>): 'yes' | 'no' => (mayDo(who, raw) ? 'yes' : 'no')
const choices = async ({ reader }: Pick<ReadVisit, 'reader'>) => (await listProcesses(reader, { who: 'staff' })).filter(({ state }) => state !== 'withdrawn')
const numberOf = (asked: Asked): string => asked.params.number ?? ''
const codeOf = (asked: Asked): string => parseCode(asked.params.code ?? '') ?? ''

export const hubPage = page({
  path: intakePath, may,
  get: async ({ reader, language }) => intakeScreen({ language, drafts: await listDrafts(reader), papers: await listPapers(reader), conversations: await listConversations(reader) }),
})
export const paperPageOf = page({
  path: paperPath, may, accepts: paperForm,
  get: async (visit, asked) => paperScreen({ language: visit.language, asked, processes: await choices(visit), municipalities: await listMunicipalities(visit.reader), papers: await listPapers(visit.reader), today: dayIn(visit.now) }),
})
export const letterPage = page({
  path: letterPath(':number'), may, accepts: () => ({ ok: true as const, value: null }),
  get: async (visit, asked) => {
    const paper = await findPaper(visit.reader, numberOf(asked))
    if (paper === undefined) return notFound
    const names = await listNames(visit.reader, { ids: [paper.typedBy, paper.checkedBy].filter((one) => one !== null) as AccountId[] })
    const nameOf = (account: string): string => names.get(account as AccountId) ?? speak(visit.language).participation_intake_former()
    return letterScreen({ language: visit.language, paper, typist: paper.typedBy === null ? '–' : nameOf(paper.typedBy), checker: paper.checkedBy === null ? null : nameOf(paper.checkedBy), mayCheck: mayCheck(paper, visit.who.account) ? 'yes' : 'no', maySee: maySee(visit) })
  },
  post: async (visit, _value: null, asked) => {
    const done = await checkLetter(visit, numberOf(asked))
    return done === 'not there' ? notFound : done === 'checked' ? see(letterPath(numberOf(asked)), 'participation_notice_checked')
      : problems([{ field: '', text: { bg: 'Писмото вече е сверено, или сте го въвели Вие: сверява го друг.', en: 'The letter has been checked already, or you typed it: another person checks it.' } }])
  },
})
/** A picture is shown, anything else is downloaded; both only to who may see what was received. */
const fileOf = ({ mediaType, sha256, size }: { readonly mediaType: string; readonly sha256: string; readonly size: number }, name: string): FileAnswer => {
  const bytes = { stored: sha256, size }
  return /^image\/(?:png|jpeg)$/.test(mediaType) ? { kind: 'file', mediaType, name: null, inline: true, picture: 'yes', bytes } : { kind: 'file', mediaType, name, bytes }
}
export const scanPage = page({
  path: scanPath(':number', ':hash'), may: raw, languageFree: true,
  get: async ({ reader }, asked) => {
    const scan = (await findPaper(reader, numberOf(asked)))?.scan
    return scan == null || scan.sha256 !== asked.params.hash ? notFound : fileOf(scan, `${numberOf(asked)}.${scan.mediaType.split('/')[1] ?? 'bin'}`)
  },
})

export const sheetsPage = page({
  path: sheetsPath, may, accepts: codeForm,
  get: async ({ reader, language }, asked) => sheetsScreen({ language, asked, sheets: await listSheets(reader) }),
  post: async ({ writer }, { code }) => ((await findSheet(writer.reader, code)) === undefined ? problems([{ field: 'code', text: { bg: 'Няма лист с този код. Проверете го, или направете нов лист.', en: 'There is no sheet with this code. Check it, or make a new sheet.' } }]) : see(sheetPath(code))),
})
export const newSheetPage = page({
  path: `${sheetsPath}/new`, may, accepts: sheetForm,
  get: async (visit, asked) => newSheetScreen({ language: visit.language, asked, processes: await choices(visit), municipalities: await listMunicipalities(visit.reader), today: dayIn(visit.now) }),
  post: async (visit, sheet) => {
    const made = await makeSheet(visit, sheet)
    return made === 'code taken' ? problems([{ field: 'code', text: { bg: 'Този код вече има лист.', en: 'There is a sheet with this code already.' } }]) : see(sheetPath(made.code), 'participation_notice_sheet')
  },
})
export const sheetPage = page({
  path: sheetPath(':code'), may, accepts: notesForm,
  get: async (visit, asked) => {
    const sheet = await findSheet(visit.reader, codeOf(asked))
    return sheet === undefined ? notFound : sheetScreen({ language: visit.language, asked, sheet, notes: await listSheetNotes(visit.reader, sheet.id), photos: await listSheetPhotos(visit.reader, sheet.id), maySee: maySee(visit), mayGroup: mayDo(visit.who, moderate) ? 'yes' : 'no' })
  },
})
export const wallPage = page({
  path: wallPath(':code'), may: moderate, accepts: wallForm,
  get: async ({ reader, language }, asked) => {
    const sheet = await findSheet(reader, codeOf(asked))
    return sheet === undefined ? notFound : wallScreen({ language, asked, sheet, notes: await listSheetNotes(reader, sheet.id) })
  },
  post: async (visit, groups, asked) => {
    const { reader } = visit.writer, sheet = await findSheet(reader, codeOf(asked))
    if (sheet === undefined) return notFound
    const gathered = await gatherNotes(visit, { sheet, groups, from: await getLetterFrom(reader, { origin: asked.origin ?? '' }) })
    return 'proposals' in gathered ? see(sheetPath(sheet.code), 'participation_notice_grouped') : problems(gathered)
  },
})
export const sheetFilePage = page({
  path: `${sheetPath(':code')}/sheet.pdf`, may,
  get: async ({ reader }, asked) => {
    const sheet = await findSheet(reader, codeOf(asked))
    if (sheet === undefined) return notFound
    const { body } = await getSettings(reader)
    return { kind: 'document', name: `${sheet.code}.pdf`, format: 'pdf', document: sheetDocument({ sheet, body: body.name[sheet.language] }) }
  },
})
export const photoPage = page({
  path: photoPath(':code', ':hash'), may: raw, languageFree: true,
  get: async ({ reader }, asked) => {
    const sheet = await findSheet(reader, codeOf(asked))
    const photo = sheet === undefined ? undefined : (await listSheetPhotos(reader, sheet.id)).find(({ sha256 }) => sha256 === asked.params.hash)
    return photo === undefined ? notFound : fileOf(photo, photo.name)
  },
})

const isFileKind = (text: string | undefined): text is (typeof fileKinds)[number] => (fileKinds as readonly string[]).includes(text ?? '')
export const uploadPage = page({
  path: newFilePath(':kind' as DraftKind), may, accepts: uploadForm,
  get: async (visit, asked) => (isFileKind(asked.params.kind) ? uploadScreen({ language: visit.language, asked, kind: asked.params.kind, processes: await choices(visit) }) : notFound),
})
export const templatePage = page({
  path: `${filesPath}/template.csv`, may,
  get: ({ language }): FileAnswer => ({ kind: 'file', mediaType: 'text/csv; charset=utf-8', name: language === 'bg' ? 'obrazets-predlozheniya.csv' : 'template-proposals.csv', bytes: toCsvFile(templateRows(language), { separator: ';', mark: 'withMark' }) }),
})
export const portalPage = page({
  path: portalPath, may, accepts: portalForm,
  get: async (visit, asked) => {
    const processes = await choices(visit)
    const links = (await listPortalLinks(visit.reader)).map((link) => ({ ...link, title: processes.find(({ id }) => id === link.process)?.title[visit.language] ?? '' }))
    return portalScreen({ language: visit.language, asked, processes, links })
  },
})

const wordsOf = async ({ reader, now }: Pick<ReadVisit, 'reader' | 'now'>): Promise<TableWords> => ({
  municipalities: await listMunicipalities(reader), topics: await listTopics(reader), today: dayIn(now),
  sectors: sectors.map((key) => ({ key, name: { bg: saySector(key, 'bg'), en: saySector(key, 'en') } })),
})
const readDraft = async (visit: Pick<ReadVisit, 'reader' | 'now'>, { content, mapping }: Draft): Promise<ReadIn> =>
  content.is === 'rows' ? content : content.is === 'sheet' && mapping !== null ? readTableRows(content.rows, { mapping, words: await wordsOf(visit) }) : { rows: [], problems: [] }
export const draftPage = page({
  path: draftPath(':id'), may, accepts: draftForm,
  get: async (visit, asked) => {
    const draft = await findDraft(visit.reader, asked.params.id ?? '')
    if (draft === undefined) return notFound
    const read = await readDraft(visit, draft)
    const keyed = keyRows(read.rows), known = await listKnownKeys(visit.reader, { process: draft.process, keyed }), judged = judgeRows(read)
    const title = (await choices(visit)).find(({ id }) => id === draft.process)?.title[visit.language] ?? ''
    return draftScreen({ language: visit.language, asked, draft, processTitle: title, ...read, already: keyed.filter((row) => isKnown(known, row)).length, judged: judged.ok ? [] : judged.problem })
  },
  post: async (visit, input: DraftInput, asked) => {
    const draft = await findDraft(visit.writer.reader, asked.params.id ?? '')
    if (draft === undefined) return notFound
    const here = draftPath(draft.id)
    if (draft.state !== 'open') return see(here)
    if (input.does === 'drop') { await dropDraft(visit, draft.id); return see(here) }
    if (input.does === 'columns') { await sayColumns(visit, { id: draft.id, mapping: input.mapping }); return see(here) }
    if (draft.content.is === 'conversation') { const { id } = await takeConversation(visit, { draft, conversation: draft.content.conversation }); return see(conversationPath(id), 'participation_notice_taken') }
    const judged = judgeRows(await readDraft({ reader: visit.writer.reader, now: visit.now }, draft))
    if (!judged.ok) return problems(judged.problem)
    await takeDraftRows(visit, { draft, rows: judged.value })
    return see(here, 'participation_notice_taken')
  },
})
/** What everybody may read of one call, as a file of Decidim. */
export const decidimFilePage = page({
  path: decidimPath(':slug'), may: permissions['public.read'], languageFree: true, sameForAll: true,
  get: async ({ reader, who }, asked) => {
    const process = await findProcess(reader, { slug: asked.params.slug ?? '', who: who.account === null ? 'everyone' : 'staff' })
    if (process === undefined) return notFound
    const [found, topics] = [await listContributions(reader, { process: process.id, kinds: ['proposal'], limit: 100_000 }), new Map((await listTopics(reader)).map(({ key, name }) => [key, name.bg]))]
    return { kind: 'file', mediaType: 'text/csv; charset=utf-8', name: `proposals-${process.slug}.csv`, bytes: toDecidimFile(found.map((one) => toDecidim(one, { topics, origin: asked.origin ?? '' }))) }
  },
})
export const conversationPage = page({
  path: conversationPath(':id'), may,
  get: async ({ reader, language }, asked) => {
    const id = asked.params.id ?? '', conversation = await findConversation(reader, id)
    return conversation === undefined ? notFound : conversationScreen({ language, id, conversation })
  },
})
export const conversationFilePage = page({
  path: `${conversationPath(':id')}/:file`, may,
  get: async ({ reader }, asked) => {
    const file = writtenFiles.find((one) => `${one}.csv` === asked.params.file), conversation = file === undefined ? undefined : await findConversation(reader, asked.params.id ?? '')
    if (file === undefined || conversation === undefined || !mayLeave(file, new Set(conversation.votes.map(({ voter }) => voter)).size)) return notFound
    return { kind: 'file', mediaType: 'text/csv; charset=utf-8', name: `${file}.csv`, bytes: toPolisFile(conversation, file) }
  },
})

/** Letters that wait for a second pair of eyes, for the start page. */
export const intakeWaiting: WaitingOf = {
  may,
  list: async ({ reader, language }) => {
    const n = await countUnchecked(reader)
    return n === 0 ? [] : [{ name: speak(language).participation_intake_waiting({ count: n }), path: intakePath }]
  },
}
export const pages: readonly Page[] = [hubPage, paperPageOf, letterPage, scanPage, sheetsPage, newSheetPage, sheetPage, wallPage, sheetFilePage, photoPage, uploadPage, templatePage, portalPage, draftPage, conversationPage, conversationFilePage, decidimFilePage]
