// A person leaves the letters that came by e-mail: what they wrote goes with the raw letter; that a letter came stays, so that it is not taken in again.
import { emailKey, type ContactId } from '#areas/people/contacts/rules.ts'
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import type { Reader, Writer } from '#store/handle.ts'
import { wordsGone } from '../rules/mail.ts'

export type MailOf = { readonly id: string; readonly raw: string; readonly subject: string; readonly text: string; readonly fromEmail: string | null; readonly fromName: string; readonly arrivedAt: Date; readonly state: string }
/** What the person sent, and what became theirs: also a letter that a colleague passed on for them. */
export const listMailOf = (reader: Reader, { contact, email }: { readonly contact: ContactId; readonly email: string | null }): Promise<readonly MailOf[]> =>
  rows(reader, sql<MailOf>`
    select id, raw, subject, text, from_email, from_name, arrived_at, state from participation.mail m
    where not (${wordsGone} = any (marks)) and (m.from_key = ${email === null ? null : emailKey(email)} or m.contribution in (select id from participation.contribution where author = ${contact}))
    order by arrived_at`)
export const listPartsOf = (reader: Reader, mails: readonly string[]): Promise<readonly { readonly mail: string; readonly name: string; readonly sha256: string }[]> =>
  rows(reader, sql<{ mail: string; name: string; sha256: string }>`select mail, name, sha256 from participation.mail_part where mail = any (${[...mails]}::uuid[]) order by mail, position`)

export const emptyMails = async (writer: Writer, { mails, now }: { readonly mails: readonly MailOf[]; readonly now: Date }): Promise<readonly string[]> => {
  const ids = mails.map(({ id }) => id)
  if (ids.length === 0) return []
  const parts = await listPartsOf(writer.reader, ids)
  await rows(writer, sql`
    update participation.mail set from_email = null, from_key = null, from_name = '', subject = '', text = '', message_id = null, words_hash = null, marks = array_append(marks, ${wordsGone}),
      state = case when state in ('stored', 'waiting', 'unreadable') then 'settled' else state end, settled_at = case when state in ('stored', 'waiting', 'unreadable') then ${now} else settled_at end, settled_why = case when state in ('stored', 'waiting', 'unreadable') then 'erased' else null end
    where id = any (${ids}::uuid[])`)
  await rows(writer, sql`delete from participation.mail_part where mail = any (${ids}::uuid[])`)
  await rows(writer, sql`delete from participation.mail_thread where contribution in (select contribution from participation.mail where id = any (${ids}::uuid[])) and key like 'id:%'`)
  return [...mails.map(({ raw }) => raw), ...parts.map(({ sha256 }) => sha256)]
}
export const listMailFilesNeeded = async (reader: Reader, files: readonly string[]): Promise<readonly string[]> =>
  (await rows(reader, sql<{ sha256: string }>`
    select raw as sha256 from participation.mail where raw = any (${[...files]}::text[]) and not (${wordsGone} = any (marks))
    union select sha256 from participation.mail_part where sha256 = any (${[...files]}::text[])`)).map(({ sha256 }) => sha256)

const settled = sql`state in ('contribution', 'attached', 'ignored', 'settled') and not (${wordsGone} = any (marks))`
export const countOldMails = async (reader: Reader, olderThan: Date): Promise<number> =>
  (await rows(reader, sql<{ n: number }>`select count(*) as n from participation.mail where ${settled} and arrived_at < ${olderThan}`))[0]?.n ?? 0
export const listOldMails = (reader: Reader, olderThan: Date): Promise<readonly MailOf[]> =>
  rows(reader, sql<MailOf>`select id, raw, subject, text, from_email, from_name, arrived_at, state from participation.mail where ${settled} and arrived_at < ${olderThan} order by arrived_at limit 5000`)
