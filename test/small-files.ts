// Small files and a dataset of their own, for the tests of imports only.
import { gzipSync } from 'node:zlib'
import type { Store } from '#store/store.ts'
import type { NutsVersion } from '#kernel/region.ts'
import { noCheckBook } from '#areas/evidence/datasets/rules/check-cross.ts'
import type { ImportEnd } from '#areas/evidence/datasets/rules/import-words.ts'
import type { Limits } from '#areas/evidence/datasets/rules.ts'
import { takeInDatasets, wantSelections } from '#areas/evidence/datasets/write.ts'
import type { ImportAsk } from '#areas/evidence/datasets/commands/import-ask.ts'
import { importFile } from '#areas/evidence/datasets/commands/import-file.ts'

const both = (text: string) => ({ bg: text, en: text })
export const people = 'people_test'
/** A dataset of people by sex that only the tests know; the total adds up over regions. */
export const defineTestDataset = async (store: Store, how: { code?: string; limits?: Partial<Limits>; currency?: 'EUR' | 'BGN'; unit?: string } = {}): Promise<void> => {
  const code = how.code ?? people
  await store.writing(async (writer) => {
    await takeInDatasets(writer, [{
      code, source: 'eurostat', title: both(code), doi: null, licence: { id: 'x', name: both('x'), address: 'https://example.org' }, address: 'https://example.org', download: null,
      regionDimension: 'geo', regionCodes: 'nuts', frequency: 'A', dimensions: [], note: null,
    }])
    await wantSelections(writer, [{
      key: `${code}.total`, dataset: code, filter: { unit: [how.unit ?? 'NR'], sex: ['T'] }, unit: { id: 'u', scale: how.unit === '1000EUR' ? 1000 : 1, currency: how.currency ?? null, percent: false },
      limits: { adds: 'regions', whole: 'no', low: 0, high: null, ...how.limits },
    }])
  })
}

/** { BG344: '10 20 :c' } → a file in Eurostat's current layout, years from 2020. */
export const tsv = (rows: Readonly<Record<string, string>>, how: { unit?: string; sex?: string; years?: number } = {}): string => {
  const count = how.years ?? Object.values(rows)[0]?.split(' ').length ?? 0
  const years = Array.from({ length: count }, (_, at) => `${2020 + at} `).join('\t')
  const lines = Object.entries(rows).map(([geo, cells]) => `A,${how.unit ?? 'NR'},${how.sex ?? 'T'},${geo}\t${cells.split(' ').map((cell) => cell.replace(/^([-\d.:]+)([a-z]+)$/, '$1 $2').replace(/^([-\d.:]+)$/, '$1 ')).join('\t')}`)
  return `freq,unit,sex,geo\\TIME_PERIOD\t${years}\n${lines.join('\n')}\n`
}
async function* stream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
export type Ask = Partial<Omit<ImportAsk, 'bytes'>> & { readonly nuts?: NutsVersion }
export const importText = (store: Store, text: string | Uint8Array, ask: Ask = {}): Promise<ImportEnd> => {
  const { nuts, ...rest } = ask
  return importFile(store, {
    dataset: people, bytes: stream(typeof text === 'string' ? Buffer.from(text) : text), fileName: 'file.tsv', origin: 'file', address: 'a test', book: noCheckBook,
    now: () => new Date('2026-11-25T09:00:00Z'), ...(nuts ? { nutsVersion: nuts } : {}), ...rest,
  })
}
export const packed = (text: string): Uint8Array => gzipSync(text)

/** The whole country in two districts' worth of figures: adds up exactly. Others are zero. */
export const country = (districts: Readonly<Record<string, string>>): Record<string, string> => {
  const rows = Object.values(districts).map((cells) => cells.split(' ').map(Number))
  const sum = (rows[0] ?? []).map((_, at) => rows.reduce((total, row) => total + (row[at] ?? 0), 0)).join(' ')
  return { BG: sum, ...districts }
}
