import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { rows } from './ask.ts'

const store = await testStore()
test('x', async () => {
  expect(await store.reading((reader) => rows(reader, sql`select 1 as n`))).toEqual([{ n: 1 }])
})
