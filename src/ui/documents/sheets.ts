// A document → Excel: a first sheet that says what it is and leads on, a sheet per chapter with its tables, and every value once more
// as a long list for calculating. Numbers are numbers; a text that could begin a formula stays text.
import type { Document, DocumentBlock, DocumentTable } from '#kernel/document.ts'
import { numberBlocks } from '#kernel/document.ts'
import { speak } from '#kernel/speak.ts'
import type { Workbook, Worksheet } from 'exceljs'
import { rewriteArchive } from './archive.ts'
import { saySources } from './document-words.ts'

type Tabled = { readonly number: number; readonly caption: string; readonly what: string; readonly table: DocumentTable; readonly source: string; readonly notes: readonly string[] }
type Chapter = { readonly title: string; readonly tables: readonly Tabled[] }

export const writeXlsx = async (document: Document): Promise<Uint8Array> => {
  const { default: exceljs } = await import('exceljs')
  const book: Workbook = new exceljs.Workbook()
  const moment = new Date(`${document.asOf.day}T00:00:00Z`)
  Object.assign(book, { title: document.title, subject: document.kicker, description: document.says, creator: document.body, lastModifiedBy: document.body, company: document.body, created: moment, modified: moment })
  const chapters = chaptersOf(document)
  const names = sheetNames(chapters.map(({ title }) => title))
  const say = speak(document.language)
  const first = book.addWorksheet(say.ui_document_contents(), { views: [{ showGridLines: false }] })
  const places = chapters.map((chapter, at) => chapterSheet(book.addWorksheet(names[at] ?? String(at)), chapter))
  allValues(book.addWorksheet(say.ui_document_all_values(), { views: [{ state: 'frozen', ySplit: 1 }] }), chapters, document)
  contents(first, document, { chapters, names, places })
  const bytes = await book.xlsx.writeBuffer()
  return rewriteArchive(new Uint8Array(bytes as ArrayBuffer), { day: document.asOf.day, change: (_, text) => text })
}
const chaptersOf = (document: Document): readonly Chapter[] => {
  const numbers = numberBlocks(document.blocks)
  const chapters: { title: string; tables: Tabled[] }[] = []
  for (const block of document.blocks) {
    if (block.kind === 'heading' && block.level === 1) chapters.push({ title: block.text, tables: [] })
    if (block.kind !== 'table' && block.kind !== 'figure') continue
    if (chapters.length === 0) chapters.push({ title: document.title, tables: [] })
    chapters.at(-1)?.tables.push(tabled(block, numbers.get(block)?.table ?? 0, document))
  }
  return chapters.filter(({ tables }) => tables.length > 0)
}
const tabled = (block: Extract<DocumentBlock, { kind: 'table' | 'figure' }>, number: number, { language }: Document): Tabled => ({
  number, table: block.table, source: saySources(block.sources, language), notes: block.notes,
  caption: block.kind === 'figure' ? block.heading : block.caption, what: block.kind === 'figure' ? block.subtitle : block.caption,
})

/** Excel allows 31 signs, no []:*?/\\ and no name twice. */
const sheetNames = (titles: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return titles.map((title, at) => {
    const plain = title.replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '').slice(0, 28).trim()
    const name = taken.has(plain.toLowerCase()) || plain === '' ? `${plain.slice(0, 24)} ${at + 1}`.trim() : plain
    taken.add(name.toLowerCase())
    return name
  })
}

const green = { argb: 'FF1F6B45' }, quiet = { argb: 'FF645D4E' }
/** Returns the row in which each table begins. */
const chapterSheet = (sheet: Worksheet, { title, tables }: Chapter): readonly number[] => {
  sheet.views = [{ showGridLines: false }]
  textCell(sheet, 1, 1, title).font = { bold: true, size: 16 }
  let row = 3
  const places: number[] = []
  const widths: number[] = [18]
  for (const one of tables) {
    places.push(row)
    textCell(sheet, row, 1, `${one.number}. ${one.caption}`).font = { bold: true, color: green }
    textCell(sheet, row + 1, 1, one.what).font = { color: quiet }
    row += 2
    for (const [at, head] of one.table.head.entries()) {
      const cell = textCell(sheet, row, at + 1, head.name)
      cell.font = { bold: true }
      cell.border = { bottom: { style: 'medium' } }
      cell.alignment = { horizontal: head.kind === 'number' ? 'right' : 'left', wrapText: true, vertical: 'bottom' }
      widths[at] = Math.max(widths[at] ?? 12, Math.min(at === 0 ? 44 : 24, head.name.length + 2))
    }
    row += 1
    for (const line of one.table.rows) {
      textCell(sheet, row, 1, line.name)
      widths[0] = Math.max(widths[0] ?? 18, Math.min(44, line.name.length + 2))
      for (const [at, cell] of line.cells.entries()) {
        if (cell.value === undefined) textCell(sheet, row, at + 2, cell.note === undefined ? cell.text : `${cell.text} (${cell.note})`).alignment = { horizontal: cell.kind === 'number' ? 'right' : 'left' }
        else numberCell(sheet, row, at + 2, { value: cell.value, text: cell.text, note: cell.note })
      }
      row += 1
    }
    for (const note of [...one.notes, one.source]) { if (note !== '') { textCell(sheet, row, 1, note).font = { size: 9, color: quiet }; row += 1 } }
    row += 2
  }
  for (const [at, width] of widths.entries()) sheet.getColumn(at + 1).width = width
  return places
}
/** Always a text, whatever it begins with: Excel reads a formula only where one is given as such. */
const textCell = (sheet: Worksheet, row: number, column: number, text: string) => {
  const cell = sheet.getCell(row, column)
  cell.value = text
  if (/^[=+\-@\t\r]/.test(text) && text.length > 1) { cell.numFmt = '@'; cell.style = { ...cell.style, numFmt: '@', quotePrefix: true } as never }
  return cell
}
const numberCell = (sheet: Worksheet, row: number, column: number, { value, text, note }: { readonly value: number; readonly text: string; readonly note: string | undefined }) => {
  const cell = sheet.getCell(row, column)
  cell.value = value
  // as many decimals as are shown; the number itself is whole
  const decimals = /[.,](\d+)\D*$/.exec(text.replace(/[\u00a0\u202f ]/g, ''))?.[1]?.length ?? 0
  cell.numFmt = `#,##0${decimals > 0 && decimals < 3 ? `.${'0'.repeat(decimals)}` : ''}${text.includes('%') ? '" %"' : ''}`
  if (note !== undefined) { cell.note = note; cell.font = { italic: true } }
  return cell
}

/** Every value of every table, one in a row. */
const allValues = (sheet: Worksheet, chapters: readonly Chapter[], { language }: Document): void => {
  const say = speak(language)
  const heads = [say.ui_document_chapter(), say.ui_document_table(), say.ui_document_what(), say.ui_document_row(), say.ui_document_column(), say.ui_chart_value(), say.ui_document_as_read(), say.ui_document_note(), say.ui_document_source()]
  for (const [at, head] of heads.entries()) textCell(sheet, 1, at + 1, head).font = { bold: true }
  let row = 2
  for (const chapter of chapters) {
    for (const one of chapter.tables) {
      for (const line of one.table.rows) {
        for (const [at, cell] of line.cells.entries()) {
          if (cell.kind !== 'number') continue
          const texts = [chapter.title, null, one.what, line.name, one.table.head[at + 1]?.name ?? '', null, cell.text, cell.note ?? '', one.source]
          for (const [column, text] of texts.entries()) if (text !== null && text !== '') textCell(sheet, row, column + 1, text)
          sheet.getCell(row, 2).value = one.number
          if (cell.value !== undefined) sheet.getCell(row, 6).value = cell.value
          row += 1
        }
      }
    }
  }
  for (const [at, width] of [24, 10, 48, 26, 22, 14, 16, 28, 60].entries()) sheet.getColumn(at + 1).width = width
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(1, row - 1), column: heads.length } }
}

type Placed = { readonly chapters: readonly Chapter[]; readonly names: readonly string[]; readonly places: readonly (readonly number[])[] }
const contents = (sheet: Worksheet, document: Document, { chapters, names, places }: Placed): void => {
  sheet.getColumn(1).width = 10
  sheet.getColumn(2).width = 110
  textCell(sheet, 1, 2, document.kicker).font = { color: green, bold: true }
  textCell(sheet, 2, 2, document.title).font = { size: 22, bold: true }
  const lines = [document.subtitle, document.body, document.asOf.words, document.address, ...(document.funding === null ? [] : [document.funding.statement, document.funding.says])]
  for (const [at, line] of lines.entries()) { const cell = textCell(sheet, 3 + at, 2, line); cell.alignment = { wrapText: true, vertical: 'top' }; cell.font = { color: quiet } }
  let row = 5 + lines.length
  for (const [at, chapter] of chapters.entries()) {
    textCell(sheet, row, 2, chapter.title).font = { bold: true }
    row += 1
    for (const [index, one] of chapter.tables.entries()) {
      sheet.getCell(row, 1).value = one.number
      sheet.getCell(row, 2).value = { text: one.what, hyperlink: `#'${(names[at] ?? '').replaceAll("'", "''")}'!A${places[at]?.[index] ?? 1}` }
      sheet.getCell(row, 2).font = { color: green, underline: true }
      row += 1
    }
    row += 1
  }
}
