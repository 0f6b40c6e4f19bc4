// What a suggestion says, made of its values: the statement a finding would begin with, by which rule it was drawn, and where to look.
import { type Language, languages } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { sayDuring, sayPeriod } from '#ui/charts/period-words.ts'
import { sayOrdinal } from '#ui/charts/place-words.ts'
import { sayValue } from '#ui/charts/quantity-words.ts'
import { readTrend } from '#ui/charts/reading.ts'
import { toSentence } from '#ui/charts/sentence.ts'
import { indexPath } from '#areas/evidence/indices/rules.ts'
import { nameOfNode, sayScore } from '#areas/evidence/indices/views/shown.ts'
import { indicatorPath } from '#areas/evidence/indicators/rules.ts'
import { placeOfRegion, plainRegion, quantityInSentence, quantityOf, subjectOf, subjectPlace, titleOfRegion } from '#areas/evidence/indicators/views/wording.ts'
import { specialisationPath } from '#areas/evidence/specialisation/rules.ts'
import { activityName, times } from '#areas/evidence/specialisation/views/saying.ts'
import { addressOf as trendAddress } from '#areas/evidence/trends/rules/choice.ts'
import { sayP } from '#areas/evidence/trends/views/words.ts'
import { placeWords } from '#ui/charts/place-words.ts'
import type { FindingWords } from '../rules.ts'
import type { Suggestion } from '../rules/suggest.ts'

const longest = 300
export const sayStatementOf = ({ basis }: Suggestion, language: Language): string => toSentence(statement(basis, language)).slice(0, longest)
const statement = (basis: Suggestion['basis'], language: Language): string => {
  const say = speak(language)
  switch (basis.from) {
    case 'place': {
      const { indicator, place, newest, shown } = basis.headline
      return say.strategy_suggest_place({
        name: subjectPlace(shown, language).name, place: sayOrdinal(place.place ?? 0, language), among: String(place.among), indicator: indicator.shortName[language], when: sayDuring(newest.period, language),
        value: sayValue({ quantity: quantityOf(indicator, language), value: newest.cell.value ?? 0, language }),
      })
    }
    case 'course': {
      const { indicator, stretch, shown } = basis.trend
      const points = stretch.points.map(({ period, value, flags }) => ({ period, value, flags, missing: null }))
      return readTrend({ language, quantity: quantityInSentence(indicator, language), place: placeOfRegion(shown, language), points, ...subjectOf(indicator, language) })
    }
    case 'pillar': {
      const { of, pillar } = basis, region = of.index.shown.inputs.regions[of.row]
      const name = region === undefined ? '' : placeWords({ name: region.name[language], level: region.level, language }).name
      return say.strategy_suggest_pillar({ name, pillar: nameOfNode(of.index.shown.record, pillar.key, language), title: of.index.title[language], place: sayOrdinal(pillar.place, language), of: String(pillar.of), score: sayScore(pillar.score, language) })
    }
    case 'activity': {
      const { seen, activity, is } = basis, quotient = seen.picture.rows[activity]?.quotient
      const words = { activity: activityName(seen, activity, language), name: titleOfRegion(seen.shown, language), quotient: typeof quotient === 'number' ? times(quotient, language) : '–', period: sayPeriod(seen.period, language) }
      return is === 'defend' ? say.strategy_suggest_defend(words) : say.strategy_suggest_emerging(words)
    }
  }
}
/** By which rule, in words, with its numbers, and what one must look at before deciding. */
export const sayWhy = ({ basis }: Suggestion, language: Language): string => {
  const say = speak(language)
  switch (basis.from) {
    case 'place': {
      const { freshness, isOfHigherLevel, shown, place } = basis.headline
      return [
        basis.end === 'first' ? say.strategy_suggest_why_ahead({ among: String(place.among) }) : say.strategy_suggest_why_behind({ among: String(place.among) }),
        ...(freshness.isOld && freshness.newest !== null ? [say.strategy_suggest_old({ when: sayDuring(freshness.newest, language) })] : []), ...(isOfHigherLevel ? [say.strategy_suggest_level({ name: plainRegion(shown, language) })] : []),
      ].join(' ')
    }
    case 'course': {
      const words = { p: sayP(basis.trend.test.p, language), count: String(basis.trend.stretch.points.length) }
      return basis.way === 'worse' ? say.strategy_suggest_why_worse(words) : say.strategy_suggest_why_better(words)
    }
    case 'pillar': return basis.end === 'first' ? say.strategy_suggest_why_pillar_first({ of: String(basis.pillar.of) }) : say.strategy_suggest_why_pillar_last({ of: String(basis.pillar.of) })
    case 'activity': return basis.is === 'defend' ? say.strategy_suggest_why_defend() : say.strategy_suggest_why_emerging()
  }
}
/** The page that says more of it, without the language. */
export const pageOf = ({ basis }: Suggestion): string => {
  switch (basis.from) {
    case 'place': return indicatorPath(basis.headline.indicator.key)
    case 'course': return trendAddress({ indicator: basis.trend.indicator.key })
    case 'pillar': return indexPath(basis.of.index.key ?? String(basis.of.index.number))
    case 'activity': return specialisationPath
  }
}
/** A finding to begin with: one figure bears little, so its confidence is low until a person finds more. */
export const toWords = (suggestion: Suggestion): FindingWords => {
  const [bg, en] = languages.map((language) => sayStatementOf(suggestion, language))
  return { kind: suggestion.kind, theme: suggestion.theme, confidence: 'low', statement: { bg: bg ?? '', en: en ?? '' }, says: { bg: '', en: '' }, illustrative: 'no' }
}
