// The chapters of the current-state report: three sentences, what people wrote, then the figures, tables and findings.
import type { DocumentBlock } from '#kernel/document.ts'
import { speak } from '#kernel/speak.ts'
import type { ReportChapter } from '#areas/evidence/indicators/rules/report.ts'
import { domainChapter, municipalChapter } from '#areas/evidence/indicators/views/report/chapter.ts'
import { missingChapter, readingChapter, sourcesChapter } from '#areas/evidence/indicators/views/report/closing.ts'
import { overviewBlocks } from '#areas/evidence/indicators/views/report/opening.ts'
import { domainName } from '#areas/evidence/indicators/views/wording.ts'
import { channelNames } from '#areas/participation/proposals/rules/names.ts'
import { findingKinds } from '#areas/strategy/findings/rules.ts'
import { challengeBlocks, kindTable, towsBlocks } from '#areas/strategy/findings/views/document.ts'
import { type ChapterName, firstChapter } from '../../rules.ts'
import { sayChapter } from '../words.ts'
import { domainSentences, findingSentences, missingSentences, readingSentences, sourceSentences, summarySentences, voiceSentences } from './sentences.ts'
import { opening } from './opening.ts'
import type { StateShown } from './shown.ts'

type Blocks = readonly DocumentBlock[]
const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text })
/** A chapter of the profile without its own opening: from its first table or second heading on. */
const bodyOf = (blocks: Blocks): Blocks => {
  const from = blocks.findIndex((block) => block.kind === 'table' || block.kind === 'figure' || block.kind === 'list' || (block.kind === 'heading' && block.level > 1))
  return from < 0 ? [] : blocks.slice(from)
}
const profileShown = ({ language, state, home, emblem }: StateShown) => ({ language, report: state.report, home, emblem })

export const summary = (shown: StateShown): Blocks => {
  const blocks = overviewBlocks(profileShown(shown))
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.level === 2)
  return [...opening(shown, firstChapter, summarySentences(shown)), ...(from < 0 ? [] : blocks.slice(from))]
}
export const domain = (shown: StateShown, chapter: ReportChapter): Blocks => {
  if (chapter.lines.length === 0) return []
  const say = speak(shown.language)
  const numbers = shown.state.findings.filter(({ theme }) => theme === chapter.domain).map(({ number }) => String(number))
  return [
    ...opening(shown, chapter.domain, domainSentences(shown, chapter)),
    ...(numbers.length === 0 ? [] : [paragraph(say.strategy_state_findings_here({ domain: domainName(chapter.domain, shown.language), numbers: numbers.join(', ') }))]),
    ...bodyOf(domainChapter(profileShown(shown), chapter)),
  ]
}
export const voices = (shown: StateShown): Blocks => {
  const { language, state } = shown
  const say = speak(language)
  const { byChannel, received, events, ballots } = state.voices
  if (received + events + ballots === 0 && !state.texts.has('voices')) return []
  const nameOf = (channel: string): string => (channel in channelNames ? channelNames[channel as keyof typeof channelNames][language] : channel)
  return [
    ...opening(shown, 'voices', voiceSentences(shown)),
    ...(byChannel.length === 0 ? [] : [{
      kind: 'table' as const, id: 'voices-channels', caption: say.strategy_state_channels(), notes: [say.strategy_state_channels_note()], sources: [{ name: say.strategy_state_own_record(), vintage: state.report.asOf, dated: 'unknown' as const }],
      table: { head: [{ name: say.strategy_state_channel(), kind: 'text' as const }, { name: say.strategy_state_count(), kind: 'number' as const }], rows: byChannel.map(({ channel, count }) => ({ name: nameOf(channel), cells: [{ text: String(count), kind: 'number' as const, value: count }] })) },
    }]),
  ]
}
export const findings = (shown: StateShown): Blocks => {
  const { language, state } = shown
  const say = speak(language)
  if (state.findings.length === 0 && !state.texts.has('findings')) return []
  const parts = { language, ...state }
  const tows = towsBlocks(parts), challenges = challengeBlocks(parts)
  const newest = state.findings.map(({ changedAt }) => changedAt.toISOString().slice(0, 10)).toSorted().at(-1) ?? ''
  return [
    ...opening(shown, 'findings', findingSentences(shown)),
    paragraph(say.strategy_confidence_rule()),
    ...findingKinds.flatMap((kind) => {
      const table = kindTable(parts, kind)
      return table === null ? [] : [{ ...table, ...(table.kind === 'table' ? { sources: [{ name: say.strategy_state_own_findings(), vintage: sayDay(newest) }] } : {}) } as DocumentBlock]
    }),
    ...(tows.length === 0 ? [] : [paragraph(say.strategy_tows_lead()), ...tows]),
    ...(challenges.length === 0 ? [] : [{ kind: 'heading' as const, level: 2 as const, id: 'challenges', text: say.strategy_challenges_title() }, ...challenges]),
  ]
}
const sayDay = (day: string): string => day.split('-').reverse().join('.')
/** It opens with its own sentences, one of each figure; what people wrote stands behind the first three. */
export const municipalities = (shown: StateShown): Blocks => {
  const [, ...blocks] = municipalChapter(profileShown(shown))
  const sentences = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).slice(0, 3)
  return sentences.length < 3 ? [] : [...opening(shown, 'municipalities', sentences), ...bodyOf(blocks)]
}
/** What no figure exists of, and which analyses are not in this report. */
export const missing = (shown: StateShown, absent: readonly ChapterName[]): Blocks => {
  const say = speak(shown.language)
  return [
    ...opening(shown, 'missing', missingSentences(shown)),
    ...(absent.length === 0 ? [] : [
      { kind: 'heading' as const, level: 2 as const, id: 'missing-analyses', text: say.strategy_state_missing_analyses() },
      { kind: 'list' as const, items: absent.map((name) => ({ lead: sayChapter(name, shown.language), text: say.strategy_state_missing_analysis() })) },
    ]),
    ...bodyOf(missingChapter(profileShown(shown)).slice(1)),
  ]
}
export const reading = (shown: StateShown, counted: { readonly figures: number; readonly tables: number }): Blocks => [...opening(shown, 'reading', readingSentences(shown, counted)), ...bodyOf(readingChapter(profileShown(shown)).slice(1))]
export const sources = (shown: StateShown): Blocks => [...opening(shown, 'sources', sourceSentences(shown)), ...bodyOf(sourcesChapter(profileShown(shown)).slice(1))]
