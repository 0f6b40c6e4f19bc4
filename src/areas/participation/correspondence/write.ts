// Acts on letters that came in: keep, note what became of one, lead answers home, settle what waits. Reading them happens before,
// outside every transaction.
import { findAccountByEmail } from '#areas/people/accounts/read.ts'
import { removeLater } from '#areas/people/privacy/write.ts'
import type { AccountId } from '#kernel/who.ts'
import type { Ref } from '#kernel/thread.ts'
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import type { Reader, Writer } from '#store/handle.ts'
import { newId } from '#store/ids.ts'
import { mailIdOf } from '#store/outbox.ts'
import { wordsGone, type MailDoor } from './rules/mail.ts'
import type { MailTables } from './tables.ts'

const tables = (writer: Writer) => writer.withTables<MailTables>()
export type Place = { readonly mailbox: string; readonly uidValidity: number; readonly uid: number }
export type NewMail = { readonly raw: string; readonly rawSize: number; readonly door: MailDoor; readonly uploadedBy: AccountId | null; readonly wantsAnswer: boolean; readonly arrivedAt: Date; readonly place: Place | null }
export type KeptMail = { readonly id: string; readonly isNew: boolean }

/** The same bytes are one letter, however often they come; every place they stood in is remembered. One act for a whole batch. */
export const keepMail = async (writer: Writer, mails: readonly NewMail[]): Promise<readonly KeptMail[]> => {
  const [first] = mails
  if (first === undefined) return []
  const given = mails.map((mail) => ({ id: newId<'link'>(), raw: mail.raw, raw_size: mail.rawSize, door: mail.door, uploaded_by: mail.uploadedBy, wants_answer: mail.wantsAnswer, arrived_at: mail.arrivedAt }))
  const unique = [...new Map(given.map((row) => [row.raw, row])).values()]
  const made = new Set((await rows(writer, sql<{ id: string }>`
    insert into participation.mail (id, raw, raw_size, door, uploaded_by, wants_answer, arrived_at)
    select id, raw, raw_size, door, uploaded_by, wants_answer, arrived_at
    from jsonb_to_recordset(${JSON.stringify(unique)}::jsonb) as r (id uuid, raw text, raw_size bigint, door text, uploaded_by uuid, wants_answer boolean, arrived_at timestamptz)
    on conflict (raw) do nothing returning id`)).map(({ id }) => id))
  const found = await rows(writer, sql<{ id: string; raw: string; gone: boolean }>`select id, raw, ${wordsGone} = any(marks) as gone from participation.mail where raw = any(${unique.map(({ raw }) => raw)}::text[])`)
  const there = new Map(found.map(({ id, raw }) => [raw, id]))
  // A mailbox gave a letter again whose words were erased here: its bytes, kept a moment ago, go again.
  const again = found.filter(({ gone }) => gone).map(({ raw }) => raw)
  if (again.length > 0) await removeLater(writer, { files: again, now: first.arrivedAt })
  const idOf = (raw: string): string => there.get(raw) ?? ''
  const places = mails.flatMap(({ raw, place }) => (place === null ? [] : [{ mailbox: place.mailbox, uid_validity: place.uidValidity, uid: place.uid, mail: idOf(raw) }]))
  if (places.length > 0) await rows(writer, sql`
    insert into participation.mail_place (mailbox, uid_validity, uid, mail)
    select mailbox, uid_validity, uid, mail from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as r (mailbox text, uid_validity bigint, uid bigint, mail uuid)
    on conflict do nothing`)
  const seen = new Set<string>()
  return mails.map(({ raw }) => {
    const id = idOf(raw)
    const isNew = made.has(id) && !seen.has(id)
    seen.add(id)
    return { id, isNew }
  })
}

/** Held while it is being judged: of two processes one does it. undefined where it is done or being done. */
export const holdStored = async (writer: Writer, mail: string): Promise<string | undefined> =>
  (await tables(writer).selectFrom('participation.mail').select('id').where('id', '=', mail).where('state', '=', 'stored').forUpdate().skipLocked().executeTakeFirst())?.id

export type Facts = { readonly messageId: string | null; readonly wordsHash: string | null; readonly fromEmail: string | null; readonly fromKey: string | null; readonly fromName: string; readonly subject: string; readonly text: string; readonly language: 'bg' | 'en'; readonly sentAt: Date | null; readonly marks: readonly string[] }
export type Became = { readonly state: 'contribution' | 'attached' | 'ignored' | 'waiting' | 'unreadable'; readonly reason: string | null; readonly contribution: Ref | null; readonly answeredAt: Date | null }
export type PartRow = { readonly name: string; readonly says: string; readonly mediaType: string; readonly sha256: string; readonly size: number }
export const noteMail = async (writer: Writer, { mail, facts, became, parts }: { readonly mail: string; readonly facts: Facts; readonly became: Became; readonly parts: readonly PartRow[] }): Promise<void> => {
  await tables(writer).updateTable('participation.mail').set({ ...facts, ...became }).where('id', '=', mail).execute()
  if (parts.length > 0) await tables(writer).insertInto('participation.mailPart').values(parts.map((part, at) => ({ mail, position: at + 1, ...part }))).onConflict((on) => on.doNothing()).execute()
}

/** What an answer may name: the letter that came, ours that went, and the token in our address. */
export const leadHome = async (writer: Writer, { contribution, messageIds, letterKey, token, now }: { readonly contribution: Ref; readonly messageIds: readonly string[]; readonly letterKey: string | null; readonly token: string | null; readonly now: Date }): Promise<void> => {
  const keys = [...messageIds.map((id) => `id:${id}`), ...(letterKey === null ? [] : [`own:${mailIdOf(letterKey)}`]), ...(token === null ? [] : [`token:${token}`])]
  if (keys.length === 0) return
  await tables(writer).insertInto('participation.mailThread').values(keys.map((key) => ({ key, contribution, madeAt: now }))).onConflict((on) => on.column('key').doNothing()).execute()
}

export type Settling = { readonly mail: string; readonly by: AccountId | null; readonly why: string; readonly now: Date }
/** A person dealt with it; undefined where somebody did so before. */
export const settleMail = async (writer: Writer, { mail, by, why, now, contribution }: Settling & { readonly contribution: Ref | null }): Promise<'settled' | undefined> => {
  const { numUpdatedRows } = await tables(writer).updateTable('participation.mail')
    .set({ state: 'settled', settledBy: by, settledAt: now, settledWhy: why, ...(contribution === null ? {} : { contribution }) })
    .where('id', '=', mail).where('state', 'in', ['waiting', 'unreadable', 'ignored']).executeTakeFirst()
  return numUpdatedRows > 0n ? 'settled' : undefined
}
/** The contribution that was made of it, in the act that settles it. */
export const noteContribution = async (writer: Writer, { mail, contribution }: { readonly mail: string; readonly contribution: Ref }): Promise<void> => {
  await tables(writer).updateTable('participation.mail').set({ contribution }).where('id', '=', mail).execute()
}
export const noteAnswered = async (writer: Writer, { mail, now }: { readonly mail: string; readonly now: Date }): Promise<void> => {
  await tables(writer).updateTable('participation.mail').set({ answeredAt: now }).where('id', '=', mail).execute()
}
export const findClerk = async (reader: Reader, email: string): Promise<AccountId | null> => {
  const account = await findAccountByEmail(reader, { email })
  return account === undefined || account.endedAt !== null ? null : account.id
}
