// Each row of the house's table „why so strict“ (house §6), and the rules below it that are about transactions.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { oneRow, prepared, rows } from './ask.ts'
import type { Reader, Writer } from './handle.ts'
import { newId } from './ids.ts'

const store = await testStore()
type KeyTable = { 'store.auditKey': { account: string; key: Buffer } }

const addThing = (writer: Writer, title: string, id: string = newId()): Promise<unknown> => rows(writer, sql`
  insert into store.thing (id, kind, title_bg, title_en, path) values (${id}, 'dataset', ${title}, ${title}, '/x')`)
const countThings = async (title: string): Promise<number> =>
  (await store.reading((reader) => oneRow(reader, sql<{ n: number }>`select count(*) as n from store.thing where title_bg = ${title}`)))?.n ?? 0
const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'went through', (error: { code?: string }) => error.code ?? String(error))

test('an insert through a reader is refused by the type and by the database', async () => {
  await store.reading(async (reader) => {
    // @ts-expect-error what it gives instead says that a reader does not insert
    const insert = () => reader.insertInto('store.pulse').values({ slot: 20 })
    expect(insert).toBeTypeOf('function')
  })
  expect(await codeOf(store.reading((reader) => addThing(reader as unknown as Writer, 'by a reader')))).toBe('25006')
})

test('a reading cannot be switched to writing, because the store has asked before its reader does', async () => {
  expect(await codeOf(store.reading((reader) => rows(reader, sql`set transaction read write`)))).toBe('25001')
})

test('a reading connection refuses to write even outside its transaction', async () => {
  const code = await codeOf(store.reading(async (reader) => {
    await rows(reader, sql`commit`)
    await rows(reader, sql`insert into store.pulse (slot) values (99)`)
  }, { as: 'staff' }))
  expect(code).toBe('25006')
})

test('another topic\'s table is unknown to a reader until its owner names it', async () => {
  await store.reading(async (reader) => {
    // @ts-expect-error no table is known to a bare reader
    const unknown = () => reader.selectFrom('store.auditKey').selectAll().execute()
    expect(unknown).toBeTypeOf('function')
    const known = await reader.withTables<KeyTable>().selectFrom('store.auditKey').select('account').execute()
    expect(known).toEqual([])
  }, { as: 'staff' })
})

test('one reading shows one moment, whatever is committed meanwhile', async () => {
  const seen = await store.reading(async (reader) => {
    const count = async () => (await oneRow(reader, sql<{ n: number }>`select count(*) as n from store.thing`))?.n
    const before = await count()
    await outside(() => store.writing((writer) => addThing(writer, 'meanwhile')))
    return [before, await count()]
  })
  expect(seen[1]).toBe(seen[0])
  expect(await countThings('meanwhile')).toBe(1)
})

test('a failed act leaves nothing behind', async () => {
  await expect(store.writing(async (writer) => { await addThing(writer, 'half'); throw new Error('changed my mind') })).rejects.toThrow('changed my mind')
  expect(await countThings('half')).toBe(0)
})

test('an act that swallows the error of a statement does not pretend to have saved', async () => {
  for (const how of [{}, { quiet: 'yes' }] as const) {
    const act = store.writing(async (writer) => { await addThing(writer, 'swallowed'); await rows(writer, sql`select 1/0`).catch(() => {}) }, how)
    await expect(act).rejects.toThrow()
  }
  expect(await countThings('swallowed')).toBe(0)
})

test('a transaction inside a transaction is refused at once, in every combination', async () => {
  const refusal = /inside a transaction/
  await expect(store.writing(() => store.writing(async () => {}))).rejects.toThrow(refusal)
  await expect(store.writing(() => store.reading(async () => {}))).rejects.toThrow(refusal)
  await expect(store.reading(() => store.writing(async () => {}))).rejects.toThrow(refusal)
  await expect(store.reading(() => store.reading(async () => {}))).rejects.toThrow(refusal)
})

test('more acts at once than there are connections all end', async () => {
  await Promise.all(Array.from({ length: 60 }, (_, at) => store.writing((writer) => addThing(writer, `crowd ${at}`))))
  const { n } = (await store.reading((reader) => oneRow(reader, sql<{ n: number }>`select count(*) as n from store.thing where title_bg like 'crowd%'`))) ?? { n: 0 }
  expect(n).toBe(60)
})

test('two acts on the same rows in opposite order both succeed', async () => {
  const [a, b] = [newId(), newId()]
  await store.writing(async (writer) => { await addThing(writer, 'a', a); await addThing(writer, 'b', b) })
  const touch = (first: string, second: string) => store.writing(async (writer) => {
    for (const id of [first, second]) {
      await rows(writer, sql`update store.thing set title_en = title_en || '+' where id = ${id}`)
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  })
  await Promise.all([touch(a, b), touch(b, a)])
  expect(await store.reading((reader) => rows(reader, sql`select title_en from store.thing where id = any (${[a, b]}::uuid[]) order by title_bg`)))
    .toEqual([{ titleEn: 'a++' }, { titleEn: 'b++' }])
})

test('an act is tried again when another one was faster, and no change is lost', async () => {
  const id = newId()
  let tries = 0
  await store.writing((writer) => addThing(writer, '0', id))
  // all three have read before one of them writes, so that two must lose
  const { promise: allHaveRead, resolve: sayAllHaveRead } = Promise.withResolvers<void>()
  const addOne = () => store.writing(async (writer) => {
    tries++
    const now = await oneRow(writer, sql<{ titleEn: string }>`select title_en from store.thing where id = ${id}`)
    if (tries >= 3) sayAllHaveRead()
    await allHaveRead
    await rows(writer, sql`update store.thing set title_en = ${String(Number(now?.titleEn) + 1)} where id = ${id}`)
  })
  await Promise.all([addOne(), addOne(), addOne()])
  expect(await store.reading((reader) => rows(reader, sql`select title_en from store.thing where id = ${id}`))).toEqual([{ titleEn: '3' }])
  expect(tries).toBeGreaterThan(3)
})

test('any other error is not tried again', async () => {
  let tries = 0
  expect(await codeOf(store.writing(async (writer) => { tries++; await rows(writer, sql`select 1/0`) }))).toBe('22012')
  expect(tries).toBe(1)
})

test('after-commit work runs once, after the commit, and only if there was one', async () => {
  const seen: unknown[] = []
  let tries = 0
  await store.writing(async (writer) => {
    tries++
    writer.afterCommit(async () => { seen.push(await countThings('hooked')) })
    await addThing(writer, 'hooked')
    if (tries === 1) throw Object.assign(new Error('a rival was faster'), { code: '40001' })
  })
  await store.writing(async (writer) => { writer.afterCommit(() => { seen.push('never') }); throw new Error('no') }).catch(() => {})
  expect(seen).toEqual([1])
  expect(tries).toBe(2)
})

test('an act has succeeded even when its after-commit work fails', async () => {
  await store.writing(async (writer) => { writer.afterCommit(() => { throw new Error('the cache is gone') }); await addThing(writer, 'kept all the same') })
  expect(await countThings('kept all the same')).toBe(1)
})

test('a handle that somebody kept is refused', async () => {
  const kept: { reader?: Reader; writer?: Writer } = {}
  await store.reading(async (reader) => { kept.reader = reader })
  await store.writing(async (writer) => { kept.writer = writer })
  for (const handle of [kept.reader, kept.writer]) await expect(rows(handle as Reader, sql`select 1`)).rejects.toThrow('after its transaction ended')
})

test('a writer\'s reader sees what the act has not yet committed, and nobody else does', async () => {
  await store.writing(async (writer) => {
    await addThing(writer, 'uncommitted')
    const within = await oneRow(writer.reader, sql<{ n: number }>`select count(*) as n from store.thing where title_bg = 'uncommitted'`)
    expect(within?.n).toBe(1)
    expect(await outside(() => countThings('uncommitted'))).toBe(0)
  })
})

test('public pages cannot select letters, the audit trail, or keys; staff can', async () => {
  for (const table of ['letter', 'audit', 'audit_key', 'audit_seal']) {
    expect(await codeOf(store.reading((reader) => rows(reader, sql`select * from store.${sql.ref(table)}`))), table).toBe('42501')
    expect(await codeOf(store.reading((reader) => rows(reader, sql`select * from store.${sql.ref(table)}`), { as: 'staff' })), table).toBe('went through')
  }
})

test('public pages read a link, but not who made it', async () => {
  expect(await codeOf(store.reading((reader) => rows(reader, sql`select says, reason from store.link`)))).toBe('went through')
  expect(await codeOf(store.reading((reader) => rows(reader, sql`select linked_by from store.link`)))).toBe('42501')
})

test('the public role belongs to the transaction and ends with it', async () => {
  const after = await store.reading(async (reader) => {
    await rows(reader, sql`commit`)
    return oneRow(reader, sql<{ name: string }>`select current_user as name`)
  })
  expect(after?.name).not.toBe('posoka_public')

  const who = async (how: { as: 'public' | 'staff' }) => (await store.reading((reader) => oneRow(reader, sql<{ name: string }>`select current_user as name`), how))?.name
  expect(await who({ as: 'public' })).toBe('posoka_public')
  for (let at = 0; at < 20; at++) expect(await who({ as: 'staff' })).not.toBe('posoka_public')
})

test('the transaction knows the language it speaks', async () => {
  const language = (reader: Reader) => oneRow(reader, sql`select current_setting('posoka.language') as spoken`)
  expect(await store.reading(language, { language: 'en' })).toEqual({ spoken: 'en' })
  expect(await store.writing((writer) => language(writer.reader))).toEqual({ spoken: 'bg' })
})

test('a reading asks several questions at once and each gets its own answer', async () => {
  const answers = await store.reading((reader) => Promise.all(Array.from({ length: 20 }, (_, at) => oneRow(reader, sql<{ n: number }>`select ${at}::int as n`))))
  expect(answers.map((row) => row?.n)).toEqual(Array.from({ length: 20 }, (_, at) => at))
})

test('a prepared question gives the same rows as any other, in camelCase', async () => {
  const byKind = prepared<{ titleBg: string }>('select title_bg, count(*) over () as all_of_them from store.thing where title_bg = $1')
  for (let at = 0; at < 3; at++) expect(await store.reading((reader) => byKind(reader, ['meanwhile']))).toEqual([{ titleBg: 'meanwhile', allOfThem: 1 }])
})

test('a statement that returns keeps its answers right once it is prepared', async () => {
  for (let at = 0; at < 12; at++) expect(await store.reading((reader) => oneRow(reader, sql`select ${`value ${at}`}::text as said`))).toEqual({ said: `value ${at}` })
})

test('values arrive as the rooms above expect them', async () => {
  const row = await store.reading((reader) => oneRow(reader, sql`
    select 9007199254740991::int8 as whole, 1.25::numeric as exact, date '2026-11-25' as day, '{1.5,NULL,NaN}'::float8[] as list, '{}'::int[] as none,
      '{"snake_key": 1}'::jsonb as json, timestamptz '2026-11-25T00:00:00Z' as moment`))
  expect(row).toEqual({
    whole: 9007199254740991, exact: 1.25, day: '2026-11-25', list: [1.5, null, Number.NaN], none: [], json: { snake_key: 1 }, moment: new Date('2026-11-25T00:00:00Z'),
  })
  await expect(store.reading((reader) => rows(reader, sql`select 9007199254740993::int8 as n`))).rejects.toThrow('too large')
})

/** Leaves the transaction this test stands in, as another request would. */
const outside = <T>(work: () => Promise<T>): Promise<T> => new Promise((resolve, reject) => { queue.push(() => work().then(resolve, reject)) })
const queue: (() => void)[] = []
const pump = setInterval(() => { queue.shift()?.() }, 1)
pump.unref()
