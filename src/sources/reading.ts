// What every reader is asked and gives: batches of blocks, then what was seen in the whole file. No format is known here.
import { setImmediate } from 'node:timers/promises'
import type { FileFacts, SeriesBlock, Want } from '#kernel/observation.ts'
import type { ReadLimits } from './limits.ts'

export type ReadAsk = { readonly want: Want; readonly limits: ReadLimits; readonly signal: AbortSignal | null }
export type Batches = AsyncGenerator<readonly SeriesBlock[], FileFacts>
/** Unpacked bytes without a byte-order mark in, batches out. */
export type BatchReader = (bytes: AsyncIterable<Uint8Array>, ask: ReadAsk) => Batches

/** Lets the event loop turn when the present turn has lasted long enough, so that a server stays responsive. */
export class Breath {
  private since = performance.now()
  private readonly signal: AbortSignal | null
  constructor(signal: AbortSignal | null) {
    this.signal = signal
  }
  async take(): Promise<void> {
    this.signal?.throwIfAborted()
    if (performance.now() - this.since < 10) return
    await setImmediate()
    this.since = performance.now()
    this.signal?.throwIfAborted()
  }
}
