// The data dictionary: every table and column with its comment, read from the database itself, as Markdown.
import { sql } from 'kysely'
import { rows } from './ask.ts'
import type { Reader } from './handle.ts'

type Column = {
  schema: string; schemaComment: string | null; table: string; tableComment: string | null; column: string; type: string
  required: boolean; key: boolean; refersTo: string | null; comment: string | null
}

/** Schemas of ours; what PostgreSQL and graphile-worker keep for themselves is theirs. */
export const listColumns = (reader: Reader): Promise<readonly Column[]> => rows(reader, sql<Column>`
  select n.nspname as schema, obj_description(n.oid, 'pg_namespace') as schema_comment, c.relname as table, obj_description(c.oid, 'pg_class') as table_comment,
    a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required, col_description(c.oid, a.attnum) as comment,
    exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey::int2[])) as key,
    (select rn.nspname || '.' || rc.relname from pg_constraint f join pg_class rc on rc.oid = f.confrelid join pg_namespace rn on rn.oid = rc.relnamespace
      where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any (f.conkey) order by array_length(f.conkey, 1), f.oid limit 1) as refers_to
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
    and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'graphile_worker')
  order by n.nspname, c.relname, a.attnum`)

const cell = (text: string | null): string => (text ?? '').replaceAll('|', '\\|')
const groups = <T>(list: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] => [...Map.groupBy(list, keyOf).values()]

export const printDataDictionary = async (reader: Reader): Promise<string> => {
  const columns = await listColumns(reader)
  const lines = ['# Data dictionary', '', 'Printed by `bin/posoka db dictionary > docs/data-dictionary.md`; do not edit. [public]: read by public pages; [personal]: not.', '']
  for (const schema of groups(columns, (one) => one.schema)) {
    lines.push(`## ${schema[0]?.schema}`, '', cell(schema[0]?.schemaComment ?? ''), '')
    for (const table of groups(schema, (one) => one.table)) {
      lines.push(`### ${table[0]?.schema}.${table[0]?.table}`, '', cell(table[0]?.tableComment ?? ''), '', '| column | type | | what it is |', '|---|---|---|---|')
      for (const one of table) {
        const marks = [one.key ? 'key' : '', one.required ? '' : 'may be empty', one.refersTo ? `→ ${one.refersTo}` : ''].filter(Boolean).join(', ')
        lines.push(`| ${one.column} | ${one.type} | ${marks} | ${cell(one.comment)} |`)
      }
      lines.push('')
    }
  }
  return `${lines.join('\n').trimEnd()}\n`
}
