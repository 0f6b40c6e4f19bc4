// Where a word still stands in a database: every table of people, store, participation and the jobs, row by row. For tests only.
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import type { Store } from '#store/store.ts'

/** The names of the tables in which the pattern is found; and how much was read, so that a test on nothing is seen. */
export const leftBehind = async (store: Pick<Store, 'reading'>, pattern: RegExp): Promise<{ readonly found: readonly string[]; readonly signs: number }> => {
  const tables = await store.reading((reader) => rows(reader, sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables where table_schema in ('people', 'store', 'participation', 'graphile_worker') and table_type = 'BASE TABLE'`), { as: 'staff' })
  const found: string[] = []
  let signs = 0
  for (const { name } of tables) {
    const text = JSON.stringify(await store.reading((reader) => rows(reader, sql`select t::text as row from ${sql.raw(name)} t`), { as: 'staff' }))
    signs += text.length
    if (pattern.test(text)) found.push(name)
  }
  return { found, signs }
}
