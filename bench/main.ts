// `npm run bench`: each bench in a process of its own, one after another, then one table. `npm run bench -- readers pages`
// takes some; `-- --write` also writes docs/benchmarks.md, where a bench that did not run keeps its lines.
import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Outcome, Told } from './outcome.ts'
import { type Results, printTable, writeDocument } from './document.ts'

export const benches = ['readers', 'import', 'pages', 'search', 'start', 'processes', 'weight', 'open-data', 'backup', 'documents', 'mail', 'proposals', 'reply-report', 'analysis', 'benchmark-page'] as const
type Bench = (typeof benches)[number]
const isBench = (word: string): word is Bench => (benches as readonly string[]).includes(word)

const run = (bench: Bench): Promise<readonly Outcome[]> => new Promise((done, fail) => {
  const outcomes: Outcome[] = []
  const child = fork(join(import.meta.dirname, `${bench}.ts`), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.on('message', (told: Told) => {
    if ('outcome' in told) outcomes.push(told.outcome)
    else console.log(`${bench}: ${told.skipped}`)
  })
  child.on('error', fail)
  child.on('exit', (code, signal) => (code === 0 ? done(outcomes) : fail(new Error(`the bench “${bench}” ended with ${code ?? signal}`))))
})

const words = process.argv.slice(2)
const wrong = words.filter((word) => word !== '--write' && !isBench(word))
if (wrong.length > 0) {
  console.error(`There is no bench “${wrong.join('”, “')}”.\nThere are: ${benches.join(', ')}; and --write.`)
  process.exit(2)
}
const chosen = benches.filter((bench) => words.includes(bench))
const results: Results = new Map()
for (const bench of chosen.length > 0 ? chosen : benches) {
  console.error(`${bench} …`)
  const outcomes = await run(bench)
  if (outcomes.length > 0) results.set(bench, outcomes)
}
printTable(results)
if (words.includes('--write')) console.log(`Written: ${writeDocument({ results, order: benches, now: new Date() })}`)
const missed = [...results.values()].flat().filter((outcome) => outcome.met === 'no').length
console.log(missed === 0 ? 'Every aim is met.' : `${missed} of the aims are not met.`)
