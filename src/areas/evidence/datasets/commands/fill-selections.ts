// An indicator defined after its dataset came: its series are read from the file that was kept, into the vintage that is read.
// All at once, so that nobody sees a part of them.
import type { FileFacts } from '#kernel/observation.ts'
import { ReadProblem } from '#kernel/observation.ts'
import { readBatches } from '#sources/read-file.ts'
import { getAtlas, listCodeSets, listInstituteCodes } from '#areas/evidence/regions/read.ts'
import { Axes } from '../rules/axes.ts'
import { noCheckBook } from '../rules/check-cross.ts'
import { Examination } from '../rules/examination.ts'
import type { Report } from '../rules/remarks.ts'
import { SeriesCopy } from '../rules/series-copy.ts'
import { findCurrent, findDatasetByCode, listAxes, listUnfilled } from '../read.ts'
import { fillVintage } from '../write.ts'
import type { ImportStore } from './import-ask.ts'

export type FillEnd =
  | { readonly kind: 'filled'; readonly vintage: number; readonly series: number; readonly report: Report }
  /** every wanted series is there, or there is no vintage yet */
  | { readonly kind: 'nothing' }
  /** the starter pack holds an extract only: the whole file has to come first */
  | { readonly kind: 'noFile' }
  | { readonly kind: 'refused'; readonly report: Report }

export const fillSelections = async (store: ImportStore, asked: { readonly dataset: string; readonly signal?: AbortSignal }): Promise<FillEnd> => {
  const basis = await store.reading(async (reader) => {
    const [dataset, current, atlas, sets] = await Promise.all([findDatasetByCode(reader, asked.dataset), findCurrent(reader, asked.dataset), getAtlas(reader), listCodeSets(reader)])
    if (!dataset || !current) return undefined
    const [selections, axes, instituteCodes] = await Promise.all([listUnfilled(reader, { dataset: dataset.code, vintage: current.number }), listAxes(reader, current.number), listInstituteCodes(reader, atlas.version)])
    return { dataset, current, atlas, sets, selections, axes, instituteCodes }
  }, { as: 'staff', fresh: 'primary' })
  if (!basis || basis.selections.length === 0) return { kind: 'nothing' }
  if (basis.current.origin === 'pack' || !(await store.files.find(basis.current.bytesSha256))) return { kind: 'noFile' }
  const { current } = basis
  const examination = new Examination({ ...basis, book: noCheckBook, stated: current.nutsVersion })
  const copy = new SeriesCopy()
  const axes = new Axes(basis.axes)
  const inVersion = current.nutsVersion === null ? undefined : basis.sets.get(current.nutsVersion)
  let facts: FileFacts
  try {
    const batches = readBatches(store.files.read(current.bytesSha256), examination.want, asked.signal ? { signal: asked.signal } : {})
    for (;;) {
      const next = await batches.next()
      if (next.done) { facts = next.value; break }
      examination.take(next.value, ({ selection, region, block }) => {
        if (inVersion && !inVersion.has(region) && !basis.atlas.regions.has(region)) return
        copy.add({ vintage: current.number, selection: selection.number, region, axis: axes.numberOf(block), decimals: block.decimals, values: block.values, flags: block.flags, missing: block.missing })
      })
    }
  } catch (problem) {
    if (!(problem instanceof ReadProblem)) throw problem
    return { kind: 'refused', report: examination.refuse(problem) }
  }
  examination.checkFile(facts, null)
  const report = examination.list.toReport()
  if (report.outcome === 'stop') return { kind: 'refused', report }
  const series = copy.rows
  const cells = examination.dropFormerRegions()
  await store.writing((writer) => fillVintage(writer, { vintage: current.number, cells, dataset: asked.dataset, chunks: copy.take(), axes: axes.takeNew(), series, newest: examination.newest }))
  return { kind: 'filled', vintage: current.number, series, report }
}
