// How the letters of accounts are worded: plain text that reads like a letter, frozen when posted.
import type { Letter } from '#kernel/letter.ts'
import { speak } from '#kernel/speak.ts'
import { roleNames, type StaffRole } from '#areas/people/roles/rules.ts'
import { linkPath, tokenMinutes, type Account } from '../rules.ts'

type About = { readonly account: Pick<Account, 'id' | 'name' | 'email' | 'language'>; readonly token: string; readonly origin: string; readonly key: string; readonly next?: string | null }
const addressOf = ({ origin, account, token, next }: About): string =>
  `${origin}/${account.language}${linkPath(token)}${next == null ? '' : `?next=${encodeURIComponent(`/${account.language}${next}`)}`}`
const letter = (about: About, { kind, subject, lines }: { kind: string; subject: string; lines: readonly string[] }): Letter => ({
  key: about.key, kind, to: about.account.email, account: about.account.id, language: about.account.language,
  subject, body: `${lines.join('\n\n')}\n`,
})
/** A name goes into a letter, never into its headers: a line end in it could not get this far, and is taken out all the same. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

export const signInLetter = (about: About): Letter => {
  const say = speak(about.account.language)
  return letter(about, {
    kind: 'people.signIn',
    subject: say.people_letter_sign_in_subject(),
    lines: [
      say.people_letter_greeting({ name: oneLine(about.account.name) }),
      say.people_letter_sign_in_what({ minutes: tokenMinutes('signIn') }),
      addressOf(about),
      say.people_letter_sign_in_button(),
      say.people_letter_not_you(),
      say.people_letter_signature({ origin: about.origin }),
    ],
  })
}
export const invitationLetter = (about: About & { readonly role: StaffRole; readonly by: string | null }): Letter => {
  const { language, name } = about.account
  const say = speak(language)
  const role = roleNames[about.role][language]
  return letter(about, {
    kind: 'people.invitation',
    subject: say.people_letter_invitation_subject(),
    lines: [
      say.people_letter_greeting({ name: oneLine(name) }),
      about.by === null ? say.people_letter_invitation_what({ role }) : say.people_letter_invitation_by({ by: oneLine(about.by), role }),
      addressOf(about),
      say.people_letter_invitation_days({ days: tokenMinutes('invitation') / 1440 }),
      say.people_letter_invitation_data(),
      say.people_letter_signature({ origin: about.origin }),
    ],
  })
}
/** Somebody who no longer gets in is told so, and by whom to ask. */
export const endedLetter = ({ account, origin, key }: Omit<About, 'token'>): Letter => {
  const say = speak(account.language)
  return letter({ account, origin, key, token: '' }, {
    kind: 'people.ended',
    subject: say.people_letter_ended_subject(),
    lines: [say.people_letter_greeting({ name: oneLine(account.name) }), say.people_letter_ended_what(), say.people_letter_signature({ origin })],
  })
}
