// Signing in: by a link in a letter, or by a password. Whoever asks gets the same answer after the same time,
// whether the address belongs to somebody or not. Hashing and waiting happen outside every transaction.
import { setTimeout as pause } from 'node:timers/promises'
import { problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Problem } from '#kernel/result.ts'
import { speak } from '#kernel/speak.ts'
import type { Who } from '#kernel/who.ts'
import { visitor } from '#kernel/who.ts'
import { recordAct } from '#store/audit.ts'
import { postLetter } from '#store/outbox.ts'
import type { Store } from '#store/store.ts'
import { getLetterFrom } from '#areas/people/settings/read.ts'
import { settingsPath } from '#areas/people/settings/rules.ts'
import { countAdministrators } from '#areas/people/roles/read.ts'
import type { FirstPerson, LinkRequest, NewPassword, PasswordAttempt } from '../forms.ts'
import { findAccount, findAccountByEmail, findPasswordHash } from '../read.ts'
import { accountPath, myPath, sentPath, type LimitName } from '../rules.ts'
import { signInLetter } from '../rules/letters.ts'
import { judgePassword, normalPassword } from '../rules/passwords.ts'
import { confirmEmail, openAccount } from '../write.ts'
import { countAttempt } from '../write/attempts.ts'
import { setPassword } from '../write/passwords.ts'
import { dropTokens, makeToken, spendToken } from '../write/tokens.ts'
import type { LazyLibrary } from './sessions.ts'

/** What signing in is made with; one value per server. */
export type Desk = { readonly store: Store; readonly library: LazyLibrary; readonly secret: string; readonly origin: string; /** how long an answer about an address takes, known or not */ readonly answerMs?: number }
/** The one who asks, as the door describes them. `address` is the network address, for the limits only. */
export type Asker = { readonly who: Who; readonly language: Language; readonly now: Date; readonly address: string; readonly session: string | null }
export type SignInAnswer = PostAnswer & { readonly session?: { readonly starts: string }; readonly status?: 400 | 429 }

const both = (word: (language: Language) => string): Problem['text'] => ({ bg: word('bg'), en: word('en') })
const tooMany = (minutes: number): SignInAnswer => ({
  kind: 'problems', status: 429, problems: [{ field: '', text: both((language) => speak(language).people_problem_too_many({ minutes })) }],
})
const linkOver: SignInAnswer = problems([{ field: '', text: both((language) => speak(language).people_problem_link_over()) }])

const count = (desk: Desk, { now }: Asker, counted: readonly { limit: LimitName; of: string }[]): Promise<number> =>
  desk.store.writing((writer) => countAttempt({ writer, now, secret: desk.secret }, counted), { quiet: 'yes' })
const personKey = (email: string): string => email.toLowerCase()

/** Longer than the work takes, so that nobody can tell from the clock whether a letter was posted. */
const answerMs = 350
const inSameTime = async <T>(desk: Desk, work: () => Promise<T>): Promise<T> => {
  const end = performance.now() + (desk.answerMs ?? answerMs)
  try { return await work() } finally { await pause(Math.max(0, end - performance.now())) }
}

export const sendSignInLink = (desk: Desk, asker: Asker, { email, next }: LinkRequest): Promise<SignInAnswer> => inSameTime(desk, async () => {
  // Too many from one address is said; too many for one person is kept silent, because it would say that there is one.
  const ofAddress = await count(desk, asker, [{ limit: 'linkPerAddress', of: asker.address }])
  if (ofAddress > 0) return tooMany(ofAddress)
  const ofPerson = await count(desk, asker, [{ limit: 'linkPerPerson', of: personKey(email) }])
  if (ofPerson === 0) await desk.store.writing(async (writer) => {
    const account = await findAccountByEmail(writer.reader, { email })
    if (!account || account.endedAt !== null) return
    const by = { who: visitor, writer, now: asker.now }
    const token = await makeToken(by, { purpose: 'signIn', account: account.id })
    await recordAct(writer, { who: null, act: 'people.link.send', thing: account.id })
    await postLetter(writer, signInLetter({ account, token, from: await getLetterFrom(writer.reader, { origin: desk.origin }), key: `people.signIn:${account.id}:${token.slice(0, 8)}`, next }))
  })
  return see(sentPath)
})

/** A link from a letter or the console; only the button acts, so that a mail scanner that opens links changes nothing. */
export const openLink = async (desk: Desk, asker: Asker, { token, next }: { token: string; next: string | null }): Promise<SignInAnswer> => {
  const account = await desk.store.writing(async (writer) => {
    const spent = await spendToken({ writer, now: asker.now }, { token, purposes: ['signIn', 'invitation'] })
    if (spent?.account == null) return undefined
    const found = await findAccount(writer.reader, { id: spent.account })
    if (!found || found.endedAt !== null) return undefined
    if (!found.emailVerified) await confirmEmail({ who: visitor, writer, now: asker.now }, { id: found.id })
    await recordAct(writer, { who: found.id, act: 'people.link.use', thing: found.id, after: { purpose: spent.purpose } })
    return found.id
  })
  return account === undefined ? linkOver : { ...see(next ?? myPath, 'people_notice_signed_in'), session: { starts: account } }
}

/** The one who opened the console's link becomes the first administrator; a second one cannot be made this way. */
export const openFirst = async (desk: Desk, asker: Asker, { token, name, email }: FirstPerson & { token: string }): Promise<SignInAnswer> => {
  const made = await desk.store.writing(async (writer) => {
    const by = { who: visitor, writer, now: asker.now }
    if ((await countAdministrators(writer.reader)) > 0) return undefined
    if (!(await spendToken(by, { token, purposes: ['firstAdministrator'] }))) return undefined
    return openAccount(by, { name, email, language: asker.language, role: 'administrator' })
  })
  if (made === undefined) return linkOver
  return made.ok ? { ...see(settingsPath, 'people_notice_first'), session: { starts: made.value } } : problems([made.problem])
}

/** A right hash of nothing anybody knows: verified where there is no account, so that it takes as long. */
let nobody: Promise<string> | undefined
export const signInByPassword = async (desk: Desk, asker: Asker, { email, password, next }: PasswordAttempt): Promise<SignInAnswer> => {
  const wait = await count(desk, asker, [{ limit: 'passwordPerAddress', of: asker.address }, { limit: 'passwordPerPerson', of: personKey(email) }])
  if (wait > 0) return tooMany(wait)
  const library = await desk.library()
  const known = await desk.store.reading(async (reader) => {
    const account = await findAccountByEmail(reader, { email })
    if (!account || account.endedAt !== null) return undefined
    const hash = await findPasswordHash(reader, { account: account.id })
    return hash === undefined ? undefined : { id: account.id, hash }
  }, { as: 'staff', fresh: 'primary' })
  const hash = known?.hash ?? (await (nobody ??= library.hash(`${desk.secret} nobody`)))
  const verdict = await library.verify(normalPassword(password), hash)
  if (known === undefined || verdict === 'wrong') return problems([{ field: '', text: both((language) => speak(language).people_problem_wrong_password()) }])
  return { ...see(next ?? myPath, 'people_notice_signed_in'), session: { starts: known.id } }
}

/** For a person who is signed in: by a link they hold, or by the password they change. */
export const choosePassword = async (desk: Desk, asker: Asker, { password, current }: NewPassword): Promise<SignInAnswer> => {
  const { account } = asker.who
  if (account === null) return linkOver
  const library = await desk.library()
  const { email, hash: before } = await desk.store.reading(async (reader) => {
    return { email: (await findAccount(reader, { id: account }))?.email ?? '', hash: await findPasswordHash(reader, { account }) }
  }, { as: 'staff', fresh: 'primary' })
  if (before !== undefined) {
    const wait = await count(desk, asker, [{ limit: 'passwordPerPerson', of: personKey(email) }])
    if (wait > 0) return tooMany(wait)
    if ((await library.verify(normalPassword(current), before)) === 'wrong')
      return problems([{ field: 'current', text: both((language) => speak(language).people_problem_current_password()) }])
  }
  const fault = judgePassword(password, [asker.who.name, email])
  if (fault !== null) return problems([{ field: 'password', text: both((language) => sayFault(fault, language)) }])
  const hash = await library.hash(normalPassword(password))
  await desk.store.writing((writer) => setPassword({ who: asker.who, writer, now: asker.now }, { account, hash, session: asker.session }))
  return see(accountPath, 'people_notice_password')
}
const sayFault = (fault: NonNullable<ReturnType<typeof judgePassword>>, language: Language): string => {
  const say = speak(language)
  return {
    tooShort: say.people_password_too_short, tooLong: say.people_password_too_long, repeats: say.people_password_repeats,
    sequence: say.people_password_sequence, common: say.people_password_common, personal: say.people_password_personal,
  }[fault]()
}

/** The address of the console's link, or undefined once there is an administrator. Older console links stop working. */
export const makeFirstLink = (store: Store, now: Date): Promise<string | undefined> => store.writing(async (writer) => {
  if ((await countAdministrators(writer.reader)) > 0) return undefined
  await dropTokens({ writer, now }, { purpose: 'firstAdministrator' })
  return makeToken({ writer, now }, { purpose: 'firstAdministrator', account: null })
})
