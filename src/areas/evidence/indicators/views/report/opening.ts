// The first pages of the report: how the region stands among its like, and its key figures in one table.
import type { DocumentBlock, DocumentCell, DocumentHead, DocumentTable } from '#kernel/document.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { sayFlags, sayMissing } from '#ui/charts/flag-words.ts'
import { toFigureBlock } from '#ui/documents/figure-block.ts'
import type { Comparison, Credit, Headline, Indicator } from '../../rules.ts'
import { firstChapter, type ReportLine } from '../../rules/report.ts'
import { overviewFigure, readOverview } from '../overview.tsx'
import { originsOf, placeOfRegion, plainRegion, sayCell } from '../wording.ts'
import type { ReportShown } from './shown.ts'

export const overviewBlocks = (shown: ReportShown): readonly DocumentBlock[] => {
  const { language, report, home } = shown
  const say = speak(language)
  const { profile } = report
  const figure = profile.region.level === 'nuts3' ? overviewFigure({ language, profile, home: home.code }) : null
  const lines = report.chapters.flatMap(({ lines }) => lines)
  const old = lines.filter(({ headline }) => headline.freshness.isOld).length
  return [
    { kind: 'heading', level: 1, id: firstChapter, text: say.evidence_report_overview({ within: placeOfRegion(profile.region, language).within }) },
    { kind: 'paragraph', look: 'lead', text: say.evidence_report_lead({ count: lines.length, name: plainRegion(profile.region, language), chapters: report.chapters.filter((one) => one.lines.length > 0).length }) },
    ...(old === 0 ? [] : [{ kind: 'paragraph' as const, text: say.evidence_report_old({ count: old }) }]),
    ...(lines.some(({ headline }) => headline.isOfHigherLevel) ? [{ kind: 'paragraph' as const, text: say.evidence_report_higher({ count: lines.filter(({ headline }) => headline.isOfHigherLevel).length }) }] : []),
    ...(figure === null || readOverview({ language, profile }) === null ? [] : [toFigureBlock(figure)]),
    { kind: 'heading', level: 2, id: 'key-figures', text: say.evidence_report_key_figures() },
    {
      kind: 'table', id: 'key', caption: say.evidence_report_key_caption(),
      table: {
        head: [
          { name: say.ui_chart_indicator(), kind: 'text' }, { name: say.ui_chart_value(), kind: 'number' }, { name: say.evidence_report_unit(), kind: 'text' },
          { name: say.ui_chart_period(), kind: 'text' }, { name: say.evidence_report_of_whom(), kind: 'text' },
        ],
        rows: report.chapters.flatMap(({ lines }) => lines.map(({ headline }) => ({
          name: headline.indicator.name[language],
          cells: [...valueCells(headline, language), text(plainRegion(headline.shown, language))],
        }))),
      },
      sources: sourcesOf(report.credits, language), notes: [],
    },
  ]
}

const text = (words: string) => ({ text: words, kind: 'text' as const })
const valueCells = ({ indicator, newest }: Headline, language: Language) => {
  if (newest === null) return [text('–'), text(''), text('')]
  const flags = sayFlags(newest.cell.flags, language)
  const value = { text: sayCell(indicator, newest.cell, language), kind: 'number' as const, ...(newest.cell.value === null ? {} : { value: newest.cell.value }), ...(flags === '' ? {} : { note: flags }) }
  return [value, text(indicator.unit.label[language]), text(sayPeriod(newest.period, language))]
}
export const sourcesOf = (credits: readonly Credit[], language: Language) => originsOf(credits, language).map(({ name, vintage }) => ({ name, vintage }))

/** A chapter at a glance: value, place, and what stands beside it; a column that nobody fills is left out. */
export const glanceTable = (lines: readonly ReportLine[], language: Language): DocumentTable => {
  const say = speak(language)
  const columns: readonly { readonly head: DocumentHead; readonly cell: (headline: Headline) => DocumentCell }[] = [
    { head: { name: say.ui_chart_value(), kind: 'number' }, cell: (headline) => valueCells(headline, language)[0] ?? nothing },
    { head: { name: say.ui_chart_period(), kind: 'text' }, cell: (headline) => valueCells(headline, language)[2] ?? nothing },
    { head: { name: say.evidence_report_place(), kind: 'number' }, cell: ({ place }) => (place?.place == null ? nothing : { text: say.evidence_report_place_of({ place: String(place.place), of: String(place.among) }), kind: 'number' }) },
    { head: { name: say.evidence_report_beside(), kind: 'number' }, cell: ({ indicator, above }) => besideCell(indicator, above, language) },
    { head: { name: say.evidence_report_union(), kind: 'number' }, cell: ({ indicator, eu }) => besideCell(indicator, eu, language) },
  ]
  const rows = lines.map(({ headline }) => ({ headline, cells: columns.map(({ cell }) => cell(headline)) }))
  const filled = columns.map((_, at) => rows.some(({ cells }) => cells[at]?.value !== undefined || (cells[at]?.text ?? '–') !== '–'))
  return {
    head: [{ name: say.ui_chart_indicator(), kind: 'text' }, ...columns.flatMap(({ head }, at) => (filled[at] ? [head] : []))],
    rows: rows.map(({ headline, cells }) => ({
      name: headline.isOfHigherLevel ? `${headline.indicator.shortName[language]} (${plainRegion(headline.shown, language)})` : headline.indicator.shortName[language],
      cells: cells.filter((_, at) => filled[at]),
    })),
  }
}
/** Why a dash stands in the table: each reason once, below it. */
export const dashNotes = (lines: readonly ReportLine[], language: Language): readonly string[] =>
  [...new Set(lines.flatMap(({ headline: { above, eu } }) => [above, eu].flatMap((other) => (other === null || other.meaning === 'share' || other.cell.missing === null ? [] : [sayMissing(other.cell.missing, language)]))))]
    .map((reason) => speak(language).evidence_report_dash({ reason }))
const nothing: DocumentCell = { text: '–', kind: 'number' }
const besideCell = (indicator: Indicator, other: Comparison | null, language: Language): DocumentCell => {
  if (other === null || other.meaning === 'share') return nothing
  if (other.cell.missing !== null) return nothing
  return { text: sayCell(indicator, other.cell, language), kind: 'number', value: other.cell.value }
}
