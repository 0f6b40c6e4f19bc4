// Making a report final: read once, write every file outside any transaction, keep them, then one short act. The door hands in what writes paper.
import { dayIn } from '#kernel/day.ts'
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Document, DocumentFormat } from '#kernel/document.ts'
import { languages, type Language } from '#kernel/language.ts'
import type { Problem } from '#kernel/result.ts'
import type { Who } from '#kernel/who.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { fundedByTheUnion } from '#areas/people/settings/rules.ts'
import { processTime } from '#areas/participation/processes/rules.ts'
import type { Store } from '#store/store.ts'
import { findReport, listFinal } from './read.ts'
import { blockedBy, fileFormats, versionPath, type FinalInput, type ReportFile } from './rules.ts'
import { toReportCsv, toReportDocument, toReportHtml } from './rules/document.ts'
import { keepFinal } from './write.ts'

export type Desk = {
  readonly store: Pick<Store, 'reading' | 'writing' | 'files'>; readonly who: Who; readonly language: Language; readonly now: Date
  readonly paper: (document: Document, format: DocumentFormat) => Promise<Uint8Array>
}
const problem = (bg: string, en: string, field = ''): PostAnswer => problems([{ field, text: { bg, en } } satisfies Problem])
/** A few hundred numbers are named; of more the first, and how many. */
const nameSome = (numbers: readonly string[]): string => `${numbers.slice(0, 200).join(', ')}${numbers.length > 200 ? ` … (${numbers.length})` : ''}`

export const finaliseReport = async ({ store, who, language, now, paper }: Desk, { slug, input }: { readonly slug: string; readonly input: FinalInput }): Promise<PostAnswer> => {
  const read = await store.reading(async (reader) => {
    const settings = await getSettings(reader)
    const found = await findReport(reader, { slug, who: 'staff', institution: settings.body.name, columns: input.columns })
    return found && { ...found, settings, before: await listFinal(reader, found.process.id) }
  }, { as: 'staff', fresh: 'primary' })
  if (read === undefined || read.process.kind === 'standing') return notFound
  const { report, process, settings, before } = read
  if (processTime(process, now) !== 'closed') return problem('Справката става окончателна след края на срока.', 'The report is made final after the end of the term.')
  const blocked = blockedBy(report)
  if (blocked.length > 0) return problem(`Без решение или мотиви са: ${nameSome(blocked)}. Отговорете им, преди справката да стане окончателна.`, `Without a decision or a reason: ${nameSome(blocked)}. Answer them before the report is made final.`)
  const version = (before[0]?.version ?? 0) + 1
  if (version > 1 && input.why === '') return problem('Напишете защо се поправя справката: причината стои в новата версия.', 'Write why the report is corrected: the reason stands in the new version.', 'why')
  const { emblem } = settings.body
  const files: ReportFile[] = []
  for (const of of languages) {
    const made = {
      report, language: of, version, why: version === 1 ? '' : input.why, day: dayIn(now), emblem: emblem === null ? null : { mediaType: emblem.mediaType as 'image/svg+xml' | 'image/png', stored: emblem.sha256, alt: emblem.alternative[of] },
      funding: settings.funding.shown === 'no' ? null : { statement: fundedByTheUnion[of], says: `${settings.funding.sentence[of]} ${settings.funding.disclaimer[of]}`.trim() },
    }
    const document = toReportDocument(made)
    for (const format of fileFormats) {
      const bytes = format === 'html' ? new TextEncoder().encode(toReportHtml(made)) : format === 'csv' ? new TextEncoder().encode(toReportCsv(made)) : await paper(document, format)
      files.push({ language: of, format, ...(await store.files.keep(bytes)) })
    }
  }
  const kept = await store.writing((writer) => keepFinal({ writer, who, language, now }, { report, version, why: version === 1 ? '' : input.why, files }), { language })
  return kept === 'kept' ? see(versionPath({ slug, version }), 'participation_notice_report_final')
    : problem('Докато се правеха файловете, нещо се промени. Прегледайте справката и я направете окончателна отново.', 'While the files were made, something changed. Look at the report again and make it final once more.')
}
