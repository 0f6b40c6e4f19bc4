// Sends letters: by SMTP, or, while none is configured, into readable files. Knows nothing of the database or of retrying.
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Letter } from '#kernel/letter.ts'

export type Delivery =
  | { readonly state: 'sent' | 'kept'; readonly result: string }
  /** never: the address or the letter was refused */
  | { readonly state: 'refused'; readonly result: string }
  /** not now: the server did not answer or asked for patience */
  | { readonly state: 'later'; readonly result: string }
export type Post = {
  readonly deliver: (letter: Letter) => Promise<Delivery>
  /** removes the file of a letter that was kept as one; what was sent is out of our hands */
  readonly forget: (letter: Pick<Letter, 'key' | 'kind'>) => Promise<void>
  readonly close: () => void
}

export type Sender = { readonly name: string; readonly address: string; /** where an answer goes, when not to the sender */ readonly answersTo: string | null }
export type PostSettings = {
  readonly smtpUrl: string | null
  /** the sender, by the letter's language */
  readonly from: string | ((letter: Pick<Letter, 'language'>) => Sender)
  /** where letters are kept while there is no SMTP */
  readonly folder: string
}

export const openPost = (settings: PostSettings): Post =>
  settings.smtpUrl === null ? { deliver: (letter) => keepLetter(settings, letter), forget: (letter) => forgetLetter(settings, letter), close: () => {} } : smtpPost({ ...settings, smtpUrl: settings.smtpUrl })

/** First part of the Message-ID of the letter with this key; an answer to it names it. */
const mailIdOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32)
/** The same for the same letter, so that a letter sent twice by mistake is one letter for the receiver's program. */
const messageId = (letter: Letter, from: string): string =>
  `<${mailIdOf(letter.key)}@${from.split('@')[1] ?? 'posoka'}>`

type Transport = { sendMail: (mail: object) => Promise<{ response?: string; rejected?: readonly unknown[] }>; close: () => void }

const smtpPost = (settings: PostSettings & { smtpUrl: string }): Post => {
  // Loaded with the first letter: most commands never send one.
  let opened: Promise<Transport> | undefined
  const transport = (): Promise<Transport> => (opened ??= import('nodemailer').then(({ createTransport }) => createTransport({
    url: settings.smtpUrl, pool: true, maxConnections: 2, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000,
    disableFileAccess: true, disableUrlAccess: true,
  } as object) as unknown as Transport))
  return {
    deliver: async (letter) => {
      try {
        const sent = await (await transport()).sendMail(toMail(letter, senderOf(settings, letter)))
        return { state: 'sent', result: sent.response ?? '' }
      } catch (error) {
        return judge(error as { responseCode?: number; code?: string; message: string })
      }
    },
    // Kept before there was a mail server.
    forget: (letter) => forgetLetter(settings, letter),
    close: () => { opened?.then((one) => one.close(), () => {}) },
  }
}

const senderOf = ({ from }: PostSettings, letter: Letter): Sender => (typeof from === 'string' ? { name: '', address: from, answersTo: null } : from(letter))
/** As a person reads it; a quotation mark in a name could end the name, so it goes. */
const sayAddress = ({ name, address }: Sender): string => (name === '' ? address : `${name.replace(/["\r\n]/g, '')} <${address}>`)

const toMail = (letter: Letter, from: Sender): object => ({
  from: { name: from.name, address: from.address }, ...(from.answersTo === null || from.answersTo === from.address ? {} : { replyTo: from.answersTo }), to: { name: '', address: letter.to }, subject: letter.subject, text: letter.body, messageId: messageId(letter, from.address),
  ...threadOf(letter),
  headers: { 'Auto-Submitted': letter.headers?.automatic === 'replied' ? 'auto-replied' : 'auto-generated', 'Content-Language': letter.language, ...stopOf(letter) },
})
const bracketed = (id: string): string => `<${id.replace(/[<>\s]/g, '')}>`
/** An automatic answer has no sender on its envelope: nobody's program answers it, and no report about it comes back. */
const threadOf = ({ headers, to }: Letter): object => headers == null ? {} : {
  ...(headers.automatic === 'replied' ? { envelope: { from: '', to: [to] } } : {}),
  ...(headers.inReplyTo === undefined ? {} : { inReplyTo: bracketed(headers.inReplyTo) }),
  ...(headers.references === undefined ? {} : { references: headers.references.map(bracketed) }),
  ...(headers.replyTo === undefined ? {} : { replyTo: headers.replyTo }),
  ...(headers.calendar === undefined ? {} : { icalEvent: { method: headers.calendar.method, content: headers.calendar.text, filename: 'posoka.ics' } }),
}
const stopOf = ({ headers }: Letter): Record<string, string> =>
  headers?.unsubscribe === undefined ? {} : { 'List-Unsubscribe': `<${headers.unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }

/** 5xx is a no for good; anything else may pass: greylisting, a full mailbox, a server that is down. */
const judge = (error: { responseCode?: number; code?: string; message: string }): Delivery => {
  const result = error.message.split('\n')[0] ?? ''
  const refused = (error.responseCode ?? 0) >= 500 && error.code !== 'EAUTH'
  return { state: refused || error.code === 'EENVELOPE' && !error.responseCode ? 'refused' : 'later', result }
}

const nameOf = (letter: Pick<Letter, 'key' | 'kind'>): string => `${mailIdOf(letter.key).slice(0, 20)}-${letter.kind}.txt`

/** Only for the administrator's eyes: a letter may hold a sign-in link. */
const forgetLetter = async (settings: PostSettings, letter: Pick<Letter, 'key' | 'kind'>): Promise<void> => {
  await rm(join(settings.folder, nameOf(letter)), { force: true })
}

const keepLetter = async (settings: PostSettings, letter: Letter): Promise<Delivery> => {
  await mkdir(settings.folder, { recursive: true, mode: 0o700 })
  const name = nameOf(letter)
  const unfinished = join(settings.folder, `unfinished-${randomBytes(6).toString('hex')}`)
  const handle = await open(unfinished, 'wx', 0o600)
  try {
    await handle.writeFile(`From: ${sayAddress(senderOf(settings, letter))}\nTo: ${letter.to}\nSubject: ${letter.subject}\n\n${letter.body}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(unfinished, join(settings.folder, name))
  return { state: 'kept', result: name }
}
