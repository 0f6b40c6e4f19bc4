// An import begun on a page: the file that came with the form, or the one at the source's address. Leads to what the checks found.
import type { PostAnswer } from '#kernel/answer.ts'
import { notFound, problems, see } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { Who } from '#kernel/who.ts'
import { findCheckout } from '#store/checkout.ts'
import type { Fetcher } from '#sources/fetch-file.ts'
import type { ImportInput } from '../forms.ts'
import { findDatasetByCode } from '../read.ts'
import type { ImportEnd } from '../rules/import-words.ts'
import { sayImport } from '../rules/import-words.ts'
import type { Dataset } from '../rules.ts'
import { vintagePath } from '../rules.ts'
import { noteCheck } from '../write/source-checks.ts'
import { bringDataset, foundBy } from './bring-dataset.ts'
import { readCheckBook } from './check-book.ts'
import type { ImportStore } from './import-ask.ts'
import { importFile } from './import-file.ts'

type Begun = { readonly store: ImportStore; readonly who: Who; readonly language: Language; readonly fetcher: Fetcher; readonly code: string; readonly input: ImportInput; readonly now: () => Date }

export const importByButton = async (begun: Begun): Promise<PostAnswer> => {
  const { store, input, code } = begun
  const dataset = await store.reading((reader) => findDatasetByCode(reader, code), { as: 'staff' })
  if (!dataset) return notFound
  if (input.what === 'fetch') return fetchNow(begun, dataset)
  const end = await importFile(store, {
    dataset: code, bytes: one(input.bytes), fileName: input.fileName, origin: 'file', address: input.fileName, book: await readCheckBook(findCheckout()), now: begun.now, by: begun.who.account,
    ...(input.nuts !== null ? { nutsVersion: input.nuts } : {}), ...(input.asOf !== null ? { asOf: input.asOf } : {}),
  })
  return answerOf(code, end)
}

/** A person waits at the page: one try, and a minute for what the source prepares. What takes longer is for a run. */
const soon = { retry: { tries: 1, firstMs: 0, longestMs: 0 }, patience: { firstMs: 3_000, longestMs: 10_000, inAllMs: 60_000 } } as const
const fetchNow = async (begun: Begun, dataset: Dataset): Promise<PostAnswer> => {
  const { store, fetcher, now, who, code } = begun
  if (dataset.download === null) return problems([{ field: '', text: { bg: speak('bg').evidence_import_fetch_none(), en: speak('en').evidence_import_fetch_none() } }])
  const brought = await bringDataset(store, { dataset, fetcher, now, by: who.account, book: await readCheckBook(findCheckout()), ...soon })
  const mark = brought.kind === 'answered' ? brought.mark : null
  await store.writing((writer) => noteCheck(writer, { dataset: code, lookedAt: now(), askedBy: 'person', stamp: mark, ...foundBy(brought) }))
  if (brought.kind === 'answered') return answerOf(code, brought.end)
  const { bg, en } = brought.problem
  return problems([{ field: '', text: { bg: speak('bg').evidence_import_failed_fetch({ why: bg }), en: speak('en').evidence_import_failed_fetch({ why: en }) } }])
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
