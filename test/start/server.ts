// Runs the built server until it gives up or is told to stop, for tests of what it says when it cannot start.
import { spawn } from 'node:child_process'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'

const server = join(import.meta.dirname, '../../build/server.js')

export type GaveUp = { readonly code: number | null; readonly lines: readonly string[] }
/** stderr in lines, once the server has ended by itself */
export const startAndFail = ({ data, environment = {}, user, patience = 60_000 }: {
  readonly data: string; readonly environment?: Readonly<Record<string, string>>; readonly user?: number; readonly patience?: number
}): Promise<GaveUp> => new Promise((resume, fail) => {
  const { DATABASE_URL: _, DATABASE_REPLICA_URL: __, ...rest } = process.env
  const child = spawn(process.execPath, [server], {
    stdio: ['ignore', 'pipe', 'pipe'], ...(user === undefined ? {} : { uid: user, gid: user }),
    env: { ...rest, PORT: '0', POSOKA_LANGUAGE: 'en', POSOKA_DATA: data, ...environment },
  })
  let out = ''
  let problems = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text })
  child.stderr.setEncoding('utf8').on('data', (text: string) => { problems += text })
  const timer = setTimeout(() => { child.kill('SIGKILL'); fail(new Error(`did not give up: ${out}${problems}`)) }, patience)
  child.on('close', (code) => { clearTimeout(timer); resume({ code, lines: problems.trim().split('\n') }) })
})

/** Something else that holds a port. */
export const holdPort = (): Promise<{ readonly port: number; readonly release: () => void }> => new Promise((resume) => {
  const held: Server = createServer().listen(0, () => {
    const address = held.address()
    resume({ port: typeof address === 'object' && address !== null ? address.port : 0, release: () => { held.close() } })
  })
})
