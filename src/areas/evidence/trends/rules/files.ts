// A trend as a file: every value as measured, whether it was in the calculation, and what would follow, with its limits.
import { toCsvFile } from '#kernel/csv.ts'
import type { Language } from '#kernel/language.ts'
import type { Trend } from '../rules.ts'
import { pointsOf } from './stretch.ts'

const head = ['row', 'indicator', 'region', 'region_name', 'period', 'value', 'flags', 'in_calculation', 'method', 'low_80', 'high_80', 'low_95', 'high_95', 'vintages'] as const
export const writeTrendCsv = (trend: Trend, language: Language): string => {
  const { indicator, shown, series, stretch, forecast } = trend
  const vintages = series?.vintages.join(' ') ?? '', name = shown.name[language], used = new Set(stretch.points.map((point) => point.period))
  const edge = (level: number, side: 'low' | 'high', step: NonNullable<Trend['forecast']>['ahead'][number]): number | string => step.intervals.find((one) => one.level === level)?.[side] ?? ''
  return toCsvFile([
    head,
    ...(series === null ? [] : pointsOf(series)).map((point) => ['measured', indicator.key, shown.code, name, point.period, point.value, point.flags, used.has(point.period) ? 'yes' : 'no', '', '', '', '', '', vintages]),
    ...(forecast?.ahead ?? []).map((step) => [
      'if_past_pace_goes_on', indicator.key, shown.code, name, String(Math.round(step.time)), step.point, '', '', forecast?.method ?? '',
      edge(0.8, 'low', step), edge(0.8, 'high', step), edge(0.95, 'low', step), edge(0.95, 'high', step), vintages,
    ]),
    ...(trend.target?.rows ?? []).map((row) => [`target_${row.quantile}`, indicator.key, shown.code, name, String(trend.target?.by ?? ''), row.target, '', '', 'pace_of_others', '', '', '', '', vintages]),
  ], { separator: ',', mark: 'withMark' })
}
