// Restores an archive: every byte is looked at before anything is written; then all of it in one transaction, so that a failure
// half way leaves the database as it was. Files are kept by their hash and harm nothing; letters and keys are put in place last.
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { checkDatabase } from '../checks.ts'
import { openFiles } from '../files.ts'
import { prepareJobs } from '../jobs.ts'
import { type Address, connectOnce } from '../launcher/address.ts'
import { lockNumbers } from '../lock-numbers.ts'
import type { Migration } from '../migrate.ts'
import { preparePublicRole } from '../public-role.ts'
import { takeMembers, verifyArchive } from './archive-reader.ts'
import { beginLoading, sortMigrations, type Loading } from './load-tables.ts'
import type { Manifest } from './manifest.ts'
import { BackupProblem, orDiskFull } from './problem.ts'
import { ident, listSchemas } from './tables.ts'

export type RestoreAsk = {
  readonly file: string
  readonly migrations: string
  readonly dataFolder: string
  /** called once the archive is found whole: starts or names the database that is to be filled */
  readonly open: () => Promise<Address>
  /** 'replace' drops what is in the database before, in the same transaction */
  readonly what: 'fill' | 'replace'
  readonly signal?: AbortSignal
  /** bytes of the archive, of how many: first while it is looked at, then while it is taken in */
  readonly onProgress?: (step: 'verify' | 'load', bytes: number) => void
}
export type Restored = { readonly manifest: Manifest; readonly migrated: readonly string[]; readonly rows: number; readonly files: number }

export const restoreBackup = async (ask: RestoreAsk): Promise<Restored> => {
  const { file, signal } = ask
  const manifest = await verifyArchive(file, { signal, onRead: (bytes) => ask.onProgress?.('verify', bytes) })
  const { seen, since } = sortMigrations({ manifest, folder: ask.migrations, file })
  signal?.throwIfAborted()
  const schemas = listSchemas(ask.migrations)
  const address = await ask.open()
  const client = await connectOnce(address)
  const aside = join(ask.dataFolder, `restoring-${process.pid}`)
  try {
    await checkDatabase(client)
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [lockNumbers.migrate])
    await makeRoom(client, { what: ask.what, schemas })
    const loading = await beginLoading(client, { manifest, seen, since, file, schemas })
    const files = await takeIn(ask, { manifest, loading, aside })
    await loading.finish()
    signal?.throwIfAborted()
    await client.query('commit')
    await putInPlace(aside, ask.dataFolder)
    await prepareJobs(client, address)
    await preparePublicRole(client, 'changed')
    await client.query('analyze')
    return { manifest, migrated: since.map((one: Migration) => one.file), rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0), files }
  } catch (error) {
    throw orDiskFull(error, ask.dataFolder)
  } finally {
    await rm(aside, { recursive: true, force: true })
    // In the middle of a COPY there is no polite end; the server rolls back when the connection is gone.
    ;(client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy()
  }
}

/** Refuses a database that holds something, and one that people are using. */
const makeRoom = async (client: pg.Client, { what, schemas }: Pick<RestoreAsk, 'what'> & { readonly schemas: readonly string[] }): Promise<void> => {
  const { rows: [state] } = await client.query<{ full: boolean; others: string }>(`
    select to_regclass('store.migration') is not null as full,
      (select count(*) from pg_stat_activity where datname = current_database() and application_name = 'posoka' and pid <> pg_backend_pid()) as others`)
  if (state?.full !== true) return
  if (what === 'fill') throw new BackupProblem('notEmpty', {
    bg: 'Базата данни не е празна; нищо не е променено. Посочете друга папка с --into или заменете всичко в нея с --replace.',
    en: 'The database is not empty; nothing was changed. Name another folder by --into, or replace all that is in it by --replace.',
  })
  if (Number(state.others) > 0) throw new BackupProblem('inUse', {
    bg: 'Порталът работи с тази база данни. Спрете го и опитайте пак; нищо не е променено.', en: 'The portal is working with this database. Stop it and try again; nothing was changed.',
  })
  for (const schema of ['graphile_worker', ...schemas]) await client.query(`drop schema if exists ${ident(schema)} cascade`)
}
const takeIn = async (ask: RestoreAsk, { manifest, loading, aside }: { readonly manifest: Manifest; readonly loading: Loading; readonly aside: string }): Promise<number> => {
  const { signal, onProgress } = ask
  const members = takeMembers(ask.file, manifest, { signal, onRead: (bytes) => onProgress?.('load', bytes) })
  for (const table of manifest.tables) await loading.load(table, partsOf(members, table.parts))
  const store = openFiles(join(ask.dataFolder, 'files'))
  let files = 0
  for await (const { name, bytes } of members) {
    signal?.throwIfAborted()
    if (name.startsWith('files/')) {
      await store.keep(bytes)
      files += 1
    } else {
      const path = join(aside, name)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeFile(path, bytes, { mode: 0o600 })
    }
  }
  return files
}
/** The next so many members, each whole: a part is some megabytes. */
async function* partsOf(members: ReturnType<typeof takeMembers>, parts: number): AsyncGenerator<Buffer> {
  for (let part = 0; part < parts; part++) {
    const next = await members.next()
    if (next.done === true) throw new Error('the archive has fewer parts than its list')
    const pieces: Buffer[] = []
    for await (const piece of next.value.bytes) pieces.push(piece)
    yield Buffer.concat(pieces)
  }
}

/** letters/… beside those that are there, keys over those that are there. */
const putInPlace = async (aside: string, dataFolder: string): Promise<void> => {
  for (const [from, to] of [['letters', join(dataFolder, 'letters')], ['keys', dataFolder]] as const) {
    const names = await readdir(join(aside, from)).catch(() => [])
    if (names.length > 0) await mkdir(to, { recursive: true, mode: 0o700 })
    for (const name of names) await rename(join(aside, from, name), join(to, name))
  }
}
