// Questions about letters that came in. For staff readers only: the role of public pages may not look here.
import { isId } from '#kernel/id.ts'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ref } from '#kernel/thread.ts'
import { oneRow, prepared, rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import { isMailState, mailStates, type Mail, type MailDoor, type MailReason, type MailState } from './rules/mail.ts'
import type { MailTables } from './tables.ts'

const tables = (reader: Reader) => reader.withTables<MailTables>()
export const hashOfWords = (words: string): string => createHash('sha256').update(words).digest('hex')

export type StoredMail = { readonly id: string; readonly raw: string; readonly rawSize: number; readonly door: MailDoor; readonly uploadedBy: Mail['uploadedBy']; readonly wantsAnswer: boolean; readonly arrivedAt: Date }
const stored = ['id', 'raw', 'rawSize', 'door', 'uploadedBy', 'wantsAnswer', 'arrivedAt'] as const
/** Kept and not read yet: what was cut off goes on from here. */
export const listStored = (reader: Reader, { limit, except }: { readonly limit: number; readonly except: readonly string[] }): Promise<readonly StoredMail[]> =>
  tables(reader).selectFrom('participation.mail').select(stored).where('state', '=', 'stored').where(sql<boolean>`id <> all(${[...except]}::uuid[])`).orderBy('arrivedAt').orderBy('id').limit(limit).execute()

export const listKnownUids = async (reader: Reader, { mailbox, uidValidity, uids }: { readonly mailbox: string; readonly uidValidity: number; readonly uids: readonly number[] }): Promise<ReadonlySet<number>> =>
  new Set((await rows(reader, sql<{ uid: number }>`select uid from participation.mail_place where mailbox = ${mailbox} and uid_validity = ${uidValidity} and uid = any(${[...uids]}::bigint[])`)).map(({ uid }) => uid))

export type BeforeRow = { readonly sameId: string | null; readonly sameWords: string | null; readonly thread: Ref | null; readonly lastHour: number; readonly answersToday: number; readonly isOwn: boolean }
/** Everything the judgement asks about one letter, in one question. */
const before = prepared<BeforeRow>(`
  select
    (select id from participation.mail where message_id = $1 and id <> $2 and state <> 'stored' order by arrived_at limit 1) as same_id,
    (select id from participation.mail where words_hash = $3 and id <> $2 and state <> 'stored' order by arrived_at limit 1) as same_words,
    (select contribution from participation.mail_thread where key = any($4::text[]) order by array_position($4::text[], key) limit 1) as thread,
    (select count(*) from participation.mail where from_key = $5 and id <> $2 and state not in ('stored', 'ignored') and arrived_at > $6::timestamptz - interval '1 hour' and arrived_at <= $6) as last_hour,
    (select count(*) from participation.mail where from_key = $5 and answered_at > $6::timestamptz - interval '1 day') as answers_today,
    exists (select 1 from store.letter where mail_id = any($7::text[])) as is_own`)
export type Asked = { readonly mail: string; readonly messageId: string | null; readonly wordsHash: string; readonly threadKeys: readonly string[]; readonly fromKey: string | null; readonly now: Date }
export const findBefore = async (reader: Reader, { mail, messageId, wordsHash, threadKeys, fromKey, now }: Asked): Promise<BeforeRow> => {
  const own = messageId === null ? [] : [messageId.split('@')[0] ?? ''].filter((id) => /^[0-9a-f]{32}$/.test(id))
  const [row] = await before(reader, [messageId, mail, wordsHash, threadKeys, fromKey, now, own])
  if (row === undefined) throw new Error('a question without an answer')
  return row
}

const columns = sql`id, raw as raw_sha256, raw_size, door, message_id, from_email, from_name, subject, text, sent_at, arrived_at, state, reason, marks, contribution, answered_at, uploaded_by, settled_by, settled_at, settled_why, language`
export type MailRow = Mail & { readonly settledAt: Date | null; readonly settledWhy: string | null; readonly language: 'bg' | 'en' | null }
type Row = Omit<MailRow, 'state' | 'reason'> & { readonly state: string; readonly reason: string | null }
const toMail = (row: Row): MailRow => ({ ...row, state: isMailState(row.state) ? row.state : 'waiting', reason: row.reason as MailReason | null })

export type MailFilter = { readonly state: MailState | null; readonly limit: number; readonly offset: number }
export const listMail = async (reader: Reader, { state, limit, offset }: MailFilter): Promise<readonly MailRow[]> =>
  (await rows(reader, sql<Row>`select ${columns} from participation.mail where (${state}::text is null or state = ${state}) order by arrived_at desc, id desc limit ${limit} offset ${offset}`)).map(toMail)
export const countMail = async (reader: Reader): Promise<Readonly<Record<MailState, number>>> => {
  const found = await rows(reader, sql<{ state: MailState; n: number }>`select state, count(*) as n from participation.mail group by state`)
  return Object.fromEntries(mailStates.map((state) => [state, found.find((row) => row.state === state)?.n ?? 0])) as Record<MailState, number>
}
export const findMail = async (reader: Reader, id: string): Promise<MailRow | undefined> => {
  if (!isId(id)) return undefined
  const row = await oneRow(reader, sql<Row>`select ${columns} from participation.mail where id = ${id}`)
  return row === undefined ? undefined : toMail(row)
}
export type MailPart = { readonly position: number; readonly name: string; readonly says: string; readonly mediaType: string; readonly sha256: string; readonly size: number }
export const listParts = (reader: Reader, mail: string): Promise<readonly MailPart[]> =>
  tables(reader).selectFrom('participation.mailPart').select(['position', 'name', 'says', 'mediaType', 'sha256', 'size']).where('mail', '=', mail).orderBy('position').execute()
/** The public numbers of contributions, by id. */
export const listNumbers = async (reader: Reader, ids: readonly Ref[]): Promise<ReadonlyMap<string, string>> =>
  ids.length === 0 ? new Map() : new Map((await rows(reader, sql<{ id: string; number: string }>`select id, number from participation.contribution where id = any(${[...new Set(ids)]}::uuid[])`)).map(({ id, number }) => [id, number]))
