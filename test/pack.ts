// Reads the catalogue and the starter pack as they lie in the repository, for tests: no database, no product code in between.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { withNotes } from '#areas/evidence/indicators/rules/pack-notes.ts'

export const root = join(import.meta.dirname, '..')
export const packFolder = join(root, 'packs/BG344')
export const readJson = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T

export type Both = { bg: string; en: string }
export type From = {
  kind: 'direct' | 'ratio' | 'sum' | 'difference' | 'meanOfTwo'
  dataset?: string; filter?: Record<string, string>; over?: string; under?: string; times?: number; underAt?: string; of?: string | string[]
}
export type CatalogueEntry = {
  key: string; domain: string; name: Both; shortName: Both; definition: Both; from: From; level: string; headline?: number; hidden?: boolean
  unit: { id: string; label: Both; scale: number; currency: string | null; percent: boolean }; decimals: number; direction: string
  caveats: { kind: string; bg: string; en: string; from?: string; to?: string; regions?: string[] }[]
  reasonWithoutFigures?: Both; load?: { command: string } & Both
}
const written = readdirSync(join(root, 'catalogue/indicators')).toSorted().flatMap((name) => readJson<CatalogueEntry[]>(`catalogue/indicators/${name}`))
/** With what the first region's pack says about it. */
export const catalogue = withNotes(written, readJson('packs/BG344/notes.json')) as readonly CatalogueEntry[]
export const entry = (key: string): CatalogueEntry => {
  const found = catalogue.find((one) => one.key === key)
  if (!found) throw new Error(`no indicator ${key}`)
  return found
}

const textOf = (path: string): string => { const bytes = readFileSync(path); return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8') }
/** No field of the pack holds a quote or a comma of its own except names of regions, which the last two fields are. */
const rowsOf = (path: string): string[][] => textOf(path).trimEnd().split('\n').slice(1).map((line) => [...line.matchAll(/"((?:[^"]|"")*)"|([^,]*)(?:,|$)/g)].map((found) => found[1] ?? found[2] ?? ''))

export type PackRegion = { code: string; versions: string; level: string; nsi: string; parent: string; bg: string; en: string }
const split = (line: string): string[] => {
  const fields: string[] = []
  for (let rest = line; ;) {
    const found = /^(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/.exec(rest)
    if (!found) throw new Error(`a line of regions that cannot be read: ${line}`)
    fields.push((found[1] ?? found[2] ?? '').replaceAll('""', '"'))
    if (found[3] === '') return fields
    rest = rest.slice(found[0].length)
  }
}
export const regions: readonly PackRegion[] = textOf(join(packFolder, 'regions.csv.gz')).trimEnd().split('\n').slice(1).map((line) => {
  const [code = '', versions = '', level = '', nsi = '', parent = '', bg = '', en = ''] = split(line)
  return { code, versions, level, nsi, parent, bg, en }
})
export const isIn = (region: PackRegion, version: string): boolean => { const [from = '', to = from] = region.versions.split('-'); return from <= version && version <= to }
export const changes = rowsOf(join(packFolder, 'changes.csv'))

export type Manifest = Record<'dataset' | 'source' | 'address' | 'vintage' | 'received' | 'file' | 'sha256' | 'licence' | 'nutsVersion' | 'reader', string> & { title: Both; stamp: string | null; copyOf: string | null; rows: number }
export type SeriesRow = { key: string; region: string; version: string; first: string; decimals: number; cells: string[] }
export type SeriesFile = { name: string; manifest: Manifest; head: string; rows: SeriesRow[] }
export const seriesFiles: readonly SeriesFile[] = readdirSync(join(packFolder, 'series')).toSorted().map((name) => {
  const [first = '', head = '', ...lines] = textOf(join(packFolder, 'series', name)).trimEnd().split('\n')
  const rows = lines.map((line) => {
    const [key = '', region = '', version = '', start = '', decimals = '', cells = ''] = line.split(',')
    return { key, region, version, first: start, decimals: Number(decimals), cells: cells.split(' ') }
  })
  return { name, manifest: JSON.parse(first.replace(/^# /, '')) as Manifest, head, rows }
})
const rowByKey = new Map(seriesFiles.flatMap(({ rows }) => rows).map((row) => [`${row.key} ${row.region}`, row]))

const nextOf = (period: string): string => {
  const year = Number(period.slice(0, 4))
  if (period[4] === '/') return `${year + 1}/${year + 2}`
  return period[5] === 'Q' ? (period[6] === '4' ? `${year + 1}-Q1` : `${year}-Q${Number(period[6]) + 1}`) : String(year + 1)
}
export const periodsOf = (row: SeriesRow): string[] => { let at = row.first; return row.cells.map(() => { const here = at; at = nextOf(at); return here }) }
/** The cell as the pack writes it; undefined outside the row. */
export const cell = (key: string, region: string, period: string): string | undefined => {
  const row = rowByKey.get(`${key} ${region}`)
  return row?.cells[periodsOf(row).indexOf(period)]
}
export const number = (text: string | undefined): number | undefined => { const found = /^-?\d+(\.\d+)?/.exec(text ?? ''); return found ? Number(found[0]) : undefined }
export const value = (key: string, region: string, period: string): number | undefined => number(cell(key, region, period))

export const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0)
