// The parts of people itself: the contact with its consents, links and letters; and the periods of links, of addresses that
// nobody confirmed, of attempts to sign in, and of letters.
import { countOldAttempts } from '#areas/people/accounts/read.ts'
import { dropOldAttempts } from '#areas/people/accounts/write/attempts.ts'
import { getContact, listConsents, listLinks, listMadeBefore, listUnconfirmed, listWithConsent, countOldLinks } from '#areas/people/contacts/read.ts'
import { emailKey } from '#areas/people/contacts/rules.ts'
import { dropOldLinks } from '#areas/people/contacts/write.ts'
import { countOldLetters, eraseOldLetters, listLettersTo } from '#store/outbox.ts'
import type { Reader } from '#store/handle.ts'
import type { ContactId } from '#areas/people/contacts/rules.ts'
import type { PersonalPart, RetentionPart } from '../read/parts.ts'
import { fiveYears } from '../rules.ts'
import { erasePerson } from '../write.ts'

export const contactPart: PersonalPart = {
  name: 'people.contacts', title: { bg: 'Име, адрес, съгласия и писма', en: 'Name, address, consents and letters' },
  gather: async (reader, id) => {
    const [contact, consents, links] = await Promise.all([getContact(reader, id), listConsents(reader, id), listLinks(reader, id)])
    const letters = contact?.email == null ? [] : await listLettersTo(reader, emailKey(contact.email))
    return {
      tables: [
        { name: 'contact', rows: contact === undefined ? [] : [contact] },
        { name: 'consents', rows: consents }, { name: 'links', rows: links },
        { name: 'letters', rows: letters.map(({ kind, subject, body, language, state, postedAt }) => ({ kind, subject, body: withoutLinks(body), language, state, postedAt })) },
      ],
      files: consents.flatMap(({ proofFile, purpose }) => (proofFile === null ? [] : [{ name: `consent-${purpose}`, sha256: proofFile }])),
    }
  },
  // The rows go with the contact; what is counted here is what the proof says.
  erase: async (writer, { contact }) => {
    const consents = await listConsents(writer.reader, contact)
    return { erased: 1 + consents.length, kept: 0, files: consents.flatMap(({ proofFile }) => (proofFile === null ? [] : [proofFile])) }
  },
  holds: async (reader, { contacts }) => listWithConsent(reader, { contacts, purposes: ['process', 'newsletter', 'panel'] }),
}
/** A link in an old letter could still act: a copy in an export must not. */
const withoutLinks = (body: string): string => body.replace(/[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g, '…')

const unneeded = async (reader: Reader, { olderThan, parts }: { readonly olderThan: Date; readonly parts: readonly PersonalPart[] }): Promise<readonly ContactId[]> => {
  const found = await listUnconfirmed(reader, olderThan)
  const kept = new Set((await Promise.all(parts.map(async ({ keeps }) => (await keeps?.(reader, found)) ?? []))).flat())
  return found.filter((id) => !kept.has(id))
}
/** Everybody whose everything is over, on paper or by mail. */
const silent = async (reader: Reader, { olderThan, parts }: { readonly olderThan: Date; readonly parts: readonly PersonalPart[] }): Promise<readonly ContactId[]> => {
  const contacts = await listMadeBefore(reader, olderThan)
  const held = new Set((await Promise.all(parts.map(async ({ holds }) => (await holds?.(reader, { contacts, olderThan })) ?? []))).flat())
  return contacts.filter((id) => !held.has(id))
}
const mostAtOnce = 500
export const ownRetention = (parts: readonly PersonalPart[]): readonly RetentionPart[] => [
  {
    kind: 'people.links', title: { bg: 'Връзки от писма, чийто срок е изтекъл', en: 'Links from letters that are over' }, days: 30,
    why: { bg: 'Нужни са само докато действат; след това – за да се разбере защо някоя не е отворила.', en: 'Needed only while they act; after that, to understand why one did not open.' },
    count: countOldLinks, clear: async (writer, { olderThan }) => ({ cleared: await dropOldLinks(writer, olderThan) }),
  },
  {
    kind: 'people.attempts', title: { bg: 'Отпечатъци на адреси при опити за вход', en: 'Hashes of addresses of attempts to sign in' }, days: 2,
    why: { bg: 'За да не се отгатват пароли; отпечатъкът се прави с ключ за деня.', en: 'So that passwords cannot be guessed; the hash is made with a key of the day.' },
    count: countOldAttempts, clear: async (writer, { olderThan }) => ({ cleared: await dropOldAttempts(writer, olderThan) }),
  },
  {
    kind: 'people.unconfirmed', title: { bg: 'Адреси, които никой не е потвърдил', en: 'Addresses nobody confirmed' }, days: 30, promised: 'yes',
    why: { bg: 'Никой не е показал, че адресът е негов; непотвърденото предложение отпада с него.', en: 'Nobody showed that the address is theirs; what was not confirmed goes with it.' },
    count: async (reader, olderThan) => (await unneeded(reader, { olderThan, parts })).length,
    clear: async (writer, { olderThan, now }) => {
      const found = await unneeded(writer.reader, { olderThan, parts })
      for (const contact of found.slice(0, mostAtOnce)) await erasePerson({ writer, now, by: 'retention' }, { contact, parts })
      return { cleared: Math.min(found.length, mostAtOnce) }
    },
  },
  {
    kind: 'people.silent', title: { bg: 'Име и адрес на хора, чието участие е приключило', en: 'Name and address of people whose taking part is over' }, days: fiveYears, promised: 'yes',
    why: { bg: 'Нищо тяхно не е в ход и не следят нищо: няма защо да се пазят.', en: 'Nothing of theirs is under way and they follow nothing: there is no reason to keep them.' },
    count: async (reader, olderThan) => (await silent(reader, { olderThan, parts })).length,
    clear: async (writer, { olderThan, now }) => {
      const found = await silent(writer.reader, { olderThan, parts })
      for (const contact of found.slice(0, mostAtOnce)) await erasePerson({ writer, now, by: 'retention' }, { contact, parts })
      return { cleared: Math.min(found.length, mostAtOnce) }
    },
  },
  {
    kind: 'store.letters', title: { bg: 'Адрес и текст на изпратени писма', en: 'Address and words of letters that were sent' }, days: 730,
    why: { bg: 'За да може институцията да покаже какво е изпратила; че писмо е изпратено, се пази и след това.', en: 'So that the body can show what it sent; that a letter was sent is kept beyond that.' },
    count: countOldLetters, clear: async (writer, { olderThan }) => ({ cleared: await eraseOldLetters(writer, olderThan) }),
  },
]
