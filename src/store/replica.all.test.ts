// Reads on a real streaming replica: one that lags, one that stops and comes back, one that is not there at all.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { followedSettings, launchReplica, relaunchReplica, urlOf } from '#test/replica.ts'
import { rows } from './ask.ts'
import { recordAct } from './audit.ts'
import { findCheckout } from './checkout.ts'
import { connectOnce } from './launcher/address.ts'
import { launchDatabase } from './launcher/launch.ts'
import { readSettings } from './settings.ts'
import { openStore, type Store } from './store.ts'

const folders = ['primary', 'replica', 'data'].map((name) => {
  const folder = mkdtempSync(join(tmpdir(), `posoka-${name}-`))
  chmodSync(folder, 0o711)
  return folder
})
const [primaryFolder = '', replicaFolder = '', data = ''] = folders
const primary = await launchDatabase({ checkout: findCheckout(), dataFolder: primaryFolder, extra: followedSettings })
const notices: string[] = []
const open = (replicaUrl: string): Promise<Store> => openStore(
  readSettings({ POSOKA_DATA: data, DATABASE_URL: urlOf(primary), DATABASE_REPLICA_URL: replicaUrl }, findCheckout()),
  { onNotice: (text) => { notices.push(text.en) } })
const plain = await open(urlOf(primary))
let replica = await launchReplica(primary, replicaFolder)
const store = await open(urlOf(replica))
afterAll(async () => {
  await Promise.all([store.close(), plain.close()])
  await replica.leave()
  await primary.leave()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const act = (name: string): Promise<void> => store.writing((writer) => recordAct(writer, { who: null, act: `evidence.test.${name}` }))
const seen = async (name: string, how: Parameters<Store['reading']>[1] = {}): Promise<boolean> =>
  (await store.reading((reader) => rows<{ n: number }>(reader, sql`select count(*) as n from store.audit where act = ${`evidence.test.${name}`}`), { as: 'staff', ...how }))[0]?.n === 1
const isOnReplica = async (): Promise<boolean> =>
  (await store.reading((reader) => rows<{ far: boolean }>(reader, sql`select pg_is_in_recovery() as far`)))[0]?.far === true
const onReplica = async (statement: string): Promise<void> => {
  const client = await connectOnce(replica.address)
  try { await client.query(statement) } finally { await client.end() }
}
const until = async (what: () => boolean | Promise<boolean>): Promise<void> => {
  for (let left = 200; left > 0; left--) { if (await what()) return; await pause(50) }
  throw new Error('did not come about within ten seconds')
}

test('reads go to the replica and see there what was written', async () => {
  expect(store.replicaState()).toBe('follows')
  expect(await isOnReplica()).toBe(true)
  await act('streamed')
  await until(() => seen('streamed'))
})

test('who has just written sees it although the replica lags; a page is never kept under a pulse its content has not reached', async () => {
  await onReplica('select pg_wal_replay_pause()')
  await act('lagging')
  expect(await isOnReplica()).toBe(true)
  expect(await seen('lagging')).toBe(false)
  expect(await seen('lagging', { fresh: 'primary' })).toBe(true)
  const pulse = await store.pulse({ fresh: 'primary' })
  expect(Number(await store.pulse())).toBeLessThan(Number(pulse))
  expect(await seen('lagging', { notBefore: pulse })).toBe(true)
})

test('a replica that falls too far behind is not read until it has caught up; that is said once each', async () => {
  await until(() => store.replicaState() === 'behind')
  expect(await seen('lagging')).toBe(true)
  expect(await isOnReplica()).toBe(false)
  await onReplica('select pg_wal_replay_resume()')
  await until(() => store.replicaState() === 'follows')
  expect(await isOnReplica()).toBe(true)
  expect(notices).toEqual([expect.stringContaining('fallen behind'), expect.stringContaining('follows the primary')])
})

test('a replica that stops costs nobody an answer; when it is back, it is read again', async () => {
  notices.length = 0
  let answers = 0
  let stopping = true
  const readers = Array.from({ length: 6 }, async () => {
    while (stopping) { await Promise.all([isOnReplica(), store.pulse()]); answers += 1 }
  })
  await pause(100)
  await onReplica(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'posoka' and pid <> pg_backend_pid()`)
  await pause(100)
  await replica.leave()
  await until(() => store.replicaState() === 'away')
  await pause(200)
  stopping = false
  await Promise.all(readers)
  expect(answers).toBeGreaterThan(10)
  expect(await isOnReplica()).toBe(false)
  expect(notices.filter((text) => text.includes('does not answer')).length).toBeGreaterThanOrEqual(1)
  replica = await relaunchReplica(primary, replicaFolder)
  await until(isOnReplica)
})

test('a replica that was never there does not keep the product from starting', async () => {
  notices.length = 0
  const alone = await open('postgres://posoka:x@127.0.0.1:1/posoka')
  expect(alone.replicaState()).toBe('away')
  expect(notices).toEqual([expect.stringContaining('does not answer')])
  expect(await alone.reading((reader) => rows(reader, sql`select 1 as one`))).toEqual([{ one: 1 }])
  expect(await alone.pulse()).toBe(await alone.pulse({ fresh: 'primary' }))
  await alone.close()
})
