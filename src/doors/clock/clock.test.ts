import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, expect, test } from 'vitest'
import type { Letter } from '#kernel/letter.ts'
import type { AccountId } from '#kernel/who.ts'
import { type Delivery, openPost, type Post } from '#sources/post.ts'
import { rows } from '#store/ask.ts'
import { recordAct } from '#store/audit.ts'
import { verifyAudit } from '#store/audit-chain.ts'
import { eraseLetters, listLetters, postLetter } from '#store/outbox.ts'
import { testStore } from '#test/database.ts'
import { type Clock, type ClockParts, startClock } from './clock.ts'

const store = await testStore()
const folder = mkdtempSync(join(tmpdir(), 'posoka-post-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const letter = (key: string, more: Partial<Letter> = {}): Letter =>
  ({ key, to: 'ivan@example.bg', subject: 'Вход в „Посока“', body: 'Здравейте,\n\nвръзката е долу.', language: 'bg', kind: 'people.signIn', ...more })
const post = (one: Letter) => store.writing((writer) => postLetter(writer, one))
const stateOf = async (key: string) => (await store.reading((reader) => listLetters(reader, { limit: 100 }), { as: 'staff' })).find((one) => one.key === key)
const until = async (ready: () => Promise<boolean>): Promise<void> => { for (let tries = 0; tries < 400 && !(await ready()); tries++) await pause(25) }
const withClock = async (parts: Omit<ClockParts, 'store'>, work: (clock: Clock) => Promise<void>): Promise<void> => {
  const clock = await startClock({ store, ...parts })
  try { await work(clock) } finally { await clock.stop() }
}
const keeping = (): Post => openPost({ smtpUrl: null, from: 'posoka@example.bg', folder })
/** Answers what it is told, and remembers what it was asked to send. */
const scripted = (answer: (letter: Letter, nth: number) => Delivery): Post & { readonly sent: string[] } => {
  const sent: string[] = []
  return { sent, deliver: async (one) => { sent.push(one.key); return answer(one, sent.filter((key) => key === one.key).length) }, forget: async () => {}, close: () => {} }
}
/** Jobs that wait for a later try are due at once. */
const hurry = () => store.writing(async (writer) => {
  await rows(writer, sql`update graphile_worker._private_jobs set run_at = now() where locked_at is null and run_at > now()`)
  await rows(writer, sql`select pg_notify('jobs:insert', '{"count": 1}')`)
})

test('without SMTP a letter becomes a readable file that only we can read, and says so', async () => {
  await withClock({ post: keeping() }, async () => {
    await post(letter('kept'))
    await until(async () => (await stateOf('kept'))?.state === 'kept')
  })
  const name = (await stateOf('kept'))?.result ?? ''
  expect(readFileSync(join(folder, name), 'utf8')).toBe('From: posoka@example.bg\nTo: ivan@example.bg\nSubject: Вход в „Посока“\n\nЗдравейте,\n\nвръзката е долу.\n')
  expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
  expect(readdirSync(folder).filter((file) => file.startsWith('unfinished'))).toEqual([])
})

test('erasing a person removes the files of the letters that were kept for them, and nobody else’s', async () => {
  const account = '00000000-0000-7000-8000-000000000077' as AccountId
  await withClock({ post: keeping() }, async () => {
    await post(letter('theirs', { account }))
    await post(letter('others'))
    await until(async () => (await stateOf('others'))?.state === 'kept' && (await stateOf('theirs'))?.state === 'kept')
    const theirs = (await stateOf('theirs'))?.result ?? ''
    const others = (await stateOf('others'))?.result ?? ''
    await store.writing((writer) => eraseLetters(writer, account))
    await until(async () => !readdirSync(folder).includes(theirs))
    expect(readdirSync(folder)).not.toContain(theirs)
    expect(readdirSync(folder)).toContain(others)
  })
})

test('with SMTP a letter arrives whole, in Bulgarian, once', async () => {
  const arrived: string[] = []
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData: (stream, _session, done) => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => { arrived.push(Buffer.concat(parts).toString()); done() })
  } })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  await withClock({ post: openPost({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'posoka@example.bg', folder }) }, async () => {
    await post(letter('smtp'))
    await until(async () => (await stateOf('smtp'))?.state === 'sent')
  })
  await new Promise<void>((resolve) => server.close(resolve))
  expect(arrived).toHaveLength(1)
  expect(arrived[0]).toMatch(/^Subject: =\?UTF-8\?/m)
  expect(arrived[0]).toContain('Auto-Submitted: auto-generated')
  expect(arrived[0]).toMatch(/^Message-ID: <[0-9a-f]{32}@example\.bg>/m)
})

test('a letter waits while the mail server says later, and goes out when it can', async () => {
  const one = scripted((_letter, nth) => (nth < 3 ? { state: 'later', result: '450 try again' } : { state: 'sent', result: '250 ok' }))
  await withClock({ post: one }, async () => {
    await post(letter('later'))
    await until(async () => { await hurry(); return (await stateOf('later'))?.state === 'sent' })
  })
  expect(one.sent.filter((key) => key === 'later')).toHaveLength(3)
  expect(await stateOf('later')).toMatchObject({ attempts: 3, result: '250 ok' })
})

test('a letter that is refused for good is not tried again, and the administrator sees why', async () => {
  const one = scripted(() => ({ state: 'refused', result: '550 no such user' }))
  await withClock({ post: one }, async () => {
    await post(letter('refused'))
    await until(async () => (await stateOf('refused'))?.state === 'failed')
    await pause(100)
  })
  expect(one.sent).toEqual(['refused'])
  expect((await stateOf('refused'))?.result).toBe('550 no such user')
})

test('however often the job runs, a delivered letter goes out once', async () => {
  const one = scripted(() => ({ state: 'sent', result: 'ok' }))
  await withClock({ post: one }, async () => {
    await post(letter('twice'))
    await until(async () => (await stateOf('twice'))?.state === 'sent')
    const id = (await stateOf('twice'))?.id ?? ''
    await store.writing((writer) => rows(writer, sql`select graphile_worker.add_job('deliverLetter', json_build_object('letter', ${id}::text)) from generate_series(1, 5)`))
    await until(async () => (await store.reading((reader) => rows(reader, sql<{ n: number }>`select count(*) as n from graphile_worker.jobs`), { as: 'staff' }))[0]?.n === 0)
  })
  expect(one.sent).toEqual(['twice'])
})

test('a letter of a person erased meanwhile is not sent', async () => {
  const one = scripted(() => ({ state: 'sent', result: 'ok' }))
  await post(letter('erased'))
  await store.writing((writer) => rows(writer, sql`update store.letter set state = 'erased', to_address = null, settled_at = now() where key = 'erased'`))
  await withClock({ post: one }, async () => { await pause(200) })
  expect(one.sent).toEqual([])
})

test('letters whose jobs were lost, as after a restore, are delivered all the same', async () => {
  await post(letter('lost'))
  await store.writing((writer) => rows(writer, sql`delete from graphile_worker._private_jobs`))
  await withClock({ post: keeping() }, () => until(async () => (await stateOf('lost'))?.state === 'kept'))
  expect((await stateOf('lost'))?.state).toBe('kept')
})

test('an act is in the chain within a second', async () => {
  await withClock({ post: keeping() }, async () => {
    await store.writing((writer) => recordAct(writer, { who: null, act: 'evidence.dataset.add' }))
    await pause(1_000)
    expect(await verifyAudit(store)).toMatchObject({ waiting: 0, breaks: [] })
  })
})

test('a daily job runs when its hour comes, is made up for after a pause, and has a tomorrow even when it fails', async () => {
  let runs = 0
  const daily = [{ name: 'test.daily', at: { hour: 6, minute: 30 }, run: async () => { runs++; throw new Error('not today') } }]
  const planned = async () => (await store.reading((reader) => rows(reader, sql<{ runAt: Date }>`select run_at from graphile_worker.jobs where key = 'daily:test.daily'`), { as: 'staff' }))
  await withClock({ post: keeping(), daily, now: () => new Date('2030-06-01T03:00:00Z') }, async () => {})
  expect(await planned()).toEqual([{ runAt: new Date('2030-06-01T03:30:00Z') }])
  await hurry()
  const told: string[] = []
  await withClock({ post: keeping(), daily, now: () => new Date('2030-06-01T09:00:00Z'), tell: (text) => told.push(text) }, () => until(async () => runs > 0 && (await planned())[0]?.runAt.getTime() === Date.parse('2030-06-02T03:30:00Z')))
  expect(runs).toBe(1)
  expect(await planned()).toEqual([{ runAt: new Date('2030-06-02T03:30:00Z') }])
  expect(told.join(' ')).toContain('not today')
})

test('stopping waits for the letter under way and begins no other', async () => {
  let finished = 0
  const slow: Post = { deliver: async () => { await pause(300); finished++; return { state: 'sent', result: 'ok' } }, forget: async () => {}, close: () => {} }
  const clock = await startClock({ store, post: slow })
  for (let at = 0; at < 10; at++) await post(letter(`slow ${at}`))
  await pause(150)
  await clock.stop()
  expect(finished).toBeGreaterThan(0)
  expect(finished).toBeLessThan(10)
  const states = (await store.reading((reader) => listLetters(reader, { limit: 100 }), { as: 'staff' })).filter((one) => one.key.startsWith('slow')).map((one) => one.state)
  expect(states.filter((state) => state === 'sent')).toHaveLength(finished)
})
