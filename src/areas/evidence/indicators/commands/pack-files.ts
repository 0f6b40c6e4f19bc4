// A region's starter pack on the disk: regions, changes, series; gzip is recognised by content.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { HomeRegion } from '#kernel/home.ts'
import { parseHomeRegion } from '#kernel/home.ts'
import type { Region } from '#kernel/region.ts'
import type { RegionChange } from '#areas/evidence/regions/rules.ts'
import { parsePackChanges, parsePackRegions } from '#areas/evidence/regions/rules/pack-regions.ts'
import type { PackManifest, PackSeries } from '#areas/evidence/datasets/rules/pack-series.ts'
import { parsePackSeries } from '#areas/evidence/datasets/rules/pack-series.ts'
import type { PackNotes } from '../rules/pack-notes.ts'
import type { FileText } from './catalogue-files.ts'

const unpacked = (bytes: Buffer): Buffer => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes)

export const readPackFiles = async (folder: string): Promise<readonly FileText[]> => {
  const top = (await readdir(folder)).filter((name) => /^(region\.json|pack\.json|notes\.json|regions\.csv|regions\.csv\.gz|changes\.csv|changes\.csv\.gz)$/.test(name)).sort()
  const series = (await readdir(join(folder, 'series'))).filter((name) => /\.csv(\.gz)?$/.test(name)).sort().map((name) => `series/${name}`)
  return Promise.all([...top, ...series].map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })))
}

export type SeriesFile = { readonly name: string; readonly bytes: Buffer; readonly content: string; readonly contentSha256: string; readonly manifest: PackManifest; readonly series: readonly PackSeries[] }
export type Pack = {
  readonly home: HomeRegion
  readonly asOf: string
  readonly regions: readonly Region[]
  readonly changes: readonly RegionChange[]
  readonly series: readonly SeriesFile[]
}
const textOf = (files: readonly FileText[], name: string): string | undefined => {
  const file = files.find((one) => one.name === name || one.name === `${name}.gz`)
  return file && unpacked(file.bytes).toString('utf8')
}
/** A pack without notes says nothing about single indicators. */
export const parsePackNotes = (files: readonly FileText[]): PackNotes => JSON.parse(textOf(files, 'notes.json') ?? '{}') as PackNotes

export const parsePack = (files: readonly FileText[]): Pack => {
  const text = (name: string): string | undefined => textOf(files, name)
  const needed = (name: string): string => {
    const found = text(name)
    if (found === undefined) throw new Error(`The region pack lacks ${name}.`)
    return found
  }
  return {
    home: parseHomeRegion(needed('region.json')), asOf: (JSON.parse(needed('pack.json')) as { asOf: string }).asOf,
    regions: parsePackRegions(needed('regions.csv')), changes: parsePackChanges(text('changes.csv') ?? 'from_code,to_code,version,kind'),
    series: files.filter((file) => file.name.startsWith('series/')).map(({ name, bytes }) => {
      const plain = unpacked(bytes)
      const content = plain.toString('utf8')
      return { name: name.slice('series/'.length), bytes, content, contentSha256: createHash('sha256').update(plain).digest('hex'), ...parsePackSeries(content, name) }
    }),
  }
}
