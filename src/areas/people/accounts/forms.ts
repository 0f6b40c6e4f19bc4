// What the forms of accounts may send, parsed into values. Says beside the field what is wrong; decides nothing about rights.
import { typedOne, type Typed } from '#kernel/answer.ts'
import { isLanguage, type Language } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { speak } from '#kernel/speak.ts'
import { isDuty, isStaffRole, type Duty, type StaffRole } from '#areas/people/roles/rules.ts'

type Read<T> = Result<T, readonly Problem[]>
const problem = (field: string, word: (language: Language) => string): Problem => ({ field, text: { bg: word('bg'), en: word('en') } })

export const longestName = 120
/** A name is one line of visible text; control signs would end up in the headers of a letter. */
export const parseName = (text: string): Result<string> => {
  const name = text.normalize('NFC').trim().replace(/[ \t]+/g, ' ')
  if (name === '') return not(problem('name', (language) => speak(language).people_problem_name_missing()))
  if (/\p{Cc}|\p{Zl}|\p{Zp}/u.test(name)) return not(problem('name', (language) => speak(language).people_problem_name_line()))
  return name.length > longestName ? not(problem('name', (language) => speak(language).people_problem_name_long({ most: longestName }))) : ok(name)
}
export const parseEmail = (text: string): Result<string> => {
  const email = text.trim().toLowerCase()
  if (email === '') return not(problem('email', (language) => speak(language).people_problem_email_missing()))
  const fits = email.length <= 254 && /^[^\s@<>()[\],;:\\"\p{Cc}]{1,64}@[^\s@<>()[\],;:\\"\p{Cc}]+\.[^\s@<>()[\],;:\\"\p{Cc}.]{2,}$/u.test(email)
  return fits ? ok(email) : not(problem('email', (language) => speak(language).people_problem_email_shape()))
}
/** Where to go on after signing in: a path of our own, without the language; anything else is forgotten. */
const parseNext = (text: string): string | null => {
  const found = /^\/(?:bg|en)(\/[\w\-./%]*(?:\?[\w\-.%=&+]*)?)$/.exec(text)
  return found?.[1] !== undefined && !found[1].includes('//') && !found[1].includes('..') && text.length < 500 ? found[1] : null
}
const gather = (results: readonly Result<unknown>[]): readonly Problem[] => results.flatMap((result) => (result.ok ? [] : [result.problem]))

export type LinkRequest = { readonly email: string; readonly next: string | null }
export const linkRequest = (typed: Typed): Read<LinkRequest> => {
  const email = parseEmail(typedOne(typed, 'email'))
  return email.ok ? ok({ email: email.value, next: parseNext(typedOne(typed, 'next')) }) : not([email.problem])
}
export type PasswordAttempt = { readonly email: string; readonly password: string; readonly next: string | null }
export const passwordAttempt = (typed: Typed): Read<PasswordAttempt> => {
  const email = parseEmail(typedOne(typed, 'email'))
  const password = typedOne(typed, 'password')
  const missing = password === '' ? [problem('password', (language) => speak(language).people_problem_password_missing())] : []
  return email.ok && missing.length === 0 ? ok({ email: email.value, password, next: parseNext(typedOne(typed, 'next')) }) : not([...gather([email]), ...missing])
}
export type NewPassword = { readonly password: string; readonly current: string }
/** Whether the password is good enough is judged later, with the name and address of the person at hand. */
export const newPassword = (typed: Typed): Read<NewPassword> => {
  const password = typedOne(typed, 'password')
  return password === '' ? not([problem('password', (language) => speak(language).people_problem_password_missing())]) : ok({ password, current: typedOne(typed, 'current') })
}
export type FirstPerson = { readonly name: string; readonly email: string }
export const firstPerson = (typed: Typed): Read<FirstPerson> => {
  const name = parseName(typedOne(typed, 'name')), email = parseEmail(typedOne(typed, 'email'))
  return name.ok && email.ok ? ok({ name: name.value, email: email.value }) : not(gather([name, email]))
}
const parseRole = (text: string): Result<StaffRole> => (isStaffRole(text) ? ok(text) : not(problem('role', (language) => speak(language).people_problem_role())))
const parseLanguage = (text: string): Language => (isLanguage(text) ? text : 'bg')

export type Invitation = { readonly name: string; readonly email: string; readonly role: StaffRole; readonly language: Language }
export const invitation = (typed: Typed): Read<Invitation> => {
  const name = parseName(typedOne(typed, 'name')), email = parseEmail(typedOne(typed, 'email')), role = parseRole(typedOne(typed, 'role'))
  return name.ok && email.ok && role.ok
    ? ok({ name: name.value, email: email.value, role: role.value, language: parseLanguage(typedOne(typed, 'language')) })
    : not(gather([name, email, role]))
}
/** The last step of the set-up: one more colleague, or enough for now. */
export const colleague = (typed: Typed): Read<{ readonly does: 'done' } | { readonly does: 'invite'; readonly who: Invitation }> => {
  if (typedOne(typed, 'does') !== 'invite') return ok({ does: 'done' })
  const invited = invitation(typed)
  return invited.ok ? ok({ does: 'invite', who: invited.value }) : invited
}
export type OwnDetails = { readonly name: string; readonly language: Language }
export const ownDetails = (typed: Typed): Read<OwnDetails> => {
  const name = parseName(typedOne(typed, 'name'))
  return name.ok ? ok({ name: name.value, language: parseLanguage(typedOne(typed, 'language')) }) : not([name.problem])
}
/** One page holds several small forms; the button says which one was sent. */
export type PersonChange =
  | { readonly does: 'standing'; readonly role: StaffRole; readonly duties: readonly Duty[] }
  | { readonly does: 'end'; readonly why: string }
  | { readonly does: 'restore'; readonly role: StaffRole }
  | { readonly does: 'invite' }
  | { readonly does: 'sessions' }
  | { readonly does: 'erase' }
export const personChange = (typed: Typed): Read<PersonChange> => {
  const does = typedOne(typed, 'does')
  const role = parseRole(typedOne(typed, 'role'))
  if (does === 'end') return ok({ does, why: typedOne(typed, 'why').trim().slice(0, 500) })
  if (does === 'invite' || does === 'sessions') return ok({ does })
  if (does === 'erase') return typedOne(typed, 'sure') === 'yes' ? ok({ does }) : not([problem('sure', (language) => speak(language).people_problem_not_sure())])
  if (!role.ok) return not([role.problem])
  return does === 'restore' ? ok({ does, role: role.value }) : ok({ does: 'standing', role: role.value, duties: (typed.text.duties ?? []).filter(isDuty) })
}
export const sessionEnding = (typed: Typed): Read<{ readonly session: string | 'others' }> => {
  const session = typedOne(typed, 'session')
  return session === 'others' || /^[0-9a-f-]{36}$/.test(session) ? ok({ session }) : not([problem('', (language) => speak(language).people_problem_no_session())])
}
export const leaving = (typed: Typed): Read<'sure'> =>
  typedOne(typed, 'sure') === 'yes' ? ok('sure') : not([problem('sure', (language) => speak(language).people_problem_not_sure())])
