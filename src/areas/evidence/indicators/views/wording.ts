// How evidence is said: a region as subject, an indicator as a measure, a value with unit and period, where it is from.
// Only words from values; what is drawn is in the files beside.
import type { Bilingual } from '#kernel/language.ts'
import type { Language } from '#kernel/language.ts'
import type { Observation } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { toHref } from '#ui/address.ts'
import type { Origin } from '#ui/charts/chart-figure.tsx'
import { type Measure, sayValue } from '#ui/charts/measure.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { placeWords, type PlaceWords } from '#ui/charts/place-words.ts'
import { sayMissing } from '#ui/charts/flag-words.ts'
import type { ChartSeries, ChartValue, SeriesBreak, Stance } from '#ui/charts/series.ts'
import { type Cell, datasetPath } from '#areas/evidence/datasets/rules.ts'
import type { Caveat, Credit, Domain, Indicator, Series } from '../rules.ts'

export const inWords = (text: Bilingual, language: Language): string => text[language]

export const placeOfRegion = (region: Region, language: Language): PlaceWords =>
  placeWords({ name: region.name[language], level: region.level, language })
export const titleOfRegion = (region: Region, language: Language): string => placeOfRegion(region, language).name

export const domainName = (domain: Domain, language: Language): string => {
  const say = speak(language)
  return {
    entrepreneurship: say.evidence_domain_entrepreneurship, innovation: say.evidence_domain_innovation,
    digitalisation: say.evidence_domain_digitalisation, people: say.evidence_domain_people, economy: say.evidence_domain_economy,
    territory: say.evidence_domain_territory, green: say.evidence_domain_green,
  }[domain]()
}

/** ‰ rates, index points and per-thousand figures are compared by their difference, money and counts by their ratio. */
const differs = new Set(['per-mille', 'gini', 'score', 'per-100'])
export const measureOf = (indicator: Indicator, language: Language): Measure => {
  const label = indicator.unit.label[language]
  return {
    unit: indicator.unit,
    words: label,
    decimals: indicator.decimals,
    direction: indicator.direction,
    ...(indicator.unit.percent ? {} : { after: label }),
    ...(differs.has(indicator.unit.id) ? { compare: 'difference' as const } : {}),
  }
}
/** Counts that add up over regions: a district is a part of its country, so it is not compared with it but said as a share. */
export const isPartOfWhole = (indicator: Indicator): boolean =>
  (indicator.from.kind === 'direct' && indicator.from.limits?.adds === 'regions') || indicator.from.kind === 'sum' || indicator.from.kind === 'difference'

/** The number alone, for large type: „70,4 %“, „288 736“. Missing: its reason. */
export const sayCell = (indicator: Indicator, cell: Cell, language: Language): string =>
  cell.missing !== null ? sayMissing(cell.missing, language)
    : indicator.unit.percent ? sayValue({ measure: measureOf(indicator, language), value: cell.value, language })
      : sayNumber(cell.value, language, indicator.decimals)

/** „евро на човек, 2024 г.“; a percent sign stands at the number already. */
export const sayUnitAndPeriod = (indicator: Indicator, period: Period, language: Language): string => {
  const label = indicator.unit.label[language].replace(/^%\s*/, '')
  return label === '' ? sayPeriod(period, language) : `${label}, ${sayPeriod(period, language)}`
}

const sourceNames: Readonly<Record<string, Bilingual>> = {
  eurostat: { bg: 'Евростат', en: 'Eurostat' },
  nsi: { bg: 'НСИ', en: 'NSI' },
}
export const sourceName = (source: string, language: Language): string => sourceNames[source]?.[language] ?? source

/** „Евростат, nama_10r_3gdp, издание от 21.02.2023 г.“ */
export const sayCredit = (credit: Credit, language: Language): string =>
  speak(language).evidence_credit({
    source: sourceName(credit.source, language), dataset: credit.dataset, date: sayCivilDate(credit.asOf, language),
  })
export const originsOf = (credits: readonly Credit[], language: Language): readonly Origin[] =>
  credits.map((credit) => ({
    name: `${sourceName(credit.source, language)}, ${credit.dataset}`,
    href: toHref(language, datasetPath(credit.dataset)),
    vintage: sayCivilDate(credit.asOf, language),
  }))

export const cellAsValue = (cell: Cell): ChartValue => cell
export const pointsOf = (series: Series): readonly Observation[] =>
  series.periods.map((period, at) => {
    const flags = series.flags[at] ?? ''
    const missing = series.missing[at] ?? null
    return missing === null
      ? { period, value: series.values[at] as number, flags, missing: null }
      : { period, value: null, flags, missing }
  })

/** The catalogue's breaks that concern a region; those the source flags are in the points themselves. */
export const breaksFor = (caveats: readonly Caveat[], region: string, language: Language): readonly SeriesBreak[] =>
  caveats.flatMap((caveat) =>
    caveat.kind === 'break' && caveat.from !== null && (caveat.regions === null || caveat.regions.includes(region))
      ? [{ before: caveat.from, note: caveat.text[language] }]
      : [])

export const stanceOf = (region: Region, home: string): Stance =>
  region.code === home ? 'region' : region.level === 'country' ? 'country' : region.level === 'eu' ? 'eu' : 'named'

export const toChartSeries = (from: { region: Region; series: Series; caveats: readonly Caveat[]; stance: Stance; language: Language }): ChartSeries => ({
  id: from.region.code,
  name: from.region.level === 'eu' || from.region.level === 'country' ? from.region.name[from.language] : titleOfRegion(from.region, from.language),
  stance: from.stance,
  points: pointsOf(from.series),
  breaks: breaksFor(from.caveats, from.region.code, from.language).map((cut) => ({ before: cut.before })),
})
