// Counts of contributions, kept in the acts that change them: a hundred thousand are read as quickly as ten.
import { sql } from 'kysely'
import { oneRow, rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import { isShown, type ContributionState } from '../rules.ts'

const listedStates = ['published', 'underConsideration', 'answered', 'outcomeKnown'] as const
export type PlaceCount = { readonly municipality: string; readonly count: number }
/** What the public list holds, by municipality. */
export const countByPlace = (reader: Reader): Promise<readonly PlaceCount[]> => rows(reader, sql<PlaceCount>`
  select municipality, sum(count) as count from participation.tally where listed and municipality <> '' and state = any(${[...listedStates]}::text[])
  group by municipality having sum(count) > 0 order by municipality`)
/** Of the public list, in these states and this place. */
export const countListed = async (reader: Reader, { states = listedStates, municipality }: { readonly states?: readonly ContributionState[]; readonly municipality?: string }): Promise<number> =>
  (await oneRow(reader, sql<{ n: number }>`select coalesce(sum(count), 0) as n from participation.tally where listed and state = any(${states.filter((state) => isShown(state))}::text[]) and (${municipality ?? null}::text is null or municipality = ${municipality ?? ''})`))?.n ?? 0
export type Totals = {
  readonly received: number; readonly open: number; readonly answered: number; readonly merged: number; readonly withdrawn: number; readonly notPublished: number; readonly accepted: number
  readonly byChannel: readonly { readonly channel: string; readonly count: number }[]
}
const nothing = { received: 0, open: 0, answered: 0, merged: 0, withdrawn: 0, notPublished: 0, accepted: 0 }
/** All contributions of all kinds, as the page of participation tells them. Open, answered, merged, withdrawn and not published give the whole. */
export const countAll = async (reader: Reader): Promise<Totals> => {
  const [totals, byChannel] = await Promise.all([
    oneRow(reader, sql<Omit<Totals, 'byChannel'>>`
      select coalesce(sum(count), 0) as received, coalesce(sum(count) filter (where state in ('awaitingConfirmation', 'inModeration', 'published', 'underConsideration')), 0) as open, coalesce(sum(count) filter (where state in ('answered', 'outcomeKnown')), 0) as answered,
        coalesce(sum(count) filter (where state = 'merged'), 0) as merged, coalesce(sum(count) filter (where state = 'withdrawn'), 0) as withdrawn, coalesce(sum(count) filter (where state = 'notPublished'), 0) as not_published,
        coalesce(sum(count) filter (where taken_up), 0) as accepted from participation.tally`),
    rows(reader, sql<{ channel: string; count: number }>`select channel, sum(count) as count from participation.tally group by channel having sum(count) > 0 order by sum(count) desc, channel`),
  ])
  return { ...(totals ?? nothing), byChannel }
}
