// Intake outside a transaction: files are judged by their bytes, kept by their hash and read before anything is written.
import { problems, see, type PostAnswer, type UploadedFile } from '#kernel/answer.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { ReadProblem } from '#kernel/observation.ts'
import type { Problem } from '#kernel/result.ts'
import type { Sheet } from '#kernel/sheet.ts'
import type { Who } from '#kernel/who.ts'
import { type Fetcher, openFetcher } from '#sources/fetch-file.ts'
import { FetchProblem } from '#sources/fetch/fetch-problem.ts'
import { kindOf } from '#sources/mailbox/letter/file-kind.ts'
import { askPortal } from '#sources/portal.ts'
import { readSheets } from '#sources/sheets/read-sheets.ts'
import type { Store } from '#store/store.ts'
import type { NotesInput, PaperInput, PortalInput, UploadInput } from './forms.ts'
import { findSheet } from './read.ts'
import { draftPath, paperPath, type DraftContent, type RowKind, type Scan, sheetPath } from './rules.ts'
import { fromDecidim, readDecidimRows } from './rules/decidim.ts'
import { readPolisSet } from './rules/polis/read.ts'
import { readPortalAnswer, readPortalRows, sayDifference } from './rules/portal.ts'
import { guessTableMapping, isExampleRow } from './rules/table.ts'
import { addSheetPhoto, typeLetter, typeNotes } from './write.ts'
import { keepDraft, noteServed } from './write/drafts.ts'

export type Asker = { readonly store: Pick<Store, 'reading' | 'writing' | 'files'>; readonly who: Who; readonly language: Language; readonly now: Date }
const act = <T>({ store, who, language, now }: Asker, work: (visit: Parameters<typeof typeLetter>[0]) => Promise<T>): Promise<T> => store.writing((writer) => work({ writer, who, language, now }), { language })

const scanKinds: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/tiff'])
const largestScan = 32 * 1024 ** 2
/** What a scan is, its bytes say; what it is called counts for nothing. */
const keepScan = async (store: Asker['store'], file: UploadedFile): Promise<Scan | Bilingual> => {
  if (file.bytes.byteLength > largestScan) return { bg: 'Файлът е над 32 MB. Сканирайте с по-малка разделителна способност.', en: 'The file is larger than 32 MB. Scan it with fewer dots.' }
  const mediaType = kindOf(file.bytes)
  if (!scanKinds.has(mediaType)) return { bg: 'Приемат се PDF, JPEG, PNG и TIFF; този файл не е нито едно от тях.', en: 'PDF, JPEG, PNG and TIFF are taken; this file is none of them.' }
  return { ...(await store.files.keep(file.bytes)), mediaType }
}

export const takeInLetter = async (asker: Asker, { paper, file }: PaperInput): Promise<PostAnswer> => {
  const scan = file === null ? null : await keepScan(asker.store, file)
  if (scan !== null && 'bg' in scan) return problems([{ field: 'scan', text: scan }])
  const { number } = await act(asker, (visit) => typeLetter(visit, { paper, scan }))
  const keep = new URLSearchParams({ after: number, process: paper.process, received_on: paper.receivedOn.split('-').reverse().join('.'), channel: paper.channel })
  return see(`${paperPath}?${keep.toString()}`)
}
export const takeInNotes = async (asker: Asker, { code, input }: { readonly code: string; readonly input: NotesInput }): Promise<PostAnswer> => {
  const sheet = await asker.store.reading((reader) => findSheet(reader, code), { as: 'staff' })
  if (sheet === undefined) return { kind: 'notFound' }
  if (input.does === 'photo') {
    const scan = await keepScan(asker.store, input.file)
    if ('bg' in scan) return problems([{ field: 'photo', text: scan }])
    await act(asker, (visit) => addSheetPhoto(visit, { sheet: sheet.id, scan, name: input.file.name }))
    return see(sheetPath(code), 'participation_notice_photo')
  }
  if (!sheet.questions.some(({ position }) => position === input.question)) return problems([{ field: 'question', text: { bg: 'Няма такъв въпрос на този лист.', en: 'There is no such question on this sheet.' } }])
  const { notes, dots } = await act(asker, (visit) => typeNotes(visit, { sheet, question: input.question, notes: input.notes }))
  return see(`${sheetPath(code)}?${new URLSearchParams({ typed: String(notes), dots: String(dots), question: String(input.question) }).toString()}`)
}

const limits = { cellLetters: 200_000, cells: 6_000_000, letters: 64_000_000, columns: 12_000, rows: 200_000 }
const readOne = async (file: UploadedFile): Promise<Sheet> => {
  const { sheets } = await readSheets(file.bytes, { name: file.name, limits })
  return sheets.find(({ state, rows }) => state === 'shown' && rows.length > 0) ?? (sheets[0] as Sheet)
}
/** The file read as far as its kind goes; or what is wrong with it. */
const contentOf = async (kind: RowKind | 'polis', files: readonly UploadedFile[]): Promise<DraftContent | Problem> => {
  if (kind === 'polis') {
    const set = readPolisSet(await Promise.all(files.map(async (file) => ({ name: file.name, rows: (await readOne(file)).rows }))))
    return set.ok ? { is: 'conversation', conversation: set.value.conversation, notes: set.value.notes, files: set.value.files, logged: set.value.loggedVotes } : { ...set.problem, field: 'comments' }
  }
  const { rows } = await readOne(files[0] as UploadedFile)
  if (kind === 'table') return { is: 'sheet', rows: rows.filter((row) => !isExampleRow(row)) }
  if (kind === 'decidim') {
    const read = readDecidimRows(rows)
    if (!read.ok) return read.problem
    const passed = read.value.proposals.filter(({ withdrawn }) => withdrawn === 'yes').length
    return { is: 'rows', title: read.value.shape === 'older' ? 'Decidim (category, scope)' : 'Decidim (taxonomies)', notes: passed === 0 ? [] : [{ bg: `Оттеглени в Decidim и пропуснати: ${passed}.`, en: `Withdrawn in Decidim and passed by: ${passed}.` }], ...fromDecidim(read.value.proposals, 'bg') }
  }
  const read = readPortalRows(rows)
  return read.ok ? { is: 'rows', notes: [], ...read.value } : read.problem
}
export const takeInFile = async (asker: Asker, { kind, input }: { readonly kind: RowKind | 'polis'; readonly input: UploadInput }): Promise<PostAnswer> => {
  const field = kind === 'polis' ? 'comments' : 'file'
  const content = await contentOf(kind, input.files).catch((problem: unknown): Problem => {
    if (problem instanceof ReadProblem) return { field, text: problem.text }
    throw problem
  })
  if (!('is' in content)) return problems([content])
  const kept = await Promise.all(input.files.map((file) => asker.store.files.keep(file.bytes)))
  const id = await act(asker, (visit) => keepDraft(visit, {
    kind, process: input.process, fileName: input.files.map(({ name }) => name).join(', '), sha256: kept[0]?.sha256 ?? null, content, mapping: content.is === 'sheet' ? guessTableMapping(content.rows) : null,
  }))
  return see(draftPath(id))
}

let opened: Fetcher | undefined
export type PortalHow = { readonly home?: string; readonly client: string; readonly allow?: readonly string[]; readonly fetcher?: Fetcher }
/** One a second at most: the portal allows 60 a minute. */
const fetcherOf = ({ client, allow = [], fetcher }: PortalHow): Fetcher => fetcher ?? (opened ??= openFetcher({ client, allow, pace: { gapMs: 1_000 } }))
/** Asks the portal and keeps the answer as a draft. Nothing of it is taken in before a person has looked; nothing here is ever deleted by it. */
export const takeInPortal = async (asker: Asker, { input, how }: { readonly input: PortalInput; readonly how: PortalHow }): Promise<PostAnswer> => {
  const asked = await askPortal(fetcherOf(how), { consultation: input.consultation, ...(how.home === undefined ? {} : { home: how.home }) }).catch((problem: unknown): Problem => {
    if (problem instanceof FetchProblem || problem instanceof ReadProblem) return { field: 'consultation', text: problem.text }
    throw problem
  })
  if ('field' in asked) return problems([asked])
  const read = readPortalAnswer(asked.answer)
  if (!read.ok) return problems([read.problem])
  const kept = await asker.store.files.keep(asked.bytes)
  const served = read.value.rows.length + read.value.problems.length
  const id = await act(asker, async (visit) => {
    const before = await noteServed(visit, { ...input, served })
    const difference = sayDifference({ served, before })
    return keepDraft(visit, { kind: 'portalApi', process: input.process, fileName: asked.address, sha256: kept.sha256, content: { is: 'rows', title: '', notes: difference === null ? [] : [difference], ...read.value }, mapping: null })
  })
  return see(draftPath(id))
}
