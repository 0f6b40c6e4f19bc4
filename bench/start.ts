// How long one waits for `npm start`: the first time after the packages are installed, and every next time.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { median, met, short, spread, tell } from './outcome.ts'
import { findPort, makeFolder, type Program, root, startProgram } from './product.ts'

/** What a clone holds, as far as a start needs it. */
const parts = ['bin', 'src', 'locales', 'migrations', 'catalogue', 'packs', 'project.inlang', 'package.json', 'package-lock.json', 'tsconfig.json']
const generated = join(root, 'src/kernel/words/')

/** As a person types it where npm is known, else what npm would run. */
const npm = process.env.npm_execpath
const lineOf = (): Program['line'] =>
  npm === undefined || !existsSync(npm) ? [process.execPath, 'bin/bootstrap.js', 'start'] : [process.env.npm_node_execpath ?? process.execPath, npm, 'start', '--silent']

const copyTo = (folder: string): string => {
  const copy = join(folder, 'posoka')
  mkdirSync(copy)
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true, filter: (file) => !file.startsWith(generated) })
  linkPackages(copy)
  return copy
}
/** Link by link, so that whatever an installation takes away in the copy stays whole here. */
const linkPackages = (copy: string): void => {
  const there = join(root, 'node_modules')
  const here = join(copy, 'node_modules')
  for (const name of readdirSync(there)) {
    if (name.startsWith('@')) for (const inside of readdirSync(join(there, name))) link(join(there, name, inside), join(here, name, inside))
    else if (name.startsWith('.') && statSync(join(there, name)).isFile()) cpSync(join(there, name), join(here, name))
    else link(join(there, name), join(here, name))
  }
}
const link = (from: string, to: string): void => {
  mkdirSync(dirname(to), { recursive: true })
  symlinkSync(from, to)
}
const emptyNode = (): number => {
  const began = performance.now()
  spawnSync(process.execPath, ['--eval', '0'])
  return (performance.now() - began) / 1000
}

const first: number[] = []
const next: number[] = []
const empty: number[] = []
for (let round = 0; round < 3; round++) {
  const folder = makeFolder()
  try {
    const copy = copyTo(folder.path)
    const program = { line: lineOf(), in: copy, data: join(copy, '.posoka'), port: await findPort() }
    mkdirSync(program.data, { mode: 0o711 })
    const start = async (into: number[]): Promise<void> => {
      empty.push(emptyNode())
      const started = await startProgram(program)
      into.push(started.secondsToReady)
      await started.stop()
    }
    await start(first)
    for (let again = 0; again < 3; again++) await start(next)
  } finally {
    folder.remove()
  }
}
const bare = median(empty)
const against = (seconds: readonly number[]): string => `${short(median(seconds) / bare)}× an empty Node process (${short(bare)} s)`
tell({ what: 'first start after install: words, bundle, database, starter pack', aim: '≤ 5 s', measured: spread(first, 's'), ratio: against(first), met: met(median(first) <= 5) })
tell({ what: 'every next start', aim: '≤ 2 s', measured: spread(next, 's'), ratio: against(next), met: met(median(next) <= 2) })
