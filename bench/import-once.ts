// One import of one file into an empty database of its own, in a process of its own. Everything in the file is wanted: every
// combination of codes is a selection, every region code is known. What is measured begins with the file and ends when the
// vintage is current.
import { createReadStream } from 'node:fs'
import { readBatches } from '#sources/read-file.ts'
import { findCheckout } from '#store/checkout.ts'
import { readSettings } from '#store/settings.ts'
import { openStore } from '#store/store.ts'
import { importFile } from '#areas/evidence/datasets/commands/import-file.ts'
import { noCheckBook } from '#areas/evidence/datasets/rules/check-cross.ts'
import { takeInDatasets, wantSelections } from '#areas/evidence/datasets/write.ts'
import { loadRegions, settleHome } from '#areas/evidence/regions/write.ts'
import { peakMemory } from './child.ts'
import { makeFolder } from './product.ts'

export type Imported = { readonly seconds: number; readonly memory: number; readonly series: number }

/** The codes of the file; read before, so that it does not count. */
const codesOf = async (file: string): Promise<Readonly<Record<string, readonly string[]>>> => {
  const batches = readBatches(createReadStream(file), { geo: new Set() })
  for (;;) {
    const next = await batches.next()
    if (next.done) return next.value.codes
  }
}
const settle = async (file: string, folder: string) => {
  const codes = await codesOf(file)
  const store = await openStore(readSettings({ POSOKA_DATA: folder }, findCheckout()))
  const name = { bg: '–', en: '–' }
  await store.writing(async (writer) => {
    await loadRegions(writer, (codes.geo ?? []).map((code) => ({ code, version: '2021', level: code === 'BG' ? 'country' : 'nuts3', nsi: null, parent: code === 'BG344' ? 'BG' : null, name })))
    await settleHome(writer, { code: 'BG344', version: '2021', pack: 'bench', packSha256: '0'.repeat(64), packAsOf: '2024', catalogueSha256: '0'.repeat(64), now: new Date() })
    await takeInDatasets(writer, [{
      code: 'bd_size_r3', source: 'eurostat', title: name, doi: null, licence: { id: '–', name, address: '–' }, address: '–', download: null, regionDimension: 'geo', regionCodes: 'nuts',
      frequency: 'A', dimensions: [], note: null,
    }])
    const all = (codes.indic_sb ?? []).flatMap((indicator) => (codes.sizeclas ?? []).flatMap((size) => (codes.nace_r2 ?? []).map((nace) => ({
      key: `bench.${indicator}.${size}.${nace}`, dataset: 'bd_size_r3', filter: { indic_sb: [indicator], sizeclas: [size], nace_r2: [nace] },
      unit: { id: 'number', scale: 1, currency: null, percent: false }, limits: { adds: 'no' as const, whole: 'no' as const, low: 0, high: null },
    }))))
    for (let at = 0; at < all.length; at += 1000) await wantSelections(writer, all.slice(at, at + 1000))
  })
  return store
}

const [file = ''] = process.argv.slice(2)
const folder = makeFolder()
const store = await settle(file, folder.path)
try {
  const began = performance.now()
  const end = await importFile(store, {
    dataset: 'bd_size_r3', bytes: createReadStream(file), fileName: 'bench', origin: 'file', address: 'bench', book: noCheckBook, now: () => new Date(), nutsVersion: '2021',
  })
  const seconds = (performance.now() - began) / 1000
  if (end.kind !== 'settled' || end.state === 'refused') throw new Error(JSON.stringify(end).slice(0, 2000))
  process.send?.({ seconds, memory: peakMemory(), series: end.series } satisfies Imported)
  if (!process.send) console.log(seconds, peakMemory(), end.series, end.state, end.report.checks.filter((check) => check.found > 0))
} finally {
  await store.close()
  folder.remove()
}
