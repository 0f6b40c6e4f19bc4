// An empty database in which everything of one file is wanted: every combination of codes is a selection, every region code is
// known. In a process of its own, so that the importing process carries none of it.
import { createReadStream } from 'node:fs'
import { readBatches } from '#sources/read-file.ts'
import { findCheckout } from '#store/checkout.ts'
import { readSettings } from '#store/settings.ts'
import { openStore } from '#store/store.ts'
import { takeInDatasets, wantSelections } from '#areas/evidence/datasets/write.ts'
import { loadRegions, settleHome } from '#areas/evidence/regions/write.ts'

const codesOf = async (file: string): Promise<Readonly<Record<string, readonly string[]>>> => {
  const batches = readBatches(createReadStream(file), { geo: new Set() })
  for (;;) {
    const next = await batches.next()
    if (next.done) return next.value.codes
  }
}

const [file = '', folder = ''] = process.argv.slice(2)
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
    unit: { id: 'number', scale: 1, currency: null, percent: false }, limits: { adds: 'no' as const, whole: 'no' as const, low: null, high: null },
  }))))
  for (let at = 0; at < all.length; at += 1000) await wantSelections(writer, all.slice(at, at + 1000))
})
await store.close()
process.send?.('prepared')
