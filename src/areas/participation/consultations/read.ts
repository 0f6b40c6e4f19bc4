// Questions about consultations: the list, one with its fields, its frozen drafts, the comments with their anchors.
import type { Contribution } from '#areas/participation/proposals/rules.ts'
import { listContributions } from '#areas/participation/proposals/read/list.ts'
import type { Reader } from '#store/handle.ts'
import { listProcesses, findProcess, getProcess } from '#areas/participation/processes/read.ts'
import type { Process, ProcessId } from '#areas/participation/processes/rules.ts'
import type { Successor } from '#areas/participation/texts/rules.ts'
import type { AnchoredTo, Consultation, ConsultationFile, Draft, FrozenDraft } from './rules.ts'
import type { ConsultationTables } from './tables.ts'

type For = { readonly who: 'everyone' | 'staff' }
const tables = (reader: Reader) => reader.withTables<ConsultationTables>()
const columns = ['id', 'text', 'level', 'actType', 'policyArea', 'institution', 'registrationNumber', 'programme', 'waysBg', 'waysEn', 'contacts', 'shortTermReasonBg', 'shortTermReasonEn', 'opensOn', 'closesOn', 'draft', 'openedAt', 'remindedAt', 'portalId', 'portalAt', 'version'] as const
const shape = (reader: Reader) => tables(reader).selectFrom('participation.consultation').select(columns).execute()
const toConsultation = ({ waysBg, waysEn, shortTermReasonBg, shortTermReasonEn, ...row }: Awaited<ReturnType<typeof shape>>[number], process: Process): Consultation => ({
  ...row, process, slug: process.slug, title: process.title, says: process.says, unit: process.unit, ways: { bg: waysBg, en: waysEn }, shortTermReason: { bg: shortTermReasonBg, en: shortTermReasonEn },
})
export const findConsultation = async (reader: Reader, { slug, who }: For & { readonly slug: string }): Promise<Consultation | undefined> => {
  const process = await findProcess(reader, { slug, who })
  if (process === undefined || process.kind !== 'draft') return undefined
  const row = await tables(reader).selectFrom('participation.consultation').select(columns).where('id', '=', process.id).executeTakeFirst()
  return row && (who === 'staff' || row.draft > 0) ? toConsultation(row, process) : undefined
}
export const getConsultation = async (reader: Reader, id: ProcessId): Promise<Consultation> =>
  toConsultation(await tables(reader).selectFrom('participation.consultation').select(columns).where('id', '=', id).executeTakeFirstOrThrow(), await getProcess(reader, id))
/** Those that end last stand first. */
export const listConsultations = async (reader: Reader, { who }: For): Promise<readonly Consultation[]> => {
  const asked = tables(reader).selectFrom('participation.consultation').select(columns)
  const [processes, found] = await Promise.all([listProcesses(reader, { who }), (who === 'staff' ? asked : asked.where('draft', '>', 0)).orderBy('closesOn', 'desc').orderBy('id').execute()])
  const byId = new Map(processes.map((process) => [process.id, process]))
  return found.flatMap((row) => { const process = byId.get(row.id); return process === undefined ? [] : [toConsultation(row, process)] })
}

export const listDrafts = async (reader: Reader, id: ProcessId): Promise<readonly Draft[]> =>
  (await tables(reader).selectFrom('participation.consultationDraft').select(['draft', 'textVersion', 'hash', 'saysBg', 'saysEn', 'frozenAt']).where('consultation', '=', id).orderBy('draft').execute()).map(({ saysBg, saysEn, ...draft }) => ({ ...draft, says: { bg: saysBg, en: saysEn } }))
export const findDraft = async (reader: Reader, { id, draft }: { readonly id: ProcessId; readonly draft: number }): Promise<FrozenDraft | undefined> => {
  const [found, blocks] = await Promise.all([
    listDrafts(reader, id),
    tables(reader).selectFrom('participation.consultationBlock').select(['block', 'blockVersion', 'kind', 'level', 'source', 'hash']).where('consultation', '=', id).where('draft', '=', draft).orderBy('position').execute(),
  ])
  const one = found.find((each) => each.draft === draft)
  return one && { ...one, blocks: blocks.map(({ blockVersion, ...block }) => ({ ...block, version: blockVersion })) }
}
/** What editors named in every draft after `from`, up to `to`. */
export const listDraftSuccessors = async (reader: Reader, { id, from, to }: { readonly id: ProcessId; readonly from: number; readonly to: number }): Promise<readonly Successor[]> =>
  tables(reader).selectFrom('participation.consultationSuccessor').select(['block', 'successor']).distinct().where('consultation', '=', id).where('draft', '>', from).where('draft', '<=', to).orderBy('block').orderBy('successor').execute()

const anchorColumns = ['contribution', 'draft', 'block', 'blockVersion', 'blockHash', 'quote'] as const
export const listAnchors = async (reader: Reader, id: ProcessId): Promise<readonly AnchoredTo[]> =>
  (await tables(reader).selectFrom('participation.commentAnchor').select(anchorColumns).where('consultation', '=', id).orderBy('contribution').execute()).map(({ blockHash, ...anchor }) => ({ ...anchor, hash: blockHash }))
/** Where a contribution is anchored, with the consultation it belongs to: for its own page and for the reply report. */
export const findAnchor = async (reader: Reader, contribution: string): Promise<(AnchoredTo & { readonly consultation: ProcessId }) | undefined> => {
  const row = await tables(reader).selectFrom('participation.commentAnchor').select([...anchorColumns, 'consultation']).where('contribution', '=', contribution as AnchoredTo['contribution']).executeTakeFirst()
  if (row === undefined) return undefined
  const { blockHash, ...anchor } = row
  return { ...anchor, hash: blockHash }
}
export type Comment = AnchoredTo & { readonly of: Contribution }
/** Published comments with their anchors, the oldest first; what nobody may read is not among them. */
export const listComments = async (reader: Reader, id: ProcessId): Promise<readonly Comment[]> => {
  const [anchors, contributions] = await Promise.all([listAnchors(reader, id), listContributions(reader, { kinds: ['blockComment'], process: id, limit: 10_000 })])
  const byId = new Map<string, Contribution>(contributions.map((one) => [one.id, one]))
  return anchors.flatMap((anchor) => { const of = byId.get(anchor.contribution); return of === undefined ? [] : [{ ...anchor, of }] })
}
export const listConsultationFiles = async (reader: Reader, id: ProcessId): Promise<readonly ConsultationFile[]> =>
  (await tables(reader).selectFrom('participation.consultationFile').select(['id', 'kind', 'titleBg', 'titleEn', 'sha256', 'size', 'mediaType', 'extension', 'addedAt']).where('consultation', '=', id).where('takenBackAt', 'is', null).orderBy('addedAt').execute())
    .map(({ titleBg, titleEn, ...file }) => ({ ...file, title: { bg: titleBg, en: titleEn } }))
