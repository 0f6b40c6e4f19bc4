import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { keptUntilAct, oneRow } from './ask.ts'
import { recordAct } from './audit.ts'
import { connectionBehind } from './connection.ts'
import type { Reader } from './handle.ts'

const store = await testStore()
const act = () => store.writing((writer) => recordAct(writer, { who: null, act: 'test.thing.happen' }))
const countActs = async (reader: Reader): Promise<number> => (await oneRow(reader, sql<{ acts: number }>`select count(*) as acts from store.audit`))?.acts ?? -1
const counting = () => {
  let asked = 0
  const kept = keptUntilAct(async (reader: Reader) => { asked += 1; return countActs(reader) })
  return { kept, asked: () => asked }
}
const staff = { as: 'staff' } as const

test('a reading that asks nothing opens no transaction', async () => {
  expect(await store.reading(async (reader) => connectionBehind(reader).isOpen())).toBe(false)
  expect(await store.reading(async (reader) => { await countActs(reader); return connectionBehind(reader).isOpen() }, staff)).toBe(true)
})

test('what is kept until an act is asked once, costs later readings no transaction, and is asked anew after an act', async () => {
  const { kept, asked } = counting()
  const before = await store.reading(kept, staff)
  expect(await store.reading(async (reader) => [await kept(reader), connectionBehind(reader).isOpen()], staff)).toEqual([before, false])
  expect(await Promise.all(Array.from({ length: 20 }, () => store.reading(kept, staff)))).toEqual(Array(20).fill(before))
  expect(asked()).toBe(1)
  await act()
  expect(await store.reading(kept, staff)).toBe(before + 1)
  expect(asked()).toBe(2)
})

test('an act that is committed is seen by whoever asks afterwards, while acts and questions run side by side', async () => {
  const { kept } = counting()
  const start = await store.reading(countActs, staff)
  for (let turn = 1; turn <= 25; turn++) {
    const others = Array.from({ length: 5 }, () => store.reading(kept, staff))
    await act()
    expect(await store.reading(kept, staff)).toBe(start + turn)
    await Promise.all(others)
  }
})

test('a reading whose moment is fixed keeps to it, and leaves nothing old behind for others', async () => {
  const { kept } = counting()
  const fixed = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const slow = store.reading(async (reader) => {
    const first = await countActs(reader)
    fixed.resolve()
    await gate.promise
    return { first, later: await kept(reader) }
  }, staff)
  await fixed.promise
  await act()
  gate.resolve()
  const { first, later } = await slow
  expect(later).toBe(first)
  expect(await store.reading(kept, staff)).toBe(first + 1)
})

test('an act asks itself, because it sees what it has changed', async () => {
  const { kept } = counting()
  const before = await store.reading(kept, staff)
  const seen = await store.writing(async (writer) => { await recordAct(writer, { who: null, act: 'test.thing.happen' }); return kept(writer.reader) })
  expect(seen).toBe(before + 1)
})

test('a failed question is not kept', async () => {
  let fails = true
  const kept = keptUntilAct(async (reader: Reader) => { if (fails) throw new Error('not now'); return countActs(reader) })
  await expect(store.reading(kept, staff)).rejects.toThrow('not now')
  fails = false
  expect(await store.reading(kept, staff)).toBe(await store.reading(countActs, staff))
})

test('two databases never share what is kept', async () => {
  const other = await testStore()
  const { kept } = counting()
  const here = await store.reading(kept, staff)
  expect(here).toBeGreaterThan(0)
  expect(await other.reading(kept, staff)).toBe(0)
  await other.close()
})
