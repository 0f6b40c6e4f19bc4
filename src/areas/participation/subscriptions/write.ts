// Acts of following: follow, change how often, stop, say that something happened, count letters that came back.
import { findContactByEmail, } from '#areas/people/contacts/read.ts'
import { type ContactId, emailKey } from '#areas/people/contacts/rules.ts'
import { noteBounces } from '#areas/people/contacts/write.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Writer } from '#store/handle.ts'
import { newId } from '#store/ids.ts'
import { askJob } from '#store/jobs.ts'
import { type How, isTarget, mostBounces, toTarget } from './rules.ts'
import type { SubscriptionTables } from './tables.ts'

const tables = (writer: Writer) => writer.withTables<SubscriptionTables>()
/** The clock's job that turns what happened into letters. */
export const noticesJob = 'participation.notices'

/** Follows at once when the address is known to be the person's own; else it waits for the link to be used. Following again changes how often. */
export type NewFollow = { readonly contact: ContactId; readonly thing: string; readonly how?: How; readonly now: Date; readonly confirmed?: 'yes' | 'no' }
export const follow = async (writer: Writer, { contact, thing, how = 'atOnce', now, confirmed = 'yes' }: NewFollow): Promise<string> => {
  const about = toTarget(thing)
  if (!isTarget(about)) throw new Error(`nothing can follow ${about}`)
  const made = await tables(writer).insertInto('participation.follow').values({ id: newId<'link'>(), contact, about, how, madeAt: now, confirmedAt: confirmed === 'yes' ? now : null })
    .onConflict((on) => on.columns(['contact', 'about']).doNothing()).returning('id').executeTakeFirst()
  if (made !== undefined) return made.id
  const there = await tables(writer).selectFrom('participation.follow').select(['id', 'confirmedAt']).where('contact', '=', contact).where('about', '=', about).executeTakeFirstOrThrow()
  // Somebody who only typed the address changes nothing of what its owner chose; what waits for the link takes the last wish.
  if (confirmed === 'yes' || there.confirmedAt === null) await tables(writer).updateTable('participation.follow').set({ how, ...(confirmed === 'yes' && there.confirmedAt === null ? { confirmedAt: now } : {}) }).where('id', '=', there.id).execute()
  return there.id
}
/** By the person's own link: the wish they sent with it holds now. */
export const confirmFollow = async (writer: Writer, { id, now }: { readonly id: string; readonly now: Date }): Promise<{ readonly about: string } | undefined> =>
  tables(writer).updateTable('participation.follow').set({ confirmedAt: now }).where('id', '=', id).returning('about').executeTakeFirst()
/** What a person did not choose for themselves stays as they set it: an author who wants to hear nothing is not signed up again. */
export const followByDefault = async (writer: Writer, { contact, thing, now }: { readonly contact: ContactId; readonly thing: string; readonly now: Date }): Promise<void> => {
  await tables(writer).insertInto('participation.follow').values({ id: newId<'link'>(), contact, about: toTarget(thing), how: 'atOnce', madeAt: now, confirmedAt: now }).onConflict((on) => on.columns(['contact', 'about']).doNothing()).execute()
}
export const setHow = async (writer: Writer, { contact, id, how }: { readonly contact: ContactId; readonly id: string; readonly how: How }): Promise<void> => {
  await tables(writer).updateTable('participation.follow').set({ how }).where('id', '=', id).where('contact', '=', contact).execute()
}
export const unfollow = async (writer: Writer, { contact, thing }: { readonly contact: ContactId; readonly thing: string }): Promise<void> => {
  await tables(writer).deleteFrom('participation.follow').where('contact', '=', contact).where('about', '=', toTarget(thing)).execute()
}
/** The one press that stops every notice; letters about the person's own acts (a link they ask for) still come. */
export const stopNotices = async (writer: Writer, { contact }: { readonly contact: ContactId }): Promise<number> =>
  Number((await tables(writer).updateTable('participation.follow').set({ how: 'none' }).where('contact', '=', contact).where('how', '<>', 'none').executeTakeFirst()).numUpdatedRows)

export type Event = {
  readonly about: string; readonly alsoAbout?: readonly string[]; readonly kind: string; readonly says: Bilingual; readonly path: string; readonly now: Date
  readonly except?: ContactId | null
  /** what may be noticed twice says the same key, and is one event */
  readonly once?: string
}
/** One row per event, in the act that causes it; letters are written by the clock. */
export const tellFollowers = async (writer: Writer, { about, alsoAbout = [], kind, says, path, now, except = null, once }: Event): Promise<void> => {
  const targets = [...new Set([about, ...alsoAbout].map(toTarget))].filter(isTarget).slice(0, 20)
  const cut = (text: string): string => (text.length > 1000 ? `${text.slice(0, 999)}…` : text)
  await tables(writer).insertInto('participation.notice')
    .values({ id: newId<'link'>(), about: targets, kind, saysBg: cut(says.bg), saysEn: cut(says.en), path, at: now, exceptContact: except, toldAtOnce: false, onceKey: once ?? null })
    .onConflict((on) => on.column('onceKey').doNothing()).execute()
  await askJob(writer, noticesJob)
}

/** A letter to a person came back; each letter counts once, and after three in a row letters stop until the address is confirmed anew. */
export const noteBounce = async (writer: Writer, { contact, key, now }: { readonly contact: ContactId; readonly key: string; readonly now: Date }): Promise<'counted' | 'already'> => {
  const made = await tables(writer).insertInto('participation.bounce').values({ key: key.slice(0, 200), contact, at: now }).onConflict((on) => on.column('key').doNothing()).returning('key').executeTakeFirst()
  if (made === undefined) return 'already'
  await noteBounces(writer, { contact, most: mostBounces, now })
  return 'counted'
}
export const noteBounceOf = async (writer: Writer, { email, key, now }: { readonly email: string; readonly key: string; readonly now: Date }): Promise<'counted' | 'already' | 'unknown'> => {
  const contact = await findContactByEmail(writer.reader, emailKey(email))
  return contact === undefined ? 'unknown' : noteBounce(writer, { contact: contact.id, key, now })
}
/** The row that says a person was told; part of the act that posts the letter. undefined where somebody told them meanwhile. */
export const noteTold = async (writer: Writer, { contact, notices, letterKey, now }: { readonly contact: ContactId; readonly notices: readonly string[]; readonly letterKey: string; readonly now: Date }): Promise<readonly string[]> => {
  if (notices.length === 0) return []
  const rows = await tables(writer).insertInto('participation.noticeLetter').values(notices.map((notice) => ({ notice, contact, letterKey, at: now }))).onConflict((on) => on.columns(['notice', 'contact']).doNothing()).returning('notice').execute()
  return rows.map(({ notice }) => notice)
}
export const closeAtOnce = async (writer: Writer, notices: readonly string[]): Promise<void> => {
  if (notices.length > 0) await tables(writer).updateTable('participation.notice').set({ toldAtOnce: true }).where('id', 'in', [...notices]).execute()
}
export const dropOldNotices = async (writer: Writer, olderThan: Date): Promise<number> =>
  Number((await tables(writer).deleteFrom('participation.notice').where('at', '<', olderThan).executeTakeFirst()).numDeletedRows)
