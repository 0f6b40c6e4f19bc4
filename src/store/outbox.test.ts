import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { AccountId } from '#kernel/who.ts'
import type { Letter } from '#kernel/letter.ts'
import { testStore } from '#test/database.ts'
import { oneRow, rows } from './ask.ts'
import { newId } from './ids.ts'
import { countLetters, eraseLetters, listLetters, noteDelivery, postLetter } from './outbox.ts'

const store = await testStore()
const letter = (key: string, more: Partial<Letter> = {}): Letter =>
  ({ key, to: 'ivan@example.bg', subject: 'Вашият вход', body: 'Здравейте', language: 'bg', kind: 'people.signIn', ...more })
const listed = (how: { limit: number } = { limit: 50 }) => store.reading((reader) => listLetters(reader, how), { as: 'staff' })
const jobsFor = async (key: string): Promise<number> => (await store.reading((reader) => oneRow(reader, sql<{ n: number }>`
  select count(*) as n from graphile_worker.jobs j join store.letter l on j.key = 'letter:' || l.id where l.key = ${key}`), { as: 'staff' }))?.n ?? 0

test('a letter and its job are saved with the act that causes them', async () => {
  expect(await store.writing((writer) => postLetter(writer, letter('a')))).toBe('posted')
  expect((await listed()).map(({ key, state, toAddress }) => ({ key, state, toAddress }))).toEqual([{ key: 'a', state: 'waiting', toAddress: 'ivan@example.bg' }])
  expect(await jobsFor('a')).toBe(1)
})

test('rolled back, both are gone', async () => {
  const jobs = () => store.reading((reader) => oneRow(reader, sql<{ n: number }>`select count(*) as n from graphile_worker.jobs`), { as: 'staff' })
  const before = await jobs()
  await store.writing(async (writer) => { await postLetter(writer, letter('b')); throw new Error('no') }).catch(() => {})
  expect((await listed()).map(({ key }) => key)).not.toContain('b')
  expect(await jobs()).toEqual(before)
})

test('the same key is posted once, also by an act that is tried again', async () => {
  let tries = 0
  await store.writing(async (writer) => {
    await postLetter(writer, letter('c'))
    if (++tries === 1) throw Object.assign(new Error('rival'), { code: '40001' })
  })
  expect(await store.writing((writer) => postLetter(writer, letter('c', { body: 'other' })))).toBe('already')
  const found = (await listed()).filter(({ key }) => key === 'c')
  expect(found.map(({ body }) => body)).toEqual(['Здравейте'])
  expect(await jobsFor('c')).toBe(1)
})

test('a letter says what became of it, and what was sent once is not sent again', async () => {
  const [posted] = await listed({ limit: 1 })
  const id = posted?.id ?? ''
  const note = (state: 'sent' | 'waiting', result: string) => store.writing((writer) => noteDelivery(writer, id, { state, result }))
  await note('waiting', '450 later')
  await note('sent', '250 ok')
  await note('waiting', 'never')
  expect((await listed({ limit: 1 }))[0]).toMatchObject({ state: 'sent', result: '250 ok', attempts: 2 })
  expect(await store.reading(countLetters, { as: 'staff' })).toMatchObject({ sent: 1 })
})

test('erasing a person leaves the fact of a letter, without address and words', async () => {
  const account = newId<'account'>() as AccountId
  await store.writing((writer) => postLetter(writer, letter('d', { account, to: 'secret@example.bg', body: 'тайна' })))
  await store.writing((writer) => eraseLetters(writer, account))
  const found = (await listed()).find(({ key }) => key === 'd')
  expect(found).toMatchObject({ state: 'erased', toAddress: null, subject: '', body: '', kind: 'people.signIn' })
})

test('a letter of a state that does not exist is refused by the database', async () => {
  await expect(store.writing((writer) => rows(writer, sql`update store.letter set state = 'lost'`))).rejects.toMatchObject({ code: '23514' })
})
