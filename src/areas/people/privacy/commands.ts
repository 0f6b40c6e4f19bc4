// What the clock does for personal data: clears what is over, and removes files that nobody needs any more.
import type { Store } from '#store/store.ts'
import { listFilesToRemove } from './read.ts'
import type { PersonalPart, RetentionPart } from './read/parts.ts'
import { clearKind, noteFilesRemoved } from './write.ts'

type Parts = { readonly personal: readonly PersonalPart[]; readonly retention: readonly RetentionPart[] }
/** Every day; a kind that fails does not keep the others. */
export const makeRetentionJob = ({ retention }: Pick<Parts, 'retention'>) => async (store: Pick<Store, 'writing'>, now: Date): Promise<void> => {
  const failed: unknown[] = []
  for (const part of retention) await store.writing((writer) => clearKind({ writer, now }, part)).catch((error) => failed.push(error))
  if (failed.length > 0) throw failed[0]
}
/** A file goes when no topic names it any more: two people may have sent the same bytes. Cut off in between, it goes the next time. */
export const makeRemoveFilesJob = ({ personal }: Pick<Parts, 'personal'>) => async (store: Pick<Store, 'reading' | 'writing' | 'files'>): Promise<void> => {
  const asked = await store.reading(listFilesToRemove, { as: 'staff', fresh: 'primary' })
  if (asked.length === 0) return
  const needed = new Set((await store.reading((reader) => Promise.all(personal.map(async ({ needs }) => (await needs?.(reader, asked)) ?? [])), { as: 'staff', fresh: 'primary' })).flat())
  for (const file of asked) if (!needed.has(file)) await store.files.remove(file)
  await store.writing((writer) => noteFilesRemoved(writer, asked), { quiet: 'yes' })
}
