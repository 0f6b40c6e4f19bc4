// The tables of graphile-worker, which belong to it and not to our migrations, and how an act asks for work that is done after
// it; rolled back, both are gone. Jobs run in doors/clock, in whichever process is there.
import { sql } from 'kysely'
import type pg from 'pg'
import { rows } from './ask.ts'
import type { Writer } from './handle.ts'
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

export const askedJob = 'asked'
/** One waiting entry per name: asking twice is asking once. What the job is to do stands in tables of its topic. */
export const askJob = async (writer: Writer, name: string): Promise<void> => {
  await rows(writer, sql`select graphile_worker.add_job(${askedJob}, json_build_object('name', ${name}::text), job_key => ${`asked:${name}`}, max_attempts => 5)`)
}
