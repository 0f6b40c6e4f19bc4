// A workbook as sheets of cells. exceljs reads the cells as a stream; names, what is hidden and what is merged it does not tell in a
// stream, so these are read beside it. It is handed a plain copy of the parts we unpacked under our own caps, never the file itself.
import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CellNote, Sheet, SheetCell, SheetFile } from '#kernel/sheet.ts'
import { noteKey } from '#kernel/sheet.ts'
import type ExcelJS from 'exceljs'
import type { SheetLimits } from './sheet-limits.ts'
import { problemNoCells, problemNotWorkbook, problemTooManyCells, problemZipBroken } from './sheet-problems.ts'
import { openZip, writePlainZip } from './zip.ts'

type Listed = { readonly name: string; readonly state: Sheet['state']; readonly xml: Uint8Array }
const decoder = new TextDecoder()
const part = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })

export const readWorkbook = async (bytes: Uint8Array, limits: SheetLimits): Promise<SheetFile> => {
  const zip = openZip(bytes, limits)
  const book = await zip.take('xl/workbook.xml')
  const rels = await zip.take('xl/_rels/workbook.xml.rels')
  if (!book || !rels) throw problemNotWorkbook()
  const listed: Listed[] = []
  const sheets = listSheets(decoder.decode(book), decoder.decode(rels))
  if (sheets.length > limits.sheets) throw problemTooManyCells('sheets', limits.sheets)
  for (const { name, state, target } of sheets) {
    const xml = await zip.take(target)
    // A sheet that is a chart has no cells.
    if (xml && target.includes('/worksheets/')) listed.push({ name, state, xml })
  }
  const strings = (await zip.take('xl/sharedStrings.xml')) ?? part('', '<sst/>').bytes
  const styles = await zip.take('xl/styles.xml')
  const copy = writePlainZip([
    { name: 'xl/workbook.xml', bytes: book }, { name: 'xl/_rels/workbook.xml.rels', bytes: rels }, { name: 'xl/sharedStrings.xml', bytes: strings },
    ...(styles ? [{ name: 'xl/styles.xml', bytes: styles }] : []),
    ...listed.map(({ xml }, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, bytes: xml })),
  ])
  const read = await readCells(copy, { listed, limits })
  if (!read.some((sheet) => sheet.rows.length > 0)) throw problemNoCells()
  return { format: 'xlsx', text: null, sheets: read }
}

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found ? (found[1] ?? found[2]) : undefined
}
const plainText = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|lt|gt|quot|apos|amp);/gi, (all, hex?: string, digits?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : digits ? Number(digits) : 0
    if (code > 0) return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    return { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }[all.toLowerCase()] ?? ''
  })
const listSheets = (book: string, rels: string) => {
  const targets = new Map((rels.match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? []).map((tag) => [attribute(tag, 'Id') ?? '', attribute(tag, 'Target') ?? '']))
  return (book.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? []).map((tag) => {
    const target = targets.get(attribute(tag, '\\w+:id') ?? '') ?? ''
    return {
      name: plainText(attribute(tag, 'name') ?? '').replace(/\u0000/g, '').toWellFormed(), state: attribute(tag, 'state')?.toLowerCase().includes('hidden') ? ('hidden' as const) : ('shown' as const),
      target: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    }
  })
}

type Reading = { readonly listed: readonly Listed[]; readonly limits: SheetLimits }
const readCells = async (copy: Uint8Array, { listed, limits }: Reading): Promise<readonly Sheet[]> => {
  const { default: exceljs } = await import('exceljs')
  const reader = new exceljs.stream.xlsx.WorkbookReader(Readable.from(inChunks(copy), { objectMode: true }), { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore' })
  const sheets: Sheet[] = []
  const sums = { cells: 0, letters: 0 }
  try {
    for await (const sheet of reader) {
      const from = listed[sheets.length] as Listed
      sheets.push(await readSheet(sheet, { from, limits, sums }))
    }
  } catch (problem) {
    if ((problem as { name?: string }).name === 'ReadProblem') throw problem
    throw problemZipBroken()
  }
  return sheets
}
/** What lies in memory is never waited for: without a turn between the chunks the server would answer nobody meanwhile. */
async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 32_768) {
    yield bytes.subarray(at, at + 32_768)
    await nextTurn()
  }
}

type Taking = { readonly from: Listed; readonly limits: SheetLimits; readonly sums: { cells: number; letters: number } }
const readSheet = async (sheet: AsyncIterable<ExcelJS.Row>, { from, limits, sums }: Taking): Promise<Sheet> => {
  const rows: SheetCell[][] = []
  const notes: Record<string, CellNote> = {}
  for await (const row of sheet) {
    if (row.number > limits.rows) throw problemTooManyCells('rows', limits.rows)
    const cells: SheetCell[] = []
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column > limits.columns) throw problemTooManyCells('columns', limits.columns)
      const { value, note } = toCell(cell, limits)
      if (value === '' && note === undefined) return
      while (cells.length < column - 1) cells.push('')
      cells[column - 1] = value
      if (note) notes[noteKey(row.number - 1, column - 1)] = note
      sums.letters += typeof value === 'string' ? value.length : 8
    })
    if (cells.length === 0) continue
    while (rows.length < row.number - 1) rows.push([])
    rows[row.number - 1] = cells
    sums.cells += cells.length
    if (sums.cells > limits.cells) throw problemTooManyCells('cells', limits.cells)
    if (sums.letters > limits.letters) throw problemTooManyCells('letters', limits.letters)
  }
  const xml = decoder.decode(from.xml)
  repeatMerged(xml, { rows, notes })
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  sums.cells += rows.length * width - rows.reduce((sum, row) => sum + row.length, 0)
  if (sums.cells > limits.cells) throw problemTooManyCells('cells', limits.cells)
  for (const row of rows) while (row.length < width) row.push('')
  return { name: from.name, state: from.state, rows, notes, ...hiddenOf(xml, { rows: rows.length, columns: width }) }
}

type Cell = { readonly value: SheetCell; readonly note?: CellNote }
const toCell = (cell: ExcelJS.Cell, limits: SheetLimits): Cell => {
  const { value } = cell
  if (value === null || value === undefined) return { value: '' }
  if (typeof value === 'object' && ('formula' in value || 'sharedFormula' in value)) {
    // @NOTE not value.result: exceljs leaves a result of 0 out of it.
    const { result } = cell
    if (result === undefined || result === null) return { value: '', note: 'noValue' }
    if (typeof result === 'number' && Number.isNaN(result)) return { value: '#', note: 'error' }
    const inner = toPlain(typeof result === 'number' && isDateFormat(cell.numFmt) ? fromSerial(result) : (result as ExcelJS.CellValue), { format: cell.numFmt, limits })
    return { value: inner.value, note: inner.note === 'error' || inner.note === 'date' || inner.note === 'percent' ? inner.note : 'formula' }
  }
  return toPlain(value, { format: cell.numFmt, limits })
}
const toPlain = (value: ExcelJS.CellValue, { format, limits }: { readonly format: string | undefined; readonly limits: SheetLimits }): Cell => {
  if (value === null || value === undefined) return { value: '' }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { value: '#', note: 'error' }
    return /%/.test(format ?? '') ? { value: exact(value * 100), note: 'percent' } : { value: exact(value) }
  }
  if (typeof value === 'boolean') return { value: String(value) }
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? { value: '#', note: 'error' } : { value: value.toISOString().slice(0, 10), note: 'date' }
  if (typeof value === 'object' && 'error' in value) return { value: String(value.error), note: 'error' }
  const text = (typeof value === 'string' ? value : typeof value === 'object' && 'richText' in value ? value.richText.map((run) => run.text ?? '').join('') : typeof value === 'object' && 'text' in value ? String(value.text) : '').replace(/\u0000/g, '').trim().toWellFormed()
  return text.length > limits.cellLetters ? { value: `${text.slice(0, limits.cellLetters).toWellFormed()}…`, note: 'cut' } : { value: text }
}
/** 0.1 + 0.2 as a spreadsheet shows it. */
const exact = (value: number): number => Number(value.toPrecision(15))
const isDateFormat = (format: string | undefined): boolean => format !== undefined && /[dmyгд]/i.test(format.replace(/\[[^\]]*\]|"[^"]*"|\\./g, '')) && !/^general$/i.test(format)
const fromSerial = (days: number): Date => new Date(Math.round((days - 25_569) * 86_400_000))

const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
/** A head merged over several columns speaks for each of them. Wide merges below the last row, and huge ones, repeat nothing. */
const repeatMerged = (xml: string, { rows, notes }: { readonly rows: SheetCell[][]; readonly notes: Record<string, CellNote> }): void => {
  for (const tag of xml.slice(xml.lastIndexOf('</sheetData>')).match(/<(?:\w+:)?mergeCell\s[^>]*>/g)?.slice(0, 20_000) ?? []) {
    const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(attribute(tag, 'ref') ?? '')
    if (!found) continue
    const [left, top, right, bottom] = [columnOf(found[1] as string), Number(found[2]) - 1, columnOf(found[3] as string), Number(found[4]) - 1]
    const value = rows[top]?.[left]
    if (value === undefined || value === '' || (right - left + 1) * (bottom - top + 1) > 5_000) continue
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row++) {
      const cells = rows[row] as SheetCell[]
      for (let column = left; column <= right; column++) {
        if ((row === top && column === left) || (cells[column] ?? '') !== '') continue
        while (cells.length < column) cells.push('')
        cells[column] = value
        notes[noteKey(row, column)] = 'merged'
      }
    }
  }
}
const hiddenOf = (xml: string, size: { readonly rows: number; readonly columns: number }): Pick<Sheet, 'hiddenRows' | 'hiddenColumns'> => {
  const isHidden = (tag: string): boolean => /^(1|true)$/.test(attribute(tag, 'hidden') ?? '')
  const hiddenColumns: number[] = [], hiddenRows: number[] = []
  for (const tag of xml.slice(0, Math.max(0, xml.indexOf('<sheetData'))).match(/<(?:\w+:)?col\s[^>]*>/g) ?? []) {
    if (!isHidden(tag)) continue
    for (let column = Number(attribute(tag, 'min')) - 1; column <= Math.min(Number(attribute(tag, 'max')) - 1, size.columns - 1); column++) hiddenColumns.push(column)
  }
  for (const tag of xml.match(/<(?:\w+:)?row\s[^>]*\shidden=[^>]*>/g) ?? []) {
    const row = Number(attribute(tag, 'r')) - 1
    if (isHidden(tag) && row < size.rows) hiddenRows.push(row)
  }
  return { hiddenRows, hiddenColumns }
}
