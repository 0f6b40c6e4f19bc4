// Questions that programs ask. They read what pages read: the same series, derived by the same rules, withheld for the same reasons.
import { createHash } from 'node:crypto'
import type { Bilingual } from '#kernel/language.ts'
import { comparePeriods, type Period } from '#kernel/period.ts'
import type { Level, Region } from '#kernel/region.ts'
import type { Reader } from '#store/handle.ts'
import { listDatasets, listVintages } from '#areas/evidence/datasets/read.ts'
import { type Basis, getBasis } from '#areas/evidence/indicators/read/basis.ts'
import { creditsOf, headlineOf } from '#areas/evidence/indicators/read/headlines.ts'
import { type Domain, type Indicator, indicatorPath, type Series } from '#areas/evidence/indicators/rules.ts'
import { toPublished } from '#areas/evidence/indicators/rules/series-files.ts'
import { hasValues } from '#areas/evidence/indicators/rules/series.ts'
import { getAtlas } from '#areas/evidence/regions/read.ts'
import { type Atlas, findRegion, homeOf } from '#areas/evidence/regions/rules.ts'
import type { CatalogueEntry } from './rules/catalogue.ts'
import { type Change, changedAt } from './rules/feed.ts'

/** Building blocks are not listed, but can be asked for: as on the pages. */
const listed = (basis: Basis): readonly Indicator[] => [...basis.indicators.values()].filter((indicator) => !indicator.hidden).sort(byKey)
const byKey = (a: Indicator, b: Indicator): number => (a.key < b.key ? -1 : 1)
const loadAll = async (reader: Reader): Promise<Basis> => {
  const basis = await getBasis(reader)
  await basis.load(reader, listed(basis).map((indicator) => indicator.key))
  return basis
}

const shortOf = (basis: Basis, indicator: Indicator, now: Date) => {
  const headline = headlineOf(basis, indicator, { region: homeOf(basis.atlas), now })
  const { key, name, shortName, domain, decimals, direction, level, unit } = indicator
  const datasets = [...new Set(basis.leavesOf(key).flatMap((leaf) => basis.selectionOf(leaf)?.dataset ?? []))]
  return {
    key, name, shortName, domain, decimals, direction, level, datasets, unit: { id: unit.id, scale: unit.scale, currency: unit.currency, percent: unit.percent, label: unit.label },
    hasFigures: headline.newest !== null, newest: headline.newest?.period ?? null, reasonWithoutFigures: headline.newest === null ? indicator.reasonWithoutFigures : null,
    data: `/api/indicators/${key}`, page: indicatorPath(key),
  }
}
export const listForPrograms = async (reader: Reader, asked: { readonly domain?: string | undefined; readonly now: Date }) => {
  const basis = await loadAll(reader)
  return listed(basis).filter((indicator) => asked.domain === undefined || indicator.domain === asked.domain).map((indicator) => shortOf(basis, indicator, asked.now))
}
export const findForPrograms = async (reader: Reader, asked: { readonly key: string; readonly now: Date }) => {
  const basis = await getBasis(reader)
  const indicator = basis.indicators.get(asked.key)
  if (indicator === undefined) return undefined
  await basis.load(reader, [indicator.key])
  return { ...shortOf(basis, indicator, asked.now), version: indicator.version, definition: indicator.definition, from: indicator.from, caveats: indicator.caveats, sources: sourcesOf(basis, indicator.key) }
}
const sourcesOf = (basis: Basis, key: string) => creditsOf(basis, key).map((credit) => ({ ...credit, receivedAt: credit.receivedAt.toISOString() }))

export type Which = { readonly key: string; readonly regions?: readonly string[] | undefined; readonly level?: Level | undefined }
type Found = { readonly basis: Basis; readonly indicator: Indicator; readonly regions: readonly Region[]; readonly unknown: readonly string[] }
const byCode = (a: Region, b: Region): number => (a.code < b.code ? -1 : 1)
const orders = new WeakMap<Atlas, readonly Region[]>()
/** Some two thousand regions, put in order once for an edition. */
const inOrder = (atlas: Atlas): readonly Region[] => {
  let order = orders.get(atlas)
  if (order === undefined) orders.set(atlas, (order = [...atlas.regions.values()].sort(byCode)))
  return order
}
const findRegions = async (reader: Reader, { key, regions: codes, level }: Which): Promise<Found | undefined> => {
  const basis = await getBasis(reader)
  const indicator = basis.indicators.get(key)
  if (indicator === undefined) return undefined
  await basis.load(reader, [key])
  const { atlas } = basis
  const wished = codes === undefined ? inOrder(atlas) : [...new Set(codes)].flatMap((code) => findRegion(atlas, code) ?? []).sort(byCode)
  return {
    basis, indicator, unknown: (codes ?? []).filter((code) => findRegion(atlas, code) === undefined),
    regions: level === undefined ? wished : wished.filter((region) => region.level === level),
  }
}

/** Everything of one indicator: for CSV and JSON-stat. Regions of which the source knows nothing are not in it. */
export const findWhole = async (reader: Reader, which: Which) => {
  const found = await findRegions(reader, which)
  if (found === undefined) return undefined
  const { basis, indicator, unknown } = found
  const both = found.regions.flatMap((region): { region: Region; series: Series }[] => { const series = basis.seriesOf(indicator.key, region); return series ? [{ region, series }] : [] })
  return { indicator, unknown, regions: both.map((one) => one.region), series: both.map((one) => one.series), credits: creditsOf(basis, indicator.key) }
}

type Reached = { readonly region: string; readonly period: string }
type AskedObservations = Which & { readonly from?: Period | undefined; readonly to?: Period | undefined; readonly after: { readonly region: string; readonly period: string } | undefined; readonly limit: number }
/** One page of values, by region and then by period. */
export const findObservations = async (reader: Reader, asked: AskedObservations) => {
  const found = await findRegions(reader, asked)
  if (found === undefined) return undefined
  const { basis, indicator, regions, unknown } = found
  const { from, to, after, limit } = asked
  const { decimals } = indicator
  // Written as text at once: ten thousand objects would be made only to be written.
  const items: string[] = []
  let next: Reached | null = null
  let last: Reached | null = null
  let count = 0
  for (const region of regions) {
    if (after !== undefined && region.code < after.region) continue
    const series = basis.seriesOf(indicator.key, region)
    if (series === undefined) continue
    const start = after?.region === region.code ? series.periods.findIndex((period) => comparePeriods(period, after.period as Period) > 0) : 0
    if (start < 0) continue
    if (start === 0 && from === undefined && to === undefined && count + series.periods.length <= limit && series.periods.length > 0) {
      items.push(wholeText({ series, region, decimals }))
      count += series.periods.length
      last = { region: region.code, period: series.periods.at(-1) as Period }
      continue
    }
    const head = headOf(region, series)
    for (let at = start; at < series.periods.length; at++) {
      const period = series.periods[at] as Period
      if ((from !== undefined && comparePeriods(period, from) < 0) || (to !== undefined && comparePeriods(period, to) > 0)) continue
      if (count === limit) { next = last; break }
      items.push(head + observationText({ series, at, decimals }))
      count += 1
      last = { region: region.code, period }
    }
    if (next !== null) break
  }
  const { id, scale, currency, percent, label } = indicator.unit
  return { unknown, about: { indicator: indicator.key, unit: { id, scale, currency, percent, label }, sources: sourcesOf(basis, indicator.key) }, items, next }
}
/** Which vintages an answer is made of: a cursor holds on to them. */
export const findVintagesOf = async (reader: Reader, key: string): Promise<string> => creditsOf(await getBasis(reader), key).map((credit) => `${credit.dataset} ${credit.vintage}`).join()
const headOf = (region: Region, series: Series): string => `{"region":${JSON.stringify(region.code)},"level":"${region.level}","nutsVersion":"${series.nutsVersion}","period":`
const wholes = new WeakMap<Series, string>()
/** A series does not change while it is in memory: its text is kept with it. */
const wholeText = ({ series, region, decimals }: { series: Series; region: Region; decimals: number }): string => {
  let whole = wholes.get(series)
  if (whole === undefined) {
    const head = headOf(region, series)
    wholes.set(series, (whole = series.periods.map((_, at) => head + observationText({ series, at, decimals })).join()))
  }
  return whole
}
const observationText = ({ series, at, decimals }: { series: Series; at: number; decimals: number }): string => {
  const missing = series.missing[at] ?? null
  const cases = series.cases?.[at]
  const flags = series.flags[at] ?? ''
  return `"${series.periods[at]}","value":${missing === null ? toPublished(series.values[at] as number, decimals) : 'null'},"flags":${flags === '' ? '""' : JSON.stringify(flags)},"missing":${missing === null ? 'null' : `"${missing}"`}${
    cases === undefined || Number.isNaN(cases) ? '' : `,"cases":${cases}`}${series.original && missing === null ? `,"original":${series.original.values[at]},"originalCurrency":"${series.original.currency}"` : ''}}`
}

export const listRegions = async (reader: Reader, level: string | undefined) => {
  const atlas = await getAtlas(reader)
  return [...atlas.regions.values()].filter((region) => level === undefined || region.level === level).sort(byCode)
    .map((region) => ({ code: region.code, nutsVersion: region.version, level: region.level, name: region.name, parent: region.parent, nsi: region.nsi }))
}
export const listSources = async (reader: Reader) => [...await listDatasets(reader)].sort((a, b) => (a.dataset.code < b.dataset.code ? -1 : 1)).map(({ dataset, current, vintages, indicators }) => ({
  code: dataset.code, source: dataset.source, title: dataset.title, doi: dataset.doi, licence: { name: dataset.licence.name, address: dataset.licence.address }, address: dataset.address,
  frequency: dataset.frequency, vintage: current?.number ?? null, asOf: current?.asOf ?? null, vintages, indicators, page: `/evidence/datasets/${dataset.code}`,
}))
export const listReleases = async (reader: Reader, dataset: string | undefined) => (await listVintages(reader, dataset === undefined ? {} : { dataset })).map(({ vintage, revision }) => ({
  number: vintage.number, dataset: vintage.dataset, state: vintage.state, origin: vintage.origin, asOf: vintage.asOf, dateFrom: vintage.dateFrom, stamp: vintage.stamp, receivedAt: vintage.receivedAt.toISOString(), settledAt: vintage.settledAt?.toISOString() ?? null,
  address: vintage.address, format: vintage.format, licence: vintage.licence, bytesSha256: vintage.bytesSha256, size: vintage.size, rows: vintage.rows, cells: vintage.cells, newest: vintage.newest,
  revision: revision === null ? null : { from: revision.from, compared: revision.compared, changed: revision.changed, appeared: revision.appeared, vanished: revision.vanished, flagsChanged: revision.flagsChanged },
  page: `/evidence/datasets/${vintage.dataset}/vintages/${vintage.number}`,
}))

export const listEntries = async (reader: Reader, now: Date): Promise<readonly CatalogueEntry[]> => {
  const basis = await loadAll(reader)
  return listed(basis).flatMap((indicator) => {
    const { series, newest } = headlineOf(basis, indicator, { region: homeOf(basis.atlas), now })
    return series === null || !hasValues(series) ? [] : [{ indicator, credits: creditsOf(basis, indicator.key), first: series.periods[0] ?? null, newest: newest?.period ?? null }]
  })
}

const mostEntries = 50
/** undefined: there is no such indicator. Only vintages that were shown: one that waits or was refused is no news. */
export const listNews = async (reader: Reader, asked: { readonly domain?: string | undefined; readonly indicator?: string | undefined }): Promise<readonly Change[] | undefined> => {
  const [basis, vintages] = await Promise.all([getBasis(reader), listVintages(reader)])
  if (asked.indicator !== undefined && !basis.indicators.has(asked.indicator)) return undefined
  const about = new Map<string, { readonly domain: Domain; readonly key: string; readonly name: Bilingual; readonly hidden: boolean }[]>()
  for (const indicator of basis.indicators.values()) {
    for (const leaf of basis.leavesOf(indicator.key)) {
      const dataset = basis.selectionOf(leaf)?.dataset
      if (dataset === undefined) continue
      const there = about.get(dataset) ?? []
      if (!there.some((one) => one.key === indicator.key)) there.push(indicator)
      about.set(dataset, there)
    }
  }
  return vintages.flatMap(({ vintage, revision }): Change[] => {
    const dataset = basis.shelf.datasets.get(vintage.dataset)
    const all = about.get(vintage.dataset) ?? []
    if (dataset === undefined || (vintage.state !== 'current' && vintage.state !== 'superseded')) return []
    if (asked.domain !== undefined && !all.some((one) => one.domain === asked.domain)) return []
    if (asked.indicator !== undefined && !all.some((one) => one.key === asked.indicator)) return []
    return [{ id: toUrn(`${dataset.id} ${vintage.number}`), dataset, vintage, revision, indicators: all.filter((one) => !one.hidden).map((one) => one.name) }]
  }).sort((a, b) => changedAt(b).getTime() - changedAt(a).getTime() || b.vintage.number - a.vintage.number).slice(0, mostEntries)
}
/** A name-based identifier (RFC 9562, version 5): the same text gives the same one for ever. */
export const toUrn = (name: string): string => {
  const hex = createHash('sha1').update(`posoka ${name}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16).padStart(2, '0')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}
