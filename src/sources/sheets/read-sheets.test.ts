// Workbooks and tables of text as people bring them, good and bad.
import { describe, expect, test } from 'vitest'
import { ReadProblem } from '#kernel/observation.ts'
import { workbook, workbookOf, zipBomb } from '#test/workbooks.ts'
import { readSheets } from './read-sheets.ts'

const text = (written: string): Uint8Array => new TextEncoder().encode(written)
const cp1251 = (written: string): Uint8Array => Uint8Array.from([...written].map((letter) => {
  const code = letter.codePointAt(0) as number
  return code < 128 ? code : code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : 0x3f
}))
const read = (bytes: Uint8Array) => readSheets(bytes, { name: 'table' })
const rowsOf = async (bytes: Uint8Array) => (await read(bytes)).sheets[0]?.rows
const codeOf = (bytes: Uint8Array, limits = {}) => readSheets(bytes, { name: 'x', limits }).then(() => 'read', (problem: unknown) => (problem instanceof ReadProblem ? problem.code : String(problem)))

describe('a table of text', () => {
  test('is cut at semicolons, tabs or commas, whichever it uses, and a decimal comma cuts nothing', async () => {
    expect(await rowsOf(text('регион;2023;2024\nБургас;1,5;2,5\n'))).toEqual([['регион', '2023', '2024'], ['Бургас', '1,5', '2,5']])
    expect(await rowsOf(text('region\t2023\r\nBG344\t1,5'))).toEqual([['region', '2023'], ['BG344', '1,5']])
    expect(await rowsOf(text('region,note\nBG344,"a, ""b"""'))).toEqual([['region', 'note'], ['BG344', 'a, "b"']])
    expect(await rowsOf(text('sep=;\na;b'))).toEqual([['a', 'b']])
  })
  test('is read in UTF-8 with or without a mark, in windows-1251 and in UTF-16', async () => {
    expect((await read(text('\ufeffрегион;а\n'))).sheets[0]?.rows[0]?.[0]).toBe('регион')
    expect(await read(cp1251('регион;а\nБургас;1'))).toMatchObject({ text: { encoding: 'windows-1251', separator: ';' }, sheets: [{ rows: [['регион', 'а'], ['Бургас', '1']] }] })
    expect((await read(new Uint8Array([0xff, 0xfe, ...Buffer.from('а;б', 'utf16le')]))).sheets[0]?.rows).toEqual([['а', 'б']])
  })
  test('with rows of different lengths gets empty cells, and a quotation mark left open loses nothing', async () => {
    expect(await rowsOf(text('a;b;c\nd\n'))).toEqual([['a', 'b', 'c'], ['d', '', '']])
    expect(await rowsOf(text('a;b\n"d;e\nf'))).toEqual([['a', 'b'], ['d;e\nf', '']])
  })
  test('of nothing, of control characters, of a web page is refused with a sentence', async () => {
    expect(await codeOf(new Uint8Array())).toBe('empty')
    expect(await codeOf(text('\n;;\n'))).toBe('noCells')
    expect(await codeOf(text('a\u0000b'))).toBe('notText')
    expect(await codeOf(text('<!DOCTYPE html><table><tr><td>1'))).toBe('webPage')
  })
  test('with a megabyte in one cell keeps its beginning and says so', async () => {
    const file = await read(text(`a;b\n${'х'.repeat(1_000_000)};2`))
    expect(String(file.sheets[0]?.rows[1]?.[0]).length).toBeLessThan(1_100)
    expect(file.sheets[0]?.notes['1:0']).toBe('cut')
  })
  test('beyond the bounds is refused, whichever it breaks', async () => {
    for (const limits of [{ rows: 2 }, { columns: 1 }, { cells: 3 }, { letters: 3 }]) expect(await codeOf(text('aa;bb\ncc;dd\nee;ff'), limits)).toBe('tooManyCells')
    expect(await codeOf(text('a;b'), { fileBytes: 2 })).toBe('fileTooLarge')
  })
})

describe('a workbook', () => {
  test('gives numbers as numbers, days as days and percents as people see them', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Данни')
      sheet.addRows([['регион', 2023, 'дял'], ['Бургас', 0.1 + 0.2, 0.254], [new Date(Date.UTC(2024, 0, 1)), true, { richText: [{ text: 'Стара ' }, { text: 'Загора' }] }]])
      sheet.getCell('C2').numFmt = '0.0%'
    })
    const { format, sheets: [sheet] } = await read(bytes)
    expect(format).toBe('xlsx')
    expect(sheet?.name).toBe('Данни')
    expect(sheet?.rows).toEqual([['регион', 2023, 'дял'], ['Бургас', 0.3, 25.4], ['2024-01-01', 'true', 'Стара Загора']])
    expect(sheet?.notes).toEqual({ '1:2': 'percent', '2:0': 'date' })
  })
  test('gives what a formula remembers, and says where it remembers nothing or an error', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('a')
      sheet.addRow([1, { formula: 'A1*2', result: 2 }, { formula: 'A1*3' }, { error: '#N/A' }, { formula: 'A1/0', result: { error: '#DIV/0!' } }, { formula: 'A1-1', result: 0 }])
    })
    const [sheet] = (await read(bytes)).sheets
    expect(sheet?.rows[0]?.slice(0, 4)).toEqual([1, 2, '', '#N/A'])
    expect(sheet?.rows[0]?.[5]).toBe(0)
    expect(sheet?.notes).toEqual({ '0:1': 'formula', '0:2': 'noValue', '0:3': 'error', '0:4': 'error', '0:5': 'formula' })
  })
  test('repeats a merged head over each column it stands above', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('a')
      sheet.addRows([['регион', '2023', '', '2024', ''], ['', 'мъже', 'жени', 'мъже', 'жени'], ['Бургас', 1, 2, 3, 4]])
      sheet.mergeCells('B1:C1'); sheet.mergeCells('D1:E1'); sheet.mergeCells('A1:A2')
    })
    expect((await rowsOf(bytes))?.slice(0, 2)).toEqual([['регион', '2023', '2023', '2024', '2024'], ['регион', 'мъже', 'жени', 'мъже', 'жени']])
  })
  test('of forty sheets gives all with their names, and says which sheets, rows and columns are hidden', async () => {
    const bytes = await workbook((book) => {
      for (let number = 1; number <= 40; number++) book.addWorksheet(`Лист ${number} & още`, number === 2 ? { state: 'veryHidden' } : {}).addRows([['a', 'b', 'c'], [1, 2, 3], [4, 5, 6]])
      const [first] = book.worksheets
      if (first) { first.getColumn(2).hidden = true; first.getRow(3).hidden = true }
    })
    const { sheets } = await read(bytes)
    expect(sheets.map((sheet) => sheet.name)).toEqual(Array.from({ length: 40 }, (_, at) => `Лист ${at + 1} & още`))
    expect(sheets.filter((sheet) => sheet.state === 'hidden').map((sheet) => sheet.name)).toEqual(['Лист 2 & още'])
    expect(sheets[0]).toMatchObject({ hiddenColumns: [1], hiddenRows: [2] })
    expect(sheets[5]?.rows[2]).toEqual([4, 5, 6])
  })
  test('that unpacks without end is refused before it fills the memory, whatever sizes it states', async () => {
    const bomb = zipBomb(300)
    expect(bomb.length).toBeLessThan(400_000)
    expect(await codeOf(bomb)).toBe('unpacksTooLarge')
  })
  test('of more cells or text than a table has is refused', async () => {
    const bytes = await workbookOf([['aa', 'bb'], [1, 2], [3, 4]])
    for (const limits of [{ rows: 2 }, { columns: 1 }, { cells: 3 }, { letters: 3 }, { sheets: 0 }]) expect(await codeOf(bytes, limits)).toBe('tooManyCells')
  })
  test('that is an old one, another archive, a PDF or broken is refused, each with its own sentence', async () => {
    expect(await codeOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]))).toBe('oldWorkbook')
    expect(await codeOf(zipBomb(1, 'word/document.xml'))).toBe('notWorkbook')
    expect(await codeOf(text('%PDF-1.7'))).toBe('otherFile')
    const whole = await workbookOf([['a', 'b'], [1, 2]])
    expect(await codeOf(whole.slice(0, Math.floor(whole.length / 2)))).toBe('zipBroken')
    const spoiled = whole.slice()
    for (let at = 40; at < whole.length - 400; at += 7) spoiled[at] = 0xff
    expect(await codeOf(spoiled)).toMatch(/zipBroken|notWorkbook/)
    expect(await codeOf(await workbookOf([]))).toBe('noCells')
  })
})
