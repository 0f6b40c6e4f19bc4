// A letter the product sends: plain text, worded by pure rules, frozen when posted.
import type { Language } from './language.ts'

export type Letter = {
  /** delivered at most once per key, however often the job runs */
  readonly key: string
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly language: Language
  /** what kind of letter, for the catalogue of letters: 'people.signIn' */
  readonly kind: string
  /** which account it is to, where one is known; erasing the person erases the address */
  readonly account?: string
}
