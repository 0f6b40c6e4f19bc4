// Each topic's tables.ts is written by hand; here it is held against the migrated database, column by column.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'
import { findCheckout } from '#store/checkout.ts'
import { listColumns } from '#store/data-dictionary.ts'
import { testStore } from '#test/database.ts'

type Node = { readonly type: string; readonly [field: string]: unknown }
type Columns = ReadonlyMap<string, 'may be empty' | 'never empty'>

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/([a-z])(\d)/g, '$1$2')
const nodesIn = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  if (value === null || typeof value !== 'object') return []
  const inner = Object.values(value).flatMap(nodesIn)
  return 'type' in value ? [value as Node, ...inner] : inner
}
const nameOf = (key: Node): string => String(key.type === 'Identifier' ? key.name : key.value)

/** Null as one of the choices; of Generated<T> and ColumnType<T, …> what counts is what is read, T. */
const mayBeEmpty = (type: Node, aliases: ReadonlyMap<string, Node>): boolean => {
  if (type.type === 'TSNullKeyword') return true
  if (type.type === 'TSUnionType') return (type.types as Node[]).some((one) => mayBeEmpty(one, aliases))
  if (type.type !== 'TSTypeReference') return false
  const name = nameOf(type.typeName as Node)
  const first = (type.typeArguments as { params: Node[] } | null)?.params[0]
  const alias = aliases.get(name)
  if (alias) return mayBeEmpty(alias, aliases) || (first !== undefined && /^(Generated|ColumnType)$/.test(nameOf((alias as { typeName?: Node }).typeName ?? ({ type: 'Identifier', name: '' } as Node))) && mayBeEmpty(first, aliases))
  return first !== undefined && (name === 'Generated' || name === 'ColumnType') && mayBeEmpty(first, aliases)
}

const readTables = (text: string, file: string): ReadonlyMap<string, Columns> => {
  const nodes = nodesIn(parseSync(file, text).program)
  const aliases = new Map(nodes.filter((node) => node.type === 'TSTypeAliasDeclaration').map((node) => [nameOf(node.id as Node), node.typeAnnotation as Node]))
  const members = nodes.filter((node) => node.type === 'TSPropertySignature' && /^[a-z_]+\.[A-Za-z]+$/.test(nameOf(node.key as Node)))
  return new Map(members.map((member) => {
    const named = (member.typeAnnotation as { typeAnnotation: Node }).typeAnnotation
    const literal = named.type === 'TSTypeReference' ? aliases.get(nameOf(named.typeName as Node)) : named
    const columns = ((literal?.members ?? []) as Node[]).map((column): [string, 'may be empty' | 'never empty'] => {
      const type = (column.typeAnnotation as { typeAnnotation: Node }).typeAnnotation
      return [snake(nameOf(column.key as Node)), mayBeEmpty(type, aliases) ? 'may be empty' : 'never empty']
    })
    return [snake(nameOf(member.key as Node)), new Map(columns)]
  }))
}

const files = globSync('src/areas/**/tables.ts', { cwd: findCheckout() }).sort()
const written = files.map((file) => ({ file, tables: readTables(readFileSync(join(findCheckout(), file), 'utf8'), file) }))
const store = await testStore()
const columns = await store.reading(listColumns, { as: 'staff' })
const inDatabase = (table: string): Columns =>
  new Map(columns.filter((one) => `${one.schema}.${one.table}` === table).map((one) => [one.column, one.required ? 'never empty' : 'may be empty']))
const sorted = (map: Columns): readonly string[] => [...map].map(([name, empty]) => `${name}: ${empty}`).sort()

test.each(written)('$file says what the database says', ({ tables }) => {
  expect(tables.size).toBeGreaterThan(0)
  for (const [table, described] of tables) expect(sorted(described), table).toEqual(sorted(inDatabase(table)))
})

test('every table of an area belongs to one topic', () => {
  const owners = Map.groupBy(written.flatMap(({ file, tables }) => [...tables.keys()].map((table) => ({ table, file }))), ({ table }) => table)
  expect([...owners.values()].filter((files) => files.length > 1)).toEqual([])
  const ownerless = new Set(columns.map((one) => `${one.schema}.${one.table}`).filter((table) => !table.startsWith('store.') && !owners.has(table)))
  expect([...ownerless]).toEqual([])
})

test('a column too many, one too few, or one that may be empty and is not said to be, would be found', () => {
  const [described] = [...readTables(`type T = { 'store.pulse': { slot: number | null; beatCount: Generated<number> } }`, 'x.ts').values()]
  expect(sorted(described as Columns)).toEqual(['beat_count: never empty', 'slot: may be empty'])
  expect(sorted(described as Columns)).not.toEqual(sorted(inDatabase('store.pulse')))
})
