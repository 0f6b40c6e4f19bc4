// A gap in one sentence or three: how far from the peers' median, who is best, how many years of the peers' pace that is.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { readDistance } from '#ui/charts/reading.ts'
import { sayValue } from '#ui/charts/quantity-words.ts'
import { bound, plainRegion, quantityInSentence, quantityOf, subjectOf, subjectPlace } from '#areas/evidence/indicators/views/wording.ts'
import type { Region } from '#kernel/region.ts'
import type { Benchmark, BenchmarkLine } from '../rules.ts'

type Said = { readonly language: Language; readonly benchmark: Pick<Benchmark, 'region' | 'from'>; readonly line: BenchmarkLine }

export const sayGap = ({ language, benchmark, line }: Said): string => {
  const { indicator, cell, row, period } = line
  const median = typeof row.median === 'number' ? { value: row.median, flags: '', missing: null } : { value: null, flags: '', missing: 'unknown' as const }
  const sentence = readDistance({
    language, quantity: quantityInSentence(indicator, language), place: subjectPlace(benchmark.region, language), ...subjectOf(indicator, language), own: cell, other: median, period,
    otherWords: { kind: 'median', among: benchmark.from.kind === 'country' ? 'districts' : 'peers' },
  })
  return bound([sentence, sayBest({ language, benchmark, line }), sayYears({ language, benchmark, line })].filter((part) => part !== null).join(' '))
}
const mostNamed = 2
const names = (regions: readonly Region[], language: Language): string => new Intl.ListFormat(language === 'bg' ? 'bg' : 'en-GB', { type: 'conjunction' }).format(regions.map((region) => plainRegion(region, language)))
const sayBest = ({ language, line }: Said): string | null => {
  const say = speak(language)
  const { row, best, direction, indicator } = line
  if (direction === 'neither' || typeof row.best !== 'number' || typeof row.own !== 'number') return null
  const value = sayValue({ quantity: quantityOf(indicator, language), value: row.best, language })
  const own = sayValue({ quantity: quantityOf(indicator, language), value: row.own, language })
  const isAhead = direction === 'more' ? row.own > row.best : row.own < row.best
  if (isAhead && own !== value) return say.evidence_benchmark_best_we({ value })
  if (own === value) return say.evidence_benchmark_best_shared()
  return best.length > mostNamed ? say.evidence_benchmark_best_many({ count: best.length, value }) : say.evidence_benchmark_best({ names: names(best, language), value })
}
/** Beyond thirty years a pace says nothing any more. */
const mostYears = 30
const sayYears = ({ language, line }: Said): string | null => {
  const say = speak(language)
  const { row, direction, indicator } = line
  if (direction === 'neither') return null
  if (row.yearsToMedian === 'not-positive') return isBehind(line) ? say.evidence_benchmark_years_none() : null
  if (typeof row.yearsToMedian !== 'number' || typeof row.toMedian !== 'number' || Number(row.toMedian.toFixed(indicator.decimals)) === 0) return null
  const years = Math.abs(row.yearsToMedian)
  if (years > mostYears) return say.evidence_benchmark_years_beyond({ most: String(mostYears) })
  const words = { years: years < 1 ? say.evidence_benchmark_under_year() : say.evidence_benchmark_years({ years: sayNumber(years, language, years < 10 ? 1 : 0), count: years < 10 ? 2 : Math.round(years) }) }
  return row.yearsToMedian > 0 ? say.evidence_benchmark_years_behind(words) : say.evidence_benchmark_years_ahead(words)
}
export const isBehind = ({ direction, row }: Pick<BenchmarkLine, 'direction' | 'row'>): boolean => typeof row.toMedian === 'number' && (direction === 'less' ? row.toMedian > 0 : row.toMedian < 0)

/** „все по-висока“ is said only where the test finds a trend. */
export const sayTrend = (line: BenchmarkLine, language: Language): string => {
  const say = speak(language)
  if (line.trend.points < 5) return say.evidence_benchmark_trend_short()
  return line.trend.arrow === 'up' ? say.evidence_benchmark_trend_up() : line.trend.arrow === 'down' ? say.evidence_benchmark_trend_down() : say.evidence_benchmark_trend_none()
}
