// What the parts of an index's pages are given, and the few words they share.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import type { Level } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import { placeWords, sayAsSubject, sayPlain } from '#ui/charts/place-words.ts'
import type { FrozenRegion } from '#areas/evidence/analyses/rules.ts'
import type { Run } from '#areas/evidence/analyses/rules.ts'
import { type Framework, type IndexOutcome, type IndexPage, indexPath, type Intervals, type RankIntervalRow } from '../rules.ts'

export type IndexShown = {
  readonly language: Language
  readonly index: IndexPage
  readonly outcome: IndexOutcome
  readonly intervals: Intervals | null
  readonly run: Run | null
  readonly hasNewer: 'yes' | 'no'
  /** code of the home region */
  readonly home: string
  /** the region looked at closely: the home region, the one above it at this level, or an asked one */
  readonly row: number
  readonly sees: 'everyone' | 'analyst' | 'staff'
  /** sets of peers with a name, and the chosen one with its rows */
  readonly sets: readonly { readonly number: number; readonly name: string }[]
  readonly peers: { readonly number: number; readonly name: string; readonly rows: readonly number[] } | null
}
export const nameOfNode = (framework: Pick<Framework, 'groups'>, key: string, language: Language): string => framework.groups.find((group) => group.key === key)?.name[language] ?? key
/** „област Липова“, inside a sentence */
export const plainOf = (region: FrozenRegion, language: Language): string => sayPlain({ name: region.name[language], level: region.level, language })
const placed = (region: FrozenRegion, language: Language) => ({ name: region.name[language], level: region.level, language })
/** as the subject inside a sentence: „област Липова“, „Югоизточният район“ */
export const subjectOf = (region: FrozenRegion, language: Language): string => (region.level === 'nuts2' ? sayAsSubject(placed(region, language)) : plainOf(region, language))
/** in a heading, after a colon: „област Липова“, „Югоизточен район“ */
export const titleOf = (region: FrozenRegion, language: Language): string => (region.level === 'nuts2' ? placeWords(placed(region, language)).name : plainOf(region, language))
export const sayScore = (score: number | null, language: Language): string => (score === null ? '–' : sayNumber(score, language, 1))
/** „9“ or, with its interval, „9 (6–13)“ */
export const sayPlace = (place: number | null, interval: RankIntervalRow | null, language: Language): string => {
  if (place === null) return '–'
  const whole = (value: number): string => sayNumber(Math.round(value), language, 0)
  return interval?.low == null || interval.high == null ? whole(place) : `${whole(place)} (${whole(interval.low)}–${whole(interval.high)})`
}
export const sayRegions = (language: Language, count: number): string => speak(language).evidence_index_regions_count({ count })
export const tabsOf = (index: IndexPage, language: Language, toHref: (path: string) => string): readonly { readonly name: string; readonly href: string }[] => {
  const say = speak(language), path = indexPath(index.key ?? '')
  return [
    { name: say.evidence_index_tab_places(), href: toHref(path) }, { name: say.evidence_index_tab_method(), href: toHref(`${path}/method`) }, { name: say.evidence_index_tab_what_if(), href: toHref(`${path}/what-if`) },
  ]
}
/** one region of it, inside a sentence: „район за планиране“ */
export const sayLevel = (level: Level, language: Language): string => {
  const say = speak(language)
  return { eu: say.evidence_one_eu, country: say.evidence_one_country, nuts1: say.evidence_one_nuts1, nuts2: say.evidence_one_nuts2, nuts3: say.evidence_one_nuts3, municipality: say.evidence_one_municipality }[level]()
}
