// Workbooks for tests, made while the test runs: none is kept in the repository.
import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'

export type Book = InstanceType<typeof ExcelJS.Workbook>
export const workbook = async (fill: (book: Book) => void): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook()
  fill(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
export const workbookOf = (rows: readonly (readonly ExcelJS.CellValue[])[], name = 'Таблица'): Promise<Uint8Array> =>
  workbook((book) => { book.addWorksheet(name).addRows(rows.map((row) => [...row])) })

/** A small ZIP that comes to `megabytes` of zeros in one part; what it states about sizes is a lie. */
export const zipBomb = (megabytes: number, name = 'xl/workbook.xml'): Uint8Array => {
  const packed = deflateRawSync(Buffer.alloc(megabytes * 1024 ** 2))
  const rels = Buffer.from('<Relationships/>')
  const parts = [{ name, data: packed, method: 8, size: 10 }, { name: 'xl/_rels/workbook.xml.rels', data: rels, method: 0, size: rels.length }]
  const locals: Buffer[] = [], directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const local = Buffer.alloc(30), entry = Buffer.alloc(46), letters = Buffer.from(part.name)
    local.writeUInt32LE(0x04034b50, 0); local.writeUInt16LE(part.method, 8); local.writeUInt32LE(part.data.length, 18); local.writeUInt32LE(part.size, 22); local.writeUInt16LE(letters.length, 26)
    entry.writeUInt32LE(0x02014b50, 0); entry.writeUInt16LE(part.method, 10); entry.writeUInt32LE(part.data.length, 20); entry.writeUInt32LE(part.size, 24); entry.writeUInt16LE(letters.length, 28); entry.writeUInt32LE(at, 42)
    locals.push(local, letters, part.data)
    directory.push(entry, letters)
    at += 30 + letters.length + part.data.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(2, 8); end.writeUInt16LE(2, 10); end.writeUInt32LE(Buffer.concat(directory).length, 12); end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]))
}
