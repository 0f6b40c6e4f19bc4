// The terminal's words for datasets: import a file or fetch it from its source, list, decide on what is held.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Bilingual } from '#kernel/language.ts'
import { isNutsVersion, nutsVersions } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import { findCheckout } from '#store/checkout.ts'
import type { Command, CommandAnswer, CommandContext } from '#store/command.ts'
import { done, failed } from '#store/command.ts'
import { readSettings } from '#store/settings.ts'
import { FetchProblem } from '#sources/fetch/fetch-problem.ts'
import { parseTableDescription } from '#sources/table-description.ts'
import { findHome } from '#areas/evidence/regions/read.ts'
import { readCheckBook } from './commands/check-book.ts'
import { fetchCommands } from './commands/fetch-commands.ts'
import { getFetcher } from './commands/fetching.ts'
import { fillSelections } from './commands/fill-selections.ts'
import type { ImportAsk } from './commands/import-ask.ts'
import { importFile } from './commands/import-file.ts'
import { parseReason } from './forms.ts'
import { listDatasets } from './read.ts'
import { sayImport } from './rules/import-words.ts'
import { isAsOf } from './rules/stamps.ts'
import { sayRemark } from './rules/wording.ts'
import type { Dataset } from './rules.ts'
import { decideVintage, noteFailure } from './write.ts'

const text = (bg: string, en: string): Bilingual => ({ bg, en })

const importCommand: Command = {
  name: 'import',
  says: text('внася файл с данни или го изтегля от източника по кода на набора', 'take in a file of data, or fetch it from its source by the dataset’s code'),
  words: [{ name: 'what', needed: 'yes', many: 'yes', says: text('файл (също и .gz), или код на набор за изтегляне', 'a file (.gz too), or the code of a dataset to fetch') }],
  options: [
    { name: 'dataset', takes: 'text', says: text('код на набора; иначе по началото на името на файла', 'code of the dataset; else by the beginning of the file’s name') },
    { name: 'nuts', takes: 'text', says: text('версия на NUTS на кодовете на регионите', 'NUTS version of the region codes') },
    { name: 'as-of', takes: 'text', says: text('към коя дата са данните: 2024-01-15', 'the day the figures are of: 2024-01-15') },
    { name: 'table', takes: 'text', says: text('файл JSON, който описва колоните на обикновена таблица CSV', 'a JSON file that describes the columns of a plain CSV table') },
    { name: 'accept', takes: 'text', says: text('ако изданието чака решение: приема го с тази причина', 'should the vintage wait for a decision: accept it with this reason') },
  ],
  examples: ['posoka import bd_size_r3.tsv.gz --nuts 2021', 'posoka import nama_10r_3gdp', 'posoka import data.csv --dataset nsi-629 --as-of 2026-02'],
  run: async (context) => {
    const say = speak(context.language)
    if (!(await context.store.reading(findHome, { as: 'staff' }))) return failed('unavailable', say.evidence_import_no_pack())
    const nuts = context.line.one('nuts')
    if (nuts !== '' && !isNutsVersion(nuts)) return failed('usage', say.evidence_import_bad_version({ version: nuts, versions: nutsVersions.join(', ') }))
    const asOf = context.line.one('as-of')
    if (asOf !== '' && !isAsOf(asOf)) return failed('usage', say.evidence_import_bad_date({ date: asOf }))
    const datasets = (await context.store.reading(listDatasets, { as: 'staff' })).map((row) => row.dataset)
    const answers: CommandAnswer[] = []
    for (const what of context.line.many('what')) answers.push(await importOne(context, { what, datasets }))
    const worst = answers.find((answer) => answer.exit !== 'done')
    return { exit: worst?.exit ?? 'done', lines: answers.flatMap((answer) => answer.lines), value: answers.length === 1 ? answers[0]?.value : answers.map((answer) => answer.value) }
  },
}

const importOne = async (context: CommandContext, from: { what: string; datasets: readonly Dataset[] }): Promise<CommandAnswer> => {
  const { what, datasets } = from
  const { line, language } = context
  const say = speak(language)
  const isFile = existsSync(what)
  // Asked before the long work, not after it.
  const reason = line.one('accept') === '' ? null : parseReason(line.one('accept'))
  if (reason !== null && !reason.ok) return failed('refused', reason.problem.text[language])
  if (isFile && statSync(what).isDirectory()) return failed('notFound', say.web_cli_is_folder({ path: what }))
  if (/^https?:/.test(what)) return failed('refused', say.evidence_import_no_addresses())
  const named = line.one('dataset')
  const code = named || (isFile ? (datasets.find((dataset) => basename(what).startsWith(`${dataset.code}.`))?.code ?? '') : what)
  const dataset = datasets.find((one) => one.code === code)
  if (!dataset) return failed('notFound', named || (!isFile && !/[./\\]/.test(what)) ? say.evidence_import_no_dataset({ dataset: code }) : isFile ? say.evidence_import_which_dataset({ file: what }) : say.evidence_import_no_file({ file: what }))
  if (!isFile && named) return failed('notFound', say.evidence_import_no_file({ file: what }))
  if (!isFile && dataset.download === null) return failed('refused', say.evidence_import_no_download({ dataset: dataset.code, address: dataset.address }))
  const file = isFile
    ? { bytes: createReadStream(what), fileName: basename(what), origin: 'file' as const, address: basename(what) }
    : await fetched(context, dataset)
  return runImport(context, { dataset, file }).catch(async (problem: unknown) => { throw await noted(context, { dataset, problem }) })
}
/** A source that cannot be reached is remembered with the dataset; the terminal says it by itself. */
const noted = async (context: CommandContext, { dataset, problem }: { dataset: Dataset; problem: unknown }): Promise<unknown> => {
  if (problem instanceof FetchProblem) await context.store.writing((writer) => noteFailure(writer, { dataset: dataset.code, problem: problem.text, now: context.now() }))
  return problem
}
const fetched = async (context: CommandContext, dataset: Dataset) => {
  const file = await getFetcher(readSettings(process.env)).fetchFile({ address: dataset.download ?? '', signal: context.signal }).catch(async (problem: unknown) => { throw await noted(context, { dataset, problem }) })
  return { bytes: file.bytes, fileName: file.fileName ?? dataset.code, origin: 'fetch' as const, address: file.address }
}

const runImport = async (context: CommandContext, from: { dataset: Dataset; file: Pick<ImportAsk, 'bytes' | 'fileName' | 'origin' | 'address'> }): Promise<CommandAnswer> => {
  const { line, language, store } = context
  const { dataset, file } = from
  const nuts = line.one('nuts'), asOf = line.one('as-of'), table = line.one('table')
  const bar = context.bar({ label: dataset.code, unit: 'B' })
  const end = await importFile(store, {
    ...file, dataset: dataset.code, book: await readCheckBook(findCheckout()), now: context.now, signal: context.signal,
    ...(asOf === '' ? {} : { asOf }), ...(isNutsVersion(nuts) ? { nutsVersion: nuts } : {}),
    ...(table === '' ? {} : { table: parseTableDescription(JSON.parse(await readFile(table, 'utf8'))) }),
    onProgress: (at) => { if (at.bytesInAll > 0) { bar.of(at.bytesInAll); bar.reach(at.bytesRead) } },
  }).finally(() => bar.end())
  const lines = sayImport({ dataset: dataset.code, end, language })
  const value = end.kind === 'settled'
    ? { dataset: dataset.code, vintage: end.vintage, state: end.state, asOf: end.asOf, series: end.series, checks: end.report.checks, remarks: end.report.remarks, revision: end.revision && { ...end.revision, atHome: end.revision.atHome.length } }
    : { dataset: dataset.code, ...end }
  if (end.kind === 'settled' && end.state === 'held' && line.one('accept') !== '') {
    const accepted = await decide(context, { number: end.vintage, decision: 'accept', reason: line.one('accept') })
    return { ...accepted, lines: [...lines, ...accepted.lines], value: { ...value, state: accepted.exit === 'done' ? 'current' : 'held' } }
  }
  const isDone = end.kind === 'same' || (end.kind === 'settled' && (end.state === 'current' || end.state === 'superseded'))
  return { exit: isDone ? 'done' : end.kind === 'noDataset' ? 'notFound' : 'refused', lines, value }
}

const decide = async (context: CommandContext, decision: { number: number; decision: 'accept' | 'refuse'; reason: string }): Promise<CommandAnswer> => {
  const { language, store } = context
  const say = speak(language)
  const reason = parseReason(decision.reason)
  if (!reason.ok) return failed('refused', reason.problem.text[language])
  const state = await store.writing((writer) => decideVintage({ writer, now: context.now(), by: null }, { ...decision, reason: reason.value }))
  const vintage = String(decision.number)
  if (state === 'none' || state === 'settled') return failed(state === 'none' ? 'notFound' : 'refused', say.evidence_import_not_held({ vintage }))
  return done([state === 'refused' ? say.evidence_import_now_refused({ vintage }) : say.evidence_import_accepted({ vintage })], { vintage: decision.number, state })
}
const decisionCommand = (decision: 'accept' | 'refuse'): Command => ({
  name: `datasets ${decision}`,
  says: decision === 'accept' ? text('приема издание, което чака решение', 'accept a vintage that waits for a decision') : text('отказва издание, което чака решение', 'refuse a vintage that waits for a decision'),
  words: [{ name: 'vintage', needed: 'yes', says: text('номер на изданието', 'number of the vintage') }],
  options: [{ name: 'reason', takes: 'text', needed: 'yes', says: text('защо; вижда се от всички', 'why; everybody can read it') }],
  examples: [`posoka datasets ${decision} 12 --reason "…"`],
  run: async (context) => {
    const number = Number(context.line.one('vintage'))
    return Number.isInteger(number) && number > 0
      ? decide(context, { number, decision, reason: context.line.one('reason') })
      : failed('usage', speak(context.language).evidence_import_not_held({ vintage: context.line.one('vintage') }))
  },
})

const fillCommand: Command = {
  name: 'datasets fill',
  says: text('прочита от запазения файл редовете на показатели, определени след вноса', 'read from the kept file the series of indicators defined after the import'),
  words: [{ name: 'dataset', needed: 'yes', says: text('код на набора', 'code of the dataset') }],
  examples: ['posoka datasets fill bd_size_r3'],
  run: async ({ line, store, language, signal }) => {
    const say = speak(language)
    const dataset = line.one('dataset')
    const end = await fillSelections(store, { dataset, signal })
    switch (end.kind) {
      case 'nothing': return done([say.evidence_import_fill_nothing({ dataset })], end)
      case 'noFile': return failed('refused', say.evidence_import_fill_no_file({ dataset }), end)
      case 'refused': return failed('refused', say.evidence_import_refused({ dataset, why: end.report.remarks.filter((remark) => remark.result === 'stop').map((remark) => sayRemark(say, remark)).join(' ') }), end)
      case 'filled': return done([say.evidence_import_filled({ dataset, vintage: String(end.vintage), series: String(end.series) })], end)
    }
  },
}

const datasetsCommand: Command = {
  name: 'datasets',
  says: text('показва наборите от данни и кое издание се ползва', 'list the datasets, and which vintage of each is read'),
  run: async (context) => {
    const rows = await context.store.reading(listDatasets, { as: 'staff' })
    const held = context.language === 'bg' ? 'чакат решение' : 'wait for a decision'
    return done(
      rows.map(({ dataset, current, held: waiting }) => `${dataset.code.padEnd(24)} ${(current?.asOf ?? '–').padEnd(10)} ${String(current?.seriesKept ?? 0).padStart(7)}  ${dataset.title[context.language]}${waiting > 0 ? `  (${held}: ${waiting})` : ''}`),
      rows.map(({ dataset, current, held: waiting, vintages, indicators }) => ({ code: dataset.code, source: dataset.source, title: dataset.title, current: current && { vintage: current.number, asOf: current.asOf, series: current.seriesKept, newest: current.newest, origin: current.origin }, held: waiting, vintages, indicators })),
    )
  },
}

export const commands: readonly Command[] = [importCommand, datasetsCommand, ...fetchCommands, decisionCommand('accept'), decisionCommand('refuse'), fillCommand]
