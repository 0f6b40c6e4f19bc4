// A real streaming replica for tests: a copy of the primary's folder, taken while it runs, that follows it. Not for the product.
import { chownSync, cpSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { findCheckout } from '#store/checkout.ts'
import { connectOnce } from '#store/launcher/address.ts'
import { launchDatabase, type Launched } from '#store/launcher/launch.ts'
import { carelessSettings } from '#store/launcher/server.ts'

/** The server that comes with the product keeps no log for followers; one that has some does. */
export const followedSettings = { ...carelessSettings, wal_level: 'replica', max_wal_senders: '4' } as const

export const launchReplica = async (primary: Launched, dataFolder: string): Promise<Launched> => {
  const { address, place } = primary
  const cluster = join(dataFolder, 'cluster')
  const client = await connectOnce(address)
  try {
    await client.query(`select pg_backup_start('replica', true)`)
    cpSync(place.cluster, cluster, { recursive: true, preserveTimestamps: true, filter: (file) => !['postmaster.pid', 'postmaster.opts', 'pgsql_tmp'].includes(basename(file)) })
    const { rows: [{ labelfile = '' } = {}] } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
    writeFileSync(join(cluster, 'backup_label'), labelfile)
    writeFileSync(join(cluster, 'standby.signal'), '')
  } finally {
    await client.end()
  }
  cpSync(place.passwordFile, join(dataFolder, 'password'))
  if (place.user) ownAll(cluster, place.user)
  return relaunchReplica(primary, dataFolder)
}
/** After it was stopped: at the same address as before. */
export const relaunchReplica = ({ address }: Launched, dataFolder: string): Promise<Launched> => {
  const conninfo = `host=${address.host} port=${address.port} user=${address.user} password=${address.password}`
  return launchDatabase({ checkout: findCheckout(), dataFolder, extra: { ...followedSettings, primary_conninfo: conninfo, wal_receiver_status_interval: '1s', wal_retrieve_retry_interval: '200ms' } })
}
const ownAll = (folder: string, { uid, gid }: { uid: number; gid: number }): void => {
  chownSync(folder, uid, gid)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) chownSync(join(entry.parentPath, entry.name), uid, gid)
}
/** As `DATABASE_URL` names it. */
export const urlOf = ({ address }: Launched): string =>
  `postgres://${address.user}:${encodeURIComponent(address.password)}@localhost:${address.port}/${address.database}?host=${encodeURIComponent(address.host)}`
