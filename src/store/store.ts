// Opens the store: starts or finds the database, brings it to this version, hands out transactions. No module exports a database.
import { join } from 'node:path'
import type pg from 'pg'
import type { Bilingual } from '#kernel/language.ts'
import { checkDatabase } from './checks.ts'
import { type FileStore, openFiles } from './files.ts'
import type { Reader, Writer } from './handle.ts'
import { type Address, connectOnce } from './launcher/address.ts'
import { launchDatabase } from './launcher/launch.ts'
import { lockNumbers } from './lock-numbers.ts'
import { migrate } from './migrate.ts'
import { openPool } from './pools.ts'
import { type PublicRights, preparePublicRole } from './public-role.ts'
import { makePulse } from './pulse.ts'
import { isConnectionLost, type Replica, type ReplicaState, watchReplica } from './replica.ts'
import { type Settings, sayDatabase } from './settings.ts'
import { folderProblem, StartProblem } from './start-problem.ts'
import { type ReadingHow, type ReadSide, readOn, type WritingHow, writeOn } from './transactions.ts'
import { prepareJobs } from './jobs.ts'

export type Freshness = {
  /** 'primary' for somebody who has just written, while reads go to a replica */
  readonly fresh?: 'primary' | 'any'
}
/** what is read has seen at least the acts of this pulse: the answer will be kept under it */
export type NotBefore = { readonly notBefore?: string }

export type Store = {
  readonly reading: <T>(ask: (reader: Reader) => Promise<T>, how?: ReadingHow & Freshness & NotBefore) => Promise<T>
  readonly writing: <T>(act: (writer: Writer) => Promise<T>, how?: WritingHow) => Promise<T>
  /** changes with every act; read after the call began */
  readonly pulse: (how?: Freshness) => Promise<string>
  readonly files: FileStore
  /** one process of this database after another: for what is done at a start. Never inside itself */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
  /** for the meters: where reads go now */
  readonly replicaState: () => ReplicaState | 'none'
  readonly connections: () => readonly { readonly purpose: string; readonly total: number; readonly idle: number; readonly waiting: number }[]
  /** what the administrator should know about this start */
  readonly notices: readonly Bilingual[]
  readonly handleForAccountsLibraryOnly: () => pg.Pool
  /** for doors/clock: the job runner speaks to pg itself and needs LISTEN */
  readonly poolForClockOnly: () => pg.Pool
  readonly close: () => Promise<void>
}

export type OpenStep = 'created' | 'started' | 'adopted' | 'foreign' | 'migrated' | 'ready'
export type OpenHow = {
  /** told as it happens, for the console */
  readonly onStep?: (step: OpenStep, detail: string) => void
  /** what changes while the store is open: a replica that stops or comes back */
  readonly onNotice?: (text: Bilingual) => void
}

export const openStore = async (settings: Settings, how: OpenHow = {}): Promise<Store> => {
  const say = how.onStep ?? (() => {})
  const launched = settings.databaseUrl === null ? await launchDatabase({ checkout: settings.checkout, dataFolder: settings.dataFolder }) : undefined
  const primary: Address = launched?.address ?? { connectionString: settings.databaseUrl ?? '' }
  say(launched?.how ?? 'foreign', launched ? launched.place.home : sayDatabase(settings.databaseUrl ?? ''))
  try {
    const { rights, migrated } = await prepareDatabase(primary, join(settings.checkout, 'migrations'))
    if (migrated.length > 0) say('migrated', migrated.join(' '))
    const replica: Address | undefined = settings.replicaUrl === null ? undefined : { connectionString: settings.replicaUrl }
    const store = storeOn({ primary, replica, rights, files: join(settings.dataFolder, 'files'), onNotice: how.onNotice })
    await store.settled
    say('ready', '')
    return { ...store, close: async () => { await store.close(); await launched?.leave() } }
  } catch (error) {
    await launched?.leave()
    throw folderProblem(error, launched ? settings.dataFolder : sayDatabase(settings.databaseUrl ?? ''))
  }
}

/** Checks, migrations, jobs and rights, over one connection. */
export const prepareDatabase = async (address: Address, migrations: string): Promise<{ rights: PublicRights; migrated: readonly string[] }> => {
  const client = await connectOnce(address).catch((error: Error) => { throw cannotConnect(address, error) })
  try {
    // Servers that start at once would make the same extensions, tables and rights: one does, the others wait. Ends with the connection.
    await client.query('select pg_advisory_lock($1)', [lockNumbers.migrate])
    await checkDatabase(client)
    const migrated = await migrate(client, migrations)
    await prepareJobs(client, address)
    return { migrated, rights: await preparePublicRole(client, migrated.length > 0 ? 'changed' : 'unchanged') }
  } finally {
    await client.end()
  }
}

export type StoreParts = {
  readonly primary: Address
  readonly replica: Address | undefined
  readonly rights: PublicRights
  /** the folder of kept files */
  readonly files: string
  readonly onNotice?: ((text: Bilingual) => void) | undefined
}

/** A store on a database that is ready. */
export const storeOn = ({ primary, replica, rights, files, onNotice }: StoreParts): Store & { /** it is known whether reads may go to the replica */ readonly settled: Promise<void> } => {
  const opened = new Map<string, pg.Pool>()
  const pool = (purpose: string, address: Address, how: Parameters<typeof openPool>[1]): pg.Pool => {
    const made = openPool(address, how)
    opened.set(purpose, made)
    return made
  }
  // A page's question may not run for ever, and a reading connection could not write even without its transaction.
  const readOptions = { max: 8, pipeline: true, options: '-c default_transaction_read_only=on -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s' }
  const nearest = pool('reading', primary, readOptions)
  const far = replica ? pool('replica', replica, { ...readOptions, connectWithinMs: 2_000 }) : undefined
  const writers = pool('writing', primary, { max: 8, options: '-c lock_timeout=15s -c idle_in_transaction_session_timeout=300s' })
  const accounts = once(() => pool('accounts', primary, { max: 4, plainTypes: true }))
  const clock = once(() => pool('clock', primary, { max: 4 }))
  const own: ReadSide = { pool: nearest, pulse: makePulse(nearest), rights }
  const watched = far && { side: { pool: far, pulse: makePulse(far), rights }, replica: watchReplica({ primary: nearest, replica: far, tell: onNotice ?? (() => {}) }) }
  const side = { own, far: watched }
  return {
    reading: (ask, how = {}) => onSide(side, how, (from) => readOn(from, ask, how)),
    pulse: (how = {}) => onSide(side, how, (from) => from.pulse()),
    writing: (act, how = {}) => writeOn(writers, act, how),
    files: openFiles(files),
    inTurn: (work) => inTurn(writers, work),
    connections: () => [...opened].map(([purpose, { totalCount, idleCount, waitingCount }]) => ({ purpose, total: totalCount, idle: idleCount, waiting: waitingCount })),
    replicaState: () => watched?.replica.state() ?? 'none',
    settled: watched?.replica.settled ?? Promise.resolve(),
    notices: rights.by === 'store' ? [rights.says] : [],
    handleForAccountsLibraryOnly: accounts,
    poolForClockOnly: clock,
    close: async () => { await watched?.replica.stop(); await Promise.all([...opened.values()].map((one) => one.end())) },
  }
}

type Sides = { readonly own: ReadSide; readonly far: { readonly side: ReadSide; readonly replica: Replica } | undefined }
/** From the replica where that is good enough; what fails there is asked of the primary, because a reading may be repeated. */
const onSide = async <T>({ own, far }: Sides, how: Freshness & NotBefore, ask: (from: ReadSide) => Promise<T>): Promise<T> => {
  if (far === undefined || how.fresh === 'primary' || far.replica.state() !== 'follows') return ask(own)
  try {
    if (how.notBefore !== undefined && Number(await far.side.pulse()) < Number(how.notBefore)) return await ask(own)
    return await ask(far.side)
  } catch (error) {
    if (isConnectionLost(error)) far.replica.missed()
    return ask(own)
  }
}

const inTurn = async <T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  try {
    await client.query(`begin; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0; select pg_advisory_xact_lock(${lockNumbers.inTurn})`)
    return await work()
  } finally {
    await client.query('rollback').then(() => client.release(), (error) => client.release(error))
  }
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

const cannotConnect = (address: Address, error: Error): unknown => {
  if (!('connectionString' in address)) return error
  const where = sayDatabase(address.connectionString)
  const code = (error as { code?: string }).code
  const why = code === '28P01' || code === '28000' ? { bg: 'не приема името или паролата', en: 'it does not accept the user or password' }
    : code === '3D000' ? { bg: 'няма такава база', en: 'there is no such database' }
    : { bg: error.message, en: error.message }
  return new StartProblem({
    code: 'cannotConnect', cause: error,
    what: { bg: `Базата данни ${where} не може да бъде достигната: ${why.bg}.`, en: `The database ${where} cannot be reached: ${why.en}.` },
    todo: { bg: 'Проверете DATABASE_URL и дали сървърът работи.', en: 'Check DATABASE_URL, and that the server is running.' },
  })
}
