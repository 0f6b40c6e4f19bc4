// What a suggestion says, made of its values: the statement a finding would begin with, and by which rule it was drawn.
import { type Language, languages } from '#kernel/language.ts'
import { comparePeriods } from '#kernel/period.ts'
import { speak } from '#kernel/speak.ts'
import { sayDuring, saySpan } from '#ui/charts/period-words.ts'
import { sayOrdinal } from '#ui/charts/place-words.ts'
import { sayValue } from '#ui/charts/quantity-words.ts'
import { readTrend } from '#ui/charts/reading.ts'
import { breaksFor, placeOfRegion, plainRegion, quantityInSentence, quantityOf, subjectOf, subjectPlace } from '#areas/evidence/indicators/views/wording.ts'
import { observationsOf } from '#areas/evidence/indicators/rules/series.ts'
import type { FindingWords } from '../rules.ts'
import type { Suggestion } from '../rules/suggest.ts'

const sayPlace = ({ headline }: Suggestion, language: Language): string => {
  const { indicator, place, newest, shown } = headline
  if (place?.place == null || newest?.cell.missing !== null) return ''
  return speak(language).strategy_suggest_place({
    name: subjectPlace(shown, language).name, place: sayOrdinal(place.place, language), among: String(place.among), indicator: indicator.shortName[language], when: sayDuring(newest.period, language),
    value: sayValue({ quantity: quantityOf(indicator, language), value: newest.cell.value, language }),
  })
}
const sayTrend = ({ headline, run }: Suggestion, language: Language): string => {
  const { indicator, series, shown } = headline
  if (series === null || run === null) return ''
  const points = observationsOf(series).filter(({ period }) => comparePeriods(period, run.from) >= 0 && comparePeriods(period, run.to) <= 0)
  return readTrend({ language, quantity: quantityInSentence(indicator, language), place: placeOfRegion(shown, language), points, breaks: breaksFor(indicator.caveats, shown.code, language), ...subjectOf(indicator, language) })
}
export const sayStatementOf = (suggestion: Suggestion, language: Language): string => (suggestion.run === null ? sayPlace(suggestion, language) : sayTrend(suggestion, language)).slice(0, 300)
/** By which rule, in words, with its numbers, and what one must look at before deciding. */
export const sayWhy = (suggestion: Suggestion, language: Language): string => {
  const say = speak(language), { freshness, isOfHigherLevel, shown } = suggestion.headline
  return [
    sayRule(suggestion, language), ...(freshness.isOld && freshness.newest !== null ? [say.strategy_suggest_old({ when: sayDuring(freshness.newest, language) })] : []),
    ...(isOfHigherLevel ? [say.strategy_suggest_level({ name: plainRegion(shown, language) })] : []),
  ].join(' ')
}
const sayRule = (suggestion: Suggestion, language: Language): string => {
  const say = speak(language), { headline: { place }, run, rule } = suggestion
  const among = String(place?.among ?? ''), quarter = String(Math.floor((place?.among ?? 0) / 4))
  if (run === null) return rule === 'ahead' ? say.strategy_suggest_why_ahead({ quarter, among }) : say.strategy_suggest_why_behind({ quarter, among })
  const span = saySpan(run.from, run.to, language)
  return rule === 'worse' ? say.strategy_suggest_why_worse({ span, steps: String(run.years - 1), share: String(Math.round(run.share * (run.years - 1))) })
    : say.strategy_suggest_why_catching({ span, steps: String(run.years - 1), share: String(Math.round(run.share * (run.years - 1))), place: sayOrdinal(place?.place ?? 0, language), among })
}
/** A finding to begin with: one figure bears little, so its confidence is low until a person finds more. */
export const toWords = (suggestion: Suggestion): FindingWords => {
  const [bg, en] = languages.map((language) => sayStatementOf(suggestion, language))
  return { kind: suggestion.kind, theme: suggestion.theme, confidence: 'low', statement: { bg: bg ?? '', en: en ?? '' }, says: { bg: '', en: '' }, illustrative: 'no' }
}
