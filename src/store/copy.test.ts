import { sql } from 'kysely'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { oneRow, rows } from './ask.ts'
import { copyBytes, copyInto } from './copy.ts'
import type { Writer } from './handle.ts'

const store = await testStore()
await store.writing((writer) => rows(writer, sql`create table public.bulk (n bigint, said text, list float8[], words text[], seen timestamptz, raw bytea, yes boolean)`))
const columns = ['n', 'said', 'list', 'words', 'seen', 'raw', 'yes']
const table = 'public.bulk'
const fill = (writer: Writer, from: Iterable<readonly [number, string]>) => copyInto(writer, { table, columns: ['n', 'said'], rows: [...from].map(([n, said]) => [n, said]) })
const count = async (): Promise<number> => (await store.reading((reader) => oneRow(reader, sql<{ n: number }>`select count(*) as n from public.bulk`), { as: 'staff' }))?.n ?? 0

test('any text and any number come back as they went in', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), fc.double(), fc.array(fc.option(fc.string())), async (said, number, words) => {
    const clean = (text: string) => text.replaceAll('\0', '')
    const [back] = await store.writing(async (writer) => {
      await rows(writer, sql`delete from public.bulk`)
      await copyInto(writer, { table, columns: ['said', 'list', 'words'], rows: [[clean(said), Float64Array.of(number), words.map((word) => word && clean(word))]] })
      return rows(writer, sql<{ said: string; list: number[]; words: (string | null)[] }>`select said, list, words from public.bulk`)
    })
    expect(back?.said).toBe(clean(said).toWellFormed())
    expect(back?.list[0] === number || Number.isNaN(number)).toBe(true)
    expect(back?.words).toEqual(words.map((word) => word && clean(word)))
  }), { numRuns: 60 })
})

test('every kind of value has its place', async () => {
  const row = [9007199254740991n, 'tab\there', [1.5, null, Number.NaN], ['а"б', '\\', null], new Date(0), Uint8Array.of(0, 255), true]
  const back = await store.writing(async (writer) => {
    await rows(writer, sql`delete from public.bulk`)
    expect(await copyInto(writer, { table, columns, rows: [row, row.map(() => null)] })).toBe(2)
    return rows(writer, sql`select * from public.bulk order by n`)
  })
  expect(back).toEqual([
    { n: 9007199254740991, said: 'tab\there', list: [1.5, null, Number.NaN], words: ['а"б', '\\', null], seen: new Date(0), raw: Buffer.of(0, 255), yes: true },
    { n: null, said: null, list: null, words: null, seen: null, raw: null, yes: null },
  ])
})

test('many rows go in without being held in memory at once, from a slow source too', async () => {
  await store.writing((writer) => rows(writer, sql`truncate public.bulk`))
  async function* slow() { for (let n = 0; n < 20_000; n++) { if (n % 5_000 === 0) await new Promise((resolve) => setTimeout(resolve, 5)); yield [n, 'ред '.repeat(30)] as const } }
  expect(await store.writing((writer) => copyInto(writer, { table, columns: ['n', 'said'], rows: slow() }))).toBe(20_000)
  expect(await count()).toBe(20_000)
})

test('a refused row ends the act with the database\'s own reason, and the connection goes on working', async () => {
  const before = await count()
  const act = store.writing((writer) => copyInto(writer, { table, columns: ['n'], rows: Array.from({ length: 50_000 }, (_, n) => [n === 40_000 ? 'not a number' : n]) }))
  await expect(act).rejects.toMatchObject({ code: '22P02' })
  await Promise.all(Array.from({ length: 20 }, () => store.writing((writer) => rows(writer, sql`select 1`))))
  expect(await count()).toBe(before)
})

test('rows that break off end the act with their own reason', async () => {
  const before = await count()
  function* broken() { yield [1, 'one'] as const; throw new Error('the source broke off') }
  await expect(store.writing((writer) => copyInto(writer, { table, columns: ['n', 'said'], rows: broken() }))).rejects.toThrow('the source broke off')
  expect(await count()).toBe(before)
  expect(await store.writing((writer) => fill(writer, [[1, 'again']]))).toBe(1)
})

test('bytes already in the database\'s own format go in as they are', async () => {
  expect(await store.writing((writer) => copyBytes(writer, { table, columns: ['n', 'said'], format: 'text', chunks: [Buffer.from('7\tсед'), Buffer.from('ем\n')] }))).toBe(1)
  expect(await store.reading((reader) => rows(reader, sql`select said from public.bulk where n = 7 and said like 'с%'`), { as: 'staff' })).toEqual([{ said: 'седем' }])
})
