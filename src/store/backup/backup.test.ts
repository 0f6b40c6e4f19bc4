// A backup holds everything and gives it back: into another database, onto another server, byte for byte; or it is refused whole.
import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordAct } from '#store/audit.ts'
import { sealAudit, verifyAudit } from '#store/audit-chain.ts'
import { findCheckout } from '#store/checkout.ts'
import { openFiles } from '#store/files.ts'
import { connectOnce, type ServerAddress } from '#store/launcher/address.ts'
import { postLetter } from '#store/outbox.ts'
import { storeOn } from '#store/store.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { verifyArchive } from './archive-reader.ts'
import { putAll } from './archive-writer.ts'
import { canonicalExport } from './canonical-export.ts'
import type { Manifest } from './manifest.ts'
import { restoreBackup } from './restore-backup.ts'
import { listSchemas } from './tables.ts'
import { endOfArchive, paddingOf, toHeader } from './tar.ts'
import { writeBackup } from './write-backup.ts'

const store = await testStore({ seed: starter })
const migrations = join(findCheckout(), 'migrations')
const folder = mkdtempSync(join(tmpdir(), 'posoka-backup-'))
const data = join(folder, 'data')
const file = join(folder, 'one.posoka')
const bytesOf = randomBytes(300_000)
const made: string[] = []

const ask = async (address: ServerAddress, statement: string): Promise<readonly Record<string, unknown>[]> => {
  const client = await connectOnce(address)
  try { return (await client.query(statement)).rows } finally { await client.end() }
}
/** An empty database beside the one under test. */
const emptyDatabase = async (): Promise<ServerAddress> => {
  const name = `posoka_restored_${randomBytes(5).toString('hex')}`
  await ask(store.address, `create database ${name} template template0`)
  made.push(name)
  return { ...store.address, database: name }
}
const exported = async (address: ServerAddress): Promise<string> => {
  const client = await connectOnce(address)
  try {
    const hash = createHash('sha256')
    for await (const piece of canonicalExport(client, listSchemas(migrations))) hash.update(piece)
    return hash.digest('hex')
  } finally { await client.end() }
}
const backup = (to: string, how: Partial<Parameters<typeof writeBackup>[0]> = {}) =>
  writeBackup({ address: store.address, dataFolder: data, migrations, file: to, product: '0.0.1', now: new Date('2026-11-25T09:00:00Z'), ...how })
const restore = (from: string, address: ServerAddress, how: Partial<Parameters<typeof restoreBackup>[0]> = {}) =>
  restoreBackup({ file: from, migrations, dataFolder: join(folder, 'restored'), open: async () => address, what: 'fill', ...how })

beforeAll(async () => {
  mkdirSync(join(data, 'letters'), { recursive: true })
  writeFileSync(join(data, 'secret'), 'a-secret-of-the-cookies-0123456789', { mode: 0o600 })
  writeFileSync(join(data, 'letters/2026-11-25-one.eml'), 'Здравейте!\n')
  await openFiles(join(data, 'files')).keep(bytesOf)
  await openFiles(join(data, 'files')).keep(new Uint8Array())
  await store.writing(async (writer) => {
    await recordAct(writer, { who: null, act: 'store.test', why: 'ред\nдве' })
    await postLetter(writer, { key: 'k1', kind: 'store.test', to: 'maria@lipova.example', subject: 'Покана', body: 'Мария "Мими"\tПетрова \\N \\. \r\n😀', language: 'bg' } as Parameters<typeof postLetter>[1])
  })
  await sealAudit(store)
  await backup(file)
}, 60_000)
afterAll(async () => {
  for (const name of made) await ask(store.address, `drop database if exists ${name} with (force)`)
  rmSync(folder, { recursive: true, force: true })
})

describe('a backup', { timeout: 60_000 }, () => {
  test('is readable by its owner only, and lists every member with its size and hash', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const manifest = await verifyArchive(file)
    expect(manifest).toMatchObject({ format: 'posoka-backup', formatVersion: 1, product: '0.0.1', region: 'BG344' })
    const names = manifest.members.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['keys/secret', 'letters/2026-11-25-one.eml', `files/${createHash('sha256').update(bytesOf).digest('hex')}`]))
    expect(manifest.tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['evidence.series', 'people.account', 'store.audit', 'store.letter', 'store.migration']))
    expect(manifest.tables.find(({ name }) => name === 'evidence.series')?.rows).toBeGreaterThan(1000)
  })
  test('shows one moment, whatever is written meanwhile', async () => {
    const before = await exported(store.address)
    const target = await emptyDatabase()
    const other = join(folder, 'meanwhile.posoka')
    let acts = 0
    await backup(other, { put: async (handle, bytes) => {
      if (acts < 5) { acts += 1; await store.writing((writer) => recordAct(writer, { who: null, act: 'store.meanwhile', why: String(acts) })) }
      await putAll(handle, bytes)
    } })
    expect(acts).toBe(5)
    await restore(other, target)
    expect(await exported(target)).toBe(before)
    expect(await exported(store.address)).not.toBe(before)
  })
  test('never overwrites a file', async () => {
    const before = readFileSync(file)
    await expect(backup(file)).rejects.toMatchObject({ code: 'there', text: { en: expect.stringContaining('is there already') } })
    expect(readFileSync(file).equals(before)).toBe(true)
  })
  test('on a full disk says so, and leaves nothing under its name or beside it', async () => {
    const full = join(folder, 'full', 'b.posoka')
    mkdirSync(join(folder, 'full'))
    let written = 0
    const put: typeof putAll = async (handle, bytes) => {
      written += bytes.reduce((sum, part) => sum + part.length, 0)
      if (written > 100_000) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
      await putAll(handle, bytes)
    }
    await expect(backup(full, { put })).rejects.toMatchObject({ code: 'diskFull', text: { bg: expect.stringContaining('Няма място'), en: expect.stringContaining('no space left') } })
    expect(readdirSync(join(folder, 'full'))).toEqual([])
  })
  test('that is interrupted leaves nothing', async () => {
    const stop = new AbortController()
    mkdirSync(join(folder, 'stopped'))
    await expect(backup(join(folder, 'stopped/b.posoka'), { signal: stop.signal, onProgress: () => stop.abort() })).rejects.toMatchObject({ name: 'AbortError' })
    expect(readdirSync(join(folder, 'stopped'))).toEqual([])
  })
  test('names a kept file that is damaged on the disk', async () => {
    const sick = join(folder, 'sick')
    cpSync(data, sick, { recursive: true })
    const sha = createHash('sha256').update(bytesOf).digest('hex')
    writeFileSync(join(sick, 'files', sha.slice(0, 2), sha.slice(2)), Buffer.concat([bytesOf.subarray(1), Buffer.from('x')]))
    await expect(backup(join(folder, 'sick.posoka'), { dataFolder: sick })).rejects.toMatchObject({ code: 'lostFile' })
    expect(existsSync(join(folder, 'sick.posoka'))).toBe(false)
  })
  test('of an empty database is refused', async () => {
    const address = await emptyDatabase()
    await expect(backup(join(folder, 'none.posoka'), { address })).rejects.toMatchObject({ code: 'nothing' })
  })
})

describe('a restored backup', { timeout: 60_000 }, () => {
  test('is the same to the last byte: rows, sequences, keys, rules, indexes, files, letters and keys; the trail holds', async () => {
    const target = await emptyDatabase()
    const to = join(folder, 'whole')
    const source = join(folder, 'now.posoka')
    await backup(source)
    const done = await restore(source, target, { dataFolder: to })
    expect(done).toMatchObject({ migrated: [], files: 2 })
    expect(await exported(target)).toBe(await exported(store.address))
    const shape = `
      select 'constraint' as kind, conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as says from pg_constraint where connamespace::regnamespace::text !~ '^(pg_|information|public|graphile)'
      union all select 'index', tablename, indexname, indexdef from pg_indexes where schemaname !~ '^(pg_|public|graphile)'
      union all select 'trigger', tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal and tgrelid::regclass::text !~ '^graphile'
      union all select 'comment', objoid::regclass::text, objsubid::text, description from pg_description d where classoid = 'pg_class'::regclass and objoid::regclass::text !~ '^(pg_|public|graphile|information)'
      union all select 'right', table_schema || '.' || table_name, column_name, privilege_type from information_schema.column_privileges where grantee = 'posoka_public'
      order by 1, 2, 3, 4`
    expect(await ask(target, shape)).toEqual(await ask(store.address, shape))
    expect(readFileSync(join(to, 'secret'), 'utf8')).toBe('a-secret-of-the-cookies-0123456789')
    expect(statSync(join(to, 'secret')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(to, 'letters/2026-11-25-one.eml'), 'utf8')).toBe('Здравейте!\n')
    expect(readdirSync(to).sort()).toEqual(['files', 'letters', 'secret'])
    const again = storeOn({ primary: target, replica: undefined, rights: { by: 'role' }, files: join(to, 'files') })
    try {
      const { breaks, sealed } = await verifyAudit(again)
      expect(breaks).toEqual([])
      expect(sealed).toBeGreaterThan(0)
      // a new act takes the next number, not one that is taken
      await again.writing((writer) => recordAct(writer, { who: null, act: 'store.after' }))
      await sealAudit(again)
      expect((await verifyAudit(again)).breaks).toEqual([])
    } finally { await again.close() }
  })
  test('goes into a database that holds something only when told to replace it', async () => {
    const target = await emptyDatabase()
    await restore(file, target)
    await ask(target, `update store.letter set subject = 'changed'`)
    const before = await exported(target)
    await expect(restore(file, target)).rejects.toMatchObject({ code: 'notEmpty', text: { en: expect.stringContaining('--replace') } })
    expect(await exported(target)).toBe(before)
    await ask(target, 'create schema foreign_program; create table foreign_program.kept (id int)')
    await restore(file, target, { what: 'replace' })
    expect(await ask(target, `select subject from store.letter where key = 'k1'`)).toEqual([{ subject: 'Покана' }])
    expect(await ask(target, 'select * from foreign_program.kept')).toEqual([])
  })
  test('does not replace a database that the portal is working with', async () => {
    const target = await emptyDatabase()
    await restore(file, target)
    const client = await connectOnce(target)
    try { await expect(restore(file, target, { what: 'replace' })).rejects.toMatchObject({ code: 'inUse' }) } finally { await client.end() }
  })
  test('that is interrupted or fails half way leaves the database as it was', async () => {
    const target = await emptyDatabase()
    const stop = new AbortController()
    await expect(restore(file, target, { signal: stop.signal, onProgress: (step, bytes) => { if (step === 'load' && bytes > 50_000) stop.abort() } })).rejects.toMatchObject({ name: 'AbortError' })
    expect(await ask(target, `select to_regclass('store.migration') as there`)).toEqual([{ there: null }])
    expect(readdirSync(join(folder, 'restored')).filter((name) => name.startsWith('restoring'))).toEqual([])
  })
})

describe('an archive that is not whole', { timeout: 60_000 }, () => {
  const never = async (): Promise<ServerAddress> => { throw new Error('the database was opened for a damaged archive') }
  const refusal = (bytes: Buffer) => {
    const path = join(folder, `bad-${randomBytes(4).toString('hex')}.posoka`)
    writeFileSync(path, bytes)
    return restoreBackup({ file: path, migrations, dataFolder: join(folder, 'never'), open: never, what: 'fill' }).then(() => 'restored', (error: { code?: string; text?: { bg: string; en: string }; message: string }) => error.code ?? error.message)
      .finally(() => rmSync(path))
  }
  const whole = (): Buffer => readFileSync(file)
  type Part = { readonly name: string; readonly bytes: Buffer }
  const take = (bytes: Buffer): Part[] => {
    const parts: Part[] = []
    for (let at = 0; bytes[at] !== 0;) {
      const size = Number.parseInt(bytes.toString('latin1', at + 124, at + 135), 8)
      parts.push({ name: bytes.toString('latin1', at, bytes.indexOf(0, at)), bytes: bytes.subarray(at + 512, at + 512 + size) })
      at += 512 + size + paddingOf(size)
    }
    return parts
  }
  const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
  const put = (parts: readonly Part[]): Buffer => Buffer.concat([...parts.flatMap(({ name, bytes }) => [toHeader({ name, size: bytes.length }), bytes, Buffer.alloc(paddingOf(bytes.length))]), endOfArchive])
  /** Somebody who knows the format and seals what he has changed. */
  const sealed = (parts: readonly Part[], change: (manifest: Manifest) => Manifest): Buffer => {
    const list = JSON.parse(parts.find(({ name }) => name === 'manifest.json')?.bytes.toString() ?? '') as Manifest
    const text = Buffer.from(JSON.stringify(change(list)))
    return put([...parts.filter(({ name }) => !name.startsWith('manifest')), { name: 'manifest.json', bytes: text }, { name: 'manifest.sha256', bytes: Buffer.from(`${sha(text)}  manifest.json\n`) }])
  }

  test('the way it is taken apart here gives the same bytes again', () => expect(put(take(whole())).equals(whole())).toBe(true))
  test('cut off anywhere: refused', async () => {
    const bytes = whole()
    for (const end of [0, 1, 511, 512, 513, 4096, bytes.length >> 1, bytes.length - 1024, bytes.length - 1]) expect(await refusal(bytes.subarray(0, end)), `${end}`).toBe('damaged')
  })
  test('one byte changed anywhere: refused, and no database is opened', async () => {
    const bytes = whole()
    const places = [0, 99, 100, 124, 135, 148, 155, 156, 257, 300, 511, 512, bytes.length - 1, bytes.length - 1024, bytes.length - 1100, bytes.length - 1536,
      ...Array.from({ length: 60 }, (_, at) => Math.floor((bytes.length * (at + 0.37)) / 60))]
    for (const at of places) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      expect(await refusal(changed), `byte ${at}`).toBe('damaged')
    }
    expect(existsSync(join(folder, 'never'))).toBe(false)
  })
  test('a member missing, one too many, one twice, one under a wrong name, something behind the end: refused', async () => {
    const parts = take(whole())
    const letter = parts.findIndex(({ name }) => name.startsWith('letters/'))
    const at = (index: number): Part => parts[index] as Part
    expect(await refusal(put(parts.toSpliced(letter, 1)))).toBe('damaged')
    expect(await refusal(put(parts.toSpliced(letter, 0, { name: 'letters/other.eml', bytes: Buffer.from('x') })))).toBe('damaged')
    expect(await refusal(put(parts.toSpliced(letter, 0, at(letter))))).toBe('damaged')
    expect(await refusal(put(parts.toSpliced(letter, 1, { ...at(letter), name: 'letters/renamed.eml' })))).toBe('damaged')
    expect(await refusal(put(parts.toSpliced(0, 2, at(1), at(0))))).toBe('damaged')
    expect(await refusal(put(parts.slice(0, -2)))).toBe('damaged')
    expect(await refusal(Buffer.concat([whole(), Buffer.from('more')]))).toBe('damaged')
    expect(await refusal(Buffer.from('<!doctype html><title>502</title>'.padEnd(2048)))).toBe('damaged')
  })
  test('names that lead out of their folder are refused even in a list that is sealed', async () => {
    for (const name of ['letters/../../secret', 'letters/..', '../x', '/etc/passwd', 'keys/authorized_keys', 'letters/.profile', 'files/abc', 'letters/a/b', 'tables/people.account/../../x']) {
      const bytes = Buffer.from('x')
      const parts = take(whole())
      const bad = [...parts.slice(0, -2), { name, bytes }, ...parts.slice(-2)]
      expect(await refusal(sealed(bad, (list) => ({ ...list, members: [...list.members, { name, size: 1, sha256: sha(bytes) }] }))), name).toBe('damaged')
    }
  })
  test('a file under the hash of another is refused even in a list that is sealed', async () => {
    const bytes = Buffer.from('x')
    const parts = take(whole()).map((part) => (part.name.startsWith('files/') && part.bytes.length > 0 ? { ...part, bytes } : part))
    const change = (list: Manifest): Manifest => ({ ...list, members: list.members.map((member) => (member.name.startsWith('files/') && member.size > 0 ? { ...member, size: 1, sha256: sha(bytes) } : member)) })
    expect(await refusal(sealed(parts, change))).toBe('damaged')
  })
  test('of a newer version or another program is refused with a sentence', async () => {
    const parts = take(whole())
    expect(await refusal(sealed(parts, (list) => ({ ...list, formatVersion: 2 })))).toBe('newer')
    expect(await refusal(sealed(parts, (list) => ({ ...list, migrations: [...list.migrations, { number: 9998, name: 'from-tomorrow', sha256: '0'.repeat(64) }] })))).toBe('newer')
    expect(await refusal(sealed(parts, (list) => ({ ...list, migrations: list.migrations.map((one) => ({ ...one, sha256: '0'.repeat(64) })) })))).toBe('other')
  })
  test('a file that is not there is named', async () => {
    await expect(restore(join(folder, 'nowhere.posoka'), store.address)).rejects.toMatchObject({ code: 'noArchive', text: { en: expect.stringContaining('nowhere.posoka') } })
  })
})
