// Names of the chapters of the current-state report.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { domains, type Domain } from '#areas/evidence/indicators/rules.ts'
import { domainName } from '#areas/evidence/indicators/views/wording.ts'
import type { ChapterName } from '../rules.ts'

const isDomain = (name: string): name is Domain => (domains as readonly string[]).includes(name)
export const sayChapter = (chapter: ChapterName, language: Language): string => {
  const say = speak(language)
  if (isDomain(chapter)) return domainName(chapter, language)
  return {
    summary: say.strategy_chapter_summary, peers: say.strategy_chapter_peers, benchmark: say.strategy_chapter_benchmark, index: say.strategy_chapter_index, specialisation: say.strategy_chapter_specialisation, trends: say.strategy_chapter_trends, voices: say.strategy_chapter_voices,
    findings: say.strategy_chapter_findings, municipalities: say.strategy_chapter_municipalities, missing: say.evidence_report_missing, reading: say.evidence_report_reading, sources: say.evidence_report_sources,
  }[chapter]()
}
