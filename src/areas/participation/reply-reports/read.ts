// Questions about reply reports: one made of the records as they are now, the final ones as they were frozen, the ended processes.
import { dayIn } from '#kernel/day.ts'
import { sql } from 'kysely'
import { listAnswersOf } from '#areas/participation/answers/read.ts'
import { findConsultation, listAnchors } from '#areas/participation/consultations/read.ts'
import { listPartLinks } from '#areas/participation/grouping/read/part-links.ts'
import { findProcess, listProcesses } from '#areas/participation/processes/read.ts'
import { lastDayOf, type Process } from '#areas/participation/processes/rules.ts'
import { listSaid } from '#areas/participation/proposals/read/said.ts'
import type { Bilingual } from '#kernel/language.ts'
import { rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import { daysBetween, makeReport, type Column, type Ended, type FileFormat, type FinalReport, type Head, type Report, type ReportFile } from './rules.ts'
import type { ReplyReportTables } from './tables.ts'

const tables = (reader: Reader) => reader.withTables<ReplyReportTables>()
const nothing: Bilingual = { bg: '', en: '' }
type Asked = { readonly slug: string; readonly who: 'everyone' | 'staff'; readonly institution: Bilingual; readonly columns?: readonly Column[] }

const headOf = async (reader: Reader, { process, institution, who }: { readonly process: Process; readonly institution: Bilingual; readonly who: Asked['who'] }): Promise<Head> => {
  const consultation = process.kind === 'draft' ? await findConsultation(reader, { slug: process.slug, who }) : undefined
  const opensOn = consultation?.opensOn ?? dayIn(process.opensAt), closesOn = process.closesAt === null ? null : (consultation?.closesOn ?? lastDayOf(process.closesAt))
  return {
    title: process.title, slug: process.slug, institution: consultation === undefined || consultation.institution === '' ? institution : { bg: consultation.institution, en: consultation.institution }, unit: process.unit,
    opensOn, closesOn, days: closesOn === null ? null : daysBetween(opensOn, closesOn),
    shortTermReason: consultation?.shortTermReason ?? nothing, ways: consultation?.ways ?? nothing, registration: consultation?.registrationNumber ?? '',
  }
}
/** From the records of every channel as they are at this moment. */
export const findReport = async (reader: Reader, { slug, who, institution, columns }: Asked): Promise<{ readonly process: Process; readonly report: Report } | undefined> => {
  const process = await findProcess(reader, { slug, who })
  if (process === undefined) return undefined
  const [head, said, anchors] = await Promise.all([headOf(reader, { process, institution, who }), listSaid(reader, process.id), process.kind === 'draft' ? listAnchors(reader, process.id) : []])
  const ids = [...new Set(said.flatMap(({ id, root }) => [id, root]))]
  const [answers, parts] = await Promise.all([listAnswersOf(reader, { contributions: ids }), listPartLinks(reader, said.map(({ id }) => id))])
  const passages = new Map(anchors.map(({ contribution, block, quote }) => [contribution as string, `№ ${block}${quote === '' ? '' : `: „${quote}“`}`]))
  // They come in the order of their numbers: the last of each is the one that holds.
  const holding = [...new Map(answers.map((answer) => [answer.contribution as string, answer])).values()]
  return { process, report: makeReport({ head, said, answers: holding, parts, passages, ...(columns === undefined ? {} : { columns }) }) }
}

const finalColumns = ['id', 'version', 'kind', 'why', 'finalisedAt', 'rows', 'received'] as const
/** The newest first. */
export const listFinal = (reader: Reader, process: string): Promise<readonly FinalReport[]> =>
  tables(reader).selectFrom('participation.replyReport').select(finalColumns).where('process', '=', process as Process['id']).orderBy('version', 'desc').execute()
export const findFinal = async (reader: Reader, { process, version }: { readonly process: string; readonly version: number }): Promise<(FinalReport & { readonly content: Report; readonly files: readonly ReportFile[] }) | undefined> => {
  const found = await tables(reader).selectFrom('participation.replyReport').select([...finalColumns, 'content']).where('process', '=', process as Process['id']).where('version', '=', version).executeTakeFirst()
  if (found === undefined) return undefined
  const files = await tables(reader).selectFrom('participation.replyReportFile').select(['language', 'format', 'sha256', 'size']).where('report', '=', found.id).orderBy('language').orderBy('format').execute()
  return { ...found, content: found.content as Report, files: files.map((file) => ({ ...file, format: file.format as FileFormat })) }
}
/** Processes that are over, the last ended first, with the first report made final and the days it took; without one, the days gone by. */
export const listEnded = async (reader: Reader, { now }: { readonly now: Date }): Promise<readonly Ended[]> => {
  const [processes, finals] = await Promise.all([
    listProcesses(reader, { who: 'everyone' }),
    rows(reader, sql<{ process: string; finalisedAt: Date; version: number }>`select process, min(finalised_at) as finalised_at, max(version) as version from participation.reply_report group by process`),
  ])
  return processes.flatMap(({ id, slug, title, closesAt }): readonly Ended[] => {
    if (closesAt === null || closesAt > now) return []
    const final = finals.find(({ process }) => process === id)
    const closedOn = lastDayOf(closesAt)
    return [{ slug, title, closedOn, version: final?.version ?? null, finalisedAt: final?.finalisedAt ?? null, days: daysBetween(closedOn, dayIn(final?.finalisedAt ?? now)) - 1 }]
  }).sort((one, other) => (one.closedOn < other.closedOn ? 1 : one.closedOn > other.closedOn ? -1 : one.slug < other.slug ? -1 : 1))
}
