// Questions of moderation: the public log, the decisions on one contribution, objections, reports and notes that wait. All but the log are for staff.
import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'
import { rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import type { Decision, DecisionId, LogCounts, LogLine, Reason } from './rules.ts'
import type { ModerationTables } from './tables.ts'

const tables = (reader: Reader) => reader.withTables<ModerationTables>()

/** Newest first. Whoever may not read anything personal may read this. */
export const listLog = async (reader: Reader, { limit, offset = 0 }: { readonly limit: number; readonly offset?: number }): Promise<readonly LogLine[]> =>
  (await tables(reader).selectFrom('participation.moderation').select(['at', 'kind', 'act', 'reason', 'outcome', 'objectedAt']).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).offset(offset).execute())
    .map(({ objectedAt, outcome, ...line }) => ({ ...line, outcome: outcome ?? (objectedAt === null ? null : 'waiting') }))
export const countLog = async (reader: Reader): Promise<LogCounts> => {
  const [found] = await rows(reader, sql<LogCounts>`
    select count(*) as all, count(*) filter (where act in ('published', 'masked', 'restored')) as published, count(*) filter (where act in ('refused', 'removed')) as taken,
      count(objected_at) as objections, count(*) filter (where outcome = 'reversed') as reversed from participation.moderation`)
  return found ?? { all: 0, published: 0, taken: 0, objections: 0, reversed: 0 }
}

const whole = ['id', 'contribution', 'act', 'kind', 'reason', 'passage', 'says', 'stateBefore', 'byAccount', 'at', 'objectedAt', 'objection', 'judgedAt', 'judgedBy', 'outcome', 'judgedWhy'] as const
/** What was decided on one contribution, the newest first. */
export const listDecisions = (reader: Reader, contribution: Ref): Promise<readonly Decision[]> =>
  tables(reader).selectFrom('participation.moderation').select(whole).where('contribution', '=', contribution).orderBy('at', 'desc').orderBy('id', 'desc').execute()
export const findDecision = (reader: Reader, id: DecisionId): Promise<Decision | undefined> =>
  tables(reader).selectFrom('participation.moderation').select(whole).where('id', '=', id).executeTakeFirst()
/** Objections nobody has judged, the oldest first. */
export const listObjections = (reader: Reader): Promise<readonly Decision[]> =>
  tables(reader).selectFrom('participation.moderation').select(whole).where('objectedAt', 'is not', null).where('judgedAt', 'is', null).orderBy('objectedAt').limit(200).execute()

export type Flag = { readonly id: Id<'flag'>; readonly contribution: Ref; readonly argument: string | null; readonly reason: Reason; readonly says: string; readonly at: Date; readonly settledAt: Date | null; readonly outcome: 'kept' | 'acted' | null }
const flagColumns = ['id', 'contribution', 'argument', 'reason', 'says', 'at', 'settledAt', 'outcome'] as const
/** Reports nobody has looked at, the oldest first. */
export const listFlags = (reader: Reader): Promise<readonly Flag[]> =>
  tables(reader).selectFrom('participation.flag').select(flagColumns).where('settledAt', 'is', null).orderBy('at').limit(500).execute()
export const listFlagsOn = (reader: Reader, contribution: Ref): Promise<readonly Flag[]> =>
  tables(reader).selectFrom('participation.flag').select(flagColumns).where('contribution', '=', contribution).orderBy('at', 'desc').execute()
export type Note = { readonly id: Id<'note'>; readonly text: string; readonly byAccount: AccountId | null; readonly at: Date }
export const listNotes = (reader: Reader, contribution: Ref): Promise<readonly Note[]> =>
  tables(reader).selectFrom('participation.staffNote').select(['id', 'text', 'byAccount', 'at']).where('contribution', '=', contribution).orderBy('at').execute()

export type ReviewCounts = { readonly flags: number; readonly objections: number; readonly oldest: Date | null }
/** What waits here beside the texts themselves. */
export const countReview = async (reader: Reader): Promise<ReviewCounts> => {
  const [found] = await rows(reader, sql<ReviewCounts>`
    select (select count(*) from participation.flag where settled_at is null) as flags,
      (select count(*) from participation.moderation where objected_at is not null and judged_at is null) as objections,
      least((select min(at) from participation.flag where settled_at is null), (select min(objected_at) from participation.moderation where objected_at is not null and judged_at is null)) as oldest`)
  return found ?? { flags: 0, objections: 0, oldest: null }
}
/** Words that have outlived their time, for the dry run of retention. */
export const countOldWords = async (reader: Reader, { olderThan, of }: { readonly olderThan: Date; readonly of: 'reports' | 'objections' }): Promise<number> =>
  (await rows(reader, of === 'reports' ? sql<{ n: number }>`select count(*) as n from participation.flag where settled_at < ${olderThan} and says <> ''`
    : sql<{ n: number }>`select count(*) as n from participation.moderation where judged_at < ${olderThan} and objection <> ''`))[0]?.n ?? 0
