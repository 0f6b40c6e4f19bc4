// The outbox: a letter and the job that will deliver it, in the act that causes it; rolled back, both are gone.
// Delivering is doors/clock; the words of a letter are in the rules of its topic.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Letter, LetterHeaders } from '#kernel/letter.ts'
import type { AccountId } from '#kernel/who.ts'
import { oneRow, rows } from './ask.ts'
import type { Reader, Writer } from './handle.ts'
import { newId } from './ids.ts'
import { askJob } from './jobs.ts'

/** The job's name, as doors/clock knows it. */
export const deliverLetterJob = 'deliverLetter'
export const mostDeliveries = 12

/** 'posted', or 'already' when a letter with this key was posted before: then nothing happens. */
export const postLetter = async (writer: Writer, letter: Letter): Promise<'posted' | 'already'> => {
  const made = await rows(writer, sql`
    with made as (${inserted(letter)})
    select (graphile_worker.add_job(${deliverLetterJob}, json_build_object('letter', id::text), job_key => 'letter:' || id, max_attempts => ${mostDeliveries})).id from made`)
  return made.length > 0 ? 'posted' : 'already'
}
/** A letter that its act delivers itself, right after; should that be cut off, the next start delivers it. */
export const writeDownLetter = async (writer: Writer, letter: Letter): Promise<string> => {
  const id = await insertLetter(writer, letter)
  if (id === undefined) throw new Error(`the letter ${letter.key} was written before`)
  return id
}
const insertLetter = async (writer: Writer, letter: Letter): Promise<string | undefined> => (await rows(writer, inserted(letter)))[0]?.id
const inserted = (letter: Letter) => sql<{ id: string }>`
  insert into store.letter (id, key, kind, to_address, subject, body, language, account, headers, mail_id)
  values (${newId<'letter'>()}, ${letter.key}, ${letter.kind}, ${letter.to}, ${letter.subject}, ${letter.body}, ${letter.language}, ${letter.account ?? null}, ${letter.headers == null ? null : JSON.stringify(letter.headers)}::jsonb, ${mailIdOf(letter.key)})
  on conflict (key) do nothing returning id`

/** First part of the Message-ID that sources/post gives the letter with this key. */
export const mailIdOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32)
/** Whether a Message-ID is of a letter of ours. */
export const isOwnMail = async (reader: Reader, messageIds: readonly string[]): Promise<boolean> => {
  const ids = messageIds.map((id) => id.split('@')[0] ?? '').filter((id) => /^[0-9a-f]{32}$/.test(id))
  return ids.length > 0 && (await rows(reader, sql`select 1 from store.letter where mail_id = any(${ids}::text[]) limit 1`)).length > 0
}

export type LetterState = 'waiting' | 'sent' | 'kept' | 'failed' | 'erased'
export type PostedLetter = {
  readonly id: string; readonly key: string; readonly kind: string; readonly toAddress: string | null; readonly subject: string; readonly body: string
  readonly language: 'bg' | 'en'; readonly account: AccountId | null; readonly state: LetterState; readonly attempts: number
  readonly postedAt: Date; readonly settledAt: Date | null; readonly result: string | null; readonly headers: LetterHeaders | null
}

/** Newest first; staff only. */
export const listLetters = (reader: Reader, asked: { state?: LetterState; limit: number; offset?: number }): Promise<readonly PostedLetter[]> =>
  rows(reader, sql<PostedLetter>`
    select id, key, kind, to_address, subject, body, language, account, state, attempts, posted_at, settled_at, result, headers from store.letter
    where (${asked.state ?? null}::text is null or state = ${asked.state ?? null}) order by posted_at desc, id desc limit ${asked.limit} offset ${asked.offset ?? 0}`)

export const countLetters = async (reader: Reader): Promise<Readonly<Record<LetterState, number>>> => {
  const found = await rows(reader, sql<{ state: LetterState; n: number }>`select state, count(*) as n from store.letter group by state`)
  return { waiting: 0, sent: 0, kept: 0, failed: 0, erased: 0, ...Object.fromEntries(found.map((row) => [row.state, row.n])) }
}

export const findLetter = (reader: Reader, id: string): Promise<PostedLetter | undefined> =>
  oneRow(reader, sql<PostedLetter>`
    select id, key, kind, to_address, subject, body, language, account, state, attempts, posted_at, settled_at, result, headers from store.letter where id = ${id}`)

/** What became of one attempt; a letter that is settled stays as it is. */
export const noteDelivery = async (writer: Writer, id: string, became: { state: 'sent' | 'kept' | 'failed' | 'waiting'; result: string }): Promise<'noted' | 'settled before'> => {
  const noted = await rows(writer, sql`
    update store.letter set attempts = attempts + 1, state = ${became.state}, result = ${became.result.slice(0, 500)},
      settled_at = case when ${became.state} = 'waiting' then null else clock_timestamp() end
    where id = ${id} and state in ('waiting', 'failed') returning id`)
  return noted.length > 0 ? 'noted' : 'settled before'
}

/** Removes the files of erased letters, as doors/clock knows it. */
export const forgetLettersJob = 'letters.forget'
/** Erasure: the fact that a letter was sent stays, its address and words go, and the file of one that was kept. Part of the act that erases. */
export const eraseLetters = async (writer: Writer, account: AccountId): Promise<void> => {
  await rows(writer, sql`
    update store.letter set to_address = null, subject = '', body = '', result = null, headers = null, state = 'erased', settled_at = coalesce(settled_at, clock_timestamp())
    where account = ${account} and state <> 'erased'`)
  await askJob(writer, forgetLettersJob)
}

export const listErasedLetters = (reader: Reader): Promise<readonly { readonly key: string; readonly kind: string }[]> =>
  rows(reader, sql<{ key: string; kind: string }>`select key, kind from store.letter where state = 'erased'`)

const sameAddress = (key: string) => sql`lower(regexp_replace(to_address, '\\+[^@]*@', '@')) = ${key}`
/** Letters to a person without an account, by their address without its +tag; of accounts there is `eraseLetters`. How many were erased. */
export const eraseLettersTo = async (writer: Writer, key: string): Promise<number> => {
  const gone = await rows(writer, sql`
    update store.letter set to_address = null, subject = '', body = '', result = null, headers = null, state = 'erased', settled_at = coalesce(settled_at, clock_timestamp())
    where account is null and state <> 'erased' and ${sameAddress(key)} returning id`)
  await askJob(writer, forgetLettersJob)
  return gone.length
}
export const listLettersTo = (reader: Reader, key: string): Promise<readonly PostedLetter[]> =>
  rows(reader, sql<PostedLetter>`
    select id, key, kind, to_address, subject, body, language, account, state, attempts, posted_at, settled_at, result, headers from store.letter
    where account is null and ${sameAddress(key)} order by posted_at`)
/** Letters that were refused since a moment: their addresses may be wrong. */
export const listRefused = (reader: Reader, since: Date): Promise<readonly { readonly key: string; readonly toAddress: string }[]> =>
  rows(reader, sql<{ key: string; toAddress: string }>`select key, to_address from store.letter where state = 'failed' and account is null and settled_at >= ${since}`)
export const countOldLetters = async (reader: Reader, olderThan: Date): Promise<number> =>
  (await rows(reader, sql<{ n: number }>`select count(*) as n from store.letter where state not in ('erased', 'waiting') and posted_at < ${olderThan}`))[0]?.n ?? 0
/** The end of their period: that a letter of this kind was sent stays, to whom and in which words goes. */
export const eraseOldLetters = async (writer: Writer, olderThan: Date): Promise<number> => {
  const gone = await rows(writer, sql`
    update store.letter set to_address = null, subject = '', body = '', result = null, headers = null, state = 'erased' where state not in ('erased', 'waiting') and posted_at < ${olderThan} returning id`)
  if (gone.length > 0) await askJob(writer, forgetLettersJob)
  return gone.length
}
