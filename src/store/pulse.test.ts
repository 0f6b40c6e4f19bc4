import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { rows } from './ask.ts'

const store = await testStore()

test('every act changes the pulse', async () => {
  const seen = new Set([await store.pulse()])
  for (let at = 0; at < 30; at++) {
    await store.writing(async () => {})
    seen.add(await store.pulse())
  }
  expect(seen.size).toBe(31)
})

test('a failed act and a quiet writing leave the pulse alone', async () => {
  const before = await store.pulse()
  await store.writing(async () => { throw new Error('no') }).catch(() => {})
  await store.writing(async (writer) => { await rows(writer, sql`select 1`) }, { quiet: 'yes' })
  expect(await store.pulse()).toBe(before)
})

test('whoever asks for the pulse after an act ended sees it, however many ask at once', async () => {
  for (let round = 0; round < 30; round++) {
    const crowd = Array.from({ length: 5 }, () => store.pulse())
    const before = await store.pulse()
    await store.writing(async () => {})
    const after = await Promise.all(Array.from({ length: 5 }, () => store.pulse()))
    expect(new Set(after).size).toBe(1)
    expect(Number(after[0])).toBeGreaterThan(Number(before))
    await Promise.all(crowd)
  }
})

test('acts at the same time are all counted', async () => {
  const before = Number(await store.pulse())
  await Promise.all(Array.from({ length: 100 }, () => store.writing(async () => {})))
  expect(Number(await store.pulse())).toBe(before + 100)
})
