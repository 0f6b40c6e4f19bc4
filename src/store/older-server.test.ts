// The whole schema on whatever PostgreSQL the system brings (Debian's 15 …), as behind DATABASE_URL. Skipped where there is none.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { rows } from './ask.ts'
import { recordAct } from './audit.ts'
import { sealAudit, verifyAudit } from './audit-chain.ts'
import { findCheckout } from './checkout.ts'
import { newId } from './ids.ts'
import { connectOnce } from './launcher/address.ts'
import { serverUser } from './launcher/binaries.ts'
import { localeFlags } from './launcher/cluster.ts'
import { postLetter } from './outbox.ts'
import { findThings } from './search.ts'
import { prepareDatabase, storeOn } from './store.ts'
import { registerThing } from './thread.ts'

const shelf = '/usr/lib/postgresql'
const versions = existsSync(shelf) ? readdirSync(shelf).filter((name) => Number(name) >= 15 && existsSync(join(shelf, name, 'bin', 'postgres'))) : []
const user = serverUser()
const as = user ?? {}
const ended: (() => Promise<void> | void)[] = []
afterAll(async () => { for (const end of ended) await end() }, 60_000)

const start = async (version: string): Promise<{ host: string; port: number; user: string; password: string; database: string }> => {
  const home = mkdtempSync(join(tmpdir(), 'posoka-older-'))
  const folder = join(home, 'server')
  chmodSync(home, 0o711)
  mkdirSync(folder, { mode: 0o700 })
  writeFileSync(join(folder, 'password'), 'only for this test')
  if (user) for (const path of [folder, join(folder, 'password')]) chownSync(path, user.uid, user.gid)
  const tool = (name: string): string => join(shelf, version, 'bin', name)
  const locale = localeFlags.filter((flag) => !/icu/.test(flag))
  const made = spawnSync(tool('initdb'), ['-D', join(folder, 'cluster'), ...locale, '-U', 'tester', '--auth=scram-sha-256', `--pwfile=${join(folder, 'password')}`, '--no-sync'], { ...as, cwd: '/', encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb of version ${version}: ${made.stderr}`)
  const server: ChildProcess = spawn(tool('postgres'), ['-D', join(folder, 'cluster'), '-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off'], { ...as, cwd: '/', stdio: 'ignore' })
  const gone = new Promise((resolve) => server.on('exit', resolve))
  ended.push(async () => {
    server.kill('SIGINT')
    await gone
    rmSync(home, { recursive: true, force: true })
  })
  const address = { host: folder, port: 5432, user: 'tester', password: 'only for this test', database: 'postgres' }
  for (let tries = 0; tries < 200; tries++) {
    const client = await connectOnce(address).catch(() => undefined)
    if (client) { await client.end(); return address }
    await pause(50)
  }
  throw new Error(`PostgreSQL ${version} did not start`)
}

test.skipIf(versions.length > 0)('skipped: this system brings no PostgreSQL 15 or newer of its own', () => {})

test.each(versions)('PostgreSQL %s takes every migration, and reads, writes, searches and seals', async (version) => {
  const address = await start(version)
  const { rights } = await prepareDatabase(address, join(findCheckout(), 'migrations'))
  expect(rights).toEqual({ by: 'role' })
  const files = mkdtempSync(join(tmpdir(), 'posoka-older-files-'))
  ended.push(() => rmSync(files, { recursive: true, force: true }))
  const store = storeOn({ primary: address, replica: undefined, rights, files })
  const id = newId<'indicator'>()
  await store.writing(async (writer) => {
    await registerThing(writer, { id, kind: 'indicator', title: { bg: 'Брой на предприятията', en: 'Number of enterprises' }, path: '/x' })
    await postLetter(writer, { key: 'one', to: 'a@example.bg', subject: 'Писмо', body: 'Текст', language: 'bg', kind: 'test.letter' })
    await recordAct(writer, { who: null, act: 'test.thing.add', thing: id })
  })
  const found = await store.reading((reader) => findThings(reader, { words: 'предприятие', language: 'bg', limit: 5, who: 'everyone' }))
  expect(found.found.map(({ thing }) => thing)).toEqual([id])
  await expect(store.reading((reader) => rows(reader, sql`select * from store.letter`))).rejects.toMatchObject({ code: '42501' })
  expect(await sealAudit(store)).toBe(1)
  expect(await verifyAudit(store)).toMatchObject({ breaks: [], waiting: 0, sealed: 1 })
  expect(await prepareDatabase(address, join(findCheckout(), 'migrations'))).toMatchObject({ migrated: [] })
  await store.close()
}, 120_000)
