// How evidence is said: a region as subject, an indicator as a quantity, a value with unit and period, where it is from.
// Only words from values; what is drawn is in the files beside.
import type { Bilingual, Language } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { toHref } from '#ui/address.ts'
import type { Origin } from '#ui/charts/chart-figure.tsx'
import { type Quantity, sayValue } from '#ui/charts/quantity-words.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { placeWords, type PlaceWords, sayAsSubject, sayPlain } from '#ui/charts/place-words.ts'
import type { Subject } from '#ui/charts/reading.ts'
import { sayMissing } from '#ui/charts/flag-words.ts'
import type { ChartSeries, SeriesBreak, Stance } from '#ui/charts/series.ts'
import { type Cell, datasetPath } from '#areas/evidence/datasets/rules.ts'
import { sayEdition } from '#areas/evidence/datasets/views/vintage-words.ts'
import { codeWords, sourceWords } from '#areas/evidence/datasets/rules/source-words.ts'
import type { Caveat, Credit, Domain, Indicator, Series } from '../rules.ts'
import { observationsOf } from '../rules/series.ts'

export const placeOfRegion = (region: Region, language: Language): PlaceWords =>
  placeWords({ name: region.name[language], level: region.level, language })
export const titleOfRegion = (region: Region, language: Language): string => placeOfRegion(region, language).name
/** The same, for a sentence that begins with the region: „Югоизточният район е …“. */
export const subjectPlace = (region: Region, language: Language): PlaceWords =>
  ({ ...placeOfRegion(region, language), name: sayAsSubject({ name: region.name[language], level: region.level, language }) })
/** Inside a sentence: „област Липова“, „Югоизточния район“. */
export const plainRegion = (region: Region, language: Language): string => sayPlain({ name: region.name[language], level: region.level, language })

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
export const quantityOf = (indicator: Indicator, language: Language): Quantity => {
  const label = indicator.unit.label[language]
  return {
    unit: indicator.unit,
    words: label,
    decimals: indicator.decimals,
    direction: isPartOfWhole(indicator) || indicator.caveats.some((caveat) => caveat.kind === 'price') ? 'neither' : indicator.direction,
    ...(indicator.unit.percent ? {} : { after: label, ...oneOf(indicator, language) }),
    ...(differs.has(indicator.unit.id) ? { compare: 'difference' as const } : {}),
  }
}
/** What is counted, after exactly one. A unit that is not here reads the same after every number, or is never a whole one. */
const ones: Readonly<Record<string, Bilingual>> = {
  persons: { bg: 'човек', en: 'person' }, enterprises: { bg: 'предприятие', en: 'enterprise' }, children: { bg: 'дете', en: 'child' },
  settlements: { bg: 'населено място', en: 'settlement' }, 'local-units': { bg: 'местна единица', en: 'local unit' }, fte: { bg: 'човек в еквивалент на пълно работно време', en: 'full-time equivalent' },
}
const oneOf = ({ unit }: Indicator, language: Language): { readonly afterOne?: string } => {
  const one = ones[unit.id]
  return one === undefined ? {} : { afterOne: one[language] }
}
/** A year and its „г.“ stay on one line. */
export const bound = (text: string): string => text.replaceAll(' г.', '\u00a0г.')

/** A sentence that follows a colon. */
export const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1)

/** What rises or falls in a sentence; „Стойността“ where the catalogue names nothing. */
export const subjectOf = (indicator: Indicator, language: Language): { readonly subject?: Subject } =>
  (indicator.subject === null ? {} : { subject: indicator.subject[language] })
/** As quantityOf, but a unit that the subject says already is not said again after each number. */
export const quantityInSentence = (indicator: Indicator, language: Language): Quantity => {
  const { after, afterOne, ...quantity } = quantityOf(indicator, language)
  const isSaid = after !== undefined && saysAlready(indicator.subject?.[language].text ?? '', after)
  return after === undefined || isSaid ? quantity : { ...quantity, after, ...(afterOne === undefined ? {} : { afterOne }) }
}
/** „Броят на населените места“ says „населени места“, „Броят на децата“ says „деца“: the words are the same but for their endings. */
const saysAlready = (subject: string, unit: string): boolean => {
  if (subject.includes(unit)) return true
  const words = subject.toLowerCase().split(/[\s,]+/)
  return unit.split(/\s+/).every((word) => word.length >= 4 && words.some((one) => one.startsWith(word.slice(0, Math.max(4, word.length - 3)))))
}
/** Counts that add up over regions are ordered by size, and so is what a price moves; none is better. */
const isPartOfWhole = (indicator: Indicator): boolean =>
  (indicator.from.kind === 'direct' && indicator.from.limits?.adds === 'regions') || indicator.from.kind === 'sum' || indicator.from.kind === 'difference'

/** The number alone, for large type: „70,4 %“, „288 736“. Missing: its reason. */
export const sayCell = (indicator: Indicator, cell: Cell, language: Language): string =>
  cell.missing !== null ? sayMissing(cell.missing, language)
    : indicator.unit.percent ? sayValue({ quantity: quantityOf(indicator, language), value: cell.value, language })
      : sayNumber(cell.value, language, indicator.decimals)

/** „евро на човек, 2024 г.“, „човек, 2024 г.“ after one; a percent sign stands at the number already. */
export const sayUnitAndPeriod = ({ indicator, period, value, language }: { readonly indicator: Indicator; readonly period: Period; readonly value: number | null; readonly language: Language }): string => {
  const { afterOne } = oneOf(indicator, language)
  const label = value === 1 && afterOne !== undefined ? afterOne : indicator.unit.label[language].replace(/^%\s*/, '')
  return label === '' ? sayPeriod(period, language) : `${label}, ${sayPeriod(period, language)}`
}

/** „НСИ (629, 1169), издание от февруари 2026 г.; Евростат (bd_size_r3), издание от януари 2024 г.“ */
export const sayCredits = (credits: readonly Credit[], language: Language): string => {
  const say = speak(language)
  const alike = Map.groupBy(credits, (credit) => `${credit.source} ${credit.asOf} ${credit.dateFrom}`)
  return [...alike.values()].map((some) => {
    const [{ source, ...dating }] = some as [Credit]
    const datasets = some.map((credit) => codeWords(credit.dataset)).filter((code) => code !== '').join(', ')
    const words = { source: sourceWords(source, language), edition: sayEdition(dating, language) }
    return datasets === '' ? say.evidence_credit_whole(words) : say.evidence_credit({ ...words, dataset: datasets })
  }).join('; ')
}
export const originsOf = (credits: readonly Credit[], language: Language): readonly Origin[] =>
  credits.map((credit) => ({
    name: [sourceWords(credit.source, language), codeWords(credit.dataset)].filter((word) => word !== '').join(', '),
    href: toHref(language, datasetPath(credit.dataset)),
    vintage: sayCivilDate(credit.asOf, language), ...(credit.dateFrom === 'receipt' ? { dated: 'unknown' as const } : {}),
  }))


/** The catalogue's breaks that concern a region; those the source flags are in the points themselves. */
export const breaksFor = (caveats: readonly Caveat[], region: string, language: Language): readonly SeriesBreak[] =>
  caveats.flatMap((caveat) =>
    caveat.kind === 'break' && caveat.from !== null && (caveat.regions === null || caveat.regions.includes(region))
      ? [caveat.mark === undefined ? { before: caveat.from } : { before: caveat.from, note: caveat.mark[language] }]
      : [])

/** Green is the home region's and nobody else's: a value of a higher level is drawn as the one named beside it. */
export const stanceOf = (region: Region, home: string): Stance =>
  region.code === home ? 'region' : region.level === 'country' ? 'country' : region.level === 'eu' ? 'eu' : 'named'

export const toChartSeries = (from: { region: Region; series: Series; caveats: readonly Caveat[]; stance: Stance; language: Language }): ChartSeries => ({
  id: from.region.code,
  name: from.region.level === 'eu' || from.region.level === 'country' ? from.region.name[from.language] : titleOfRegion(from.region, from.language),
  stance: from.stance,
  points: observationsOf(from.series),
  breaks: breaksFor(from.caveats, from.region.code, from.language),
})
