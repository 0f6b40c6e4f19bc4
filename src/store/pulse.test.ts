import { sql } from 'kysely'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { rows } from './ask.ts'
import { makePulse } from './pulse.ts'

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

test('who calls while a question is under way does not get its answer, but shares the next one', async () => {
  const asked: ((beat: string) => void)[] = []
  const pool = { query: () => new Promise((resolve) => { asked.push((beat) => resolve({ rows: [{ beat }] })) }) } as unknown as pg.Pool
  const pulse = makePulse(pool)
  const early = pulse()
  const late = [pulse(), pulse(), pulse()]
  expect(asked).toHaveLength(1)
  asked[0]?.('before')
  expect(await early).toBe('before')
  await new Promise((resolve) => setTimeout(resolve, 1))
  expect(asked).toHaveLength(2)
  asked[1]?.('after')
  expect(await Promise.all(late)).toEqual(['after', 'after', 'after'])
})

test('a question that failed does not keep the next caller from asking', async () => {
  let calls = 0
  const pool = { query: async () => { if (++calls === 1) throw new Error('the database is restarting'); return { rows: [{ beat: '7' }] } } } as unknown as pg.Pool
  const pulse = makePulse(pool)
  const [first, second] = await Promise.allSettled([pulse(), pulse()])
  expect([first.status, second]).toEqual(['rejected', { status: 'fulfilled', value: '7' }])
})
