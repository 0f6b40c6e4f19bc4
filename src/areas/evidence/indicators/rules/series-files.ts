// Series as files: CSV for spreadsheets, JSON for programs. Every value with region, level, unit, flags, reason, source, vintage.
import type { Language } from '#kernel/language.ts'
import type { Region } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import type { Credit, Indicator, Series } from '../rules.ts'

type Shown = { readonly indicator: Indicator; readonly regions: readonly Region[]; readonly series: readonly Series[]; readonly credits: readonly Credit[] }

/** What can be known: no more decimals than are shown, and no false ones after a conversion. */
export const roundTo = (value: number, decimals: number): number => Number(value.toFixed(Math.max(decimals, 0)))

const creditText = (credits: readonly Credit[]): string => credits.map((credit) => `${credit.source}, ${credit.dataset}${credit.doi === null ? '' : ` (doi:${credit.doi})`}`).join('; ')
const vintageText = (credits: readonly Credit[]): string => credits.map((credit) => credit.asOf).join('; ')

/** UTF-8 with a byte-order mark, decimal points, RFC 4180; a text that could start a formula is made text. */
export const writeSeriesCsv = (shown: Shown & { readonly language: Language }): string => {
  const { indicator, language } = shown
  const say = speak(language)
  const missing: Readonly<Record<string, string>> = {
    unknown: say.kernel_missing_unknown(), confidential: say.kernel_missing_confidential(), unreliable: say.kernel_missing_unreliable(),
    notApplicable: say.kernel_missing_not_applicable(), noCases: say.kernel_missing_no_cases(), notServed: say.kernel_missing_not_served(),
  }
  const regions = new Map(shown.regions.map((region) => [region.code, region]))
  const rows: (string | number | null)[][] = [['indicator', 'indicator_name', 'region', 'region_name', 'level', 'nuts_version', 'period', 'value', 'unit', 'flags', 'missing', 'missing_words', 'cases', 'original_value', 'original_currency', 'source', 'vintage']]
  for (const series of shown.series) {
    const region = regions.get(series.region)
    series.periods.forEach((period, at) => {
      const reason = series.missing[at] ?? null
      const cases = series.cases?.[at]
      rows.push([
        indicator.key, indicator.name[language], series.region, region?.name[language] ?? '', region?.level ?? '', series.nutsVersion, period,
        reason === null ? roundTo(series.values[at] as number, Math.max(indicator.decimals, 2)) : null, indicator.unit.label[language], series.flags[at] ?? '', reason ?? '',
        reason === null ? '' : (missing[reason] ?? ''), cases === undefined || Number.isNaN(cases) ? null : cases,
        series.original && reason === null ? (series.original.values[at] as number) : null, series.original?.currency ?? '', creditText(shown.credits), vintageText(shown.credits),
      ])
    })
  }
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
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
  'sources', ...['dataset', 'title', 'source', 'licence', 'licence.**', 'doi', 'origin', 'asOf', 'vintage', 'receivedAt'].map((field) => `sources[].${field}`),
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
        period, value: series.missing[at] === null ? roundTo(series.values[at] as number, Math.max(shown.indicator.decimals, 2)) : null,
        flags: series.flags[at] ?? '', missing: series.missing[at] ?? null,
        ...(series.cases && !Number.isNaN(series.cases[at]) ? { cases: series.cases[at] } : {}),
        ...(series.original && series.missing[at] === null ? { original: series.original.values[at], originalCurrency: series.original.currency } : {}),
      })),
    }
  }),
})
