// Delivers one letter of the outbox and notes what became of it. A job may run twice: the letter's state decides.
import type { Post } from '#sources/post.ts'
import { findLetter, listErasedLetters, mostDeliveries, noteDelivery } from '#store/outbox.ts'
import type { Store } from '#store/store.ts'

/** Thrown so that the job runner tries again later, each time after a longer pause. */
export class NotNow extends Error {}

export const deliverLetter = async (parts: { store: Store; post: Post; id: string; attempt: number }): Promise<void> => {
  const { store, post, id } = parts
  const letter = await store.reading((reader) => findLetter(reader, id), { as: 'staff', fresh: 'primary' })
  if (letter?.state !== 'waiting' || letter.toAddress === null) return
  // Sent outside any transaction. Should we be killed before it is noted, it goes out again under the same Message-ID.
  const became = await post.deliver({ ...letter, to: letter.toAddress, account: letter.account ?? '' })
    .catch((error: Error) => ({ state: 'later' as const, result: error.message }))
  const last = parts.attempt >= mostDeliveries
  const state = became.state === 'refused' || (became.state === 'later' && last) ? 'failed' : became.state === 'later' ? 'waiting' : became.state
  const noted = await store.writing((writer) => noteDelivery(writer, id, { state, result: became.result }), { quiet: 'yes' })
  if (noted === 'settled before') {
    // Its person was erased while it was being written.
    const after = await store.reading((reader) => findLetter(reader, id), { as: 'staff', fresh: 'primary' })
    if (after?.state === 'erased') await post.forget(letter)
    return
  }
  if (state === 'waiting') throw new NotNow(became.result)
}

/** The files of letters whose person was erased. Harmless when repeated. */
export const forgetLetters = async ({ store, post }: { store: Store; post: Post }): Promise<void> => {
  const erased = await store.reading(listErasedLetters, { as: 'staff', fresh: 'primary' })
  for (const letter of erased) await post.forget(letter)
}
