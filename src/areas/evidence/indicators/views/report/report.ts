// The profile of a region as a document: which chapters it has and in which order. What a chapter says is in chapter.ts,
// how paper looks is in ui/documents.
import type { Document, DocumentBlock, DocumentFunding } from '#kernel/document.ts'
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import { yearOf } from '#kernel/period.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { keptValue } from '#ui/jsx/kept.ts'
import { reportPath } from '../../rules/report.ts'
import { readOverview } from '../overview.tsx'
import { bound, titleOfRegion } from '../wording.ts'
import { domainChapter, municipalChapter } from './chapter.ts'
import { overviewBlocks } from './opening.ts'
import { missingChapter, readingChapter, sourcesChapter } from './closing.ts'
import { sayOnce } from './say-once.ts'
import type { ReportShown } from './shown.ts'

/** The same object while the figures and the home's description stay: a file that was made of it need not be made again. */
export const keptReport = (shown: ReportShown): Document =>
  keptValue(shown.report, `report ${shown.language} ${JSON.stringify([shown.home.body, shown.home.funding, shown.emblem])}`, () => toReportDocument(shown))
export const toReportDocument = (shown: ReportShown): Document => {
  const { language, report, home } = shown
  const say = speak(language)
  const { region, coverage } = report.profile
  const counted = { filled: String(coverage.withFigures), total: String(coverage.of), year: coverage.newest === null ? '–' : String(yearOf(coverage.newest)) }
  return {
    language,
    kicker: say.evidence_report_kicker(),
    title: titleOfRegion(region, language),
    subtitle: say.evidence_report_subtitle(counted),
    says: readOverview({ language, profile: report.profile }) ?? say.evidence_report_subtitle(counted),
    body: home.body.name[language],
    asOf: { day: `${report.asOf}-01-01`.slice(0, 10), words: say.evidence_report_as_of({ date: sayCivilDate(report.asOf, language) }) },
    emblem: shown.emblem,
    funding: fundingOf(home, language),
    address: toHref(language, reportPath(region.code)),
    blocks: sayOnce(blocksOf(shown), language).map(boundBlock),
  }
}
export const fundingOf = (home: HomeRegion, language: Language): DocumentFunding | null =>
  home.funding === null ? null : { statement: home.funding.statement[language], says: `${home.funding.sentence[language]} ${home.funding.disclaimer[language]}` }

const blocksOf = (shown: ReportShown): readonly DocumentBlock[] => [
  ...overviewBlocks(shown),
  ...shown.report.chapters.flatMap((chapter) => (chapter.lines.length === 0 ? [] : domainChapter(shown, chapter))),
  ...municipalChapter(shown),
  ...missingChapter(shown),
  ...readingChapter(shown),
  ...sourcesChapter(shown),
]
export const boundBlock = (block: DocumentBlock): DocumentBlock =>
  block.kind === 'paragraph' || block.kind === 'heading' ? { ...block, text: bound(block.text) }
    : block.kind === 'figure' ? { ...block, heading: bound(block.heading), subtitle: bound(block.subtitle), notes: block.notes.map(bound) }
      : block.kind === 'table' ? { ...block, caption: bound(block.caption), notes: block.notes.map(bound) } : block
