import { expect, test } from 'vitest'
import { workbookOf } from '#test/workbooks.ts'
import { readSheets } from '#sources/sheets/read-sheets.ts'
import { fromHarmlessCell, toCsvFile, toHarmlessCell } from '#kernel/csv.ts'
import { keyRows, parseCellDay, titleOf } from './incoming.ts'
import { codeFrom, countDots, parseCode, parseNotes } from './notes.ts'
import { fieldNames, guessTableMapping, isExampleRow, judgeRows, mappingProblems, readTableRows, tableFields, templateRows } from './table.ts'

const words = {
  municipalities: [{ code: 'SZR12', name: { bg: 'Казанлък', en: 'Kazanlak' } }], sectors: [{ key: 'citizens', name: { bg: 'граждани', en: 'citizens' } }],
  topics: [{ key: 'skills', name: { bg: 'Умения и образование', en: 'Skills and education' } }], today: '2026-11-25',
}
const heads = 'Получено на;Автор;Текст;Община;Имейл;Точки'
const line = (at: number) => `${String((at % 28) + 1).padStart(2, '0')}.10.2026;Автор ${at};"Предложение № ${at}; с „кавички“ и ""цитат"",\nна два реда";Казанлък;a${at}@example.bg;${at % 5}`
const fileOf = (count: number, change: (at: number, line: string) => string = (_, each) => each) => [heads, ...Array.from({ length: count }, (_, at) => change(at + 2, line(at)))].join('\r\n')
const rowsOf = async (bytes: Uint8Array) => (await readSheets(bytes, { name: 'f', limits: { cellLetters: 100_000 } })).sheets[0]?.rows ?? []
const to1251 = (text: string) => Uint8Array.from([...text].map((sign) => { const code = sign.codePointAt(0) ?? 0; return code < 128 ? code : code >= 0x410 && code <= 0x44f ? code - 0x350 : sign === '„' ? 0x84 : sign === '“' ? 0x93 : sign === '№' ? 0xb9 : 63 }))
const read = (rows: Awaited<ReturnType<typeof rowsOf>>) => readTableRows(rows, { mapping: guessTableMapping(rows), words })

test('PA4 a table is read alike with and without a byte order mark, in windows-1251, with comma, semicolon and tab, and as a workbook', async () => {
  const text = fileOf(60)
  const plain = read(await rowsOf(new TextEncoder().encode(text)))
  expect(plain.problems).toEqual([])
  expect(plain.rows).toHaveLength(60)
  expect(plain.rows[0]).toMatchObject({ row: 2, author: 'Автор 0', receivedOn: '2026-10-01', municipality: 'SZR12', text: 'Предложение № 0; с „кавички“ и "цитат",\nна два реда' })
  const cells = await rowsOf(new TextEncoder().encode(text))
  for (const bytes of [
    new TextEncoder().encode(`\ufeff${text}`), to1251(text),
    new TextEncoder().encode(toCsvFile(cells, { separator: ',', mark: 'plain' })),
    new TextEncoder().encode(cells.map((row) => row.map((cell) => (/[\n"]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell))).join('\t')).join('\n')),
    await workbookOf(cells.map((row) => [...row])),
  ]) expect(read(await rowsOf(bytes))).toEqual(plain)
})
test('PA4 row 37 is bad: it is named with its column, and nothing would be taken', async () => {
  const { rows, problems } = read(await rowsOf(new TextEncoder().encode(fileOf(60, (row, each) => (row === 37 ? each.replace(/^\d\d\.10\.2026/, '31.02.2026') : each)))))
  expect(problems.map(({ row, column }) => [row, column])).toEqual([[37, 'date']])
  expect(rows).toHaveLength(59)
  const judged = judgeRows({ rows, problems })
  expect(judged.ok).toBe(false)
  if (!judged.ok) expect(judged.problem[0]?.text.bg).toContain('ред 37')
})
test('PA4 each wrong cell is told: no text, an address that is none, an unknown municipality, a number that is none, a day to come', async () => {
  const bad = [';X;;;;', '01.10.2026;X;Текст тук;Пловдив;;', '01.10.2026;X;Текст тук;;нищо;', '01.10.2026;X;Текст тук;;;много', '01.10.2027;X;Текст тук;;;'].join('\n')
  const { problems } = read(await rowsOf(new TextEncoder().encode(`${heads}\n${bad}`)))
  expect(problems.map(({ row, column }) => `${row} ${column}`)).toEqual(['2 text', '3 municipality', '4 email', '5 counted', '6 date'])
})
test('PA4 the template is understood as it is, and its example is never a proposal', () => {
  for (const language of ['bg', 'en'] as const) {
    const rows = templateRows(language), mapping = guessTableMapping(rows)
    expect(tableFields.map((field) => mapping[field])).toEqual(tableFields.map((_, at) => at))
    expect(mappingProblems(mapping)).toEqual([])
    expect(rows[1]).toHaveLength(rows[0]?.length ?? 0)
    expect(isExampleRow(rows[1] ?? [])).toBe(true)
  }
  expect(mappingProblems({ ...guessTableMapping([[fieldNames.author.bg]]) }).map(({ field }) => field)).toEqual(['text'])
})
test('equal rows of one file are as many as they are; the same file again has the same keys', () => {
  const row = { row: 2, title: 'T', text: 'Да', author: null, email: null, municipality: null, sector: null, receivedOn: '2026-10-01', topics: [], reference: '', counted: 0 }
  const keyed = keyRows([row, { ...row, row: 3 }, { ...row, row: 4, author: 'Я' }])
  expect(keyed.map(({ nth }) => nth)).toEqual([1, 2, 1])
  expect(new Set(keyed.map(({ keyText, nth }) => `${keyText} ${nth}`)).size).toBe(3)
})
test('days are read as people write them and only if there is such a day', () => {
  expect(['25.11.2026', '5.1.2026 г.', '2026-11-05', '2026-11-05 10:00:00', '29.02.2024', '29.02.2026', '31.04.2026', '1.1.1601', ''].map(parseCellDay)).toEqual(['2026-11-25', '2026-01-05', '2026-11-05', '2026-11-05', '2024-02-29', undefined, undefined, undefined, undefined])
  expect(titleOf('Повече стажове за ученици. И още нещо.')).toBe('Повече стажове за ученици')
  expect(titleOf('дума '.repeat(60)).length).toBeLessThanOrEqual(120)
})
test('PA3 notes are one a line, with dots behind a stroke; a bad line is named and none is taken', () => {
  const typed = Array.from({ length: 60 }, (_, at) => `Бележка ${at + 1}${at % 4 === 0 ? ` | ${at % 7}` : ''}`).join('\n\n')
  const parsed = parseNotes(typed)
  expect(parsed.ok && [parsed.value.length, countDots(parsed.value), parsed.value[4]]).toEqual([60, Array.from({ length: 15 }, (_, at) => (at * 4) % 7).reduce((a, b) => a + b, 0), { line: 9, text: 'Бележка 5', dots: 4 }])
  const bad = parseNotes('Добра\n\nЛоша | много\n| 3')
  expect(!bad.ok && bad.problem.map(({ text }) => text.bg.slice(0, 5))).toEqual(['Ред 3', 'Ред 4'])
  expect(parseNotes('  \n ').ok).toBe(false)
})
test('a code is read off a sheet however it is typed', () => {
  expect(codeFrom(Uint8Array.from([0, 31, 32, 7, 200]))).toMatch(/^[A-HJ-NP-Z2-9]{5}$/)
  expect([parseCode('ab 2cd'), parseCode('AB-2CD'), parseCode('ab2c'), parseCode('AB1CD')]).toEqual(['AB2CD', 'AB2CD', undefined, undefined])
})
test('EX4 a cell that a spreadsheet would run is made harmless and comes back as it was', () => {
  for (const cell of ['=1+1', '+359 888', '-точка', '@x', '\t=2', ' =HYPERLINK("x")']) {
    expect(toHarmlessCell(cell).startsWith("'")).toBe(true)
    expect(fromHarmlessCell(toHarmlessCell(cell))).toBe(cell)
  }
  expect(['-1', '0,5', 'дума', "'кавичка"].map(toHarmlessCell)).toEqual(['-1', '0,5', 'дума', "'кавичка"])
})
