// A process that imports a file and says how far it is, until it is killed. For killed-import.test.ts only.
import { createReadStream } from 'node:fs'
import type { StoreParts } from '#store/store.ts'
import { storeOn } from '#store/store.ts'
import { noCheckBook } from '../rules/check-cross.ts'
import { importFile } from './import-file.ts'

const [parts = '', dataset = '', file = ''] = process.argv.slice(2)
const store = storeOn(JSON.parse(parts) as StoreParts)
const end = await importFile(store, {
  dataset, bytes: createReadStream(file), fileName: 'file.tsv', origin: 'file', address: 'a test', book: noCheckBook, now: () => new Date(), nutsVersion: '2024',
  onProgress: (at) => { process.stdout.write(`${at.step} ${at.seriesStored}\n`) },
})
process.stdout.write(`${end.kind}\n`)
await store.close()
