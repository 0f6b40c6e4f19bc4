// The last word on a draft: the dataset, its indicators and the mapping are registered in one act, then the figures take the road of all
// imports: checked, held where a person must look, revised against what was there. The import is handed in by the door.
import type { PostAnswer } from '#kernel/answer.ts'
import { notFound, problems, see } from '#kernel/answer.ts'
import type { NutsVersion } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import type { AccountId, Who } from '#kernel/who.ts'
import type { Provenance } from '#areas/evidence/datasets/rules.ts'
import { vintagePath } from '#areas/evidence/datasets/rules.ts'
import type { ImportEnd } from '#areas/evidence/datasets/rules/import-words.ts'
import { findDataset } from '#areas/evidence/datasets/read.ts'
import { listCatalogue } from '#areas/evidence/indicators/read.ts'
import type { ConfirmInput } from '../forms.ts'
import { findDraft, getRegionIndex } from '../read.ts'
import { addTo, type CanonicalLine, readCanonical, writeCanonical } from '../rules/canonical.ts'
import { type Meaning, parseMeaning, wholeAbout } from '../rules/meaning.ts'
import { offered } from '../rules/offered.ts'
import { readTable } from '../rules/read-table.ts'
import type { About, Draft, TableRead } from '../rules.ts'
import { draftPath } from '../rules.ts'
import { endDraft, MeaningRefused, registerTable, takeAsOther } from '../write.ts'
import type { TableStore } from './take-in.ts'

/** What the import is asked; the door binds it to the datasets' own command. */
export type Intake = (ask: {
  readonly dataset: string; readonly bytes: AsyncIterable<Uint8Array>; readonly fileName: string; readonly origin: 'upload'; readonly address: string; readonly asOf: string
  readonly nutsVersion: NutsVersion; readonly by: AccountId | null; readonly now: () => Date; readonly provenance: Provenance
}) => Promise<ImportEnd>
export type Confirming = { readonly store: TableStore; readonly who: Who; readonly now: Date; readonly id: string; readonly input: ConfirmInput; readonly intake: Intake }

const both = (pick: (say: ReturnType<typeof speak>) => string): { readonly bg: string; readonly en: string } => ({ bg: pick(speak('bg')), en: pick(speak('en')) })

export const confirmTable = async (from: Confirming): Promise<PostAnswer> => {
  if (from.input.mode === 'other') return from.store.writing((writer) => takeAsOther(writer, from.id))
  const ready = await prepare(from)
  if (ready.kind !== 'ready') return ready.answer
  const { draft, read, meaning, about, nuts } = ready
  if (draft.isOfKept && from.input.mode === '') return problems([{ field: 'mode', text: both((say) => say.evidence_table_mode_choose()) }])
  if (read.refused.length > 0 && from.input.leaveOut !== 'yes') {
    return problems([{ field: 'leave_out', text: both((say) => say.evidence_table_must_agree()) }])
  }
  const done = await register(from, { meaning, about })
  if (done.kind !== 'done') return done.answer
  const stored = new Set(meaning.series.flatMap((series) => (series.kind === 'none' ? [] : [series.code])))
  const fresh: readonly CanonicalLine[] = read.observations.filter((line) => stored.has(line.series))
  const lines = from.input.mode !== 'replace' ? addTo(await linesBefore(from.store, done.dataset), fresh) : fresh
  const end = await from.intake({
    dataset: done.dataset, bytes: one(new TextEncoder().encode(writeCanonical(lines))), fileName: `${done.dataset}-${meaning.asOf}.csv`, origin: 'upload', address: meaning.address, asOf: meaning.asOf,
    nutsVersion: nuts, by: from.who.account, now: () => new Date(), provenance: {
      original: { sha256: draft.sha256, fileName: draft.fileName, size: draft.size, mediaType: draft.file.format === 'csv' ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
      leftOut: new Set(read.refused.map((refused) => refused.row)).size,
    },
  })
  if (end.kind === 'busy' || end.kind === 'noDataset') return problems([{ field: '', text: both((say) => say.evidence_table_busy()) }])
  await from.store.writing((writer) => endDraft(writer, from.id))
  if (end.kind === 'same') return see(vintagePath(done.dataset, end.vintage), 'evidence_notice_import_same')
  return see(vintagePath(done.dataset, end.vintage), { current: 'evidence_notice_table_stored', superseded: 'evidence_notice_imported', held: 'evidence_notice_import_held', refused: 'evidence_notice_import_refused', arriving: 'evidence_notice_imported' }[end.state])
}

type Ready = { readonly kind: 'ready'; readonly draft: Draft; readonly read: TableRead; readonly about: About; readonly meaning: Meaning; readonly nuts: NutsVersion } | { readonly kind: 'not'; readonly answer: PostAnswer }
const prepare = (from: Confirming): Promise<Ready> => from.store.reading(async (reader): Promise<Ready> => {
  const not = (answer: PostAnswer): Ready => ({ kind: 'not', answer })
  const draft = await findDraft(reader, from.id)
  if (!draft) return not(notFound)
  const sheet = draft.mapping === null ? undefined : draft.file.sheets[draft.mapping.sheet]
  if (!sheet || !draft.mapping) return not(see(draftPath(from.id, 'columns')))
  const [index, catalogue] = await Promise.all([getRegionIndex(reader), listCatalogue(reader, { now: from.now })])
  const read = readTable(sheet, { mapping: draft.mapping, index })
  if (read.observations.length === 0) return not(problems([{ field: '', text: both((say) => say.evidence_table_nothing()) }]))
  const about = wholeAbout({ draft, read, now: from.now })
  const meaning = parseMeaning({ about, read, atlas: index.atlas, existing: offered(catalogue, draft.table), taken: new Set(catalogue.map((row) => row.indicator.key)), dataset: draft.table })
  if (!meaning.ok) return not(problems([{ field: '', text: both((say) => say.evidence_table_meaning_missing()) }, ...meaning.problem.map((problem) => ({ ...problem, field: '' }))]))
  return { kind: 'ready', draft, read, about, meaning: meaning.value, nuts: index.atlas.version }
}, { as: 'staff', fresh: 'primary' })

type Done = { readonly kind: 'done'; readonly dataset: string } | { readonly kind: 'not'; readonly answer: PostAnswer }
const register = async (from: Confirming, of: { readonly meaning: Meaning; readonly about: About }): Promise<Done> => {
  try {
    const done = await from.store.writing((writer) => registerTable({ writer, who: from.who, language: 'bg', now: from.now }, { id: from.id, ...of }))
    return done ? { kind: 'done', dataset: done.dataset } : { kind: 'not', answer: notFound }
  } catch (problem) {
    if (problem instanceof MeaningRefused) return { kind: 'not', answer: problems(problem.problems.map((each) => ({ ...each, field: '' }))) }
    throw problem
  }
}
/** What is read of the table now, as it was written by us. */
export const linesBefore = async (store: TableStore, dataset: string): Promise<readonly CanonicalLine[]> => {
  const current = (await store.reading((reader) => findDataset(reader, { code: dataset }), { as: 'staff', fresh: 'primary' }))?.current
  if (!current) return []
  const chunks: Uint8Array[] = []
  for await (const chunk of store.files.read(current.bytesSha256)) chunks.push(chunk)
  return readCanonical(Buffer.concat(chunks).toString('utf8'))
}
async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
