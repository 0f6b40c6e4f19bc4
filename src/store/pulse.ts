// The pulse: a text that changes with every committed act. Whoever keeps an answer in memory keeps it under the pulse
// that was asked before the answer; what is about identities is never kept.
import type pg from 'pg'

const question = { name: 'pulse', text: 'select sum(beat)::text as beat from store.pulse' }

/** Callers that arrive while a question is under way share the next one: what they get was read after they called. */
export const makePulse = (pool: pg.Pool): (() => Promise<string>) => {
  const ask = async (): Promise<string> => (await pool.query<{ beat: string }>(question)).rows[0]?.beat ?? ''
  let running: Promise<string> | undefined
  let next: Promise<string> | undefined
  const start = (): Promise<string> => {
    const mine = ask().finally(() => { if (running === mine) running = undefined })
    running = mine
    return mine
  }
  return () => {
    if (!running) return start()
    next ??= running.then(() => {}, () => {}).then(() => { next = undefined; return start() })
    return next
  }
}

const slots = 16
let lastSlot = Math.floor(Math.random() * slots)
const slotOf = new WeakMap<object, number>()
/** Each connection has its own slot, so that acts of one process never wait for each other where they all count. */
export const slotFor = (client: pg.PoolClient): number => {
  const slot = slotOf.get(client) ?? (lastSlot = (lastSlot + 1) % slots)
  slotOf.set(client, slot)
  return slot
}
/** The last statement of an act. */
export const beatOf = (client: pg.PoolClient): string => `update store.pulse set beat = beat + 1 where slot = ${slotFor(client)}`
