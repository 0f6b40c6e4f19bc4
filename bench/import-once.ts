// One import of one file into a database that waits for it (import-prepare.ts). What is measured begins with the file and ends
// when the vintage is current.
import { createReadStream } from 'node:fs'
import { findCheckout } from '#store/checkout.ts'
import { readSettings } from '#store/settings.ts'
import { openStore } from '#store/store.ts'
import { importFile } from '#areas/evidence/datasets/commands/import-file.ts'
import { noCheckBook } from '#areas/evidence/datasets/rules/check-cross.ts'
import { peakMemory } from './child.ts'

export type Imported = { readonly seconds: number; readonly memory: number; readonly series: number }

const [file = '', folder = ''] = process.argv.slice(2)
const store = await openStore(readSettings({ POSOKA_DATA: folder }, findCheckout()))
const began = performance.now()
const end = await importFile(store, {
  dataset: 'bd_size_r3', bytes: createReadStream(file), fileName: 'bench', origin: 'file', address: 'bench', book: noCheckBook, now: () => new Date(), nutsVersion: '2021',
})
const seconds = (performance.now() - began) / 1000
await store.close()
if (end.kind !== 'settled' || end.state !== 'current') throw new Error(JSON.stringify(end).slice(0, 2000))
process.send?.({ seconds, memory: peakMemory(), series: end.series } satisfies Imported)
