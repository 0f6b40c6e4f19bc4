// The catalogue's files in the checkout: datasets, indicators, checks. Read and hashed, so that a changed one is noticed at the next start.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatasetEntry } from '#areas/evidence/datasets/rules.ts'
import type { CheckBook } from '#areas/evidence/datasets/rules/check-cross.ts'
import { noCheckBook } from '#areas/evidence/datasets/rules/check-cross.ts'
import { parseDatasetEntry } from '#areas/evidence/datasets/rules/dataset-entry.ts'
import type { IndicatorEntry } from '../rules/entry.ts'
import { parseEntry } from '../rules/entry.ts'
import type { PackNotes } from '../rules/pack-notes.ts'
import { withNotes } from '../rules/pack-notes.ts'

export type FileText = { readonly name: string; readonly bytes: Buffer }
export const hashOf = (files: readonly FileText[]): string => {
  const hash = createHash('sha256')
  for (const { name, bytes } of files) hash.update(`${name}\0${bytes.length}\0`).update(bytes)
  return hash.digest('hex')
}

/** Only the bytes: parsing waits until something has changed. */
export const readCatalogueFiles = async (checkout: string): Promise<readonly FileText[]> => {
  const folder = join(checkout, 'catalogue')
  const indicators = (await readdir(join(folder, 'indicators'))).filter((name) => name.endsWith('.json')).sort().map((name) => `indicators/${name}`)
  return Promise.all(['checks.json', 'datasets.json', ...indicators].map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })))
}

export type Catalogue = { readonly book: CheckBook; readonly datasets: readonly DatasetEntry[]; readonly indicators: readonly IndicatorEntry[] }
type Written = Readonly<Record<string, unknown>>
const parse = <T>(file: FileText): T => {
  try {
    return JSON.parse(file.bytes.toString('utf8')) as T
  } catch (cause) {
    throw new Error(`catalogue/${file.name} is no JSON: ${(cause as Error).message}`, { cause })
  }
}
/** The catalogue as it holds in this region: with what its pack says about single indicators. */
export const parseCatalogue = (files: readonly FileText[], notes: PackNotes): Catalogue => {
  const list = (wanted: (name: string) => boolean): readonly Written[] => files.filter((file) => wanted(file.name)).flatMap((file) => parse<readonly Written[]>(file))
  const checks = files.find((file) => file.name === 'checks.json')
  return {
    book: checks ? parse<CheckBook>(checks) : noCheckBook,
    datasets: list((name) => name === 'datasets.json').map(parseDatasetEntry),
    indicators: withNotes(list((name) => name.startsWith('indicators/')), notes).map(parseEntry),
  }
}
