// The built product as its own process, on a free port, in a data folder of its own that is taken away at the end.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { outsideOf } from '#store/launcher/place.ts'

export const root = join(import.meta.dirname, '..')

export type Folder = { readonly path: string; readonly remove: () => void }
/** Open enough that also the database's own user can enter, when root runs the bench. */
export const makeFolder = (): Folder => {
  const path = mkdtempSync(join(tmpdir(), 'posoka-bench-'))
  chmodSync(path, 0o711)
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true })
      rmSync(outsideOf(path), { recursive: true, force: true })
    },
  }
}
export const findPort = (): Promise<number> => new Promise((done, fail) => {
  const server = createServer()
  server.once('error', fail)
  server.listen(0, () => {
    const address = server.address()
    server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
  })
})
/** The environment as a person has it: nothing of ours, no other database. */
const plain = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(POSOKA_|DATABASE_|SMTP_URL$|PORT$|npm_lifecycle_)/.test(name)))

export type Program = { readonly line: readonly [string, ...string[]]; readonly in: string; readonly data: string; readonly port: number; /** of the environment, beside what every run has */ readonly extra?: Readonly<Record<string, string>> }
export type Started = { readonly address: string; readonly secondsToReady: number; readonly pid: number; readonly stop: () => Promise<void> }

export const startProgram = async ({ line: [program, ...words], in: folder, data, port, extra }: Program): Promise<Started> => {
  const log = join(data, 'bench.log')
  const out = openSync(log, 'a')
  const began = performance.now()
  // A group of its own, so that Ctrl-C reaches all of it as from a terminal.
  const child = spawn(program, words, { cwd: folder, detached: true, stdio: ['ignore', out, out], env: { ...plain(), PORT: String(port), POSOKA_DATA: data, POSOKA_LANGUAGE: 'en', ...extra } })
  const ended = new Promise<void>((done) => { child.on('exit', () => done()) })
  const address = `http://localhost:${port}`
  try {
    await untilHealthy(child, address)
  } catch (error) {
    stopGroup(child, 'SIGKILL')
    throw new Error(`${(error as Error).message}\n${readFileSync(log, 'utf8')}`)
  }
  return { address, secondsToReady: (performance.now() - began) / 1000, pid: child.pid ?? 0, stop: () => { stopGroup(child, 'SIGINT'); return ended } }
}
const stopGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  try { process.kill(-(child.pid ?? 0), signal) } catch { /* gone already */ }
}
const untilHealthy = async (child: ChildProcess, address: string): Promise<void> => {
  for (let left = 12_000; left > 0; left -= 1) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode} before it was ready`)
    const answer = await fetch(`${address}/healthz`).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.ok) return
    await new Promise((resume) => setTimeout(resume, 5))
  }
  throw new Error('was not ready within a minute')
}

export type Product = Started & { readonly data: string }
export const withProduct = async <T>(use: (product: Product) => Promise<T>): Promise<T> => {
  const folder = makeFolder()
  try {
    const started = await startProgram({ line: [process.execPath, '--enable-source-maps', join(root, 'build/server.js')], in: root, data: folder.path, port: await findPort() })
    try {
      return await use({ ...started, data: folder.path })
    } catch (error) {
      const faults = readFileSync(join(folder.path, 'bench.log'), 'utf8').split('\n').filter((line) => line.includes('"level":"error"'))
      throw new Error([(error as Error).message, ...faults.slice(-5)].join('\n'), { cause: error })
    } finally {
      await started.stop()
    }
  } finally {
    folder.remove()
  }
}
