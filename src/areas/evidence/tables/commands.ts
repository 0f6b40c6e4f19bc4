// The terminal's word for own tables: a newer file of a table that was confirmed once on its page, by the mapping kept there.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Bilingual } from '#kernel/language.ts'
import { columnLetters } from '#kernel/sheet.ts'
import { speak } from '#kernel/speak.ts'
import { visitor } from '#kernel/who.ts'
import type { Command, CommandAnswer, CommandContext } from '#store/command.ts'
import { done, failed } from '#store/command.ts'
import { readSheets } from '#sources/sheets/read-sheets.ts'
import { confirmTable, type Intake } from './commands/confirm.ts'
import { firstMapping, type TableStore } from './commands/take-in.ts'
import { getRegionIndex } from './read.ts'
import { readTable } from './rules/read-table.ts'
import { sayRefusal } from './rules/wording.ts'
import { endDraft, keepDraft } from './write.ts'

const text = (bg: string, en: string): Bilingual => ({ bg, en })
const linesAtMost = 100

export const tableCommands = (intakeOf: (store: CommandContext['store']) => Intake): readonly Command[] => [{
  name: 'tables import',
  says: text('внася по-нов файл на собствена таблица по запазеното съответствие на колоните', 'take in a newer file of an own table by the mapping that was kept'),
  words: [{ name: 'file', needed: 'yes', says: text('файл .xlsx или .csv', 'an .xlsx or .csv file') }],
  options: [
    { name: 'table', takes: 'text', needed: 'yes', says: text('код на набора, в който стана таблицата: own-…', 'code of the dataset the table became: own-…') },
    { name: 'as-of', takes: 'text', needed: 'yes', says: text('към коя дата са данните: 2024-01-15', 'the day the figures are of: 2024-01-15') },
    { name: 'replace', takes: 'nothing', says: text('файлът заменя цялата таблица; иначе се добавя към нея', 'the file replaces the whole table; else it is added to it') },
    { name: 'leave-out', takes: 'nothing', says: text('отказаните редове не се записват; иначе с тях не се записва нищо', 'refused rows are not stored; else nothing is while there are some') },
  ],
  examples: ['posoka tables import 2024.xlsx --table own-job-vacancies --as-of 2025-02'],
  run: (context) => importTable(context, intakeOf(context.store)),
}]

const importTable = async (context: CommandContext, intake: Intake): Promise<CommandAnswer> => {
  const { line, language, store } = context
  const say = speak(language)
  const fileName = basename(line.one('file'))
  const bytes = new Uint8Array(await readFile(line.one('file')).catch(() => new Uint8Array()))
  if (bytes.length === 0) return failed('notFound', say.evidence_import_no_file({ file: line.one('file') }))
  const file = await readSheets(bytes, { name: fileName })
  const first = await firstMapping(store as TableStore, { file, table: line.one('table') })
  const sheet = first.mapping === null ? undefined : file.sheets[first.mapping.sheet]
  if (first.step !== 'preview' || first.mapping === null || !sheet) return failed('refused', say.evidence_table_no_mapping({ table: line.one('table') }))
  const read = readTable(sheet, { mapping: first.mapping, index: await store.reading(getRegionIndex, { as: 'staff' }) })
  const refused = read.refused.map((one) => ({ row: one.row, cell: one.column === null ? null : `${columnLetters(one.column)}${one.row}`, written: one.cell, why: sayRefusal(say, one) }))
  const lines = refused.slice(0, linesAtMost).map((one) => `${one.cell ?? one.row}: ${one.written === '' ? '' : `„${one.written}“, `}${one.why}`)
  const kept = await store.files.keep(bytes)
  const now = context.now()
  const id = await store.writing((writer) => keepDraft(writer, { ...first, fileName, sha256: kept.sha256, size: kept.size, file, about: { ...first.about, as_of: line.one('as-of') }, by: null, now }))
  const answer = await confirmTable({ store: store as TableStore, who: visitor, now, id, intake, input: { act: 'confirm', leaveOut: line.has('leave-out') ? 'yes' : 'no', mode: line.has('replace') ? 'replace' : 'add' } })
  if (answer.kind !== 'see') {
    // Nothing waits for anybody: whoever works at the terminal mends the file and tries again.
    await store.writing((writer) => endDraft(writer, id))
    return { ...failed('refused', (answer.kind === 'problems' ? answer.problems.map((problem) => problem.text[language]) : []).join(' ')), lines: [...lines, ...(answer.kind === 'problems' ? answer.problems.map((problem) => problem.text[language]) : [])], value: { refused } }
  }
  return done([...lines, say.evidence_table_imported({ count: read.observations.length, path: answer.path })], { path: answer.path, values: read.observations.length, refused })
}
