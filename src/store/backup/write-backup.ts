// Takes a backup while people go on working: one moment of the database, then the kept files, letters and keys of that moment
// or later. Streams; never holds more than a few pieces. Rows are COPY’s binary form, which every server from 15 on reads alike and which costs
// half of text. The format is told in docs/backup.md.
import { createReadStream, existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, zstdCompress } from 'node:zlib'
import type pg from 'pg'
import { type Address, connectOnce } from '../launcher/address.ts'
import { readMigrations } from '../migrate.ts'
import { type ArchiveWriter, type Put, writeArchive } from './archive-writer.ts'
import { copyOut } from './copy-out.ts'
import { type ArchivedTable, formatVersion, isMemberName, keyNames, type Manifest, partName } from './manifest.ts'
import { BackupProblem } from './problem.ts'
import { beginOneMoment, columnList, ident, listSchemas, listSequences, listTables, type Table } from './tables.ts'

export const pieceSize = 4 << 20
const compress = promisify(zstdCompress)
const quickly = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

export type BackupAsk = {
  readonly address: Address
  readonly dataFolder: string
  readonly migrations: string
  /** where the archive will be; must not be there yet */
  readonly file: string
  readonly product: string
  readonly now: Date
  readonly signal?: AbortSignal
  /** bytes of the source that are done, of about how many */
  readonly onProgress?: (done: number, total: number) => void
  /** another way to the disk, for tests */
  readonly put?: Put
}
export type BackupMade = { readonly file: string; readonly size: number; readonly tables: number; readonly rows: number; readonly files: number; readonly source: number }

type Kept = { readonly name: string; readonly path: string; readonly size: number }
type Work = BackupAsk & { readonly client: pg.Client; readonly writer: ArchiveWriter; readonly advance: (bytes: number) => void }

export const writeBackup = async (ask: BackupAsk): Promise<BackupMade> => {
  if (existsSync(ask.file)) throw new BackupProblem('there', { bg: `${ask.file} вече съществува; изберете друго име.`, en: `${ask.file} is there already; choose another name.` })
  const client = await connectOnce(ask.address)
  let files = 0
  let source = 0
  try {
    await beginOneMoment(client)
    await refuseNothing(client)
    const schemas = listSchemas(ask.migrations)
    const about = await describe(client, schemas)
    refuseNewer(about.migrations, ask.migrations)
    const { size, manifest } = await writeArchive({ file: ask.file, put: ask.put }, async (writer) => {
      const tables = await listTables(client, schemas)
      const kept = [...(await listFiles(join(ask.dataFolder, 'files'))), ...(await listLetters(join(ask.dataFolder, 'letters')))]
      files = kept.length
      source = [...tables.map(({ bytes }) => bytes), ...kept.map(({ size: bytes }) => bytes)].reduce((sum, bytes) => sum + bytes, 0)
      let done = 0
      const advance = (bytes: number): void => ask.onProgress?.(Math.min(source, done += bytes), source)
      const work: Work = { ...ask, client, writer, advance }
      const archived: ArchivedTable[] = []
      for (const table of tables) archived.push(await addTable(work, table))
      for (const one of kept) await addFile(work, one)
      for (const name of keyNames) await addKey(work, name)
      return { ...about, product: ask.product, madeAt: ask.now.toISOString(), tables: archived }
    })
    await client.query('commit')
    return { file: ask.file, size, tables: manifest.tables.length, rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0), files, source }
  } finally {
    // A copy that was broken off leaves the connection in the middle of its answer: it is cut, not asked to say good-bye.
    ;(client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy()
  }
}

const refuseNothing = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('store.migration') is not null as there`)
  if (rows[0]?.there !== true) throw new BackupProblem('nothing', { bg: 'В тази база данни още няма нищо за архивиране.', en: 'There is nothing in this database to back up yet.' })
}

/** What a newer program has added would be left out in silence. */
const refuseNewer = (applied: Manifest['migrations'], migrations: string): void => {
  const known = new Set(readMigrations(migrations).map(({ number }) => number))
  const unknown = applied.find(({ number }) => !known.has(number))
  if (unknown) throw new BackupProblem('newer', {
    bg: `Базата данни е от по-ново издание на програмата (познава промяна ${unknown.number}, „${unknown.name}“). Обновете програмата и опитайте пак.`,
    en: `The database is of a newer version of the program (it knows change ${unknown.number}, “${unknown.name}”). Update the program and try again.`,
  })
}

const describe = async (client: pg.Client, schemas: readonly string[]): Promise<Pick<Manifest, 'format' | 'formatVersion' | 'postgres' | 'region' | 'migrations' | 'sequences'>> => {
  const { rows: migrations } = await client.query<{ number: number; name: string; sha256: string }>('select number, name, sha256 from store.migration order by number')
  const { rows: [server] } = await client.query<{ version: string; home: boolean }>(`select current_setting('server_version') as version, to_regclass('evidence.home') is not null as home`)
  const home = server?.home ? await client.query<{ code: string }>('select code from evidence.home') : undefined
  return { format: 'posoka-backup', formatVersion, postgres: server?.version ?? '', region: home?.rows[0]?.code ?? null, migrations, sequences: await listSequences(client, schemas) }
}

const addTable = async ({ client, writer, signal, advance }: Work, table: Table): Promise<ArchivedTable> => {
  const copy = copyOut(client, `copy ${ident(table.name)} (${columnList(table.columns)}) to stdout (format binary)`, pieceSize)
  let parts = 0
  let left = table.bytes
  let packing: Promise<Buffer> | undefined
  const put = async (packed: Promise<Buffer>): Promise<void> => writer.add(partName(table.name, parts++), await packed)
  for await (const piece of copy.pieces) {
    signal?.throwIfAborted()
    // The next piece is read and packed while this one is written.
    const next = compress(piece, quickly)
    next.catch(() => {})
    if (packing) await put(packing)
    packing = next
    const seen = Math.min(left, piece.length)
    left -= seen
    advance(seen)
  }
  if (packing) await put(packing)
  advance(left)
  return { name: table.name, columns: table.columns, rows: copy.rows(), parts }
}

/** Listed after the moment of the database: a file is kept before its row is, so none that a row names is missing. */
const listFiles = async (folder: string): Promise<readonly Kept[]> => {
  const found: Kept[] = []
  for (const start of (await readdir(folder).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()) {
    for (const rest of (await readdir(join(folder, start))).filter((name) => /^[0-9a-f]{62}$/.test(name)).sort()) {
      const path = join(folder, start, rest)
      found.push({ name: `files/${start}${rest}`, path, size: (await stat(path)).size })
    }
  }
  return found
}
const listLetters = async (folder: string): Promise<readonly Kept[]> => {
  const found: Kept[] = []
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    const path = join(folder, name)
    const facts = await stat(path)
    if (facts.isFile() && isMemberName(`letters/${name}`)) found.push({ name: `letters/${name}`, path, size: facts.size })
  }
  return found
}

async function* watched(path: string, { signal, advance }: Pick<Work, 'signal' | 'advance'>): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    signal?.throwIfAborted()
    advance(chunk.length)
    yield chunk
  }
}
const addFile = async (work: Work, { name, path, size }: Kept): Promise<void> => {
  const { sha256 } = await work.writer.addStream(name, size, watched(path, work))
  if (name.startsWith('files/') && name !== `files/${sha256}`) throw new BackupProblem('lostFile', {
    bg: `Файлът ${path} е повреден на диска: съдържанието му не е това, с което е записан. Възстановете го от по-стар архив; нов не е направен.`,
    en: `The file ${path} is damaged on the disk: its content is not what was kept. Put it back from an older archive; no new one was made.`,
  })
}
const addKey = async ({ writer, dataFolder }: Work, name: string): Promise<void> => {
  const path = join(dataFolder, name)
  if (existsSync(path)) await writer.add(`keys/${name}`, await readFile(path))
}
