// Brings a database to this version: numbered SQL, forward only, all in one transaction under an advisory lock.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { lockNumbers } from './lock-numbers.ts'
import { StartProblem } from './start-problem.ts'

export type Migration = { readonly number: number; readonly name: string; readonly file: string; readonly sha256: string; readonly text: string }
type Applied = { number: number; name: string; sha256: string }

export const readMigrations = (folder: string): readonly Migration[] => {
  const found = readdirSync(folder).filter((file) => file.endsWith('.sql')).sort().map((file): Migration => {
    const parts = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file)
    if (!parts?.[1] || !parts[2]) throw new Error(`migrations/${file} is not named NNNN-name.sql`)
    const text = readFileSync(join(folder, file), 'utf8')
    return { number: Number(parts[1]), name: parts[2], file, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
  const twice = found.find((one, at) => found[at + 1]?.number === one.number)
  if (twice) throw new Error(`migrations/: number ${twice.number} is used twice`)
  return found
}

/** The list of what was applied, for whoever brings a database to an older state first (a restore). */
export const listTable = `
  create schema if not exists store;
  create table if not exists store.migration (
    number integer primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default clock_timestamp()
  );
  comment on table store.migration is 'Which numbered SQL files this database has seen.';
  comment on column store.migration.number is 'Number of the file.';
  comment on column store.migration.name is 'Name of the file after its number.';
  comment on column store.migration.sha256 is 'Hash of its text, so that a changed file is noticed.';
  comment on column store.migration.applied_at is 'When it was applied.';`

const listApplied = async (client: pg.Client): Promise<readonly Applied[]> => {
  const there = await client.query<{ there: boolean }>(`select to_regclass('store.migration') is not null as there`)
  if (!there.rows[0]?.there) return []
  return (await client.query<Applied>('select number, name, sha256 from store.migration order by number')).rows
}

/** The names of the files applied now. Refuses a database that has seen files we do not have. */
export const migrate = async (client: pg.Client, folder: string): Promise<readonly string[]> => {
  const ours = readMigrations(folder)
  if (missingOf(ours, await listApplied(client)).length === 0) return []
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lockNumbers.migrate])
    await client.query(listTable)
    // Asked again under the lock: another process may have done the work meanwhile.
    const missing = missingOf(ours, await listApplied(client))
    for (const one of missing) await apply(client, one)
    await client.query('commit')
    return missing.map((one) => one.file)
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

const missingOf = (ours: readonly Migration[], applied: readonly Applied[]): readonly Migration[] => {
  const seen = new Map(applied.map((one) => [one.number, one]))
  const known = new Set(ours.map((one) => one.number))
  const unknown = applied.find((one) => !known.has(one.number))
  if (unknown) throw newerDatabase(unknown)
  const changed = ours.find((one) => seen.has(one.number) && seen.get(one.number)?.sha256 !== one.sha256)
  if (changed) throw changedMigration(changed)
  return ours.filter((one) => !seen.has(one.number))
}

export const apply = async (client: pg.Client, one: Migration): Promise<void> => {
  await client.query(one.text).catch((cause: Error & { position?: string }) => {
    const line = cause.position ? one.text.slice(0, Number(cause.position)).split('\n').length : null
    throw new StartProblem({
      code: 'failedMigration', cause,
      what: {
        bg: `Промяната migrations/${one.file}${line ? `, ред ${line},` : ''} не успя: ${cause.message}`,
        en: `The change migrations/${one.file}${line ? `, line ${line},` : ''} failed: ${cause.message}`,
      },
      todo: { bg: 'Базата данни остана каквато беше. Съобщете ни за това.', en: 'The database is as it was before. Please report this.' },
    })
  })
  await client.query('insert into store.migration (number, name, sha256) values ($1, $2, $3)', [one.number, one.name, one.sha256])
}

const newerDatabase = (unknown: Applied): StartProblem => new StartProblem({
  code: 'newerDatabase',
  what: {
    bg: `Базата данни е от по-ново издание на програмата (познава промяна ${unknown.number}, „${unknown.name}“).`,
    en: `The database is of a newer version of the program (it knows change ${unknown.number}, "${unknown.name}").`,
  },
  todo: { bg: 'Обновете програмата и пуснете отново.', en: 'Update the program and start again.' },
})
const changedMigration = (changed: Migration): StartProblem => new StartProblem({
  code: 'changedMigration',
  what: {
    bg: `Файлът migrations/${changed.file} е променен, след като базата данни го е приложила.`,
    en: `The file migrations/${changed.file} was changed after this database applied it.`,
  },
  todo: {
    bg: 'Върнете файла какъвто беше и сложете новото в следващ номер.',
    en: 'Put the file back as it was, and put what is new under the next number.',
  },
})
