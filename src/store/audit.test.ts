import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { AccountId } from '#kernel/who.ts'
import { testStore } from '#test/database.ts'
import { oneRow, rows } from './ask.ts'
import { destroyAuditKey, listActs, recordAct } from './audit.ts'
import { sealAudit, verifyAudit } from './audit-chain.ts'
import { newId } from './ids.ts'

const store = await testStore()
const mariya = newId<'account'>() as AccountId
const whole = { breaks: [], waiting: 0 }
const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'went through', (error: { code?: string }) => error.code ?? String(error))
const textOfTrail = async (): Promise<string> =>
  (await store.reading((reader) => oneRow(reader, sql<{ text: string }>`select coalesce(string_agg(a::text, ' '), '') as text from store.audit a`), { as: 'staff' }))?.text ?? ''
/** What only somebody with full rights over the database could do. */
const tamper = (statement: string) => store.writing(async (writer) => {
  await rows(writer, sql`set local session_replication_role = replica`)
  await rows(writer, sql.raw(statement))
})

test('an act is in the trail if and only if it was committed', async () => {
  await store.writing((writer) => recordAct(writer, { who: mariya, act: 'evidence.dataset.add', after: { title: 'Заетост' }, why: 'нова публикация' }))
  await store.writing(async (writer) => { await recordAct(writer, { who: mariya, act: 'evidence.dataset.drop' }); throw new Error('no') }).catch(() => {})
  const acts = await store.reading((reader) => listActs(reader, { act: 'evidence.dataset', limit: 10 }), { as: 'staff' })
  expect(acts.map(({ act, after, why, who }) => ({ act, after, why, who }))).toEqual([{ act: 'evidence.dataset.add', after: { title: 'Заетост' }, why: 'нова публикация', who: mariya }])
})

test('rows of the trail and of its chain are neither changed, nor deleted, nor emptied', async () => {
  await sealAudit(store)
  for (const table of ['audit', 'audit_seal']) {
    const name = sql.ref(`store.${table}`)
    expect(await codeOf(store.writing((writer) => rows(writer, sql`delete from ${name}`)))).toBe('23001')
    expect(await codeOf(store.writing((writer) => rows(writer, sql`truncate ${name} cascade`)))).toBe('23001')
  }
  expect(await codeOf(store.writing((writer) => rows(writer, sql`update store.audit set why = 'other'`)))).toBe('23001')
})

test('a personal value never enters the trail', async () => {
  await store.writing((writer) => recordAct(writer, { who: null, about: mariya, act: 'people.account.change', personal: { email: 'mariya@example.bg' } }))
  expect(await textOfTrail()).not.toContain('mariya@example.bg')
})

test('the same value gives the same hash for one person, and another for the next', async () => {
  const petar = newId<'account'>() as AccountId
  await store.writing(async (writer) => {
    for (const about of [petar, petar, mariya]) await recordAct(writer, { who: null, about, act: 'people.account.sameEmail', personal: { email: 'one@example.bg' } })
  })
  const hashes = await store.reading((reader) => rows(reader, sql<{ hash: string }>`select personal ->> 'email' as hash from store.audit where act = 'people.account.sameEmail' order by id`), { as: 'staff' })
  expect(hashes[0]).toEqual(hashes[1])
  expect(hashes[0]).not.toEqual(hashes[2])
})

test('personal values of nobody in particular are refused', async () => {
  await expect(store.writing((writer) => recordAct(writer, { who: null, act: 'people.account.try', personal: { email: 'x@y.bg' } }))).rejects.toThrow('about')
})

test('after an erasure the key is gone, later values are not hashed, and the chain still holds', async () => {
  await store.writing((writer) => recordAct(writer, { who: mariya, act: 'people.account.rename', personal: { name: 'Мария' } }))
  await sealAudit(store)
  await store.writing(async (writer) => { await destroyAuditKey(writer, mariya); await recordAct(writer, { who: null, act: 'people.account.erase', thing: mariya }) })
  await store.writing((writer) => recordAct(writer, { who: mariya, act: 'people.account.late', personal: { name: 'Мария' } }))
  await sealAudit(store)
  const key = await store.reading((reader) => oneRow(reader, sql`select key from store.audit_key where account = ${mariya}`), { as: 'staff' })
  expect(key).toEqual({ key: null })
  const late = await store.reading((reader) => oneRow(reader, sql`select personal from store.audit where act = 'people.account.late'`), { as: 'staff' })
  expect(late).toEqual({ personal: { name: 'erased' } })
  expect(await verifyAudit(store)).toMatchObject(whole)
})

test('every act is chained once, in order, however many write and seal at the same time', async () => {
  const writers = Array.from({ length: 200 }, (_, at) => store.writing((writer) => recordAct(writer, { who: null, act: 'evidence.load.row', after: { at } })))
  let writing = true
  const sealers = Array.from({ length: 5 }, async () => { while (writing) await sealAudit(store) })
  await Promise.all(writers).finally(() => { writing = false })
  await Promise.all(sealers)
  await sealAudit(store)
  const verdict = await verifyAudit(store)
  expect(verdict).toMatchObject(whole)
  const acts = await store.reading((reader) => oneRow(reader, sql<{ n: number }>`select count(*) as n from store.audit`), { as: 'staff' })
  expect(verdict.sealed).toBe(acts?.n)
})

test('an act not yet chained is counted as waiting, not as broken', async () => {
  await store.writing((writer) => recordAct(writer, { who: null, act: 'evidence.load.late' }))
  expect(await verifyAudit(store)).toMatchObject({ breaks: [], waiting: 1 })
  expect(await sealAudit(store)).toBe(1)
  expect(await verifyAudit(store)).toMatchObject(whole)
})

test('whoever changes, removes, adds or reorders acts behind the triggers is found out', async () => {
  const ids = await store.reading((reader) => rows(reader, sql<{ id: number }>`select id from store.audit order by id limit 3`), { as: 'staff' })
  const [first, second, third] = ids.map((row) => row.id)
  const stories = [
    { did: `update store.audit set why = 'друго' where id = ${first}`, undo: `update store.audit set why = 'нова публикация' where id = ${first}`, what: 'changed' },
    {
      did: `create table public.spare as select * from store.audit where id = ${second}; delete from store.audit where id = ${second}`,
      undo: 'insert into store.audit overriding system value select * from public.spare; drop table public.spare', what: 'missing',
    },
    { did: `insert into store.audit (id, act) overriding system value values (-2, 'evidence.false.act')`, undo: 'delete from store.audit where id = -2', what: 'unsealed' },
    { did: `update store.audit_seal set position = position + 1000000 where act_id = ${third}`, undo: `update store.audit_seal set position = position - 1000000 where act_id = ${third}`, what: 'outOfOrder' },
  ]
  for (const story of stories) {
    await tamper(story.did)
    expect((await verifyAudit(store)).breaks.map((found) => found.what), story.did).toContain(story.what)
    await tamper(story.undo)
    expect(await verifyAudit(store), story.undo).toMatchObject(whole)
  }
})
