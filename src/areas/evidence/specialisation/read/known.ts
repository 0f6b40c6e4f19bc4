// What is published of the district itself without a division by activity: industry in value added, knowledge and technology in the region,
// foreign investment. Values of their own level or of the level that has them, never mixed.
import type { Period } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import type { Basis } from '#areas/evidence/indicators/read/basis.ts'
import { creditsOf, listPeers, shownFor, standingsAt } from '#areas/evidence/indicators/read/headlines.ts'
import { cellAt, newestOf } from '#areas/evidence/indicators/rules/series.ts'
import { ancestorAt } from '#areas/evidence/regions/rules.ts'
import { spreadOf } from '#stats/spread.ts'
import { quotientOf } from '#stats/location-quotient.ts'
import type { Known, KnownRow, Outward } from '../rules.ts'

export const industryKey = 'ctx.gva.industry'
export const fdiKey = 'ent.fdi'
export const techKeys = ['inn.cmh', 'inn.hitech', 'inn.kis', 'inn.kis.tech'] as const
const gdpKey = 'ctx.gdp.bgn', fdiTotalKey = 'ent.fdi.total', peopleKey = 'ctx.pop'
export const knownKeys = [industryKey, fdiKey, ...techKeys, gdpKey, fdiTotalKey, peopleKey]

/** One indicator of the region that has it, among its like, in its newest period. */
export const knownRow = (basis: Basis, key: string, home: Region): KnownRow | null => {
  const indicator = basis.indicators.get(key)
  if (indicator === undefined) return null
  const { shown, series } = shownFor(basis, key, home)
  const newest = newestOf(series)
  if (newest === null || newest.cell.missing !== null) return null
  const standings = standingsAt(basis, indicator, { regions: listPeers(basis, shown), period: newest.period })
  const others = standings.flatMap(({ region, cell }) => (region.code === shown.code || cell.value === null ? [] : [cell.value]))
  return { indicator, shown, period: newest.period, own: newest.cell, standings, spread: spreadOf(others), credits: creditsOf(basis, key) }
}

/** Industry, and how its share relates to the mean of the districts that have one, weighted with their GDP. */
export const industryOf = (basis: Basis, home: Region): Known | null => {
  const row = knownRow(basis, industryKey, home)
  if (row === null || row.shown.code !== home.code) return null
  const sizes = row.standings.flatMap(({ region, cell }) => {
    const gdp = numberAt(basis, gdpKey, region, row.period)
    return cell.value === null || gdp === null ? [] : [{ share: cell.value / 100, gdp }]
  })
  const all = sizes.reduce((sum, { gdp }) => sum + gdp, 0), industry = sizes.reduce((sum, { gdp, share }) => sum + gdp * share, 0)
  const quotient = quotientOf({ size: (row.own.value as number) / 100, ofRegion: 1, ofActivity: industry, all })
  return { ...row, quotient: typeof quotient === 'number' && sizes.length > 1 ? quotient : null }
}

export const outwardOf = (basis: Basis, home: Region): Outward | null => {
  const row = knownRow(basis, fdiKey, home), country = ancestorAt(basis.atlas, home.code, 'country')
  if (row === null || country === undefined) return null
  const at = (key: string, region: Region): number | null => numberAt(basis, key, region, row.period)
  const districts = row.standings.map(({ region }) => region)
  const sum = (key: string): number => districts.reduce((all, region) => all + (at(key, region) ?? 0), 0)
  const fdi = at(fdiTotalKey, row.shown), people = at(peopleKey, row.shown), allFdi = at(fdiTotalKey, country) ?? sum(fdiTotalKey), allPeople = at(peopleKey, country) ?? sum(peopleKey)
  if (fdi === null || people === null || !(allFdi > 0) || !(allPeople > 0)) return { ...row, country, ofInvestment: null, ofPeople: null, quotient: null }
  return { ...row, country, ofInvestment: fdi / allFdi, ofPeople: people / allPeople, quotient: fdi / allFdi / (people / allPeople) }
}
const numberAt = (basis: Basis, key: string, region: Region, period: Period): number | null => cellAt(basis.seriesOf(key, region), period).value
