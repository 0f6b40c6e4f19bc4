// Keeps an archive of a small filled database with the schema as it is now: test/upgrades/<how many changes>-<the newest>.posoka.
// Run it in the change that adds a migration: node scripts/keep-upgrade.ts. The tests restore every one of them and bring it to the newest schema.
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import { sealAudit } from '#store/audit-chain.ts'
import { writeBackup } from '#store/backup/write-backup.ts'
import { findCheckout } from '#store/checkout.ts'
import { launchDatabase } from '#store/launcher/launch.ts'
import { outsideOf } from '#store/launcher/place.ts'
import { readMigrations } from '#store/migrate.ts'
import { readSettings } from '#store/settings.ts'
import { openStore } from '#store/store.ts'
import { seedStore, settleOneLetter } from './upgrade/seed.ts'
import { seedLater } from './upgrade/seed-later.ts'

const checkout = findCheckout()
const migrations = join(checkout, 'migrations')
const known = readMigrations(migrations)
const file = join(checkout, 'test/upgrades', `${String(known.length).padStart(3, '0')}-${known.at(-1)?.name}.posoka`)
if (existsSync(file)) {
  console.log(`${file} is there already: an archive that was kept once is not made anew.`)
  process.exit(0)
}
const dataFolder = mkdtempSync(join(tmpdir(), 'posoka-upgrade-'))
chmodSync(dataFolder, 0o711)
try {
  const store = await openStore(readSettings({ POSOKA_DATA: dataFolder }, checkout))
  const who = await seedStore(store)
  await seedLater(store, who)
  const [letter] = await store.reading((reader) => rows(reader, sql<{ id: string }>`select id from store.letter order by key limit 1`), { as: 'staff' })
  if (letter) await settleOneLetter(store, letter.id)
  await sealAudit(store)
  await store.close()
  const launched = await launchDatabase({ checkout, dataFolder })
  await writeBackup({ address: launched.address, dataFolder, migrations, file, product: 'upgrade', now: new Date('2026-11-25T09:00:00Z') })
  await launched.leave()
  chmodSync(file, 0o644)
  console.log(`${file}: ${statSync(file).size} bytes`)
} finally {
  for (const folder of [dataFolder, outsideOf(dataFolder)]) rmSync(folder, { recursive: true, force: true })
}
