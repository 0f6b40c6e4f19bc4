// The one act of reply reports: what was written is kept as final, with the hash of each file. Never changed afterwards.
import { listConsultationFiles } from '#areas/participation/consultations/read.ts'
import { addConsultationFile, takeBackFile } from '#areas/participation/consultations/write.ts'
import type { Process } from '#areas/participation/processes/rules.ts'
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
  if (found.process.kind === 'draft') await layIntoChecklist(visit, { slug: report.head.slug, process: found.process.id, version, files })
  const { bg, en } = report.head.title
  await tellFollowers(writer, {
    about: found.process.id, kind: 'answered', path: reportPath(report.head.slug), now,
    says: version === 1 ? { bg: `Публикувана е справка за предложенията: ${bg}`, en: `The report on the proposals is published: ${en}` } : { bg: `Справката за предложенията е поправена: ${bg}`, en: `The report on the proposals was corrected: ${en}` },
  })
  await recordAct(writer, { who: who.account, act: 'participation.report.finalise', thing: found.process.id, after: { version, rows: report.rows.length, files: files.map(({ sha256 }) => sha256).join(' ') }, ...(why === '' ? {} : { why }) })
  return 'kept'
}
/** The portal takes the report by hand: its file stands among the documents of the consultation, and a correction takes the place of what it corrects. */
const layIntoChecklist = async (visit: WriteVisit, { slug, process, version, files }: Pick<Finalising, 'version' | 'files'> & { readonly slug: string; readonly process: Process['id'] }): Promise<void> => {
  const file = files.find(({ language, format }) => language === 'bg' && format === 'pdf')
  if (file === undefined) return
  const { reader } = visit.writer
  const earlier = new Set((await reader.withTables<ReplyReportTables>().selectFrom('participation.replyReportFile as f').innerJoin('participation.replyReport as r', 'r.id', 'f.report').select('f.sha256').where('r.process', '=', process).where('r.version', '<', version).execute()).map(({ sha256 }) => sha256))
  for (const old of await listConsultationFiles(reader, process)) if (old.kind === 'replyReport' && earlier.has(old.sha256)) await takeBackFile(visit, { slug, id: old.id })
  const numbered = version === 1 ? { bg: '', en: '' } : { bg: `, версия ${version}`, en: `, version ${version}` }
  await addConsultationFile(visit, { slug, file: {
    kind: 'replyReport', title: { bg: `Справка за постъпилите предложения${numbered.bg}`, en: `Report on the proposals received${numbered.en}` }, sha256: file.sha256, size: file.size, mediaType: 'application/pdf', extension: 'pdf',
  } })
}
