// Which tables and sequences in our schemas there are, asked from the database itself, so that a new one cannot be forgotten.
// The job runner's tables are not: it makes them anew, and letters that wait are found by the next start.
import type pg from 'pg'
import { readMigrations } from '../migrate.ts'

export type Table = {
  /** evidence.series */
  readonly name: string
  /** in their order; without those that the database computes */
  readonly columns: readonly string[]
  /** of its primary key, else all; text by the bytes of its letters, so that every server gives one order */
  readonly order: readonly string[]
  /** roughly, on the disk */
  readonly bytes: number
}
export type Sequence = { readonly name: string; readonly last: string; readonly called: boolean }

/** Our schemas, as our changes make them: other programs may have theirs in the same database. */
export const listSchemas = (migrations: string): readonly string[] =>
  [...new Set(readMigrations(migrations).flatMap(({ text }) => [...text.matchAll(/create schema (?:if not exists )?([a-z_]+)/g)].map(([, name]) => name ?? '')))]

const listSql = `
  select n.nspname || '.' || c.relname as name, pg_table_size(c.oid)::text as bytes,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    array(select quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end
      from pg_attribute a left join pg_index i on i.indrelid = c.oid and i.indisprimary
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and (i.indkey is null or a.attnum = any(i.indkey))
      order by array_position(i.indkey::int2[], a.attnum), a.attnum) as "order"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname = any($1)
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
  order by n.nspname collate "C", c.relname collate "C"`

export const listTables = async (client: pg.Client, schemas: readonly string[]): Promise<readonly Table[]> => {
  const { rows } = await client.query<{ name: string; bytes: string; columns: string[]; order: string[] }>(listSql, [schemas])
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }))
}

const sequencesSql = `
  select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'S' and n.nspname = any($1) order by n.nspname collate "C", c.relname collate "C"`
/** Sequences know no moment: asked after the moment began, they stand at least where its rows need them. */
export const listSequences = async (client: pg.Client, schemas: readonly string[]): Promise<readonly Sequence[]> => {
  const { rows } = await client.query<{ name: string }>(sequencesSql, [schemas])
  const found: Sequence[] = []
  for (const { name } of rows) {
    const { rows: [state] } = await client.query<{ last: string; called: boolean }>(`select last_value::text as last, is_called as called from ${ident(name)}`)
    if (state) found.push({ name, ...state })
  }
  return found
}

export const ident = (name: string): string => name.split('.').map((part) => `"${part.replaceAll('"', '""')}"`).join('.')
export const columnList = (columns: readonly string[]): string => columns.map(ident).join(', ')

/** One moment of the whole database, and one spelling of every value, whatever the server is set to. */
export const beginOneMoment = async (client: pg.Client): Promise<void> => {
  await client.query('begin transaction isolation level repeatable read read only')
  await client.query(plainSpelling)
}
export const plainSpelling = `
  set local datestyle to 'ISO, YMD'; set local timezone to 'UTC'; set local intervalstyle to 'iso_8601';
  set local bytea_output to 'hex'; set local extra_float_digits to 1; set local statement_timeout to 0; set local search_path to public`
