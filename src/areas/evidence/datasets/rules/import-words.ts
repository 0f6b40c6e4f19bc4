// What became of an import, in words: the same for the terminal, a button and a job.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import type { Say } from '#kernel/speak.ts'
import { speak } from '#kernel/speak.ts'
import type { Remark, Revision, VintageDating, VintageState } from '../rules.ts'
import { vintagePath } from '../rules.ts'
import type { Report } from './remarks.ts'
import { sayCheck, sayRemark } from './wording.ts'

/** How an import can end; `commands/import-file.ts` gives it. */
export type ImportEnd =
  | { readonly kind: 'settled'; readonly vintage: number; readonly state: VintageState; readonly asOf: string; readonly dateFrom: VintageDating; readonly series: number; readonly wanted: number; readonly report: Report; readonly revision: Revision | null }
  | { readonly kind: 'same'; readonly vintage: number; readonly state: VintageState; readonly how: 'bytes' | 'content' }
  | { readonly kind: 'busy'; readonly since: Date }
  | { readonly kind: 'noDataset' }

const timeOf = (time: Date): string => new Intl.DateTimeFormat('bg-BG', { timeZone: 'Europe/Sofia', hour: '2-digit', minute: '2-digit' }).format(time)

/** „ctx.kids, BG31, 2008: “, or nothing where the whole file is meant. */
const sayAbout = (remark: Remark): string => {
  const about = [remark.selection, remark.region, remark.period].filter((part) => part !== null).join(', ')
  return about === '' ? '' : `${about}: `
}
/** The first line says what became of it; the others what to know. */
export const sayImport = (from: { dataset: string; end: ImportEnd; language: Language }): readonly string[] => {
  const { dataset, end, language } = from
  const say = speak(language)
  switch (end.kind) {
    case 'noDataset': return [say.evidence_import_no_dataset({ dataset })]
    case 'busy': return [say.evidence_import_busy({ dataset, time: timeOf(end.since) })]
    case 'same': return [(end.state === 'held' ? say.evidence_import_same_held : end.how === 'bytes' ? say.evidence_import_same_bytes : say.evidence_import_same_content)({ dataset, vintage: String(end.vintage) })]
    case 'settled': return saySettled(say, { dataset, end, language })
  }
}
const saySettled = (say: Say, from: { dataset: string; end: Extract<ImportEnd, { kind: 'settled' }>; language: Language }): readonly string[] => {
  const { dataset, end, language } = from
  const about = { dataset, vintage: String(end.vintage), date: end.dateFrom === 'receipt' ? say.evidence_csv_received({ date: end.asOf }) : end.asOf }
  const number = (value: number) => sayNumber(value, language, 0)
  const stops = end.report.remarks.filter((remark) => remark.result === 'stop')
  if (end.state === 'refused') return [say.evidence_import_refused({ dataset, why: stops.map((remark) => sayRemark(say, remark)).slice(0, 3).join(' ') })]
  const first = end.state === 'held'
    ? say.evidence_import_held({ ...about, path: vintagePath(dataset, end.vintage), holds: end.report.checks.filter((check) => check.result === 'hold').map((check) => `${sayCheck(say, check.check)} (${number(check.found)})`).join(', ') })
    : end.state === 'superseded' ? say.evidence_import_superseded(about) : say.evidence_import_current({ ...about, series: number(end.series) })
  const counted = (result: string) => number(end.report.remarks.filter((remark) => remark.result === result).length)
  return [
    first,
    ...end.report.remarks.filter((remark) => remark.result === 'hold').slice(0, 5).map((remark) => `  ${sayAbout(remark)}${sayRemark(say, remark)}`),
    ...(end.wanted === 0 ? [say.evidence_import_nothing_wanted()] : []),
    say.evidence_import_checks({ marks: counted('mark'), notes: counted('note') }),
    ...(end.dateFrom === 'alike' ? [say.evidence_import_alike()] : []),
    ...(end.revision ? [say.evidence_import_revised({ changed: number(end.revision.changed), appeared: number(end.revision.appeared), vanished: number(end.revision.vanished) })] : []),
  ]
}
