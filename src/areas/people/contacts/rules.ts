// The nouns of contacts: people who take part without an account. Pure: what makes two addresses one voice, how an author is shown.
import type { Id } from '#kernel/id.ts'
import type { Language } from '#kernel/language.ts'

export type ContactId = Id<'contact'>
export type Contact = {
  readonly id: ContactId; readonly name: string | null; readonly email: string | null; readonly language: Language; readonly telephone: string | null; readonly organisation: Id<'organisation'> | null
  readonly confirmedAt: Date | null; readonly madeAt: Date; readonly bounces: number; readonly mailStoppedAt: Date | null
}
export const purposes = ['process', 'newsletter', 'panel', 'publishName', 'photo'] as const
export type Purpose = (typeof purposes)[number]
export type ConsentHow = 'web' | 'email' | 'paper' | 'inPerson'
export type Consent = { readonly id: string; readonly purpose: Purpose; readonly about: string | null; readonly givenAt: Date; readonly how: ConsentHow; readonly proof: string; readonly proofFile: string | null; readonly withdrawnAt: Date | null }

export const isEmail = (text: string): boolean => text.length <= 254 && /^[^@\s<>"(),;:\\[\]]{1,64}@[^@\s<>"(),;:\\[\]._-][^@\s<>"(),;:\\[\]]*\.[^@\s<>"(),;:\\[\].]{2,}$/.test(text)
/** One confirmed address is one voice: lower case, without +tag. Worked: 'A.B+x@Example.BG' and 'a.b@example.bg' are one. */
export const emailKey = (email: string): string => {
  const [local = '', domain = ''] = email.trim().toLowerCase().split('@')
  return `${local.replace(/\+.*$/, '') || local}@${domain}`
}

export const choices = ['name', 'initials', 'citizen'] as const
export type AuthorChoice = (typeof choices)[number]
/** What the public reads as the author; null: „гражданин“ / “a citizen”, which the view words.
 *  Worked: 'Иван Петров Стоянов' by initials: 'И. П. С.'; 'Анна-Мария Илиева': 'А.-М. И.'. */
export const shownAuthor = ({ name, choice }: { readonly name: string | null; readonly choice: AuthorChoice }): string | null => {
  if (name === null || choice === 'citizen') return null
  if (choice === 'name') return name
  const initials = name.split(/\s+/).map((word) => word.split('-').map((part) => [...part].find((sign) => /\p{L}/u.test(sign))?.toUpperCase()).filter((sign) => sign !== undefined).map((sign) => `${sign}.`).join('-')).filter((word) => word !== '')
  return initials.length === 0 ? null : initials.join(' ')
}
export const linkMinutes = { confirm: 7 * 1440, mine: 30, withdraw: 7 * 1440 } as const
