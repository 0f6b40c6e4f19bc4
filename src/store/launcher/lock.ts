// Keeps two starts from racing, and counts who uses the server, so that the last one out switches it off.
// Not PostgreSQL's own lock on its folder: that one holds as well.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, mkdir, readdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartProblem } from '../start-problem.ts'

/** State and begin of a process as Linux tells them; both '' where the system does not say. */
const factsOf = (pid: number): { readonly state: string; readonly began: string } => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', began: fields[19] ?? '' }
  } catch {
    return { state: '', began: '' }
  }
}
/** When it began, so that a reused number is not taken for the same process. */
const beganAt = (pid: number): string => factsOf(pid).began
/** In a container whose first process buries nobody, the dead keep their numbers: Z is not alive. */
export const isAlive = (pid: number): boolean => {
  // 0 and negative numbers mean groups of processes.
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return factsOf(pid).state !== 'Z'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
const myMark = (): string => `${process.pid}.${beganAt(process.pid)}`
const isMarkAlive = (mark: string): boolean => {
  const [pid, began] = mark.split('.')
  if (!/^\d+$/.test(pid ?? '') || !isAlive(Number(pid))) return false
  return !began || beganAt(Number(pid)) === began
}

const lockHeld = (holder: string, home: string): StartProblem => new StartProblem({
  code: 'lockHeld',
  what: {
    bg: `Друг процес (${holder}) пуска базата данни в ${home} и не свършва.`,
    en: `Another process (${holder}) is starting the database in ${home} and does not finish.`,
  },
  todo: { bg: 'Изчакайте го или го спрете и пуснете отново.', en: 'Wait for it or stop it, then start again.' },
})

/** Holds the lock while the work runs; waits for another holder, takes over from a dead one. */
export const underLock = async <T>(home: string, work: () => Promise<T>): Promise<T> => {
  const file = join(home, 'lock')
  const mine = join(home, `lock-${process.pid}-${randomBytes(4).toString('hex')}`)
  await writeFile(mine, myMark(), { mode: 0o600 })
  try {
    const patience = Date.now() + 60_000
    while (!(await link(mine, file).then(() => true, (error: NodeJS.ErrnoException) => { if (error.code === 'EEXIST') return false; throw error }))) {
      const holder = await readFile(file, 'utf8').catch(() => null)
      if (holder !== null && !isMarkAlive(holder)) await takeAway({ file, holder, aside: `${mine}-old` })
      else if (Date.now() > patience) throw lockHeld(holder?.split('.')[0] ?? '?', home)
      else await pause(20)
    }
    try {
      return await work()
    } finally {
      await unlink(file).catch(() => {})
    }
  } finally {
    await unlink(mine).catch(() => {})
  }
}
/** Two may find the same dead lock: what was moved aside is put back when it is not the dead one. */
const takeAway = async (stale: { file: string; holder: string; aside: string }): Promise<void> => {
  const moved = await rename(stale.file, stale.aside).then(() => true, () => false)
  if (!moved) return
  if ((await readFile(stale.aside, 'utf8')) !== stale.holder) await link(stale.aside, stale.file).catch(() => {})
  await unlink(stale.aside)
}

const usersFolder = (home: string): string => join(home, 'users')
let registered = 0
/** Says that this process uses the server; several stores of one process count apart. Call under the lock. */
export const registerUser = async (home: string): Promise<string> => {
  await mkdir(usersFolder(home), { recursive: true, mode: 0o700 })
  const name = `${myMark()}.${registered++}`
  await writeFile(join(usersFolder(home), name), '', { mode: 0o600 })
  return name
}
/** Takes the mark away; true when nobody living uses the server any more. Call under the lock. */
export const unregisterUser = async (home: string, name: string): Promise<'last' | 'others remain'> => {
  await rm(join(usersFolder(home), name), { force: true })
  const rest = await readdir(usersFolder(home))
  for (const mark of rest) {
    if (isMarkAlive(mark)) return 'others remain'
    await rm(join(usersFolder(home), mark), { force: true })
  }
  return 'last'
}
