// Contributions as staff handle them: what waits, the oldest first, and one with everything known of it. Never for the public role.
import { sql } from 'kysely'
import type { Bilingual } from '#kernel/language.ts'
import type { Id } from '#kernel/id.ts'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { oneRow, rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'

export type Waiting = {
  readonly id: Ref; readonly number: string; readonly title: string; readonly text: string; readonly language: string; readonly kind: string; readonly channel: string; readonly state: string
  readonly process: Id<'consultation'>; readonly processTitle: Bilingual; readonly marks: readonly string[]; readonly unit: string; readonly topics: readonly string[]
  readonly enteredAt: Date; readonly receivedOn: string; readonly dueOn: string | null; readonly author: ContactId | null; readonly isFirst: boolean
}
export type InboxAsked = {
  readonly states: readonly string[]; readonly channel?: string; readonly topic?: string; readonly process?: string; readonly unit?: string
  /** only those with this unit left out, or with no answer */
  readonly only?: 'unassigned' | 'unanswered'; readonly ids?: readonly string[]
}
const matching = ({ states, channel = '', topic = '', process = '', unit = '', only, ids }: InboxAsked) => sql`
  c.state = any(${states}::text[]) and (${channel} = '' or c.channel = ${channel}) and (${process} = '' or p.slug = ${process}) and (${unit} = '' or c.unit = ${unit})
  and (${topic} = '' or exists (select 1 from participation.contribution_topic t where t.contribution = c.id and t.topic = ${topic}))
  and (${only ?? ''} <> 'unassigned' or c.unit = '') and (${only ?? ''} <> 'unanswered' or c.decision is null)
  and (${ids === undefined ? null : [...ids]}::uuid[] is null or c.id = any(${ids === undefined ? null : [...ids]}::uuid[]))`
type Row = Omit<Waiting, 'processTitle'> & { readonly titleBg: string; readonly titleEn: string }
const shape = sql`
  c.id, c.number, c.title, c.language, c.kind, c.channel, c.state, c.process, p.title_bg, p.title_en, c.marks, c.unit, c.entered_at, c.received_on, c.due_on, c.author,
  array(select t.topic from participation.contribution_topic t where t.contribution = c.id order by 1) as topics,
  (c.author is not null and not exists (select 1 from participation.contribution e where e.author = c.author and e.id <> c.id and e.published_at is not null)) as is_first`
const toWaiting = ({ titleBg, titleEn, ...row }: Row): Waiting => ({ ...row, processTitle: { bg: titleBg, en: titleEn } })

/** Oldest first. */
export const listInbox = async (reader: Reader, { limit, offset = 0, ...asked }: InboxAsked & { readonly limit: number; readonly offset?: number }): Promise<readonly Waiting[]> =>
  (await rows(reader, sql<Row>`select ${shape}, left(c.text, 200) as text from participation.contribution c join participation.process p on p.id = c.process where ${matching(asked)} order by c.entered_at, c.id limit ${limit} offset ${offset}`)).map(toWaiting)
export const countInbox = async (reader: Reader, asked: InboxAsked): Promise<number> =>
  (await oneRow(reader, sql<{ n: number }>`select count(*) as n from participation.contribution c join participation.process p on p.id = c.process where ${matching(asked)}`))?.n ?? 0
export type OldestWaiting = { readonly count: number; readonly oldest: Date | null }
export const countToReview = async (reader: Reader): Promise<OldestWaiting> =>
  (await oneRow(reader, sql<OldestWaiting>`select count(*) as count, min(entered_at) as oldest from participation.contribution where state = 'inModeration'`)) ?? { count: 0, oldest: null }
/** Units that stand on any contribution, for a filter. */
export const listUnits = async (reader: Reader): Promise<readonly string[]> =>
  (await rows(reader, sql<{ unit: string }>`select distinct unit from participation.contribution where unit <> '' order by unit limit 100`)).map(({ unit }) => unit)

export type Handled = Omit<Waiting, 'text'> & {
  readonly text: string; readonly titleReceived: string; readonly textReceived: string; readonly titlePublic: string; readonly textPublic: string; readonly version: number
  readonly municipality: string | null; readonly place: string; readonly forWhom: string; readonly authorShown: string | null; readonly authorKind: string; readonly authorChoice: string
  readonly sourceReference: string | null; readonly mergedInto: Ref | null; readonly supports: number; readonly decision: string | null; readonly publishedAt: Date | null; readonly enteredBy: AccountId | null; readonly late: boolean
}
export const findHandled = async (reader: Reader, by: { readonly number: string } | { readonly id: string }): Promise<Handled | undefined> => {
  const row = await oneRow(reader, sql<Omit<Handled, 'processTitle'> & { readonly titleBg: string; readonly titleEn: string }>`
    select ${shape}, c.text, c.title_received, c.text_received, c.title_public, c.text_public, c.version, c.municipality, c.place, c.for_whom, c.author_shown, c.author_kind, c.author_choice,
      c.source_reference, c.merged_into, c.supports, c.decision, c.published_at, c.entered_by, c.late
    from participation.contribution c join participation.process p on p.id = c.process where ${'number' in by ? sql`c.number = ${by.number}` : sql`c.id = ${by.id}`}`)
  if (row === undefined) return undefined
  const { titleBg, titleEn, ...rest } = row
  return { ...rest, processTitle: { bg: titleBg, en: titleEn } }
}
export const listTopics = async (reader: Reader): Promise<readonly { readonly key: string; readonly name: Bilingual }[]> =>
  (await rows(reader, sql<{ key: string; nameBg: string; nameEn: string }>`select key, name_bg, name_en from participation.topic where active order by position`)).map(({ key, nameBg, nameEn }) => ({ key, name: { bg: nameBg, en: nameEn } }))

export type WaitingArgument = { readonly id: string; readonly number: string; readonly title: string; readonly side: 'for' | 'against'; readonly text: string; readonly language: string; readonly authorShown: string | null; readonly state: string; readonly at: Date }
/** Arguments nobody has looked at, the oldest first; with `ids` just those, whatever their state. */
export const listWaitingArguments = (reader: Reader, { limit, ids }: { readonly limit: number; readonly ids?: readonly string[] }): Promise<readonly WaitingArgument[]> => rows(reader, sql<WaitingArgument>`
  select a.id, c.number, c.title_public as title, a.side, a.text, a.language, a.author_shown, a.state, a.at from participation.argument a join participation.contribution c on c.id = a.contribution
  where ${ids === undefined ? sql`a.state = 'waiting'` : sql`a.id = any(${[...ids]}::uuid[])`} order by a.at, a.id limit ${limit}`)
export const countWaitingArguments = async (reader: Reader): Promise<OldestWaiting> =>
  (await oneRow(reader, sql<OldestWaiting>`select count(*) as count, min(at) as oldest from participation.argument where state = 'waiting'`)) ?? { count: 0, oldest: null }
