// Questions about events. Names, addresses and needs of those who signed up are for staff only.
import { type Selectable, sql } from 'kysely'
import type { Ref } from '#kernel/thread.ts'
import { rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import type { AgendaItem, EventFile, EventNote, PublicEvent, SectorCount, SignUp } from './rules.ts'
import type { EventTables } from './tables.ts'

const columns = [
  'id', 'number', 'code', 'kind', 'state', 'titleBg', 'titleEn', 'saysBg', 'saysEn', 'placeBg', 'placeEn', 'address', 'link', 'municipality', 'startsAt', 'endsAt', 'capacity', 'sectors', 'contact', 'accessBg', 'accessEn',
  'sequence', 'version', 'placesTaken', 'peopleWaiting', 'changedAt', 'cancelledWhy', 'minutesPublishedAt',
] as const
type Row = Pick<Selectable<EventTables['participation.event']>, (typeof columns)[number]>
const toEvent = ({ titleBg, titleEn, saysBg, saysEn, placeBg, placeEn, accessBg, accessEn, ...row }: Row): PublicEvent => ({
  ...row, title: { bg: titleBg, en: titleEn }, says: { bg: saysBg, en: saysEn }, place: { bg: placeBg, en: placeEn }, access: { bg: accessBg, en: accessEn },
})
const events = (reader: Reader) => reader.withTables<EventTables>().selectFrom('participation.event').select(columns)

type Seen = { readonly who: 'everyone' | 'staff' }
/** Everyone sees what was published, and what was cancelled after that; staff see drafts too. */
export const findEvent = async (reader: Reader, { number, who }: Seen & { readonly number: number }): Promise<PublicEvent | undefined> => {
  const row = await events(reader).where('number', '=', number).executeTakeFirst()
  return row === undefined || (who === 'everyone' && row.state === 'draft') ? undefined : toEvent(row)
}
/** Those to come first, the nearest first; then those that are over, the newest first. */
export const listEvents = async (reader: Reader, { who, now, limit, offset }: Seen & { readonly now: Date; readonly limit: number; readonly offset: number }): Promise<readonly PublicEvent[]> => {
  const asked = events(reader)
  const listed = await (who === 'everyone' ? asked.where('state', '<>', 'draft') : asked)
    .orderBy(sql`ends_at <= ${now}`).orderBy(sql`case when ends_at > ${now} then extract(epoch from starts_at) else - extract(epoch from starts_at) end`).orderBy('number')
    .limit(limit).offset(offset).execute()
  return listed.map(toEvent)
}
export const countEvents = async (reader: Reader, { who }: Seen): Promise<number> => {
  const asked = reader.withTables<EventTables>().selectFrom('participation.event').select((of) => of.fn.countAll<number>().as('n'))
  return (await (who === 'everyone' ? asked.where('state', '<>', 'draft') : asked).executeTakeFirstOrThrow()).n
}
export const listItems = async (reader: Reader, event: Ref<'event'>): Promise<readonly AgendaItem[]> =>
  (await reader.withTables<EventTables>().selectFrom('participation.eventItem').selectAll().where('event', '=', event).orderBy('startsAt').orderBy('groupNumber').orderBy('position').execute())
    .map(({ id, position, startsAt, endsAt, groupNumber, titleBg, titleEn, lead, place }) => ({ id, position, startsAt, endsAt, group: groupNumber, title: { bg: titleBg, en: titleEn }, lead, place }))

/** The consent behind a photograph is for staff; it is not among these. */
export const listFiles = async (reader: Reader, event: Ref<'event'>): Promise<readonly EventFile[]> =>
  (await reader.withTables<EventTables>().selectFrom('participation.eventFile')
    .select(['id', 'kind', 'sha256', 'name', 'mediaType', 'size', 'alternativeBg', 'alternativeEn', 'width', 'height']).where('event', '=', event).orderBy('at').orderBy('id').execute())
    .map(({ alternativeBg, alternativeEn, ...file }) => ({ ...file, alternative: { bg: alternativeBg, en: alternativeEn } }))

export const listNotes = (reader: Reader, event: Ref<'event'>): Promise<readonly EventNote[]> =>
  reader.withTables<EventTables>().selectFrom('participation.eventNote').select(['id', 'item', 'tableNumber', 'kind', 'text', 'topic', 'position']).where('event', '=', event).orderBy('position').orderBy('at').execute()

/** Staff only: the reader of public pages may not look here. */
export const listSignUps = (reader: Reader, event: Ref<'event'>): Promise<readonly SignUp[]> =>
  reader.withTables<EventTables>().selectFrom('participation.eventSignUp').select(['id', 'event', 'contact', 'organisation', 'people', 'sector', 'municipality', 'needs', 'state', 'offeredUntil', 'attendance', 'attended', 'at'])
    .where('event', '=', event).orderBy('at').orderBy('id').execute()
export const findSignUp = (reader: Reader, id: string): Promise<SignUp | undefined> =>
  reader.withTables<EventTables>().selectFrom('participation.eventSignUp').select(['id', 'event', 'contact', 'organisation', 'people', 'sector', 'municipality', 'needs', 'state', 'offeredUntil', 'attendance', 'attended', 'at'])
    .where('id', '=', id).executeTakeFirst()
export const listCounts = (reader: Reader, event: Ref<'event'>): Promise<readonly SectorCount[]> =>
  reader.withTables<EventTables>().selectFrom('participation.eventCount').select(['sector', 'listed', 'door']).where('event', '=', event).orderBy('sector').execute()

export type FeedbackSummary = { readonly answers: number; readonly useful: number | null; readonly heard: number | null; readonly texts: readonly string[] }
export const summariseFeedback = async (reader: Reader, event: Ref<'event'>): Promise<FeedbackSummary> => {
  const given = await reader.withTables<EventTables>().selectFrom('participation.eventFeedback').select(['useful', 'heard', 'text']).where('event', '=', event).orderBy('id').execute()
  const mean = (values: readonly (number | null)[]): number | null => {
    const said = values.filter((value) => value !== null)
    return said.length === 0 ? null : said.reduce((all, value) => all + value, 0) / said.length
  }
  return { answers: given.length, useful: mean(given.map((one) => one.useful)), heard: mean(given.map((one) => one.heard)), texts: given.map(({ text }) => text).filter((text) => text !== '') }
}
/** Events whose offers have run out, that need a reminder, or whose access needs are due for erasure: what the clock looks at. */
export const listEventsAround = async (reader: Reader, { from, to }: { readonly from: Date; readonly to: Date }): Promise<readonly PublicEvent[]> =>
  (await events(reader).where('state', '=', 'published').where('startsAt', '>=', from).where('startsAt', '<', to).orderBy('startsAt').execute()).map(toEvent)
export const findEventById = async (reader: Reader, id: Ref<'event'>): Promise<PublicEvent | undefined> => {
  const row = await events(reader).where('id', '=', id).executeTakeFirst()
  return row && toEvent(row)
}
/** Over since yesterday, with people of whom nobody ticked whether they came. */
export const listUnticked = async (reader: Reader, now: Date): Promise<readonly PublicEvent[]> =>
  (await events(reader).where('state', '=', 'published').where('endsAt', '<', now).where('endsAt', '>', new Date(now.getTime() - 30 * 86_400_000))
    .where('placesTaken', '>', 0)
    .where(({ exists, selectFrom, not }) => not(exists(selectFrom('participation.eventCount').select('sector').whereRef('participation.eventCount.event', '=', 'participation.event.id'))))
    .orderBy('endsAt').execute()).map(toEvent)
/** Events that ended before the moment, whose access needs are still there. */
export const listNeedsDue = async (reader: Reader, before: Date): Promise<readonly Ref<'event'>[]> =>
  (await reader.withTables<EventTables>().selectFrom('participation.event').select('id').where('endsAt', '<', before).where('needsErasedAt', 'is', null).execute()).map(({ id }) => id)
/** Who came, by sector, without names: what the public may read too. */
export const countCame = (reader: Reader): Promise<readonly { readonly sector: string; readonly people: number }[]> =>
  rows(reader, sql<{ sector: string; people: number }>`select sector, sum(listed + door)::int as people from participation.event_count group by sector`)
/** People signed up, by what they said of themselves; for staff. */
export const countSignUps = (reader: Reader): Promise<readonly { readonly sector: string | null; readonly municipality: string | null; readonly people: number }[]> =>
  rows(reader, sql<{ sector: string | null; municipality: string | null; people: number }>`
    select sector, municipality, sum(people)::int as people from participation.event_sign_up where state in ('confirmed', 'waiting', 'offered') group by sector, municipality`)
