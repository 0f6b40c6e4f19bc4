// `npm run dev`: the server, built and started again whenever a source or a text changes.
// A fault in the sources is said and waited out; the last good server keeps running meanwhile.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { bundle } from './bundle.ts'
import { home, Stop } from './home.ts'
import { compileWords } from './words.ts'

export const dev = async (): Promise<undefined> => {
  let server: ChildProcess | undefined
  let stopping = false

  const restart = async (): Promise<void> => {
    try {
      await compileWords('functions')
      await bundle()
    } catch (problem) {
      if (!(problem instanceof Stop)) throw problem
      console.error(problem.message)
      return
    }
    await stopServer(server)
    if (!stopping) server = spawn(process.execPath, ['--enable-source-maps', home('build/server.js')], { cwd: home(), stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  }

  let queue = restart()
  let timer: NodeJS.Timeout | undefined
  for (const folder of ['src', 'locales', 'catalogue', 'migrations', 'packs']) {
    if (!existsSync(home(folder))) continue
    watch(home(folder), { recursive: true }, (_, name) => {
      if (name === null || name.startsWith('kernel/words') || name.includes('.test.')) return
      clearTimeout(timer)
      timer = setTimeout(() => { queue = queue.then(restart) }, 80)
    })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      if (stopping) return
      stopping = true
      await stopServer(server)
      process.exit(0)
    })
  }
  await queue
}

const stopServer = (server: ChildProcess | undefined): Promise<void> => new Promise((resume) => {
  if (!server || server.exitCode !== null || server.signalCode !== null) return resume()
  server.once('exit', () => resume())
  server.kill('SIGTERM')
})
