// The whole schema on whatever PostgreSQL the system brings (Debian's 15 …), as behind DATABASE_URL. Skipped where there is none.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { startSystemServer, versions } from '#test/system-server.ts'
import { rows } from './ask.ts'
import { recordAct } from './audit.ts'
import { sealAudit, verifyAudit } from './audit-chain.ts'
import { findCheckout } from './checkout.ts'
import { newId } from './ids.ts'
import { postLetter } from './outbox.ts'
import { findThings } from './search.ts'
import { prepareDatabase, storeOn } from './store.ts'
import { registerThing } from './thread.ts'

const ended: (() => void)[] = []
afterAll(() => { for (const end of ended) end() })

test.skipIf(versions.length > 0)('skipped: this system brings no PostgreSQL 15 or newer of its own', () => {})

test.each(versions)('PostgreSQL %s takes every migration, and reads, writes, searches and seals', async (version) => {
  const address = await startSystemServer(version)
  const { rights } = await prepareDatabase(address, join(findCheckout(), 'migrations'))
  expect(rights).toEqual({ by: 'role' })
  const files = mkdtempSync(join(tmpdir(), 'posoka-older-files-'))
  ended.push(() => rmSync(files, { recursive: true, force: true }))
  const store = storeOn({ primary: address, replica: undefined, rights, files })
  const id = newId<'indicator'>()
  await store.writing(async (writer) => {
    await registerThing(writer, { id, kind: 'indicator', title: { bg: 'Брой на предприятията', en: 'Number of enterprises' }, path: '/x' })
    await postLetter(writer, { key: 'one', to: 'a@example.bg', subject: 'Писмо', body: 'Текст', language: 'bg', kind: 'test.letter' })
    await recordAct(writer, { who: null, act: 'test.thing.add', thing: id })
  })
  const found = await store.reading((reader) => findThings(reader, { words: 'предприятие', language: 'bg', limit: 5, who: 'everyone' }))
  expect(found.found.map(({ thing }) => thing)).toEqual([id])
  await expect(store.reading((reader) => rows(reader, sql`select * from store.letter`))).rejects.toMatchObject({ code: '42501' })
  expect(await sealAudit(store)).toBe(1)
  expect(await verifyAudit(store)).toMatchObject({ breaks: [], waiting: 0, sealed: 1 })
  expect(await prepareDatabase(address, join(findCheckout(), 'migrations'))).toMatchObject({ migrated: [] })
  await store.close()
}, 120_000)
