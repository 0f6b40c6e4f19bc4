// A PostgreSQL that the system brings (Debian's 15 …), started for a test file and gone after it: what stands behind DATABASE_URL.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll } from 'vitest'
import { connectOnce, type ServerAddress } from '#store/launcher/address.ts'
import { serverUser } from '#store/launcher/binaries.ts'
import { localeFlags } from '#store/launcher/cluster.ts'

const shelf = '/usr/lib/postgresql'
/** Empty where the system brings none: say „skipped“. */
export const versions: readonly string[] = existsSync(shelf) ? readdirSync(shelf).filter((name) => Number(name) >= 15 && existsSync(join(shelf, name, 'bin', 'postgres'))) : []
const user = serverUser()
const as = user ?? {}
const ended: (() => Promise<void> | void)[] = []
afterAll(async () => { for (const end of ended) await end() }, 60_000)

export const startSystemServer = async (version: string): Promise<ServerAddress> => {
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
