// A comparison as files: every chosen indicator with the whole series of the regions, or of the region above where only that one
// has values. Each row names the region whose value it is; nothing of a higher level stands under a lower one's name.
import type { Language } from '#kernel/language.ts'
import type { Region } from '#kernel/region.ts'
import type { Series } from '#areas/evidence/indicators/rules.ts'
import { seriesJsonFields, toSeriesJson, writeManySeriesCsv } from '#areas/evidence/indicators/rules/series-files.ts'
import type { Compared, ComparedIndicator } from '../rules.ts'

const partsOf = ({ indicator, cells, credits }: ComparedIndicator) => {
  const own = new Map<string, { region: Region; series: Series }>()
  for (const { of, series } of cells) if (series !== null) own.set(of.code, { region: of, series })
  return {
    indicator, credits, regions: [...own.values()].map((one) => one.region), series: [...own.values()].map((one) => one.series),
    absent: cells.filter((cell) => cell.series === null).map((cell) => cell.region),
  }
}
export const writeComparedCsv = (compared: Compared, language: Language): string => writeManySeriesCsv(compared.indicators.map(partsOf), language)

export const comparedJsonFields: readonly string[] = [
  'regions', ...['code', 'level', 'name'].map((field) => `regions[].${field}`),
  'comparisons', ...seriesJsonFields.map((field) => `comparisons[].${field}`),
  'comparisons[].period', 'comparisons[].valuesOfHigherLevel', ...['region', 'valueOf'].map((field) => `comparisons[].valuesOfHigherLevel[].${field}`), 'comparisons[].notServed',
]
export const toComparedJson = (compared: Compared): unknown => ({
  regions: compared.regions.map(({ code, level, name }) => ({ code, level, name })),
  comparisons: compared.indicators.map((one) => {
    const parts = partsOf(one)
    return {
      period: one.period, ...(toSeriesJson(parts) as object),
      valuesOfHigherLevel: one.cells.filter((cell) => cell.series !== null && cell.of.code !== cell.region.code).map((cell) => ({ region: cell.region.code, valueOf: cell.of.code })),
      notServed: parts.absent.map((region) => region.code),
    }
  }),
})
