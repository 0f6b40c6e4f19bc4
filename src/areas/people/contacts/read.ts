// Questions about contacts; for the reader of staff only, the role of public pages may not look here.
import { createHash } from 'node:crypto'
import type { Reader } from '#store/handle.ts'
import type { Consent, Contact, ContactId, Purpose } from './rules.ts'
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

// What is over.
export const countOldLinks = async (reader: Reader, olderThan: Date): Promise<number> =>
  (await reader.withTables<ContactTables>().selectFrom('people.contactLink').select((of) => of.fn.countAll<number>().as('n')).where('expiresAt', '<', olderThan).executeTakeFirstOrThrow()).n
/** Addresses nobody ever confirmed and no consent rests on. */
export const listUnconfirmed = async (reader: Reader, olderThan: Date): Promise<readonly ContactId[]> =>
  (await reader.withTables<ContactTables>().selectFrom('people.contact').select('id').where('confirmedAt', 'is', null).where('emailKey', 'is not', null).where('madeAt', '<', olderThan)
    .where((of) => of.not(of.exists(of.selectFrom('people.contactConsent').select('id').whereRef('people.contactConsent.contact', '=', 'people.contact.id').where('withdrawnAt', 'is', null))))
    .limit(5_000).execute()).map(({ id }) => id)
/** Also those without an address, who wrote on paper. */
export const listMadeBefore = async (reader: Reader, before: Date): Promise<readonly ContactId[]> =>
  (await reader.withTables<ContactTables>().selectFrom('people.contact').select('id').where('madeAt', '<', before).orderBy('madeAt').limit(5_000).execute()).map(({ id }) => id)
/** Which of them agreed to one of these purposes and did not withdraw it. */
export const listWithConsent = async (reader: Reader, { contacts, purposes }: { readonly contacts: readonly ContactId[]; readonly purposes: readonly Purpose[] }): Promise<readonly ContactId[]> =>
  contacts.length === 0 ? [] : (await reader.withTables<ContactTables>().selectFrom('people.contactConsent').select('contact').distinct().where('contact', 'in', [...contacts]).where('purpose', 'in', [...purposes]).where('withdrawnAt', 'is', null).execute()).map(({ contact }) => contact)
export const listLinks = (reader: Reader, contact: ContactId): Promise<readonly { readonly purpose: string; readonly madeAt: Date; readonly expiresAt: Date; readonly usedAt: Date | null }[]> =>
  reader.withTables<ContactTables>().selectFrom('people.contactLink').select(['purpose', 'madeAt', 'expiresAt', 'usedAt']).where('contact', '=', contact).orderBy('madeAt').execute()
/** By name or address, for a request that came on paper. */
export const searchContacts = (reader: Reader, words: string): Promise<readonly Contact[]> => {
  const like = `%${words.trim().replace(/[%_\\]/g, '\\$&')}%`
  return reader.withTables<ContactTables>().selectFrom('people.contact').select(columns).where((of) => of.or([of('name', 'ilike', like), of('email', 'ilike', like)])).orderBy('name').limit(20).execute()
}
/** Who agreed to this purpose and did not withdraw it: the only ones a mailing for it goes to. */
export const listConsenting = async (reader: Reader, { purpose, about = null }: { readonly purpose: Purpose; readonly about?: string | null }): Promise<readonly ContactId[]> =>
  (await reader.withTables<ContactTables>().selectFrom('people.contactConsent').select('contact').distinct().where('purpose', '=', purpose).where('withdrawnAt', 'is', null)
    .where((of) => (about === null ? of('about', 'is', null) : of.or([of('about', 'is', null), of('about', '=', about)]))).execute()).map(({ contact }) => contact)
/** Links made for one person lately: who types somebody's address again and again sends them no flood of letters. */
export const countLinks = async (reader: Reader, { contact, since }: { readonly contact: ContactId; readonly since: Date }): Promise<number> =>
  (await reader.withTables<ContactTables>().selectFrom('people.contactLink').select((of) => of.fn.countAll<number>().as('n')).where('contact', '=', contact).where('madeAt', '>', since).executeTakeFirstOrThrow()).n
/** How many letters with a link the person was sent lately: whoever types a stranger's address again and again is not served. */
export const countRecentLinks = async (reader: Reader, { contact, since }: { readonly contact: ContactId; readonly since: Date }): Promise<number> =>
  (await reader.withTables<ContactTables>().selectFrom('people.contactLink').select((of) => of.fn.countAll<number>().as('n')).where('contact', '=', contact).where('madeAt', '>=', since).where('purpose', 'not in', ['stop', 'mineHere']).executeTakeFirstOrThrow()).n
