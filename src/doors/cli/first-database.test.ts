// What a first start prepares beside the bundling, and that nothing that exists is touched by it.
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { rows } from '#store/ask.ts'
import { outsideOf } from '#store/launcher/place.ts'
import { readPostmaster } from '#store/launcher/postmaster.ts'
import { readSettings } from '#store/settings.ts'
import { openStore } from '#store/store.ts'
import { makeFirstDatabase } from './first-database.ts'

const data = mkdtempSync(join(tmpdir(), 'posoka-first-'))
chmodSync(data, 0o711)
afterAll(() => { for (const folder of [data, outsideOf(data)]) rmSync(folder, { recursive: true, force: true }) })
const clusterIn = (): string => join(existsSync(join(data, 'cluster')) ? data : outsideOf(data), 'cluster')

test('the database is made, filled, and stopped again, so that the server finds it as after any stop', async () => {
  const said: string[] = []
  await makeFirstDatabase({ POSOKA_DATA: data }, (text) => { said.push(text.en) })
  expect(said.join('\n')).toMatch(/Making the database[\s\S]*starter pack of BG344/)
  expect(readPostmaster(clusterIn())).toBeUndefined()
  const store = await openStore(readSettings({ POSOKA_DATA: data }))
  const [{ n = 0 } = {}] = await store.reading((reader) => rows<{ n: number }>(reader, sql`select count(*) as n from evidence.series`))
  expect(n).toBeGreaterThan(20_000)
  await store.close()
}, 90_000)

test('a database that is there, or that DATABASE_URL names, is left to the server', async () => {
  const said: string[] = []
  await makeFirstDatabase({ POSOKA_DATA: data }, (text) => { said.push(text.en) })
  await makeFirstDatabase({ POSOKA_DATA: join(data, 'other'), DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, (text) => { said.push(text.en) })
  expect(said).toEqual([])
  expect(existsSync(join(data, 'other'))).toBe(false)
})
