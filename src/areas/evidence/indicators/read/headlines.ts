// One indicator for one region as a card shows it: whose value it is, its newest value, place, country and Union beside it.
import type { Period } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import { ancestorAt, lineOf, listPeersAtHome, listWithin } from '#areas/evidence/regions/rules.ts'
import { type Spread, spreadOf } from '#stats/spread.ts'
import type { Comparison, Credit, Direction, Headline, Indicator, Ranking, Series, Standing } from '../rules.ts'
import { addsUp } from '../rules/derive.ts'
import { freshnessOf } from '../rules/freshness.ts'
import { unexplainedJumps } from '../rules/jumps.ts'
import { isRankable, placeOf, rankStandings } from '../rules/place.ts'
import { beforeOf, caveatsFor, cellAt, hasValues, newestOf } from '../rules/series.ts'
import type { Basis, TimelessHeadline } from './basis.ts'

/** The region itself where it has values, else the nearest region above that has: a value of a higher level, and said so. */
export const shownFor = (basis: Basis, key: string, region: Region): { readonly shown: Region; readonly series: Series | null } => {
  for (const shown of lineOf(basis.atlas, region.code)) {
    if (shown.level === 'eu' || (region.level === 'municipality' && shown.level !== 'municipality')) break
    const series = basis.seriesOf(key, shown)
    if (hasValues(series)) return { shown, series: series ?? null }
  }
  return { shown: region, series: basis.seriesOf(key, region) ?? null }
}

export const listPeers = (basis: Basis, region: Region): readonly Region[] => {
  if (region.level !== 'country') return listPeersAtHome(basis.atlas, region.code)
  const union = ancestorAt(basis.atlas, region.code, 'eu')
  return union ? listWithin(basis.atlas, union.code, 'country') : [region]
}

export const standingsAt = (basis: Basis, indicator: Indicator, at: { regions: readonly Region[]; period: Period }): readonly Standing[] =>
  rankStandings(at.regions.map((region) => {
    const series = basis.seriesOf(indicator.key, region)
    const place = series?.periods.indexOf(at.period) ?? -1
    const cases = series?.cases?.[place]
    return { region, cell: cellAt(series, at.period), cases: cases === undefined || Number.isNaN(cases) ? null : cases }
  }), { direction: directionOf(basis, indicator), decimals: indicator.decimals })

const isShareOf = (basis: Basis, key: string): boolean => addsUp({ indicator: (one) => basis.indicators.get(one), limits: (one) => basis.selectionOf(one)?.limits }, key)
/** A count follows the size of a region: having few deaths because one is small is no merit, so counts are ordered by size.
 *  What a price moves is no merit either. */
export const directionOf = (basis: Basis, indicator: Indicator): Direction =>
  (isShareOf(basis, indicator.key) || indicator.caveats.some((caveat) => caveat.kind === 'price') ? 'neither' : indicator.direction)

const spreadAmong = (standings: readonly Standing[], code: string): Spread | null =>
  spreadOf(standings.flatMap(({ region, cell }) => (region.code !== code && isRankable(cell) && cell.value !== null ? [cell.value] : [])))

/** null where fewer than two of the regions have a value in the period: nothing to rank. */
export const rankingAt = (basis: Basis, indicator: Indicator, at: { region: Region; regions: readonly Region[]; within: Region; period: Period }): Ranking | null => {
  const standings = standingsAt(basis, indicator, at)
  if (standings.filter((standing) => standing.cell.missing === null).length < 2) return null
  return { period: at.period, level: at.regions[0]?.level ?? at.region.level, within: at.within, standings, place: placeOf({ standings, code: at.region.code, period: at.period, direction: directionOf(basis, indicator) }) }
}

const compare = (basis: Basis, indicator: Indicator, at: { own: number | null; period: Period; region: Region | undefined }): Comparison | null => {
  const { region, period, own } = at
  if (!region) return null
  const cell = cellAt(basis.seriesOf(indicator.key, region), period)
  const theirs = cell.value
  const isShare = isShareOf(basis, indicator.key)
  const both = own !== null && theirs !== null
  return {
    region, period, cell, difference: both ? own - theirs : null, ratio: both && theirs !== 0 && !indicator.unit.percent ? own / theirs : null,
    meaning: isShare ? 'share' : 'distance',
  }
}

export const creditsOf = (basis: Basis, key: string): readonly Credit[] => {
  const datasets = new Set(basis.leavesOf(key).map((leaf) => basis.selectionOf(leaf)?.dataset))
  return [...datasets].flatMap((code) => {
    const dataset = code === undefined ? undefined : basis.shelf.datasets.get(code)
    const vintage = code === undefined ? undefined : basis.shelf.current.get(code)
    if (!dataset || !vintage) return []
    return [{
      dataset: dataset.code, title: dataset.title, source: dataset.source, doi: dataset.doi, licence: { name: dataset.licence.name, address: dataset.licence.address },
      vintage: vintage.number, asOf: vintage.asOf, dateFrom: vintage.dateFrom, receivedAt: vintage.receivedAt, origin: vintage.origin,
    }]
  })
}

const timeless = (basis: Basis, indicator: Indicator, region: Region): TimelessHeadline => {
  const { shown, series } = shownFor(basis, indicator.key, region)
  const newest = hasValues(series ?? undefined) ? newestOf(series) : null
  const above = { isOfHigherLevel: shown.code !== region.code, indicator, shown }
  if (!newest || !series) {
    return { ...above, series: null, newest: null, jumps: [], withheld: withheldOf(basis.seriesOf(indicator.key, region)), gap: gapOf(basis, indicator, region), before: null, place: null, spread: null, above: null, eu: null, caveats: caveatsFor(indicator.caveats, { region: shown.code, period: null }), credits: creditsOf(basis, indicator.key) }
  }
  const { period, cell } = newest
  const standings = standingsAt(basis, indicator, { regions: listPeers(basis, shown), period })
  const at = (level: 'nuts3' | 'country' | 'eu') => { const found = ancestorAt(basis.atlas, shown.code, level); return found?.code === shown.code ? undefined : found }
  return {
    ...above, series, newest, jumps: unexplainedJumps({ jumps: basis.jumps, leaves: basis.leavesOf(indicator.key), shown, newest: period, caveats: indicator.caveats }), withheld: null, gap: null, before: beforeOf(series, indicator.caveats, period),
    place: placeOf({ standings, code: shown.code, period, direction: directionOf(basis, indicator) }), spread: spreadAmong(standings, shown.code),
    above: compare(basis, indicator, { own: cell.value, period, region: at(shown.level === 'municipality' ? 'nuts3' : 'country') }), eu: compare(basis, indicator, { own: cell.value, period, region: at('eu') }),
    caveats: caveatsFor(indicator.caveats, { region: shown.code, period }), credits: creditsOf(basis, indicator.key),
  }
}

const withheldOf = (series: Series | undefined): Headline['withheld'] => {
  const last = (series?.periods.length ?? 0) - 1
  const period = series?.periods[last]
  const cases = series?.cases?.[last]
  return period === undefined || cases === undefined || Number.isNaN(cases) || series?.missing[last] !== 'unreliable' ? null : { period, cases }
}

/** A municipality without a town has no share of people in towns: that is said where others of its district have one. */
const gapOf = (basis: Basis, indicator: Indicator, region: Region): Headline['gap'] => {
  if (region.level !== 'municipality' || region.parent === null) return null
  const isKnownBeside = listWithin(basis.atlas, region.parent, 'municipality').some((other) => hasValues(basis.seriesOf(indicator.key, other)))
  if (!isKnownBeside) return null
  const series = basis.seriesOf(indicator.key, region)
  const last = (series?.periods.length ?? 0) - 1
  return { period: series?.periods[last] ?? null, missing: series?.missing[last] ?? 'notServed' }
}

/** Made once per edition; only its age is new every time. */
export const headlineOf = (basis: Basis, indicator: Indicator, at: { region: Region; now: Date }): Headline => {
  const name = `${indicator.key} ${at.region.code}`
  let made = basis.headlines.get(name)
  if (!made) basis.headlines.set(name, (made = timeless(basis, indicator, at.region)))
  return { ...made, freshness: freshnessOf(made.newest?.period ?? null, at.now) }
}
