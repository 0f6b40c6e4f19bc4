// The three sentences that open a chapter: each made of numbers of the record, none said elsewhere in the report.
import type { Language } from '#kernel/language.ts'
import { hasFlag } from '#kernel/observation.ts'
import { yearOf } from '#kernel/period.ts'
import { speak } from '#kernel/speak.ts'
import { sayDuring } from '#ui/charts/period-words.ts'
import { sayOrdinal } from '#ui/charts/place-words.ts'
import { sayValue } from '#ui/charts/quantity-words.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { sourceWords } from '#areas/evidence/datasets/rules/source-words.ts'
import type { Headline } from '#areas/evidence/indicators/rules.ts'
import type { ReportChapter, ReportLine } from '#areas/evidence/indicators/rules/report.ts'
import { readLine } from '#areas/evidence/indicators/views/report/chapter.ts'
import { domainName, plainRegion, quantityOf, subjectPlace } from '#areas/evidence/indicators/views/wording.ts'
import { isVoice, type FindingKind } from '#areas/strategy/findings/rules.ts'
import { judgedLines, quartersOf } from '../../rules/analyses.ts'
import type { StateShown } from './shown.ts'

export const sentencesInAll = 3
const value = (headline: Headline, number: number, language: Language): string => sayValue({ quantity: quantityOf(headline.indicator, language), value: number, language })

export const summarySentences = ({ language, state }: StateShown): readonly string[] => {
  const say = speak(language), { report, findings } = state
  const { coverage, region } = report.profile
  const lines = judgedLines(state.analyses.benchmark), quarters = quartersOf(lines)
  const count = (kind: FindingKind): string => String(findings.filter((one) => one.kind === kind).length)
  return [
    say.strategy_state_summary({ filled: String(coverage.withFigures), total: String(coverage.of), name: plainRegion(region, language), year: coverage.newest === null ? '–' : String(yearOf(coverage.newest)) }),
    say.strategy_state_quarters({ count: String(lines.length), ahead: String(quarters.first), behind: String(quarters.last) }),
    say.strategy_state_findings({ strengths: count('strength'), weaknesses: count('weakness'), opportunities: count('opportunity'), threats: count('threat'), needs: count('need') }),
  ]
}
/** How much is known, where the region stands first and where last; what has no place is told by its value. */
export const domainSentences = ({ language }: StateShown, chapter: ReportChapter): readonly string[] => {
  const say = speak(language)
  const lines = chapter.lines
  const placed = lines.filter(({ headline }) => headline.place?.place != null && headline.place.direction !== 'neither').toSorted((a, b) => part(a) - part(b))
  const first = placed[0], last = placed.length > 1 ? placed.at(-1) : undefined
  const told = [
    ...(first === undefined ? [] : [sayPlaced(first, 'first', language)]), ...(last === undefined ? [] : [sayPlaced(last, 'last', language)]),
    ...lines.filter((line) => line !== first && line !== last).map((line) => readLine(line, language)),
    say.strategy_state_higher({ domain: domainName(chapter.domain, language), count: String(lines.filter(({ headline }) => headline.isOfHigherLevel).length), total: String(lines.length) }),
    say.strategy_state_old({ domain: domainName(chapter.domain, language), count: String(lines.filter(({ headline }) => headline.freshness.isOld).length), total: String(lines.length) }),
  ]
  return [say.evidence_report_chapter({ domain: domainName(chapter.domain, language), filled: String(chapter.withFigures), total: String(chapter.of) }), ...told].slice(0, sentencesInAll)
}
const part = ({ headline: { place } }: ReportLine): number => (place?.place ?? 0) / (place?.among ?? 1)
const sayPlaced = ({ headline }: ReportLine, end: 'first' | 'last', language: Language): string => {
  const say = speak(language), { indicator, newest, place, shown } = headline
  const words = { name: subjectPlace(shown, language).name, indicator: indicator.shortName[language], place: sayOrdinal(place?.place ?? 0, language), among: String(place?.among ?? 0), value: value(headline, newest?.cell.value ?? 0, language), when: newest === null ? '' : sayDuring(newest.period, language) }
  return end === 'first' ? say.strategy_state_first(words) : say.strategy_state_last(words)
}

export const voiceSentences = ({ language, state: { voices } }: StateShown): readonly string[] => {
  const say = speak(language)
  return [
    say.strategy_state_received({ received: String(voices.received), open: String(voices.open), answered: String(voices.answered) }), say.strategy_state_events({ count: String(voices.events) }), say.strategy_state_ballots({ count: String(voices.ballots) }),
  ]
}
export const findingSentences = ({ language, state: { findings, evidence, challenges, pairs } }: StateShown): readonly string[] => {
  const say = speak(language)
  const rests = findings.map((one) => (evidence.get(one.id) ?? []).map(({ kind }) => isVoice(kind)))
  const both = rests.filter((some) => some.includes(true) && some.includes(false)).length
  return [
    say.strategy_state_rest_on({ findings: String(findings.length), evidence: String(rests.flat().length) }),
    say.strategy_state_both({ both: String(both), figures: String(rests.filter((some) => some.length > 0 && !some.includes(true)).length), voices: String(rests.filter((some) => some.length > 0 && !some.includes(false)).length) }),
    say.strategy_state_follow({ challenges: String(challenges.length), pairs: String(pairs.length) }),
  ]
}
export const missingSentences = ({ language, state: { report } }: StateShown): readonly string[] => {
  const say = speak(language), { without, profile } = report
  const most = [...Map.groupBy(without, ({ domain }) => domain)].toSorted(([, a], [, b]) => b.length - a.length)[0]
  const explained = without.filter(({ reasonWithoutFigures }) => reasonWithoutFigures !== null).length
  return [
    say.strategy_state_missing({ count: String(without.length), total: String(profile.coverage.of) }),
    ...(most === undefined ? [] : [say.strategy_state_missing_most({ domain: domainName(most[0], language), count: String(most[1].length) })]),
    say.strategy_state_missing_why({ explained: String(explained), other: String(without.length - explained) }),
  ]
}
export const readingSentences = ({ language, state: { report } }: StateShown, counted: { readonly figures: number; readonly tables: number }): readonly string[] => {
  const say = speak(language)
  const headlines = report.chapters.flatMap(({ lines }) => lines.map(({ headline }) => headline))
  const flagged = (flag: string): string => String(headlines.filter(({ newest }) => newest !== null && hasFlag(newest.cell.flags, flag)).length)
  return [
    say.strategy_state_holds({ figures: String(counted.figures), tables: String(counted.tables) }), say.strategy_state_flagged({ provisional: flagged('p'), weak: flagged('u'), total: String(headlines.length) }),
    say.strategy_state_levels({ higher: String(headlines.filter(({ isOfHigherLevel }) => isOfHigherLevel).length), old: String(headlines.filter(({ freshness }) => freshness.isOld).length) }),
  ]
}
export const sourceSentences = ({ language, state: { report } }: StateShown): readonly string[] => {
  const say = speak(language)
  const dated = report.credits.map(({ asOf }) => asOf).toSorted()
  const most = [...Map.groupBy(report.credits, ({ source }) => source)].toSorted(([, a], [, b]) => b.length - a.length)[0]
  return [
    say.strategy_state_sources({ count: String(report.credits.length) }), say.strategy_state_vintages({ newest: sayCivilDate(dated.at(-1) ?? '', language), oldest: sayCivilDate(dated[0] ?? '', language) }),
    ...(most === undefined ? [] : [say.strategy_state_most_from({ source: sourceWords(most[0], language), count: String(most[1].length) })]),
  ]
}
