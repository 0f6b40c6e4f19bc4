// Suggestions drawn from the figures by rule: where the region stands among its like, and where it has been going. A suggestion
// concludes nothing: it waits until a person accepts, edits or refuses it. Pure; what is said of it is in views/suggestion-words.
import { isRankable } from '#areas/evidence/indicators/rules/place.ts'
import { observationsOf } from '#areas/evidence/indicators/rules/series.ts'
import type { Headline } from '#areas/evidence/indicators/rules.ts'
import { hasFlag } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { FindingKind, Theme } from '../rules.ts'

export type SuggestionRule = 'ahead' | 'behind' | 'worse' | 'catchingUp'
export type Suggestion = {
  /** rule, indicator and newest period: newer figures make a new suggestion, also of one that was refused */
  readonly key: string
  readonly rule: SuggestionRule
  readonly kind: FindingKind
  readonly theme: Theme
  readonly headline: Headline
  /** the stretch a trend was seen in; null for a place */
  readonly run: { readonly from: Period; readonly to: Period; readonly years: number; readonly share: number } | null
}
export type Own = Headline & { readonly newest: NonNullable<Headline['newest']> }

/** Only what may be judged: reliable, a rate with a better direction that no price moves. A figure that is old, or of the planning
 *  region, is not left out: whoever decides is told so. */
const isJudged = (headline: Headline): headline is Own =>
  headline.newest !== null && isRankable(headline.newest.cell) && headline.shown.level !== 'country' && headline.shown.level !== 'eu' && headline.place !== null && headline.place.direction !== 'neither'
  && headline.indicator.direction !== 'neither' && headline.above?.meaning !== 'share' && !headline.caveats.some(({ kind }) => kind === 'price')

const leastAmong = 5
/** The best and the worst quarter of at least five. Worked: 6th of 28 is in the first quarter (7 places); 22nd of 28 is in the last;
 *  of six only the first and the last. */
export const quarterOf = ({ place, among }: { readonly place: number | null; readonly among: number }): 'first' | 'last' | null => {
  if (place === null || among < leastAmong) return null
  const quarter = Math.floor(among / 4)
  return place <= quarter ? 'first' : place > among - quarter ? 'last' : null
}

const leastYears = 6
/** Years after the last break in which nine in ten steps or more went one way. Worked: 5, 4, 4, 3, 2, 1: five steps, four down and
 *  none up: 'less'. With one step up of five it is no trend. Not a test of significance: the page of trends has that. */
export const runOf = (headline: Own): { readonly way: 'more' | 'less'; readonly from: Period; readonly to: Period; readonly years: number; readonly share: number } | null => {
  const { series, indicator, shown } = headline
  if (series === null) return null
  const cuts = indicator.caveats.flatMap((caveat) => (caveat.kind === 'break' && caveat.from !== null && (caveat.regions === null || caveat.regions.includes(shown.code)) ? [caveat.from] : []))
  const yearly = observationsOf(series).filter((one) => one.missing === null && /^\d{4}$/.test(one.period) && !hasFlag(one.flags, 'f'))
  let start = 0
  yearly.forEach((one, at) => { if (at > 0 && (hasFlag(one.flags, 'b') || hasFlag(one.flags, 'd') || cuts.some((cut) => (yearly[at - 1]?.period ?? '') < cut && one.period >= cut))) start = at })
  const run = yearly.slice(start).slice(-10)
  const first = run[0], last = run.at(-1)
  if (first?.missing !== null || last?.missing !== null || run.length < leastYears || run.some(({ flags }) => hasFlag(flags, 'u'))) return null
  let up = 0, down = 0
  for (let at = 1; at < run.length; at += 1) {
    const step = (run[at]?.value ?? 0) - (run[at - 1]?.value ?? 0)
    if (step > 0) up += 1
    else if (step < 0) down += 1
  }
  const most = Math.max(up, down)
  if (most < 0.9 * (up + down) || most < leastYears - 2) return null
  return { way: up > down ? 'more' : 'less', from: first.period, to: last.period, years: run.length, share: most / (run.length - 1) }
}

/** For each figure at most one suggestion of its place and one of its way. */
export const suggest = (headlines: readonly Headline[]): readonly Suggestion[] => headlines.filter(isJudged).flatMap((headline): readonly Suggestion[] => {
  const { indicator, newest, place } = headline
  const made = (rule: SuggestionRule, kind: FindingKind, run: Suggestion['run']): Suggestion => ({ key: `${rule}:${indicator.key}:${newest.period}`, rule, kind, theme: indicator.domain, headline, run })
  const quarter = place === null ? null : quarterOf(place)
  const run = runOf(headline)
  const better = run === null ? null : run.way === indicator.direction
  const isBehind = place?.place != null && place.place > place.among / 2
  return [
    ...(quarter === 'first' ? [made('ahead', 'strength', null)] : quarter === 'last' ? [made('behind', 'weakness', null)] : []),
    ...(run !== null && better === false ? [made('worse', 'threat', run)] : run !== null && better === true && isBehind ? [made('catchingUp', 'opportunity', run)] : []),
  ]
})
/** Those that wait for a person. */
export const waitingOf = (suggestions: readonly Suggestion[], decided: readonly { readonly key: string }[]): readonly Suggestion[] => {
  const keys = new Set(decided.map(({ key }) => key))
  return suggestions.filter(({ key }) => !keys.has(key))
}
