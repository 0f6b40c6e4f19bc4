// A file that a person brings, CSV or XLSX, as sheets of cells. What it is is judged by its content, never by its name.
// Throws ReadProblem with a sentence. Used wherever a table is brought; what its columns mean is not known here.
import type { SheetFile } from '#kernel/sheet.ts'
import { problemEmpty, problemFileTooLarge } from '../read-problems.ts'
import { readCsvSheet } from './csv-sheet.ts'
import { sheetLimits, type SheetLimits } from './sheet-limits.ts'
import { problemOldWorkbook, problemOtherFile, problemTooManyCells, problemWebPageAsTable } from './sheet-problems.ts'
import { isZip } from './zip.ts'

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean => signature.every((byte, at) => bytes[at] === byte)

export const readSheets = async (bytes: Uint8Array, ask: { readonly name: string; readonly limits?: Partial<SheetLimits> }): Promise<SheetFile> => {
  const limits = { ...sheetLimits, ...ask.limits }
  if (bytes.length === 0) throw problemEmpty()
  if (bytes.length > limits.fileBytes) throw problemFileTooLarge(limits.fileBytes)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw problemOldWorkbook()
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw problemOtherFile('PDF')
  if (startsWith(bytes, 0x1f, 0x8b)) throw problemOtherFile('GZIP')
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) throw problemOtherFile('PNG / JPEG')
  // The workbook reader is heavy and seldom needed: it is loaded with the first workbook.
  const file = isZip(bytes)
    ? await (await import('./xlsx.ts')).readWorkbook(bytes, limits)
    : readText(bytes, { name: ask.name, limits })
  if (file.sheets.length > limits.sheets) throw problemTooManyCells('sheets', limits.sheets)
  return file
}
const readText = (bytes: Uint8Array, ask: { readonly name: string; readonly limits: SheetLimits }): SheetFile => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (/^<(!doctype|html|\?xml|table|meta|head|body|script|div)/i.test(start)) throw problemWebPageAsTable()
  return readCsvSheet(bytes, ask)
}
