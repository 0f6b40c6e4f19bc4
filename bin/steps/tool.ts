// Runs another program: its output shown as it comes, or gathered so that several can run at once.
import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { home } from './home.ts'

const running = new Set<ChildProcess>()
let listening = false
/** The programs end with us; a second Ctrl-C need not wait for them. */
const keep = (child: ChildProcess): Promise<number> => {
  running.add(child)
  if (!listening) {
    listening = true
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        for (const each of running) each.kill(signal)
        setTimeout(() => process.exit(128 + constants.signals[signal]), 10_000).unref()
      })
    }
  }
  return new Promise((resume, fail) => {
    child.on('error', fail)
    child.on('close', (code, signal) => {
      running.delete(child)
      resume(code ?? 128 + constants.signals[signal ?? 'SIGTERM'])
    })
  })
}

type Line = readonly [string, ...string[]]
export const showTool = ([program, ...args]: Line): Promise<number> =>
  keep(spawn(program, args, { cwd: home(), stdio: 'inherit' }))

export type Gathered = { readonly code: number; readonly said: string }
export const gatherTool = async ([program, ...args]: Line): Promise<Gathered> => {
  const child = spawn(program, args, { cwd: home(), stdio: ['ignore', 'pipe', 'pipe'] })
  const parts: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => parts.push(text))
  const code = await keep(child)
  return { code, said: parts.join('') }
}
/** A tool of node_modules by its file, run with this Node: no PATH, no shell. */
export const nodeTool = (file: string, ...args: readonly string[]): Line => [process.execPath, home('node_modules', file), ...args]
