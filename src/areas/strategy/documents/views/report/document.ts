// The current-state report as a document in one language: which chapters it has and in which order. The same record gives the same document.
import type { Document, DocumentBlock } from '#kernel/document.ts'
import { numberBlocks } from '#kernel/document.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { boundBlock, fundingOf } from '#areas/evidence/indicators/views/report/report.ts'
import { sayOnce } from '#areas/evidence/indicators/views/report/say-once.ts'
import { titleOfRegion } from '#areas/evidence/indicators/views/wording.ts'
import { type ChapterName, chapterNames, currentStatePath } from '../../rules.ts'
import { benchmark, index, peers, specialisation, trends } from './analyses.ts'
import { domain, findings, missing, municipalities, reading, sources, summary, voices } from './chapters.ts'
import type { StateShown } from './shown.ts'

const countIn = (blocks: readonly DocumentBlock[]): { readonly figures: number; readonly tables: number } => {
  const numbers = [...numberBlocks(blocks).values()]
  return { figures: numbers.filter(({ figure }) => figure !== null).length, tables: numbers.filter(({ table }) => table !== null).length }
}
/** The findings' own day counts too: a report is as new as the newest thing in it. */
const newestDay = ({ state }: StateShown): string => [`${state.report.asOf}-01-01`.slice(0, 10), ...state.findings.map(({ changedAt }) => changedAt.toISOString().slice(0, 10))].toSorted().at(-1) ?? '1970-01-01'

export const toCurrentStateDocument = (shown: StateShown): Document => {
  const { language, state, home } = shown
  const say = speak(language)
  const { region } = state.report.profile
  const before = [...summary(shown), ...state.report.chapters.flatMap((chapter) => domain(shown, chapter)), ...peers(shown), ...benchmark(shown), ...index(shown), ...specialisation(shown), ...trends(shown), ...voices(shown), ...findings(shown), ...municipalities(shown)]
  const there = new Set(before.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.id] : [])))
  const absent = chapterNames.filter((name): name is ChapterName => !there.has(name) && name !== 'missing' && name !== 'reading' && name !== 'sources')
  const blocks = [...before, ...missing(shown, absent), ...reading(shown, countIn(before)), ...sources(shown)]
  const day = newestDay(shown)
  return {
    language, kicker: say.strategy_hub_crumb(), title: say.strategy_state_title(), subtitle: say.strategy_state_subtitle({ name: titleOfRegion(region, language) }),
    says: say.strategy_state_says({ name: titleOfRegion(region, language), figures: String(countIn(before).figures) }), body: home.body.name[language],
    asOf: { day, words: say.strategy_state_as_of({ day: sayCivilDate(day, language) }) }, emblem: shown.emblem, funding: fundingOf(home, language), address: toHref(language, currentStatePath),
    blocks: sayOnce(blocks, language).map(boundBlock),
  }
}
