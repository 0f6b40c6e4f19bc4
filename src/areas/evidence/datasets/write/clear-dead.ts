// Imports that were killed half way: found by their process, cleared away at the next start or the next import.
import { hostname } from 'node:os'
import type { Store } from '#store/store.ts'
import type { Arriving } from '../read.ts'
import { listArriving } from '../read.ts'
import { clearArriving } from '../write.ts'

/** Long enough for any batch; a process on another machine cannot be asked whether it lives. */
const silence = 120_000

const isAlive = (process_: number): boolean => {
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as { code?: string }).code === 'EPERM'
  }
}
export const isDead = (arriving: Pick<Arriving, 'host' | 'process' | 'seenAt'>, now: Date): boolean =>
  (arriving.host === hostname() && !isAlive(arriving.process)) || now.getTime() - arriving.seenAt.getTime() > silence

/** How many interrupted imports were cleared away. */
export const clearDead = async (store: Store, now: Date): Promise<number> => {
  const dead = (await store.reading((reader) => listArriving(reader), { as: 'staff', fresh: 'primary' })).filter((one) => isDead(one, now))
  for (const one of dead) await store.writing((writer) => clearArriving(writer, one.vintage), { quiet: 'yes' })
  return dead.length
}
