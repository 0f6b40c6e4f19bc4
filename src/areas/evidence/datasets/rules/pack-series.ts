// A starter pack's file of series: one line of where it is from, then one line per indicator and region.
import type { SeriesBlock } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import { parsePeriod, periodKind, yearOf } from '#kernel/period.ts'
import type { NutsVersion } from '#kernel/region.ts'
import { nutsVersions } from '#kernel/region.ts'
import { parsePackCells } from './coding.ts'

export type PackManifest = {
  readonly dataset: string
  readonly address: string
  /** as of: 2024-01 */
  readonly vintage: string
  readonly stamp: string | null
  readonly received: string
  /** of the file the extract was made from */
  readonly sha256: string
  readonly licence: string
  readonly nutsVersion: NutsVersion
}
export type PackSeries = { readonly key: string; readonly region: string; readonly run: Omit<SeriesBlock, 'key'> }

const two = (number: number): string => String(number).padStart(2, '0')
/** Worked: 2024-Q4 → 2025-Q1, 2019/2020 → 2020/2021. */
export const periodAfter = (period: Period): Period => {
  const year = yearOf(period)
  const within = (mark: string, of: number, at: number): string => (at === of ? `${year + 1}-${mark}${mark ? 1 : '01'}` : `${year}-${mark}${mark ? at + 1 : two(at + 1)}`)
  switch (periodKind(period)) {
    case 'year': return String(year + 1) as Period
    case 'schoolYear': return `${year + 1}/${year + 2}` as Period
    case 'half': return within('S', 2, Number(period[6])) as Period
    case 'quarter': return within('Q', 4, Number(period[6])) as Period
    case 'month': return within('', 12, Number(period.slice(5))) as Period
    case 'week': throw new Error('weeks are not written one after the other: a year may have 53')
  }
}

/** Throws a sentence with file and line, for whoever makes a pack. */
export const parsePackSeries = (text: string, file: string): { readonly manifest: PackManifest; readonly series: readonly PackSeries[] } => {
  const [first = '', header, ...lines] = text.replaceAll('\r\n', '\n').split('\n')
  const wrong = (line: number, what: string): never => { throw new Error(`${file}, line ${line}: ${what}`) }
  if (!first.startsWith('#')) wrong(1, 'must be # and where the figures are from, as JSON')
  const manifest = JSON.parse(first.slice(1)) as PackManifest
  if (!nutsVersions.includes(manifest.nutsVersion)) wrong(1, `"${manifest.nutsVersion}" is no NUTS version`)
  if (header !== 'key,region,nuts_version,first_period,decimals,cells') wrong(2, 'must be key,region,nuts_version,first_period,decimals,cells')
  const axes = new Map<string, readonly Period[]>()
  const series: PackSeries[] = []
  for (const [at, line] of lines.entries()) {
    if (line === '') continue
    const parts = line.split(',')
    if (parts.length !== 6) wrong(at + 3, `${parts.length} columns instead of 6: cells have decimal points and no commas`)
    const [key = '', region = '', version = '', firstPeriod = '', decimals = '', cells = ''] = parts
    if (version !== manifest.nutsVersion) wrong(at + 3, `NUTS ${version}, but the file is of ${manifest.nutsVersion}`)
    const run = parsePackCells(cells)
    if ('badCell' in run) throw new Error(`${file}, line ${at + 3}: cell ${run.badCell + 1} is not of the grammar`)
    const start = parsePeriod(firstPeriod) ?? wrong(at + 3, `"${firstPeriod}" is no period`)
    series.push({ key, region, run: { ...run, decimals: Number(decimals), periods: axisOf(axes, start, run.values.length) } })
  }
  return { manifest, series }
}
const axisOf = (axes: Map<string, readonly Period[]>, first: Period, count: number): readonly Period[] => {
  const name = `${first} ${count}`
  let axis = axes.get(name)
  if (!axis) {
    const periods: Period[] = []
    for (let period = first; periods.length < count; period = periodAfter(period)) periods.push(period)
    axes.set(name, (axis = periods))
  }
  return axis
}
