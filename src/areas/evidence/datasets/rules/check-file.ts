// Checks of the file as a whole, before any value is believed: body, header, grammar, duplicates.
import type { FileFacts, ReadProblem } from '#kernel/observation.ts'
import type { CheckName, Dataset, Selection } from '../rules.ts'
import type { RemarkList } from './remarks.ts'
import { isOptionalDimension } from './selections.ts'

const bodyCodes = ['empty', 'webPage', 'sourceSaid', 'format', 'packed', 'utf16', 'encoding', 'controlByte', 'gzipCut', 'gzipBroken', 'fileTooLarge', 'tooMany', 'json', 'sizes', 'description']
const headerCodes = ['header', 'noColumn', 'columnTwice', 'periodTwice']

/** Which check a reader's complaint belongs to. */
export const checkOfProblem = (code: string): CheckName =>
  code === 'duplicateDiffers' ? 'duplicates' : bodyCodes.includes(code) ? 'body' : headerCodes.includes(code) ? 'header' : 'grammar'

/** What a reader could not read stops the import; its own sentence says where. */
export const noteReadProblem = (list: RemarkList, problem: ReadProblem): void => {
  const check = checkOfProblem(problem.code)
  list.looked(check, 1)
  list.add('stop', { check, says: 'unreadable', facts: { code: problem.code, line: problem.line ?? 0, column: problem.column ?? 0, bg: problem.text.bg, en: problem.text.en } })
}

/** A shrunken or swollen answer never replaces a good one: more than a quarter off the rows of the last vintage stops. */
export const checkBody = (list: RemarkList, from: { facts: FileFacts; rowsBefore: number | null }): void => {
  const { facts, rowsBefore } = from
  list.looked('body', 1)
  if (facts.series === 0) list.add('stop', { check: 'body', says: 'noSeries' })
  if (rowsBefore === null || rowsBefore === 0) return
  const change = Math.abs(facts.series - rowsBefore) / rowsBefore
  if (change > 0.25) list.add('stop', { check: 'body', says: 'rowsOff', facts: { rows: facts.series, before: rowsBefore, percent: Math.round((facts.series / rowsBefore - 1) * 100) } })
}

/** Every dimension a filter names must be there; a dimension more is only told. */
export const checkHeader = (list: RemarkList, from: { facts: FileFacts; dataset: Pick<Dataset, 'dimensions' | 'regionDimension'>; selections: readonly Selection[] }): void => {
  const { facts, dataset, selections } = from
  const there = new Set(facts.dimensions)
  const needed = new Set([...dataset.dimensions, ...selections.flatMap((selection) => Object.keys(selection.filter))])
  // Readers call the region geo, whatever the source calls it.
  if (dataset.regionDimension !== null) { needed.delete(dataset.regionDimension); needed.add('geo') }
  for (const name of [...needed].filter(isOptionalDimension)) needed.delete(name)
  list.looked('header', facts.dimensions.length)
  for (const name of needed) {
    if (!there.has(name)) list.add('stop', { check: 'header', says: 'dimensionMissing', facts: { dimension: name, there: facts.dimensions.join(', ') } })
  }
  for (const name of facts.dimensions) {
    if (!needed.has(name) && !isOptionalDimension(name) && (facts.codes[name]?.length ?? 0) > 1) {
      list.add('note', { check: 'header', says: 'dimensionMore', facts: { dimension: name, codes: facts.codes[name]?.length ?? 0 } })
    }
  }
}

/** The same key and period twice with the same value is told; with different values the reader has already stopped. */
export const checkDuplicates = (list: RemarkList, facts: FileFacts): void => {
  list.looked('grammar', facts.cells)
  list.looked('duplicates', facts.series)
  if (facts.duplicates > 0) list.add('note', { check: 'duplicates', says: 'sameTwice', facts: { cells: facts.duplicates } })
}
