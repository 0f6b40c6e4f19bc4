// The catalogue as the pack is made from it: which series of which dataset are wanted. Not how it is shown.
import { readdirSync, readFileSync } from 'node:fs'

export type Filter = Readonly<Record<string, string>>
export type Wanted = { readonly key: string; readonly dataset: string; readonly filter: Filter }
export type CatalogueDataset = {
  readonly code: string
  readonly source: string
  readonly title: { readonly bg: string; readonly en: string }
  readonly licence: { readonly id: string }
  readonly address: string
  readonly download: string | null
}
type Entry = { readonly key: string; readonly from: { readonly kind: string; readonly dataset?: string; readonly filter?: Filter } }

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** Every series that the catalogue takes straight from a dataset, building blocks too. */
export const listWanted = (): readonly Wanted[] =>
  readdirSync('catalogue/indicators')
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => read(`catalogue/indicators/${name}`) as Entry[])
    .flatMap(({ key, from }) => (from.kind === 'direct' && from.dataset && from.filter ? [{ key, dataset: from.dataset, filter: from.filter }] : []))

export const getDataset = (code: string): CatalogueDataset => {
  const found = (read('catalogue/datasets.json') as CatalogueDataset[]).find((dataset) => dataset.code === code)
  if (!found) throw new Error(`dataset ${code} is not in catalogue/datasets.json`)
  return found
}
