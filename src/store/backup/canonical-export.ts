// The whole database as one text in one order: two databases that hold the same give the same bytes, whatever server they lie on.
// For comparing (tests, a move to another machine) and for reading; a backup is write-backup.ts.
import type pg from 'pg'
import { copyOut } from './copy-out.ts'
import { beginOneMoment, columnList, ident, listSequences, listTables } from './tables.ts'

const typesSql = `select format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
  where a.attrelid = $1::regclass and a.attname = any($2::text[]) order by a.attnum`

/** `-- store.audit (id bigint, …)`, then a line for each row as COPY writes it; sequences at the end. The connection is the caller's. */
export async function* canonicalExport(client: pg.Client, schemas: readonly string[]): AsyncGenerator<Buffer> {
  await beginOneMoment(client)
  for (const table of await listTables(client, schemas)) {
    const { rows: types } = await client.query<{ type: string }>(typesSql, [ident(table.name), table.columns])
    yield Buffer.from(`-- ${table.name} (${table.columns.map((column, at) => `${column} ${types[at]?.type ?? '?'}`).join(', ')})\n`)
    yield* copyOut(client, `copy (select ${columnList(table.columns)} from ${ident(table.name)} order by ${table.order.join(', ')}) to stdout`, 1 << 20).pieces
  }
  for (const { name, last, called } of await listSequences(client, schemas)) yield Buffer.from(`-- sequence ${name} ${last} ${called ? 'called' : 'not called'}\n`)
  await client.query('commit')
}
