import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { migrations as workerChanges } from '../../node_modules/graphile-worker/dist/generated/sql.js'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { findCheckout } from './checkout.ts'
import { checkDatabase } from './checks.ts'
import { newestJobsChange } from './jobs.ts'
import { connectOnce } from './launcher/address.ts'
import { migrate, readMigrations } from './migrate.ts'

const store = await testStore()
const ours = join(findCheckout(), 'migrations')
const folders: string[] = []
afterAll(() => { for (const folder of folders) rmSync(folder, { recursive: true, force: true }) })
/** The product's own files and some more. */
const withFiles = (more: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'posoka-migrations-'))
  folders.push(folder)
  cpSync(ours, folder, { recursive: true })
  for (const [name, text] of Object.entries(more)) writeFileSync(join(folder, name), text)
  return folder
}
let client: pg.Client
beforeEach(async () => { client = await connectOnce(store.address) })
afterEach(() => client.end())
const exists = async (table: string): Promise<boolean> => (await client.query('select to_regclass($1) is not null as there', [table])).rows[0].there

test('a database that has seen everything is left alone', async () => {
  expect(await migrate(client, ours)).toEqual([])
})

test('what is new is applied once, in order of number', async () => {
  const folder = withFiles({ '9001-two.sql': 'insert into public.steps values (2)', '9000-one.sql': 'create table public.steps (n int); insert into public.steps values (1)' })
  expect(await migrate(client, folder)).toEqual(['9000-one.sql', '9001-two.sql'])
  expect(await migrate(client, folder)).toEqual([])
  expect((await client.query('select n from public.steps order by n')).rows).toEqual([{ n: 1 }, { n: 2 }])
})

test('several processes that migrate at once apply it once', async () => {
  const fresh = await testStore()
  const folder = withFiles({ '9000-slow.sql': 'create table public.slow (n int); select pg_sleep(0.2); insert into public.slow values (1)' })
  const clients = await Promise.all([1, 2, 3].map(() => connectOnce(fresh.address)))
  const applied = await Promise.all(clients.map((one) => migrate(one, folder)))
  expect(applied.map((files) => files.length).sort()).toEqual([0, 0, 1])
  await Promise.all(clients.map((one) => one.end()))
  await fresh.close()
})

test('a database of a newer version is refused with a sentence', async () => {
  await expect(migrate(client, ours)).rejects.toMatchObject({ code: 'newerDatabase', what: { bg: expect.stringContaining('по-ново издание'), en: expect.stringContaining('newer version') } })
  await client.query('delete from store.migration where number >= 9000')
})

test('a change that fails leaves the database as it was, and names file and line', async () => {
  const folder = withFiles({ '9002-good.sql': 'create table public.half (n int)', '9003-bad.sql': 'select 1;\nselect 2;\ncreat table x ()' })
  await expect(migrate(client, folder)).rejects.toMatchObject({ code: 'failedMigration', what: { en: expect.stringContaining('9003-bad.sql, line 3,') } })
  expect(await exists('public.half')).toBe(false)
})

test('a file that changed after it was applied is refused by name', async () => {
  const folder = withFiles({})
  const first = readMigrations(folder)[0]
  writeFileSync(join(folder, first?.file ?? ''), `${first?.text}\n-- improved`)
  await expect(migrate(client, folder)).rejects.toMatchObject({ code: 'changedMigration', what: { en: expect.stringContaining(first?.file ?? 'never') } })
})

test('files are numbered and no number comes twice', () => {
  expect(() => readMigrations(withFiles({ 'x-name.sql': '' }))).toThrow('NNNN-name.sql')
  expect(() => readMigrations(withFiles({ '0001-again.sql': '' }))).toThrow('used twice')
})

test('the newest change of the job tables is the one the pinned graphile-worker makes', () => {
  expect(Math.max(...Object.keys(workerChanges).map((file) => Number.parseInt(file, 10)))).toBe(newestJobsChange)
})

// A database made with the wrong locale: everything but search would work.
test('a database in which trigrams lose Cyrillic is refused by name of its locale', async () => {
  await client.query(`create database ${store.address.database}_c template template0 encoding 'UTF8' locale 'C' locale_provider libc`)
  const wrong = await connectOnce({ ...store.address, database: `${store.address.database}_c` })
  await expect(checkDatabase(wrong).finally(() => wrong.end())).rejects.toMatchObject({ code: 'wrongLocale', what: { en: expect.stringContaining('LC_CTYPE=C') } })
  await client.query(`drop database ${store.address.database}_c`)
})

test('a database in another encoding is refused', async () => {
  await client.query(`create database ${store.address.database}_l template template0 encoding 'SQL_ASCII' locale 'C' locale_provider libc`)
  const wrong = await connectOnce({ ...store.address, database: `${store.address.database}_l` })
  await expect(checkDatabase(wrong).finally(() => wrong.end())).rejects.toMatchObject({ code: 'wrongEncoding' })
  await client.query(`drop database ${store.address.database}_l`)
})

test('an old server is refused', async () => {
  const old = { query: async () => ({ rows: [{ version: 140_011, name: '14.11', encoding: 'UTF8', ctype: 'C.UTF-8', has: 2 }] }) } as unknown as pg.Client
  await expect(checkDatabase(old)).rejects.toMatchObject({ code: 'oldServer', what: { en: expect.stringContaining('14.11') } })
})
