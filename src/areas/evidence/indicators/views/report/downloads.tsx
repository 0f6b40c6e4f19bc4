// Where the profile as a document can be had: to read here, and as three files whose size is said before they are fetched.
import type { Screen } from '#kernel/answer.ts'
import type { Document, DocumentFormat } from '#kernel/document.ts'
import { documentFormats } from '#kernel/document.ts'
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sizeAbout } from '#ui/documents/size.ts'
import { type DocumentChapter, DocumentView } from '#ui/documents/web.tsx'
import { keptDrawing } from '#ui/jsx/kept.ts'
import { LinkList } from '#ui/parts/link-list.tsx'
import { regionPath } from '#areas/evidence/regions/rules.ts'
import type { Profile } from '../../rules.ts'
import { chapterPath, filePath, firstChapter, reportPath } from '../../rules/report.ts'
import { titleOfRegion } from '../wording.ts'

type Offered = { readonly language: Language; readonly region: string; readonly figures: number; readonly tables: number }
const fileLinks = ({ language, region, figures, tables }: Offered) => {
  const say = speak(language)
  const names: Readonly<Record<DocumentFormat, string>> = { pdf: say.evidence_report_pdf(), docx: say.evidence_report_docx(), xlsx: say.evidence_report_xlsx() }
  return documentFormats.map((format) => ({
    name: names[format], href: toHref(language, filePath(region, format)),
    note: say.evidence_report_size({ size: sayNumber(sizeAbout(format, { figures, tables }) / 1e6, language, 1) }),
  }))
}

/** On the profile: how many figures the document will have is known from the profile itself. */
export const ReportOffer = ({ language, profile, home }: { readonly language: Language; readonly profile: Profile; readonly home: string }) => {
  const say = speak(language)
  const figures = profile.domains.reduce((sum, { headlines }) => sum + headlines.filter((headline) => headline.newest !== null).length, 0)
  if (figures === 0) return null
  const drawn = Math.round(figures * (profile.region.level === 'nuts3' ? 1.3 : 1))
  return (
    <nav class="p-topics" aria-labelledby="paper">
      <h2 id="paper">{say.evidence_report_offer()}</h2>
      <LinkList links={[
        ...(profile.region.code === home ? [{ name: say.evidence_report_read(), href: toHref(language, reportPath(profile.region.code)) }] : []),
        ...fileLinks({ language, region: profile.region.code, figures: drawn, tables: drawn + 8 }),
      ]} />
    </nav>
  )
}

type ChapterShown = { readonly language: Language; readonly document: Document; readonly profile: Profile; readonly chapter: DocumentChapter }
export const reportScreen = ({ language, document, profile, chapter }: ChapterShown): Screen => {
  const say = speak(language)
  const { region } = profile
  const name = titleOfRegion(region, language)
  const isFirst = chapter.id === firstChapter
  const figures = document.blocks.filter(({ kind }) => kind === 'figure').length
  const tables = figures + document.blocks.filter(({ kind }) => kind === 'table').length
  return {
    kind: 'screen',
    title: isFirst ? say.evidence_report_title({ name }) : `${chapter.text} · ${name}`,
    says: document.says,
    crumbs: [{ name, path: regionPath(region.code) }, ...(isFirst ? [] : [{ name: say.evidence_report_title({ name }), path: reportPath(region.code) }])],
    body: keptDrawing(document, `web ${chapter.id}`, () => (
      <DocumentView document={document} chapter={chapter} toChapter={(id) => toHref(language, chapterPath(region.code, id))}>
        <LinkList links={fileLinks({ language, region: region.code, figures, tables })} />
      </DocumentView>
    )),
  }
}
