// Questions about comparisons. Reads what the indicators keep in memory for an edition; asks the database for what is not there yet.
import type { Period } from '#kernel/period.ts'
import { comparePeriods } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import type { Reader } from '#store/handle.ts'
import { type Basis, getBasis } from '#areas/evidence/indicators/read/basis.ts'
import { creditsOf, directionOf, shownFor } from '#areas/evidence/indicators/read/headlines.ts'
import { domains, type Indicator, type Series } from '#areas/evidence/indicators/rules.ts'
import { listRegionSets } from '#areas/evidence/regions/read.ts'
import { ancestorAt, findRegion, homeOf, listPeersAtHome, listWithin, type RegionSet } from '#areas/evidence/regions/rules.ts'
import { cellOf, type Choice, type Compared, type ComparedIndicator, mostIndicators, mostRegions, periodOf, type Preset } from './rules.ts'

type Asked = Pick<Choice, 'indicators' | 'regions' | 'period'> & { readonly now: Date }

export const getCompared = async (reader: Reader, asked: Asked): Promise<Compared> => {
  const basis = await getBasis(reader)
  return basis.kept(`compared ${asked.indicators.join()} ${asked.regions.join()} ${asked.period ?? ''}`, asked.now, () => makeCompared(reader, basis, asked))
}
const makeCompared = async (reader: Reader, basis: Basis, asked: Asked): Promise<Compared> => {
  const home = homeOf(basis.atlas)
  const all = [...basis.indicators.values()].filter((indicator) => !indicator.hidden)
  const presets = presetsOf(basis, all, await listRegionSets(reader))
  const wishedRegions = asked.regions.length > 0 ? asked.regions : (presets.find((preset) => preset.name === 'above')?.regions ?? [home.code])
  const wishedKeys = asked.indicators.length > 0 ? asked.indicators : firstOf(all)
  const regions = wishedRegions.flatMap((code) => findRegion(basis.atlas, code) ?? [])
  const indicators = wishedKeys.flatMap((key) => basis.indicators.get(key) ?? [])
  const shownRegions = regions.slice(0, mostRegions), shownIndicators = indicators.slice(0, mostIndicators)
  await basis.load(reader, shownIndicators.map((indicator) => indicator.key))
  const compared = shownIndicators.map((indicator) => compare(basis, indicator, { regions: shownRegions, period: asked.period }))
  return {
    home, regions: shownRegions, indicators: compared, periods: periodsOf(compared),
    unknown: [...wishedRegions.filter((code) => findRegion(basis.atlas, code) === undefined), ...wishedKeys.filter((key) => !basis.indicators.has(key))],
    tooMany: { regions: regions.length - shownRegions.length, indicators: indicators.length - shownIndicators.length },
    isChosen: asked.regions.length + asked.indicators.length > 0 ? 'asked' : 'first',
    choices: { regions: choicesOf(basis, home), indicators: all }, presets,
  }
}

const compare = (basis: Basis, indicator: Indicator, at: { regions: readonly Region[]; period: Period | null }): ComparedIndicator => {
  const found = at.regions.map((region): { region: Region; shown: Region; series: Series | null } => {
    if (region.level === 'eu' || region.level === 'country') return { region, shown: region, series: basis.seriesOf(indicator.key, region) ?? null }
    return { region, ...shownFor(basis, indicator.key, region) }
  })
  const newest = periodOf(found.map((one) => one.series))
  const period = at.period !== null && found.some((one) => one.series?.periods.includes(at.period as Period)) ? at.period : newest
  return { indicator, direction: directionOf(basis, indicator), period, cells: found.map((one) => cellOf({ ...one, period })), credits: creditsOf(basis, indicator.key) }
}
const periodsOf = (indicators: readonly ComparedIndicator[]): readonly Period[] =>
  [...new Set(indicators.flatMap((one) => one.cells.flatMap((cell) => cell.series?.periods ?? [])))].sort((a, b) => comparePeriods(b, a))

/** What a page of the region is asked first: the headline figures, in the order of the domains. */
const firstOf = (all: readonly Indicator[]): readonly string[] =>
  domains.flatMap((domain) => all.filter((indicator) => indicator.domain === domain && indicator.headline !== null).sort((a, b) => (a.headline ?? 0) - (b.headline ?? 0)).slice(0, 2)).map((indicator) => indicator.key)

const choicesOf = ({ atlas }: Basis, home: Region): readonly Region[] => {
  const union = ancestorAt(atlas, home.code, 'eu'), country = ancestorAt(atlas, home.code, 'country')
  return [
    ...(union ? [union, ...listWithin(atlas, union.code, 'country')] : []),
    ...(country ? [...listWithin(atlas, country.code, 'nuts2'), ...listWithin(atlas, country.code, home.level === 'nuts3' ? 'nuts3' : home.level)] : []),
    ...listWithin(atlas, home.code, 'municipality'),
  ]
}
const presetsOf = ({ atlas, indicators }: Basis, all: readonly Indicator[], sets: readonly RegionSet[]): readonly Preset[] => {
  const home = homeOf(atlas)
  const above = [home, ancestorAt(atlas, home.code, 'country'), ancestorAt(atlas, home.code, 'eu')].flatMap((region) => (region ? [region.code] : []))
  const municipal = all.filter((indicator) => indicator.level === 'municipality' && indicators.has(indicator.key)).map((indicator) => indicator.key)
  const presets: readonly Preset[] = [
    { name: 'districts', regions: listPeersAtHome(atlas, home.code).map((region) => region.code), indicators: [], set: null },
    { name: 'above', regions: [...new Set(above)], indicators: [], set: null },
    { name: 'municipalities', regions: listWithin(atlas, home.code, 'municipality').map((region) => region.code), indicators: municipal, set: null },
    ...sets.map((set): Preset => ({ name: 'set', regions: [set.region, ...set.regions].slice(0, mostRegions), indicators: [], set })),
  ]
  return presets.filter((preset) => preset.regions.length > 1)
}

