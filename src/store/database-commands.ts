// `posoka db`: what is in the database and where it lies; `db ask` one question in SQL, which cannot write; `db dictionary`.
// The embedded PostgreSQL brings no psql, so this is how an operator looks inside.
import { sql } from 'kysely'
import { oneRow, rows } from './ask.ts'
import { type Command, type CommandAnswer, done, failed } from './command.ts'
import { printDataDictionary } from './data-dictionary.ts'
import type { Reader } from './handle.ts'
import { readSettings, sayDatabase } from './settings.ts'

type State = { readonly version: string; readonly bytes: number; readonly migrations: number; readonly newest: string }
type Table = { readonly name: string; readonly rows: number; readonly bytes: number }

const findState = (reader: Reader): Promise<State | undefined> => oneRow(reader, sql<State>`
  select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
    (select count(*) from store.migration) as migrations,
    (select lpad(number::text, 4, '0') || '-' || name from store.migration order by number desc limit 1) as newest`)
/** Rows as the planner estimates them: counting every table would take long on a full one. */
const listTables = (reader: Reader): Promise<readonly Table[]> => rows(reader, sql<Table>`
  select n.nspname || '.' || c.relname as name, greatest(c.reltuples, 0)::bigint as rows, pg_total_relation_size(c.oid) as bytes
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
  order by 1`)

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`
const inColumns = (table: readonly (readonly string[])[]): readonly string[] => {
  const widths = (table[0] ?? []).map((_, at) => Math.max(...table.map((row) => (row[at] ?? '').length)))
  return table.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ').trimEnd())
}

const state: Command = {
  name: 'db', says: { bg: 'показва какво има в базата данни и къде е тя', en: 'show what is in the database and where it lies' },
  examples: ['posoka db', 'posoka db ask "select count(*) from evidence.indicator"'],
  run: async ({ store, language }) => {
    const settings = readSettings(process.env)
    const where = settings.databaseUrl === null ? settings.dataFolder : sayDatabase(settings.databaseUrl)
    const [found, tables] = await store.reading(async (reader) => [await findState(reader), await listTables(reader)] as const, { as: 'staff' })
    if (!found) return failed('broken', 'store.migration')
    const head = { bg: [`PostgreSQL ${found.version}`, `Място: ${where}`, `Размер: ${megabytes(found.bytes)}`, `Промени: ${found.migrations}, последната ${found.newest}`],
      en: [`PostgreSQL ${found.version}`, `Place: ${where}`, `Size: ${megabytes(found.bytes)}`, `Migrations: ${found.migrations}, the newest ${found.newest}`] }[language]
    const list = inColumns([{ bg: ['таблица', 'редове (приблизително)', 'размер'], en: ['table', 'rows (roughly)', 'size'] }[language], ...tables.map((table) => [table.name, String(table.rows), megabytes(table.bytes)])])
    return done([...head, '', ...list], { ...found, where, tables })
  },
}

const ask: Command = {
  name: 'db ask', says: { bg: 'задава един въпрос на SQL; нищо не може да се промени', en: 'ask one question in SQL; nothing can be changed' },
  words: [{ name: 'sql', needed: 'yes', says: { bg: 'въпросът, в кавички', en: 'the question, in quotes' } }],
  examples: ['posoka db ask "select number, name from store.migration" --json'],
  run: async ({ store, line }): Promise<CommandAnswer> => {
    try {
      const found = await store.reading((reader) => rows(reader, sql<Record<string, unknown>>`${sql.raw(line.one('sql'))}`), { as: 'staff' })
      const names = Object.keys(found[0] ?? {})
      return done(found.length === 0 ? [] : inColumns([names, ...found.map((row) => names.map((name) => sayCell(row[name])))]), found)
    } catch (problem) {
      // what PostgreSQL says about the question is the answer to whoever asked it
      if (problem instanceof Error && 'severity' in problem) return failed('refused', problem.message)
      throw problem
    }
  },
}
const sayCell = (value: unknown): string => {
  if (value === null || value === undefined) return '–'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const dictionary: Command = {
  name: 'db dictionary', says: { bg: 'отпечатва речника на данните: всяка таблица и колона', en: 'print the data dictionary: every table and column' },
  examples: ['posoka db dictionary > docs/data-dictionary.md'],
  run: async ({ store }) => {
    const text = await store.reading(printDataDictionary, { as: 'staff' })
    return done([text.trimEnd()], text)
  },
}

export const databaseCommands: readonly Command[] = [state, ask, dictionary]
