// The audit trail: one row per act, written in the act. It holds no personal value: those enter as hashes under a key
// that is destroyed when the person is erased. Chaining and checking are in audit-chain.ts.
import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { AccountId } from '#kernel/who.ts'
import { rows } from './ask.ts'
import type { Reader, Writer } from './handle.ts'

export type Act = {
  /** account that acts; null for the product itself or an unknown visitor */
  readonly who: AccountId | null
  /** area.topic.verb: 'evidence.vintage.accept' */
  readonly act: string
  readonly thing?: string
  /** the changed values before and after; never a personal one */
  readonly before?: unknown
  readonly after?: unknown
  readonly why?: string
  /** personal values by field; only their keyed hashes are kept */
  readonly personal?: Readonly<Record<string, string>>
  /** whose values they are, when not those of `who` */
  readonly about?: AccountId
}

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

export const recordAct = async (writer: Writer, act: Act): Promise<void> => {
  const person = act.personal ? (act.about ?? act.who) : null
  if (act.personal && person === null) throw new Error(`${act.act}: whose personal values these are must be said (about)`)
  const personal = act.personal && person ? await hashed(writer, person, act.personal) : null
  await rows(writer, sql`
    insert into store.audit (who, act, thing, before, after, why, personal_of, personal)
    values (${act.who}, ${act.act}, ${act.thing ?? null}, ${json(act.before)}::jsonb, ${json(act.after)}::jsonb, ${act.why ?? null}, ${person}, ${json(personal ?? undefined)}::jsonb)`)
}

/** After the erasure there is no key any more, and none is made anew. */
const erased = 'erased'
const hashed = async (writer: Writer, person: AccountId, values: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> => {
  const key = await keyOf(writer, person)
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, key ? hashOf(key, field, value) : erased]))
}
const hashOf = (key: Buffer, field: string, value: string): string => createHmac('sha256', key).update(`${field}\0${value}`).digest('hex')

const keyOf = async (writer: Writer, person: AccountId): Promise<Buffer | null> => {
  await rows(writer, sql`insert into store.audit_key (account, key) values (${person}, ${randomBytes(32)}) on conflict (account) do nothing`)
  return (await rows(writer, sql<{ key: Buffer | null }>`select key from store.audit_key where account = ${person}`))[0]?.key ?? null
}

/** Erasure: what the trail says about this person can no longer be tied to a value. Part of the act that erases. */
export const destroyAuditKey = async (writer: Writer, person: AccountId): Promise<void> => {
  await rows(writer, sql`
    insert into store.audit_key (account, key, destroyed_at) values (${person}, null, clock_timestamp())
    on conflict (account) do update set key = null, destroyed_at = clock_timestamp() where audit_key.key is not null`)
}

export type AuditRow = {
  readonly id: number; readonly at: Date; readonly who: AccountId | null; readonly act: string; readonly thing: string | null
  readonly before: unknown; readonly after: unknown; readonly why: string | null; readonly personalFields: readonly string[]
}

/** Newest first. For staff only: the public role cannot read the trail. */
export const listActs = (reader: Reader, asked: { thing?: string; who?: AccountId; act?: string; before?: number; limit: number }): Promise<readonly AuditRow[]> =>
  rows(reader, sql<AuditRow>`
    select id, at, who, act, thing, before, after, why,
      coalesce((select array_agg(field order by field) from jsonb_object_keys(personal) as field), '{}') as personal_fields
    from store.audit
    where (${asked.thing ?? null}::uuid is null or thing = ${asked.thing ?? null}::uuid)
      and (${asked.who ?? null}::uuid is null or who = ${asked.who ?? null}::uuid)
      and (${asked.act ?? null}::text is null or act = ${asked.act ?? null} or act like ${asked.act ?? ''} || '.%')
      and (${asked.before ?? null}::bigint is null or id < ${asked.before ?? null}::bigint)
    order by id desc limit ${asked.limit}`)

export type Change = {
  readonly act: string; readonly who: AccountId | null; readonly times: number; readonly at: Date
  /** the thing's page and title, where it is one; paths without the language */
  readonly path: string | null; readonly titleBg: string | null; readonly titleEn: string | null
}
/** What others did since a moment, and not to the person themselves; the same act on the same thing once with its number, newest first. For staff only. */
export const listChanges = (reader: Reader, asked: { since: Date; areas: readonly string[]; without: readonly string[]; notBy: AccountId; limit: number }): Promise<readonly Change[]> =>
  rows(reader, sql<Change>`
    select a.act, a.who, count(*)::integer as times, max(a.at) as at, t.path, t.title_bg, t.title_en
    from store.audit a left join store.thing t on t.id = a.thing
    where a.at > ${asked.since} and a.who is distinct from ${asked.notBy} and a.thing is distinct from ${asked.notBy}
      and split_part(a.act, '.', 1) = any (${asked.areas}::text[]) and not (a.act = any (${asked.without}::text[]))
    group by a.act, a.who, t.id, t.path, t.title_bg, t.title_en order by max(a.at) desc limit ${asked.limit}`)
