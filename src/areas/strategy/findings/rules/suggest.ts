// Suggestions drawn from the analyses by rule: the place among the region's like, a course that the test finds, the pillars of an
// index, activities that rise. A suggestion concludes nothing: it waits until a person accepts, edits or refuses it. Pure; what is
// said of it is in views/suggestion-words.
import { hasFlag } from '#kernel/observation.ts'
import { isRankable } from '#areas/evidence/indicators/rules/place.ts'
import type { Domain, Headline } from '#areas/evidence/indicators/rules.ts'
import type { Seen } from '#areas/evidence/specialisation/rules.ts'
import type { Trend } from '#areas/evidence/trends/rules.ts'
import { type FindingKind, type Theme, themes } from '../rules.ts'
import { type HomeIndex, isWholeIndex, pillarsIn, wayOf } from './analyses.ts'

export type Placed = Headline & { readonly newest: NonNullable<Headline['newest']>; readonly place: NonNullable<Headline['place']> }
/** What it was drawn from, with everything its words need. */
export type Basis =
  | { readonly from: 'place'; readonly headline: Placed; readonly end: 'first' | 'last' }
  | { readonly from: 'course'; readonly trend: Trend; readonly way: 'better' | 'worse' }
  | { readonly from: 'pillar'; readonly of: HomeIndex; readonly pillar: ReturnType<typeof pillarsIn>[number]; readonly end: 'first' | 'last' }
  | { readonly from: 'activity'; readonly seen: Seen; readonly activity: number; readonly is: 'defend' | 'emerging' }
export type Suggestion = {
  /** rule, what it is of, and its newest period or version: newer figures make a new suggestion, also of one that was refused */
  readonly key: string
  readonly kind: FindingKind
  readonly theme: Theme
  readonly basis: Basis
}

const leastAmong = 5
/** The best and the worst quarter of at least five. Worked: 6th of 28 is in the first quarter (7 places); 22nd of 28 is in the last;
 *  of six only the first and the last. */
export const quarterOf = ({ place, among }: { readonly place: number | null; readonly among: number }): 'first' | 'last' | null => {
  if (place === null || among < leastAmong) return null
  const quarter = Math.floor(among / 4)
  return place <= quarter ? 'first' : place > among - quarter ? 'last' : null
}
/** Only what may be judged: reliable, among others whose values are reliable too (where some are left out for that, the place is of a
 *  part and no safe statement), a rate with a better direction that no price moves, of the region or its planning region. A
 *  figure that is old, or of the planning region, is not left out: whoever decides is told so. */
const isJudged = (headline: Headline): headline is Placed =>
  headline.newest !== null && isRankable(headline.newest.cell) && headline.shown.level !== 'country' && headline.shown.level !== 'eu' && headline.place !== null && headline.place.leftOutFlagged === 0 && headline.place.direction !== 'neither'
  && headline.indicator.direction !== 'neither' && headline.above?.meaning !== 'share' && !headline.caveats.some(({ kind }) => kind === 'price')

const fromPlaces = (headlines: readonly Headline[]): readonly Suggestion[] => headlines.filter(isJudged).flatMap((headline): readonly Suggestion[] => {
  const end = quarterOf(headline.place)
  return end === null ? [] : [{ key: `${end === 'first' ? 'ahead' : 'behind'}:${headline.indicator.key}:${headline.newest.period}`, kind: end === 'first' ? 'strength' : 'weakness', theme: headline.indicator.domain, basis: { from: 'place', headline, end } }]
})
/** A course for the worse is a threat; one for the better an opportunity where the region still stands in the worse half. */
const fromCourses = (trends: readonly Trend[], headlines: readonly Headline[]): readonly Suggestion[] => trends.flatMap((trend): readonly Suggestion[] => {
  const way = wayOf(trend), last = trend.stretch.points.at(-1)
  const place = headlines.find(({ indicator }) => indicator.key === trend.indicator.key)?.place
  const isBehind = place?.place != null && place.place > place.among / 2
  // a course through values of low reliability is for whoever reads the chart, not for a rule
  const isUnsure = trend.stretch.points.some(({ flags }) => hasFlag(flags, 'u'))
  if (way === null || last === undefined || isUnsure || (way === 'better' && !isBehind)) return []
  return [{ key: `${way}:${trend.indicator.key}:${last.period}`, kind: way === 'worse' ? 'threat' : 'opportunity', theme: trend.indicator.domain, basis: { from: 'course', trend, way } }]
})
const isTheme = (key: string): key is Domain => (themes as readonly string[]).includes(key)
const toTheme = (pillar: string): Theme => (isTheme(pillar) ? pillar : 'economy')
/** The pillars at both ends of an index whose score bears its name, where they stand in the better or the worse third. */
const fromIndices = (indices: readonly HomeIndex[]): readonly Suggestion[] => indices.filter(isWholeIndex).flatMap((of): readonly Suggestion[] => pillarsIn(of).flatMap((pillar): readonly Suggestion[] => {
  const third = Math.floor(pillar.of / 3)
  const end = pillar.of < leastAmong ? null : pillar.place <= third ? 'first' as const : pillar.place > pillar.of - third ? 'last' as const : null
  return end === null ? [] : [{ key: `pillar-${end}:${of.index.number}.${of.index.shown.version}:${pillar.key}`, kind: end === 'first' ? 'strength' : 'weakness', theme: toTheme(pillar.key), basis: { from: 'pillar', of, pillar, end } }]
}))
/** Existing activities that shrink are a threat to look at, rising ones an opportunity; what rests on too few is left to its page. */
const fromActivities = (seen: Seen | null): readonly Suggestion[] => {
  if (seen === null) return []
  const made = (is: 'defend' | 'emerging', activities: readonly number[]): readonly Suggestion[] => activities
    .filter((activity) => !seen.uncertain.includes(activity) && !['few', 'unclear'].includes(seen.picture.rows[activity]?.statement ?? 'unclear'))
    .map((activity) => ({ key: `${is}:${seen.activities[activity]?.key ?? activity}:${seen.period}`, kind: is === 'defend' ? 'threat' : 'opportunity', theme: 'economy', basis: { from: 'activity', seen, activity, is } }))
  return [...made('defend', seen.picture.screen.defend), ...made('emerging', seen.picture.screen.emerging)]
}
export type Drawn = { readonly headlines: readonly Headline[]; readonly trends: readonly Trend[]; readonly indices: readonly HomeIndex[]; readonly seen: Seen | null }
export const suggest = ({ headlines, trends, indices, seen }: Drawn): readonly Suggestion[] => [...fromPlaces(headlines), ...fromCourses(trends, headlines), ...fromIndices(indices), ...fromActivities(seen)]

/** Those that wait for a person. */
export const waitingOf = (suggestions: readonly Suggestion[], decided: readonly { readonly key: string }[]): readonly Suggestion[] => {
  const keys = new Set(decided.map(({ key }) => key))
  return suggestions.filter(({ key }) => !keys.has(key))
}
/** What a finding made of it rests on: figures pinned as they are now, or the saved analysis itself. */
export const evidenceIn = ({ basis }: Suggestion): { readonly kind: 'figure'; readonly key: string; readonly scope: 'own' | 'all' } | { readonly kind: 'analysis'; readonly thing: string } => {
  switch (basis.from) {
    case 'place': return { kind: 'figure', key: basis.headline.indicator.key, scope: 'all' }
    case 'course': return { kind: 'figure', key: basis.trend.indicator.key, scope: 'own' }
    case 'pillar': return { kind: 'analysis', thing: basis.of.index.id }
    case 'activity': return { kind: 'figure', key: basis.seen.activities[basis.activity]?.key ?? '', scope: 'own' }
  }
}
