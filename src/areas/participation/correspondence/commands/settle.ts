// What a colleague does with letters: bring them as files, and decide about one that waits. The colleague is never the author.
import { problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Who } from '#kernel/who.ts'
import { isMbox, splitMbox } from '#sources/mailbox/letter/mbox.ts'
import { recordAct } from '#store/audit.ts'
import { findWhole } from '#areas/participation/proposals/read.ts'
import { isEmail } from '#areas/people/contacts/rules.ts'
import { getMailbox } from '#areas/people/settings/read.ts'
import type { Decision, UploadInput } from '../forms.ts'
import { findMail, listParts } from '../read.ts'
import { letterPath, mailPath } from '../rules/paths.ts'
import { leadHome, noteAnswered, noteContribution, settleMail } from '../write.ts'
import { answerWith, makeContribution, standingOf } from './become.ts'
import type { MailDesk } from './desk.ts'
import { keepMail, readKeptMail, type Incoming } from './take-in.ts'

type Asker = { readonly who: Who; readonly language: Language; readonly now: Date }
const chunk = 50

export type BroughtIn = { readonly letters: number; readonly fresh: number }
/** Every letter of a file, kept first and read after; a letter that was there before is the same one. */
export const bringLetters = async (desk: MailDesk, { bytes, by, wantsAnswer, signal }: { readonly bytes: AsyncIterable<Uint8Array>; readonly by: Incoming['uploadedBy']; readonly wantsAnswer: boolean; readonly signal?: AbortSignal }): Promise<BroughtIn> => {
  let [letters, fresh] = [0, 0]
  let batch: Incoming[] = []
  const flush = async (): Promise<void> => {
    const kept = await keepMail(desk, batch)
    letters += kept.length
    fresh += kept.filter(({ isNew }) => isNew).length
    batch = []
  }
  for await (const raw of bytes) {
    signal?.throwIfAborted()
    batch.push({ raw, door: 'upload', place: null, uploadedBy: by, wantsAnswer })
    if (batch.length >= chunk) await flush()
  }
  if (batch.length > 0) await flush()
  await readKeptMail(desk, signal === undefined ? {} : { signal })
  return { letters, fresh }
}
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> { yield bytes }
/** Letters of a file: one, or each of a mailbox. */
export const lettersIn = (first: Uint8Array, bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> => (isMbox(first) ? splitMbox(bytes) : bytes)

/** A letter begins with named lines; anything else is no letter, and is said so beside the field. */
const looksLikeLetter = (bytes: Uint8Array): boolean => /^(?:[\x21-\x39\x3b-\x7e]{2,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}/.test(Buffer.from(bytes.subarray(0, 32 * 1024)).toString('latin1').replace(/\r\n/g, '\n'))
export const uploadLetters = async (desk: MailDesk, { who }: Asker, { file, wantsAnswer }: UploadInput): Promise<PostAnswer> => {
  if (!isMbox(file.bytes) && !looksLikeLetter(file.bytes)) return problems([{ field: 'file', text: { bg: 'Това не е писмо. Запазете писмото от пощенската програма като .eml или кутията като .mbox.', en: 'This is not a letter. Save the letter from your mail program as .eml, or the mailbox as .mbox.' } }])
  const { fresh } = await bringLetters(desk, { bytes: lettersIn(file.bytes, once(file.bytes)), by: who.account, wantsAnswer })
  return see(mailPath, fresh === 0 ? 'participation_notice_mail_again' : 'participation_notice_mail_brought')
}

const notThere = (number: string): PostAnswer => problems([{ field: 'number', text: { bg: `Няма предложение с номер ${number}.`, en: `There is no proposal with the number ${number}.` } }])
export const decideLetter = (desk: MailDesk, asker: Asker, { id, decision }: { readonly id: string; readonly decision: Decision }): Promise<PostAnswer> => desk.store.writing(async (writer): Promise<PostAnswer> => {
  const { who, now } = asker
  const mail = await findMail(writer.reader, id)
  if (mail === undefined) return { kind: 'notFound' }
  const target = decision.does === 'attach' ? await findWhole(writer.reader, decision.number) : undefined
  if (decision.does === 'attach' && target === undefined) return notThere(decision.number)
  const from = mail.fromEmail !== null && isEmail(mail.fromEmail) ? { name: mail.fromName, email: mail.fromEmail } : null
  const settled = await settleMail(writer, { mail: mail.id, by: who.account, why: decision.why, now, contribution: target?.id ?? null })
  if (settled === undefined) return problems([{ field: 'does', text: { bg: 'Друг колега вече реши за това писмо.', en: 'A colleague has already decided about this letter.' } }])
  let contribution = target?.id ?? null
  let lead: Awaited<ReturnType<typeof answerWith>> = { letterKey: null, token: null }
  if (decision.does === 'contribution') {
    const standing = await standingOf(desk, writer)
    const spoken = { from, subject: mail.subject, text: mail.text || mail.subject || '–', language: mail.language ?? 'bg', clerk: null, marks: [] }
    const made = await makeContribution(writer, { standing, mail: { raw: mail.rawSha256, door: 'upload', uploadedBy: who.account, parts: await listParts(writer.reader, mail.id) }, spoken, clerk: who.account, marks: mail.marks, sentAt: mail.sentAt ?? mail.arrivedAt, who, now })
    contribution = made.id
    await noteContribution(writer, { mail: mail.id, contribution })
    if (decision.answer === 'yes' && from !== null) {
      lead = await answerWith(desk, writer, { mail: mail.id, messageId: mail.messageId, references: [], spoken, made, standing, now })
      await noteAnswered(writer, { mail: mail.id, now })
    }
  }
  if (contribution !== null) await leadHome(writer, { contribution, messageIds: mail.messageId === null ? [] : [mail.messageId], ...lead, now })
  await recordAct(writer, { who: who.account, act: 'participation.mail.settle', ...(contribution === null ? {} : { thing: contribution }), before: { state: mail.state }, after: { state: 'settled', does: decision.does }, ...(decision.why === '' ? {} : { why: decision.why }) })
  return see(letterPath(mail.id), 'participation_notice_mail_settled')
}, { language: asker.language })

/** The desk of the web door: files are brought by a colleague, so nobody's Authentication-Results are asked. */
export const webDesk = async (store: MailDesk['store'], { origin, now }: { readonly origin: string; readonly now: Date }): Promise<MailDesk> => {
  const { address } = await store.reading(getMailbox, { as: 'staff' })
  return { store, origin, box: address || null, plus: 'no', authHost: null, now: () => now, tell: () => {} }
}
