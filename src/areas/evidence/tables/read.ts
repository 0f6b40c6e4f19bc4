// Questions about tables that wait to be confirmed, and about the mappings that are kept. For staff only.
import { isId } from '#kernel/id.ts'
import type { Reader } from '#store/handle.ts'
import { findDatasetByCode, findDataset } from '#areas/evidence/datasets/read.ts'
import { getAtlas, listCodeSets } from '#areas/evidence/regions/read.ts'
import { makeRegionIndex, type RegionIndex } from './rules/region-names.ts'
import type { Draft, DraftId, KeptMapping, Mapping, OwnTable } from './rules.ts'
import type { OwnTables } from './tables.ts'

export const getRegionIndex = async (reader: Reader): Promise<RegionIndex> => {
  // One after the other: posts ask it too, and a writing takes one question at a time.
  const atlas = await getAtlas(reader)
  return makeRegionIndex({ atlas, sets: await listCodeSets(reader) })
}

export const findDraft = async (reader: Reader, id: string): Promise<Draft | undefined> => {
  if (!isId(id)) return undefined
  const row = await reader.withTables<OwnTables>().selectFrom('evidence.tableDraft')
    .select(['id', 'fileName', 'sha256', 'size', 'broughtAt', 'ownTable as table', 'content', 'mapping', 'isOfKept', 'about', 'step']).where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  return { ...row, id: row.id as DraftId, file: row.content as unknown as Draft['file'], mapping: row.mapping as Mapping | null }
}
export type DraftLine = Pick<Draft, 'id' | 'fileName' | 'broughtAt' | 'step' | 'table'>
export const listDrafts = async (reader: Reader): Promise<readonly DraftLine[]> =>
  (await reader.withTables<OwnTables>().selectFrom('evidence.tableDraft').select(['id', 'fileName', 'broughtAt', 'step', 'ownTable as table']).orderBy('broughtAt', 'desc').limit(100).execute())
    .map((row) => ({ ...row, id: row.id as DraftId }))

type Kept = Pick<OwnTable, 'dataset' | 'signature' | 'kept' | 'about' | 'savedAt'>
export const listKept = async (reader: Reader): Promise<readonly Kept[]> =>
  (await reader.withTables<OwnTables>().selectFrom('evidence.ownTable').select(['dataset', 'signature', 'mapping', 'about', 'savedAt']).orderBy('savedAt', 'desc').execute())
    .map(({ mapping, ...row }) => ({ ...row, kept: mapping as unknown as KeptMapping }))

export type OwnTableLine = { readonly dataset: string; readonly title: OwnTable['title']; readonly savedAt: Date; readonly asOf: string | null; readonly newest: string | null; readonly held: number }
export const listOwnTables = async (reader: Reader): Promise<readonly OwnTableLine[]> => {
  const kept = await listKept(reader)
  const pages = await Promise.all(kept.map((one) => findDataset(reader, { code: one.dataset })))
  return kept.flatMap((one, at) => {
    const page = pages[at]
    return page === undefined ? [] : [{
      dataset: one.dataset, title: page.dataset.title, savedAt: one.savedAt, asOf: page.current?.asOf ?? null, newest: page.current?.newest ?? null,
      held: page.vintages.filter((vintage) => vintage.state === 'held').length,
    }]
  })
}

/** A code nobody has: the name itself, or with the next number. */
export const freeCode = async (reader: Reader, wanted: string): Promise<string> => {
  for (let number = 1; ; number++) {
    const code = number === 1 ? wanted : `${wanted}-${number}`
    if (!(await findDatasetByCode(reader, code))) return code
  }
}
