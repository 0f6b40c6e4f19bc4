// The server on a real port: what a program at the other end of the wire sees, from the first moment to the last.
import { connect } from 'node:net'
import { Hono } from 'hono'
import { afterAll, expect, test } from 'vitest'
import { permissions } from '#areas/people/roles/rules.ts'
import { StartProblem } from '#store/start-problem.ts'
import { page } from '#store/visit.ts'
import { makeApp } from './app.ts'
import type { WebStore } from './door.ts'
import { listen } from './listen.ts'
import { startingApp } from './starting.ts'
import { testFrame, testSecret } from './test-app.ts'

const store = { pulse: async () => '1', reading: async (ask: (reader: object) => Promise<unknown>) => ask({}), writing: async (act: (writer: object) => Promise<unknown>) => act({}) } as unknown as WebStore
const open = permissions['public.read']
let finish: () => void = () => {}
const slow = new Promise<void>((done) => { finish = done })
const app = makeApp({
  store, frame: testFrame, secret: testSecret,
  pages: [
    page({ path: '/slow', may: open, get: async () => { await slow; return { kind: 'screen', title: 'Бавно', says: 'б', crumbs: [], body: <h1>готово</h1> } } }),
    page({ path: '/form', may: open, get: () => ({ kind: 'screen', title: 'Ф', says: 'ф', crumbs: [], body: <form method="post"><input name="a" /></form> }), accepts: () => ({ ok: true as const, value: 1 }), post: async () => ({ kind: 'see', path: '/' }) }),
  ],
})
const listening = await listen(0, startingApp({ frame: testFrame, email: null }))
const at = `http://localhost:${listening.port}`
afterAll(() => listening.stop(0))

test('while it starts, it says so: 503 in the language of the address, and not ready', async () => {
  const health = await fetch(`${at}/healthz`)
  expect([health.status, health.headers.get('retry-after')]).toEqual([503, '5'])
  const response = await fetch(`${at}/en/evidence`)
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('The site is away for a moment')
})
test.each([
  ['431', `GET /bg HTTP/1.1\r\nHost: localhost\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`],
  ['400', 'this is no request\r\n\r\n'],
])('what cannot even be read is answered %s in words, under the same headers, and says nothing of the request', async (status, request) => {
  const answer = await new Promise<string>((done, fail) => {
    let said = ''
    const socket = connect(listening.port, 'localhost', () => socket.write(request))
    socket.on('data', (bytes) => { said += bytes }).on('close', () => done(said)).on('error', fail)
  })
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(answer).toContain("Content-Security-Policy: default-src 'none'")
  expect(answer).toMatch(/<p>[А-Я].*<p lang="en">[A-Z]/s)
  expect(answer).not.toContain('aaaa')
})
test('a port that is taken is said in one sentence that names it', async () => {
  const problem = await listen(listening.port, new Hono()).then(() => undefined, (error: unknown) => error)
  expect(problem).toBeInstanceOf(StartProblem)
  expect((problem as StartProblem).what.en).toBe(`The port ${listening.port} is taken by another program.`)
})
test('from the moment it is ready it answers', async () => {
  listening.serve(app)
  expect((await fetch(`${at}/healthz`)).status).toBe(200)
})
test('a body that is too large is refused while it comes, and the connection does not take the server with it', async () => {
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(97)) })
  const headers = { origin: at, 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await fetch(`${at}/bg/form`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit).then((response) => response.status, () => 413)
  expect(answer).toBe(413)
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(9 * 1024 * 1024)]))
  expect(await fetch(`${at}/bg/form`, { method: 'POST', headers: { origin: at }, body: form }).then((response) => response.status, () => 413)).toBe(413)
  expect((await fetch(`${at}/healthz`)).status).toBe(200)
})
test.each([
  ['two requests in one', 'GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
  ['a header of 20 KB', `GET /healthz HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
  ['a header with a bare line end', 'GET /healthz HTTP/1.1\r\nHost: a\r\nX: a\rb: c\r\n\r\n'],
  ['no host', 'GET /healthz HTTP/1.1\r\n\r\n'],
  ['a host that is none', 'GET /bg HTTP/1.1\r\nHost: a b<script>\r\n\r\n'],
  ['what is no HTTP', '\x16\x03\x01\x02\x00\x01'],
])('%s is refused with 4xx', async (_what, raw) => {
  const said = await new Promise<string>((done) => {
    let text = ''
    const socket = connect(listening.port, 'localhost', () => socket.end(raw))
    socket.on('data', (part) => { text += part.toString('latin1') }).on('close', () => done(text)).on('error', () => done(text))
    setTimeout(() => socket.destroy(), 3_000)
  })
  expect(said).toMatch(/^HTTP\/1\.1 4\d\d /)
  expect((await fetch(`${at}/healthz`)).status).toBe(200)
})
test('stopping takes nothing new and finishes what is under way', async () => {
  const underWay = fetch(`${at}/bg/slow`)
  await new Promise((done) => { setTimeout(done, 100) })
  const stopped = listening.stop(5_000)
  await expect(fetch(`${at}/healthz`)).rejects.toThrow()
  finish()
  expect(await (await underWay).text()).toContain('готово')
  await stopped
})
test('told to stop with time to drain, it serves on, keeps no connection and is no longer healthy; then it goes', async () => {
  const other = await listen(0, new Hono())
  const here = `http://localhost:${other.port}`
  const ours = makeApp({ store, frame: testFrame, secret: testSecret, isDraining: other.isDraining, pages: [page({ path: '/form', may: open, get: () => ({ kind: 'screen', title: 'Ф', says: 'ф', crumbs: [], body: <p>форма</p> }) })] })
  other.serve(ours)
  expect((await fetch(`${here}/bg/form`)).headers.get('connection')).toBe('keep-alive')
  const drained = other.drain(150)
  const during = await fetch(`${here}/bg/form`)
  expect([during.status, during.headers.get('connection'), (await fetch(`${here}/healthz`)).status]).toEqual([200, 'close', 503])
  await drained
  await other.stop(100)
  expect(await fetch(`${here}/bg/form`).then(() => 'served', () => 'refused')).toBe('refused')
})
