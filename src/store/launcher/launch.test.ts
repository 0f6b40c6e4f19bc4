// The embedded database on its own folder, with real processes: slow for a unit test, and the only proof there is.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test, vi } from 'vitest'
import { runChild } from '#test/launch-child.ts'
import { findCheckout } from '../checkout.ts'
import { connectOnce } from './address.ts'
import { findBinaries, serverUser } from './binaries.ts'
import { launchDatabase } from './launch.ts'
import { isAlive } from './lock.ts'
import { findPlace, makeSocketFolder, outsideOf, type Place } from './place.ts'
import { isOurServer, readPostmaster } from './postmaster.ts'

vi.setConfig({ testTimeout: 90_000 })
const checkout = findCheckout()
const made: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'posoka-launch-'))
  if (serverUser()) chmodSync(folder, 0o711)
  made.push(folder)
  return folder
}
afterAll(() => { for (const folder of made) rmSync(folder, { recursive: true, force: true }) }, 120_000)

const folder = newFolder()
const launch = (dataFolder = folder) => launchDatabase({ checkout, dataFolder })
const serverOf = (dataFolder: string): number => readPostmaster(join(dataFolder, 'cluster'))?.pid ?? 0
const ask = async (address: Parameters<typeof connectOnce>[0], statement: string): Promise<Record<string, unknown>> => {
  const client = await connectOnce(address)
  try { return (await client.query(statement)).rows[0] } finally { await client.end() }
}
/** postmaster.pid is gone a moment before the process is. */
const isGone = async (pid: number): Promise<boolean> => {
  for (let tries = 0; isAlive(pid) && tries < 100; tries++) await pause(10)
  return !isAlive(pid)
}
const mode = (path: string): number => statSync(path).mode & 0o777

test('the first start makes the database, the next one finds it, the last user leaving stops it', async () => {
  const first = await launch()
  expect(first.how).toBe('created')
  await ask(first.address, 'create table kept as select 1 as n')
  const pid = serverOf(folder)
  await first.leave()
  expect(await isGone(pid)).toBe(true)
  const second = await launch()
  expect(second.how).toBe('started')
  expect(await ask(second.address, 'select n from kept')).toEqual({ n: 1 })
  await second.leave()
})

test('the server listens on a socket of its own only, wants its password, and orders Bulgarian as people do', async () => {
  const { address, leave } = await launch()
  expect(await ask(address, `select current_setting('listen_addresses') as listens, current_setting('password_encryption') as kind`)).toEqual({ listens: '', kind: 'scram-sha-256' })
  await expect(connectOnce({ ...address, password: 'wrong' })).rejects.toMatchObject({ code: '28P01' })
  const sorted = await ask(address, `select array_agg(name order by name) as names from unnest(array['Ямбол', 'бургас', 'Варна', 'агне']) as name`)
  expect(sorted).toEqual({ names: ['агне', 'бургас', 'Варна', 'Ямбол'] })
  await leave()
})

test('nobody else can read the data, the socket or the password', async () => {
  const { address, leave } = await launch()
  for (const path of [join(folder, 'cluster'), join(folder, 'users')]) expect(mode(path), path).toBe(0o700)
  expect(mode((address as { host: string }).host)).toBe(0o700)
  expect(mode(join(folder, 'password'))).toBe(0o600)
  expect(mode(join(folder, 'postgresql.log'))).toBe(0o600)
  expect(mode(folder) & 0o066).toBe(0)
  await leave()
})

test('the server runs as an ordinary user, never as root, in a process group of its own', async () => {
  const { leave } = await launch()
  const status = existsSync('/proc') ? readFileSync(`/proc/${serverOf(folder)}/status`, 'utf8') : ''
  if (status) expect(status).not.toMatch(/^Uid:\s+0\b/m)
  if (status) expect(readFileSync(`/proc/${serverOf(folder)}/stat`, 'utf8').split(') ')[1]?.split(' ')[2]).toBe(String(serverOf(folder)))
  await leave()
})

test('a server whose Node was killed is taken over, not started twice', async () => {
  const killed = await runChild({ folder, work: 'die' })
  expect(killed.signal).toBe('SIGKILL')
  const pid = serverOf(folder)
  expect(isAlive(pid)).toBe(true)
  const next = await launch()
  expect(next.how).toBe('adopted')
  expect(serverOf(folder)).toBe(pid)
  await next.leave()
  expect(await isGone(pid)).toBe(true)
})

test('while somebody else still uses the server, leaving does not stop it', async () => {
  const [one, other] = [await launch(), await launch()]
  const pid = serverOf(folder)
  await one.leave()
  expect(isAlive(pid)).toBe(true)
  expect(await ask(other.address, 'select 1 as n')).toEqual({ n: 1 })
  await other.leave()
  expect(await isGone(pid)).toBe(true)
})

test('several starts at once agree on one server', async () => {
  const all = await Promise.all([runChild({ folder, work: 'leave' }), runChild({ folder, work: 'leave' }), runChild({ folder, work: 'leave' })])
  expect(all.map(({ code, said }) => [code, said])).toEqual(all.map(() => [0, expect.stringMatching(/started|adopted/)]))
})

test('a lock left by a dead process does not keep the next one out', async () => {
  writeFileSync(join(folder, 'lock'), '999999.1')
  const next = await launch()
  await next.leave()
})

test('a process number that now belongs to a stranger is not taken for the server, nor signalled', async () => {
  writeFileSync(join(folder, 'cluster', 'postmaster.pid'), `${process.pid}\n${join(folder, 'cluster')}\n1\n5432\n/nowhere\n\n\nready\n`)
  expect(isOurServer(process.pid, join(folder, 'cluster'))).toBe(false)
  const next = await launch()
  expect(next.how).toBe('started')
  await next.leave()
})

test('a server killed together with us recovers at the next start', async () => {
  const first = await launch()
  await ask(first.address, 'create table survived as select 7 as n')
  process.kill(serverOf(folder), 'SIGKILL')
  await first.leave()
  const next = await launch()
  expect(await ask(next.address, 'select n from survived')).toEqual({ n: 7 })
  await next.leave()
})

test('an initdb that was interrupted is begun again', async () => {
  const fresh = newFolder()
  mkdirSync(join(fresh, 'unfinished-abc'))
  writeFileSync(join(fresh, 'unfinished-abc', 'PG_VERSION'), '18')
  writeFileSync(join(fresh, 'password'), 'made before the interruption', { mode: 0o600 })
  const next = await launch(fresh)
  expect(next.how).toBe('created')
  expect(existsSync(join(fresh, 'unfinished-abc'))).toBe(false)
  await next.leave()
})

test('data of another major version are refused with a sentence', async () => {
  const file = join(folder, 'cluster', 'PG_VERSION')
  const ours = readFileSync(file, 'utf8')
  writeFileSync(file, '14\n')
  await expect(launch().finally(() => writeFileSync(file, ours))).rejects.toMatchObject({ code: 'otherMajorVersion', what: { en: expect.stringContaining('PostgreSQL 14') }, todo: { en: expect.stringContaining('backup') } })
})

test('a platform without binaries is told to name its own server', () => {
  expect(() => findBinaries('/nowhere')).toThrow(expect.objectContaining({ code: 'noBinaries', todo: { bg: expect.stringContaining('DATABASE_URL'), en: expect.stringContaining('DATABASE_URL') } }))
})

test('a folder whose name is too long for a socket gets a short private one', async () => {
  const long = join(newFolder(), 'x'.repeat(100))
  const place = { home: long, user: serverUser() } as Place
  const socket = await makeSocketFolder(place)
  made.push(socket)
  expect(Buffer.byteLength(socket)).toBeLessThan(90)
  expect(mode(socket)).toBe(0o700)
})

test.skipIf(serverUser() === null)('below a folder that "nobody" cannot enter, database and binaries live outside', async () => {
  const closed = newFolder()
  chmodSync(closed, 0o700)
  const dataFolder = join(closed, 'data')
  const away = outsideOf(dataFolder)
  made.push(away)
  const place = await findPlace({ binaries: findBinaries(checkout), dataFolder, user: serverUser() })
  expect(place.home).toBe(away)
  const first = await launch(dataFolder)
  await first.leave()
  expect(existsSync(join(away, 'cluster', 'PG_VERSION'))).toBe(true)
  // Opened later, the folder does not lead to a second, empty database.
  chmodSync(closed, 0o711)
  const next = await launch(dataFolder)
  expect(next.how).toBe('started')
  await next.leave()
})

test.skipIf(serverUser() === null)('a checkout that "nobody" cannot enter gets its binaries copied, once', async () => {
  const closed = newFolder()
  chmodSync(closed, 0o700)
  const { cp } = await import('node:fs/promises')
  const original = findBinaries(checkout)
  await cp(join(original.folder, '..'), join(closed, 'package'), { recursive: true, verbatimSymlinks: true })
  const dataFolder = join(closed, 'data')
  made.push(outsideOf(dataFolder))
  const place = await findPlace({ binaries: { ...original, folder: join(closed, 'package', 'native') }, dataFolder, user: serverUser() })
  expect(place.binaries.folder).toBe(join(outsideOf(dataFolder), `postgresql-${original.version}`, 'native'))
})

test.skipIf(process.getuid?.() === 0)('a folder without rights is said in a sentence', async () => {
  const closed = newFolder()
  chmodSync(closed, 0o500)
  await expect(launch(join(closed, 'data'))).rejects.toMatchObject({ code: 'folderWithoutRights' })
})

test('a data folder that is a file is said in a sentence', async () => {
  const file = join(newFolder(), 'data')
  writeFileSync(file, '')
  await expect(launch(file)).rejects.toMatchObject({ name: 'StartProblem' })
})
