// Acts on datasets and their vintages: what is wanted, what arrives, what becomes current, what a person decides.
// Nothing here reads a file; series come ready to be copied.
import { sql } from 'kysely'
import type { PostAnswer } from '#kernel/answer.ts'
import { notFound, problems, see } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import type { NutsVersion } from '#kernel/region.ts'
import type { AccountId } from '#kernel/who.ts'
import { rows } from '#store/ask.ts'
import { recordAct } from '#store/audit.ts'
import { copyBytes } from '#store/copy.ts'
import type { Writer } from '#store/handle.ts'
import { newId } from '#store/ids.ts'
import { registerThings, renameThing } from '#store/thread.ts'
import type { WriteVisit } from '#store/visit.ts'
import type { Report } from './rules/remarks.ts'
import { writeMissing } from './rules/coding.ts'
import type { StoredCells } from './rules/examination.ts'
import { filterText } from './rules/selections.ts'
import type { Dataset, DatasetEntry, ImportStep, Provenance, Revision, SelectionEntry, Vintage } from './rules.ts'
import { datasetPath, mayDecide, stateAfter, vintagePath } from './rules.ts'
import type { DatasetTables } from './tables.ts'

/** From the catalogue: new ones are registered, known ones take its words. */
export const takeInDatasets = async (writer: Writer, entries: readonly DatasetEntry[]): Promise<void> => {
  const db = writer.withTables<DatasetTables>()
  const known = new Map((await db.selectFrom('evidence.dataset').select(['id', 'code', 'titleBg', 'titleEn']).execute()).map((row) => [row.code, row]))
  const fresh = entries.filter((entry) => !known.has(entry.code)).map((entry) => ({ entry, id: newId<'dataset'>() as Dataset['id'] }))
  await registerThings(writer, fresh.map(({ entry, id }) => ({ id, kind: 'dataset' as const, title: entry.title, path: datasetPath(entry.code), text: entry.note ?? { bg: entry.code, en: entry.code } })))
  if (fresh.length > 0) {
    await db.insertInto('evidence.dataset').values(fresh.map(({ entry, id }) => ({ id, code: entry.code, lastGoodAt: null, lastTriedAt: null, lastProblem: null, ...wordsOf(entry) }))).execute()
  }
  for (const entry of entries) {
    const there = known.get(entry.code)
    if (!there) continue
    if (there.titleBg !== entry.title.bg || there.titleEn !== entry.title.en) await renameThing(writer, { id: there.id, title: entry.title })
    await db.updateTable('evidence.dataset').set(wordsOf(entry)).where('code', '=', entry.code).execute()
  }
}
const isSource = (text: string): boolean => /^[a-z][a-z0-9-]*$/.test(text)
const wordsOf = (entry: DatasetEntry) => ({
  ...(isSource(entry.source) ? { source: entry.source, publisher: null } : { source: 'own', publisher: entry.source }), titleBg: entry.title.bg, titleEn: entry.title.en, doi: entry.doi,
  licenceId: entry.licence.id, licenceNameBg: entry.licence.name.bg, licenceNameEn: entry.licence.name.en, licenceAddress: entry.licence.address,
  address: entry.address, download: entry.download, regionDimension: entry.regionDimension, regionCodes: entry.regionCodes, frequency: entry.frequency,
  dimensions: [...entry.dimensions], noteBg: entry.note?.bg ?? null, noteEn: entry.note?.en ?? null,
})

/** The number of the selection: an old one where the same was wanted before. What may be expected of its values is taken anew. */
export const wantSelections = async (writer: Writer, entries: readonly SelectionEntry[]): Promise<readonly number[]> => {
  if (entries.length === 0) return []
  const db = writer.withTables<DatasetTables>()
  const numbers = new Map<string, number>()
  const put = await db.insertInto('evidence.selection').values(unlike(entries).map((entry) => ({
    key: entry.key, dataset: entry.dataset, filter: JSON.stringify(entry.filter), filterText: filterText(entry.filter),
    unitId: entry.unit.id, unitScale: entry.unit.scale, unitCurrency: entry.unit.currency, unitPercent: entry.unit.percent,
    adds: entry.limits.adds, whole: entry.limits.whole === 'yes', absent: entry.limits.absent ?? 'held', low: entry.limits.low, high: entry.limits.high,
  }))).onConflict((conflict) => conflict.columns(['dataset', 'filterText']).doUpdateSet((eb) => ({
    key: eb.ref('excluded.key'), adds: eb.ref('excluded.adds'), whole: eb.ref('excluded.whole'), absent: eb.ref('excluded.absent'), low: eb.ref('excluded.low'), high: eb.ref('excluded.high'),
  }))).returning(['number', 'dataset', 'filterText']).execute()
  for (const row of put) numbers.set(`${row.dataset} ${row.filterText}`, row.number)
  return entries.map((entry) => numbers.get(`${entry.dataset} ${filterText(entry.filter)}`) as number)
}
/** One statement cannot touch a row twice: two indicators with the same filter share the first one's selection. */
const unlike = (entries: readonly SelectionEntry[]): readonly SelectionEntry[] =>
  [...new Map(entries.toReversed().map((entry) => [`${entry.dataset} ${filterText(entry.filter)}`, entry])).values()]

export type NewVintage = Pick<Vintage, 'dataset' | 'origin' | 'receivedAt' | 'address' | 'fileName' | 'mediaType' | 'bytesSha256' | 'contentSha256' | 'originalSha256' | 'size' | 'readerVersion' | 'licence'> & {
  readonly by: AccountId | null
  readonly host: string
  readonly process: number
  readonly parameters?: Provenance
}
/** Marks a vintage as arriving. The database lets only one of a dataset arrive at a time (23505 on vintage_arriving). */
export const beginVintage = async (writer: Writer, vintage: NewVintage): Promise<number> => {
  const { by, host, process, licence, parameters, ...facts } = vintage
  const db = writer.withTables<DatasetTables>()
  const { number } = await db.insertInto('evidence.vintage').values({
    ...facts, ...(parameters === undefined ? {} : { parameters: JSON.stringify(parameters) }), licenceId: licence, state: 'arriving', asOf: dayOf(vintage.receivedAt), stamp: null, nutsVersion: null, newest: null,
    broughtBy: by, settledAt: null, decidedBy: null, decidedAt: null, reason: null,
  }).returning('number').executeTakeFirstOrThrow()
  await db.insertInto('evidence.importProgress').values({ vintage: number, step: 'reading', bytesInAll: vintage.size, host, process, startedAt: vintage.receivedAt, seenAt: vintage.receivedAt }).execute()
  await db.updateTable('evidence.dataset').set({ lastTriedAt: vintage.receivedAt }).where('code', '=', vintage.dataset).execute()
  return number
}
const dayOf = (time: Date): string => time.toISOString().slice(0, 10)

export type Batch = { readonly vintage: number; readonly chunks: readonly Uint8Array[]; readonly axes: readonly { readonly number: number; readonly periods: readonly Period[] }[] }
/** A part of the series, in PostgreSQL's binary format (rules/series-copy.ts), with the axes it is the first to use. */
export const copyBatch = async (writer: Writer, batch: Batch): Promise<void> => {
  const db = writer.withTables<DatasetTables>()
  for (const axis of batch.axes) await db.insertInto('evidence.axis').values({ vintage: batch.vintage, ...axis }).execute()
  await copyBytes(writer, { table: 'evidence.series', columns: seriesColumns, chunks: batch.chunks, format: 'binary' })
}
/** A crash loses what arrives anyway; the act that settles the vintage waits for the disk, and with it for all before. */
export const copyArriving = async (writer: Writer, batch: Batch): Promise<void> => {
  await rows(writer, sql`set local synchronous_commit = off`)
  await copyBatch(writer, batch)
}
const seriesColumns = ['vintage', 'selection', 'region', 'axis', 'decimals', 'cell_values', 'flags', 'missing'] as const

export const noteProgress = async (writer: Writer, at: { vintage: number; step: ImportStep; bytesRead: number; seriesStored: number; now: Date }): Promise<void> => {
  await writer.withTables<DatasetTables>().updateTable('evidence.importProgress')
    .set({ step: at.step, bytesRead: at.bytesRead, seriesStored: at.seriesStored, seenAt: at.now }).where('vintage', '=', at.vintage).execute()
}

/** An import that was interrupted leaves nothing behind but its file. */
export const clearArriving = async (writer: Writer, number: number): Promise<void> => {
  const db = writer.withTables<DatasetTables>()
  const gone = await db.deleteFrom('evidence.vintage').where('number', '=', number).where('state', '=', 'arriving').returning('number').executeTakeFirst()
  if (gone) await db.deleteFrom('evidence.series').where('vintage', '=', number).execute()
}

/** Series of regions that the file's NUTS version does not know are not stored under a wrong pair. */
export const dropRegions = async (writer: Writer, from: { vintage: number; regions: readonly string[] }): Promise<void> => {
  if (from.regions.length === 0) return
  await rows(writer, sql`delete from evidence.series where vintage = ${from.vintage} and region = any(${[...from.regions]}::text[])`)
}

/** Cells that the file gives under a code which then meant another territory: the source has none for the region as it is. */
export const dropCells = async (writer: Writer, from: { vintage: number; cells: readonly StoredCells[] }): Promise<void> => {
  for (const { selection, region, periods } of from.cells) {
    await rows(writer, sql`update evidence.series s set (cell_values, missing) = (
        select array_agg(case when cell.period = any(${[...periods]}::text[]) then 'NaN'::float8 else cell.value end order by cell.at),
          string_agg(case when cell.period = any(${[...periods]}::text[]) then ${writeMissing(['notServed'])} else substr(coalesce(s.missing, repeat('.', cardinality(s.cell_values))), cell.at::int, 1) end, '' order by cell.at)
        from unnest(a.periods, s.cell_values) with ordinality as cell (period, value, at))
      from evidence.axis a where a.vintage = s.vintage and a.number = s.axis and s.vintage = ${from.vintage} and s.selection = ${selection} and s.region = ${region}`)
  }
}

export type Filling = Batch & { readonly cells: readonly StoredCells[]; readonly dataset: string; readonly series: number; readonly newest: Period | null }
/** Series that were wanted after their vintage had come, from the same file. */
export const fillVintage = async (writer: Writer, filling: Filling): Promise<void> => {
  const { vintage, dataset, series } = filling
  await copyBatch(writer, filling)
  await dropCells(writer, { vintage, cells: filling.cells })
  const db = writer.withTables<DatasetTables>()
  await db.updateTable('evidence.vintage').set((eb) => ({ seriesKept: eb('seriesKept', '+', series), newest: eb.fn.coalesce('newest', eb.val(filling.newest)) })).where('number', '=', vintage).execute()
  await recordAct(writer, { who: null, act: 'evidence.vintage.fill', after: { dataset, vintage, series } })
}

export type SettledVintage = {
  readonly number: number
  readonly dataset: string
  readonly asOf: string
  readonly dateFrom: Vintage['dateFrom']
  readonly stamp: string | null
  readonly format: string
  readonly nutsVersion: NutsVersion | null
  readonly rows: number
  readonly cells: number
  readonly seriesKept: number
  readonly newest: Period | null
  readonly codes: Readonly<Record<string, readonly string[]>>
  readonly report: Report
  readonly revision: Revision | null
  /** why it was refused, for the dataset's page; null when it was not */
  readonly problem: Bilingual | null
  readonly by: AccountId | null
  readonly now: Date
}
/** The last short act of an import: what arrived becomes current, is held for a person, or is refused. */
export const settleVintage = async (writer: Writer, settled: SettledVintage): Promise<Vintage['state']> => {
  const db = writer.withTables<DatasetTables>()
  const { number, dataset, report, now } = settled
  const current = await db.selectFrom('evidence.vintage').select(['number', 'asOf', 'origin']).where('dataset', '=', dataset).where('state', '=', 'current').executeTakeFirst()
  const state = stateAfter({ outcome: report.outcome, asOf: settled.asOf, current: current ?? null })
  // Instead of a key checked row by row: all series at once.
  const [strays] = await rows(writer, sql<{ count: number }>`select count(*) as count from evidence.series s where s.vintage = ${number}
    and not (exists (select from evidence.selection n where n.number = s.selection) and exists (select from evidence.axis a where a.vintage = s.vintage and a.number = s.axis))`)
  if (strays && strays.count > 0) throw new Error(`vintage ${number}: ${strays.count} series name a selection or an axis that is not there`)
  if (state === 'current' && current) await db.updateTable('evidence.vintage').set({ state: 'superseded' }).where('number', '=', current.number).execute()
  const done = await db.updateTable('evidence.vintage').set({
    state, asOf: settled.asOf, dateFrom: settled.dateFrom, stamp: settled.stamp, format: settled.format, nutsVersion: settled.nutsVersion, rowsRead: settled.rows, cellsRead: settled.cells,
    seriesKept: state === 'refused' ? 0 : settled.seriesKept, newest: settled.newest, codes: JSON.stringify(settled.codes), settledAt: now,
  }).where('number', '=', number).where('state', '=', 'arriving').returning('number').executeTakeFirst()
  if (!done) throw new Error(`vintage ${number} is not arriving any more: another process cleared it away`)
  if (state === 'refused') await db.deleteFrom('evidence.series').where('vintage', '=', number).execute()
  await keepReport(writer, { number, report })
  if (settled.revision && state !== 'refused') await keepRevision(writer, settled.revision)
  await db.deleteFrom('evidence.importProgress').where('vintage', '=', number).execute()
  await db.updateTable('evidence.dataset').set({
    lastTriedAt: now, lastProblem: settled.problem === null ? null : JSON.stringify(settled.problem), ...(state === 'refused' ? {} : { lastGoodAt: now }),
  }).where('code', '=', dataset).execute()
  await recordAct(writer, { who: settled.by, act: 'evidence.vintage.settle', after: { dataset, vintage: number, state, series: settled.seriesKept, asOf: settled.asOf } })
  return state
}
const keepReport = async (writer: Writer, from: { number: number; report: Report }): Promise<void> => {
  const db = writer.withTables<DatasetTables>()
  const { number, report } = from
  await db.insertInto('evidence.checkResult').values(report.checks.map((check) => ({ vintage: number, checkName: check.check, result: check.result, lookedAt: check.lookedAt, found: check.found }))).execute()
  for (let at = 0; at < report.remarks.length; at += 500) {
    await db.insertInto('evidence.remark').values(report.remarks.slice(at, at + 500).flatMap(({ check, result, facts, ...where }) =>
      (result === 'passed' ? [] : [{ vintage: number, checkName: check, result, facts: JSON.stringify(facts), ...where }]))).execute()
  }
}
const keepRevision = async (writer: Writer, revision: Revision): Promise<void> => {
  await writer.withTables<DatasetTables>().insertInto('evidence.revision').values({
    toVintage: revision.to, fromVintage: revision.from, compared: revision.compared, changed: revision.changed, appeared: revision.appeared, vanished: revision.vanished,
    flagsChanged: revision.flagsChanged, largest: revision.largest && JSON.stringify(revision.largest), atHome: JSON.stringify(revision.atHome),
  }).execute()
}

/** A fetch that failed: the old figures stay, and the dataset's page says why there are no newer ones. */
export const noteFailure = async (writer: Writer, failure: { dataset: string; problem: Bilingual; now: Date }): Promise<void> => {
  await writer.withTables<DatasetTables>().updateTable('evidence.dataset').set({ lastTriedAt: failure.now, lastProblem: JSON.stringify(failure.problem) }).where('code', '=', failure.dataset).execute()
}

export type Decision = { readonly number: number; readonly decision: 'accept' | 'refuse'; readonly reason: string }
/** A person decides on a held vintage, with a reason that everybody may read. */
export const decideVintage = async (at: Pick<WriteVisit, 'writer' | 'now'> & { readonly by: AccountId | null }, decision: Decision): Promise<Vintage['state'] | 'none' | 'settled'> => {
  const db = at.writer.withTables<DatasetTables>()
  const vintage = await db.selectFrom('evidence.vintage').select(['number', 'dataset', 'state', 'asOf']).where('number', '=', decision.number).forUpdate().executeTakeFirst()
  if (!vintage) return 'none'
  if (!mayDecide(vintage.state)) return 'settled'
  const current = await db.selectFrom('evidence.vintage').select(['number', 'asOf', 'origin']).where('dataset', '=', vintage.dataset).where('state', '=', 'current').executeTakeFirst()
  const state = stateAfter({ outcome: decision.decision === 'accept' ? 'go' : 'stop', asOf: vintage.asOf, current: current ?? null })
  if (state === 'current' && current) await db.updateTable('evidence.vintage').set({ state: 'superseded' }).where('number', '=', current.number).execute()
  await db.updateTable('evidence.vintage').set({ state, decidedBy: at.by, decidedAt: at.now, reason: decision.reason, ...(state === 'refused' ? { seriesKept: 0 } : {}) }).where('number', '=', vintage.number).execute()
  if (state === 'refused') await db.deleteFrom('evidence.series').where('vintage', '=', vintage.number).execute()
  await recordAct(at.writer, {
    who: at.by, act: `evidence.vintage.${decision.decision}`, before: { state: 'held' }, after: { dataset: vintage.dataset, vintage: vintage.number, state }, why: decision.reason,
  })
  return state
}

const decide = async (visit: WriteVisit, decision: Decision): Promise<PostAnswer> => {
  const vintage = await visit.writer.withTables<DatasetTables>().selectFrom('evidence.vintage').select('dataset').where('number', '=', decision.number).executeTakeFirst()
  const state = await decideVintage({ writer: visit.writer, now: visit.now, by: visit.who.account }, decision)
  if (state === 'none' || !vintage) return notFound
  if (state === 'settled') {
    return problems([{ field: '', text: { bg: 'За това издание вече е решено. Презаредете страницата, за да видите как.', en: 'This vintage has been decided on already. Reload the page to see how.' } }])
  }
  return see(vintagePath(vintage.dataset, decision.number), decision.decision === 'accept' ? 'evidence_notice_accepted' : 'evidence_notice_refused')
}
export const acceptVintage = (visit: WriteVisit, decision: Omit<Decision, 'decision'>): Promise<PostAnswer> => decide(visit, { ...decision, decision: 'accept' })
export const refuseVintage = (visit: WriteVisit, decision: Omit<Decision, 'decision'>): Promise<PostAnswer> => decide(visit, { ...decision, decision: 'refuse' })

