// Series as files: CSV for spreadsheets, JSON for programs. Every value with region, level, unit, flags, reason, source, vintage.
import { sourceWords } from '#areas/evidence/datasets/rules/source-words.ts'
import type { Language } from '#kernel/language.ts'
import type { Missing } from '#kernel/observation.ts'
import type { Region } from '#kernel/region.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import type { Credit, Indicator, Series } from '../rules.ts'

type Shown = { readonly indicator: Indicator; readonly regions: readonly Region[]; readonly series: readonly Series[]; readonly credits: readonly Credit[] }

/** What a file says of a value: two decimals at least, no false ones after a conversion; and never a number that, rounded again to
 *  what the page shows, would read otherwise than the page. Worked: 15.046 shown as 15.0 is published as 15.046, because 15.05 would read 15.1. */
export const toPublished = (value: number, shown: number): number => {
  for (let places = Math.max(shown, 2); places < Math.max(shown, 2) + 8; places++) {
    const rounded = Number(value.toFixed(places))
    // Only what was rounded onto the middle between two shown numbers can tip over.
    const part = 10 ** (places - shown)
    if (part === 1 || Math.abs(Math.round(rounded * 10 ** places)) % part !== part / 2 || sayNumber(rounded, 'en', shown) === sayNumber(value, 'en', shown)) return rounded
  }
  return value
}

/** For a person and for a program: who, what it is called, and under which code it is found there. */
const creditText = (credits: readonly Credit[], language: Language): string => credits.map((credit) => `${sourceWords(credit.source, language)}, ${credit.title[language]}, ${credit.dataset}${credit.doi === null ? '' : ` (doi:${credit.doi})`}`).join('; ')
const vintageText = (credits: readonly Credit[], language: Language): string =>
  credits.map(({ asOf, dateFrom }) => (dateFrom === 'receipt' ? speak(language).evidence_csv_received({ date: asOf }) : asOf)).join('; ')

const csvHead: readonly string[] = ['indicator', 'indicator_name', 'region', 'region_name', 'level', 'nuts_version', 'period', 'value', 'unit', 'flags', 'missing', 'missing_words', 'cases', 'original_value', 'original_currency', 'source', 'vintage']
type CsvRow = readonly (string | number | null)[]
type InLanguage = { readonly language: Language }

/** UTF-8 with a byte-order mark, decimal points, RFC 4180; a text that could start a formula is made text. */
export const writeSeriesCsv = (shown: Shown & InLanguage): string => writeCsvRows(seriesRows(shown))
/** Several indicators in one file, and with each the regions that the source has nothing for: a line of its own says so. */
export const writeManySeriesCsv = (many: readonly (Shown & { readonly absent: readonly Region[] })[], language: Language): string =>
  writeCsvRows(many.flatMap((shown) => [...seriesRows({ ...shown, language }), ...shown.absent.map((region) => absentRow({ ...shown, language, region }))]))
const writeCsvRows = (rows: readonly CsvRow[]): string => `\uFEFF${[csvHead, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

const missingWords = (reason: Missing, language: Language): string => {
  const say = speak(language)
  return { unknown: say.kernel_missing_unknown, confidential: say.kernel_missing_confidential, unreliable: say.kernel_missing_unreliable, notApplicable: say.kernel_missing_not_applicable, noCases: say.kernel_missing_no_cases, notServed: say.kernel_missing_not_served }[reason]()
}
const absentRow = ({ indicator, region, language, credits }: Shown & InLanguage & { readonly region: Region }): CsvRow => [
  indicator.key, indicator.name[language], region.code, region.name[language], region.level, region.version, '', null, indicator.unit.label[language], '', 'notServed', missingWords('notServed', language),
  null, null, '', creditText(credits, language), vintageText(credits, language),
]
const seriesRows = (shown: Shown & InLanguage): readonly CsvRow[] => {
  const { indicator, language } = shown
  const regions = new Map(shown.regions.map((region) => [region.code, region]))
  const from = creditText(shown.credits, language), vintage = vintageText(shown.credits, language)
  return shown.series.flatMap((series) => {
    const region = regions.get(series.region)
    return series.periods.map((period, at): CsvRow => {
      const reason = series.missing[at] ?? null
      const cases = series.cases?.[at]
      return [
        indicator.key, indicator.name[language], series.region, region?.name[language] ?? '', region?.level ?? '', series.nutsVersion, period,
        reason === null ? toPublished(series.values[at] as number, indicator.decimals) : null, indicator.unit.label[language], series.flags[at] ?? '', reason ?? '',
        reason === null ? '' : missingWords(reason, language), cases === undefined || Number.isNaN(cases) ? null : cases,
        series.original && reason === null ? (series.original.values[at] as number) : null, series.original?.currency ?? '', from, vintage,
      ]
    })
  })
}
const cell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** All fields that the JSON below may hold; the policy test compares. */
export const seriesJsonFields: readonly string[] = [
  'indicator', ...['key', 'version', 'name', 'definition', 'decimals', 'direction', 'domain', 'unit', 'unit.**', 'from', 'from.**', 'caveats', 'caveats[].**'].map((field) => `indicator.${field}`),
  'sources', ...['dataset', 'title', 'source', 'licence', 'licence.**', 'doi', 'origin', 'asOf', 'dateFrom', 'vintage', 'receivedAt'].map((field) => `sources[].${field}`),
  'series', ...['region', 'nutsVersion', 'level', 'name', 'vintages', 'observations'].map((field) => `series[].${field}`),
  ...['period', 'value', 'flags', 'missing', 'cases', 'original', 'originalCurrency'].map((field) => `series[].observations[].${field}`),
]
export const toSeriesJson = (shown: Shown): unknown => ({
  indicator: {
    key: shown.indicator.key, version: shown.indicator.version, name: shown.indicator.name, definition: shown.indicator.definition, unit: shown.indicator.unit,
    decimals: shown.indicator.decimals, direction: shown.indicator.direction, domain: shown.indicator.domain, from: shown.indicator.from, caveats: shown.indicator.caveats,
  },
  sources: shown.credits.map((credit) => ({ ...credit, receivedAt: credit.receivedAt.toISOString() })),
  series: shown.series.map((series) => {
    const region = shown.regions.find((one) => one.code === series.region)
    return {
      region: series.region, nutsVersion: series.nutsVersion, level: region?.level ?? null, name: region?.name ?? null, vintages: series.vintages,
      observations: series.periods.map((period, at) => ({
        period, value: series.missing[at] === null ? toPublished(series.values[at] as number, shown.indicator.decimals) : null,
        flags: series.flags[at] ?? '', missing: series.missing[at] ?? null,
        ...(series.cases && !Number.isNaN(series.cases[at]) ? { cases: series.cases[at] } : {}),
        ...(series.original && series.missing[at] === null ? { original: series.original.values[at], originalCurrency: series.original.currency } : {}),
      })),
    }
  }),
})
