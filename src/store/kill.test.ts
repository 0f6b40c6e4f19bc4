// kill -9 under writes: whatever was acknowledged is there afterwards, whole, and the audit chain holds.
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { isFull } from '#test/matrix.ts'
import { oneRow, rows } from './ask.ts'
import { recordAct } from './audit.ts'
import { sealAudit, verifyAudit } from './audit-chain.ts'
import { findCheckout } from './checkout.ts'
import { serverUser } from './launcher/binaries.ts'
import { isAlive } from './launcher/lock.ts'
import { readPostmaster } from './launcher/postmaster.ts'
import { readSettings } from './settings.ts'
import { openStore, type Store } from './store.ts'

const kills = isFull ? 100 : 3
const checkout = findCheckout()
const folder = mkdtempSync(join(tmpdir(), 'posoka-kill-'))
if (serverUser()) chmodSync(folder, 0o711)
const environment = { POSOKA_DATA: folder }
afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000)

type Killed = { readonly acknowledged: readonly string[] }
/** `both`: the database is killed as well, as when the machine stops. */
const writeUntilKilled = async (how: { afterWrites: number; afterMs: number; whom: 'node' | 'both' }): Promise<Killed> => {
  const child = spawn(process.execPath, [join(checkout, 'test', 'kill-child.ts')], { env: { PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let complained = ''
  child.stdout.on('data', (bytes) => { said += bytes })
  child.stderr.on('data', (bytes) => { complained += bytes })
  const ended = new Promise((resolve) => child.on('close', resolve))
  while (said.split('\n').length < how.afterWrites + 3 && child.exitCode === null) await pause(5)
  if (child.exitCode !== null) throw new Error(`the writing process ended by itself: ${complained}`)
  await pause(how.afterMs)
  const server = readPostmaster(join(folder, 'cluster'))?.pid
  if (how.whom === 'both' && server) process.kill(server, 'SIGKILL')
  child.kill('SIGKILL')
  await ended
  return { acknowledged: said.split('\n').slice(1, -1) }
}

const wholeOf = async (store: Store, ids: readonly string[]): Promise<number> => (await store.reading((reader) => oneRow(reader, sql<{ n: number }>`
  select count(*) as n from unnest(${ids}::uuid[]) as given (id)
  where exists (select from store.thing t where t.id = given.id) and exists (select from store.audit a where a.thing = given.id and a.act = 'test.thing.add')
    and exists (select from store.letter l join graphile_worker.jobs j on j.key = 'letter:' || l.id where l.key = given.id::text)
    and (select count(*) from store.search_text s where s.thing = given.id) = 2`), { as: 'staff' }))?.n ?? 0

test(`after ${kills} kills under writes nothing acknowledged is lost, nothing is half, and the audit chain holds`, async () => {
  const acknowledged: string[] = []
  for (let kill = 0; kill < kills; kill++) {
    const whom = kill % 2 === 0 ? 'node' : 'both'
    const killed = await writeUntilKilled({ whom, afterWrites: 2 + (kill * 7) % 25, afterMs: (kill * 13) % 40 })
    acknowledged.push(...killed.acknowledged)
    const steps: string[] = []
    const store = await openStore(readSettings(environment, checkout), { onStep: (step) => steps.push(step) })
    try {
      expect(steps[0], `kill ${kill}`).toBe(whom === 'node' ? 'adopted' : 'started')
      expect(await wholeOf(store, killed.acknowledged), `kill ${kill}`).toBe(killed.acknowledged.length)
      expect((await verifyAudit(store)).breaks, `kill ${kill}`).toEqual([])
    } finally {
      await store.close()
    }
  }
  const store = await openStore(readSettings(environment, checkout))
  try {
    expect(acknowledged.length).toBeGreaterThan(kills)
    expect(await wholeOf(store, acknowledged)).toBe(acknowledged.length)
    await sealAudit(store)
    expect(await verifyAudit(store)).toMatchObject({ breaks: [], waiting: 0 })
    const halves = await store.reading((reader) => rows(reader, sql`
      select id from store.thing t where not exists (select from store.audit a where a.thing = t.id) or not exists (select from store.letter l where l.key = t.id::text)`), { as: 'staff' })
    expect(halves).toEqual([])
  } finally {
    await store.close()
  }
}, 40_000 + kills * 10_000)

test('a database that dies while the product runs is started again, and the product goes on by itself', async () => {
  const store = await openStore(readSettings(environment, checkout))
  try {
    const write = () => store.writing((writer) => recordAct(writer, { who: null, act: 'test.thing.goOn' }))
    await write()
    const killed = readPostmaster(join(folder, 'cluster'))?.pid ?? 0
    process.kill(killed, 'SIGKILL')
    // Servers of single connections outlive theirs for a moment and may still answer; what counts is that a new one does.
    const goesOn = async () => {
      expect(readPostmaster(join(folder, 'cluster'))?.pid ?? killed).not.toBe(killed)
      await write()
      await store.pulse()
    }
    await expect.poll(() => goesOn().then(() => 'goes on', String), { timeout: 30_000, interval: 50 }).toBe('goes on')
    await sealAudit(store)
    expect(await verifyAudit(store)).toMatchObject({ breaks: [], waiting: 0 })
  } finally {
    await store.close()
  }
}, 60_000)

test('after the last one left no server is running', () => {
  expect(isAlive(readPostmaster(join(folder, 'cluster'))?.pid ?? -1)).toBe(false)
})
