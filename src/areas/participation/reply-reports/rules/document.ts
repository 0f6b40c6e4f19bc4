// A reply report as a document in one language: head, rows, tail; or the notice that nothing was received. Written as PDF/UA and Word by the
// door, as a plain page and as CSV here. Every form is made of the same cells.
import type { Document, DocumentBlock, DocumentFunding, DocumentPicture, DocumentRow } from '#kernel/document.ts'
import type { Language } from '#kernel/language.ts'
import { decisions, wordsIn } from '#areas/participation/answers/rules.ts'
import { channelIn, columns as columnTexts, kindOf, versionPath, type Report } from '../rules.ts'
import { cellsOf, sayDay, toCsv } from './cells.ts'
import { sayCount, sayRefusal, words } from './words.ts'

export type Made = { readonly report: Report; readonly language: Language; readonly version: number; readonly why: string; /** yyyy-mm-dd, the day it was made final */ readonly day: string; readonly emblem?: DocumentPicture | null; readonly funding?: DocumentFunding | null }
export type Line = { readonly name: string; readonly value: string }

/** Head: title, institution, dates, days, reason for a short term, ways, counts by channel and by decision. */
export const headLines = ({ report, language, day, version, why }: Made): readonly Line[] => {
  const say = words[language], { head } = report
  return [
    { name: say.institution, value: head.institution[language] || head.institution.bg }, ...(head.unit === '' ? [] : [{ name: say.unit, value: head.unit }]),
    ...(head.registration === '' ? [] : [{ name: say.registration, value: head.registration }]),
    { name: say.term, value: head.closesOn === null ? say.from({ opens: sayDay(head.opensOn) }) : say.fromTo({ opens: sayDay(head.opensOn), closes: sayDay(head.closesOn), days: head.days ?? 0 }) },
    ...(wordsIn(head.shortTermReason, language).text === '' ? [] : [{ name: say.shortTerm, value: wordsIn(head.shortTermReason, language).text }]),
    ...(wordsIn(head.ways, language).text === '' ? [] : [{ name: say.ways, value: wordsIn(head.ways, language).text.replace(/\n+/g, '; ') }]),
    { name: say.received, value: `${sayCount(report.received, language)}${report.byChannel.length === 0 ? '' : ` (${report.byChannel.map(({ channel, count }) => `${channelIn(channel)[language]}: ${count}`).join('; ')})`}` },
    ...(report.received === 0 ? [] : [
      { name: say.rows, value: say.rowsAndMerged({ rows: report.rows.length, merged: report.rows.reduce((sum, { merged }) => sum + merged.length, 0) }) },
      { name: say.decisions, value: report.byDecision.filter(({ count }) => count > 0).map(({ decision, count }) => `${decisions[decision][language]}: ${count}`).join('; ') },
    ]),
    { name: say.finalised, value: `${sayDay(day)}, ${say.version({ version })}` },
    ...(why === '' ? [] : [{ name: say.why, value: why }]),
  ]
}
/** Tail: late ones by number, refused ones by reason, withdrawn ones by count. */
export const tailLines = ({ report, language }: Pick<Made, 'report' | 'language'>): readonly Line[] => {
  const say = words[language]
  return [
    { name: say.late, value: report.late.length === 0 ? say.none : `${report.late.length}: ${report.late.map(({ number, receivedOn }) => `${number} (${sayDay(receivedOn)})`).join(', ')}` },
    { name: say.refused, value: report.refused.length === 0 ? say.none : `${report.refused.reduce((sum, { count }) => sum + count, 0)}: ${report.refused.map(({ reason, count }) => `${sayRefusal(reason, language)} – ${count}`).join('; ')}` },
    { name: say.withdrawn, value: report.withdrawn === 0 ? say.none : String(report.withdrawn) },
  ]
}
export const titleOf = ({ report, language }: Pick<Made, 'report' | 'language'>): string => {
  const say = words[language], title = report.head.title[language] || report.head.title.bg
  return kindOf(report) === 'none' ? say.noneTitle({ title }) : say.title({ title })
}
/** Naming dates, term and every way that was searched. */
export const noneSentence = ({ report, language }: Pick<Made, 'report' | 'language'>): string => {
  const say = words[language], { head } = report
  return say.noneSays({ opens: sayDay(head.opensOn), closes: head.closesOn === null ? '' : sayDay(head.closesOn), days: head.days ?? 0, ways: wordsIn(head.ways, language).text.replace(/\n+/g, '; ') || say.defaultWays })
}
export const toReportDocument = (made: Made): Document => {
  const { report, language, day, version } = made
  const say = words[language]
  const rows = report.rows.map((row): DocumentRow => {
    const [name = '', ...cells] = cellsOf(row, { columns: report.columns, language })
    return { name, cells: cells.map((text) => ({ text, kind: 'text' as const })) }
  })
  const list = (lines: readonly Line[]): DocumentBlock => ({ kind: 'list', items: lines.map(({ name, value }) => ({ lead: name, text: value })) })
  return {
    language, kicker: say.kicker, title: titleOf(made), subtitle: say.law, says: kindOf(report) === 'none' ? noneSentence(made) : say.says({ rows: report.rows.length, received: report.received }),
    body: report.head.institution[language] || report.head.institution.bg, asOf: { day, words: `${say.finalised}: ${sayDay(day)}, ${say.version({ version })}` }, emblem: made.emblem ?? null, funding: made.funding ?? null,
    address: `/${language}${versionPath({ slug: report.head.slug, version })}`,
    blocks: [
      { kind: 'heading', level: 1, id: 'head', text: say.headTitle },
      ...(kindOf(report) === 'none' ? [{ kind: 'paragraph' as const, text: noneSentence(made), look: 'lead' as const }] : []),
      list(headLines(made)),
      ...(kindOf(report) === 'none' ? [] : [
        { kind: 'heading' as const, level: 1 as const, id: 'rows', text: say.rowsTitle },
        { kind: 'table' as const, id: 'rows-table', caption: say.caption, sources: [], notes: [say.authorsNote], table: { head: report.columns.map((column) => ({ name: columnTexts[column][language], kind: 'text' as const })), rows } },
      ]),
      { kind: 'heading', level: 1, id: 'tail', text: say.tailTitle },
      list(tailLines(made)),
    ],
  }
}
/** Rows only; the first line names the columns. */
export const toReportCsv = ({ report, language }: Pick<Made, 'report' | 'language'>): string =>
  toCsv([report.columns.map((column) => columnTexts[column][language]), ...report.rows.map((row) => cellsOf(row, { columns: report.columns, language }))])

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>')
/** A page that stands alone, without script and style: it can be opened in twenty years. */
export const toReportHtml = (made: Made): string => {
  const document = toReportDocument(made)
  const block = (one: DocumentBlock): string => {
    switch (one.kind) {
      case 'heading': return `<h2 id="${escapeHtml(one.id)}">${escapeHtml(one.text)}</h2>`
      case 'paragraph': return `<p>${lines(one.text)}</p>`
      case 'list': return `<ul>${one.items.map(({ lead, text }) => `<li>${lead === undefined ? '' : `<strong>${escapeHtml(lead)}</strong>: `}${lines(text)}</li>`).join('')}</ul>`
      case 'table': return `<table border="1"><caption>${escapeHtml(one.caption)}</caption><thead><tr>${one.table.head.map(({ name }) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>\n<tbody>${one.table.rows.map((row) => `<tr><th scope="row">${escapeHtml(row.name)}</th>${row.cells.map(({ text }) => `<td>${lines(text)}</td>`).join('')}</tr>`).join('\n')}</tbody></table>\n${one.notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('')}`
      case 'figure': return ''
    }
  }
  return `<!doctype html>\n<html lang="${made.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(document.title)}</title></head>\n<body><h1>${escapeHtml(document.title)}</h1><p>${escapeHtml(document.subtitle)}</p>\n${document.blocks.map(block).join('\n')}\n</body></html>\n`
}
