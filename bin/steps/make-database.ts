// The program that first-database.ts runs. A signal lets the step at hand end: the database is stopped, not orphaned.
import { makeFirstDatabase } from '../../src/doors/cli/first-database.ts'
import { inWords } from './home.ts'

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
await makeFirstDatabase(process.env, (text) => console.log(inWords(text))).catch(() => {})
