// The chain over the audit trail: one sealer hashes what was committed, in order, so that writers never queue for it;
// verifyAudit reads it all again. What the acts say is audit.ts.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { oneRow, rows } from './ask.ts'
import { copyInto } from './copy.ts'
import type { Reader, Writer } from './handle.ts'
import { lockNumbers } from './lock-numbers.ts'
import type { Store } from './store.ts'

type Sealed = { readonly id: number; readonly text: string }

// What is hashed is the act as the database writes it out: json keys in its own fixed order, times in UTC.
const actText = sql`jsonb_build_array(a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), a.who, a.act, a.thing,
  a.before, a.after, a.why, a.personal_of, a.personal)::text`

const firstHash = createHash('sha256').update('posoka audit').digest()
const linkHash = (before: Uint8Array, position: number, text: string): Buffer =>
  createHash('sha256').update(before).update(`\n${position}\n`).update(text).digest()

const mostAtOnce = 2_000

/** Chains what is waiting, oldest first; how many. Another sealer at work: none. */
export const sealAudit = async (store: Store): Promise<number> => {
  let sealed = 0
  for (;;) {
    const now = await store.writing(sealSome, { quiet: 'yes' })
    sealed += now
    if (now < mostAtOnce) return sealed
  }
}

const sealSome = async (writer: Writer): Promise<number> => {
  const lock = await oneRow(writer, sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${lockNumbers.sealAudit}) as got`)
  if (!lock?.got) return 0
  const waiting = await rows(writer, sql<Sealed>`
    with taken as (delete from store.audit_waiting where act_id in (select act_id from store.audit_waiting order by act_id limit ${mostAtOnce}) returning act_id)
    select a.id, ${actText} as text from taken join store.audit a on a.id = taken.act_id order by a.id`)
  if (waiting.length === 0) return 0
  const last = await oneRow(writer, sql<{ position: number; hash: Buffer }>`select position, hash from store.audit_seal order by position desc limit 1`)
  let position = last?.position ?? 0
  let hash: Uint8Array = last?.hash ?? firstHash
  const seals = waiting.map((act) => {
    position++
    hash = linkHash(hash, position, act.text)
    return [position, act.id, hash] as const
  })
  await copyInto(writer, { table: 'store.audit_seal', columns: ['position', 'act_id', 'hash'], rows: seals })
  return waiting.length
}

/** Asked every second, so it must cost nothing when there is nothing. */
export const hasUnsealed = async (reader: Reader): Promise<boolean> =>
  (await oneRow(reader, sql<{ some: boolean }>`select exists (select from store.audit_waiting) as some`))?.some === true

export type AuditBreak = { readonly position: number | null; readonly act: number | null; readonly what: 'missing' | 'changed' | 'outOfOrder' | 'unsealed' }
export type AuditVerdict = {
  readonly sealed: number
  /** written, not yet chained */
  readonly waiting: number
  /** hash of the last seal: noted down elsewhere, it also shows when the end of the chain was cut off */
  readonly head: string
  /** the first of them; an empty list: the trail is whole */
  readonly breaks: readonly AuditBreak[]
}
const mostBreaks = 20

/** Reads the whole trail in one moment and computes every hash again. */
export const verifyAudit = (store: Store): Promise<AuditVerdict> => store.reading(verify, { as: 'staff', fresh: 'primary' })

const verify = async (reader: Reader): Promise<AuditVerdict> => {
  const breaks: AuditBreak[] = []
  const note = (found: AuditBreak): void => { if (breaks.length < mostBreaks) breaks.push(found) }
  let position = 0
  let hash: Uint8Array = firstHash
  for (;;) {
    const batch = await rows(reader, sql<{ position: number; actId: number; hash: Buffer; text: string | null }>`
      select s.position, s.act_id, s.hash, case when a.id is null then null else ${actText} end as text
      from store.audit_seal s left join store.audit a on a.id = s.act_id
      where s.position > ${position} order by s.position limit 5000`)
    if (batch.length === 0) break
    for (const seal of batch) {
      if (seal.position !== position + 1) note({ position: position + 1, act: null, what: 'outOfOrder' })
      if (seal.text === null) note({ position: seal.position, act: seal.actId, what: 'missing' })
      else if (!linkHash(hash, seal.position, seal.text).equals(seal.hash)) note({ position: seal.position, act: seal.actId, what: 'changed' })
      position = seal.position
      hash = seal.hash
    }
  }
  const unsealed = await rows(reader, sql<{ id: number }>`
    select a.id from store.audit a left join store.audit_seal s on s.act_id = a.id left join store.audit_waiting w on w.act_id = a.id
    where s.act_id is null and w.act_id is null order by a.id limit ${mostBreaks}`)
  for (const act of unsealed) note({ position: null, act: act.id, what: 'unsealed' })
  const waiting = (await oneRow(reader, sql<{ n: number }>`select count(*) as n from store.audit_waiting`))?.n ?? 0
  return { sealed: position, waiting, head: Buffer.from(hash).toString('hex'), breaks }
}
