// What is done about processes at every start: the standing invitation is there.
import type { Store } from '#store/store.ts'
import { standingSlug } from './rules.ts'
import { findProcess } from './read.ts'
import { prepareStanding } from './write.ts'

export const prepareProcesses = async (store: Pick<Store, 'reading' | 'writing'>, now: Date): Promise<void> => {
  const there = await store.reading((reader) => findProcess(reader, { slug: standingSlug, who: 'staff' }), { as: 'staff', fresh: 'primary' })
  if (there === undefined) await store.writing((writer) => prepareStanding(writer, now))
}
