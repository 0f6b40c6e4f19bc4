// Contributions as those who answer see them: what is unanswered, the oldest first and by unit; who is to be told. For staff.
import { sql } from 'kysely'
import type { ContactId } from '#areas/people/contacts/rules.ts'
import type { Ref } from '#kernel/thread.ts'
import { rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import type { Answerable, UnansweredCount } from '../rules/answerable.ts'

const shape = sql`c.id, c.number, c.title_public as title, c.text_public as text, c.language, c.kind, c.state, c.process, c.unit, c.received_on, c.due_on, c.supports,
  (select count(*) from participation.contribution m where m.merged_into = c.id) as merged`
export const listAnswerable = (reader: Reader, { numbers = [], ids = [] }: { readonly numbers?: readonly string[]; readonly ids?: readonly string[] }): Promise<readonly Answerable[]> => rows(reader, sql<Answerable>`
  select ${shape} from participation.contribution c where c.number = any(${[...numbers]}::text[]) or c.id = any(${[...ids]}::uuid[]) order by c.number`)

export type UnansweredAsked = { readonly unit?: string | undefined; readonly process?: string | undefined }
const unanswered = ({ unit, process }: UnansweredAsked) => sql`c.state in ('published', 'underConsideration') and (${unit ?? null}::text is null or c.unit = ${unit ?? null}) and (${process ?? null}::uuid is null or c.process = ${process ?? null}::uuid)`
/** The oldest first. */
export const listUnanswered = (reader: Reader, { limit, offset = 0, ...asked }: UnansweredAsked & { readonly limit: number; readonly offset?: number }): Promise<readonly Answerable[]> => rows(reader, sql<Answerable>`
  select ${shape} from participation.contribution c where ${unanswered(asked)} order by c.received_on, c.entered_at, c.id limit ${limit} offset ${offset}`)
/** By unit; '' is nobody's yet. */
export const countUnanswered = (reader: Reader, { today, ...asked }: UnansweredAsked & { readonly today: string }): Promise<readonly UnansweredCount[]> => rows(reader, sql<UnansweredCount>`
  select c.unit, count(*) as count, count(*) filter (where c.due_on < ${today}::date) as late, min(c.received_on) as oldest, min(c.due_on) as next_due
  from participation.contribution c where ${unanswered(asked)} group by c.unit order by c.unit`)

export type Sender = { readonly id: Ref; readonly number: string; readonly title: string; readonly author: ContactId | null }
/** A contribution and everything merged into it, each with who sent it. */
export const listSenders = (reader: Reader, root: string): Promise<readonly Sender[]> => rows(reader, sql<Sender>`
  with recursive whole as (select c.id from participation.contribution c where c.id = ${root}
    union all select c.id from participation.contribution c join whole on c.merged_into = whole.id)
  select c.id, c.number, c.title_public as title, c.author from participation.contribution c join whole on whole.id = c.id where c.state <> 'withdrawn' order by c.number`)
