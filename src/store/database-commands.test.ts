// The operator's look inside: it shows, and it cannot change.
import { expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import type { CommandContext } from './command.ts'
import { databaseCommands } from './database-commands.ts'

const store = await testStore()
const run = (name: string, word = '') => {
  const command = databaseCommands.find((each) => each.name === name)
  const line = { one: () => word, many: () => [word], number: () => null, has: () => false }
  return command?.run({ line, store, language: 'en', signal: new AbortController().signal } as unknown as CommandContext)
}

test('the state names version, place and every table', async () => {
  const answer = await run('db')
  expect(answer?.lines[0]).toMatch(/^PostgreSQL \d+/)
  expect(answer?.value).toMatchObject({ migrations: expect.any(Number), tables: expect.arrayContaining([expect.objectContaining({ name: 'store.migration' })]) })
})
test('a question gets its rows, in columns and as values', async () => {
  const answer = await run('db ask', 'select number, name from store.migration order by number limit 1')
  expect(answer).toMatchObject({ exit: 'done', value: [{ number: 1, name: 'store' }] })
  expect(answer?.lines).toEqual(['number  name', '1       store'])
})
test.each([
  'delete from store.migration', 'set transaction read write; delete from store.migration', 'select 1; drop table store.migration', 'select nonsense',
])('“%s” is refused with the database’s own sentence', async (question) => {
  expect(await run('db ask', question)).toMatchObject({ exit: 'refused', lines: [expect.stringMatching(/\w/)] })
  expect((await run('db ask', 'select count(*) as all from store.migration'))?.value).not.toEqual([{ all: 0 }])
})
test('the dictionary describes the tables of the store', async () => {
  expect((await run('db dictionary'))?.value).toContain('### store.migration')
})
