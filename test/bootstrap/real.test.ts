// The whole way once, nothing pretended: an emptied copy in a folder only its owner may enter, the oldest Node at hand,
// npm with its registry, PostgreSQL, server. It installs some 650 MB, so only `npm run test:all` does it.
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { outsideOf } from '#store/launcher/place.ts'
import { isFull } from '#test/matrix.ts'
import { findOldNode, type Running, startIn, stopAllStarted } from './copy.ts'
import { holdPort } from '../start/server.ts'

const root = join(import.meta.dirname, '../..')
const npm = process.env.npm_execpath
const closed = isFull ? mkdtempSync(join(tmpdir(), 'posoka-whole-')) : ''
const copy = join(closed, 'posoka')
afterAll(async () => {
  if (!isFull) return
  stopAllStarted('SIGTERM')
  await new Promise((resume) => setTimeout(resume, 3000))
  rmSync(closed, { recursive: true, force: true })
  rmSync(outsideOf(join(copy, '.posoka')), { recursive: true, force: true })
}, 180_000)

const freePort = async (): Promise<string> => { const { port, release } = await holdPort(); release(); return String(port) }
const untilReady = async (port: string, running: Running): Promise<void> => {
  let over: unknown = null
  void running.ended.then((how) => { over = how })
  for (let left = 6000; left > 0; left -= 1) {
    if (over !== null) throw new Error(`ended before it was ready: ${JSON.stringify(over)}`)
    const answer = await fetch(`http://localhost:${port}/healthz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resume) => setTimeout(resume, 50))
  }
  throw new Error('was never ready')
}
const untilFree = async (port: string): Promise<void> => {
  for (let left = 400; left > 0; left -= 1) {
    if ((await fetch(`http://localhost:${port}/healthz`).catch(() => null)) === null) return
    await new Promise((resume) => setTimeout(resume, 50))
  }
  throw new Error(`something still answers on port ${port}`)
}

if (!isFull) console.log('skipped: the installation from nothing runs in npm run test:all')
test.skipIf(!isFull)('a fresh clone in a 0700 folder installs, serves, stops, survives kill -9 and serves again', { timeout: 900_000 }, async () => {
  chmodSync(closed, 0o700)
  for (const file of execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(join(root, file), join(copy, file))
  }
  const node = findOldNode() ?? process.execPath
  const port = await freePort()
  const start = () => startIn(copy, ['start'], { node, environment: { PORT: port, ...(npm ? { npm_execpath: npm } : {}) } })

  const first = start()
  await untilReady(port, first)
  const home = await fetch(`http://localhost:${port}/bg`)
  expect(home.status).toBe(200)
  expect(await home.text()).toContain('lang="bg"')
  first.kill('SIGINT')
  const ended = await first.ended
  expect(ended).toMatchObject({ code: 0, out: expect.stringMatching(/Installing[\s\S]*Ready: http:[\s\S]*sign-in\/first\//) })

  const second = start()
  await untilReady(port, second)
  second.kill('SIGKILL')
  await second.ended
  await untilFree(port)

  const third = start()
  await untilReady(port, third)
  const asked = await startIn(copy, ['db', 'ask', 'select count(*) as all from store.migration', '--json'], { node, file: 'bin/posoka' }).ended
  expect(JSON.parse(asked.out)[0].all).toBeGreaterThan(0)
  third.kill('SIGTERM')
  expect((await third.ended).code).toBe(0)
})
