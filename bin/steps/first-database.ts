// While a first start compiles and bundles here, its database is made in a process of its own: the two need nothing of each other.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { home } from './home.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Gives what was built, once the database is made or left to the server to make. */
export const besideFirstDatabase = async <T>(work: () => Promise<T>): Promise<T> => {
  const child = spawn(process.execPath, [home('bin/steps/make-database.ts')], { cwd: home(), stdio: ['ignore', 'inherit', 'ignore'] })
  const ended = new Promise<void>((resume) => {
    child.on('error', () => resume())
    child.on('close', () => resume())
  })
  // nobody is left behind: it stops its database first, then we go
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal)
    await ended
    process.exit(128 + constants.signals[signal])
  }
  for (const signal of signals) process.on(signal, stop)
  try {
    return await work()
  } finally {
    await ended
    for (const signal of signals) process.off(signal, stop)
  }
}
