// Over the door, with a real streaming replica that stands still: who has just written sees it; others see a page of one moment.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { openAccount } from '#areas/people/accounts/write.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { visitor } from '#kernel/who.ts'
import { rows } from '#store/ask.ts'
import { findCheckout } from '#store/checkout.ts'
import { connectOnce } from '#store/launcher/address.ts'
import { launchDatabase } from '#store/launcher/launch.ts'
import { readSettings } from '#store/settings.ts'
import { openStore } from '#store/store.ts'
import { page } from '#store/visit.ts'
import { followedSettings, launchReplica, urlOf } from '#test/replica.ts'
import { sql } from 'kysely'
import { testApp } from './test-app.ts'
import { cookiesOf, postForm } from './test-forms.ts'

const folders = ['primary', 'replica', 'data'].map((name) => {
  const folder = mkdtempSync(join(tmpdir(), `posoka-lag-${name}-`))
  chmodSync(folder, 0o711)
  return folder
})
const [primaryFolder = '', replicaFolder = '', data = ''] = folders
const primary = await launchDatabase({ checkout: findCheckout(), dataFolder: primaryFolder, extra: followedSettings })
const settings = (more: Record<string, string>) => readSettings({ POSOKA_DATA: data, DATABASE_URL: urlOf(primary), ...more }, findCheckout())
await (await openStore(settings({}))).close()
const replica = await launchReplica(primary, replicaFolder)
const store = await openStore(settings({ DATABASE_REPLICA_URL: urlOf(replica) }))
afterAll(async () => {
  await store.close()
  await replica.leave()
  await primary.leave()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
const onReplica = async (statement: string): Promise<void> => {
  const client = await connectOnce(replica.address)
  try { await client.query(statement) } finally { await client.end() }
}
/** How many acts this page has seen; kept for visitors. */
const counting = page({
  path: '/counting', may: permissions['public.read'], sameForAll: true,
  get: async ({ reader }) => {
    const [{ beat = 0 } = {}] = await rows<{ beat: number }>(reader, sql`select sum(beat) as beat from store.pulse`)
    return { kind: 'file', mediaType: 'text/plain', name: 'x.txt', bytes: String(beat), inline: true }
  },
})
const { app, signedInAs } = testApp(store, {
  more: () => [counting],
  open: (at, person) => at.writing(async (writer) => {
    const opened = await openAccount({ who: visitor, writer, now: new Date() }, { ...person, language: 'bg' })
    if (!opened.ok) throw new Error(opened.problem.text.en)
    return opened.value
  }),
})
const seenBy = async (cookie: string): Promise<string> => (await app.request('/bg/my/account', { headers: { cookie } })).text()

test('who has just renamed themselves finds the new name, although the replica stands still; without the mark of having written they would not', async () => {
  const { cookie } = await signedInAs('analyst', 'Старо Име')
  for (let left = 100; left > 0 && !(await seenBy(cookie)).includes('Старо Име'); left--) await pause(30)
  await onReplica('select pg_wal_replay_pause()')
  const saved = await postForm(app, '/bg/my/account', { name: 'Ново Име', language: 'bg' }, { cookie })
  expect(saved.status).toBe(303)
  const after = cookiesOf(saved, cookie)
  expect(after).toContain('posoka_wrote=1')
  expect(await seenBy(after)).toContain('value="Ново Име"')
  expect(await seenBy(cookie)).toContain('value="Старо Име"')
  await onReplica('select pg_wal_replay_resume()')
})
test('a kept page never says less than the pulse it is kept under, while the replica stops and follows again', async () => {
  for (let turn = 0; turn < 6; turn++) {
    await onReplica(turn % 2 === 0 ? 'select pg_wal_replay_pause()' : 'select pg_wal_replay_resume()')
    await store.writing(async () => {})
    for (let ask = 0; ask < 4; ask++) {
      const answer = await app.request('/bg/counting')
      const [, pulse = ''] = /"[^.]+\.(\d+)\./.exec(answer.headers.get('etag') ?? '') ?? []
      expect(Number(await answer.text())).toBeGreaterThanOrEqual(Number(pulse))
      await pause(20)
    }
  }
})
