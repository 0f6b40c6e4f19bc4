// One indicator as JSON-stat 2.0: indicator × region × period, sparse. Flags stand as letters in `status`; why a cell is empty stands
// in `extension.missing`, reason by reason, because the format has no word for it. Our own reader reads it back as it was.
import type { Language } from '#kernel/language.ts'
import { type Missing, missingReasons } from '#kernel/observation.ts'
import { comparePeriods, type Period } from '#kernel/period.ts'
import { speak } from '#kernel/speak.ts'
import type { Region } from '#kernel/region.ts'
import { sourceWords } from '#areas/evidence/datasets/rules/source-words.ts'
import type { Credit, Indicator, Series } from '#areas/evidence/indicators/rules.ts'
import { toPublished } from '#areas/evidence/indicators/rules/series-files.ts'
import { anything, list, map, number, object, oneOf, text, whole, type Schema } from './schema.ts'

type Shown = { readonly indicator: Indicator; readonly regions: readonly Region[]; readonly series: readonly Series[]; readonly credits: readonly Credit[]; readonly language: Language }

export const jsonStatSchema: Schema = object({
  version: oneOf(['2.0']), class: oneOf(['dataset']), label: text, source: text, updated: text, note: list(text), id: list(text), size: list(whole),
  role: object({ time: list(text), geo: list(text), metric: list(text) }), dimension: anything, value: map(number), status: map(text),
  extension: object({ indicator: text, nutsVersion: list(text), vintages: list(whole), missing: map(list(whole)), licences: list(text) }),
}, ['updated'])

export const toJsonStat = ({ indicator, regions, series, credits, language }: Shown): unknown => {
  const names = new Map(regions.map((region) => [region.code, region.name[language]]))
  const say = speak(language)
  const periods = [...new Set(series.flatMap((one) => one.periods))].sort(comparePeriods)
  const places = new Map<Period, number>(periods.map((period, at) => [period, at]))
  const value: Record<string, number> = {}
  const status: Record<string, string> = {}
  const missing: Partial<Record<Missing, number[]>> = {}
  series.forEach((one, row) => {
    const reasons = new Array<Missing | null>(periods.length).fill('notServed')
    one.periods.forEach((period, at) => {
      const place = places.get(period) as number
      const reason = one.missing[at] ?? null
      const flags = one.flags[at] ?? ''
      reasons[place] = reason
      if (reason === null) value[row * periods.length + place] = toPublished(one.values[at] as number, indicator.decimals)
      if (flags !== '') status[row * periods.length + place] = flags
    })
    reasons.forEach((reason, place) => { if (reason !== null) (missing[reason] ??= []).push(row * periods.length + place) })
  })
  const updated = credits.map((credit) => credit.receivedAt.toISOString()).sort().at(-1)
  return {
    version: '2.0', class: 'dataset', label: indicator.name[language],
    source: credits.map((credit) => `${sourceWords(credit.source, language)}, ${credit.dataset} (${credit.dateFrom === 'receipt' ? say.evidence_csv_received({ date: credit.asOf }) : credit.asOf})`).join('; '), ...(updated === undefined ? {} : { updated }),
    note: [indicator.definition[language], ...indicator.caveats.map((caveat) => caveat.text[language])],
    id: ['indicator', 'geo', 'time'], size: [1, series.length, periods.length], role: { time: ['time'], geo: ['geo'], metric: ['indicator'] },
    dimension: {
      indicator: { label: indicator.name[language], category: { index: [indicator.key], label: { [indicator.key]: indicator.shortName[language] }, unit: { [indicator.key]: { label: indicator.unit.label[language], decimals: indicator.decimals } } } },
      geo: { label: say.evidence_api_geo(), category: { index: series.map((one) => one.region), label: Object.fromEntries(series.map((one) => [one.region, names.get(one.region) ?? one.region])) } },
      time: { label: say.evidence_api_time(), category: { index: periods } },
    },
    value, status,
    extension: {
      indicator: indicator.key, nutsVersion: [...new Set(series.map((one) => one.nutsVersion))], vintages: [...new Set(series.flatMap((one) => one.vintages))].sort((a, b) => a - b),
      missing: Object.fromEntries(missingReasons.flatMap((reason) => (missing[reason] === undefined ? [] : [[reason, missing[reason]]]))),
      licences: [...new Set(credits.map((credit) => credit.licence.address))],
    },
  }
}
