// Makes the database's folder once, and reads which version made it. Not the server (server.ts).
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chown, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { diskFull, StartProblem } from '../start-problem.ts'
import { binary, majorOf } from './binaries.ts'
import { makeServerFolder, type Place } from './place.ts'

/** Anything but this locale makes pg_trgm drop every Cyrillic letter without an error. */
export const localeFlags = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=bg'] as const

export const serverEnvironment = { PATH: process.env.PATH ?? '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C.UTF-8', ...(process.platform === 'win32' ? process.env : {}) }

/** The password is made once: 24 random bytes, known to nobody. */
export const readPassword = async (place: Place): Promise<string> => {
  if (existsSync(place.passwordFile)) return readFileSync(place.passwordFile, 'utf8').trim()
  const password = randomBytes(24).toString('base64url')
  await writeFile(place.passwordFile, password, { mode: 0o600, flag: 'wx' })
  return password
}

export const hasCluster = (place: Place): boolean => existsSync(join(place.cluster, 'PG_VERSION'))

/** A new database with the starter pack takes some 70 MB; a disk that fills in the middle of it says so in many tongues. */
const leastFree = 120 * 1024 * 1024
const refuseSmallDisk = async (place: Place): Promise<void> => {
  const { bavail, bsize } = await statfs(place.home)
  if (bavail * bsize < leastFree) throw diskFull(place.home)
}

/** Into a folder of another name, renamed when complete: an interrupted initdb never looks finished. */
export const makeCluster = async (place: Place): Promise<void> => {
  await refuseSmallDisk(place)
  const unfinished = join(place.home, `unfinished-${randomBytes(6).toString('hex')}`)
  await makeServerFolder(unfinished, place.user)
  const passwordCopy = join(place.home, `password-${randomBytes(6).toString('hex')}`)
  await writeFile(passwordCopy, await readPassword(place), { mode: 0o600 })
  if (place.user) await chown(passwordCopy, place.user.uid, place.user.gid)
  try {
    const said = await runInitdb(place, { folder: unfinished, passwordCopy })
    if (said !== null) throw initdbProblem(place, said)
    await rename(unfinished, place.cluster)
  } finally {
    await rm(passwordCopy, { force: true })
    await rm(unfinished, { recursive: true, force: true })
  }
}

/** null when all went well, else what it said */
const runInitdb = (place: Place, at: { folder: string; passwordCopy: string }): Promise<string | null> =>
  new Promise((resolve) => {
    const child = spawn(binary(place.binaries, 'initdb'), [
      '-D', at.folder, ...localeFlags, '-U', 'posoka', '--auth=scram-sha-256', `--pwfile=${at.passwordCopy}`, '--no-instructions',
    ], { ...(place.user ?? {}), cwd: '/', env: serverEnvironment, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (bytes) => { said += bytes })
    child.stderr.on('data', (bytes) => { said += bytes })
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => resolve(code === 0 ? null : said.trim()))
  })

const initdbProblem = (place: Place, said: string): StartProblem => {
  if (/No space left/i.test(said)) return diskFull(place.home)
  if (/could not look up effective user/i.test(said)) {
    return new StartProblem({
      code: 'unknownUser',
      what: { bg: 'Системата не познава потребителя, под чието име работи програмата.', en: 'The system does not know the user this program runs as.' },
      todo: { bg: 'Добавете го в /etc/passwd или посочете собствен PostgreSQL в DATABASE_URL.', en: 'Add it to /etc/passwd, or set DATABASE_URL to a PostgreSQL of your own.' },
    })
  }
  const last = said.split('\n').slice(-3).join(' ')
  return new StartProblem({
    code: 'serverDidNotStart',
    what: { bg: `Базата данни в ${place.home} не можа да бъде създадена: ${last}`, en: `The database in ${place.home} could not be created: ${last}` },
    todo: { bg: 'Отстранете причината или посочете собствен PostgreSQL в DATABASE_URL.', en: 'Remove the cause, or set DATABASE_URL to a PostgreSQL of your own.' },
  })
}

/** Data of another major version cannot be opened; they move by export and import. */
export const refuseOtherVersion = (place: Place): void => {
  const found = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  const wanted = majorOf(place.binaries)
  if (Number(found) === wanted) return
  throw new StartProblem({
    code: 'otherMajorVersion',
    what: {
      bg: `Данните в ${place.cluster} са от PostgreSQL ${found}, а тази програма носи версия ${wanted}.`,
      en: `The data in ${place.cluster} are of PostgreSQL ${found}; this program carries version ${wanted}.`,
    },
    todo: {
      bg: 'С предишното издание изпълнете „bin/posoka backup“, преместете папката и с новото – „bin/posoka restore“.',
      en: 'With the former release run "bin/posoka backup", move the folder away, and with the new one "bin/posoka restore".',
    },
  })
}
