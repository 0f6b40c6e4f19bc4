// One letter, already read: what it becomes, in one transaction with everything that follows from it. May be repeated.
import { dayIn } from '#kernel/day.ts'
import { randomBytes } from 'node:crypto'
import type { AccountId, Who } from '#kernel/who.ts'
import { visitor } from '#kernel/who.ts'
import { sayDate } from '#kernel/quantity.ts'
import type { ReadLetter } from '#sources/mailbox/letter/letter.ts'
import { recordAct } from '#store/audit.ts'
import type { Writer } from '#store/handle.ts'
import { isOwnMail, postLetter } from '#store/outbox.ts'
import { emailKey, isEmail, linkMinutes, type ContactId } from '#areas/people/contacts/rules.ts'
import { findOrMakeContact, makeLink } from '#areas/people/contacts/write.ts'
import { getLetterFrom, getSettings } from '#areas/people/settings/read.ts'
import type { Officer } from '#areas/people/settings/rules.ts'
import type { LetterFrom } from '#kernel/letter.ts'
import { findProcess } from '#areas/participation/processes/read.ts'
import { standingSlug, type Process } from '#areas/participation/processes/rules.ts'
import { prepareStanding } from '#areas/participation/processes/write.ts'
import { findWhole } from '#areas/participation/proposals/read.ts'
import { confirmPath, contributionPath, dayAfter } from '#areas/participation/proposals/rules.ts'
import { submitContribution, type NewContribution, type Submitted } from '#areas/participation/proposals/write.ts'
import { noteBounceOf } from '#areas/participation/subscriptions/write.ts'
import { findBefore, hashOfWords, type StoredMail } from '../read.ts'
import { tokenIn, toSpoken, withToken, wordsOf, type Spoken } from '../rules.ts'
import { judgeMail, provenBy, type Judgement } from '../rules/judge.ts'
import { receiptLetter } from '../rules/letters.ts'
import { findClerk, holdStored, leadHome, noteMail, type Became, type Facts, type PartRow } from '../write.ts'
import type { MailDesk } from './desk.ts'

export type ReadMail = { readonly stored: StoredMail; readonly letter: ReadLetter; readonly parts: readonly PartRow[] }
/** 20 letters of base32: nobody guesses the way into another's correspondence. */
const newToken = (): string => [...randomBytes(20)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte & 31]).join('')

/** What is the same for every letter of one act, asked once. */
export type Standing = { readonly process: Process; readonly from: LetterFrom; readonly officer: Officer | null }
export const standingOf = async (desk: MailDesk, writer: Writer): Promise<Standing> => {
  await prepareStanding(writer, desk.now())
  const [process, from, { contact }] = await Promise.all([findProcess(writer.reader, { slug: standingSlug, who: 'staff' }), getLetterFrom(writer.reader, { origin: desk.origin }), getSettings(writer.reader)])
  if (process === undefined) throw new Error('the standing invitation for proposals is not there')
  return { process, from, officer: contact.officer }
}

export const becomeOf = async (desk: MailDesk, writer: Writer, { mail, standing }: { readonly mail: ReadMail; readonly standing: Standing }): Promise<'done' | 'elsewhere'> => {
  const { stored, letter, parts } = mail
  if ((await holdStored(writer, stored.id)) === undefined) return 'elsewhere'
  const now = desk.now()
  const sender = letter.from !== null && isEmail(letter.from.email) ? letter.from : null
  const clerk = sender === null || sender.email.toLowerCase() === desk.box?.toLowerCase() ? null : await findClerk(writer.reader, sender.email)
  const spoken = toSpoken({ ...letter, from: sender }, { isClerk: clerk === null ? 'no' : 'yes' })
  const author = spoken.from !== null && isEmail(spoken.from.email) ? spoken.from : null
  const proven = provenBy({ results: letter.authentication, host: desk.authHost, from: sender?.email ?? '' })
  const wordsHash = hashOfWords(wordsOf({ from: letter.from, subject: letter.subject, text: letter.text, sentAt: letter.sentAt }))
  const fromKey = sender === null ? null : emailKey(sender.email)
  const before = await findBefore(writer.reader, { mail: stored.id, messageId: letter.messageId, wordsHash, threadKeys: threadKeysOf(letter, desk.box), fromKey, now })
  const thread = before.thread === null ? null : await findWhole(writer.reader, before.thread)
  const judged = judgeMail({ ...letter, from: author, text: spoken.text }, {
    own: before.isOwn || (sender !== null && sender.email.toLowerCase() === desk.box?.toLowerCase()) ? 'yes' : 'no',
    before: before.sameWords !== null ? 'same' : before.sameId !== null ? 'sameIdOtherText' : 'never',
    thread: thread === undefined || thread === null ? null : { contribution: thread.id, withdrawn: thread.state === 'withdrawn' ? 'yes' : 'no' },
    // What a colleague uploads came over years and is no flood.
    lastHour: stored.door === 'upload' ? 0 : before.lastHour, answersToday: before.answersToday,
    sender: proven, clerk: spoken.clerk === null ? 'none' : proven === 'proven' || stored.uploadedBy !== null ? 'proven' : 'unproven',
  })
  const facts: Facts = {
    messageId: letter.messageId, wordsHash, fromEmail: sender?.email ?? null, fromKey, fromName: sender?.name ?? '', subject: letter.subject, text: spoken.text,
    language: spoken.language, sentAt: letter.sentAt, marks: [...letter.marks, ...spoken.marks],
  }
  const { became, lead } = await follow(desk, writer, { mail, standing, judged, spoken: { ...spoken, from: author }, clerk: clerk ?? stored.uploadedBy, now })
  await noteMail(writer, { mail: stored.id, facts, became, parts })
  if (letter.bounce !== null) await passOn(writer, { letter, now })
  // One letter in two batches at once: the second finds this and begins again.
  const ids = letter.messageId === null ? [`words-${wordsHash}`] : [letter.messageId]
  if (became.contribution !== null) await leadHome(writer, { contribution: became.contribution, messageIds: [...ids, ...letter.letters.flatMap(({ messageId }) => (messageId === null ? [] : [messageId]))], ...lead, now })
  // What became a contribution has its trail from the act that made it.
  if (became.state !== 'contribution') await recordAct(writer, { who: stored.uploadedBy, act: 'participation.mail.takeIn', after: { door: stored.door, state: became.state, ...(became.reason === null ? {} : { reason: became.reason }) } })
  return 'done'
}
const threadKeysOf = (letter: ReadLetter, box: string | null): readonly string[] => {
  const token = box === null ? null : tokenIn(letter.to, box)
  return [...(token === null ? [] : [`token:${token}`]), ...letter.answersTo.flatMap((id) => {
    const own = id.split('@')[0] ?? ''
    return /^[0-9a-f]{32}$/.test(own) ? [`own:${own}`, `id:${id}`] : [`id:${id}`]
  })]
}
type Following = { readonly mail: ReadMail; readonly standing: Standing; readonly judged: Judgement; readonly spoken: Spoken; readonly clerk: AccountId | null; readonly now: Date }
const nothing = { contribution: null, answeredAt: null }
type Lead = { readonly letterKey: string | null; readonly token: string | null }
const noLead: Lead = { letterKey: null, token: null }
const follow = async (desk: MailDesk, writer: Writer, given: Following): Promise<{ readonly became: Became; readonly lead: Lead }> => {
  const { judged, mail, standing, now } = given
  if (judged.becomes === 'attached') return { became: { ...nothing, state: 'attached', reason: null, contribution: judged.to as NonNullable<Became['contribution']> }, lead: noLead }
  if (judged.becomes !== 'contribution') return { became: { ...nothing, state: judged.becomes, reason: judged.reason }, lead: noLead }
  const made = await makeContribution(writer, { standing, mail: { ...mail.stored, parts: mail.parts }, spoken: given.spoken, clerk: given.clerk, marks: mail.letter.marks, sentAt: mail.letter.sentAt, who: visitor, now })
  const answers = judged.mayAnswer === 'yes' && mail.stored.wantsAnswer && given.spoken.from !== null
  const lead = answers ? await answerWith(desk, writer, { mail: mail.stored.id, messageId: given.spoken.clerk === null ? mail.letter.messageId : null, references: mail.letter.answersTo, spoken: given.spoken, made, standing, now }) : noLead
  return { became: { state: 'contribution', reason: null, contribution: made.id, answeredAt: answers ? now : null }, lead }
}

type Making = { readonly standing: Standing; readonly mail: Pick<StoredMail, 'raw' | 'door' | 'uploadedBy'> & { readonly parts: readonly PartRow[] }; readonly spoken: Spoken; readonly clerk: AccountId | null; readonly marks: readonly string[]; readonly sentAt: Date | null; readonly who: Who; readonly now: Date }
export type Made = Submitted & { readonly author: ContactId | null; readonly dueOn: string }
/** Unconfirmed whoever seems to have written it: an address in a letter proves nobody. */
export const makeContribution = async (writer: Writer, { standing: { process }, mail, spoken, clerk, marks, sentAt, who, now }: Making): Promise<Made> => {
  const { contact: author, isNew } = spoken.from === null ? { contact: null, isNew: false } : await findOrMakeContact(writer, { name: spoken.from.name || null, email: spoken.from.email, language: spoken.language, now })
  const sentOn = mail.door === 'upload' && sentAt !== null && sentAt <= now ? dayIn(sentAt) : dayIn(now)
  const attachments: NonNullable<NewContribution['attachments']> = mail.parts.filter(({ size }) => size > 0).map(({ sha256, size, name, mediaType }, at) => ({ sha256, size, mediaType, name: name || `${spoken.language === 'bg' ? 'прикачен файл' : 'attachment'} ${at + 1}` }))
  const made = await submitContribution({ writer, who, language: spoken.language, now }, {
    kind: 'proposal', channel: 'email', process: process.id, language: spoken.language, title: spoken.subject, text: spoken.text,
    author, name: spoken.from?.name || null, choice: 'citizen', enteredBy: spoken.clerk === null && mail.door !== 'upload' ? null : clerk, source: mail.raw, receivedOn: sentOn,
    assurance: 'unconfirmed', marks: [...marks, ...spoken.marks], attachments, frame: process, newcomer: isNew ? 'yes' : 'no',
  })
  return { ...made, author, dueOn: dayAfter(sentOn, process.dueDays) }
}
type Answering = { readonly mail: string; readonly messageId: string | null; readonly references: readonly string[]; readonly spoken: Spoken; readonly made: Pick<Made, 'id' | 'number' | 'author' | 'dueOn'>; readonly standing: Standing; readonly now: Date }
/** What leads an answer to it home is noted by whoever asks for it. */
export const answerWith = async (desk: MailDesk, writer: Writer, { mail, messageId, references, spoken, made, standing, now }: Answering): Promise<Lead> => {
  if (spoken.from === null || made.author === null) return noLead
  const link = await makeLink(writer, { purpose: 'confirm', contact: made.author, about: made.id, lastsMinutes: linkMinutes.confirm, now })
  const key = `participation.mailReceived:${mail}`
  const token = desk.plus === 'yes' && desk.box !== null ? newToken() : null
  await postLetter(writer, receiptLetter({
    to: spoken.from, from: standing.from, language: spoken.language, key, number: made.number, subject: spoken.subject, path: contributionPath(made.number), confirmPath: confirmPath(link.secret),
    dueOn: sayDate(new Date(`${made.dueOn}T12:00:00Z`), spoken.language), through: spoken.clerk === null ? 'themselves' : 'a colleague', officer: standing.officer,
    headers: {
      automatic: 'replied', ...(messageId === null ? {} : { inReplyTo: messageId, references: [...references.toReversed().slice(-10), messageId] }),
      ...(desk.box === null ? {} : { replyTo: token === null ? desk.box : withToken(desk.box, token) }),
    },
  }))
  return { letterKey: key, token }
}
/** A report counts only where it names a letter that we really sent. */
const passOn = async (writer: Writer, { letter, now }: { readonly letter: ReadLetter; readonly now: Date }): Promise<void> => {
  const { bounce } = letter
  if (bounce === null || !bounce.status.startsWith('5') || bounce.ofMessage === null || !isEmail(bounce.recipient)) return
  if (await isOwnMail(writer.reader, [bounce.ofMessage])) await noteBounceOf(writer, { email: bounce.recipient, key: `mail:${bounce.ofMessage}`, now })
}
