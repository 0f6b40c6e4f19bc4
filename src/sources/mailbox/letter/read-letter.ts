// Reads one raw letter (RFC 5322, MIME) into values. mailparser does the reading; before it charsets are set right (relabel.ts),
// after it HTML becomes text and attachments are judged by their bytes. Never throws: what cannot be read says why.
import type { Attachment, HeaderLines, ParsedMail } from 'mailparser'
import { readBounce } from './bounce.ts'
import { kindOf, unknownKind, winmail } from './file-kind.ts'
import { letterLimits, type Address, type Enclosed, type LetterLimits, type LetterMark, type ReadLetter, type Unreadable } from './letter.ts'
import { relabel, type Relabelled } from './relabel.ts'

const mostEnclosedLetters = 20
const headOf = (raw: Uint8Array): Uint8Array => raw.subarray(0, 64 * 1024)

export const readLetter = async (raw: Uint8Array, limits: LetterLimits = letterLimits): Promise<ReadLetter> => {
  if (raw.byteLength > limits.bytes) return headOnly(raw, 'tooLarge')
  try {
    const told = relabel(raw, { mostParts: limits.parts })
    if (told.parts > limits.parts) return await headOnly(raw, 'tooManyParts')
    return await read(told, { limits, depth: 0 })
  } catch {
    return headOnly(raw, 'broken')
  }
}
const parse = async (bytes: Buffer, limits: LetterLimits): Promise<ParsedMail> => {
  const { simpleParser } = await import('mailparser')
  return simpleParser(bytes, {
    skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true, keepCidLinks: true, keepDeliveryStatus: true,
    ignoreEmbedded: true, checksumAlgo: false, maxHeadSize: 512 * 1024, maxChildNodes: limits.parts + 1,
  })
}

const read = async (told: Relabelled, { limits, depth }: { limits: LetterLimits; depth: number }): Promise<ReadLetter> => {
  const mail = await parse(told.bytes, limits)
  const plain = mail.text?.trim() ?? ''
  const fromHtml = plain === '' && typeof mail.html === 'string' ? (await import('./html-to-text.ts')).htmlToText(mail.html) : ''
  const text = clean(plain === '' ? fromHtml : plain)
  const letters: ReadLetter[] = []
  const enclosed: Enclosed[] = []
  for (const one of mail.attachments) {
    if (one.contentType === 'message/rfc822' && depth < 3 && letters.length < mostEnclosedLetters) {
      letters.push(await read(relabel(one.content, { mostParts: limits.parts }), { limits, depth: depth + 1 }).catch(() => empty('broken')))
    } else if (!/^(message\/|text\/rfc822-headers)/.test(one.contentType)) enclosed.push(toEnclosed(one))
  }
  const head = headers(mail.headerLines)
  const sentAt = possible(mail.date)
  const bounce = readBounce(mail.attachments, { letters })
  const marks: LetterMark[] = [
    ...(told.guessed === 'yes' ? ['charsetGuessed' as const] : []),
    ...(sentAt === null && head('date').length > 0 ? ['dateImpossible' as const] : []),
    ...(enclosed.some(({ says, mediaType }) => isOther(says, mediaType)) ? ['otherThanItSays' as const] : []),
    ...(fromHtml === '' ? [] : ['htmlOnly' as const]),
  ]
  return {
    ...said(mail, head), sentAt, text, enclosed, letters, bounce, marks,
    unreadable: unreadableOf({ told, text, enclosed, letters, bounce, empty: mail.headers.size === 0 || (mail.from === undefined && mail.subject === undefined && mail.messageId === undefined) ? 'yes' : 'no' }),
  }
}
type Head = (name: string) => readonly string[]
const headers = (lines: HeaderLines): Head => (name) => lines.filter(({ key }) => key === name).map(({ line }) => line.slice(line.indexOf(':') + 1).replace(/\r?\n/g, '').trim())

const idsIn = (text: string): readonly string[] => [...text.matchAll(/<([^<>\s\u0000-\u001f]{3,250})>/g)].map(([, id = '']) => id)
const oneLine = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
const isAddress = (email: string): boolean => email.length <= 254 && !/[\u0000-\u001f\u007f]/.test(email) && /^[^\s@<>"(),;:\\[\]]+@[^\s@<>"(),;:\\[\]]+\.[^\s@<>"(),;:\\[\]]+$/.test(email)
const toAddress = (one: { address?: string | undefined; name?: string } | undefined): Address | null => {
  const email = (one?.address ?? '').trim()
  return isAddress(email) ? { name: oneLine(one?.name ?? '').slice(0, 200), email } : null
}
const addressesOf = (field: ParsedMail['to']): readonly string[] =>
  (field === undefined ? [] : Array.isArray(field) ? field : [field]).flatMap(({ value }) => value.flatMap((one) => [one, ...(one.group ?? [])])).flatMap((one) => toAddress(one)?.email.toLowerCase() ?? [])

const said = (mail: ParsedMail, head: Head): Omit<ReadLetter, 'sentAt' | 'text' | 'enclosed' | 'letters' | 'bounce' | 'marks' | 'unreadable'> => {
  const messageId = idsIn(head('message-id')[0] ?? '')[0] ?? (oneLine(head('message-id')[0] ?? '').replace(/[<>]/g, '').slice(0, 250) || null)
  const returned = head('return-path')[0]
  const delivered = [...head('delivered-to'), ...head('x-original-to'), ...head('envelope-to')].map((text) => text.replace(/[<>]/g, '').trim().toLowerCase()).filter(isAddress)
  return {
    messageId, answersTo: [...new Set([...idsIn(head('in-reply-to').join(' ')), ...idsIn(head('references').join(' ')).toReversed()])].slice(0, 50),
    from: toAddress(mail.from?.value[0]), replyTo: toAddress(mail.replyTo?.value[0])?.email ?? null,
    to: [...new Set([...addressesOf(mail.to), ...addressesOf(mail.cc), ...delivered])], subject: oneLine(mail.subject ?? '').slice(0, 1_000),
    received: head('received').length, autoSubmitted: oneLine(head('auto-submitted')[0] ?? '').toLowerCase(), precedence: oneLine(head('precedence')[0] ?? '').toLowerCase(),
    listId: oneLine(head('list-id')[0] ?? '').slice(0, 250), returnPath: returned === undefined ? null : oneLine(returned).replace(/[<>]/g, ''),
    suppress: oneLine(head('x-auto-response-suppress')[0] ?? ''), authentication: head('authentication-results').map(oneLine),
  }
}
/** A letter of 1601 or of next year has a wrong clock; the day of arrival counts then. The clock of this machine is not asked. */
const possible = (date: Date | undefined): Date | null => {
  const year = date?.getUTCFullYear() ?? Number.NaN
  return date !== undefined && year >= 1995 && year < 2100 ? date : null
}
const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').normalize('NFC').trim()

const toEnclosed = (one: Attachment): Enclosed => ({ name: safeName(one.filename ?? ''), says: oneLine(one.contentType).toLowerCase().slice(0, 120), mediaType: kindOf(one.content), bytes: one.content })
/** A name is only shown: no path in it, no signs that turn the reading direction and hide an ending. */
const safeName = (name: string): string => oneLine(name.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '')).split(/[/\\]/).at(-1)?.slice(0, 200) ?? ''
const isOther = (says: string, found: string): boolean => {
  if (found === unknownKind || says === unknownKind || says === found || found === winmail) return false
  if (/^(text|application)\//.test(says) && found === 'text/plain') return false
  const office = /officedocument|opendocument|msword|ms-excel|ms-powerpoint|ole-storage|zip/
  return !(office.test(says) && office.test(found)) && !(says === 'image/jpg' && found === 'image/jpeg')
}

type Body = { readonly told: Relabelled; readonly text: string; readonly enclosed: readonly Enclosed[]; readonly letters: readonly ReadLetter[]; readonly bounce: unknown; readonly empty: 'yes' | 'no' }
const unreadableOf = ({ told, text, enclosed, letters, bounce, empty: bare }: Body): Unreadable | null => {
  if (bounce !== null) return null
  if (told.kinds.some((kind) => kind === 'multipart/encrypted') || /-----BEGIN PGP MESSAGE-----/.test(text) || enclosed.some(({ says, name }) => /pkcs7-mime$/.test(says) && !/\.p7s$/i.test(name))) return 'encrypted'
  if (bare === 'yes') return 'broken'
  if (text !== '' || letters.length > 0) return null
  if (enclosed.some(({ mediaType, says }) => mediaType === winmail || says === winmail)) return 'winmail'
  return enclosed.length === 0 ? 'nothing' : null
}
const empty = (unreadable: Unreadable): ReadLetter => ({
  messageId: null, answersTo: [], from: null, replyTo: null, to: [], subject: '', sentAt: null, text: '', enclosed: [], letters: [], received: 0, autoSubmitted: '', precedence: '',
  listId: '', returnPath: null, suppress: '', authentication: [], bounce: null, marks: [], unreadable,
})
/** Who wrote what about, where the rest is not read. */
const headOnly = async (raw: Uint8Array, unreadable: Unreadable): Promise<ReadLetter> => {
  try {
    const part = Buffer.from(headOf(raw)).toString('latin1')
    const end = /\r?\n\r?\n/.exec(part)?.index ?? part.length
    const head = part.slice(0, end).split(/\r?\n(?![ \t])/).filter((line) => !/^content-/i.test(line)).join('\r\n')
    const told = relabel(Buffer.from(`${head}\r\n\r\n`, 'latin1'), { mostParts: 1 })
    const mail = await parse(told.bytes, letterLimits)
    return { ...empty(unreadable), ...said(mail, headers(mail.headerLines)), sentAt: possible(mail.date) }
  } catch {
    return empty(unreadable)
  }
}
