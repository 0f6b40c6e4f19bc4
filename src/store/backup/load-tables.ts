// Puts the tables of an archive into a database, inside the caller's one transaction: the schema of that day is built from our
// numbered changes, filled by COPY, and then brought to this version. Until the commit nobody sees anything of it.
import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import type pg from 'pg'
import { copyFrom } from '../copy.ts'
import { apply, listTable, type Migration, readMigrations } from '../migrate.ts'
import type { ArchivedTable, Manifest } from './manifest.ts'
import { BackupProblem } from './problem.ts'
import { columnList, ident, listTables, plainSpelling } from './tables.ts'

const unpack = promisify(zstdDecompress)

/** Our changes that the archive has seen, and those that came since. A newer archive is refused. */
export const sortMigrations = ({ manifest, folder, file }: { readonly manifest: Manifest; readonly folder: string; readonly file: string }): { readonly seen: readonly Migration[]; readonly since: readonly Migration[] } => {
  const ours = readMigrations(folder)
  const known = new Map(ours.map((one) => [one.number, one]))
  const unknown = manifest.migrations.find((one) => !known.has(one.number))
  if (unknown) throw new BackupProblem('newer', {
    bg: `Архивът ${file} е от по-ново издание на програмата (познава промяна ${unknown.number}, „${unknown.name}“). Обновете програмата и опитайте пак.`,
    en: `The archive ${file} is of a newer version of the program (it knows change ${unknown.number}, “${unknown.name}”). Update the program and try again.`,
  })
  const other = manifest.migrations.find((one) => known.get(one.number)?.sha256 !== one.sha256)
  if (other) throw new BackupProblem('other', {
    bg: `Архивът ${file} познава друг текст на промяна ${other.number}, „${other.name}“: той е от друга програма и не може да се възстанови с тази.`,
    en: `The archive ${file} knows another text of change ${other.number}, “${other.name}”: it is of another program and cannot be restored by this one.`,
  })
  const seen = new Set(manifest.migrations.map((one) => one.number))
  return { seen: ours.filter((one) => seen.has(one.number)), since: ours.filter((one) => !seen.has(one.number)) }
}

const waiting = `
  select n.nspname || '.' || c.relname as table, o.conname as name, pg_get_constraintdef(o.oid) as definition
  from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace
  where o.contype = 'f' and n.nspname = any($1) order by 1, 2`
const indexes = `
  select n.nspname || '.' || c.relname as name, pg_get_indexdef(c.oid) as definition, obj_description(c.oid, 'pg_class') as says
  from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any($1) and not i.indisunique and not exists (select from pg_constraint o where o.conindid = c.oid) order by 1`

export type Loading = {
  /** what must happen behind the last table */
  readonly finish: () => Promise<void>
  readonly load: (table: ArchivedTable, parts: AsyncIterable<Buffer>) => Promise<void>
}
/** Keys between tables and plain indexes are made after the rows: in one go, and whatever the order of the tables. */
export const beginLoading = async (client: pg.Client, from: { readonly manifest: Manifest; readonly seen: readonly Migration[]; readonly since: readonly Migration[]; readonly file: string; readonly schemas: readonly string[] }): Promise<Loading> => {
  const { manifest, seen, since, file, schemas } = from
  await client.query(`${plainSpelling}; set local maintenance_work_mem to '256MB'; set local idle_in_transaction_session_timeout to 0`)
  await client.query(listTable)
  for (const one of seen) await apply(client, one)
  const here = await listTables(client, schemas)
  refuseOthers({ here: here.map(({ name, columns }) => `${name} (${columns.join(', ')})`), there: manifest.tables.map(({ name, columns }) => `${name} (${columns.join(', ')})`), file })
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(waiting, [schemas])
  for (const key of keys) await client.query(`alter table ${ident(key.table)} drop constraint ${ident(key.name)}`)
  const { rows: plain } = await client.query<{ name: string; definition: string; says: string | null }>(indexes, [schemas])
  for (const index of plain) await client.query(`drop index ${ident(index.name)}`)
  for (const { name } of here) await client.query(`alter table ${ident(name)} disable trigger user`)
  if (here.length > 0) await client.query(`truncate ${here.map(({ name }) => ident(name)).join(', ')}`)
  return {
    load: async (table, parts) => {
      const rows = await copyFrom(client, { text: `copy ${ident(table.name)} (${columnList(table.columns)}) from stdin with (format binary, freeze true)`, chunks: unpacked(parts) })
      if (rows !== table.rows) throw new Error(`${table.name}: ${rows} rows went in, the archive says ${table.rows}`)
    },
    finish: async () => {
      for (const index of plain) {
        await client.query(index.definition)
        if (index.says !== null) await client.query(`comment on index ${ident(index.name)} is ${client.escapeLiteral(index.says)}`)
      }
      for (const key of keys) await client.query(`alter table ${ident(key.table)} add constraint ${ident(key.name)} ${key.definition}`)
      for (const { name } of here) await client.query(`alter table ${ident(name)} enable trigger user`)
      // Sequences are made while the product runs too: the numbers of a year by its first contribution.
      for (const { name } of manifest.sequences) await client.query(`create sequence if not exists ${ident(name)}`)
      for (const { name, last, called } of manifest.sequences) await client.query('select setval($1::regclass, $2::bigint, $3)', [ident(name), last, called])
      for (const one of since) await apply(client, one)
    },
  }
}
async function* unpacked(parts: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  for await (const part of parts) yield await unpack(part)
}

const refuseOthers = ({ here, there, file }: { readonly here: readonly string[]; readonly there: readonly string[]; readonly file: string }): void => {
  const other = here.find((one) => !there.includes(one)) ?? there.find((one) => !here.includes(one))
  if (other === undefined) return
  throw new BackupProblem('other', {
    bg: `Таблиците в архива ${file} не са тези, които програмата познава: ${other}.`, en: `The tables in the archive ${file} are not those that the program knows: ${other}.`,
  })
}
