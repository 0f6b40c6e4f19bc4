// A store of one's own for a test: a clone of a migrated template, on one server per test run. Not for the product.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import './global-setup.ts'
import { findCheckout } from '#store/checkout.ts'
import { newId } from '#store/ids.ts'
import { connectOnce, type ServerAddress } from '#store/launcher/address.ts'
import { launchDatabase } from '#store/launcher/launch.ts'
import { underLock } from '#store/launcher/lock.ts'
import { carelessSettings } from '#store/launcher/server.ts'
import type { PublicRights } from '#store/public-role.ts'
import { prepareDatabase, type Store, storeOn } from '#store/store.ts'

/** What many tests begin from: made once per run, cloned for each. */
export type Seed = { readonly name: string; readonly make: (store: Store) => Promise<void> }
export type TestStore = Store & { readonly address: ServerAddress }

/** The server to test on instead of the embedded one: the address of a role that may create databases. */
const foreign = process.env.POSOKA_TEST_DATABASE_URL

type Known = { readonly server: ServerAddress; readonly templates: Readonly<Record<string, PublicRights>> }

const fromUrl = (text: string): ServerAddress => {
  const url = new URL(text)
  const host = url.searchParams.get('host') ?? url.hostname
  return { host, port: Number(url.port || 5432), user: decodeURIComponent(url.username), password: decodeURIComponent(url.password), database: url.pathname.slice(1) }
}

const knownIn = (folder: string): Known | undefined => {
  const file = join(folder, 'test-server.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Known) : undefined
}

const startIn = async (folder: string): Promise<ServerAddress> =>
  foreign ? fromUrl(foreign) : (await launchDatabase({ checkout: findCheckout(), dataFolder: folder, extra: carelessSettings })).address

/** The test run's number keeps two runs on one foreign server apart. */
const databaseOf = (folder: string, name: string): string => `posoka_${folder.slice(-6).toLowerCase()}_${name}`

const makeTemplate = async (at: { server: ServerAddress; folder: string; seed: Seed | undefined; name: string }): Promise<PublicRights> => {
  const database = databaseOf(at.folder, at.name)
  const address = { ...at.server, database }
  const from = at.seed ? ` template ${databaseOf(at.folder, 'bare')}` : foreign ? ' template template0' : ''
  // An earlier try may have failed half way: a migration was wrong, and the run goes on in watch mode.
  await ask(at.server, `drop database if exists ${database} with (force)`)
  await ask(at.server, `create database ${database}${from}`)
  const { rights } = await prepareDatabase(address, join(findCheckout(), 'migrations'))
  if (at.seed) {
    const store = storeOn({ primary: address, replica: undefined, rights, files: join(at.folder, 'files') })
    await at.seed.make(store).finally(() => store.close())
  }
  return rights
}

const ask = async (address: ServerAddress, statement: string): Promise<void> => {
  const client = await connectOnce(address)
  try { await client.query(statement) } finally { await client.end() }
}

const ready = async (folder: string, seed: Seed | undefined): Promise<{ server: ServerAddress; rights: PublicRights; template: string }> => {
  const name = seed?.name ?? 'bare'
  const template = databaseOf(folder, name)
  const known = knownIn(folder)
  const there = known?.templates[name]
  if (known && there) return { server: known.server, rights: there, template }
  if (seed) await ready(folder, undefined)
  else if (!known) await launchFirst(folder)
  // Not the launcher's own lock: that one is taken while the server starts.
  return underLock(join(folder, 'templates'), async () => {
    const now = knownIn(folder)
    if (!now) throw new Error('the test server was not started')
    const made = now.templates[name] ?? (await makeTemplate({ server: now.server, folder, seed, name }))
    write(folder, { server: now.server, templates: { ...now.templates, [name]: made } })
    return { server: now.server, rights: made, template }
  })
}
const write = (folder: string, known: Known): void => writeFileSync(join(folder, 'test-server.json'), JSON.stringify(known), { mode: 0o600 })

const launchFirst = async (folder: string): Promise<void> => {
  const server = await startIn(folder)
  await underLock(join(folder, 'templates'), async () => { if (!knownIn(folder)) write(folder, { server, templates: {} }) })
}

/** `const store = await testStore()` at the top of a test file; closed by itself after the file. */
export const testStore = async (how: { readonly seed?: Seed } = {}): Promise<TestStore> => {
  const folder = inject('testFolder')
  const { server, rights, template } = await ready(folder, how.seed)
  const name = databaseOf(folder, newId().replaceAll('-', '').slice(-12))
  await ask(server, `create database ${name} template ${template}`)
  const address = { ...server, database: name }
  const store = storeOn({ primary: address, replica: undefined, rights, files: join(folder, 'files') })
  let closed: Promise<void> | undefined
  const close = (): Promise<void> => (closed ??= store.close().then(() => ask(server, `drop database if exists ${name} with (force)`)))
  try { afterAll(close) } catch { /* asked for inside a test: whoever asked closes it */ }
  return { ...store, address, close }
}
