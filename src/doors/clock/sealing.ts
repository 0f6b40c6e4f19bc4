// Chains the audit trail while the product runs: looks twice a second, works only when there is something.
import { setTimeout as pause } from 'node:timers/promises'
import { hasUnsealed, sealAudit } from '#store/audit-chain.ts'
import type { Store } from '#store/store.ts'

const everyMs = 400

/** Returns how to stop it; what was committed before is chained first. */
export const keepSealing = (store: Store, tell: (text: string) => void): (() => Promise<void>) => {
  const stopping = new AbortController()
  let failing = false
  const look = async (): Promise<void> => {
    try {
      if (await store.reading(hasUnsealed, { as: 'staff', fresh: 'primary' })) await sealAudit(store)
      failing = false
    } catch (error) {
      // Said once, not twice a second: the database may be restarting.
      if (!failing) tell(`the audit trail could not be chained: ${(error as Error).message}`)
      failing = true
    }
  }
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await look()
      await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
    await look()
  })()
  return async () => { stopping.abort(); await running }
}
