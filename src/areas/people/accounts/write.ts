// Acts on accounts: invite, rename, end, erase. Each with its row in the audit trail and the letters it causes.
// Links, attempts and passwords are in write/; sessions begin in commands, because the accounts library makes them.
import type { Language } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { speak } from '#kernel/speak.ts'
import type { AccountId, Who } from '#kernel/who.ts'
import { destroyAuditKey, recordAct } from '#store/audit.ts'
import type { Writer } from '#store/handle.ts'
import { newId } from '#store/ids.ts'
import { eraseLetters, postLetter } from '#store/outbox.ts'
import type { Duty, StaffRole } from '#areas/people/roles/rules.ts'
import { assignDuties, giveRole, takeRole } from '#areas/people/roles/write.ts'
import { getLetterFrom } from '#areas/people/settings/read.ts'
import { findAccount, findAccountByEmail } from './read.ts'
import { endedLetter, invitationLetter } from './rules/letters.ts'
import type { Person } from './rules.ts'
import type { AccountTables } from './tables.ts'
import { makeToken } from './write/tokens.ts'

export type By = { readonly who: Pick<Who, 'account' | 'name'>; readonly writer: Writer; readonly now: Date }
const problem = (field: string, word: (language: Language) => string): Problem => ({ field, text: { bg: word('bg'), en: word('en') } })
const taken = problem('email', (language) => speak(language).people_problem_email_taken())
const accounts = (writer: Writer) => writer.withTables<AccountTables>()

export type NewPerson = { readonly name: string; readonly email: string; readonly language: Language; readonly role: StaffRole }

/** Makes the account and its role; sends nothing. */
export const openAccount = async (by: By, person: NewPerson): Promise<Result<AccountId>> => {
  if (await findAccountByEmail(by.writer.reader, { email: person.email })) return not(taken)
  const id = newId<'account'>()
  await accounts(by.writer).insertInto('people.account')
    .values({ id, name: person.name, email: person.email.toLowerCase(), language: person.language, invitedBy: by.who.account }).execute()
  await recordAct(by.writer, { who: by.who.account, act: 'people.account.open', thing: id, personal: { name: person.name, email: person.email }, about: id })
  const given = await giveRole(by, { account: id, role: person.role })
  return given.ok ? ok(id) : given
}

export const invite = async (by: By, { origin, ...person }: NewPerson & { readonly origin: string }): Promise<Result<AccountId>> => {
  const opened = await openAccount(by, person)
  if (!opened.ok) return opened
  await post(by, { account: { id: opened.value, ...person }, role: person.role, origin })
  return opened
}

/** The letter once more, with a new link. */
export const sendInvitation = async (by: By, { person, origin }: { person: Person; origin: string }): Promise<Result<'sent'>> => {
  if (person.role === null || person.endedAt !== null) return not(problem('', (language) => speak(language).people_problem_no_role()))
  await recordAct(by.writer, { who: by.who.account, act: 'people.link.send', thing: person.id })
  await post(by, { account: person, role: person.role, origin })
  return ok('sent')
}
type Invited = { readonly account: Pick<Person, 'id' | 'name' | 'email' | 'language'>; readonly role: StaffRole; readonly origin: string }
const post = async (by: By, { account, role, origin }: Invited): Promise<void> => {
  const token = await makeToken(by, { purpose: 'invitation', account: account.id })
  const key = `people.invitation:${account.id}:${token.slice(0, 8)}`
  await postLetter(by.writer, invitationLetter({ account, role, by: by.who.account === null ? null : by.who.name, token, key, from: await getLetterFrom(by.writer.reader, { origin }) }))
}

/** A link sent to the address was used: somebody reads its mail. */
export const confirmEmail = async (by: By, { id }: { id: AccountId }): Promise<void> => {
  await accounts(by.writer).updateTable('people.account').set({ emailVerified: true, updatedAt: by.now }).where('id', '=', id).execute()
}

export const renameAccount = async (by: By, { id, name, language }: { id: AccountId; name: string; language: Language }): Promise<Result<'renamed'>> => {
  const before = await findAccount(by.writer.reader, { id })
  if (!before || (before.name === name && before.language === language)) return ok('renamed')
  await accounts(by.writer).updateTable('people.account').set({ name, language, updatedAt: by.now }).where('id', '=', id).execute()
  await recordAct(by.writer, { who: by.who.account, act: 'people.account.rename', thing: id, before: { language: before.language }, after: { language }, personal: { name }, about: id })
  return ok('renamed')
}

export const setStanding = async (by: By, { id, role, duties }: { id: AccountId; role: StaffRole; duties: readonly Duty[] }): Promise<Result<'set'>> => {
  const given = await giveRole(by, { account: id, role })
  if (!given.ok) return given
  const assigned = await assignDuties(by, { account: id, duties })
  return assigned.ok ? ok('set') : assigned
}

/** Access ends: role, sessions, password and open links go; the name stays, because the audit trail must be readable. */
export const endAccess = async (by: By, { id, origin, why }: { id: AccountId; origin: string; why: string }): Promise<Result<'ended'>> => {
  const account = await findAccount(by.writer.reader, { id })
  if (!account || account.endedAt !== null) return ok('ended')
  const given = await takeRole(by, { account: id })
  if (!given.ok) return given
  await dropKeys(by.writer, id)
  await accounts(by.writer).updateTable('people.account').set({ endedAt: by.now, updatedAt: by.now }).where('id', '=', id).execute()
  await recordAct(by.writer, { who: by.who.account, act: 'people.account.end', thing: id, ...(why === '' ? {} : { why }) })
  await postLetter(by.writer, endedLetter({ account, from: await getLetterFrom(by.writer.reader, { origin }), key: `people.ended:${id}:${by.now.getTime()}` }))
  return ok('ended')
}

/** Access again, with a new role and a new invitation. */
export const restoreAccess = async (by: By, { id, role, origin }: { id: AccountId; role: StaffRole; origin: string }): Promise<Result<'restored'>> => {
  const account = await findAccount(by.writer.reader, { id })
  if (!account) return ok('restored')
  await accounts(by.writer).updateTable('people.account').set({ endedAt: null, updatedAt: by.now }).where('id', '=', id).execute()
  const given = await giveRole(by, { account: id, role })
  if (!given.ok) return given
  await recordAct(by.writer, { who: by.who.account, act: 'people.account.restore', thing: id })
  await post(by, { account, role, origin })
  return ok('restored')
}

/** The person is gone: account, sessions, links, letters' words, and the key that tied the audit trail to them. */
export const eraseAccount = async (by: By, { id }: { id: AccountId }): Promise<Result<'erased'>> => {
  const account = await findAccount(by.writer.reader, { id })
  if (!account) return ok('erased')
  const given = await takeRole(by, { account: id })
  if (!given.ok) return given
  await recordAct(by.writer, { who: by.who.account, act: 'people.account.erase', thing: id })
  await eraseLetters(by.writer, id)
  await accounts(by.writer).deleteFrom('people.account').where('id', '=', id).execute()
  await destroyAuditKey(by.writer, id)
  return ok('erased')
}

const dropKeys = async (writer: Writer, id: AccountId): Promise<void> => {
  await accounts(writer).deleteFrom('people.session').where('userId', '=', id).execute()
  await accounts(writer).deleteFrom('people.credential').where('userId', '=', id).execute()
  await accounts(writer).deleteFrom('people.token').where('account', '=', id).execute()
}

/** One session, or all but the one the person sits at. */
export const endSessions = async (by: By, { account, only, except }: { account: AccountId; only?: string; except?: string | null }): Promise<number> => {
  let ending = accounts(by.writer).deleteFrom('people.session').where('userId', '=', account)
  if (only !== undefined) ending = ending.where('id', '=', only)
  if (except !== undefined && except !== null) ending = ending.where('id', '<>', except)
  const ended = await ending.returning('id').execute()
  if (ended.length > 0) await recordAct(by.writer, { who: by.who.account, act: 'people.session.end', thing: account, after: { sessions: ended.length } })
  return ended.length
}
