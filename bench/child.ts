// Runs a file of the bench in a fresh process and gives what it reports. A process of its own: no warm code, its own memory.
import { fork } from 'node:child_process'
import { join } from 'node:path'

export const inFreshProcess = <T>(file: string, words: readonly string[]): Promise<T> => new Promise((done, fail) => {
  let said: T | undefined
  const child = fork(join(import.meta.dirname, file), words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.on('message', (message) => { said = message as T })
  child.on('error', fail)
  child.on('exit', (code, signal) => (code === 0 && said !== undefined ? done(said) : fail(new Error(`${file} ended with ${code ?? signal}`))))
})
/** The most this process ever held, in MB. */
export const peakMemory = (): number => process.resourceUsage().maxRSS / 1024
