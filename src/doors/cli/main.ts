// The command line itself: binds the terminal, the environment and the store to run.ts. Called by bin/posoka, runs from source.
// What only a command with a database needs is loaded for such a command alone: `posoka compute` answers in a fraction of the time.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findCheckout } from '#store/checkout.ts'
import { readSettings } from '#store/settings.ts'
import { computeCommand } from './compute.ts'
import { runLine } from './run.ts'

export const runCommandLine = async (typed: readonly string[]): Promise<number> => {
  // `posoka series | head` closes our output early; that is no mistake of ours
  process.stdout.on('error', (problem: NodeJS.ErrnoException) => { if (problem.code === 'EPIPE') process.exit(0) })
  const commands = typed[0] === computeCommand.name ? [computeCommand] : (await import('./commands.ts')).commands
  return runLine(typed, commands, {
    out: process.stdout,
    problems: process.stderr,
    language: process.env.POSOKA_LANGUAGE === 'bg' ? 'bg' : 'en',
    version: JSON.parse(readFileSync(join(findCheckout(), 'package.json'), 'utf8')).version,
    now: () => new Date(),
    input: readInput,
    openStore: async (how) => (await import('#store/store.ts')).openStore(readSettings(process.env), how),
    onStop: listenForStop,
  })
}

const readInput = async (): Promise<string> => {
  if (process.stdin.isTTY) return ''
  let text = ''
  for await (const part of process.stdin.setEncoding('utf8')) text += part
  return text
}

/** One Ctrl-C may arrive twice (from the terminal and through npm); only a later one means "at once". */
const sameKeystroke = 500
const listenForStop = (stop: () => void): (() => void) => {
  let first: number | null = null
  const heard = (): void => {
    const now = performance.now()
    if (first === null) {
      first = now
      stop()
    } else if (now - first > sameKeystroke) process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, heard)
  return () => { for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, heard) }
}
