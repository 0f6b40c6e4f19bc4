// Questions about indicators: what the profile, an indicator's page, the catalogue, a file and the terminal show.
// A hot question asks the database once (for the edition); the first after a change loads what it needs.
import type { Period } from '#kernel/period.ts'
import { comparePeriods } from '#kernel/period.ts'
import type { Level, Region } from '#kernel/region.ts'
import type { Reader } from '#store/handle.ts'
import { findVintageDataset } from '#areas/evidence/datasets/read.ts'
import { findHome, listRegionSets } from '#areas/evidence/regions/read.ts'
import { ancestorAt, findRegion, homeOf, lineOf, listWithin } from '#areas/evidence/regions/rules.ts'
import type { Basis } from './read/basis.ts'
import { getBasis } from './read/basis.ts'
import { creditsOf, headlineOf, listPeers, rankingAt, shownFor } from './read/headlines.ts'
import type { Coverage, Credit, DomainFigures, Freshness, Headline, Indicator, IndicatorPage, PackNotice, Profile, Series } from './rules.ts'
import { domains } from './rules.ts'
import { partsOf } from './rules/derive.ts'
import { freshnessOf } from './rules/freshness.ts'
import { caveatsFor, cellAt, hasValues, newestOf } from './rules/series.ts'

const listed = (basis: Basis): readonly Indicator[] => [...basis.indicators.values()].filter((indicator) => !indicator.hidden)
const newestPeriod = (periods: readonly (Period | null)[]): Period | null =>
  periods.reduce<Period | null>((newest, period) => (period !== null && (newest === null || comparePeriods(period, newest) > 0) ? period : newest), null)

/** The district and every municipality alike; a municipality shows what is known of municipalities, and what it has no value of says why. */
export const findProfile = async (reader: Reader, asked: { region?: string; now: Date }): Promise<Profile | undefined> => {
  const basis = await getBasis(reader)
  const region = findRegion(basis.atlas, asked.region ?? basis.atlas.home)
  return region && basis.kept(`profile ${region.code}`, asked.now, () => makeProfile(reader, basis, { region, now: asked.now }))
}
const makeProfile = async (reader: Reader, basis: Basis, asked: { region: Region; now: Date }): Promise<Profile> => {
  const { region } = asked
  const indicators = listed(basis)
  await basis.load(reader, indicators.map((indicator) => indicator.key))
  const at = { region, now: asked.now }
  const all = indicators.map((indicator) => headlineOf(basis, indicator, at))
  const shown = region.level === 'municipality' ? all.filter((headline) => headline.newest !== null || headline.withheld !== null || headline.gap !== null) : all
  return {
    region, line: lineOf(basis.atlas, region.code).slice(1), municipalities: listWithin(basis.atlas, region.level === 'municipality' ? (region.parent ?? region.code) : region.code, 'municipality'),
    domains: domains.flatMap((domain) => domainFigures(shown.filter((headline) => headline.indicator.domain === domain), region.level)),
    coverage: coverageOf(shown), pack: await packNotice(reader, basis),
  }
}
const byHeadline = (a: Headline, b: Headline): number => (a.indicator.headline ?? Infinity) - (b.indicator.headline ?? Infinity)
const domainFigures = (of: readonly Headline[], level: Level): readonly DomainFigures[] => {
  const [first] = of
  if (!first) return []
  const filled = of.filter((headline) => headline.newest !== null)
  const headlines = level === 'municipality' ? of : of.filter((headline) => headline.indicator.headline !== null)
  return [{ domain: first.indicator.domain, withFigures: filled.length, of: of.length, newest: newestPeriod(filled.map((headline) => headline.freshness.newest)), headlines: headlines.toSorted(byHeadline) }]
}
const coverageOf = (all: readonly Headline[]): Coverage => {
  const filled = all.filter((headline) => headline.newest !== null)
  return {
    withFigures: filled.length, of: all.length, newest: newestPeriod(filled.map((headline) => headline.freshness.newest)),
    byDomain: domains.map((domain) => {
      const of = all.filter((headline) => headline.indicator.domain === domain)
      const have = of.filter((headline) => headline.newest !== null)
      return { domain, withFigures: have.length, of: of.length, newest: newestPeriod(have.map((headline) => headline.freshness.newest)) }
    }),
    old: filled.flatMap((headline) => (headline.freshness.isOld && headline.freshness.newest !== null ? [{ indicator: headline.indicator, newest: headline.freshness.newest }] : [])),
    without: all.filter((headline) => headline.newest === null).map((headline) => headline.indicator),
  }
}
const packNotice = async (reader: Reader, basis: Basis): Promise<PackNotice | null> => {
  const fromPack = [...basis.shelf.current.values()].filter((vintage) => vintage.origin === 'pack').length
  if (fromPack === 0) return null
  basis.pack ??= await findHome(reader)
  return basis.pack ? { region: basis.pack.code, asOf: basis.pack.packAsOf, loadedAt: basis.pack.packLoadedAt, datasets: fromPack } : null
}

/** "x of N with figures, newest year", per domain; what is old, what has none. */
export const getCoverage = async (reader: Reader, asked: { now: Date }): Promise<Coverage> => {
  const basis = await getBasis(reader)
  return basis.kept('coverage', asked.now, () => makeCoverage(reader, basis, asked))
}
const makeCoverage = async (reader: Reader, basis: Basis, asked: { now: Date }): Promise<Coverage> => {
  const indicators = listed(basis)
  await basis.load(reader, indicators.map((indicator) => indicator.key))
  return coverageOf(indicators.map((indicator) => headlineOf(basis, indicator, { region: homeOf(basis.atlas), now: asked.now })))
}

export type CatalogueRow = { readonly indicator: Indicator; readonly hasFigures: boolean; readonly freshness: Freshness; readonly datasets: readonly string[]; readonly headline: Headline }
export const listCatalogue = async (reader: Reader, asked: { domain?: string; now: Date }): Promise<readonly CatalogueRow[]> => {
  const basis = await getBasis(reader)
  return basis.kept(`catalogue ${asked.domain ?? ''}`, asked.now, () => makeCatalogue(reader, basis, asked))
}
const makeCatalogue = async (reader: Reader, basis: Basis, asked: { domain?: string; now: Date }): Promise<readonly CatalogueRow[]> => {
  const indicators = listed(basis).filter((indicator) => asked.domain === undefined || indicator.domain === asked.domain)
  await basis.load(reader, indicators.map((indicator) => indicator.key))
  return indicators.map((indicator) => {
    const headline = headlineOf(basis, indicator, { region: homeOf(basis.atlas), now: asked.now })
    return { indicator, hasFigures: headline.newest !== null, freshness: headline.freshness, datasets: datasetsOf(basis, indicator.key), headline }
  })
}
const datasetsOf = (basis: Basis, key: string): readonly string[] =>
  [...new Set(basis.leavesOf(key).flatMap((leaf) => { const selection = basis.selectionOf(leaf); return selection ? [selection.dataset] : [] }))]

export const findIndicatorPage = async (reader: Reader, asked: { key: string; regions?: readonly string[]; period?: Period; now: Date }): Promise<IndicatorPage | undefined> => {
  const basis = await getBasis(reader)
  const indicator = basis.indicators.get(asked.key)
  return indicator && basis.kept(`page ${asked.key} ${(asked.regions ?? []).join()} ${asked.period ?? ''}`, asked.now, () => makeIndicatorPage(reader, basis, { ...asked, indicator }))
}
type PageAsked = { indicator: Indicator; regions?: readonly string[]; period?: Period; now: Date }
const makeIndicatorPage = async (reader: Reader, basis: Basis, asked: PageAsked): Promise<IndicatorPage> => {
  const { indicator } = asked
  await basis.load(reader, [indicator.key])
  const { atlas } = basis
  const home = homeOf(atlas)
  const { shown, series } = shownFor(basis, indicator.key, home)
  const newest = hasValues(series ?? undefined) ? newestOf(series) : null
  const headline = headlineOf(basis, indicator, { region: home, now: asked.now })
  // A count of the whole country beside the district's would press its line to the floor: it is there when asked for.
  const beside = headline.above?.meaning === 'share' ? [] : [ancestorAt(atlas, home.code, 'country'), ancestorAt(atlas, home.code, 'eu')].filter((region) => region !== undefined)
  const wished = (asked.regions ?? []).flatMap((code) => { const region = findRegion(atlas, code); return region ? [region] : [] })
  const chosen = [...new Map([shown, ...beside, ...wished].map((region) => [region.code, { region, series: basis.seriesOf(indicator.key, region) ?? null }])).values()]
    .filter(({ region, series: own }) => region.code === shown.code || hasValues(own ?? undefined) || wished.includes(region))
  const peers = listPeers(basis, shown)
  const periods = [...new Set([...chosen.flatMap((one) => one.series?.periods ?? []), ...peers.flatMap((peer) => basis.seriesOf(indicator.key, peer)?.periods ?? [])])].sort(comparePeriods)
  const period = asked.period !== undefined && periods.includes(asked.period) ? asked.period : (newest?.period ?? null)
  return {
    indicator, headline, parts: partsOf(indicator.from).flatMap((key) => { const part = basis.indicators.get(key); return part ? [part] : [] }),
    periods, chosen, choices: choicesOf(basis, indicator), sets: await listRegionSets(reader), period, shown, isOfHigherLevel: shown.code !== home.code,
    ranking: period === null ? null : rankingAt(basis, indicator, { region: shown, regions: peers, within: withinOf(basis, shown), period }),
    rankingPeriods: listRankingPeriods(periods, peers.map((peer) => basis.seriesOf(indicator.key, peer))),
    municipalities: period === null ? null : municipalRanking(basis, indicator, { home, period }),
    freshness: freshnessOf(newest?.period ?? null, asked.now), caveats: caveatsFor(indicator.caveats, { region: shown.code, period }), credits: creditsOf(basis, indicator.key),
    revisions: revisionsOf(basis, indicator, shown), jumps: jumpsOf(basis, indicator, shown),
  }
}
/** A ranking of one or two would be none. */
const leastRanked = 3
const rankingPeriodsKept = 6
const listRankingPeriods = (periods: readonly Period[], peers: readonly (Series | undefined)[]): readonly Period[] =>
  periods.filter((period) => peers.filter((series) => series && cellAt(series, period).missing === null).length >= leastRanked).slice(-rankingPeriodsKept)
const withinOf = (basis: Basis, region: Region): Region =>
  ancestorAt(basis.atlas, region.code, region.level === 'country' ? 'eu' : region.level === 'municipality' ? 'nuts3' : 'country') ?? region
/** Only regions that have values can be chosen. */
const choicesOf = (basis: Basis, indicator: Indicator): readonly Region[] => {
  const { atlas } = basis
  const country = ancestorAt(atlas, atlas.home, 'country')
  const union = ancestorAt(atlas, atlas.home, 'eu')
  const regions = [
    ...(union ? [union, ...listWithin(atlas, union.code, 'country')] : []), ...(country ? [...listWithin(atlas, country.code, 'nuts2'), ...listWithin(atlas, country.code, 'nuts3')] : []),
    ...listWithin(atlas, atlas.home, 'municipality'),
  ]
  return regions.filter((region) => hasValues(basis.seriesOf(indicator.key, region)))
}
/** In the asked period where municipalities have it, else in their newest. */
const municipalRanking = (basis: Basis, indicator: Indicator, at: { home: Region; period: Period }): IndicatorPage['municipalities'] => {
  const regions = listWithin(basis.atlas, at.home.code, 'municipality')
  const all = regions.map((region) => basis.seriesOf(indicator.key, region))
  if (!all.some(hasValues)) return null
  const hasPeriod = all.some((series) => series?.periods.includes(at.period) && series.missing[series.periods.indexOf(at.period)] === null)
  const period = hasPeriod ? at.period : newestPeriod(all.map((series) => newestOf(series ?? null)?.period ?? null))
  const [first] = regions
  return period === null || !first ? null : rankingAt(basis, indicator, { region: first, regions, within: at.home, period })
}
const jumpsOf = (basis: Basis, indicator: Indicator, shown: Region): IndicatorPage['jumps'] => {
  const leaves = new Set(basis.leavesOf(indicator.key))
  return basis.jumps.filter((jump) => jump.region === shown.code && jump.selection !== null && leaves.has(jump.selection))
}
const revisionsOf = (basis: Basis, indicator: Indicator, shown: Region): IndicatorPage['revisions'] => {
  const leaves = new Set(basis.leavesOf(indicator.key))
  return datasetsOf(basis, indicator.key).flatMap((dataset) => {
    const revision = basis.revisions.get(dataset)
    if (!revision) return []
    return [{ dataset, from: revision.from, to: revision.to, changes: revision.atHome.filter((change) => leaves.has(change.selection) && change.region === shown.code) }]
  })
}

export type FoundSeries = { readonly indicator: Indicator; readonly regions: readonly Region[]; readonly series: readonly Series[]; readonly credits: readonly Credit[] }
/** For files and the terminal. Without regions or level: home, what lies above it, and the regions it is ranked among. */
export const findSeries = async (reader: Reader, asked: { key: string; regions?: readonly string[]; level?: Level; vintage?: number }): Promise<FoundSeries | undefined> => {
  const basis = await getBasis(reader)
  const indicator = basis.indicators.get(asked.key)
  if (!indicator) return undefined
  await basis.load(reader, [indicator.key])
  const regions = regionsAsked(basis, indicator, asked)
  const earlier = asked.vintage === undefined ? undefined : await findVintageDataset(reader, asked.vintage)
  if (asked.vintage !== undefined && (!earlier || !datasetsOf(basis, indicator.key).includes(earlier))) return undefined
  const series = earlier === undefined || asked.vintage === undefined
    ? regions.flatMap((region) => { const own = basis.seriesOf(indicator.key, region); return own ? [own] : [] })
    : await basis.seriesOfVintage(reader, { key: indicator.key, dataset: earlier, vintage: asked.vintage, regions })
  return { indicator, regions, series, credits: creditsOf(basis, indicator.key) }
}
const regionsAsked = (basis: Basis, indicator: Indicator, asked: { regions?: readonly string[]; level?: Level }): readonly Region[] => {
  const { atlas } = basis
  if (asked.regions) return asked.regions.flatMap((code) => { const region = findRegion(atlas, code); return region ? [region] : [] })
  if (asked.level) return [...atlas.regions.values()].filter((region) => region.level === asked.level)
  const home = homeOf(atlas)
  const peers = listPeers(basis, shownFor(basis, indicator.key, home).shown)
  return [...new Map([...lineOf(atlas, home.code), ...peers, ...listWithin(atlas, home.code, 'municipality')].map((region) => [region.code, region])).values()]
}
