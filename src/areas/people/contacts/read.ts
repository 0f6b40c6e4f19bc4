// Questions about contacts; for the reader of staff only, the role of public pages may not look here.
import { createHash } from 'node:crypto'
import type { Reader } from '#store/handle.ts'
import type { Consent, Contact, ContactId } from './rules.ts'
import type { ContactTables } from './tables.ts'

export type LinkFound = { readonly contact: ContactId; readonly about: string | null }
const columns = ['id', 'name', 'email', 'language', 'telephone', 'organisation', 'confirmedAt', 'madeAt', 'bounces', 'mailStoppedAt'] as const
export const hashOfSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Looking changes nothing: the page behind a link shows a button, and only the post acts. Used, ended, foreign and made-up ones look alike. */
export const findLink = async (reader: Reader, { secret, purpose, now }: { readonly secret: string; readonly purpose: string; readonly now: Date }): Promise<LinkFound | undefined> =>
  reader.withTables<ContactTables>().selectFrom('people.contactLink').select(['contact', 'about'])
    .where('hash', '=', hashOfSecret(secret)).where('purpose', '=', purpose).where('usedAt', 'is', null).where('expiresAt', '>', now).executeTakeFirst()

export const getContact = (reader: Reader, id: ContactId): Promise<Contact | undefined> =>
  reader.withTables<ContactTables>().selectFrom('people.contact').select(columns).where('id', '=', id).executeTakeFirst()
export const findContactByEmail = (reader: Reader, key: string): Promise<Contact | undefined> =>
  reader.withTables<ContactTables>().selectFrom('people.contact').select(columns).where('emailKey', '=', key).executeTakeFirst()
export const listContactsOf = async (reader: Reader, ids: readonly ContactId[]): Promise<readonly Contact[]> =>
  ids.length === 0 ? [] : reader.withTables<ContactTables>().selectFrom('people.contact').select(columns).where('id', 'in', [...ids]).execute()
export const listConsents = (reader: Reader, contact: ContactId): Promise<readonly Consent[]> =>
  reader.withTables<ContactTables>().selectFrom('people.contactConsent').select(['id', 'purpose', 'about', 'givenAt', 'how', 'proof', 'proofFile', 'withdrawnAt']).where('contact', '=', contact).orderBy('givenAt').orderBy('id').execute()
