// Questions about peers. Reads what the indicators keep in memory for an edition; the search itself is in rules/find-peers.ts.
import type { Period } from '#kernel/period.ts'
import { comparePeriods } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import type { Reader } from '#store/handle.ts'
import { type Basis, getBasis } from '#areas/evidence/indicators/read/basis.ts'
import { creditsOf } from '#areas/evidence/indicators/read/headlines.ts'
import type { Credit, Series } from '#areas/evidence/indicators/rules.ts'
import { cellAt } from '#areas/evidence/indicators/rules/series.ts'
import { ancestorAt, findRegion, homeOf, listWithin } from '#areas/evidence/regions/rules.ts'
import { type Field, incomeBand, incomeKey, type Part, type Peer, type PeerChoice, type Peers, type Trait, traits, type UsedTrait } from './rules.ts'
import { queryOf } from './rules/choice.ts'
import { findPeers, type FoundPeers } from './rules/find-peers.ts'

export const getPeers = async (reader: Reader, asked: { readonly choice: PeerChoice; readonly now: Date }): Promise<Peers> => {
  const basis = await getBasis(reader)
  return basis.kept(`peers ${queryOf(asked.choice)}`, asked.now, () => makePeers(reader, basis, asked))
}
/** Vintages behind the traits, for a set that is saved. */
export const vintagesOf = (peers: Peers): readonly number[] => [...new Set(peers.credits.map((credit) => credit.vintage))].sort((a, b) => a - b)

const makePeers = async (reader: Reader, basis: Basis, { choice, now }: { readonly choice: PeerChoice; readonly now: Date }): Promise<Peers> => {
  const { atlas } = basis
  const home = homeOf(atlas)
  const choices = listWithin(atlas, ancestorAt(atlas, home.code, 'country')?.code ?? home.code, home.level)
  const region = choices.find((one) => one.code === choice.region) ?? home
  const field = await basis.kept(`peers' field ${choice.among}`, now, () => makeField(reader, basis, choice.among))
  const own = field.regions.indexOf(region)
  const found = findPeers({ ...field, own }, choice, incomeBand)
  const used = field.columns.map((column, at): UsedTrait => ({
    trait: column.trait, indicator: column.indicator, period: column.period, own: valueAt(column, own), of: field.regions.length, ...(found.traits[at] as FoundPeers['traits'][number]),
  }))
  const toPeer = (at: number): Peer => {
    const pair = found.pair(at)
    const parts = field.columns.flatMap((column, trait): Part[] => {
      if (used[trait]?.leftOut !== null) return []
      const part = pair.contributions[trait] ?? Number.NaN
      return [{ key: column.trait.key, theirs: valueAt(column, at), share: Number.isNaN(part) ? null : pair.distance === 0 ? 0 : part / pair.distance }]
    })
    return {
      region: field.regions[at] as Region, country: field.countryRegions[at] as Region, distance: pair.distance, shared: pair.shared,
      parts: parts.toSorted((a, b) => (b.share ?? -1) - (a.share ?? -1)), namesUs: found.namedBy.includes(at) ? 'yes' : 'no',
    }
  }
  const list = found.nearest.map(toPeer)
  const wanted = field.regions.findIndex((one) => one.code === choice.why)
  const why = wanted >= 0 && wanted !== own && !Number.isNaN(found.distances[wanted]) ? toPeer(wanted) : (list[0] ?? null)
  return {
    region, home, choice, traits: used, list, namedBy: found.namedBy.map(toPeer), why, choices,
    districts: choices.filter((one) => one !== region).map((one) => { const d = found.distances[field.regions.indexOf(one)] ?? Number.NaN; return { region: one, distance: Number.isNaN(d) ? null : d } }),
    counts: { field: field.regions.length - 1, ...found.counts },
    incomeWarnings: [incomeKey, 'ctx.gdp'].flatMap((key) => basis.indicators.get(key)?.caveats ?? []).filter((caveat) => caveat.kind === 'price' && (caveat.regions === null || caveat.regions.includes(region.code))).slice(0, 1),
    credits: distinct(used.filter((one) => one.leftOut === null).flatMap((one) => creditsOf(basis, one.trait.key))),
  }
}
const distinct = (credits: readonly Credit[]): readonly Credit[] => [...new Map(credits.map((credit) => [credit.dataset, credit])).values()]

type Column = { readonly trait: Trait; readonly indicator: UsedTrait['indicator']; readonly period: Period | null; readonly cells: readonly ({ readonly value: number; readonly period: Period; readonly of: Region } | null)[] }
const valueAt = (column: Column, at: number) => column.cells[at] ?? null

const makeField = async (reader: Reader, basis: Basis, among: Field) => {
  const { atlas } = basis
  const home = homeOf(atlas)
  const within = ancestorAt(atlas, home.code, among === 'union' ? 'eu' : 'country') ?? home
  const regions = listWithin(atlas, within.code, home.level)
  const countryRegions = regions.map((region) => ancestorAt(atlas, region.code, 'country') ?? region)
  await basis.load(reader, [...traits.map((trait) => trait.key), incomeKey])
  const columns = traits.flatMap((trait): Column[] => {
    const indicator = basis.indicators.get(trait.key)
    return indicator === undefined ? [] : [columnOf(regions.map((region) => holderOf(basis, region, trait.level)), { basis, trait, indicator })]
  })
  const income = newestValues(regions.map((region) => basis.seriesOf(incomeKey, region)))
  const values = new Float64Array(regions.length * columns.length)
  columns.forEach((column, at) => { regions.forEach((_, row) => { values[row * columns.length + at] = valueAt(column, row)?.value ?? Number.NaN }) })
  return { regions, countryRegions, codes: regions.map((region) => region.code), countries: countryRegions.map((region) => region.code), traits: columns.map((column) => column.trait), columns, values, income }
}
const holderOf = ({ atlas }: Basis, region: Region, level: Trait['level']): Region | undefined =>
  (level === 'nuts2' ? ancestorAt(atlas, region.code, 'nuts2') : findRegion(atlas, region.code))

const carriedYears = 3
const columnOf = (holders: readonly (Region | undefined)[], { basis, trait, indicator }: { readonly basis: Basis; readonly trait: Trait; readonly indicator: UsedTrait['indicator'] }): Column => {
  const series = holders.map((holder) => (holder === undefined ? undefined : basis.seriesOf(trait.key, holder)))
  const period = commonPeriod(series)
  const cells = series.map((one, at) => {
    const of = holders[at]
    const found = one === undefined || of === undefined || period === null ? null : carried(one, period)
    return found === null || of === undefined ? null : { ...found, of }
  })
  return { trait, indicator, period, cells }
}
/** The newest period that most of those with any value have (four in five), else the one that the largest number has. */
const commonPeriod = (all: readonly (Series | undefined)[]): Period | null => {
  const counts = new Map<Period, number>()
  let filled = 0
  for (const series of all) {
    if (!series?.missing.includes(null)) continue
    filled += 1
    series.periods.forEach((period, at) => { if (series.missing[at] === null) counts.set(period, (counts.get(period) ?? 0) + 1) })
  }
  const newestFirst = [...counts.keys()].sort((a, b) => comparePeriods(b, a))
  return newestFirst.find((period) => (counts.get(period) ?? 0) >= filled * 0.8) ?? newestFirst.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? null
}
/** The value of the period, or the newest of the three years before: a state „carried“ that the page says by its year. */
const carried = (series: Series, period: Period): { readonly value: number; readonly period: Period } | null => {
  for (let at = series.periods.length - 1; at >= 0; at--) {
    const own = series.periods[at] as Period
    if (comparePeriods(own, period) > 0) continue
    if (Number(own.slice(0, 4)) < Number(period.slice(0, 4)) - carriedYears) return null
    const cell = cellAt(series, own)
    if (cell.value !== null) return { value: cell.value, period: own }
  }
  return null
}
const newestValues = (all: readonly (Series | undefined)[]): Float64Array => {
  const period = commonPeriod(all)
  return Float64Array.from(all, (series) => (series === undefined || period === null ? Number.NaN : carried(series, period)?.value ?? Number.NaN))
}
