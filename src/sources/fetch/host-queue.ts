// One request at a time per host, with a gap between two and growing pauses after failures. Knows nothing of HTTP.
import { setTimeout as sleep } from 'node:timers/promises'
import { problemPausing } from './fetch-problem.ts'

export type QueuePace = {
  /** between the end of one request and the start of the next */
  readonly gapMs: number
  /** after the first failure; doubles with each further one */
  readonly pauseMs: number
  readonly longestPauseMs: number
  /** a caller waits so long for a pause to end; for a longer one it is told to come again */
  readonly patienceMs: number
}
export type Turn = { readonly leave: (how: { readonly went: 'well' | 'badly' | 'untold'; readonly again?: number }) => void }
type Host = { last: Promise<void>; waiting: number; failures: number; notBefore: number }

export class HostQueue {
  private readonly hosts = new Map<string, Host>()
  private readonly pace: QueuePace
  private readonly now: () => number
  constructor(pace: QueuePace, now: () => number = Date.now) {
    this.pace = pace
    this.now = now
  }
  /** Resolves when it is this caller's turn. Throws a FetchProblem while the host is paused, the signal's reason when it is aborted. */
  async enter(name: string, signal: AbortSignal): Promise<Turn> {
    const host = this.hosts.get(name) ?? { last: Promise.resolve(), waiting: 0, failures: 0, notBefore: 0 }
    this.hosts.set(name, host)
    const before = host.last
    const own = Promise.withResolvers<void>()
    host.last = before.then(() => own.promise)
    host.waiting += 1
    try {
      await orAborted(before, signal)
      const wait = host.notBefore - this.now()
      if (wait > this.pace.patienceMs) throw problemPausing(name, host.notBefore)
      if (wait > 0) await sleep(wait, undefined, { signal }).catch(() => signal.throwIfAborted())
    } catch (problem) {
      this.settle(name, own.resolve)
      throw problem
    }
    let left = false
    return {
      leave: ({ went, again = 0 }) => {
        if (left) return
        left = true
        if (went === 'well') host.failures = 0
        if (went === 'badly') host.failures += 1
        const pause = went === 'badly' ? Math.min(this.pace.pauseMs * 2 ** (host.failures - 1), this.pace.longestPauseMs) : this.pace.gapMs
        host.notBefore = Math.max(this.now() + pause, Math.min(again, this.now() + this.pace.longestPauseMs))
        this.settle(name, own.resolve)
      },
    }
  }
  private settle(name: string, release: () => void): void {
    const host = this.hosts.get(name)
    release()
    if (host === undefined) return
    host.waiting -= 1
    // A host that is well and has been quiet need not be remembered.
    if (host.waiting === 0 && host.failures === 0 && host.notBefore <= this.now()) this.hosts.delete(name)
  }
}
const orAborted = async (promise: Promise<void>, signal: AbortSignal): Promise<void> => {
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<never>()
  const onAbort = (): void => aborted.reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    await Promise.race([promise, aborted.promise])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
