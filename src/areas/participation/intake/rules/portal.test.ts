import { expect, test } from 'vitest'
import { readSheets } from '#sources/sheets/read-sheets.ts'
import { keyRows } from './incoming.ts'
import { portalExample } from './portal.cases.ts'
import { readPortalAnswer, readPortalRows, sayDifference } from './portal.ts'
import { toPlainWords, unescapeOnce } from './plain-words.ts'

const readCsv = async (text: string) => readPortalRows((await readSheets(new TextEncoder().encode(text), { name: 'f', limits: { cellLetters: 100_000 } })).sheets[0]?.rows ?? [])

test('NP1 the portal’s file of twelve comments is read exactly: title row, line breaks in cells, quotation marks, „Анонимен“, dates', async () => {
  const { csv, comments } = portalExample()
  expect(comments).toHaveLength(12)
  for (const file of [csv, csv.replace(/^(\ufeff[^\r\n]*?)(\r?\n)/, '$1,,$2')]) {
    const read = await readCsv(file)
    expect(read.ok).toBe(true)
    if (!read.ok) return
    expect(read.value.title).toMatch(/^КОМЕНТАРИ КЪМ ОБЩЕСТВЕНА КОНСУЛТАЦИЯ/)
    expect(read.value.problems).toEqual([])
    expect(read.value.rows.map(({ text, author, receivedOn }) => [text, author, receivedOn])).toEqual(comments.map(({ asCsv, author, day }) => [asCsv, author, day]))
  }
  const other = await readCsv('a,b\n1,2\n')
  expect(!other.ok && other.problem.field).toBe('file')
})
test('NP1 a row without a day or a text is named', async () => {
  const read = await readCsv('КОМЕНТАРИ КЪМ X\nКоментар,Автор,Дата\nДобре,Аз,31.02.2026\n,Аз,01.02.2026\nДобре,Аз,01.02.2026\n')
  expect(read.ok && [read.value.problems.map(({ row, column }) => `${row} ${column}`), read.value.rows.length]).toEqual([['3 Дата', '4 Коментар'], 1])
})
test('NP2 what the interface stores escaped is unescaped once and reduced to text; nothing of it can be a tag again', () => {
  const read = readPortalAnswer([
    { id: 7, date: '2026-10-05', author_name: '', text: '&lt;p&gt;Да &bdquo;така&ldquo;&lt;/p&gt;&lt;ul&gt;&lt;li&gt;едно&lt;/li&gt;&lt;li&gt;две&lt;/li&gt;&lt;/ul&gt;' },
    { id: 8, date: '2026-10-06', author_name: 'Иван &amp; Ко', text: '&amp;lt;script&amp;gt; е дума&lt;script&gt;alert(1)&lt;/script&gt;' },
  ])
  expect(read.ok && read.value.rows.map(({ text, author, reference }) => [text, author, reference])).toEqual([['Да „така“\n\n– едно\n– две', null, '7'], ['&lt;script&gt; е дума', 'Иван & Ко', '8']])
  expect(unescapeOnce('&amp;amp; &#1044;&#x430; &nope; &#0;')).toBe('&amp; Да &nope; ')
  expect(toPlainWords(`<p>${'<b>'.repeat(3)}x`)).toBe('x')
})
test('NP2 an error under HTTP 200 is an error; so is anything that is not a list', () => {
  for (const answer of [{ error: 'Not found' }, { error: { id: ['required'] } }, null, 'x', { data: [] }]) {
    const read = readPortalAnswer(answer)
    expect(!read.ok && read.problem.field).toBe('consultation')
  }
  const partly = readPortalAnswer([{ id: 1, date: 'x', author_name: '', text: 'y' }, { id: 2 }, { id: 3, date: '2026-01-01', author_name: null, text: 'z' }])
  expect(partly.ok && [partly.value.rows.length, partly.value.problems.map(({ row }) => row)]).toEqual([1, [1, 2]])
})
test('NP2 a shrunken answer is told with the difference; the first answer and a grown one are not', () => {
  expect(sayDifference({ served: 9, before: 12 })?.bg).toContain('3 по-малко')
  expect([sayDifference({ served: 12, before: 12 }), sayDifference({ served: 13, before: 12 }), sayDifference({ served: 0, before: null })]).toEqual([null, null, null])
})
test('NP3 the same comment by file and by interface has one key: by day, author and text without tags and spaces, never by bytes', async () => {
  const { csv, answer } = portalExample()
  const byFile = await readCsv(csv), byInterface = readPortalAnswer(answer)
  if (!byFile.ok || !byInterface.ok) throw new Error('both must be read')
  const keys = (rows: Parameters<typeof keyRows>[0]) => keyRows(rows).map(({ keyText, nth }) => `${keyText}#${nth}`).sort()
  expect(keys(byInterface.value.rows)).toEqual(keys(byFile.value.rows))
  expect(new Set([...keys(byFile.value.rows), ...keys(byInterface.value.rows)]).size).toBe(12)
})
test('hostile text of a megabyte is read in its stride', () => {
  const start = Date.now()
  for (const piece of ['<', '<p', '&', '&#', '<script>', '<!--', '<a '.repeat(3), '&amp;lt;']) toPlainWords(unescapeOnce(piece.repeat(Math.floor(300_000 / piece.length))))
  expect(Date.now() - start).toBeLessThan(30_000)
})
