// The pages of reply reports and of „you said, we did“. Making a report final is a command of the web door: files are written in it.
import { dayIn } from '#kernel/day.ts'
import { notFound } from '#kernel/answer.ts'
import { speak } from '#kernel/speak.ts'
import { mayDo } from '#kernel/who.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { findProcess, listProcesses } from '#areas/participation/processes/read.ts'
import { processTime } from '#areas/participation/processes/rules.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { page, type ReadVisit, type WaitingOf } from '#store/visit.ts'
import type { Asked } from '#kernel/answer.ts'
import { finalForm } from './forms.ts'
import { findFinal, findReport, listEnded, listFinal } from './read.ts'
import { blockedBy, draftPath, fileFormats, filePath, fileTypes, reportPath, reportsPath, toColumns, toYouSaid, versionPath, youSaidCsv, youSaidOf, youSaidPath, type FileFormat } from './rules.ts'
import { youSaidLines } from './rules/cells.ts'
import { overallScreen, reportsScreen, youSaidScreen, type OneProcess } from './views/lists.tsx'
import { finalScreen, missingScreen, preparingScreen } from './views/report.tsx'

const read = permissions['public.read'], make = permissions['participation.processes']
const numberOf = (text: string | null | undefined): number => (/^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : 0)
const pageOf = (asked: Asked): number => numberOf(asked.query.get('page')) || 1
const slugOf = (asked: Asked): string => (asked.params.slug ?? '').slice(0, 80)

const reportsPage = page({
  path: reportsPath, may: read, sameForAll: true,
  get: async ({ reader, language, now, who }) => reportsScreen({ language, ended: await listEnded(reader, { now }), mayMake: mayDo(who, make) ? 'yes' : 'no' }),
})
/** `version` 0: the last one. */
const final = async ({ reader, language, now, who }: ReadVisit, asked: Asked, version: number) => {
  const process = await findProcess(reader, { slug: slugOf(asked), who: 'everyone' })
  if (process === undefined || process.kind === 'standing') return notFound
  const versions = await listFinal(reader, process.id)
  const wished = version === 0 ? versions[0]?.version : version
  const found = wished === undefined ? undefined : await findFinal(reader, { process: process.id, version: wished })
  if (found === undefined) return version > 0 ? notFound
    : missingScreen({ language, title: process.title[language], slug: process.slug, isOpen: processTime(process, now) === 'closed' ? 'no' : 'yes', mayMake: mayDo(who, make) ? 'yes' : 'no' })
  return finalScreen({
    made: { report: found.content, language, version: found.version, why: found.why, day: dayIn(found.finalisedAt) }, version: found.version, files: found.files, versions, page: pageOf(asked), sayDay: (at) => sayCivilDate(dayIn(at), language),
  })
}
const reportPage = page({ path: reportPath(':slug'), may: read, sameForAll: true, get: (visit, asked) => final(visit, asked, 0) })
const versionPage = page({
  path: versionPath({ slug: ':slug', version: 0 }).replace('/0', '/:version'), may: read, sameForAll: true,
  get: (visit, asked) => (numberOf(asked.params.version) === 0 ? notFound : final(visit, asked, numberOf(asked.params.version))),
})
const fileOf = (format: FileFormat) => page({
  path: filePath({ slug: ':slug', version: ':version', format }), may: read,
  get: async ({ reader, language }, asked) => {
    const process = await findProcess(reader, { slug: slugOf(asked), who: 'everyone' })
    const found = process === undefined ? undefined : await findFinal(reader, { process: process.id, version: numberOf(asked.params.version) })
    const file = found?.files.find((one) => one.format === format && one.language === language)
    return process === undefined || found === undefined || file === undefined ? notFound
      : { kind: 'file', mediaType: fileTypes[format], name: `${language === 'bg' ? 'spravka' : 'reply-report'}-${process.slug}-${found.version}.${format}`, bytes: { stored: file.sha256, size: file.size } }
  },
})
export const preparingPage = page({
  path: draftPath(':slug'), may: make,
  get: async ({ reader, language, now }, asked) => {
    const { body } = await getSettings(reader)
    const found = await findReport(reader, { slug: slugOf(asked), who: 'staff', institution: body.name, columns: toColumns([]) })
    if (found === undefined || found.process.kind === 'standing') return notFound
    const versions = await listFinal(reader, found.process.id)
    return preparingScreen({
      made: { report: found.report, language, version: (versions[0]?.version ?? 0) + 1, why: '', day: dayIn(now) }, asked, blocked: blockedBy(found.report), page: pageOf(asked),
      closed: processTime(found.process, now) === 'closed' ? 'yes' : 'no', correction: versions.length > 0 ? 'yes' : 'no',
    })
  },
  accepts: finalForm,
})

const listAll = async ({ reader }: Pick<ReadVisit, 'reader'>) => {
  const { body } = await getSettings(reader)
  const found = await Promise.all((await listProcesses(reader, { who: 'everyone' })).map(({ slug }) => findReport(reader, { slug, who: 'everyone', institution: body.name })))
  return found.flatMap((one) => (one === undefined || one.report.rows.length === 0 ? [] : [one]))
}
const overallPage = page({
  path: youSaidPath, may: read, sameForAll: true,
  get: async (visit) => {
    const found = await listAll(visit)
    const all = found.map(({ process, report }): OneProcess => ({ slug: process.slug, title: process.title, said: toYouSaid(report), rows: report.rows.length }))
    return overallScreen({ language: visit.language, all, total: toYouSaid({ rows: found.flatMap(({ report }) => report.rows).sort((one, other) => (one.number < other.number ? -1 : 1)) }) })
  },
})
const overallCsvPage = page({
  path: youSaidCsv(null), may: read, sameForAll: true,
  get: async (visit) => ({ kind: 'file', mediaType: 'text/csv; charset=utf-8', name: 'you-said.csv', bytes: youSaidLines((await listAll(visit)).map(({ process, report }) => ({ title: process.title[visit.language], rows: report.rows })), visit.language) }),
})
const findOne = async ({ reader }: ReadVisit, asked: Asked) => findReport(reader, { slug: slugOf(asked), who: 'everyone', institution: (await getSettings(reader)).body.name })
const youSaidPage = page({
  path: youSaidOf(':slug'), may: read, sameForAll: true,
  get: async (visit, asked) => {
    const found = await findOne(visit, asked)
    if (found === undefined) return notFound
    const versions = await listFinal(visit.reader, found.process.id)
    return youSaidScreen({ language: visit.language, slug: found.process.slug, title: found.process.title, said: toYouSaid(found.report), hasReport: versions.length > 0 ? 'yes' : 'no' })
  },
})
const youSaidCsvPage = page({
  path: youSaidCsv(':slug'), may: read, sameForAll: true,
  get: async (visit, asked) => {
    const found = await findOne(visit, asked)
    return found === undefined ? notFound : { kind: 'file', mediaType: 'text/csv; charset=utf-8', name: `you-said-${found.process.slug}.csv`, bytes: youSaidLines([{ title: found.process.title[visit.language], rows: found.report.rows }], visit.language) }
  },
})
/** Without the page that makes a report final: the door binds that one to its command. */
export const pages = [reportsPage, reportPage, ...fileFormats.map(fileOf), versionPage, overallPage, overallCsvPage, youSaidCsvPage, youSaidPage]

/** Ended processes without a report. */
export const reportsWaiting: WaitingOf = {
  may: make,
  list: async ({ reader, language, now }) => {
    const without = (await listEnded(reader, { now })).filter(({ version }) => version === null)
    return without.length === 0 ? [] : [{ name: speak(language).participation_waiting_report({ count: without.length }), path: reportsPath }]
  },
}
