// Counts of what everybody may read, kept in memory until the next act.
import { sql } from 'kysely'
import { keptUntilAct, oneRow, rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'

export type PlaceCount = { readonly municipality: string; readonly count: number }
export const countByPlace = keptUntilAct((reader: Reader): Promise<readonly PlaceCount[]> =>
  rows(reader, sql<PlaceCount>`select municipality, count(*) as count from participation.contribution where shown and kind in ('proposal', 'statement') and state <> 'merged' and municipality is not null group by municipality order by municipality`))
export type Totals = {
  readonly received: number; readonly open: number; readonly answered: number; readonly merged: number; readonly withdrawn: number; readonly notPublished: number; readonly accepted: number
  readonly supports: number; readonly byChannel: readonly { readonly channel: string; readonly count: number }[]
}
/** All contributions of all kinds, as the page of participation tells them. Open, answered, merged, withdrawn and not published give the whole. */
export const countAll = keptUntilAct(async (reader: Reader): Promise<Totals> => {
  const [totals, byChannel] = await Promise.all([
    oneRow(reader, sql<Omit<Totals, 'byChannel'>>`
      select count(*) as received, count(*) filter (where state in ('awaitingConfirmation', 'inModeration', 'published', 'underConsideration')) as open, count(*) filter (where state in ('answered', 'outcomeKnown')) as answered,
        count(*) filter (where state = 'merged') as merged, count(*) filter (where state = 'withdrawn') as withdrawn, count(*) filter (where state = 'notPublished') as not_published,
        count(*) filter (where decision in ('accepted', 'acceptedInPart')) as accepted, coalesce(sum(supports), 0) as supports from participation.contribution`),
    rows(reader, sql<{ channel: string; count: number }>`select channel, count(*) as count from participation.contribution group by channel order by count(*) desc, channel`),
  ])
  return { ...(totals ?? { received: 0, open: 0, answered: 0, merged: 0, withdrawn: 0, notPublished: 0, accepted: 0, supports: 0 }), byChannel }
})
