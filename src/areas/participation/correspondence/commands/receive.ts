// What the mail door does with a running inbox: from the settings to a watched mailbox, an open port, or both; every batch is kept
// first and read after. A changed mailbox is taken up by itself.
import { setTimeout as pause } from 'node:timers/promises'
import { openSmtpInbox } from '#sources/mailbox/smtp-in.ts'
import { watchImap, type ImapAccess } from '#sources/mailbox/imap.ts'
import type { Inbox, Received } from '#sources/mailbox/inbox.ts'
import { findMailboxAccess, getMailbox } from '#areas/people/settings/read.ts'
import { listKnownUids } from '../read.ts'
import type { MailDesk } from './desk.ts'
import { keepMail, readKeptMail } from './take-in.ts'

export type Receiving = Omit<MailDesk, 'box'> & {
  /** opens the mailbox's password */
  readonly key: () => Promise<Buffer>
  readonly port: number | null
  readonly host: string
  readonly address: string | null
  /** how often the settings are looked at again */
  readonly lookMs?: number
}
export type MailDoorRunning = { readonly stop: () => Promise<void>; /** the port that was opened, for tests */ readonly port: () => number | null }
type Access = ImapAccess & { readonly address: string; readonly version: number }

export const receiveMail = (given: Receiving): MailDoorRunning => {
  const closing = new AbortController()
  let smtp: { readonly inbox: Inbox; readonly port: number } | null = null
  let imap: { readonly inbox: Inbox; readonly version: number } | null = null
  let told = ''
  /** One reading at a time: each reads whatever is there when its turn comes. */
  let idle: Promise<unknown> = Promise.resolve()
  const readKept = (desk: MailDesk): void => {
    idle = idle.then(() => (closing.signal.aborted ? undefined : readKeptMail(desk, { signal: closing.signal }))).catch((error: Error) => { if (!closing.signal.aborted) given.tell(`letters wait to be read: ${error.message}`) })
  }
  const tellOnce = (text: string): void => { if (text !== told) given.tell(text); told = text }
  const running = (async () => {
    while (!closing.signal.aborted) {
      try {
        const [access, box] = [await accessOf(given), await boxOf(given)]
        const desk: MailDesk = { ...given, box }
        const reads = () => readKept(desk)
        if (smtp === null && given.port !== null && box !== null) {
          const inbox = await openSmtpInbox({ port: given.port, host: given.host, address: box, tell: given.tell, take: async (letters) => { await keep(desk, { letters, door: 'smtp' }); reads() } })
          smtp = { inbox, port: inbox.port }
        }
        if (imap !== null && imap.version !== access?.version) {
          await imap.inbox.stop()
          imap = null
        }
        if (imap === null && access !== null) {
          imap = { version: access.version, inbox: watchImap({
            access, tell: given.tell, take: async (letters) => { await keep(desk, { letters, door: 'imap' }); reads() },
            known: (place) => given.store.reading((reader) => listKnownUids(reader, place), { as: 'staff', fresh: 'primary' }),
          }) }
        }
        // What an earlier run kept and did not come to read.
        reads()
      } catch (error) {
        tellOnce(`letters are not taken in: ${(error as Error).message}`)
      }
      await pause(given.lookMs ?? 60_000, undefined, { signal: closing.signal }).catch(() => {})
    }
  })()
  return {
    port: () => smtp?.port ?? null,
    stop: async () => {
      closing.abort()
      await running
      await Promise.all([imap?.inbox.stop(), smtp?.inbox.stop()])
      await idle
    },
  }
}
const keep = (desk: MailDesk, { letters, door }: { letters: readonly Received[]; door: 'imap' | 'smtp' }): Promise<unknown> =>
  keepMail(desk, letters.map(({ raw, place }) => ({ raw, place, door, uploadedBy: null, wantsAnswer: true })))

const accessOf = async (given: Receiving): Promise<Access | null> => {
  const { hasSecret, host } = await given.store.reading(getMailbox, { as: 'staff', fresh: 'primary' })
  if (!hasSecret || host === '') return null
  const key = await given.key()
  const found = await given.store.reading((reader) => findMailboxAccess(reader, { key }), { as: 'staff', fresh: 'primary' })
  return found === null ? null : { ...found, folder: found.folder || 'INBOX' }
}
const boxOf = async (given: Receiving): Promise<string | null> =>
  given.address ?? ((await given.store.reading(getMailbox, { as: 'staff', fresh: 'primary' })).address || null)
