// The files a document becomes: what is inside them, that they are readable by machine and screen reader, and the same every time.
import { inflateSync } from 'node:zlib'
import exceljs from 'exceljs'
import Zip from 'jszip'
import { describe, expect, test } from 'vitest'
import type { Document } from '#kernel/document.ts'
import { toFigureBlock } from '#ui/documents/figure-block.ts'
import { writeDocument } from '#ui/documents/write-document.ts'
import { lineFigure } from '#ui/charts/line-chart.tsx'
import { exampleWords, ratePct, years } from '#ui/charts/example-region.ts'
import { openDocumentDesk } from './desk.ts'
import { openDocumentTools } from './tools.ts'

const tools = openDocumentTools()
const nasty = ['#read("/etc/passwd")', '*bold* _it_ $x$ @ref <a>', '<script>alert(1)</script>', '=HYPERLINK("http://x")', '-1+1', '@SUM(A1)', '+359 42', 'a & "b" \\ c']
const document: Document = {
  language: 'bg', kicker: 'Профил', title: 'Област Липова', subtitle: 'Какво показват числата', says: 'Пробен документ', body: 'Община Липова',
  asOf: { day: '2026-02-01', words: 'Данни към февруари 2026 г.' }, emblem: null, funding: { statement: 'Финансирано от Европейския съюз', says: 'Изразените възгледи са само на авторите.' },
  address: '/bg/evidence', blocks: [
    { kind: 'heading', level: 1, id: 'one', text: 'Първа глава' },
    { kind: 'paragraph', text: nasty.join(' ') },
    { kind: 'heading', level: 2, id: 'two', text: 'Подглава' },
    toFigureBlock(lineFigure({
      ...exampleWords({ id: 'line', language: 'bg', heading: { bg: 'Безработицата намалява', en: '' }, subtitle: { bg: 'Коефициент на безработица, %', en: '' } }),
      quantity: ratePct('bg'), series: [{ id: 'r', name: 'Област Липова', stance: 'region', points: years(2019, [5.5, 5.1, ':', 4.4]) }],
    })),
    {
      kind: 'table', id: 'typed', caption: 'Каквото някой е написал', sources: [{ name: 'НСИ, 1169', vintage: 'февруари 2026 г.' }], notes: [],
      table: { head: [{ name: 'Текст', kind: 'text' }, { name: 'Число', kind: 'number' }], rows: nasty.map((name, at) => ({ name, cells: at === 0 ? [{ text: '–', note: 'няма данни', kind: 'number' }] : [{ text: `${at},25 %`, kind: 'number', value: at + 0.25 }] })) },
    },
  ],
}
/** The file's own text and that of every packed part. */
const insideOf = (pdf: Uint8Array): string => {
  const bytes = Buffer.from(pdf)
  let text = bytes.toString('latin1')
  for (const found of text.matchAll(/stream\r?\n/g)) { try { text += inflateSync(bytes.subarray(found.index + found[0].length)).toString('latin1') } catch { /* a picture */ } }
  return text
}
const count = (text: string, what: RegExp): number => [...text.matchAll(what)].length

describe('the PDF', async () => {
  const pdf = await writeDocument(document, 'pdf', tools)
  const inside = insideOf(pdf)
  test('declares PDF/UA-1, its language and its title', () => {
    expect(inside).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(inside).toMatch(/\/Lang ?\(bg\)/)
    expect(inside).toContain('/DisplayDocTitle true')
    expect(inside).toContain('/MarkInfo')
    expect(Buffer.from(inside, 'latin1').toString('utf8')).toMatch(/<dc:title>.*Област Липова/)
  })
  test('has headings, table heads and figures as tags, and says what each drawing shows', () => {
    expect(count(inside, /\/S ?\/H1\b/g)).toBeGreaterThanOrEqual(2)
    expect(count(inside, /\/S ?\/H2\b/g)).toBe(1)
    expect(count(inside, /\/S ?\/TH\b/g)).toBeGreaterThanOrEqual(4)
    expect(count(inside, /\/S ?\/Figure\b/g)).toBeGreaterThanOrEqual(2)
    const figures = inside.split('/StructElem').filter((element) => /^\s*\/S ?\/Figure\b/.test(element))
    expect(figures.filter((element) => !/\/Alt ?[(<]/.test(element))).toEqual([])
    expect(figures.length).toBeGreaterThanOrEqual(2)
    expect(count(inside, /\/S ?\/TOCI\b/g)).toBeGreaterThanOrEqual(2)
  })
  test('carries its own letters, the condensed ones for drawings among them', () => {
    expect(inside).toMatch(/\/BaseFont ?\/\w+\+SofiaSans-Regular/)
    expect(inside).toMatch(/\/BaseFont ?\/\w+\+SofiaSansCondensed-Regular/)
    expect(inside).not.toMatch(/Libertinus/)
  })
  test('is refused by the writer when a drawing says nothing', async () => {
    const mute = { ...document, blocks: document.blocks.map((block) => (block.kind === 'figure' ? { ...block, alt: '' } : block)) }
    await expect(writeDocument({ ...mute, title: '' }, 'pdf', tools)).rejects.toThrow()
  })
})

describe('the Word file', async () => {
  const zip = await Zip.loadAsync(await writeDocument(document, 'docx', tools))
  const part = (name: string) => zip.file(name)?.async('string') ?? Promise.resolve('')
  const [body, styles, core] = await Promise.all([part('word/document.xml'), part('word/styles.xml'), part('docProps/core.xml')])
  test('has its title, its language and its date', () => {
    expect(core).toContain('<dc:title>Област Липова</dc:title>')
    expect(core).toContain('2026-02-01T00:00:00Z')
    expect(styles).toContain('bg-BG')
  })
  test('has real headings and a field of contents that is filled already', () => {
    expect(count(body, /<w:pStyle w:val="Heading1"\/>/g)).toBe(1)
    expect(count(body, /<w:pStyle w:val="Heading2"\/>/g)).toBe(1)
    expect(body).toMatch(/TOC [^<]*\\o &quot;1-2&quot;|TOC [^<]*\\o "1-2"/)
    expect(count(body, />Първа глава</g)).toBeGreaterThanOrEqual(2)
  })
  test('says what each drawing shows, and repeats the head of a table on the next page', () => {
    expect(count(body, /<wp:docPr [^>]*descr="[^"]{10,}"/g)).toBe(2)
    expect(count(body, /<w:tblHeader\/>/g)).toBe(2)
    expect(count(body, /<w:tblCaption w:val="[^"]{5,}"/g)).toBe(2)
    expect(body).not.toContain('TableHere')
    expect(Object.keys(zip.files).filter((name) => name.endsWith('.svg'))).toHaveLength(2)
  })
  test('takes what was typed as text', () => {
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(body).not.toContain('<script>')
  })
})

describe('the Excel file', async () => {
  const book = new exceljs.Workbook()
  await book.xlsx.load((await writeDocument(document, 'xlsx', tools)).buffer as never)
  const chapter = book.getWorksheet('Първа глава')
  const cells: unknown[] = []
  chapter?.eachRow((row) => row.eachCell((cell) => { cells.push(cell.value) }))
  test('has a sheet for the chapter, one that leads there and one with every value', () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Съдържание', 'Първа глава', 'Всички стойности'])
  })
  test('has numbers as numbers and a missing one with its reason', () => {
    expect(cells).toContain(4.4)
    expect(cells).toContain(1.25)
    expect(cells).toContain('– (няма данни)')
  })
  test('takes a text that begins like a formula as text', () => {
    for (const text of nasty) expect(cells).toContain(text)
    book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => { expect(cell.formula).toBeFalsy() })))
  })
})

test.each(['pdf', 'docx', 'xlsx'] as const)('the same document gives the same %s', async (format) => {
  const [one, other] = [await writeDocument(document, format, tools), await writeDocument(structuredClone(document), format, tools)]
  expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(0)
})

describe('the desk', () => {
  const order = { format: 'docx', origin: 'https://posoka.example', bring: async function* () { yield new Uint8Array() } } as const
  test('writes in a thread, and what was made of a document is not made again', async () => {
    const desk = openDocumentDesk()
    const [one, other] = await Promise.all([desk.write(document, order), desk.write(document, order)])
    expect(one).toBe(other)
    expect(Buffer.from(one.subarray(0, 2)).toString()).toBe('PK')
    await desk.stop()
  })
  test('gives up an order that takes too long, and takes the next one', async () => {
    const hasty = openDocumentDesk({ mostMs: 1 })
    await expect(hasty.write(document, order)).rejects.toThrow('not written within')
    await expect(hasty.write({ ...document }, order)).rejects.toThrow('not written within')
    await hasty.stop()
  })
  test('turns away who comes when too many wait, and keeps only the last few', async () => {
    const desk = openDocumentDesk({ mostWaiting: 2, mostKept: 1 })
    const [one, other, third] = [document, { ...document }, { ...document }]
    const both = [desk.write(one, order), desk.write(other, order)]
    await expect(desk.write(third, order)).rejects.toMatchObject({ name: 'Busy' })
    const [bytes] = await Promise.all(both)
    expect(await desk.write(one, order)).not.toBe(bytes)
    await desk.stop()
  })
  test('an order that cannot be carried out says so and leaves the thread to others', async () => {
    const desk = openDocumentDesk()
    await expect(desk.write({ ...document, title: '' }, { ...order, format: 'pdf' })).rejects.toThrow()
    await expect(desk.write(document, order)).resolves.toBeDefined()
    await desk.stop()
  })
})
