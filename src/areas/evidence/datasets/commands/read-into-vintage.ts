// The long part of an import: reading and storing side by side, then the checks, then the last short act.
import type { FileFacts } from '#kernel/observation.ts'
import { ReadProblem } from '#kernel/observation.ts'
import type { KeptFile } from '#store/files.ts'
import { matchNsiCodes } from '#sources/nsi-codes.ts'
import { readBatches } from '#sources/read-file.ts'
import { findHome, getAtlas, listCodeSets, listInstituteCodes } from '#areas/evidence/regions/read.ts'
import { checkListed } from '../rules/check-codes.ts'
import { Axes } from '../rules/axes.ts'
import { datingBeside, datingOf } from '../rules/stamps.ts'
import type { ComparedWith } from '../rules/examination.ts'
import { Examination } from '../rules/examination.ts'
import { SeriesCopy } from '../rules/series-copy.ts'
import type { Dataset } from '../rules.ts'
import { isOlder } from '../rules.ts'
import type { Before } from '../read.ts'
import { countVintageSeries, findCurrent, listSelections } from '../read.ts'
import { copyArriving, dropCells, dropRegions, noteProgress, settleVintage } from '../write.ts'
import { compareWithBefore, readElsewhere } from './compare.ts'
import type { ImportEnd } from '../rules/import-words.ts'
import type { ImportAsk, ImportStore } from './import-ask.ts'

type Arriving = { readonly ask: ImportAsk; readonly dataset: Dataset; readonly file: KeptFile; readonly vintage: number }

/** Series per batch: a megabyte or so, some twenty milliseconds of the database. */
const rowsPerBatch = 4_000

export const readIntoVintage = async (store: ImportStore, from: Arriving): Promise<ImportEnd> => {
  const { ask, dataset, vintage } = from
  const basis = await loadBasis(store, dataset.code)
  const { before } = basis
  const examination = new Examination({
    dataset, selections: basis.selections, atlas: basis.atlas, sets: basis.sets, instituteCodes: basis.instituteCodes, book: ask.book,
    stated: ask.nutsVersion ?? null,
  })
  let facts: FileFacts
  try {
    facts = await readAndStore(store, { ...from, examination })
  } catch (problem) {
    if (!(problem instanceof ReadProblem)) throw problem
    const report = examination.refuse(problem)
    const dating = datingOf({ stated: ask.asOf ?? null, stamp: null, receivedAt: ask.now() })
    const state = await store.writing((writer) => settleVintage(writer, {
      number: vintage, dataset: dataset.code, ...dating, stamp: null, format: '', nutsVersion: null,
      rows: 0, cells: 0, seriesKept: 0, newest: null, codes: {}, report, revision: null, problem: problem.text, by: ask.by ?? null, now: ask.now(),
    }))
    return { kind: 'settled', vintage, state, ...dating, series: 0, wanted: basis.selections.length, report, revision: null }
  }
  ask.signal?.throwIfAborted()
  progress(from, { step: 'checking', read: from.file.size, stored: examination.seriesKept })
  const dated = datingOf({ stated: ask.asOf ?? null, stamp: facts.stamp, receivedAt: ask.now() })
  // A file older than the one that is read is history: what it says differently is no revision.
  const compared = before && !isOlder(dated.asOf, before.asOf) ? comparedWith(before) : null
  const { version, strangers } = examination.checkFile(facts, compared)
  if (ask.codeLists) checkListed(examination.list, matchNsiCodes(ask.codeLists, facts).map(({ dimension, list, unknown }) => ({ dimension, isListed: list !== null, unknown })))
  await store.writing((writer) => dropRegions(writer, { vintage, regions: strangers }), { quiet: 'yes' })
  if (!examination.list.has('stop')) {
    await store.writing((writer) => dropCells(writer, { vintage, cells: examination.dropFormerRegions() }), { quiet: 'yes' })
    if (before && compared) await compareWithBefore(store, { examination, selections: basis.selections, before, compared, vintage, ...(ask.signal ? { signal: ask.signal } : {}) })
    examination.checkValues(version, await readElsewhere(store, { book: ask.book, own: new Set(examination.home.keys()), dataset: dataset.code }))
  }
  ask.signal?.throwIfAborted()
  progress(from, { step: 'settling', read: from.file.size, stored: examination.seriesKept })
  const report = examination.list.toReport()
  const revision = examination.revisionTo(vintage)
  const dating = datingBeside(dated, { before, figures: examination.figures })
  const series = await countSeries(store, { vintage, kept: examination.seriesKept, dropped: strangers.length })
  const state = await store.writing((writer) => settleVintage(writer, {
    number: vintage, dataset: dataset.code, ...dating, stamp: facts.stamp, format: facts.format,
    nutsVersion: version, rows: facts.series, cells: facts.cells, seriesKept: series, newest: examination.newest,
    codes: examination.codesOf(facts, version), report, revision, problem: null, by: ask.by ?? null, now: ask.now(),
  }))
  progress(from, { step: 'done', read: from.file.size, stored: series })
  return { kind: 'settled', vintage, state, ...dating, series, wanted: basis.selections.length, report, revision }
}

const comparedWith = (before: Before): ComparedWith => ({
  vintage: before.number,
  // A starter pack holds an extract: its rows say nothing about those of the whole file.
  rows: before.origin === 'pack' ? null : before.rows,
  nutsVersion: before.origin === 'pack' ? null : before.nutsVersion,
  codes: before.origin === 'pack' ? {} : before.codes,
})

const loadBasis = (store: ImportStore, code: string) => store.reading(async (reader) => {
  const [atlas, sets, selections, before, home] = await Promise.all([
    getAtlas(reader), listCodeSets(reader), listSelections(reader, { dataset: code }), findCurrent(reader, code), findHome(reader),
  ])
  return { atlas, sets, selections, before, instituteCodes: await listInstituteCodes(reader, home?.version ?? atlas.version) }
}, { as: 'staff', fresh: 'primary' })

const progress = (from: Arriving, at: { step: 'reading' | 'checking' | 'settling' | 'done'; read: number; stored: number }): void =>
  from.ask.onProgress?.({ step: at.step, bytesRead: at.read, bytesInAll: from.file.size, seriesStored: at.stored })

const readAndStore = async (store: ImportStore, from: Arriving & { readonly examination: Examination }): Promise<FileFacts> => {
  const { ask, file, vintage, examination } = from
  let bytesRead = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of store.files.read(file.sha256)) { bytesRead += chunk.length; yield chunk }
  }
  const copy = new SeriesCopy()
  const axes = new Axes()
  // One batch is on its way to the database while the next is read; never more than one.
  let sending: Promise<void> = Promise.resolve()
  const send = async (): Promise<void> => {
    await sending
    const batch = { vintage, chunks: copy.take(), axes: axes.takeNew() }
    const stored = examination.seriesKept
    sending = store.writing(async (writer) => {
      await copyArriving(writer, batch)
      await noteProgress(writer, { vintage, step: 'reading', bytesRead, seriesStored: stored, now: ask.now() })
    }, { quiet: 'yes' }).then(() => copy.giveBack(batch.chunks))
    // Awaited at the next batch; until then it must not count as unhandled.
    sending.catch(() => {})
    progress(from, { step: 'reading', read: bytesRead, stored })
  }
  const batches = readBatches(counted(), examination.want, { ...(ask.signal ? { signal: ask.signal } : {}), ...(ask.table ? { table: ask.table } : {}) })
  try {
    for (;;) {
      const next = await batches.next()
      if (next.done) {
        if (copy.rows > 0) await send()
        await sending
        return next.value
      }
      examination.take(next.value, ({ selection, region, block }) => {
        copy.add({ vintage, selection: selection.number, region, axis: axes.numberOf(block), decimals: block.decimals, values: block.values, flags: block.flags, missing: block.missing })
      })
      if (copy.rows >= rowsPerBatch) await send()
    }
  } finally {
    await sending.catch(() => {})
    await batches.return(undefined as never)
  }
}

const countSeries = async (store: ImportStore, at: { vintage: number; kept: number; dropped: number }): Promise<number> => {
  if (at.dropped === 0) return at.kept
  return store.reading((reader) => countVintageSeries(reader, at.vintage), { as: 'staff', fresh: 'primary' })
}
