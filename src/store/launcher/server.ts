// Starts and stops the embedded server, and takes over one that outlived its Node process. Not initdb (cluster.ts).
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, closeSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { tmpdir } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { diskFull, StartProblem } from '../start-problem.ts'
import { connectOnce, type ServerAddress } from './address.ts'
import { binary } from './binaries.ts'
import { readPassword, serverEnvironment } from './cluster.ts'
import { isAlive } from './lock.ts'
import { makeServerFolder, makeSocketFolder, type Place } from './place.ts'
import { hasLeftovers, isOurServer, readPostmaster } from './postmaster.ts'

const windows = process.platform === 'win32'

/** Small (two busy cores gain nothing from parallel questions), quiet, and without personal values in the log: the log names no values of a failed statement. */
const serverSettings: Readonly<Record<string, string>> = {
  // nothing follows this server, so a table filled in the act that made it (a restore) is synced once and not written twice
  wal_level: 'minimal', max_wal_senders: '0',
  max_connections: '100', shared_buffers: '128MB', max_wal_size: '512MB', random_page_cost: '1.1', jit: 'off', max_parallel_workers_per_gather: '0',
  log_destination: 'stderr', logging_collector: 'off', log_line_prefix: '%m [%p] ', log_min_messages: 'warning',
  log_error_verbosity: 'terse', log_min_error_statement: 'panic', log_parameter_max_length_on_error: '0', log_timezone: 'UTC',
  timezone: 'UTC', lc_messages: 'C', default_text_search_config: 'pg_catalog.simple', unix_socket_permissions: '0700',
}
/** Only for tests: a crash may lose everything. */
export const carelessSettings: Readonly<Record<string, string>> = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

const sharedMemory = (): Record<string, string> => {
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return bsize * blocks < 256 * 2 ** 20 ? { dynamic_shared_memory_type: 'mmap' } : {}
  } catch {
    return {}
  }
}

const mostLog = 5 * 2 ** 20
/** A file, not a pipe: a pipe dies with us, and one that nobody reads stops the server. */
const openLog = (place: Place): number => {
  const size = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0
  if (size > mostLog) renameSync(place.log, `${place.log}.1`)
  const handle = openSync(place.log, 'a', 0o600)
  if (place.user) chownSync(place.log, place.user.uid, place.user.gid)
  chmodSync(place.log, 0o600)
  return handle
}
const lastLog = (place: Place): string => {
  try { return readFileSync(place.log, 'utf8').trim().split('\n').slice(-3).join(' | ') } catch { return '' }
}

const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as { port: number }
    probe.close(() => resolve(port))
  })
})

const addressOf = async (place: Place, at: { host: string; port: number }): Promise<ServerAddress> =>
  ({ ...at, user: 'posoka', password: await readPassword(place), database: 'postgres' })

export type RunningServer = { readonly address: ServerAddress; readonly pid: number }

/** Looks for a server that still runs on this folder; adopts it, waits for it, or makes sure it is gone. */
export const adoptServer = async (place: Place): Promise<RunningServer | undefined> => {
  const found = readPostmaster(place.cluster)
  if (!found) return undefined
  if (!isOurServer(found.pid, place.cluster)) return undefined
  const address = await addressOf(place, { host: windows ? '127.0.0.1' : found.socketFolder, port: found.port })
  const patience = Date.now() + 60_000
  while (isAlive(found.pid)) {
    const answer = await answers(address, place.cluster)
    if (answer === 'ready') return { address, pid: found.pid }
    if (answer === 'refused') throw wrongPassword(place)
    if (Date.now() > patience) break
    await pause(50)
  }
  if (isAlive(found.pid)) await stopServer(place)
  return undefined
}

type AnswerOfServer = 'ready' | 'starting' | 'silent' | 'refused'
const answers = async (address: ServerAddress, cluster: string): Promise<AnswerOfServer> => {
  try {
    const client = await connectOnce(address)
    try {
      const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
      return rows[0]?.folder === cluster ? 'ready' : 'silent'
    } finally {
      await client.end()
    }
  } catch (error) {
    const code = (error as { code?: string }).code
    return code === '28P01' ? 'refused' : code === '57P03' ? 'starting' : 'silent'
  }
}

export type StartHow = {
  /** PostgreSQL settings over ours */
  readonly extra?: Readonly<Record<string, string>> | undefined
  /** where it was reached before: whoever still knows that address finds it again */
  readonly at?: { readonly host: string; readonly port: number }
}
export const startServer = async (place: Place, how: StartHow = {}): Promise<RunningServer> => {
  if (how.at && !windows) await makeServerFolder(how.at.host, place.user)
  const { host, port } = how.at ?? (windows ? { host: '127.0.0.1', port: await freePort() } : { host: await makeSocketFolder(place), port: 5432 })
  const address = await addressOf(place, { host, port })
  const listen = windows ? { listen_addresses: host } : { listen_addresses: '', unix_socket_directories: host }
  const settings = { ...serverSettings, ...sharedMemory(), ...listen, port: String(port), ...how.extra }
  const patience = Date.now() + 60_000
  for (;;) {
    await clearStale(place, { socketFolder: host, patience })
    const child = spawnServer(place, settings)
    const outcome = await untilReady({ child, address, place, patience })
    if (outcome === 'ready') return { address, pid: readPostmaster(place.cluster)?.pid ?? child.pid ?? 0 }
    // Children of a killed server need a moment to notice; PostgreSQL will not start before they are gone.
    const wait = hasLeftovers(place.cluster) && Date.now() < patience
    if (!wait) throw didNotStart(place)
    await pause(50)
  }
}

/** After a kill: waits for the server's children, which notice a moment later, and takes away lock files whose number still
 *  exists but is no server of ours (a stranger, or a dead process that nobody has buried): PostgreSQL would not start over them. */
const clearStale = async (place: Place, at: { socketFolder: string; patience: number }): Promise<void> => {
  while (hasLeftovers(place.cluster) && Date.now() < at.patience) await pause(20)
  if (process.platform !== 'linux' || hasLeftovers(place.cluster)) return
  const found = readPostmaster(place.cluster)
  if (found && isOurServer(found.pid, place.cluster)) return
  rmSync(join(place.cluster, 'postmaster.pid'), { force: true })
  // The folder of the socket is this server's alone.
  for (const name of readdirSync(at.socketFolder)) if (name.startsWith('.s.PGSQL.')) rmSync(join(at.socketFolder, name), { force: true })
}

const spawnServer = (place: Place, settings: Readonly<Record<string, string>>): ChildProcess => {
  const log = openLog(place)
  try {
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    // Its own process group: Ctrl-C in the terminal must not stop it before the last request is answered.
    const child = spawn(binary(place.binaries, 'postgres'), ['-D', place.cluster, ...flags], {
      ...(place.user ?? {}), cwd: '/', env: serverEnvironment, stdio: ['ignore', log, log], detached: true,
    })
    child.on('error', () => {})
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

const untilReady = async (at: { child: ChildProcess; address: ServerAddress; place: Place; patience: number }): Promise<'ready' | 'ended'> => {
  while (at.child.exitCode === null && at.child.signalCode === null && at.child.pid !== undefined) {
    const answer = await answers(at.address, at.place.cluster)
    if (answer === 'ready') return 'ready'
    if (answer === 'refused') throw wrongPassword(at.place)
    if (Date.now() > at.patience) throw didNotStart(at.place)
    await pause(15)
  }
  return 'ended'
}

/** „Fast“: open connections are ended, nothing committed is lost. */
export const stopServer = async (place: Place): Promise<void> => {
  const found = readPostmaster(place.cluster)
  if (!found || !isOurServer(found.pid, place.cluster)) return
  if (windows) spawnSync(binary(place.binaries, 'pg_ctl'), ['stop', '-D', place.cluster, '-m', 'fast', '-t', '10'])
  else process.kill(found.pid, 'SIGINT')
  const begun = Date.now()
  let pressed = false
  while (isAlive(found.pid) && readPostmaster(place.cluster)?.pid === found.pid) {
    if (!pressed && !windows && Date.now() > begun + 10_000) { process.kill(found.pid, 'SIGQUIT'); pressed = true }
    if (Date.now() > begun + 20_000) return
    await pause(10)
  }
  if (dirname(found.socketFolder) === tmpdir()) rmSync(found.socketFolder, { recursive: true, force: true })
}

const didNotStart = (place: Place): StartProblem => {
  const said = lastLog(place)
  if (/No space left/i.test(said)) return diskFull(place.home)
  return new StartProblem({
    code: 'serverDidNotStart',
    what: { bg: `Базата данни не тръгна. Последните ѝ думи: ${said}`, en: `The database did not start. Its last words: ${said}` },
    todo: { bg: `Целият ѝ дневник е в ${place.log}.`, en: `Its whole log is in ${place.log}.` },
  })
}
const wrongPassword = (place: Place): StartProblem => new StartProblem({
  code: 'wrongPassword',
  what: { bg: `Базата данни не приема паролата от ${place.passwordFile}.`, en: `The database does not accept the password in ${place.passwordFile}.` },
  todo: { bg: 'Върнете файла с паролата от резервно копие заедно с папката на базата.', en: "Put back the password file from a backup, together with the database's folder." },
})
