// Backup and restore of a generated database of one gigabyte (series of figures and kept files), durable as in earnest.
// Memory is looked at twice, on a fifth of it and on the whole: it must not grow with what is saved.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { mkdirSync } from 'node:fs'
import { findCheckout } from '#store/checkout.ts'
import { openFiles } from '#store/files.ts'
import { connectOnce, type ServerAddress } from '#store/launcher/address.ts'
import { launchDatabase } from '#store/launcher/launch.ts'
import { prepareDatabase } from '#store/store.ts'
import type { Once } from './backup-once.ts'
import { inFreshProcess } from './child.ts'
import { met, say, short, tell } from './outcome.ts'
import { makeFolder } from './product.ts'

const aim = 50
const megabyte = 1_048_576
/** 40 figures with one decimal: about 460 bytes a row with what the database adds. */
const rowsOfAFifth = 340_000
const filesOfAFifth = 10

const fill = async (address: ServerAddress, { dataFolder, part }: { readonly dataFolder: string; readonly part: number }): Promise<void> => {
  const client = await connectOnce(address)
  try {
    await client.query(`
      insert into evidence.series (vintage, selection, region, axis, decimals, cell_values)
      select $1, n, 'BG344', 1, 1, array(select round((random() * 10000 + n)::numeric, 1)::float8 from generate_series(1, 40) where n > 0)
      from generate_series(1, ${rowsOfAFifth}) n`, [part])
  } finally { await client.end() }
  const files = openFiles(join(dataFolder, 'files'))
  for (let at = 0; at < filesOfAFifth; at++) await files.keep(randomBytes(4 * megabyte))
}

const folder = makeFolder()
const [data, target, archives] = ['data', 'restored', 'archives'].map((name) => join(folder.path, name)) as [string, string, string]
try {
  for (const path of [data, target, archives]) mkdirSync(path, { mode: 0o711 })
  const launched = await launchDatabase({ checkout: findCheckout(), dataFolder: data })
  const runs: { small?: Once; whole?: Once } = {}
  try {
    await prepareDatabase(launched.address, join(findCheckout(), 'migrations'))
    for (const part of [1, 2, 3, 4, 5]) {
      say(`filling, part ${part} of 5`)
      await fill(launched.address, { dataFolder: data, part })
      if (part === 1) runs.small = await inFreshProcess<Once>('backup-once.ts', ['backup', data, join(archives, 'small')])
    }
    runs.whole = await inFreshProcess<Once>('backup-once.ts', ['backup', data, join(archives, 'whole')])
  } finally { await launched.leave() }
  const { small, whole } = runs as { readonly small: Once; readonly whole: Once }
  const restored = await inFreshProcess<Once>('backup-once.ts', ['restore', target, join(archives, 'whole')])
  const size = whole.source / megabyte
  const row = (what: string, once: Once): void => {
    const rate = size / once.seconds
    tell({ what: `${what} of ${short(size)} MB`, aim: `≥ ${aim} MB/s`, measured: `${short(rate)} MB/s (${short(once.seconds)} s, at most ${short(once.peak)} MB of memory)`, ratio: null, met: met(rate >= aim) })
  }
  row(`backup (archive of ${short(whole.archive / megabyte)} MB)`, whole)
  row('restore, whole archive looked at first', restored)
  tell({ what: 'backup: memory for five times as much', aim: '≤ 1.25 ×', measured: `${short(small.peak)} MB, then ${short(whole.peak)} MB`, ratio: `${short(whole.peak / small.peak)} ×`, met: met(whole.peak <= 1.25 * small.peak) })
} finally {
  folder.remove()
}
