// The list of proposals with 1,000 and with 100,000 of them, and a day of many people: 300 requests a second, one in ten a write,
// each write that was acknowledged looked for afterwards.
import { sql } from 'kysely'
import { join } from 'node:path'
import { rows, oneRow } from '#store/ask.ts'
import { readSettings } from '#store/settings.ts'
import { openStore } from '#store/store.ts'
import { timeAnswers } from './load.ts'
import { met, percentile, say, short, tell } from './outcome.ts'
import { findPort, makeFolder, root, startProgram, type Started } from './product.ts'

const folder = makeFolder()
const start = async (): Promise<Started> => startProgram({
  line: [process.execPath, '--enable-source-maps', join(root, 'build/server.js')], in: root, data: folder.path, port: await findPort(),
  // many people behind one machine: the address a proxy names
  extra: { POSOKA_PROXY: '127.0.0.1,::1' },
})
/** Published proposals of six sentences, spread over themes and municipalities, as an import of years would leave them. */
const fill = async (upTo: number): Promise<void> => {
  const store = await openStore(readSettings({ POSOKA_DATA: folder.path }))
  try {
    await store.writing(async (writer) => {
      const there = (await oneRow<{ n: number }>(writer.reader, sql`select count(*) as n from participation.contribution`))?.n ?? 0
      await rows(writer, sql`
        create temporary table filling on commit drop as
        select n, gen_random_uuid() as id, '2025-' || lpad(n::text, greatest(4, length(n::text)), '0') as number, 'Предложение за ' || (array['път', 'парк', 'училище', 'завод', 'автобус', 'читалище', 'пазар', 'мост'])[1 + n % 8] || ' номер ' || n as title,
          repeat('Да се построи и поддържа, за да живеят хората по-добре тук; мястото е важно за всички. ', 6) as text, (array['SZR04', 'SZR07', 'SZR12', 'SZR22', 'SZR23', 'SZR24', 'SZR27', 'SZR31', 'SZR36', 'SZR37', 'SZR38'])[1 + n % 11] as municipality
        from generate_series(${there + 1}::int, ${upTo}::int) as n`)
      await rows(writer, sql`insert into store.thing (id, kind, title_bg, title_en, path, state, seen_by) select id, 'proposal', title, title, '/participation/proposals/' || number, 'published', 'everyone' from filling`)
      await rows(writer, sql`
        insert into participation.contribution (id, number, kind, channel, process, language, title_received, text_received, received_hash, title, text, title_public, text_public, municipality, author_choice, author_kind,
          received_on, entered_at, assurance, state, supports, arguments_for, published_at, changed_at)
        select id, number, 'proposal', 'web', (select id from participation.process where slug = 'standing'), 'bg', title, text, sha256(number::bytea), title, text, title, text, municipality, 'citizen', 'person',
          date '2025-01-01' + n % 300, timestamptz '2025-01-01' + n * interval '1 minute', 'email', 'published', n * 7919 % 400, n % 5, timestamptz '2025-01-02' + n * interval '1 minute', timestamptz '2025-01-02' + n * interval '1 minute' from filling`)
      await rows(writer, sql`insert into participation.contribution_topic (contribution, topic) select id, (array['skills', 'innovation', 'infrastructure', 'investment'])[1 + n % 4] from filling`)
    })
    await store.writing((writer) => rows(writer, sql`analyze participation.contribution, participation.contribution_topic`))
  } finally {
    await store.close()
  }
}
const wrote = { Cookie: 'posoka_wrote=1' }
const lists = ['', '?order=supported', '?order=discussed', '?municipality=SZR12', '?topic=skills', '?page=10', '?topic=skills&municipality=SZR31&order=supported'] as const
/** Nothing is kept for who has just written, so every answer is drawn anew. */
const timeLists = async (program: Started): Promise<readonly number[]> => {
  const all: number[] = []
  for (const list of lists) {
    const path = `/bg/participation/proposals${list}`
    const bytes = Buffer.from(await (await fetch(program.address + path, { headers: { 'accept-encoding': 'identity', ...wrote } })).arrayBuffer()).length
    const ask = { address: program.address, path, connections: 4, headers: wrote, bytes }
    await timeAnswers({ ...ask, seconds: 1, perSecond: 10 })
    all.push(...(await timeAnswers({ ...ask, seconds: 6, perSecond: 25 })))
  }
  return all
}

const mixed = async (program: Started, { seconds, perSecond }: { readonly seconds: number; readonly perSecond: number }) => {
  const { address } = program
  const form = await (await fetch(`${address}/bg/participation/proposals/new`)).text()
  const time = /name="form_time" value="([^"]*)"/.exec(form)?.[1] ?? ''
  await new Promise((resume) => setTimeout(resume, 3_500))
  const readings = ['/bg/participation', '/bg/participation/proposals', '/bg/participation/proposals/2025-0007', '/bg/participation/proposals?municipality=SZR12', '/en/participation/proposals/2025-0100', '/bg/evidence', '/bg/participation/proposals/new', '/bg/participation/proposals?order=supported', '/bg/participation/proposals/2025-0400/support'] as const
  const late: number[] = [], faults: string[] = [], drafts: string[] = [], sent: string[] = []
  const supports: string[] = []
  const post = async (path: string, fields: Record<string, string>, who: number): Promise<string> => {
    const answer = await fetch(address + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ form_time: time, form_website: '', ...fields }), headers: { origin: address, 'x-forwarded-for': `10.${who % 250}.${Math.floor(who / 250) % 250}.7` } })
    await answer.arrayBuffer()
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`)
    return answer.headers.get('location') ?? ''
  }
  const write = async (n: number): Promise<void> => {
    const turn = n % 3
    if (turn === 0) drafts.push(await post('/bg/participation/proposals/new', { process: 'standing', title: `Измерено предложение ${n}`, text: `Да се направи нещо полезно за всички, номер ${n}.`, name: 'Иван', email: `bench${n}@example.bg`, choice: 'citizen', municipality: 'SZR31', place: '', for_whom: '', sector: '', indicator: '' }, n))
    else if (turn === 1 && drafts.length > 0) sent.push(/(\d{4}-\d{4,})/.exec(await post(drafts[Math.floor(n / 3) % drafts.length] ?? '', { does: 'send' }, n))?.[1] ?? 'none')
    else { await post('/bg/participation/proposals/2025-0400/support', { does: 'support', email: `voice${n}@example.bg` }, n); supports.push(`voice${n}@example.bg`) }
  }
  const read = async (n: number): Promise<void> => {
    const path = readings[n % readings.length] ?? '/bg'
    const answer = await fetch(address + path)
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  }
  const all = seconds * perSecond, open: Promise<void>[] = []
  const began = performance.now()
  for (let n = 0; n < all; n++) {
    const due = began + (n * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 1) await new Promise((resume) => setTimeout(resume, wait))
    open.push((n % 10 === 0 ? write(n / 10) : read(n)).then(() => { late.push(performance.now() - due) }, (fault: unknown) => { faults.push(String(fault)) }))
  }
  await Promise.all(open)
  return { late, faults, drafts: [...new Set(drafts)], sent: [...new Set(sent)], supports, seconds: (performance.now() - began) / 1000 }
}
/** Of what was acknowledged, how much is not there. */
const listLost = async ({ drafts, sent, supports }: { readonly drafts: readonly string[]; readonly sent: readonly string[]; readonly supports: readonly string[] }): Promise<number> => {
  const store = await openStore(readSettings({ POSOKA_DATA: folder.path }))
  try {
    const found = await store.reading((reader) => oneRow(reader, sql<{ drafts: number; sent: number; supports: number }>`select
      (select count(*) from participation.draft) as drafts, (select count(*) from participation.contribution where number = any(${[...sent]}::text[])) as sent,
      (select count(*) from people.contact where email = any(${[...supports]}::text[])) as supports`), { as: 'staff' })
    return Math.max(0, drafts.length - (found?.drafts ?? 0)) + (sent.length - (found?.sent ?? 0)) + (supports.length - (found?.supports ?? 0))
  } finally {
    await store.close()
  }
}

try {
  await (await start()).stop()
  for (const [count, aim] of [[1_000, 50], [100_000, 100]] as const) {
    say(`${count.toLocaleString('en')} proposals …`)
    await fill(count)
    const program = await start()
    try {
      const late = percentile(await timeLists(program), 0.99)
      tell({ what: `list page of ${count.toLocaleString('en')} proposals, in every order and filter, none kept: 99 of 100 answers at 25 a second`, aim: `≤ ${aim} ms`, measured: `${short(late)} ms`, ratio: null, met: met(late <= aim) })
      if (count > 1_000) continue
      say('300 requests a second, one in ten a write …')
      await mixed(program, { seconds: 5, perSecond: 60 })
      const done = await mixed(program, { seconds: 60, perSecond: 300 })
      const p99 = percentile(done.late, 0.99)
      await program.stop()
      const lost = await listLost(done)
      for (const fault of [...new Set(done.faults)].slice(0, 3)) say(fault)
      tell({ what: '300 mixed requests a second for 60 s, 10 % writes, asker on the same two cores: 99 of 100 answers', aim: '≤ 200 ms', measured: `${short(p99)} ms`, ratio: null, met: met(p99 <= 200) })
      tell({ what: 'the same: errors', aim: '0', measured: `${done.faults.length} of ${(done.late.length + done.faults.length).toLocaleString('en')}`, ratio: null, met: met(done.faults.length === 0) })
      tell({ what: 'the same: writes acknowledged and found afterwards', aim: 'all', measured: `${(done.drafts.length + done.sent.length + done.supports.length - lost).toLocaleString('en')} of ${(done.drafts.length + done.sent.length + done.supports.length).toLocaleString('en')}`, ratio: null, met: met(lost === 0) })
    } finally {
      await program.stop()
    }
  }
} finally {
  folder.remove()
}
