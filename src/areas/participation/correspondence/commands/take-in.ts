// Taking letters in: the raw letter is kept and written down first; when that is committed the mailbox may let go of it. Reading
// and judging come after, and go on at the next start where they were cut off.
import type { AccountId } from '#kernel/who.ts'
import { letterLimits, type ReadLetter } from '#sources/mailbox/letter/letter.ts'
import { readLetter } from '#sources/mailbox/letter/read-letter.ts'
import { listStored, type StoredMail } from '../read.ts'
import type { MailDoor } from '../rules/mail.ts'
import { keepMail as writeDown, noteMail, holdStored, type KeptMail, type PartRow, type Place } from '../write.ts'
import { becomeOf, standingOf, type ReadMail } from './become.ts'
import type { MailDesk } from './desk.ts'

export type Incoming = { readonly raw: Uint8Array | AsyncIterable<Uint8Array>; readonly door: MailDoor; readonly place: Place | null; readonly uploadedBy: AccountId | null; readonly wantsAnswer: boolean }

/** When this returns, the letters are safe: their bytes on the disk, their rows committed. */
export const keepMail = async (desk: MailDesk, incoming: readonly Incoming[]): Promise<readonly KeptMail[]> => {
  const kept = await Promise.all(incoming.map(({ raw }) => desk.store.files.keep(raw)))
  const arrivedAt = desk.now()
  return desk.store.writing((writer) => writeDown(writer, incoming.map(({ door, place, uploadedBy, wantsAnswer }, at) =>
    ({ raw: kept[at]?.sha256 ?? '', rawSize: kept[at]?.size ?? 0, door, place, uploadedBy, wantsAnswer, arrivedAt }))), { quiet: 'yes' })
}

const batchSize = 25
export type TakenIn = { readonly read: number }
/** Reads everything that is kept and not read yet. */
export const readKeptMail = async (desk: MailDesk, { signal }: { readonly signal?: AbortSignal } = {}): Promise<TakenIn> => {
  let read = 0
  let mails = await readSome(desk, [])
  while (mails.length > 0) {
    signal?.throwIfAborted()
    // While the database writes these, the next are read.
    const [done, next] = await Promise.all([settleAll(desk, mails), readSome(desk, mails.map(({ stored }) => stored.id))])
    read += done
    // Another process holds the rest.
    if (done === 0) return { read }
    mails = next
  }
  return { read }
}
const readSome = async (desk: MailDesk, inHand: readonly string[]): Promise<readonly ReadMail[]> => {
  const mails: ReadMail[] = []
  for (const stored of await desk.store.reading((reader) => listStored(reader, { limit: batchSize, except: inHand }), { as: 'staff', fresh: 'primary' })) mails.push(await readOne(desk, stored))
  return mails
}
const settleAll = async (desk: MailDesk, mails: readonly ReadMail[]): Promise<number> => {
  try {
    return await desk.store.writing(async (writer) => {
      let done = 0
      const standing = await standingOf(desk, writer)
      for (const mail of mails) if ((await becomeOf(desk, writer, { mail, standing })) === 'done') done++
      return done
    })
  } catch (error) {
    // One letter that cannot be written must not hold up the others, nor be tried for ever.
    if (mails.length > 1) {
      let done = 0
      for (const mail of mails) done += await settleAll(desk, [mail])
      return done
    }
    const [mail] = mails
    if (mail === undefined || isAway(error)) throw error
    desk.tell(`a letter could not be taken in: ${(error as Error).message}`)
    return setAside(desk, mail)
  }
}
/** The database is away or stopping: nothing is wrong with the letter. */
const isAway = (error: unknown): boolean => {
  const { code = '' } = error as { code?: string }
  return /^(08|53|57P|ECONN|EPIPE|ETIMEDOUT)/.test(code)
}
const setAside = (desk: MailDesk, { stored, letter, parts }: ReadMail): Promise<number> => desk.store.writing(async (writer) => {
  if ((await holdStored(writer, stored.id)) === undefined) return 0
  const facts = { messageId: null, wordsHash: null, fromEmail: letter.from?.email ?? null, fromKey: null, fromName: '', subject: '', text: '', language: 'bg', sentAt: null, marks: [] } as const
  await noteMail(writer, { mail: stored.id, facts, became: { state: 'unreadable', reason: 'broken', contribution: null, answeredAt: null }, parts })
  return 1
})

const readOne = async (desk: MailDesk, stored: StoredMail): Promise<ReadMail> => {
  const letter = await readLetter(await bytesOf(desk, stored))
  return { stored, letter: stored.rawSize > letterLimits.bytes ? { ...letter, unreadable: 'tooLarge' } : letter, parts: await keepParts(desk, letter) }
}
/** Of a letter that is too large, the beginning: who wrote what about. */
const bytesOf = async (desk: MailDesk, { raw, rawSize }: StoredMail): Promise<Uint8Array> => {
  const most = rawSize > letterLimits.bytes ? 64 * 1024 : rawSize
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of desk.store.files.read(raw)) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= most) break
  }
  return Buffer.concat(chunks).subarray(0, most)
}
const mostParts = 100
const keepParts = async (desk: MailDesk, { enclosed }: ReadLetter): Promise<readonly PartRow[]> => {
  const kept: PartRow[] = []
  for (const { name, says, mediaType, bytes } of enclosed.slice(0, mostParts)) kept.push({ name, says, mediaType, ...(await desk.store.files.keep(bytes)) })
  return kept
}
/** Both steps, for files and for tests. */
export const takeIn = async (desk: MailDesk, incoming: readonly Incoming[]): Promise<{ readonly kept: readonly KeptMail[] } & TakenIn> => {
  const kept = await keepMail(desk, incoming)
  return { kept, ...(await readKeptMail(desk)) }
}
