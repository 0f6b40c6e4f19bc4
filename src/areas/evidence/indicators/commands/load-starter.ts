// The starter pack and the catalogue at start: loaded whole or not at all, in one act; nothing is done when nothing changed.
import { createHash } from 'node:crypto'
import type { SeriesBlock } from '#kernel/observation.ts'
import { StartProblem } from '#store/start-problem.ts'
import type { Store } from '#store/store.ts'
import { thisProcess } from '#store/this-process.ts'
import { findHome, listInstituteCodes } from '#areas/evidence/regions/read.ts'
import { makeAtlas } from '#areas/evidence/regions/rules.ts'
import { describeHome, loadChanges, loadRegions, noteCatalogue, settleHome } from '#areas/evidence/regions/write.ts'
import { findCurrent, findSameFile, listSelections } from '#areas/evidence/datasets/read.ts'
import type { CheckBook } from '#areas/evidence/datasets/rules/check-cross.ts'
import type { Selection } from '#areas/evidence/datasets/rules.ts'
import { Axes } from '#areas/evidence/datasets/rules/axes.ts'
import { Examination } from '#areas/evidence/datasets/rules/examination.ts'
import { SeriesCopy } from '#areas/evidence/datasets/rules/series-copy.ts'
import { beginVintage, copyBatch, settleVintage, takeInDatasets } from '#areas/evidence/datasets/write.ts'
import type { Reader, Writer } from '#store/handle.ts'
import { takeInCatalogue } from '../write.ts'
import { hashOf, parseCatalogue, readCatalogueFiles } from './catalogue-files.ts'
import type { Pack, SeriesFile } from './pack-files.ts'
import { parsePack, parsePackNotes, readPackFiles } from './pack-files.ts'

export type StarterAsk = { readonly checkout: string; readonly packFolder: string; readonly now: Date }
export type StarterAnswer =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'pack'; readonly region: string; readonly asOf: string; readonly datasets: number; readonly series: number; readonly indicators: number }
  | { readonly kind: 'catalogue'; readonly indicators: number }

export const loadStarter = async (store: Store, ask: StarterAsk): Promise<StarterAnswer> => {
  const [catalogueFiles, packFiles, home] = await Promise.all([
    readCatalogueFiles(ask.checkout), readPackFiles(ask.packFolder), store.reading(findHome, { as: 'staff', fresh: 'primary' }),
  ])
  const catalogueSha256 = hashOf(catalogueFiles)
  const packSha256 = hashOf(packFiles)
  const samePack = home?.packSha256 === packSha256
  if (samePack && home.catalogueSha256 === catalogueSha256) return { kind: 'nothing' }
  const catalogue = parseCatalogue(catalogueFiles, parsePackNotes(packFiles))
  if (samePack) {
    const indicators = await store.writing(async (writer) => {
      await takeInDatasets(writer, catalogue.datasets)
      const changed = await takeInCatalogue({ writer, now: ask.now, by: null }, catalogue.indicators)
      await noteCatalogue(writer, { sha256: catalogueSha256, now: ask.now })
      return changed
    })
    return { kind: 'catalogue', indicators }
  }
  const pack = parsePack(packFiles)
  if (home !== undefined && home.code !== pack.home.code) throw otherRegion({ here: home.code, asked: pack.home.code })
  await Promise.all(pack.series.map((file) => store.files.keep(file.bytes)))
  return store.writing(async (writer) => {
    await loadRegions(writer, pack.regions)
    await loadChanges(writer, pack.changes)
    await takeInDatasets(writer, catalogue.datasets)
    const indicators = await takeInCatalogue({ writer, now: ask.now, by: null }, catalogue.indicators)
    const loaded = await loadSeries(writer, { ...ask, pack, book: catalogue.book })
    await settleHome(writer, { code: pack.home.code, version: pack.home.version, pack: pack.home.code, packSha256, packAsOf: pack.asOf, catalogueSha256, now: ask.now })
    await describeHome(writer, pack.home)
    return { kind: 'pack' as const, region: pack.home.code, asOf: pack.asOf, indicators, ...loaded }
  })
}

/** One installation is one region: figures, people and decisions of one would stand under the name of the other. */
const otherRegion = ({ here, asked }: { readonly here: string; readonly asked: string }): StartProblem => new StartProblem({
  code: 'setting',
  what: { bg: `Тази база данни е на регион ${here}, а пакетът за показване е на ${asked}. Нищо не е променено.`, en: `This database is that of region ${here}, and the pack to serve is that of ${asked}. Nothing was changed.` },
  todo: { bg: `Пуснете с POSOKA_REGION=${here} или посочете за ${asked} друга папка в POSOKA_DATA.`, en: `Start it with POSOKA_REGION=${here}, or name another folder for ${asked} in POSOKA_DATA.` },
})

type Loading = StarterAsk & { readonly pack: Pack; readonly book: CheckBook }
const loadSeries = async (writer: Writer, from: Loading): Promise<{ datasets: number; series: number }> => {
  const { pack } = from
  const selections = await listSelections(writer.reader)
  const atlas = makeAtlas({ version: pack.home.version, home: pack.home.code, regions: pack.regions.filter((region) => region.version === pack.home.version), changes: pack.changes })
  const instituteCodes = await listInstituteCodes(writer.reader, pack.home.version)
  let datasets = 0
  let series = 0
  for (const file of pack.series) {
    if (!(await isWanted(writer.reader, file))) continue
    const own = selections.filter((selection) => selection.dataset === file.manifest.dataset)
    const examination = new Examination({
      dataset: { code: file.manifest.dataset, dimensions: [], regionDimension: 'geo', regionCodes: 'nuts' }, selections: own, atlas, sets: new Map(), instituteCodes, book: from.book,
      stated: file.manifest.nutsVersion,
    })
    series += await loadFile(writer, { ...from, file, own, examination })
    datasets += 1
  }
  return { datasets, series }
}
/** A file somebody imported since is newer than the extract: the extract of the same or an earlier day is left out. */
const isWanted = async (reader: Reader, file: SeriesFile): Promise<boolean> => {
  const dataset = file.manifest.dataset
  const [same, current] = await Promise.all([
    findSameFile(reader, { dataset, bytesSha256: shaOf(file.bytes), contentSha256: file.contentSha256 }), findCurrent(reader, dataset),
  ])
  return same === undefined && (current === undefined || current.origin === 'pack' || current.asOf < file.manifest.vintage)
}
const shaOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

type File = Loading & { readonly file: SeriesFile; readonly own: readonly Selection[]; readonly examination: Examination }
const loadFile = async (writer: Writer, from: File): Promise<number> => {
  const { file, now, examination } = from
  const { manifest } = file
  const vintage = await beginVintage(writer, {
    dataset: manifest.dataset, origin: 'pack', receivedAt: new Date(`${manifest.received}T00:00:00Z`), address: manifest.address, fileName: file.name,
    mediaType: file.name.endsWith('.gz') ? 'application/gzip' : 'text/csv', bytesSha256: shaOf(file.bytes), contentSha256: file.contentSha256, originalSha256: manifest.sha256,
    size: file.bytes.length, readerVersion: 'pack', licence: manifest.licence, by: null, host: thisProcess.host, process: thisProcess.process,
  })
  const copy = new SeriesCopy()
  const axes = new Axes()
  examination.take(blocksOf(from), ({ selection, region, block }) => {
    copy.add({ vintage, selection: selection.number, region, axis: axes.numberOf(block), decimals: block.decimals, values: block.values, flags: block.flags, missing: block.missing })
  })
  await copyBatch(writer, { vintage, chunks: copy.take(), axes: axes.takeNew() })
  examination.checkValues(manifest.nutsVersion, new Map())
  const report = examination.list.toReport()
  await settleVintage(writer, {
    number: vintage, dataset: manifest.dataset, asOf: manifest.vintage, dateFrom: 'source', stamp: manifest.stamp, format: 'starter-pack', nutsVersion: manifest.nutsVersion,
    rows: file.series.length, cells: file.series.reduce((sum, one) => sum + one.run.periods.length, 0), seriesKept: examination.seriesKept, newest: examination.newest,
    // What is in the pack was looked at before it was packed: what the checks say is shown, and holds nothing back.
    codes: {}, report: { ...report, outcome: 'go' }, revision: null, problem: null, by: null, now,
  })
  return examination.seriesKept
}
/** Pack lines as a reader would give them: by the codes of their selection. Two indicators of one filter are one series. */
const blocksOf = ({ file, own }: File): readonly SeriesBlock[] => {
  const byKey = new Map(own.map((selection) => [selection.key, selection]))
  const seen = new Set<string>()
  return file.series.flatMap(({ key, region, run }): SeriesBlock[] => {
    const selection = byKey.get(key)
    if (!selection || seen.has(`${selection.number} ${region}`)) return []
    seen.add(`${selection.number} ${region}`)
    return [{ ...run, key: { ...Object.fromEntries(Object.entries(selection.filter).map(([name, codes]) => [name, codes[0] ?? ''])), geo: region } }]
  })
}
