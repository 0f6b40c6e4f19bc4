// What holds for every table of every area: a comment on all, and public pages kept away from what is personal.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { oneRow, rows } from './ask.ts'
import { findCheckout } from './checkout.ts'
import { listColumns, printDataDictionary } from './data-dictionary.ts'
import { publicRole } from './public-role.ts'

const store = await testStore()
const columns = await store.reading(listColumns, { as: 'staff' })

test('every schema, table and column says what it is', () => {
  const silent = columns.flatMap((one) => [
    one.schemaComment ? '' : one.schema, one.tableComment ? '' : `${one.schema}.${one.table}`, one.comment ? '' : `${one.schema}.${one.table}.${one.column}`,
  ]).filter(Boolean)
  expect([...new Set(silent)]).toEqual([])
  expect(columns.length).toBeGreaterThan(50)
})

test('a table or column without a comment would be found', async () => {
  await store.writing((writer) => rows(writer, sql`create table store.silent (word text)`))
  const found = (await store.reading(listColumns, { as: 'staff' })).filter((one) => one.table === 'silent')
  expect(found).toMatchObject([{ column: 'word', comment: null, tableComment: null }])
  await store.writing((writer) => rows(writer, sql`drop table store.silent`))
})

const readable = async (): Promise<ReadonlySet<string>> => new Set((await store.reading((reader) => rows(reader, sql<{ name: string }>`
  select n.nspname || '.' || c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and has_schema_privilege(${publicRole}, n.oid, 'usage') and has_column_privilege(${publicRole}, c.oid, a.attnum, 'select')`), { as: 'staff' })).map(({ name }) => name))

test('the public role reads what is marked [public] and nothing that is marked [personal]', async () => {
  const marked = (text: string | null, mark: string): boolean => text?.endsWith(mark) === true
  const open = columns.filter((one) => marked(one.schemaComment, '[public]') && !marked(one.tableComment, '[personal]') && !marked(one.comment, '[personal]'))
  expect([...(await readable())].sort()).toEqual(open.map((one) => `${one.schema}.${one.table}.${one.column}`).sort())
  expect(open.length).toBeGreaterThan(20)
})

test('of people the public role reads what the body says of itself, and neither letters, nor the audit trail, nor jobs', async () => {
  const names = [...(await readable())]
  expect(names.filter((name) => /^(people\.|graphile_worker\.|store\.(letter|audit))/.test(name)).sort())
    .toEqual(['changed_at', 'fallback', 'form', 'value', 'version'].map((column) => `people.setting.${column}`))
})

test('the public role writes nowhere and owns nothing', async () => {
  const rights = await store.reading((reader) => oneRow(reader, sql`
    select count(*) as n from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and (has_table_privilege(${publicRole}, c.oid, 'insert, update, delete, truncate') or pg_get_userbyid(c.relowner) = ${publicRole})`), { as: 'staff' })
  expect(rights).toEqual({ n: 0 })
})

test('rows of the store that go with their parent are found by an index', async () => {
  const bare = await store.reading((reader) => rows(reader, sql<{ name: string }>`
    select n.nspname || '.' || c.relname || '.' || a.attname as name
    from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = f.conkey[1]
    where f.contype = 'f' and n.nspname = 'store' and f.confdeltype = 'c'
      and not exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = f.conkey[1])`), { as: 'staff' })
  expect(bare).toEqual([])
})

test('docs/data-dictionary.md is the one the database prints', async () => {
  const printed = await store.reading(printDataDictionary, { as: 'staff' })
  expect(printed).toContain('### store.audit')
  expect(printed).not.toContain('|  |\n')
  expect(readFileSync(join(findCheckout(), 'docs', 'data-dictionary.md'), 'utf8'), 'print it anew: bin/posoka db dictionary > docs/data-dictionary.md').toBe(printed)
})
