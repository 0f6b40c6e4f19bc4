// DATABASE_URL: a server of somebody else's. Without a way to make roles the store itself keeps public pages to what is public.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { rows } from './ask.ts'
import { findCheckout } from './checkout.ts'
import { connectOnce, type ServerAddress } from './launcher/address.ts'
import { hiddenMention, preparePublicRole } from './public-role.ts'
import { readSettings } from './settings.ts'
import { openStore, prepareDatabase, storeOn } from './store.ts'
import { recordAct } from './audit.ts'
import { sealAudit, verifyAudit } from './audit-chain.ts'

const store = await testStore()
const dataFolder = mkdtempSync(join(tmpdir(), 'posoka-foreign-'))
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))
const urlOf = (address: ServerAddress): string =>
  `postgres://${address.user}:${encodeURIComponent(address.password)}@${address.host.startsWith('/') ? `localhost:${address.port}` : `${address.host}:${address.port}`}/${address.database}${address.host.startsWith('/') ? `?host=${address.host}` : ''}`
const settings = (environment: Record<string, string>) => readSettings({ POSOKA_DATA: dataFolder, ...environment }, findCheckout())

test('with DATABASE_URL nothing is started, and the database serves like ours', async () => {
  const steps: string[] = []
  const foreign = await openStore(settings({ DATABASE_URL: urlOf(store.address), DATABASE_REPLICA_URL: urlOf(store.address) }), { onStep: (step, detail) => steps.push(`${step} ${detail}`) })
  await foreign.writing((writer) => recordAct(writer, { who: null, act: 'evidence.foreign.act' }))
  expect(await foreign.reading((reader) => rows(reader, sql`select count(*) as n from store.thing`))).toEqual([{ n: 0 }])
  expect(await foreign.pulse()).toBe(await foreign.pulse({ fresh: 'primary' }))
  await sealAudit(foreign)
  expect(await verifyAudit(foreign)).toMatchObject({ breaks: [] })
  expect(steps.join('\n')).toContain('foreign ')
  expect(steps.join('\n')).not.toContain(store.address.password)
  await foreign.close()
})

test.each([
  ['an unknown server', (url: string) => url.replace(/host=.*/, 'host=/nowhere').replace(/@[^/]*\//, '@127.0.0.1:1/'), 'cannotConnect'],
  ['a wrong password', (url: string) => url.replace(/:[^:@]*@/, ':wrong@'), 'cannotConnect'],
  ['a missing database', (url: string) => url.replace(/\/posoka_[a-z0-9_]+/, '/no_such_database'), 'cannotConnect'],
])('%s is said in a sentence without the password', async (_, change, code) => {
  const problem = await openStore(settings({ DATABASE_URL: change(urlOf(store.address)) })).then((opened) => { void opened.close(); return undefined }, (error) => error)
  expect(problem).toMatchObject({ name: 'StartProblem', code, todo: { en: expect.stringContaining('DATABASE_URL') } })
  expect(String(problem) + JSON.stringify(problem.what)).not.toContain(store.address.password)
})

test('a plain owner of a database, who may not make roles, can run the product on it', async () => {
  const name = `${store.address.database}_owner`
  const admin = await connectOnce(store.address)
  await admin.query(`create role ${name} login password 'plain-owner' nosuperuser nocreatedb nocreaterole`)
  await admin.query(`create database ${name} owner ${name} template template0`)
  try {
    const address = { ...store.address, user: name, password: 'plain-owner', database: name }
    const { rights } = await prepareDatabase(address, join(findCheckout(), 'migrations'))
    expect(rights).toMatchObject({ by: 'store', says: { en: expect.stringContaining('create role posoka_public') } })
    const plain = storeOn({ primary: address, replica: undefined, rights, files: dataFolder })
    expect(plain.notices).toHaveLength(1)
    expect(await plain.reading((reader) => rows(reader, sql`select count(*) as n from store.thing`))).toEqual([{ n: 0 }])
    for (const forbidden of ['store.letter', 'store . "audit"', 'people.account', 'graphile_worker.jobs']) {
      await expect(plain.reading((reader) => rows(reader, sql.raw(`select * from ${forbidden}`))), forbidden).rejects.toMatchObject({ code: '42501' })
    }
    await plain.writing((writer) => recordAct(writer, { who: null, act: 'evidence.plain.act' }))
    expect(await plain.reading((reader) => rows(reader, sql`select act from store.audit`), { as: 'staff' })).toEqual([{ act: 'evidence.plain.act' }])
    await plain.close()
    // The administrator does what the sentence says.
    const exists = await admin.query('select from pg_roles where rolname = \'posoka_public\'')
    if (exists.rowCount === 0) await admin.query('create role posoka_public nologin')
    await admin.query(`grant posoka_public to ${name}`)
    const owner = await connectOnce(address)
    expect(await preparePublicRole(owner, 'unchanged')).toEqual({ by: 'role' })
    const allowed = await owner.query(`select has_schema_privilege('posoka_public', 'store', 'usage') as store, has_table_privilege('posoka_public', 'store.letter', 'select') as letters`)
    expect(allowed.rows).toEqual([{ store: true, letters: false }])
    await owner.end()
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.query(`drop role if exists ${name}`)
    await admin.end()
  }
})

test('a forbidden name is seen however it is written, an allowed one is not taken for it', () => {
  const hidden = ['people.', 'store.letter']
  for (const statement of ['select * from people.account', 'SELECT "people" . "account".id', 'from store."letter" l', 'join\nstore.letter\n']) expect(hiddenMention(statement, hidden), statement).toBeDefined()
  for (const statement of ['select people_count from evidence.series', 'from store.letters_of_intent', 'from evidence.people']) expect(hiddenMention(statement, hidden), statement).toBeUndefined()
})
