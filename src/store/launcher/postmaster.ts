// What postmaster.pid says about a server that may have outlived us. Numbers are reused: nothing is believed before it is recognised.
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './lock.ts'

export type Postmaster = { readonly pid: number; readonly port: number; readonly socketFolder: string; readonly state: string }

export const readPostmaster = (cluster: string): Postmaster | undefined => {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, port: Number(lines[3] ?? 0), socketFolder: (lines[4] ?? '').trim(), state: (lines[7] ?? '').trim() } : undefined
  } catch {
    return undefined
  }
}

const read = (ask: () => string): string => {
  try { return ask() } catch { return '' }
}
/** Whether this process number is a PostgreSQL on this very folder. Without /proc: whether it lives at all. */
export const isOurServer = (pid: number, cluster: string): boolean => {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  const folder = read(() => realpathSync(cluster))
  const command = read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).split('\0')
  return /postgres$/.test(command[0] ?? '') && (command.includes(cluster) || command.includes(folder))
}

/** Server processes whose parent died keep working for a moment: they stand in the data folder. */
export const hasLeftovers = (cluster: string): boolean => {
  if (process.platform !== 'linux') return false
  const folder = read(() => realpathSync(cluster))
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && read(() => readlinkSync(`/proc/${name}/cwd`)) === folder)
}
