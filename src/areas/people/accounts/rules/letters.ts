// How the letters of accounts are worded. Their frame – who writes, why, how it stops – is the one of all letters, kernel/letter.
import type { Language } from '#kernel/language.ts'
import { exampleFrom, writeLetter, type Letter, type LetterFrom } from '#kernel/letter.ts'
import { speak } from '#kernel/speak.ts'
import type { AccountId } from '#kernel/who.ts'
import { roleNames, type StaffRole } from '#areas/people/roles/rules.ts'
import { testLetter } from '#areas/people/settings/rules/test-letter.ts'
import { linkPath, tokenMinutes, type Account } from '../rules.ts'

type About = { readonly account: Pick<Account, 'id' | 'name' | 'email' | 'language'>; readonly token: string; readonly from: LetterFrom; readonly key: string; readonly next?: string | null }
const addressOf = ({ from, account, token, next }: About): string =>
  `${from.origin}/${account.language}${linkPath(token)}${next == null ? '' : `?next=${encodeURIComponent(`/${account.language}${next}`)}`}`
const toPerson = ({ account, from, key }: Omit<About, 'token'>) => ({ key, from, to: account.email, account: account.id, language: account.language, name: account.name })

export const signInLetter = (about: About): Letter => {
  const say = speak(about.account.language)
  return writeLetter({
    ...toPerson(about), kind: 'people.signIn', subject: say.people_letter_sign_in_subject(),
    lines: [say.people_letter_sign_in_what({ minutes: tokenMinutes('signIn') }), addressOf(about), say.people_letter_sign_in_button(), say.people_letter_not_you()],
    why: say.people_letter_sign_in_reason(),
  })
}
export const invitationLetter = (about: About & { readonly role: StaffRole; readonly by: string | null }): Letter => {
  const { language } = about.account
  const say = speak(language)
  const role = roleNames[about.role][language]
  return writeLetter({
    ...toPerson(about), kind: 'people.invitation', subject: say.people_letter_invitation_subject(),
    lines: [
      about.by === null ? say.people_letter_invitation_what({ role }) : say.people_letter_invitation_by({ by: about.by.replace(/\s+/g, ' ').trim(), role }),
      addressOf(about), say.people_letter_invitation_days({ days: tokenMinutes('invitation') / 1440 }), say.people_letter_invitation_data(),
    ],
    why: say.people_letter_invitation_reason(),
  })
}
/** Somebody who no longer gets in is told so, and by whom to ask. */
export const endedLetter = (about: Omit<About, 'token'>): Letter => {
  const say = speak(about.account.language)
  return writeLetter({ ...toPerson(about), kind: 'people.ended', subject: say.people_letter_ended_subject(), lines: [say.people_letter_ended_what()], why: say.people_letter_ended_reason() })
}

const someone = (language: Language) => ({
  account: { id: '00000000-0000-7000-8000-000000000000' as AccountId, name: language === 'bg' ? 'Петя Иванова' : 'Petya Ivanova', email: 'petya@lipova.example', language },
  token: 'x'.repeat(43), from: exampleFrom, key: 'example',
})
/** Every kind of letter of this area with example values, drawn by the same functions that write the real ones. */
export const letterExamples: readonly { readonly kind: string; readonly draw: (language: Language) => Letter }[] = [
  { kind: 'people.signIn', draw: (language) => signInLetter(someone(language)) },
  { kind: 'people.invitation', draw: (language) => invitationLetter({ ...someone(language), role: 'coordinator', by: language === 'bg' ? 'Мария Петрова' : 'Maria Petrova' }) },
  { kind: 'people.ended', draw: (language) => endedLetter(someone(language)) },
  { kind: 'people.testLetter', draw: (language) => testLetter({ to: 'petya@lipova.example', language, key: 'example', from: exampleFrom }) },
]
