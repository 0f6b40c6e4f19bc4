// From one server to another: what was saved on the newest PostgreSQL is restored on one that the system brings, saved there and
// restored on the newest again; all three hold the same. Skipped where the system brings none.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findCheckout } from '#store/checkout.ts'
import { connectOnce, type ServerAddress } from '#store/launcher/address.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { startSystemServer, versions } from '#test/system-server.ts'
import { canonicalExport } from './canonical-export.ts'
import { restoreBackup } from './restore-backup.ts'
import { listSchemas } from './tables.ts'
import { writeBackup } from './write-backup.ts'

const store = await testStore({ seed: starter })
const folder = mkdtempSync(join(tmpdir(), 'posoka-older-backup-'))
const migrations = join(findCheckout(), 'migrations')
const back = `posoka_back_${randomBytes(5).toString('hex')}`
const ask = async (address: ServerAddress, statement: string): Promise<void> => {
  const client = await connectOnce(address)
  try { await client.query(statement) } finally { await client.end() }
}
afterAll(async () => {
  await ask(store.address, `drop database if exists ${back} with (force)`)
  rmSync(folder, { recursive: true, force: true })
})
const exported = async (address: ServerAddress): Promise<string> => {
  const client = await connectOnce(address)
  try {
    const hash = createHash('sha256')
    for await (const piece of canonicalExport(client, listSchemas(migrations))) hash.update(piece)
    return hash.digest('hex')
  } finally { await client.end() }
}
const carry = async (from: ServerAddress, to: ServerAddress): Promise<void> => {
  const file = join(folder, randomBytes(5).toString('hex'))
  await writeBackup({ address: from, dataFolder: folder, migrations, file, product: '0', now: new Date() })
  await restoreBackup({ file, migrations, dataFolder: folder, open: async () => to, what: 'fill' })
}

test.skipIf(versions.length > 0)('skipped: this system brings no PostgreSQL 15 or newer of its own', () => {})

test.each(versions)('to PostgreSQL %s and back nothing changes', async (version) => {
  const older = await startSystemServer(version)
  await carry(store.address, older)
  const here = await exported(store.address)
  expect(await exported(older)).toBe(here)
  await ask(store.address, `create database ${back} template template0`)
  const home = { ...store.address, database: back }
  await carry(older, home)
  expect(await exported(home)).toBe(here)
}, 120_000)
