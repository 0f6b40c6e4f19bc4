// What the forms of following and of one's own page may send.
import { choices, isEmail, type AuthorChoice } from '#areas/people/contacts/rules.ts'
import { typedOne, type Typed } from '#kernel/answer.ts'
import { isLanguage, type Language } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { speak } from '#kernel/speak.ts'
import { isHow, isTarget, type How } from './rules.ts'

type Read<T> = Result<T, readonly Problem[]>
const problem = (field: string, word: (language: Language) => string): Problem => ({ field, text: { bg: word('bg'), en: word('en') } })
const parseEmail = (typed: Typed): Result<string> => {
  const email = typedOne(typed, 'email').trim().toLowerCase()
  if (email === '') return not(problem('email', (language) => speak(language).participation_follow_problem_email_missing()))
  return isEmail(email) ? ok(email) : not(problem('email', (language) => speak(language).participation_follow_problem_email_shape()))
}

export type FollowRequest = { readonly email: string; readonly about: string; readonly how: Exclude<How, 'none'> }
export const followForm = (typed: Typed): Read<FollowRequest> => {
  const email = parseEmail(typed), about = typedOne(typed, 'about'), how = typedOne(typed, 'how')
  const problems = [
    ...(email.ok ? [] : [email.problem]),
    ...(isHow(how) && how !== 'none' ? [] : [problem('how', (language) => speak(language).participation_follow_problem_how())]),
    ...(isTarget(about) ? [] : [problem('', (language) => speak(language).participation_follow_problem_about())]),
  ]
  return email.ok && isHow(how) && how !== 'none' && problems.length === 0 ? ok({ email: email.value, about, how }) : not(problems)
}
export type MineRequest = { readonly email: string }
export const mineForm = (typed: Typed): Read<MineRequest> => {
  const email = parseEmail(typed)
  return email.ok ? ok({ email: email.value }) : not([email.problem])
}

export type MineChange =
  | { readonly does: 'correct'; readonly name: string; readonly language: Language; readonly choice: AuthorChoice | null }
  | { readonly does: 'how'; readonly follow: string; readonly how: How }
  | { readonly does: 'withdraw'; readonly consent: string }
  | { readonly does: 'stop' } | { readonly does: 'export' }
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
export const mineChange = (typed: Typed): Read<MineChange> => {
  const does = typedOne(typed, 'does')
  if (does === 'stop' || does === 'export') return ok({ does })
  if (does === 'how') {
    const how = typedOne(typed, 'how'), follow = typedOne(typed, 'follow')
    return isHow(how) && uuid.test(follow) ? ok({ does, follow, how }) : not([problem('how', (language) => speak(language).participation_follow_problem_how())])
  }
  if (does === 'withdraw') {
    const consent = typedOne(typed, 'consent')
    return uuid.test(consent) ? ok({ does, consent }) : not([problem('', (language) => speak(language).participation_mine_problem_what())])
  }
  if (does !== 'correct') return not([problem('', (language) => speak(language).participation_mine_problem_what())])
  const name = typedOne(typed, 'name').normalize('NFC').replace(/\s+/g, ' ').trim(), language = typedOne(typed, 'language'), choice = typedOne(typed, 'choice')
  if (name.length > 200 || /[\p{Cc}\p{Cf}]/u.test(name)) return not([problem('name', (each) => speak(each).participation_mine_problem_name())])
  return ok({ does, name, language: isLanguage(language) ? language : 'bg', choice: (choices as readonly string[]).includes(choice) ? (choice as AuthorChoice) : null })
}
export type Erasure = { readonly sure: 'yes' }
export const erasureForm = (typed: Typed): Read<Erasure> =>
  (typedOne(typed, 'sure') === 'yes' ? ok({ sure: 'yes' }) : not([problem('sure', (language) => speak(language).participation_mine_problem_sure())]))
