// Code lists and column titles that stand beside an open data file of the Bulgarian statistical institute: small CSV files in
// windows-1251, in both languages. Also tells which list belongs to which dimension, where their names differ.
import type { Bilingual } from '#kernel/language.ts'
import type { FileFacts } from '#kernel/observation.ts'
import { CsvRecord } from './csv-record.ts'
import { toOwnNames } from './dimension-names.ts'
import { problemFileTooLarge, problemFormat, problemRagged, problemWebPage } from './read-problems.ts'
import { unpack } from './unpack.ts'

export type NsiCodeList = {
  /** as the institute calls it: NUTS, GenderID */
  readonly list: string
  /** what the list is about: the row without a code says it */
  readonly name: Bilingual | null
  readonly codes: ReadonlyMap<string, Bilingual>
}
export type NsiField = { readonly field: string; readonly name: Bilingual }
export type NsiMatch = {
  readonly dimension: string
  readonly list: NsiCodeList | null
  readonly by: 'name' | 'codes' | null
  /** codes in the data that the list does not explain */
  readonly unknown: readonly string[]
}
const largest = 16 * 1024 ** 2
const comma = 44

export const readNsiCodes = async (bytes: AsyncIterable<Uint8Array>): Promise<readonly NsiCodeList[]> => {
  const rows = await readRows(bytes, { first: 'Code list', width: 4 })
  const lists = new Map<string, { name: Bilingual | null; codes: Map<string, Bilingual> }>()
  for (const [list = '', code = '', bg = '', en = ''] of rows) {
    let known = lists.get(list)
    if (known === undefined) lists.set(list, known = { name: null, codes: new Map() })
    if (code === '') known.name = { bg, en }
    else known.codes.set(code, { bg, en })
  }
  return [...lists].map(([list, { name, codes }]) => ({ list, name, codes }))
}
/** Titles of the columns; the one of ValueColumn names the figures themselves. */
export const readNsiFields = async (bytes: AsyncIterable<Uint8Array>): Promise<readonly NsiField[]> =>
  (await readRows(bytes, { first: 'Field', width: 3 })).map(([field = '', bg = '', en = '']) => ({ field, name: { bg, en } }))

/** By name first, then by the codes used: the smallest list that holds them all and belongs to no other dimension. */
export const matchNsiCodes = (lists: readonly NsiCodeList[], facts: FileFacts): readonly NsiMatch[] => {
  const named = facts.dimensions.map((dimension) => lists.find(({ list }) => toOwnNames([list])[0] === dimension || isSameName(list, dimension)) ?? null)
  return facts.dimensions.map((dimension, at) => {
    const used = facts.codes[dimension] ?? []
    const byName = named[at] ?? null
    const free = lists.filter((list) => !named.includes(list) && used.every((code) => list.codes.has(code)))
    const byCodes = free.sort((a, b) => a.codes.size - b.codes.size)[0] ?? null
    const list = byName ?? byCodes
    return {
      dimension,
      list,
      by: byName ? 'name' : byCodes ? 'codes' : null,
      unknown: used.filter((code) => !list?.codes.has(code)),
    }
  })
}
const isSameName = (a: string, b: string): boolean => a.toLowerCase().replace(/[^a-z0-9]/g, '') === b.toLowerCase().replace(/[^a-z0-9]/g, '')

const readRows = async (bytes: AsyncIterable<Uint8Array>, kind: { readonly first: string; readonly width: number }): Promise<string[][]> => {
  const { start, all, close } = await unpack(bytes)
  const chunks: Uint8Array[] = []
  try {
    const latin = new TextDecoder('latin1').decode(start)
    if (/^\s*</.test(latin)) throw problemWebPage()
    if (!new RegExp(`^"?${kind.first}"?,`).test(latin)) throw problemFormat(latin.split('\n')[0] ?? '')
    let length = 0
    for await (const chunk of all) {
      length += chunk.length
      if (length > largest) throw problemFileTooLarge(largest)
      chunks.push(chunk.slice())
    }
  } finally {
    await close()
  }
  const text = Buffer.concat([...chunks, Buffer.from('\n')])
  const decoder = new TextDecoder(isUtf8(text) ? 'utf-8' : 'windows-1251')
  return splitRows(text, { width: kind.width, decode: (cell) => decoder.decode(cell) })
}
const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
const splitRows = (text: Uint8Array, how: { readonly width: number; readonly decode: (cell: Uint8Array) => string }): string[][] => {
  const record = new CsvRecord(comma)
  const rows: string[][] = []
  let from = 0
  for (let line = 1; from < text.length; line++) {
    record.forget()
    from = record.split(text, from, text.length)
    const cells = Array.from({ length: record.count }, (_, cell) => how.decode(text.subarray(record.starts[cell], record.ends[cell])).trim())
    if (line === 1 || (cells.length === 1 && cells[0] === '')) continue
    if (cells.length !== how.width) throw problemRagged({ line }, { found: cells.length, expected: how.width })
    rows.push(cells)
  }
  return rows
}
