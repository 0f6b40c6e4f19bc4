// Imports that were killed half way: found by their process, cleared away at the next start or the next import.
import type { Store } from '#store/store.ts'
import type { Standing } from '#store/this-process.ts'
import type { Arriving } from '../read.ts'
import { listArriving } from '../read.ts'
import { clearArriving } from '../write.ts'

/** Long enough for any batch; a process on another machine cannot be asked whether it lives. */
const silence = 120_000

export const isDead = (arriving: Pick<Arriving, 'host' | 'process' | 'seenAt'>, at: { now: Date; here: Standing }): boolean =>
  (arriving.host === at.here.host && !at.here.isAlive(arriving.process)) || at.now.getTime() - arriving.seenAt.getTime() > silence

/** How many interrupted imports were cleared away. */
export const clearDead = async (store: Store, at: { now: Date; here: Standing }): Promise<number> => {
  const dead = (await store.reading((reader) => listArriving(reader), { as: 'staff', fresh: 'primary' })).filter((one) => isDead(one, at))
  for (const one of dead) await store.writing((writer) => clearArriving(writer, one.vintage), { quiet: 'yes' })
  return dead.length
}
