// The tables of graphile-worker, which belong to it and not to our migrations. Jobs run in doors/clock.
import type pg from 'pg'
import type { Address } from './launcher/address.ts'
import { lockNumbers } from './lock-numbers.ts'
import { openPool } from './pools.ts'

/** The newest change that the pinned graphile-worker makes; a test compares. Asking saves loading it at every start. */
export const newestJobsChange = 20

const newestApplied = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('graphile_worker.migrations') is not null as there`)
  if (!rows[0]?.there) return 0
  return (await client.query<{ id: number }>('select coalesce(max(id), 0) as id from graphile_worker.migrations')).rows[0]?.id ?? 0
}

export const prepareJobs = async (client: pg.Client, address: Address): Promise<void> => {
  if ((await newestApplied(client)) >= newestJobsChange) return
  const { runMigrations, Logger } = await import('graphile-worker')
  await client.query('select pg_advisory_lock($1)', [lockNumbers.migrate])
  const pgPool = openPool(address, { max: 2 })
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => {}) })
    const { rows } = await client.query<{ there: boolean }>(`select obj_description('graphile_worker'::regnamespace) is not null as there`)
    if (!rows[0]?.there) await client.query(`comment on schema graphile_worker is 'Jobs; made and kept by graphile-worker.'`)
  } finally {
    await pgPool.end()
    await client.query('select pg_advisory_unlock($1)', [lockNumbers.migrate])
  }
}
