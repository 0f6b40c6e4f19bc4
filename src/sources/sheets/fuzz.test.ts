// Whatever bytes come as a table: sheets, or a sentence. Never a crash, never a wait without end.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ReadProblem } from '#kernel/observation.ts'
import { isFull } from '#test/matrix.ts'
import { workbook } from '#test/workbooks.ts'
import { readSheets } from './read-sheets.ts'

const limits = { unpackedBytes: 2_000_000, cells: 20_000 }
const outcome = async (bytes: Uint8Array): Promise<'sheets' | 'sentence'> => {
  try {
    const { sheets } = await readSheets(bytes, { name: 'x', limits })
    for (const sheet of sheets) expect(new Set(sheet.rows.map((row) => row.length)).size).toBeLessThan(2)
    return 'sheets'
  } catch (problem) {
    if (problem instanceof ReadProblem && problem.text.bg !== '' && problem.text.en !== '') return 'sentence'
    throw problem
  }
}
const whole = await workbook((book) => {
  const sheet = book.addWorksheet('а')
  sheet.addRows([['регион', 2023, new Date(Date.UTC(2024, 0, 1))], ['Бургас', { formula: 'B1', result: 3 }, 'x']])
  sheet.mergeCells('A1:A2')
  sheet.getColumn(2).hidden = true
})

test('any bytes', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => { await outcome(bytes) }), { numRuns: isFull ? 100_000 : 300 })
})
test('any text', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: fc.constantFrom('"', ';', ',', '\t', '\n', '\r', 'а', '1', ' ', '.'), maxLength: 120 }), async (text) => { await outcome(new TextEncoder().encode(text)) }), { numRuns: isFull ? 100_000 : 500 })
})
test('a workbook with bytes changed, or cut anywhere', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), { maxLength: 6 }), fc.nat({ max: whole.length }), async (changes, cut) => {
    const bytes = whole.slice(0, changes.length % 2 === 0 ? whole.length : cut)
    for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
    await outcome(bytes)
  }), { numRuns: isFull ? 10_000 : 120 })
}, isFull ? 600_000 : 20_000)
