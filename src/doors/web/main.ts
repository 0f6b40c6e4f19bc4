// The entry of the server bundle: evaluating it starts the server with the settings of the environment.
import { readSettings } from '#store/settings.ts'
import { StartProblem } from '#store/start-problem.ts'
import { describeFailure } from './log.ts'
import { startServer, type Running } from './start.ts'

const language = process.env.POSOKA_LANGUAGE === 'bg' ? 'bg' : 'en'

const giveUp = (error: unknown): never => {
  if (error instanceof StartProblem) {
    console.error(`${error.what[language]}\n${error.todo[language]}`)
    process.exit(error.code === 'setting' ? 2 : 5)
  }
  console.error(error)
  process.exit(70)
}
const start = async (): Promise<Running> => startServer({
  settings: readSettings(process.env),
  language,
  print: (line) => console.log(line),
  log: (text) => { process.stdout.write(text) },
})

// A promise that nobody waits for must not end a server that others are reading from.
process.on('unhandledRejection', (reason) => { console.error(JSON.stringify({ at: new Date().toISOString(), level: 'error', ...describeFailure(reason) })) })

const starting = start()
/** One Ctrl-C may arrive twice, from the terminal and through npm: stopping happens once, and after the start is done. */
let stopping: 'not yet' | 'under way' = 'not yet'
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping === 'under way') return
    stopping = 'under way'
    starting.then((running) => running.stop()).then(() => process.exit(0), giveUp)
  })
}
starting.catch(giveUp)
