// Upgrades from every schema that was kept: an archive of that day is restored, brought to the newest schema, and holds what it
// held: every row, every link, the whole trail. The schema it ends with is the one that a new database is made with.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findIndicatorPage } from '#areas/evidence/indicators/read.ts'
import { legalSteps } from '#kernel/thread.ts'
import { rows } from '#store/ask.ts'
import { sealAudit, verifyAudit } from '#store/audit-chain.ts'
import { verifyArchive } from '#store/backup/archive-reader.ts'
import { restoreBackup, type Restored } from '#store/backup/restore-backup.ts'
import { findCheckout } from '#store/checkout.ts'
import { recordAct } from '#store/audit.ts'
import { connectOnce, type ServerAddress } from '#store/launcher/address.ts'
import { readMigrations } from '#store/migrate.ts'
import { findThings } from '#store/search.ts'
import { prepareDatabase, storeOn, type Store } from '#store/store.ts'
import { walkThread } from '#store/thread.ts'
import { testStore } from '#test/database.ts'

const fresh = await testStore()
const migrations = join(findCheckout(), 'migrations')
const archives = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.posoka')).sort()
const folder = mkdtempSync(join(tmpdir(), 'posoka-upgrades-'))
const made: string[] = []
afterAll(async () => {
  for (const name of made) await ask(fresh.address, `drop database if exists ${name} with (force)`)
  rmSync(folder, { recursive: true, force: true })
})
const ask = async <Row extends Record<string, unknown>>(address: ServerAddress, statement: string): Promise<readonly Row[]> => {
  const client = await connectOnce(address)
  try { return (await client.query<Row>(statement)).rows } finally { await client.end() }
}
const count = async (address: ServerAddress, table: string): Promise<number> => Number((await ask<{ n: string }>(address, `select count(*) as n from ${table}`))[0]?.n)

/** Everything that makes the schema, in words. */
const shape = `
  select 'column' as kind, a.attrelid::regclass::text as of, a.attname::text as name, format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || coalesce(' – ' || col_description(a.attrelid, a.attnum), '') as says
    from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relnamespace::regnamespace::text in (select nspname from pg_namespace where nspname !~ '^(pg_|information|public|graphile)')
  union all select 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace::regnamespace::text !~ '^(pg_|information|public|graphile)' and contype <> 'n'
  union all select 'index', tablename, indexname, indexdef from pg_indexes where schemaname !~ '^(pg_|public|graphile)'
  union all select 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) || tgenabled::text from pg_trigger where not tgisinternal and tgrelid::regclass::text !~ '^graphile'
  union all select 'function', pronamespace::regnamespace::text, proname, md5(prosrc) from pg_proc where pronamespace::regnamespace::text !~ '^(pg_|information|public|graphile)'
  order by 1, 2, 3, 4`

test('every change of the schema is kept in an archive', async () => {
  const manifests = await Promise.all(archives.map((name) => verifyArchive(join(import.meta.dirname, name))))
  const kept = new Set(manifests.flatMap((manifest) => manifest.migrations.map(({ number }) => number)))
  const missing = readMigrations(migrations).filter(({ number }) => !kept.has(number)).map(({ file }) => file)
  expect(missing, 'a migration was added: run “node scripts/keep-upgrade.ts” and commit the archive with it').toEqual([])
})
test('archives stay small', () => {
  for (const name of archives) expect(statSync(join(import.meta.dirname, name)).size, name).toBeLessThan(300_000)
})

describe.each(archives)('%s', { timeout: 60_000 }, (name) => {
  let address: ServerAddress
  let store: Store
  let restored: Restored
  beforeAll(async () => {
    const database = `posoka_upgrade_${randomBytes(5).toString('hex')}`
    await ask(fresh.address, `create database ${database} template template0`)
    made.push(database)
    address = { ...fresh.address, database }
    restored = await restoreBackup({ file: join(import.meta.dirname, name), migrations, dataFolder: join(folder, database), open: async () => address, what: 'fill' })
    store = storeOn({ primary: address, replica: undefined, rights: { by: 'role' }, files: join(folder, database, 'files') })
  }, 60_000)
  afterAll(() => store?.close())

  test('comes to the newest schema, the one of a new database; nothing is left to do', async () => {
    const since = readMigrations(migrations).filter((one) => !restored.manifest.migrations.some(({ number }) => number === one.number)).map((one) => one.file)
    expect(restored.migrated).toEqual(since)
    expect(await ask(address, shape)).toEqual(await ask(fresh.address, shape))
    expect((await prepareDatabase(address, migrations)).migrated).toEqual([])
  })
  test('keeps every row', async () => {
    const { tables } = await verifyArchive(join(import.meta.dirname, name))
    expect(tables.filter(({ rows: number }) => number > 0).length).toBeGreaterThan(15)
    for (const table of tables) {
      // what a later change brings by itself: the changes made, and the steps of the thread that became legal
      const more = table.name === 'store.migration' ? restored.migrated.length : table.name === 'store.step' ? legalSteps.length - table.rows : 0
      expect(more, table.name).toBeGreaterThanOrEqual(0)
      expect(await count(address, table.name), table.name).toBe(table.rows + more)
    }
  })
  test('keeps the links, from the measure down to the figure and to the citizen’s words', async () => {
    const [measure] = await store.reading((reader) => rows(reader, sql<{ id: string }>`select id from store.thing where kind = 'measure'`), { as: 'staff' })
    const way = await store.reading((reader) => walkThread(reader, { from: measure?.id as Parameters<typeof walkThread>[1]['from'], toward: 'earlier', who: 'everyone' }))
    expect(new Set(way.map((step) => step.thing.kind))).toEqual(new Set(['objective', 'finding', 'figure', 'proposal']))
    expect(way.some((step) => JSON.stringify(step).includes('няма къде да започнем'))).toBe(true)
  })
  test('keeps the trail whole, and it goes on', async () => {
    const before = await verifyAudit(store)
    expect(before).toMatchObject({ breaks: [], waiting: 0 })
    expect(before.sealed).toBeGreaterThan(5)
    await store.writing((writer) => recordAct(writer, { who: null, act: 'store.after' }))
    await sealAudit(store)
    expect(await verifyAudit(store)).toMatchObject({ breaks: [], sealed: before.sealed + 1 })
  })
  test('is read by the product of today: an indicator with its figures, search, people', async () => {
    const page = await store.reading((reader) => findIndicatorPage(reader, { key: 'ctx.example', now: new Date('2026-11-25T09:00:00Z') }))
    expect(page?.indicator.name.bg).toBe('Население')
    expect(page?.chosen[0]?.series?.values.length).toBe(5)
    const found = await store.reading((reader) => findThings(reader, { words: 'ателие', language: 'bg', limit: 10, who: 'everyone' }))
    expect(found.found.map(({ title }) => title)).toContain('Общо ателие в Липова')
    const people = await store.reading((reader) => rows(reader, sql<{ name: string }>`select name from people.account order by name`), { as: 'staff' })
    expect(people.map((one) => one.name)).toEqual(expect.arrayContaining(['Петя Липова', 'Иван О’Нийл', 'Гюлсюм Ахмед-Стоянова']))
  })
})
