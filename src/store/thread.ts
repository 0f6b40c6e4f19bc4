// The golden thread: registering things, linking them, following the links to both ends. What may link to what is kernel/thread.ts.
import { sql } from 'kysely'
import type { Bilingual } from '#kernel/language.ts'
import { isLegalStep, type legalSteps, type Ref, type ThingKind } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'
import { oneRow, rows } from './ask.ts'
import type { Reader, Writer } from './handle.ts'
import { newId } from './ids.ts'
import { type SearchText, setSearchText, setSearchTexts } from './search-text.ts'

export type SeenBy = 'everyone' | 'staff'
export type NewThing<Kind extends ThingKind> = {
  readonly id: Ref<Kind>
  readonly kind: Kind
  readonly title: Bilingual
  /** its page, without the language */
  readonly path: string
  readonly state?: string
  readonly seenBy?: SeenBy
  /** what search finds it by, beside its title */
  readonly text?: Bilingual
}

/** In the act that creates the owner's row, before that row: its key points here. */
export const registerThing = <Kind extends ThingKind>(writer: Writer, thing: NewThing<Kind>): Promise<void> => registerThings(writer, [thing])
/** Many at once, for a catalogue or an import: as few statements as for one. */
export const registerThings = async <Kind extends ThingKind>(writer: Writer, things: readonly NewThing<Kind>[]): Promise<void> => {
  if (things.length === 0) return
  const written = things.map(({ id, kind, title, path, state, seenBy }) => ({ id, kind, title_bg: title.bg, title_en: title.en, path, state: state ?? 'current', seen_by: seenBy ?? 'everyone' }))
  await rows(writer, sql`
    insert into store.thing (id, kind, title_bg, title_en, path, state, seen_by)
    select id, kind, title_bg, title_en, path, state, seen_by
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as r (id uuid, kind text, title_bg text, title_en text, path text, state text, seen_by text)`)
  await setSearchTexts(writer, things.map((thing) => searchTextOf({ ...thing, text: thing.text ?? { bg: '', en: '' } })))
}

export type ThingChange = {
  readonly id: Ref
  readonly title?: Bilingual
  readonly path?: string
  readonly state?: string
  readonly seenBy?: SeenBy
  readonly text?: Bilingual
}

/** In the act that changes title, state, page or audience of the owner's row. */
export const renameThing = async (writer: Writer, change: ThingChange): Promise<void> => {
  const now = await oneRow(writer, sql<ThingRow>`
    update store.thing set
      title_bg = coalesce(${change.title?.bg ?? null}, title_bg), title_en = coalesce(${change.title?.en ?? null}, title_en),
      path = coalesce(${change.path ?? null}, path), state = coalesce(${change.state ?? null}, state),
      seen_by = coalesce(${change.seenBy ?? null}, seen_by), renamed_at = clock_timestamp()
    where id = ${change.id} returning id, kind, title_bg, title_en, path, state, seen_by`)
  if (!now) throw new Error(`there is no thing ${change.id} to rename`)
  const thing = toThing(now)
  await setSearchText(writer, searchTextOf({ ...thing, ...(change.text ? { text: change.text } : {}) }))
}

const searchTextOf = (thing: { id: Ref; kind: ThingKind; title: Bilingual; path: string; seenBy?: SeenBy; text?: Bilingual }): SearchText => ({
  thing: thing.id, kind: thing.kind, title: thing.title, path: thing.path, seenBy: thing.seenBy ?? 'everyone', ...(thing.text ? { text: thing.text } : {}),
})

type ThingRow = { id: Ref; kind: ThingKind; titleBg: string; titleEn: string; path: string; state: string; seenBy: SeenBy }
export type Thing = { readonly id: Ref; readonly kind: ThingKind; readonly title: Bilingual; readonly path: string; readonly state: string; readonly seenBy: SeenBy }
const toThing = (row: ThingRow): Thing =>
  ({ id: row.id, kind: row.kind, title: { bg: row.titleBg, en: row.titleEn }, path: row.path, state: row.state, seenBy: row.seenBy })

export const findThing = async (reader: Reader, id: string): Promise<Thing | undefined> => {
  const row = await oneRow(reader, sql<ThingRow>`select id, kind, title_bg, title_en, path, state, seen_by from store.thing where id = ${id}`)
  return row && toThing(row)
}

type LegalStep = (typeof legalSteps)[number]
/** The sentence, block or cell that a link means. */
export type Passage = { readonly quote: string; readonly block?: string; readonly version?: number; readonly cell?: string }
export type NewLink<Step extends LegalStep = LegalStep> = Step extends LegalStep ? {
  readonly later: { readonly kind: Step[0]; readonly id: Ref<Step[0]> }
  readonly says: Step[1]
  readonly earlier: { readonly kind: Step[2]; readonly id: Ref<Step[2]> }
  readonly reason?: string
  readonly passage?: Passage
  readonly by: AccountId | null
} : never

/** Written by the area of the later end. The same link twice is one link. */
export const linkThings = async (writer: Writer, link: NewLink): Promise<void> => {
  if (!isLegalStep(link.later.kind, link.says, link.earlier.kind)) throw new Error(`no step „${link.later.kind} ${link.says} ${link.earlier.kind}“`)
  await rows(writer, sql`
    insert into store.link (id, later, later_kind, says, earlier, earlier_kind, reason, passage, linked_by)
    values (${newId()}, ${link.later.id}, ${link.later.kind}, ${link.says}, ${link.earlier.id}, ${link.earlier.kind}, ${link.reason ?? ''},
      ${link.passage ? JSON.stringify(link.passage) : null}::jsonb, ${link.by})
    on conflict (later, says, earlier, coalesce(passage, 'null')) where ended_at is null do nothing`)
}

/** Links end with a reason; they are never deleted. */
export const endLink = async (writer: Writer, end: { id: string; by: AccountId | null; why: string }): Promise<void> => {
  await rows(writer, sql`
    update store.link set ended_at = clock_timestamp(), ended_by = ${end.by}, ended_why = ${end.why} where id = ${end.id} and ended_at is null`)
}

export type Walked = {
  readonly link: string
  readonly says: string
  readonly reason: string
  readonly passage: Passage | null
  readonly linkedAt: Date
  readonly endedAt: Date | null
  /** 1 for the thing's own links, 2 for those behind them … */
  readonly distance: number
  /** the thing the link leads on from, and the one it leads to */
  readonly from: Ref
  readonly thing: Thing
}
type WalkedRow = ThingRow & { link: string; says: string; reason: string; passage: Passage | null; linkedAt: Date; endedAt: Date | null; distance: number; fromId: Ref }

export type Walk = {
  readonly from: string
  /** toward what it rests on, or toward what uses it */
  readonly toward: 'earlier' | 'later'
  readonly who: SeenBy
  readonly farthest?: number
}

/** Follows the links that hold, nearest first; each link once. What may not be seen is not walked through either. */
export const walkThread = async (reader: Reader, walk: Walk): Promise<readonly Walked[]> => {
  const [near, far] = walk.toward === 'earlier' ? (['later', 'earlier'] as const) : (['earlier', 'later'] as const)
  const found = await rows(reader, sql<WalkedRow>`
    with recursive way (link, from_id, to_id, distance) as (
      select l.id, ${sql.ref(`l.${near}`)}, ${sql.ref(`l.${far}`)}, 1 from store.link l join store.thing t on t.id = ${sql.ref(`l.${far}`)}
      where ${sql.ref(`l.${near}`)} = ${walk.from} and l.ended_at is null and (${walk.who} = 'staff' or t.seen_by = 'everyone')
      union
      select l.id, ${sql.ref(`l.${near}`)}, ${sql.ref(`l.${far}`)}, way.distance + 1
      from way join store.link l on ${sql.ref(`l.${near}`)} = way.to_id join store.thing t on t.id = ${sql.ref(`l.${far}`)}
      where l.ended_at is null and way.distance < ${walk.farthest ?? 8} and (${walk.who} = 'staff' or t.seen_by = 'everyone')
    ), nearest as (select distinct on (link) * from way order by link, distance)
    select w.link, w.from_id, w.distance, l.says, l.reason, l.passage, l.linked_at, l.ended_at,
      t.id, t.kind, t.title_bg, t.title_en, t.path, t.state, t.seen_by
    from nearest w join store.link l on l.id = w.link join store.thing t on t.id = w.to_id
    order by w.distance, l.linked_at, w.link`)
  return found.map(toWalked)
}
const toWalked = (row: WalkedRow): Walked => ({
  link: row.link, says: row.says, reason: row.reason, passage: row.passage, linkedAt: row.linkedAt, endedAt: row.endedAt,
  distance: row.distance, from: row.fromId, thing: toThing(row),
})

/** What each of many things rests on, in one question: the links of their own, by the id of the later end. */
export const listEarlier = async (reader: Reader, { of, who }: { readonly of: readonly string[]; readonly who: SeenBy }): Promise<ReadonlyMap<string, readonly Walked[]>> => {
  if (of.length === 0) return new Map()
  const found = await rows(reader, sql<WalkedRow>`
    select l.id as link, l.later as from_id, 1 as distance, l.says, l.reason, l.passage, l.linked_at, l.ended_at, t.id, t.kind, t.title_bg, t.title_en, t.path, t.state, t.seen_by
    from store.link l join store.thing t on t.id = l.earlier
    where l.later = any(${[...of]}::uuid[]) and l.ended_at is null and (${who} = 'staff' or t.seen_by = 'everyone')
    order by l.linked_at, l.id`)
  return Map.groupBy(found.map(toWalked), ({ from }) => from as string)
}
/** The thing whose page stands at a path, for what is shown on that page of things that came later. */
export const findThingAt = async (reader: Reader, path: string): Promise<Thing | undefined> => {
  const row = await oneRow(reader, sql<ThingRow>`select id, kind, title_bg, title_en, path, state, seen_by from store.thing where path = ${path} limit 1`)
  return row && toThing(row)
}
