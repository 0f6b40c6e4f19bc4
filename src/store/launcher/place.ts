// Where the embedded database lies: in the data folder, or in a fixed folder outside when the server's user cannot enter that.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { chmod, chown, cp, lstat, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { StartProblem } from '../start-problem.ts'
import { type Binaries, doNotRun, makeLinks, type ServerUser, tryBinaries } from './binaries.ts'

export type Place = {
  readonly binaries: Binaries
  readonly user: ServerUser
  /** holds everything below; ours */
  readonly home: string
  /** the server's data folder */
  readonly cluster: string
  readonly log: string
  readonly passwordFile: string
}

/** Where the server's own user may not go, its data and binaries are kept here instead. */
const outside = '/var/lib/posoka'
export const outsideOf = (dataFolder: string): string =>
  join(outside, createHash('sha256').update(dataFolder).digest('hex').slice(0, 16))

/** Whether every folder from the root down lets this user through. */
const mayEnter = (folder: string, user: ServerUser): boolean => {
  if (user === null) return true
  for (let at = resolve(folder); ; at = dirname(at)) {
    const facts = statSync(at, { throwIfNoEntry: false })
    if (facts) {
      const bit = facts.uid === user.uid ? 0o100 : facts.gid === user.gid ? 0o010 : 0o001
      if ((facts.mode & bit) === 0) return false
    }
    if (dirname(at) === at) return true
  }
}

/** Made by us, ours, and closed to others; the server's user may pass through but not look around. */
const makeHome = async (home: string, user: ServerUser): Promise<void> => {
  await makeFolder(home, user ? 0o711 : 0o700)
  const facts = await lstat(home)
  if (!facts.isDirectory() || (process.getuid && facts.uid !== process.getuid())) {
    throw new StartProblem({
      code: 'folderWithoutRights',
      what: { bg: `Папката ${home} принадлежи на друг потребител.`, en: `The folder ${home} belongs to another user.` },
      todo: { bg: 'Пуснете програмата като него или посочете друга папка в POSOKA_DATA.', en: 'Start as that user, or name another folder in POSOKA_DATA.' },
    })
  }
  await chmod(home, user ? 0o711 : 0o700)
}

/** A folder that only the server's user can open. */
export const makeServerFolder = async (folder: string, user: ServerUser): Promise<void> => {
  await makeFolder(folder)
  await chmod(folder, 0o700)
  if (user) await chown(folder, user.uid, user.gid)
}

/** Copies under another name first, so that an interrupted copy is never taken for a whole one. */
const copyBinaries = async (binaries: Binaries, home: string): Promise<Binaries> => {
  const target = join(home, `postgresql-${binaries.version}`)
  if (!existsSync(target)) {
    const unfinished = join(home, `unfinished-${randomBytes(6).toString('hex')}`)
    await cp(dirname(binaries.folder), unfinished, { recursive: true, verbatimSymlinks: true })
    await chmod(unfinished, 0o755)
    await makeLinks({ ...binaries, folder: join(unfinished, 'native') })
    await rename(unfinished, target)
  }
  return { ...binaries, folder: join(target, 'native') }
}

const unreachable = (home: string): StartProblem => new StartProblem({
  code: 'folderUnreachable',
  what: {
    bg: `Базата данни е в ${home}, но потребителят „nobody“, под чието име работи сървърът ѝ, вече не може да влезе там.`,
    en: `The database lies in ${home}, but the user "nobody", as whom its server runs, can no longer enter there.`,
  },
  todo: {
    bg: 'Разрешете преминаването през папките над нея (chmod o+x) или не пускайте програмата като root.',
    en: 'Allow passing through the folders above it (chmod o+x), or do not start as root.',
  },
})

/** Decides once; a database that exists stays where it is. */
export const findPlace = async (choice: { binaries: Binaries; dataFolder: string; user: ServerUser }): Promise<Place> => {
  const { user, dataFolder } = choice
  const away = outsideOf(dataFolder)
  const livesAway = existsSync(join(away, 'cluster'))
  const canEnter = mayEnter(dataFolder, user)
  if (!livesAway && !canEnter && existsSync(join(dataFolder, 'cluster'))) throw unreachable(dataFolder)
  const home = livesAway || !canEnter ? away : dataFolder
  await makeHome(dataFolder, user)
  await makeHome(home, user)
  return { ...placeIn(home), binaries: await readyBinaries({ ...choice, away }), user }
}

export const placeIn = (home: string): Omit<Place, 'binaries' | 'user'> => ({
  home,
  cluster: join(home, 'cluster'),
  log: join(home, 'postgresql.log'),
  passwordFile: join(home, 'password'),
})

const readyBinaries = async (choice: { binaries: Binaries; user: ServerUser; away: string }): Promise<Binaries> => {
  const { binaries, user, away } = choice
  const linked = await makeLinks(binaries).then(() => true, () => false)
  const tried = linked ? tryBinaries(binaries, user) : 'unreachable'
  if (tried === 'runs') return binaries
  if (tried !== 'unreachable') throw doNotRun(tried.said)
  await makeHome(away, user)
  const copied = await copyBinaries(binaries, away)
  const again = tryBinaries(copied, user)
  if (again !== 'runs') throw doNotRun(again === 'unreachable' ? copied.folder : again.said)
  return copied
}

// A Unix socket's whole path must fit into about 104 bytes.
const longestSocketFolder = 104 - '/.s.PGSQL.65535'.length - 1

/** The folder of the socket: beside the database, or a private short one when that path would be too long. */
export const makeSocketFolder = async (place: Place): Promise<string> => {
  const near = join(place.home, 'socket')
  const folder = Buffer.byteLength(near) <= longestSocketFolder ? near : await mkdtemp(join(tmpdir(), 'posoka-'))
  await makeServerFolder(folder, place.user)
  return folder
}

/** Left behind by starts that were interrupted. */
export const clearUnfinished = async (home: string): Promise<void> => {
  for (const name of await readdir(home)) {
    if (name.startsWith('unfinished-')) await rm(join(home, name), { recursive: true, force: true })
  }
}
