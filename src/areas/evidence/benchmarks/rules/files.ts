// A benchmark as a file: one row for each indicator with every mark, gap and pace; a missing number is its reason.
import { toCsvFile } from '#kernel/csv.ts'
import type { Language } from '#kernel/language.ts'
import { isNumber, type Value } from '#stats/reason.ts'
import { toPublished } from '#areas/evidence/indicators/rules/series-files.ts'
import type { Benchmark } from '../rules.ts'

const head = [
  'indicator', 'indicator_name', 'domain', 'direction', 'unit', 'period', 'region', 'value', 'flags', 'peers', 'peers_missing', 'min', 'q1', 'median', 'q3', 'max', 'mean', 'best', 'best_regions', 'gap_to_median', 'gap_to_good_quarter',
  'gap_to_best', 'gap_to_mean', 'years_to_median', 'years_to_good_quarter', 'peers_yearly_progress', 'quarter_ratio', 'share_lower', 'share_worse', 'trend', 'trend_p', 'years_old', 'datasets', 'vintages', 'why_missing',
] as const
export const writeBenchmarkCsv = (benchmark: Benchmark, language: Language): string => toCsvFile([
  head,
  ...benchmark.lines.map(({ indicator, direction, period, cell, row, best, trend, missing, freshness, credits }) => {
    const inUnit = (value: Value): number | string => (isNumber(value) ? toPublished(value, indicator.decimals) : value)
    const plain = (value: Value): number | string => (isNumber(value) ? Number(value.toFixed(4)) : value)
    return [
      indicator.key, indicator.name[language], indicator.domain, direction, indicator.unit.label[language], period, benchmark.region.code, inUnit(row.own), cell.flags, row.n, missing, inUnit(row.min), inUnit(row.q1), inUnit(row.median), inUnit(row.q3),
      inUnit(row.max), inUnit(row.mean), direction === 'neither' ? '' : inUnit(row.best), best.map((region) => region.code).join(' '), inUnit(row.toMedian), direction === 'neither' ? '' : inUnit(row.toGoodQuarter), direction === 'neither' ? '' : inUnit(row.toBest), inUnit(row.toMean),
      direction === 'neither' ? '' : plain(row.yearsToMedian), direction === 'neither' ? '' : plain(row.yearsToGoodQuarter), plain(row.progress), plain(row.quarterRatio), plain(row.percentile), direction === 'neither' ? '' : plain(row.betterThan), trend.arrow, plain(trend.p),
      freshness.yearsOld ?? '', credits.map((credit) => credit.dataset).join(' '), credits.map((credit) => credit.asOf).join(' '), '',
    ]
  }),
  ...benchmark.without.map(({ indicator, why }) => head.map((name) => ({ indicator: indicator.key, indicator_name: indicator.name[language], domain: indicator.domain, unit: indicator.unit.label[language], region: benchmark.region.code, why_missing: why })[name as string] ?? '')),
], { separator: ',', mark: 'withMark' })
