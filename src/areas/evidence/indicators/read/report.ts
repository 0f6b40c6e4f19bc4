// The question behind the profile as a document: the profile, and for each of its figures what is drawn of it.
import type { Region } from '#kernel/region.ts'
import type { Reader } from '#store/handle.ts'
import { ancestorAt, findRegion, listWithin } from '#areas/evidence/regions/rules.ts'
import { findProfile } from '../read.ts'
import type { Headline } from '../rules.ts'
import { newestRelease, type RegionReport, type ReportLine } from '../rules/report.ts'
import { hasValues, newestOf } from '../rules/series.ts'
import { type Basis, getBasis } from './basis.ts'
import { creditsOf, listPeers, rankingAt } from './headlines.ts'

export const findReport = async (reader: Reader, asked: { region: string; now: Date }): Promise<RegionReport | undefined> => {
  const basis = await getBasis(reader)
  const region = findRegion(basis.atlas, asked.region)
  if (region === undefined || (region.level !== 'nuts3' && region.level !== 'municipality')) return undefined
  return basis.kept(`report ${region.code}`, asked.now, async () => {
    const profile = await findProfile(reader, asked)
    if (profile === undefined) throw new Error(`no profile of ${region.code}`)
    const chapters = profile.domains.flatMap(({ domain, withFigures, of, headlines }) => {
      const lines = headlines.filter((headline) => headline.newest?.cell.missing === null).map((headline) => lineOf(basis, headline))
      return of === 0 ? [] : [{ domain, withFigures, of, lines }]
    })
    const municipalities = region.level === 'nuts3' ? municipalitiesOf(basis, region) : []
    const credits = [...new Map([...chapters.flatMap(({ lines }) => lines.flatMap(({ headline }) => headline.credits)), ...municipalities.flatMap((one) => one.credits)].map((credit) => [credit.dataset, credit])).values()]
    return { profile, chapters, municipalities, without: profile.coverage.without, credits: credits.toSorted((a, b) => (a.dataset < b.dataset ? -1 : 1)), asOf: newestRelease(credits) }
  })
}

const lineOf = (basis: Basis, headline: Headline): ReportLine => {
  const { shown, indicator, newest } = headline
  const levels = headline.above?.meaning === 'share' ? [] : (['nuts3', 'country', 'eu'] as const)
  const regions = [shown, ...levels.flatMap((level) => { const found = ancestorAt(basis.atlas, shown.code, level); return found === undefined || found.code === shown.code ? [] : [found] })]
  const peers = listPeers(basis, shown)
  const within = ancestorAt(basis.atlas, shown.code, shown.level === 'municipality' ? 'nuts3' : 'country') ?? shown
  return {
    headline,
    series: regions.flatMap((region) => { const series = basis.seriesOf(indicator.key, region); return series !== undefined && hasValues(series) ? [{ region, series }] : [] }),
    ranking: newest === null || peers.length < 3 || shown.level === 'country' ? null : rankingAt(basis, indicator, { region: shown, regions: peers, within, period: newest.period }),
  }
}

const municipalitiesOf = (basis: Basis, district: Region): RegionReport['municipalities'] => {
  const regions = listWithin(basis.atlas, district.code, 'municipality')
  const [first] = regions
  if (first === undefined) return []
  return [...basis.indicators.values()].filter((indicator) => !indicator.hidden).flatMap((indicator) => {
    const newest = regions.map((region) => newestOf(basis.seriesOf(indicator.key, region) ?? null)).filter((one) => one?.cell.missing === null)
    const period = newest.map((one) => one?.period ?? null).toSorted().at(-1) ?? null
    const ranking = period === null ? null : rankingAt(basis, indicator, { region: first, regions, within: district, period })
    return ranking === null ? [] : [{ indicator, ranking, credits: creditsOf(basis, indicator.key) }]
  })
}
