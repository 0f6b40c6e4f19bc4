// One backup or one restore in a process of its own, for bench/backup.ts: how long it took and how much memory it held at most.
import { join } from 'node:path'
import { restoreBackup } from '#store/backup/restore-backup.ts'
import { writeBackup } from '#store/backup/write-backup.ts'
import { findCheckout } from '#store/checkout.ts'
import { launchDatabase } from '#store/launcher/launch.ts'
import { peakMemory } from './child.ts'

export type Once = { readonly seconds: number; readonly peak: number; readonly source: number; readonly archive: number }

const [what = '', dataFolder = '', file = ''] = process.argv.slice(2)
const migrations = join(findCheckout(), 'migrations')
const launched = await launchDatabase({ checkout: findCheckout(), dataFolder })
const began = performance.now()
const { size = 0, source = 0 } = what === 'backup'
  ? await writeBackup({ address: launched.address, dataFolder, migrations, file, product: 'bench', now: new Date() })
  : { ...(await restoreBackup({ file, migrations, dataFolder, open: async () => launched.address, what: 'fill' })), size: 0, source: 0 }
const seconds = (performance.now() - began) / 1000
await launched.leave()
process.send?.({ seconds, peak: peakMemory(), source, archive: size } satisfies Once)
process.disconnect?.()
