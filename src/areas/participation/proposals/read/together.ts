// Contributions as others look for what says the same: candidates by their rarest words, everything merged into one, what was written lately. For staff.
import { sql } from 'kysely'
import type { Ref } from '#kernel/thread.ts'
import { rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import { stemsOf, toBareWords } from '../rules/alike.ts'

export type Candidate = { readonly id: Ref; readonly number: string; readonly title: string; readonly language: string; readonly channel: string; readonly state: string; readonly text: string }
const words = sql`to_tsvector('simple', left(title || ' ' || text, 2300))`
const mostTerms = 60
/** A term that stands in more texts than this tells nothing. */
const common = 400
/** Those sharing the rarest word stems, whatever way they came; withdrawn and refused ones are left out. What is taken away is how alike they are: that is counted by rules. */
export const listCandidates = async (reader: Reader, { text, not, most }: { readonly text: string; readonly not: string | null; readonly most: number }): Promise<readonly Candidate[]> => {
  const stems = [...new Set(stemsOf(toBareWords(text)))].toSorted((one, other) => other.length - one.length).slice(0, mostTerms)
  if (stems.length === 0) return []
  const found = await rows(reader, sql<{ stem: string; n: number }>`
    select stem, (select count(*) from (select from participation.contribution where ${words} @@ to_tsquery('simple', quote_literal(stem) || ':*') limit ${common}) as counted) as n from unnest(${stems}::text[]) as stem`)
  let sum = 0
  const rare = found.filter(({ n }) => n > 0 && n < common).toSorted((one, other) => one.n - other.n).filter(({ n }, index) => { sum += n; return index < 3 || sum <= 2 * common }).map(({ stem }) => stem)
  // A text of common words only: the longest of them have to do.
  const sought = (rare.length > 0 ? rare : stems.slice(0, 3)).map((stem) => `'${stem.replaceAll("'", '')}':*`).join(' | ')
  return rows(reader, sql<Candidate>`
    select id, number, title, language, channel, state, title || E'\n' || left(text, 2000) as text from participation.contribution
    where ${words} @@ to_tsquery('simple', ${sought}) and state not in ('withdrawn', 'notPublished') and (${not}::uuid is null or id <> ${not}::uuid)
    order by ts_rank(${words}, to_tsquery('simple', ${sought})) desc, id limit ${most}`)
}
export type TreeMember = { readonly id: Ref; readonly number: string; readonly title: string; readonly language: string; readonly authorShown: string | null; readonly authorKind: string; readonly channel: string; readonly receivedOn: string; readonly mergedInto: Ref }
/** Everything merged into a contribution, also by way of others, the oldest first; with what everybody may read. */
export const listWholeTree = (reader: Reader, root: string): Promise<readonly TreeMember[]> => rows(reader, sql<TreeMember>`
  with recursive whole as (select c.id, c.merged_into from participation.contribution c where c.merged_into = ${root}
    union all select c.id, c.merged_into from participation.contribution c join whole on c.merged_into = whole.id)
  select c.id, c.number, c.title_public as title, c.language, c.author_shown, c.author_kind, c.channel, c.received_on, c.merged_into
  from participation.contribution c join whole on whole.id = c.id order by c.number`)
export const listPublicOf = (reader: Reader, ids: readonly string[]): Promise<readonly { readonly id: Ref; readonly number: string; readonly title: string; readonly state: string }[]> =>
  rows(reader, sql<{ id: Ref; number: string; title: string; state: string }>`select id, number, title_public as title, state from participation.contribution where id = any(${[...ids]}::uuid[])`)
export type Written = { readonly id: string; readonly at: Date; readonly text: string; readonly author: string | null }
/** The newest texts in their order of arrival. */
export const listWritten = (reader: Reader, { since, most }: { readonly since: Date; readonly most: number }): Promise<readonly Written[]> => rows(reader, sql<Written>`
  select * from (select id, entered_at as at, title || E'\n' || text as text, author from participation.contribution
    where entered_at >= ${since} and state not in ('withdrawn', 'notPublished', 'awaitingConfirmation') order by entered_at desc limit ${most}) newest order by at, id`)
