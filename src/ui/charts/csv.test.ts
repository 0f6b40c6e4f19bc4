// Comma-separated values: read back as written, and harmless in a spreadsheet.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Period } from '#kernel/period.ts'
import { type CsvCell, toValueRow, valueColumns, writeCsv } from './csv.ts'
import { ratePct, toObservation } from './example-region.ts'

const readBack = (text: string): string[][] => {
  const rows: string[][] = [['']]
  let isQuoted = false
  for (let at = 1; at < text.length; at++) {
    const letter = text[at] ?? ''
    const row = rows.at(-1) ?? []
    if (letter === '"') {
      if (isQuoted && text[at + 1] === '"') { row[row.length - 1] += '"'; at += 1 } else isQuoted = !isQuoted
    } else if (!isQuoted && letter === ',') row.push('')
    else if (!isQuoted && letter === '\r') { at += 1; rows.push(['']) } else row[row.length - 1] += letter
  }
  return rows.slice(0, -1)
}
const columns = [{ name: 'text', kind: 'text' }, { name: 'number', kind: 'number' }] as const

test('whatever text is written is read back, with an apostrophe where a formula began', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true }), (text, number) => {
    const [, row] = readBack(writeCsv({ columns, rows: [[text, number]] }))
    expect(row?.[0] === text || row?.[0] === `'${text}`).toBe(true)
    expect(Number(row?.[1])).toBe(number === 0 ? 0 : number)
  }))
})
test('text that a spreadsheet would run is neutralised, a negative number is not', () => {
  const text = writeCsv({ columns, rows: [['=HYPERLINK("x")', -2.5], ['+359', 1], ['-1', 2], ['@sum', 3], [' =1', 4], ['\t=1', 5]] })
  const first = readBack(text).slice(1).map((row) => row[0])
  expect(first).toEqual(["'=HYPERLINK(\"x\")", "'+359", "'-1", "'@sum", "' =1", "'\t=1"])
  expect(readBack(text)[1]?.[1]).toBe('-2.5')
})
test('a text in a column of numbers cannot smuggle a formula in', () => {
  expect(writeCsv({ columns, rows: [['a', '=1+1']] })).toContain("'=1+1")
})
test('a missing number is an empty cell with its reason beside it, never zero', () => {
  const row = (value: number | string): readonly CsvCell[] => toValueRow({ region: { code: 'LIP', name: 'Липова' }, indicator: 'Безработица', quantity: ratePct('bg'), period: '2024' as Period, value: toObservation('2024' as Period, value), source: 'Пример', vintage: '2026-11-25' }, 'bg')
  expect(writeCsv({ columns: valueColumns, rows: [row('4.0u'), row(':c')] })).toBe(
    '\ufeffregion_code,region,indicator,unit,period,value,flags,flag_words,missing,missing_words,source,vintage\r\n' +
      'LIP,Липова,Безработица,% от работната сила,2024,4,u,ниска надеждност,,,Пример,2026-11-25\r\n' +
      'LIP,Липова,Безработица,% от работната сила,2024,,,,confidential,поверително,Пример,2026-11-25\r\n',
  )
})
