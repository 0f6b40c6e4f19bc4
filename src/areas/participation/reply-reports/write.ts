// The one act of reply reports: what was written is kept as final, with the hash of each file. Never changed afterwards.
import { tellFollowers } from '#areas/participation/subscriptions/write.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import type { WriteVisit } from '#store/visit.ts'
import { findReport, listFinal } from './read.ts'
import { kindOf, reportPath, type Report, type ReportFile } from './rules.ts'
import type { ReplyReportTables } from './tables.ts'

export type Finalising = { readonly report: Report; readonly version: number; readonly why: string; readonly files: readonly ReportFile[] }
/** Between the writing of the files and this act nothing may have changed: else the files would not say what is kept. */
export const keepFinal = async (visit: WriteVisit, { report, version, why, files }: Finalising): Promise<'kept' | 'changed'> => {
  const { writer, now, who } = visit
  const found = await findReport(writer.reader, { slug: report.head.slug, who: 'staff', institution: report.head.institution, columns: report.columns })
  if (found === undefined || JSON.stringify(found.report) !== JSON.stringify(report)) return 'changed'
  const before = await listFinal(writer.reader, found.process.id)
  if ((before[0]?.version ?? 0) + 1 !== version) return 'changed'
  const id = newId<'replyReport'>()
  const asked = writer.withTables<ReplyReportTables>()
  const kept = await asked.insertInto('participation.replyReport').values({
    id, process: found.process.id, version, kind: kindOf(report), why, content: JSON.stringify(report), rows: report.rows.length, received: report.received, finalisedBy: who.account, finalisedAt: now,
  }).onConflict((on) => on.columns(['process', 'version']).doNothing()).returning('id').executeTakeFirst()
  if (kept === undefined) return 'changed'
  await asked.insertInto('participation.replyReportFile').values(files.map((file) => ({ report: id, ...file }))).execute()
  const { bg, en } = report.head.title
  await tellFollowers(writer, {
    about: found.process.id, kind: 'answered', path: reportPath(report.head.slug), now,
    says: version === 1 ? { bg: `Публикувана е справка за предложенията: ${bg}`, en: `The report on the proposals is published: ${en}` } : { bg: `Справката за предложенията е поправена: ${bg}`, en: `The report on the proposals was corrected: ${en}` },
  })
  await recordAct(writer, { who: who.account, act: 'participation.report.finalise', thing: found.process.id, after: { version, rows: report.rows.length, files: files.map(({ sha256 }) => sha256).join(' ') }, ...(why === '' ? {} : { why }) })
  return 'kept'
}
