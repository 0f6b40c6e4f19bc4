import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CsvRecord } from './csv-record.ts'

/** Splits a whole text as readers do, taking over what is alike from the record before. */
const split = (text: string, separator = ','): string[][] => {
  const bytes = new TextEncoder().encode(text)
  const record = new CsvRecord(separator.charCodeAt(0))
  const rows: string[][] = []
  for (let from = 0; from < bytes.length;) {
    from = record.split(bytes, from, bytes.length)
    const before = rows.at(-1) ?? []
    rows.push(Array.from({ length: record.count }, (_, cell) =>
      cell < record.alike ? (before[cell] as string) : new TextDecoder().decode(bytes.subarray(record.starts[cell], record.ends[cell]))))
  }
  return rows
}
const write = (rows: readonly (readonly string[])[], how: { readonly always: 'quoted' | 'plain'; readonly end: string }): string =>
  rows.map((cells) => cells.map((cell) => (how.always === 'quoted' || /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',') + how.end).join('')

describe('a record', () => {
  test('is split at separators, quoted or not', () => {
    expect(split('a,"b,c",,"d ""e"" f"\r\n"x\ny",z\n')).toEqual([['a', 'b,c', '', 'd "e" f'], ['x\ny', 'z']])
  })
  test('takes over from the record before what is alike, and no more', () => {
    expect(split('aa,b,1\naa,b,12\naa,b,1\naa,bb,1\naa,b\naa,b,1,2\n')).toEqual([
      ['aa', 'b', '1'], ['aa', 'b', '12'], ['aa', 'b', '1'], ['aa', 'bb', '1'], ['aa', 'b'], ['aa', 'b', '1', '2'],
    ])
  })
  test('of a single cell, of none, and equal to the one before', () => {
    expect(split('a\na\n\n\nb\n')).toEqual([['a'], ['a'], [''], [''], ['b']])
  })
  test('of very many cells', () => {
    const cells = Array.from({ length: 10_000 }, (_, at) => String(at))
    expect(split(`${cells.join(',')}\n${cells.join(',')}\n`)).toEqual([cells, cells])
  })
  test('says when text follows a quoted cell or the quotation mark stays open', () => {
    expect(() => split('"a"b,c\n')).toThrow('text after the closing')
    expect(() => split('a,"b\n')).toThrow('not closed')
  })
})
test('whatever is written is read', () => {
  const cell = fc.oneof(fc.constantFrom('', 'a', 'b', 'ab'), fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'Я', '0'), maxLength: 4 }))
  const rows = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))
  fc.assert(fc.property(rows, fc.constantFrom('quoted', 'plain'), fc.constantFrom('\n', '\r\n'), (written, always, end) => {
    expect(split(write(written, { always, end }))).toEqual(written)
  }), { numRuns: 500 })
})
