// Acts on contacts. None of them sends a letter: who asked for the contact knows what to write.
import { randomBytes } from 'node:crypto'
import type { Language } from '#kernel/language.ts'
import type { Writer } from '#store/handle.ts'
import { newId } from '#store/ids.ts'
import { findLink, hashOfSecret, type LinkFound } from './read.ts'
import { type ConsentHow, type ContactId, emailKey, type Purpose } from './rules.ts'
import type { ContactTables } from './tables.ts'

const tables = (writer: Writer) => writer.withTables<ContactTables>()
export type NewContact = { readonly name: string | null; readonly email: string | null; readonly language: Language; readonly now: Date }
/** The same address gives the same contact; a name that somebody confirmed is not overwritten by who only types the address.
 *  Without an address every contact is a new one: two people of one name are two. */
export const findOrMakeContact = async (writer: Writer, { name, email, language, now }: NewContact): Promise<{ readonly contact: ContactId; readonly isNew: boolean }> => {
  const id = newId<'contact'>()
  const clean = name === null ? null : name.normalize('NFC').replace(/[\p{Cc}\p{Cf}]+/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 200) || null
  const row = { id, name: clean, language, telephone: null, organisation: null, confirmedAt: null, madeAt: now, bounces: 0, mailStoppedAt: null }
  if (email === null) {
    await tables(writer).insertInto('people.contact').values({ ...row, email: null, emailKey: null }).execute()
    return { contact: id, isNew: true }
  }
  const key = emailKey(email)
  const made = await tables(writer).insertInto('people.contact').values({ ...row, email: email.trim().toLowerCase(), emailKey: key }).onConflict((on) => on.column('emailKey').doNothing()).returning('id').executeTakeFirst()
  if (made !== undefined) return { contact: made.id, isNew: true }
  const there = await tables(writer).selectFrom('people.contact').select(['id', 'name', 'confirmedAt']).where('emailKey', '=', key).executeTakeFirstOrThrow()
  if (clean !== null && (there.name === null || there.confirmedAt === null)) await tables(writer).updateTable('people.contact').set({ name: clean, language }).where('id', '=', there.id).execute()
  return { contact: there.id, isNew: false }
}
export const confirmContact = async (writer: Writer, { contact, now }: { readonly contact: ContactId; readonly now: Date }): Promise<void> => {
  await tables(writer).updateTable('people.contact').set((of) => ({ confirmedAt: of.fn.coalesce('confirmedAt', of.val(now)), bounces: 0, mailStoppedAt: null })).where('id', '=', contact).execute()
}
export type NewConsent = { readonly contact: ContactId; readonly purpose: Purpose; readonly about?: string | null; readonly how: ConsentHow; readonly proof?: string; readonly proofFile?: string | null; readonly now: Date }
/** Given twice is given once. */
export const giveConsent = async (writer: Writer, { contact, purpose, about = null, how, proof = '', proofFile = null, now }: NewConsent): Promise<void> => {
  const there = await tables(writer).selectFrom('people.contactConsent').select('id').where('contact', '=', contact).where('purpose', '=', purpose).where('about', 'is not distinct from', about).where('withdrawnAt', 'is', null).executeTakeFirst()
  if (there !== undefined) return
  await tables(writer).insertInto('people.contactConsent').values({ id: newId<'figure'>(), contact, purpose, about, givenAt: now, how, proof, proofFile, withdrawnAt: null }).execute()
}
export const withdrawConsent = async (writer: Writer, { contact, id, now }: { readonly contact: ContactId; readonly id: string; readonly now: Date }): Promise<'withdrawn' | 'not there'> => {
  const { numUpdatedRows } = await tables(writer).updateTable('people.contactConsent').set({ withdrawnAt: now }).where('id', '=', id).where('contact', '=', contact).where('withdrawnAt', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n ? 'withdrawn' : 'not there'
}

export type NewLink = { readonly purpose: string; readonly contact: ContactId; readonly about: string | null; readonly lastsMinutes: number; readonly now: Date }
/** 256 random bits; what is kept opens nothing. */
export const makeLink = async (writer: Writer, { purpose, contact, about, lastsMinutes, now }: NewLink): Promise<{ readonly secret: string }> => {
  const secret = randomBytes(32).toString('base64url')
  await tables(writer).insertInto('people.contactLink').values({ hash: hashOfSecret(secret), purpose, contact, about, madeAt: now, expiresAt: new Date(now.getTime() + lastsMinutes * 60_000), usedAt: null }).execute()
  return { secret }
}
/** Once: of two posts at the same time one gets it. */
export const useLink = async (writer: Writer, { secret, purpose, now }: { readonly secret: string; readonly purpose: string; readonly now: Date }): Promise<LinkFound | undefined> => {
  if ((await findLink(writer.reader, { secret, purpose, now })) === undefined) return undefined
  return tables(writer).updateTable('people.contactLink').set({ usedAt: now }).where('hash', '=', hashOfSecret(secret)).where('usedAt', 'is', null).returning(['contact', 'about']).executeTakeFirst()
}
/** One more letter came back; beyond the limit letters to the address stop. */
export const noteBounces = async (writer: Writer, { contact, most, now }: { readonly contact: ContactId; readonly most: number; readonly now: Date }): Promise<void> => {
  const row = await tables(writer).updateTable('people.contact').set((of) => ({ bounces: of('bounces', '+', 1) })).where('id', '=', contact).returning('bounces').executeTakeFirst()
  if ((row?.bounces ?? 0) >= most) await tables(writer).updateTable('people.contact').set({ mailStoppedAt: now }).where('id', '=', contact).where('mailStoppedAt', 'is', null).execute()
}
export type Correction = { readonly contact: ContactId; readonly name?: string | null; readonly language?: Language }
/** By the person's own link only. */
export const correctContact = async (writer: Writer, { contact, name, language }: Correction): Promise<void> => {
  const set = { ...(name === undefined ? {} : { name: name === '' ? null : name }), ...(language === undefined ? {} : { language }) }
  if (Object.keys(set).length > 0) await tables(writer).updateTable('people.contact').set(set).where('id', '=', contact).execute()
}
/** The person is gone: what hangs on them by foreign keys goes or forgets them. Everything else is done by each topic's part. */
export const deleteContact = async (writer: Writer, contact: ContactId): Promise<void> => {
  await tables(writer).deleteFrom('people.contact').where('id', '=', contact).execute()
}
export const dropOldLinks = async (writer: Writer, olderThan: Date): Promise<number> =>
  Number((await tables(writer).deleteFrom('people.contactLink').where('expiresAt', '<', olderThan).executeTakeFirst()).numDeletedRows)
