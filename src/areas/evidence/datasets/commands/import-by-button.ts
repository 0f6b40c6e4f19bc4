// An import begun on a page: the file that came with the form, or the one at the source's address. Leads to what the checks found.
import type { PostAnswer } from '#kernel/answer.ts'
import { notFound, problems, see } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { Who } from '#kernel/who.ts'
import { findCheckout } from '#store/checkout.ts'
import type { Fetcher } from '#sources/fetch-file.ts'
import { FetchProblem } from '#sources/fetch/fetch-problem.ts'
import type { ImportInput } from '../forms.ts'
import { findDatasetByCode } from '../read.ts'
import type { ImportEnd } from '../rules/import-words.ts'
import { sayImport } from '../rules/import-words.ts'
import type { Dataset } from '../rules.ts'
import { vintagePath } from '../rules.ts'
import { noteFailure } from '../write.ts'
import { readCheckBook } from './check-book.ts'
import type { ImportAsk, ImportStore } from './import-ask.ts'
import { importFile } from './import-file.ts'

type Begun = { readonly store: ImportStore; readonly who: Who; readonly language: Language; readonly fetcher: Fetcher; readonly code: string; readonly input: ImportInput; readonly now: () => Date }

export const importByButton = async (begun: Begun): Promise<PostAnswer> => {
  const { store, input, code } = begun
  const dataset = await store.reading((reader) => findDatasetByCode(reader, code), { as: 'staff' })
  if (!dataset) return notFound
  const file = await bring(begun, dataset).catch((problem: unknown) => {
    if (!(problem instanceof FetchProblem)) throw problem
    return problem
  })
  if (file instanceof FetchProblem) {
    await store.writing((writer) => noteFailure(writer, { dataset: code, problem: file.text, now: begun.now() }))
    return problems([{ field: '', text: { bg: speak('bg').evidence_import_failed_fetch({ why: file.text.bg }), en: speak('en').evidence_import_failed_fetch({ why: file.text.en }) } }])
  }
  if (!file) return problems([{ field: '', text: { bg: speak('bg').evidence_import_fetch_none(), en: speak('en').evidence_import_fetch_none() } }])
  const end = await importFile(store, {
    ...file, dataset: code, book: await readCheckBook(findCheckout()), now: begun.now, by: begun.who.account,
    ...(input.what === 'file' && input.nuts !== null ? { nutsVersion: input.nuts } : {}), ...(input.what === 'file' && input.asOf !== null ? { asOf: input.asOf } : {}),
  }).catch((problem: unknown) => {
    if (!(problem instanceof FetchProblem)) throw problem
    return problem
  })
  if (end instanceof FetchProblem) {
    await store.writing((writer) => noteFailure(writer, { dataset: code, problem: end.text, now: begun.now() }))
    return problems([{ field: '', text: end.text }])
  }
  return answerOf(code, end)
}

const bring = async (begun: Begun, dataset: Dataset): Promise<Pick<ImportAsk, 'bytes' | 'fileName' | 'origin' | 'address'> | undefined> => {
  const { input, fetcher } = begun
  if (input.what === 'file') return { bytes: one(input.bytes), fileName: input.fileName, origin: 'file', address: input.fileName }
  if (dataset.download === null) return undefined
  const file = await fetcher.fetchFile({ address: dataset.download })
  return { bytes: file.bytes, fileName: file.fileName ?? dataset.code, origin: 'fetch', address: file.address }
}
async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const notices = { current: 'evidence_notice_imported', superseded: 'evidence_notice_imported', held: 'evidence_notice_import_held', refused: 'evidence_notice_import_refused', arriving: 'evidence_notice_imported' } as const
const answerOf = (dataset: string, end: ImportEnd): PostAnswer => {
  if (end.kind === 'settled') return see(vintagePath(dataset, end.vintage), notices[end.state])
  if (end.kind === 'same') return see(vintagePath(dataset, end.vintage), 'evidence_notice_import_same')
  const [bg = ''] = sayImport({ dataset, end, language: 'bg' })
  const [en = ''] = sayImport({ dataset, end, language: 'en' })
  return problems([{ field: '', text: { bg, en } }])
}
