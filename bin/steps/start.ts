// `npm start` and `posoka start`: words, bundle, then the server in this same process.
// The server itself opens the database, migrates and says its address (src/doors/web/main.ts).
import { existsSync } from 'node:fs'
import { bundle, isBuilt } from './bundle.ts'
import { besideFirstDatabase } from './first-database.ts'
import { home, inWords, Stop } from './home.ts'
import { compileWords } from './words.ts'

export const start = async (args: readonly string[]): Promise<undefined> => {
  if (args.length > 0) throw new Stop(
    inWords({ bg: `„start“ не приема думи, а беше дадено „${args.join(' ')}“.`, en: `“start” takes no words, but was given “${args.join(' ')}”.` }),
    inWords({ bg: 'Настройките са променливи на средата, например PORT=8080 npm start.', en: 'Settings are environment variables, for example PORT=8080 npm start.' }), 2)
  await (isBuilt() ? makeReady() : besideFirstDatabase(makeReady))
  if (!existsSync(home('build/server.js'))) throw new Stop('There is no src/doors/web/main.ts to serve.', 'Clone the product again, whole.', 70)
  process.setSourceMapsEnabled(true)
  await import(home('build/server.js'))
}

export const makeReady = async (): Promise<void> => {
  await compileWords('functions')
  if (isBuilt()) return
  console.log(inWords({ bg: 'Сглобявам сървъра и страниците (когато нещо се е променило).', en: 'Building the server and its pages (only when something has changed).' }))
  await bundle()
}
