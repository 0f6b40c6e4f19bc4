// Starts the real product for a test: `npm start` without npm, as its own process, on a free port, with a data folder of its own.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export type App = {
  readonly address: string
  /** everything it has printed so far */
  readonly log: () => string
  readonly pid: number
  /** sends the signal and waits for the end; gives the exit code, or the signal's name */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | string>
}
export type AppSettings = {
  /** kept after the end when given; else made, and removed at the end */
  readonly data?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly patience?: number
}
export const isAppBuilt = (): boolean => existsSync(join(root, 'build/server.js'))

/** A folder that also the database's own user can enter, when root runs the tests. */
export const makeDataFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'posoka-app-'))
  chmodSync(folder, 0o711)
  return folder
}

export const startApp = async ({ data, environment = {}, patience = 90_000 }: AppSettings = {}): Promise<App> => {
  const folder = data ?? makeDataFolder()
  const { DATABASE_URL: _, DATABASE_REPLICA_URL: __, POSOKA_URL: ___, SMTP_URL: ____, ...rest } = process.env
  // through the bootstrap, which ends the server when this test run dies without a word
  const child = spawn(process.execPath, [join(root, 'bin/bootstrap.js'), 'start'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...rest, NODE_ENV: 'test', PORT: '0', POSOKA_LANGUAGE: 'en', POSOKA_DATA: folder, ...environment },
  })
  const said: string[] = []
  const ended = new Promise<number | string>((resume) => {
    child.on('exit', (code, signal) => {
      if (data === undefined) rmSync(folder, { recursive: true, force: true })
      resume(code ?? signal ?? 'unknown')
    })
  })
  const address = await new Promise<string>((resume, fail) => {
    const timer = setTimeout(() => { child.kill('SIGKILL'); fail(new Error(`the server was not ready within ${patience} ms:\n${said.join('')}`)) }, patience)
    const hear = (text: string): void => {
      said.push(text)
      const found = /https?:\/\/[\w.[\]:-]+:\d+/.exec(said.join(''))?.[0]
      if (!found) return
      clearTimeout(timer)
      resume(found)
    }
    child.stdout?.setEncoding('utf8').on('data', hear)
    child.stderr?.setEncoding('utf8').on('data', (text: string) => said.push(text))
    void ended.then((how) => { clearTimeout(timer); fail(new Error(`the server ended (${how}) before it was ready:\n${said.join('')}`)) })
  })
  await untilHealthy(address)
  return {
    address, pid: child.pid ?? 0,
    log: () => said.join(''),
    stop: (signal = 'SIGTERM') => { child.kill(signal); return ended },
  }
}

const untilHealthy = async (address: string): Promise<void> => {
  for (let left = 200; left > 0; left -= 1) {
    const answer = await fetch(`${address}/healthz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resume) => setTimeout(resume, 50))
  }
  throw new Error(`${address}/healthz did not answer`)
}
