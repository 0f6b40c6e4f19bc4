// Starts the embedded server again when it dies under us (killed for memory, a full disk): requests fail meanwhile, then go on.
import { underLock } from './lock.ts'
import type { Place } from './place.ts'
import { isOurServer, readPostmaster } from './postmaster.ts'
import { adoptServer, type RunningServer, startServer } from './server.ts'

const everyMs = 1_000
const longestPauseMs = 30_000

/** Returns how to stop looking; a start under way is waited for. */
export const keepRunning = (place: Place, kept: { server: RunningServer; extra: Readonly<Record<string, string>> | undefined }): (() => Promise<void>) => {
  let reviving: Promise<void> | undefined
  let pauseMs = everyMs
  let notBefore = 0
  const { host, port } = kept.server.address
  const revive = async (): Promise<void> => {
    try {
      // Another process that uses it may have been faster.
      await underLock(place.home, async () => { if (!(await adoptServer(place))) await startServer(place, { extra: kept.extra, at: { host, port } }) })
      pauseMs = everyMs
    } catch {
      // What it said is in its own log; the disk may still be full.
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      notBefore = Date.now() + pauseMs
    }
  }
  const timer = setInterval(() => {
    const found = readPostmaster(place.cluster)
    if (reviving || Date.now() < notBefore || (found && isOurServer(found.pid, place.cluster))) return
    reviving = revive().finally(() => { reviving = undefined })
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await reviving
  }
}
