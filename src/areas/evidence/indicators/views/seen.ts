// The sentence that says what is seen in one region's series of one indicator. Where a price moves the value, growth is
// never told as progress: the value is said, and what moves it.
import type { Language } from '#kernel/language.ts'
import { comparePeriods, yearOf } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import { readTrend, readValue } from '#ui/charts/reading.ts'
import { toSentence } from '#ui/charts/sentence.ts'
import type { Caveat, Indicator, Series } from '../rules.ts'
import { observationsOf } from '../rules/series.ts'
import { bound, breaksFor, quantityInSentence, placeOfRegion, subjectOf } from './wording.ts'

type Seen = { readonly language: Language; readonly indicator: Indicator; readonly region: Region; readonly series: Series }

export const readSeen = (seen: Seen): string => bound(readUnbound(seen))
const readUnbound = ({ language, indicator, region, series }: Seen): string => {
  const points = observationsOf(series)
  const told = { language, quantity: quantityInSentence(indicator, language), place: placeOfRegion(region, language), ...subjectOf(indicator, language) }
  const price = priceOf(indicator, region.code)
  const newest = points.findLast((point) => point.missing === null)
  if (price === undefined || newest === undefined) return readTrend({ ...told, points, breaks: breaksFor(indicator.caveats, region.code, language) })
  const { period, ...value } = newest
  const sentence = readValue({ ...told, value, period })
  if (price.from === null || comparePeriods(period, price.from) < 0) return sentence
  return toSentence(`${sentence.replace(/\.$/, '')}; ${speak(language).evidence_seen_price({ year: String(yearOf(price.from)) })}`)
}
/** The caveat that a price, not people, moves this region's value. */
export const priceOf = (indicator: Indicator, region: string): Caveat | undefined =>
  indicator.caveats.find((caveat) => caveat.kind === 'price' && (caveat.regions === null || caveat.regions.includes(region)))
