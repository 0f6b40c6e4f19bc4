// Writes one series file of the pack: a manifest, a header, one row per indicator and region (docs/starter-pack.md).
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { getDataset } from './catalogue.ts'

/** Cells stand over consecutive periods from `first` on; see `cellOf`. */
export type PackRow = {
  readonly key: string
  readonly region: string
  readonly version: string
  readonly first: string
  readonly decimals: number
  readonly cells: readonly string[]
}
export type PackFile = {
  readonly dataset: string
  readonly vintage: string
  /** the provider's own stamp, where the file carries one */
  readonly stamp: string | null
  /** the day the figures were brought into the pack */
  readonly received: string
  /** the file read, inside the data folder */
  readonly file: string
  /** the table it was re-published in, or why the figures are not the producer's own file; null otherwise */
  readonly copyOf: string | null
  readonly nutsVersion: string
  readonly reader: string
  readonly rows: readonly PackRow[]
}

const missingSign = { unknown: ':', confidential: ':c', unreliable: ':u', notApplicable: ':z', noCases: ':-', notServed: '~' } as const
/** A cell in the grammar of the pack: `8300`, `9.2b`, `3.6u`, `:`, `:c`, `:p`, `:-`, `~`. */
export const cellOf = (cell: { value: number; flags: string; missing: keyof typeof missingSign | null }): string => {
  if (cell.missing === null) return `${cell.value}${cell.flags}`
  const sign = missingSign[cell.missing]
  const more = [...cell.flags].filter((letter) => !sign.includes(letter)).join('')
  return `${sign}${more}`
}
export const decimalsOf = (cells: readonly string[]): number =>
  Math.max(0, ...cells.map((cell) => /^-?\d+\.(\d+)/.exec(cell)?.[1]?.length ?? 0))

/** Periods at both ends for which nothing was served say nothing: they are left out. */
export const trimmed = (row: PackRow, next: (period: string) => string): PackRow | undefined => {
  let from = 0
  let to = row.cells.length
  let first = row.first
  while (from < to && row.cells[from] === '~') { from++; first = next(first) }
  while (to > from && row.cells[to - 1] === '~') to--
  return from === to ? undefined : { ...row, first, cells: row.cells.slice(from, to) }
}
export const nextYear = (period: string): string => String(Number(period) + 1)

export const sha256Of = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
/** Returns the path and the size written. Large files are packed; the bytes depend on nothing but the content. */
export const writeSeriesFile = (folder: string, data: string, pack: PackFile): { path: string; size: number; rows: number } => {
  const dataset = getDataset(pack.dataset)
  const rows = pack.rows.toSorted((a, b) => byText(a.key, b.key) || byText(a.region, b.region))
  const manifest = {
    dataset: pack.dataset, source: dataset.source, title: dataset.title, address: dataset.download ?? dataset.address,
    vintage: pack.vintage, stamp: pack.stamp, received: pack.received, file: pack.file, copyOf: pack.copyOf,
    sha256: sha256Of(`${data}/${pack.file}`), licence: dataset.licence.id, nutsVersion: pack.nutsVersion, reader: pack.reader, rows: rows.length,
  }
  const lines = [`# ${JSON.stringify(manifest)}`, 'key,region,nuts_version,first_period,decimals,cells',
    ...rows.map((row) => `${row.key},${row.region},${row.version},${row.first},${row.decimals},${row.cells.join(' ')}`)]
  const text = `${lines.join('\n')}\n`
  mkdirSync(folder, { recursive: true })
  const packed = text.length > 60_000
  const path = `${folder}/${pack.dataset}.${pack.vintage}.csv${packed ? '.gz' : ''}`
  const bytes = packed ? gzipSync(text, { level: 9 }) : Buffer.from(text)
  writeFileSync(path, bytes)
  return { path, size: bytes.length, rows: rows.length }
}
