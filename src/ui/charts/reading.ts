// The sentences that say what is seen, written from values. Pure words: no drawing, no look-up.
// A sentence never claims a change across a break, and never ranks or compares a value of low reliability.
import type { Language } from '#kernel/language.ts'
import type { Observation } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import { type Say, speak } from '#kernel/speak.ts'
import { isForecast, isOtherDefinition, isProvisional, isUnreliable, sayFlags, sayMissing } from './flag-words.ts'
import { type Quantity, findGap, sayValue } from './quantity-words.ts'
import { partOf, sayDuring } from './period-words.ts'
import { type PlaceWords, sayOrdinal } from './place-words.ts'
import { type Ranking, rankStandings } from './ranking.ts'
import { type Point, lastComparable, toSeriesState } from './runs.ts'
import { toSentence } from './sentence.ts'
import type { ChartValue, SeriesBreak, Standing } from './series.ts'

/** what rises or falls, and whether its verb is plural: „Безработицата“ one, „Заетите“ many; „Стойността“ when absent */
export type Subject = { readonly text: string; readonly number: 'one' | 'many' }
export type Among = 'districts' | 'municipalities' | 'regions' | 'countries'

type Told = { readonly language: Language; readonly quantity: Quantity; readonly place: PlaceWords; readonly subject?: Subject }

const subjectOf = ({ subject, language }: Pick<Told, 'subject' | 'language'>): Subject => subject ?? { text: speak(language).ui_chart_read_subject(), number: 'one' }
const joined = (sentence: string, tails: readonly string[]): string => toSentence([sentence, ...tails].join('; '))

type Trend = Told & { readonly points: readonly Observation[]; readonly breaks?: readonly SeriesBreak[] }

/** From the first to the last value that may be compared. Parts of years are compared with the same part of an earlier
 *  year. Worked: 3,1 (2021), 4,0 (2024) → „… нарасна от 3,1 % през 2021 г. до 4,0 % през 2024 г. (с 0,9 процентни пункта).“ */
export const readTrend = (told: Trend): string => {
  const { language, quantity, place, points } = told
  const say = speak(language)
  const subject = subjectOf(told)
  const state = toSeriesState(told.breaks ? { points, breaks: told.breaks } : { points })
  const run = lastComparable(state)
  const last = run.at(-1)
  const newest = points.findLast((point) => !isForecast(point.flags))
  if (!last) return readValue({ ...told, value: { value: null, flags: '', missing: newest?.missing ?? 'notServed' }, period: newest?.period ?? null })
  const base = { subject: subject.text, number: subject.number, within: place.within }
  const value = sayValue({ quantity, value: last.value, language })
  const when = sayDuring(last.period, language)
  const cutBefore = state.comparable.some((other) => (other[0]?.time ?? 0) < (run[0]?.time ?? 0))
  if (isUnreliable(last.flags)) return toSentence(say.ui_chart_read_weak_end({ ...base, value, when }))
  const alike = run.filter((point) => partOf(point.period) === partOf(last.period) && !isUnreliable(point.flags))
  const first = alike[0]
  if (!first || first === last) {
    const why = cutBefore ? [say.ui_chart_read_cut_alone()] : run.length > 1 ? [alone(run, last, say)] : []
    return joined(say.ui_chart_read_value({ ...base, value, when }), [...why, ...doubts({ last, say })])
  }
  const gap = findGap({ quantity, from: first.value, to: last.value, language })
  const words = { ...base, from: sayValue({ quantity, value: first.value, language }), fromWhen: sayDuring(first.period, language), to: value, toWhen: when }
  const sentence = gap.way === 'same' ? say.ui_chart_read_same(words) : say.ui_chart_read_change({ ...words, way: gap.way, gap: gap.words })
  return joined(sentence, [
    ...doubts({ first, last, say }),
    ...(run.some((point) => point.time < first.time && isUnreliable(point.flags)) ? [say.ui_chart_read_weak_before()] : []),
    ...(cutBefore ? [say.ui_chart_read_cut()] : []),
  ])
}
const alone = (run: readonly Point[], last: Point, say: Say): string =>
  run.some((point) => point !== last && isUnreliable(point.flags)) ? say.ui_chart_read_weak_before() : say.ui_chart_read_season_alone()

const doubts = ({ first, last, say }: { readonly first?: Point; readonly last: Point; readonly say: Say }): readonly string[] => [
  ...(first && isProvisional(first.flags) ? [say.ui_chart_read_doubt({ which: 'first' })] : []),
  ...(isProvisional(last.flags) ? [say.ui_chart_read_doubt({ which: first ? 'last' : 'only' })] : []),
]

/** The last value as the highest or lowest of its comparable stretch; null when it is neither, or it cannot be said. */
export const readRecord = (told: Trend): string | null => {
  const { language, quantity, place, points } = told
  const run = lastComparable(toSeriesState(told.breaks ? { points, breaks: told.breaks } : { points }))
  const last = run.at(-1)
  const first = run[0]
  if (!last || !first || run.length < leastForRecord || run.some((point) => isUnreliable(point.flags))) return null
  const others = run.slice(0, -1).map((point) => point.value)
  const way = last.value > Math.max(...others) ? 'highest' : last.value < Math.min(...others) ? 'lowest' : null
  if (way === null) return null
  const say = speak(language)
  const words = { within: place.within, subject: subjectOf(told).text, number: subjectOf(told).number, value: sayValue({ quantity, value: last.value, language }), when: sayDuring(last.period, language), since: String(first.period.slice(0, 4)) }
  return joined(say.ui_chart_read_record({ ...words, way }), doubts({ last, say }))
}
const leastForRecord = 5

type Valued = Told & { readonly value: ChartValue; readonly period: Period | null }

/** One value with its flags in words, or why there is none. */
export const readValue = (told: Valued): string => {
  const { language, quantity, place, value, period } = told
  const say = speak(language)
  const subject = subjectOf(told)
  const when = period === null ? '' : sayDuring(period, language)
  if (value.missing !== null) return toSentence(say.ui_chart_read_missing({ subject: subject.text, within: place.within, when, reason: sayMissing(value.missing, language) }))
  const sentence = say.ui_chart_read_value({ subject: subject.text, number: subject.number, within: place.within, when, value: sayValue({ quantity, value: value.value, language }) })
  return joined(sentence, value.flags === '' ? [] : [sayFlags(value.flags, language)])
}

type Placed = {
  readonly language: Language
  readonly quantity: Quantity
  readonly place: PlaceWords
  readonly code: string
  readonly standings: readonly Standing[]
  readonly among: Among
  readonly period: Period
  /** 'heading' leaves out who was not ranked: the drawing under it says so */
  readonly length?: 'full' | 'heading'
}

/** The place, of how many, with ties and with who was left out; a value of low reliability gets no place. */
export const readPlace = ({ language, quantity, place, code, standings, among, period, length = 'full' }: Placed): string => {
  const say = speak(language)
  const when = sayDuring(period, language)
  const own = standings.find((standing) => standing.code === code)
  const ranking = rankStandings({ standings, quantity })
  const rung = ranking.ranked.find((one) => one.standing.code === code)
  if (!rung) {
    const why = ranking.leftOut.find((one) => one.standing.code === code)?.why ?? 'missing'
    const reason = sayMissing(own?.missing ?? 'notServed', language)
    const value = own?.value === null || own === undefined ? '' : sayValue({ quantity, value: own.value, language })
    return toSentence(say.ui_chart_read_unplaced({ name: place.name, when, why, reason, value }))
  }
  const words = {
    name: place.name, place: sayOrdinal(rung.place, language), when, direction: quantity.direction,
    of: say.ui_chart_among({ among, count: ranking.of }), value: sayValue({ quantity, value: rung.standing.value, language }),
  }
  const sentence = rung.tied > 1 ? say.ui_chart_read_tied({ ...words, others: say.ui_chart_others({ among, count: rung.tied - 1 }) }) : say.ui_chart_read_place(words)
  const range = rung.range && rung.range.best < rung.range.worst ? [say.ui_chart_read_place_range({ best: sayOrdinal(rung.range.best, language), worst: sayOrdinal(rung.range.worst, language) })] : []
  return joined(sentence, [...range, ...(isProvisional(rung.standing.flags) ? [say.ui_chart_read_doubt({ which: 'only' })] : []), ...(length === 'full' ? leftOutTail({ ranking, among, language }) : [])])
}

const leftOutTail = ({ ranking, among, language }: { readonly ranking: Ranking; readonly among: Among; readonly language: Language }): readonly string[] => {
  const say = speak(language)
  const count = ranking.leftOut.length
  if (count === 0) return []
  const weak = ranking.leftOut.filter((one) => one.why !== 'missing').length
  return [say.ui_chart_read_left_out({ others: say.ui_chart_among({ among, count }), count, why: weak === 0 ? 'missing' : weak === count ? 'weak' : 'both' })]
}

export type OtherWords = { readonly kind: 'place'; readonly place: PlaceWords } | { readonly kind: 'median'; readonly among: Among | 'peers' }
type Distanced = Told & { readonly own: ChartValue; readonly other: ChartValue; readonly otherWords: OtherWords; readonly period: Period }

/** How far from the country, the Union, the median or a peer; no distance when one of the two is of low reliability. */
export const readDistance = (told: Distanced): string => {
  const { language, quantity, place, own, other, otherWords, period } = told
  const say = speak(language)
  const subject = subjectOf(told)
  if (own.missing !== null) return readValue({ ...told, value: own })
  const base = { subject: subject.text, number: subject.number, within: place.within, when: sayDuring(period, language), value: sayValue({ quantity, value: own.value, language }) }
  const there = otherWords.kind === 'median' ? say.ui_chart_read_median({ among: otherWords.among }) : say.ui_chart_read_there({ within: otherWords.place.within, number: subject.number })
  if (other.missing !== null) return joined(say.ui_chart_read_value(base), [say.ui_chart_read_no_other({ there, reason: sayMissing(other.missing, language) })])
  const otherValue = sayValue({ quantity, value: other.value, language })
  if (isUnreliable(own.flags) || isUnreliable(other.flags)) {
    const which = isUnreliable(own.flags) ? 'own' : 'other'
    return toSentence(say.ui_chart_read_weak_pair({ ...base, which, there, other: otherValue }))
  }
  if (isOtherDefinition(own.flags) || isOtherDefinition(other.flags)) return joined(say.ui_chart_read_value(base), [say.ui_chart_read_other_definition({ there })])
  const gap = findGap({ quantity, from: other.value, to: own.value, language })
  const sentence = gap.way === 'same' ? say.ui_chart_read_alike({ ...base, there, other: otherValue }) : say.ui_chart_read_distance({ ...base, there, other: otherValue, way: gap.way, gap: gap.words })
  const unsure = isProvisional(own.flags) ? 'only' : isProvisional(other.flags) ? 'other' : null
  return joined(sentence, unsure === null ? [] : [say.ui_chart_read_doubt({ which: unsure })])
}

type Extremes = { readonly language: Language; readonly quantity: Quantity; readonly standings: readonly Standing[]; readonly period: Period; readonly length?: 'full' | 'heading' }

/** „Ямбол и Бургас“ */
const sayList = (names: readonly string[], language: Language): string => new Intl.ListFormat(language === 'bg' ? 'bg' : 'en-GB', { type: 'conjunction' }).format(names)

/** Who has the highest and who the lowest value, among those that may be ranked. */
export const readExtremes = ({ language, quantity, standings, period, length = 'full' }: Extremes): string => {
  const say = speak(language)
  const { ranked, leftOut } = rankStandings({ standings, quantity: { ...quantity, direction: 'more' } })
  const when = sayDuring(period, language)
  const top = ranked[0]
  const bottom = ranked.at(-1)
  if (!top || !bottom) return toSentence(say.ui_chart_read_nobody({ when }))
  const names = (place: number): string => {
    const who = ranked.filter((one) => one.place === place).map((one) => one.standing.name)
    return who.length > 3 ? say.ui_chart_read_and_more({ list: who.slice(0, 2).join(', '), count: who.length - 2 }) : sayList(who, language)
  }
  const word = (value: number): string => sayValue({ quantity, value, language })
  if (top.place === bottom.place) return toSentence(say.ui_chart_read_all_alike({ when, value: word(top.standing.value) }))
  const sentence = say.ui_chart_read_extremes({ when, high: word(top.standing.value), highNames: names(top.place), low: word(bottom.standing.value), lowNames: names(bottom.place) })
  const weak = leftOut.filter((one) => one.why === 'unreliable').length
  return joined(sentence, weak === 0 || length === 'heading' ? [] : [say.ui_chart_read_weak_apart({ count: weak })])
}

/** „Твърде малко случаи (18, нужни са поне 30) за надежден показател.“ */
export const tooFewCases = ({ language, cases, least }: { readonly language: Language; readonly cases: number; readonly least: number }): string =>
  toSentence(speak(language).ui_chart_read_too_few({ cases, least }))
