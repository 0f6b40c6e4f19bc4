// Questions about datasets, their vintages, and what the imports found. Series themselves: read/panels.ts.
import type { Bilingual } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import { prepared } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import { getEdition, keptPerEdition } from '#areas/evidence/regions/read.ts'
import type { CheckSummary } from './rules/remarks.ts'
import type { Dataset, Remark, ImportProgress, Provenance, Revision, Selection, Vintage } from './rules.ts'
import { checkNames, checkResults } from './rules.ts'
import type { DatasetTables } from './tables.ts'

const datasetColumns = [
  'id', 'code', 'source', 'titleBg', 'titleEn', 'doi', 'licenceId', 'licenceNameBg', 'licenceNameEn', 'licenceAddress', 'address', 'download',
  'regionDimension', 'regionCodes', 'frequency', 'dimensions', 'noteBg', 'noteEn', 'lastGoodAt', 'lastTriedAt', 'lastProblem', 'publisher',
] as const
const toDataset = (row: { [Name in (typeof datasetColumns)[number]]: DatasetRowOf[Name] }): Dataset => ({
  id: row.id, code: row.code, source: row.publisher ?? row.source, title: { bg: row.titleBg, en: row.titleEn }, doi: row.doi,
  licence: { id: row.licenceId, name: { bg: row.licenceNameBg, en: row.licenceNameEn }, address: row.licenceAddress },
  address: row.address, download: row.download, regionDimension: row.regionDimension, regionCodes: row.regionCodes, frequency: row.frequency,
  dimensions: row.dimensions, note: row.noteBg === null || row.noteEn === null ? null : { bg: row.noteBg, en: row.noteEn },
  lastGoodAt: row.lastGoodAt, lastTriedAt: row.lastTriedAt, lastProblem: row.lastProblem,
})
type DatasetRowOf = {
  id: Dataset['id']; code: string; source: string; titleBg: string; titleEn: string; doi: string | null; licenceId: string; licenceNameBg: string
  licenceNameEn: string; licenceAddress: string; address: string; download: string | null; regionDimension: string | null; regionCodes: 'nuts' | 'nsi'
  frequency: string; dimensions: string[]; noteBg: string | null; noteEn: string | null; lastGoodAt: Date | null; lastTriedAt: Date | null; lastProblem: Bilingual | null; publisher: string | null
}

// Without the columns that say who brought or decided: the role of public pages may not see them.
const vintageColumns = [
  'number', 'dataset', 'state', 'origin', 'asOf', 'dateFrom', 'stamp', 'receivedAt', 'address', 'fileName', 'mediaType', 'format', 'bytesSha256', 'contentSha256',
  'originalSha256', 'size', 'readerVersion', 'licenceId as licence', 'nutsVersion', 'rowsRead as rows', 'cellsRead as cells', 'seriesKept', 'newest', 'settledAt', 'decidedAt', 'reason', 'parameters',
] as const

const selectVintages = (reader: Reader) => reader.withTables<DatasetTables>().selectFrom('evidence.vintage').select([...vintageColumns])
const listSettled = async (reader: Reader, code: string): Promise<readonly Vintage[]> =>
  selectVintages(reader).where('dataset', '=', code).where('state', '<>', 'arriving').orderBy('asOf', 'desc').orderBy('number', 'desc').execute()

/** The catalogue of datasets with the vintage that is read of each. */
export type Shelf = { readonly datasets: ReadonlyMap<string, Dataset>; readonly current: ReadonlyMap<string, Vintage>; readonly held: ReadonlyMap<string, number>; readonly vintages: ReadonlyMap<string, number> }
export const getShelf = keptPerEdition(async (reader): Promise<Shelf> => {
  const db = reader.withTables<DatasetTables>()
  const [datasets, current, counts] = await Promise.all([
    db.selectFrom('evidence.dataset').select([...datasetColumns]).orderBy('source').orderBy('code').execute(),
    selectVintages(reader).where('state', '=', 'current').execute(),
    db.selectFrom('evidence.vintage').select(['dataset', 'state', (eb) => eb.fn.countAll<number>().as('count')]).where('state', '<>', 'arriving').groupBy(['dataset', 'state']).execute(),
  ])
  const vintages = new Map<string, number>()
  for (const { dataset, count } of counts) vintages.set(dataset, (vintages.get(dataset) ?? 0) + count)
  return {
    datasets: new Map(datasets.map((row) => [row.code, toDataset(row)])),
    current: new Map(current.map((vintage) => [vintage.dataset, vintage])),
    held: new Map(counts.filter((row) => row.state === 'held').map((row) => [row.dataset, row.count])),
    vintages,
  }
})

export type DatasetRow = { readonly dataset: Dataset; readonly current: Vintage | null; readonly held: number; readonly vintages: number; readonly indicators: readonly string[] }
export const listDatasets = async (reader: Reader): Promise<readonly DatasetRow[]> => {
  const db = reader.withTables<DatasetTables>()
  const [edition, selections] = await Promise.all([
    getEdition(reader),
    db.selectFrom('evidence.selection').select(['key', 'dataset']).distinct().orderBy('key').execute(),
  ])
  const shelf = await getShelf(reader, edition)
  return [...shelf.datasets.values()].map((dataset) => ({
    dataset,
    current: shelf.current.get(dataset.code) ?? null,
    held: shelf.held.get(dataset.code) ?? 0,
    vintages: shelf.vintages.get(dataset.code) ?? 0,
    indicators: selections.filter((selection) => selection.dataset === dataset.code).map((selection) => selection.key),
  }))
}
export type DatasetPage = {
  readonly dataset: Dataset
  /** newest first; none that is still arriving */
  readonly vintages: readonly Vintage[]
  readonly current: Vintage | null
  /** of the current vintage against the one before it */
  readonly revision: Revision | null
  readonly indicators: readonly string[]
  readonly progress: ImportProgress | null
}
export const findDataset = async (reader: Reader, asked: { code: string }): Promise<DatasetPage | undefined> => {
  const db = reader.withTables<DatasetTables>()
  const [row, vintages, progress, selections, revisions] = await Promise.all([
    db.selectFrom('evidence.dataset').select([...datasetColumns]).where('code', '=', asked.code).executeTakeFirst(),
    listSettled(reader, asked.code),
    findProgress(reader, asked.code),
    db.selectFrom('evidence.selection').select('key').distinct().where('dataset', '=', asked.code).orderBy('key').execute(),
    db.selectFrom('evidence.revision as r').innerJoin('evidence.vintage as v', 'v.number', 'r.toVintage').selectAll('r').where('v.dataset', '=', asked.code).where('v.state', '=', 'current').execute(),
  ])
  if (!row) return undefined
  const dataset = toDataset(row)
  return {
    dataset, vintages, progress,
    current: vintages.find((vintage) => vintage.state === 'current') ?? null,
    revision: revisions[0] ? toRevision(asked.code, revisions[0]) : null,
    indicators: selections.map((selection) => selection.key),
  }
}

type RevisionRow = { toVintage: number; fromVintage: number; compared: number; changed: number; appeared: number; vanished: number; flagsChanged: number; largest: unknown; atHome: readonly unknown[] }
const toRevision = (dataset: string, row: RevisionRow): Revision => ({
  dataset, from: row.fromVintage, to: row.toVintage, compared: row.compared, changed: row.changed, appeared: row.appeared,
  vanished: row.vanished, flagsChanged: row.flagsChanged, largest: row.largest as Revision['largest'], atHome: row.atHome as Revision['atHome'],
})

/** An import that is under way, of one dataset. */
export const findProgress = async (reader: Reader, code: string): Promise<ImportProgress | null> => {
  const row = await reader.withTables<DatasetTables>().selectFrom('evidence.importProgress as p').innerJoin('evidence.vintage as v', 'v.number', 'p.vintage')
    .select(['v.dataset', 'p.vintage', 'p.step', 'p.bytesRead', 'p.bytesInAll', 'p.seriesStored', 'p.startedAt', 'p.seenAt'])
    .where('v.dataset', '=', code).where('v.state', '=', 'arriving').executeTakeFirst()
  return row ?? null
}

export type VintagePage = {
  readonly dataset: Dataset
  readonly vintage: Vintage
  readonly checks: readonly CheckSummary[]
  /** gravest first */
  readonly remarks: readonly Remark[]
  readonly remarksInAll: number
  readonly revision: Revision | null
}
const rank = <T>(list: readonly T[], one: T): number => list.indexOf(one)
export const findVintage = async (reader: Reader, asked: { code: string; number: number }): Promise<VintagePage | undefined> => {
  const db = reader.withTables<DatasetTables>()
  const [row, vintage, checks, remarks, revision] = await Promise.all([
    db.selectFrom('evidence.dataset').select([...datasetColumns]).where('code', '=', asked.code).executeTakeFirst(),
    selectVintages(reader).where('dataset', '=', asked.code).where('number', '=', asked.number).where('state', '<>', 'arriving').executeTakeFirst(),
    db.selectFrom('evidence.checkResult').select(['checkName', 'result', 'lookedAt', 'found']).where('vintage', '=', asked.number).execute(),
    db.selectFrom('evidence.remark').select(['checkName', 'result', 'says', 'facts', 'selection', 'region', 'period']).where('vintage', '=', asked.number).orderBy('number').execute(),
    db.selectFrom('evidence.revision').selectAll().where('toVintage', '=', asked.number).executeTakeFirst(),
  ])
  if (!row || !vintage) return undefined
  const summaries = checks.map((check): CheckSummary => ({ check: check.checkName, result: check.result, lookedAt: check.lookedAt, found: check.found }))
  return {
    dataset: toDataset(row), vintage,
    checks: summaries.sort((a, b) => rank(checkNames, a.check) - rank(checkNames, b.check)),
    remarks: remarks.map(({ checkName, ...rest }) => ({ check: checkName, ...rest })).sort((a, b) => rank(checkResults, a.result) - rank(checkResults, b.result)),
    remarksInAll: summaries.reduce((sum, check) => sum + check.found, 0),
    revision: revision ? toRevision(asked.code, revision) : null,
  }
}

/** Every vintage that a page shows, in the order they came; each with how it differs from the one before it. */
export const listVintages = async (reader: Reader, asked: { dataset?: string } = {}): Promise<readonly { readonly vintage: Vintage; readonly revision: Revision | null }[]> => {
  let question = selectVintages(reader).where('state', '<>', 'arriving').orderBy('number')
  if (asked.dataset !== undefined) question = question.where('dataset', '=', asked.dataset)
  const [vintages, revisions] = await Promise.all([question.execute(), reader.withTables<DatasetTables>().selectFrom('evidence.revision').selectAll().execute()])
  const byVintage = new Map(revisions.map((revision) => [revision.toVintage, revision]))
  return vintages.map((vintage) => { const revision = byVintage.get(vintage.number); return { vintage, revision: revision ? toRevision(vintage.dataset, revision) : null } })
}

/** Vintages that wait for a person, oldest first. */
export const listHeld = async (reader: Reader): Promise<readonly { readonly dataset: Dataset; readonly vintage: Vintage }[]> => {
  const edition = await getEdition(reader)
  const [shelf, held] = await Promise.all([getShelf(reader, edition), selectVintages(reader).where('state', '=', 'held').orderBy('number').execute()])
  return held.flatMap((vintage) => { const dataset = shelf.datasets.get(vintage.dataset); return dataset ? [{ dataset, vintage }] : [] })
}

/** The bytes themselves come from the store's files by this hash. */
export const findRawFile = async (reader: Reader, asked: { code: string; number: number }): Promise<{ readonly sha256: string; readonly size: number; readonly mediaType: string; readonly fileName: string } | undefined> => {
  const vintage = await selectVintages(reader).where('dataset', '=', asked.code).where('number', '=', asked.number).where('state', '<>', 'arriving').executeTakeFirst()
  return vintage && { sha256: vintage.bytesSha256, size: vintage.size, mediaType: vintage.mediaType, fileName: vintage.fileName }
}

/** The file an own table was made from: for those who import, because a workbook may hold more than its figures. */
export const findOriginalFile = async (reader: Reader, asked: { code: string; number: number }): Promise<Provenance['original']> =>
  (await selectVintages(reader).where('dataset', '=', asked.code).where('number', '=', asked.number).where('state', '<>', 'arriving').executeTakeFirst() as Vintage | undefined)?.parameters.original

type SelectionRow = { number: number; key: string; dataset: string; filter: Record<string, readonly string[]>; unitId: string; unitScale: number; unitCurrency: 'EUR' | 'BGN' | null; unitPercent: boolean; adds: 'regions' | 'no'; whole: boolean; absent: 'held' | 'noted'; low: number | null; high: number | null }
const toSelection = (row: SelectionRow): Selection => ({
  number: row.number, key: row.key, dataset: row.dataset, filter: row.filter,
  unit: { id: row.unitId, scale: row.unitScale, currency: row.unitCurrency, percent: row.unitPercent },
  limits: { adds: row.adds, whole: row.whole ? 'yes' : 'no', absent: row.absent, low: row.low, high: row.high },
})
const selectionColumns = ['number', 'key', 'dataset', 'filter', 'unitId', 'unitScale', 'unitCurrency', 'unitPercent', 'adds', 'whole', 'absent', 'low', 'high'] as const
export const listSelections = async (reader: Reader, asked: { dataset?: string } = {}): Promise<readonly Selection[]> => {
  let question = reader.withTables<DatasetTables>().selectFrom('evidence.selection').select([...selectionColumns]).orderBy('number')
  if (asked.dataset !== undefined) question = question.where('dataset', '=', asked.dataset)
  return (await question.execute()).map(toSelection)
}
export const findDatasetByCode = async (reader: Reader, code: string): Promise<Dataset | undefined> => {
  const row = await reader.withTables<DatasetTables>().selectFrom('evidence.dataset').select([...datasetColumns]).where('code', '=', code).executeTakeFirst()
  return row && toDataset(row)
}

export type VintageMatch = Pick<Vintage, 'number' | 'state' | 'asOf' | 'bytesSha256' | 'contentSha256'>
const askSame = prepared<VintageMatch>(`
  select number, state, as_of, bytes_sha256, content_sha256 from evidence.vintage
  where dataset = $1 and state not in ('refused', 'arriving') and (bytes_sha256 = $2 or content_sha256 = $3) order by number limit 1`)
/** The vintage that has the same bytes, or the same content under another packing. */
export const findSameFile = async (reader: Reader, file: { dataset: string; bytesSha256: string; contentSha256: string }): Promise<VintageMatch | undefined> =>
  (await askSame(reader, [file.dataset, file.bytesSha256, file.contentSha256]))[0]

/** What the next import is compared with: the vintage that is read now. */
export type Before = Vintage & { readonly codes: Readonly<Record<string, readonly string[]>> }
export const findCurrent = async (reader: Reader, dataset: string): Promise<Before | undefined> =>
  reader.withTables<DatasetTables>().selectFrom('evidence.vintage').select([...vintageColumns, 'codes']).where('dataset', '=', dataset).where('state', '=', 'current').executeTakeFirst()

export type Arriving = { readonly vintage: number; readonly dataset: string; readonly host: string; readonly process: number; readonly startedAt: Date; readonly seenAt: Date }
export const listArriving = async (reader: Reader, asked: { dataset?: string } = {}): Promise<readonly Arriving[]> => {
  let question = reader.withTables<DatasetTables>().selectFrom('evidence.vintage as v').innerJoin('evidence.importProgress as p', 'p.vintage', 'v.number')
    .select(['v.number as vintage', 'v.dataset', 'p.host', 'p.process', 'p.startedAt', 'p.seenAt']).where('v.state', '=', 'arriving')
  if (asked.dataset !== undefined) question = question.where('v.dataset', '=', asked.dataset)
  return question.execute()
}

export const countVintageSeries = async (reader: Reader, vintage: number): Promise<number> =>
  (await reader.withTables<DatasetTables>().selectFrom('evidence.series').select((eb) => eb.fn.countAll<number>().as('count')).where('vintage', '=', vintage).executeTakeFirstOrThrow()).count

/** Selections by key with the vintage that is read of their dataset. */
export const listCurrentSelections = async (reader: Reader, keys: readonly string[]): Promise<readonly (Selection & { readonly vintage: number })[]> => {
  if (keys.length === 0) return []
  const found = await reader.withTables<DatasetTables>().selectFrom('evidence.selection as s').innerJoin('evidence.vintage as v', 'v.dataset', 's.dataset')
    .select(['s.number', 's.key', 's.dataset', 's.filter', 's.unitId', 's.unitScale', 's.unitCurrency', 's.unitPercent', 's.adds', 's.whole', 's.absent', 's.low', 's.high', 'v.number as vintage'])
    .where('v.state', '=', 'current').where('s.key', 'in', [...keys]).execute()
  return found.map((row) => ({ ...toSelection(row), vintage: row.vintage }))
}

/** How each current vintage differs from the one before it. */
export const listCurrentRevisions = async (reader: Reader): Promise<readonly Revision[]> => {
  const found = await reader.withTables<DatasetTables>().selectFrom('evidence.revision as r').innerJoin('evidence.vintage as v', 'v.number', 'r.toVintage')
    .selectAll('r').select('v.dataset').where('v.state', '=', 'current').execute()
  return found.map(({ dataset, ...row }) => toRevision(dataset, row))
}

/** Of a vintage whose series may be shown; undefined for one that waits, was refused, or is not there. */
export const findVintageDataset = async (reader: Reader, number: number): Promise<string | undefined> =>
  (await reader.withTables<DatasetTables>().selectFrom('evidence.vintage').select('dataset').where('number', '=', number).where('state', 'in', ['current', 'superseded']).executeTakeFirst())?.dataset

/** Selections without one series in a vintage: wanted since, or not in the file. */
export const listUnfilled = async (reader: Reader, asked: { dataset: string; vintage: number }): Promise<readonly Selection[]> => {
  const found = await reader.withTables<DatasetTables>().selectFrom('evidence.selection as s').select(selectionColumns.map((column) => `s.${column}` as const)).where('s.dataset', '=', asked.dataset)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('evidence.series as r').select('r.region').where('r.vintage', '=', asked.vintage).whereRef('r.selection', '=', 's.number')))).orderBy('s.number').execute()
  return found.map(toSelection)
}
export const listAxes = (reader: Reader, vintage: number): Promise<readonly { readonly number: number; readonly periods: readonly Period[] }[]> =>
  reader.withTables<DatasetTables>().selectFrom('evidence.axis').select(['number', 'periods']).where('vintage', '=', vintage).orderBy('number').execute()

/** Jumps that the checks of the current vintages marked in some regions, newest period first. Other marks stand as flags on the values. */
export const listJumps = async (reader: Reader, regions: readonly string[]): Promise<readonly Remark[]> => {
  const found = await reader.withTables<DatasetTables>().selectFrom('evidence.remark as r').innerJoin('evidence.vintage as v', 'v.number', 'r.vintage')
    .select(['r.checkName as check', 'r.result', 'r.says', 'r.facts', 'r.selection', 'r.region', 'r.period'])
    .where('v.state', '=', 'current').where('r.result', '=', 'mark').where('r.checkName', '=', 'outliers').where('r.region', 'in', [...regions]).orderBy('r.period', 'desc').orderBy('r.number').execute()
  return found
}
