// Two servers on one database, as on two machines: started at once, one session, one count, one page, each job once, and
// restarted in turn while people read and write. Real processes; the database beside them as DATABASE_URL names one.
import { readdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { rows } from '#store/ask.ts'
import { findCheckout } from '#store/checkout.ts'
import { launchDatabase, type Launched } from '#store/launcher/launch.ts'
import { carelessSettings } from '#store/launcher/server.ts'
import { postLetter } from '#store/outbox.ts'
import { readSettings } from '#store/settings.ts'
import { openStore, type Store } from '#store/store.ts'
import { urlOf } from '#test/replica.ts'
import { isAppBuilt, makeDataFolder, startApp, type App } from '../browser/app.ts'
import { becomeAdministrator } from '../browser/sign-in.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })
const [databaseFolder, data] = [makeDataFolder(), makeDataFolder()]
const freePort = (): Promise<number> => new Promise((resume) => {
  const probe = createServer().listen(0, () => { const { port } = probe.address() as { port: number }; probe.close(() => resume(port)) })
})

describe.skipIf(!isAppBuilt())('two servers on one database', () => {
  let database: Launched
  let store: Store
  const apps: App[] = []
  const ports: number[] = []
  let cookie = ''
  const start = (which: number): Promise<App> => startApp({
    data, patience: 180_000, environment: { DATABASE_URL: urlOf(database), PORT: String(ports[which]), POSOKA_DRAIN_SECONDS: '1', POSOKA_URL: '' },
  })
  beforeAll(async () => {
    database = await launchDatabase({ checkout: findCheckout(), dataFolder: databaseFolder, extra: { ...carelessSettings, max_connections: '100' } })
    ports.push(await freePort(), await freePort())
    apps.push(...await Promise.all([start(0), start(1)]))
    store = await openStore(readSettings({ POSOKA_DATA: data, DATABASE_URL: urlOf(database) }, findCheckout()))
  })
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.stop()))
    await store?.close()
    await database?.leave()
    for (const folder of [databaseFolder, data]) rmSync(folder, { recursive: true, force: true })
  })
  const fetchText = async (which: number, path: string, headers: Readonly<Record<string, string>> = {}): Promise<string> => (await fetch(`${apps[which]?.address}${path}`, { headers })).text()

  test('both start at once on an empty database, and what is loaded at a first start is loaded once', async () => {
    const [{ n = 0 } = {}] = await store.reading((reader) => rows<{ n: number }>(reader, sql`select count(*) as n from (select dataset from evidence.vintage group by dataset having count(*) > 1) as twice`), { as: 'staff' })
    expect(n).toBe(0)
    expect(await fetchText(0, '/en/evidence')).toContain('<h1')
    expect(await fetchText(1, '/en/evidence')).toContain('<h1')
  })

  test('who signs in at one is known at the other', async () => {
    const app = apps.find(({ log }) => log().includes('/sign-in/first/'))
    // Each start prints a link and ends the one before it: the later one is good.
    cookie = await becomeAdministrator(app as App).catch(() => becomeAdministrator(apps.find((each) => each !== app) as App))
    for (const which of [0, 1]) expect(await fetchText(which, '/en/my/account', { cookie })).toContain('Мария Петрова')
  })

  test('what is written through one is seen at the next request to the other, also where pages are kept', async () => {
    const key = (await fetchText(0, '/en/evidence/indicators')).match(/\/en\/evidence\/indicators\/([a-z]+\.[a-z_]+)"/)?.[1] ?? ''
    const path = `/en/evidence/indicators/${key}`
    for (const turn of [1, 2, 3, 4, 5, 6]) {
      const name = `Name ${turn} of the test`
      // as an act does: the change and, with it, the pulse
      await store.writing(async (writer) => { await sql`update evidence.indicator_version v set name_en = ${name} from evidence.indicator i where i.id = v.indicator and i.version = v.version and i.key = ${key}`.execute(writer) })
      expect(await fetchText(0, path)).toContain(name)
      expect(await fetchText(1, path)).toContain(name)
      expect(await fetchText(turn % 2, path)).toContain(name)
    }
  })

  test('forms of one sender are counted together', async () => {
    const send = async (which: number): Promise<number> => (await fetch(`${apps[which]?.address}/en/sign-in`, {
      method: 'POST', redirect: 'manual', body: new URLSearchParams({ email: 'x' }), headers: { origin: apps[which]?.address ?? '' },
    })).status
    const statuses: number[] = []
    for (let turn = 0; turn < 45; turn++) statuses.push(...await Promise.all([send(0), send(1)]))
    const letIn = statuses.filter((status) => status !== 429).length
    // 60, and what grew back meanwhile
    expect(letIn).toBeGreaterThanOrEqual(58)
    expect(letIn).toBeLessThan(75)
  })

  test('each letter is delivered by one of the two, once', async () => {
    await store.writing(async (writer) => {
      for (let n = 0; n < 20; n++) {
        await postLetter(writer, { key: `test:${n}`, kind: 'people.signIn', to: `reader${n}@example.bg`, language: 'bg', subject: 'Проба', body: 'Проба.\n' })
      }
    })
    for (let left = 200; left > 0 && (await countWaiting(store)) > 0; left--) await pause(50)
    expect(await countWaiting(store)).toBe(0)
    expect(readdirSync(join(data, 'letters')).length).toBe(20)
    expect(await store.reading((reader) => rows(reader, sql`select state, count(*) as n from store.letter group by state`), { as: 'staff' })).toEqual([{ state: 'kept', n: 20 }])
  })

  test('restarted in turn, behind a balancer, nobody gets an error and nothing written is lost', async () => {
    const balancer = makeBalancer(ports)
    let over = false
    const failures: string[] = []
    let reads = 0
    let writes = 0
    const reading = Array.from({ length: 8 }, async (_, n) => {
      while (!over) {
        const { status } = await balancer.ask({ path: n % 2 === 0 ? '/en/evidence' : '/en/my/account', headers: n % 2 === 0 ? {} : { cookie } })
        if (status !== 200) failures.push(`read: ${status}`)
        reads += 1
      }
    })
    const writing = (async () => {
      while (!over) {
        const page = await balancer.ask({ path: '/en/my/account', headers: { cookie } })
        const time = /name="form_time" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
        const answer = await balancer.ask({
          path: '/en/my/account', method: 'POST', body: new URLSearchParams({ form_time: time, form_website: '', name: `Мария Петрова ${writes}`, language: 'bg' }).toString(), headers: { cookie },
        })
        if (answer.status !== 303) failures.push(`write: ${answer.status}`)
        else writes += 1
        // what was acknowledged is what the next request shows, whoever answers it
        const shown = await balancer.ask({ path: '/en/my/account', headers: { cookie } })
        if (!shown.body.includes(`Мария Петрова ${writes - 1}`)) failures.push(`lost: ${writes - 1}`)
        await pause(100)
      }
    })()
    await pause(500)
    for (const which of [0, 1]) {
      expect(await apps[which]?.stop()).toBe(0)
      apps[which] = await start(which)
      await pause(500)
    }
    over = true
    await Promise.all([...reading, writing])
    balancer.close()
    expect(failures, apps.map(({ log }) => log().split('\n').filter((line) => line.includes('"level":"error"')).slice(-3).join('\n')).join('\n')).toEqual([])
    expect(reads).toBeGreaterThan(50)
    expect(writes).toBeGreaterThan(5)
  })

  test('the logs are JSON lines with the number of each request, and name nobody', async () => {
    const secrets = ['ivan.petrov@example.bg', 'A-Password-Nobody-Guesses', 'a-token-that-is-secret-0123456789', 'Мария', 'maria@example.bg', 'reader7@example.bg', ...cookie.split('; ').map((pair) => pair.split('=')[1] ?? '').filter((value) => value.length > 8)]
    for (const which of [0, 1]) {
      const address = apps[which]?.address ?? ''
      await fetchText(which, `/bg/people/${secrets[0]}?token=${secrets[2]}&name=Мария`)
      await fetchText(which, `/bg/sign-in/link/${secrets[2]}`)
      await fetch(`${address}/bg/sign-in/password`, { method: 'POST', body: new URLSearchParams({ email: secrets[0] ?? '', password: secrets[1] ?? '' }), headers: { origin: address, cookie, 'user-agent': 'telephone of Ivan' } })
    }
    await pause(500)
    for (const { log } of apps) {
      const lines = log().split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>)
      const requests = lines.filter((line) => 'route' in line)
      expect(requests.length).toBeGreaterThan(10)
      expect(new Set(requests.map(({ number }) => number)).size).toBe(requests.length)
      for (const line of requests) expect(Object.keys(line).filter((key) => !['at', 'level', 'number', 'method', 'route', 'language', 'status', 'role', 'ms', 'kept'].includes(key)), JSON.stringify(line)).toEqual([])
      for (const secret of secrets) expect(log(), secret).not.toContain(secret)
      expect(log()).not.toMatch(/telephone|127\.0\.0\.1|%D0%9C/)
    }
  })

  test('who signs out at one is out at the other', async () => {
    const page = await fetchText(0, '/en/sign-out', { cookie })
    const form = new URLSearchParams({ form_time: /name="form_time" value="([^"]*)"/.exec(page)?.[1] ?? '', form_website: '' })
    const out = await fetch(`${apps[0]?.address}/en/sign-out`, { method: 'POST', redirect: 'manual', body: form, headers: { cookie, origin: apps[0]?.address ?? '' } })
    expect(out.status).toBe(303)
    expect((await fetch(`${apps[1]?.address}/en/my/account`, { redirect: 'manual', headers: { cookie } })).headers.get('location')).toContain('/en/sign-in')
  })
})

const countWaiting = async (store: Store): Promise<number> =>
  (await store.reading((reader) => rows<{ n: number }>(reader, sql`select count(*) as n from store.letter where state = 'waiting'`), { as: 'staff', fresh: 'primary' }))[0]?.n ?? 0

type Ask = { readonly path: string; readonly method?: string; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
type Answer = { readonly status: number; readonly body: string }
/** What nginx or Caddy do: ask after health, turn by turn, connections kept; another server when a connection is refused. */
const makeBalancer = (ports: readonly number[]) => {
  const healthy = new Set(ports)
  const looking = setInterval(() => {
    for (const port of ports) void fetch(`http://127.0.0.1:${port}/healthz`).then(async (answer) => { await answer.arrayBuffer(); return answer.ok }, () => false).then((ok) => (ok ? healthy.add(port) : healthy.delete(port)))
  }, 200)
  let turn = 0
  const askAt = (port: number, { path, method = 'GET', body, headers = {} }: Ask): Promise<Answer | 'refused'> => new Promise((resume) => {
    const host = `localhost:${port}`
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { ...headers, host, ...(body === undefined ? {} : { origin: `http://${host}`, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }) } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => { text += part }).on('end', () => resume({ status: response.statusCode ?? 0, body: text })).on('error', () => resume({ status: 0, body: '' }))
    })
    sent.on('error', (error: NodeJS.ErrnoException) => resume(error.code === 'ECONNREFUSED' ? 'refused' : { status: 0, body: error.code ?? error.message }))
    sent.end(body)
  })
  return {
    ask: async (what: Ask): Promise<Answer> => {
      for (let tries = 0; tries < 4; tries++) {
        const open = ports.filter((port) => healthy.has(port))
        const from = open.length > 0 ? open : ports
        const port = from[turn++ % from.length] ?? 0
        const answer = await askAt(port, what)
        if (answer !== 'refused') return answer
        healthy.delete(port)
      }
      return { status: 0, body: 'no server' }
    },
    close: () => clearInterval(looking),
  }
}
