// A letter the product sends: plain text, worded by pure rules, frozen when posted. All letters have one frame: who writes,
// what about, the words, why you get it, and how it stops.
import { speak } from './speak.ts'
import type { Bilingual, Language } from './language.ts'

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
  readonly headers?: LetterHeaders | null
}
/** Lines of a letter's head that depend on the letter; everything else is the same for all. */
export type LetterHeaders = {
  /** 'replied': an automatic answer to a letter; it leaves with an empty envelope sender, so that nothing answers it (RFC 3834) */
  readonly automatic?: 'replied'
  /** Message-ID of the letter it answers, without the brackets */
  readonly inReplyTo?: string
  /** the letters before it, oldest first */
  readonly references?: readonly string[]
  /** where an answer goes, when it should find its way by itself */
  readonly replyTo?: string
  /** address of the page that stops these letters with one POST (RFC 8058) */
  readonly unsubscribe?: string
  /** an entry for the receiver's calendar (RFC 5546) */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string }
}

/** Who writes: the body in charge, at this site, and where an answer goes. */
export type LetterFrom = { readonly body: Bilingual; readonly origin: string; readonly email: string | null }
type Wording = Omit<Letter, 'body' | 'account'> & {
  readonly account?: string | undefined
  readonly from: LetterFrom
  /** the greeting's name; left out where nobody is known by name */
  readonly name?: string
  /** paragraphs; a link stands alone in one */
  readonly lines: readonly string[]
  /** one sentence: why this person gets this letter */
  readonly why: string
  /** one sentence: how it stops; left out where it comes once, and then that is said */
  readonly stop?: string
}
/** A name goes into a letter, never into its headers: a line end in it could not get this far, and is taken out all the same. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

export const writeLetter = ({ from, name, lines, why, stop, subject, account, ...letter }: Wording): Letter => {
  const say = speak(letter.language)
  const body = oneLine(from.body[letter.language])
  const sender = body === '' || body === say.kernel_letter_product() ? say.kernel_letter_product() : say.kernel_letter_sender({ body })
  return {
    ...letter, ...(account === undefined ? {} : { account }), subject: oneLine(subject),
    body: `${[
      name === undefined ? say.kernel_letter_greeting() : say.kernel_letter_greeting_name({ name: oneLine(name) }),
      ...lines,
      `${sender}\n${from.origin}/${letter.language}`,
      `— \n${why} ${stop ?? say.kernel_letter_once()} ${from.email === null ? say.kernel_letter_no_answer() : say.kernel_letter_answer({ email: from.email })}`,
    ].join('\n\n')}\n`,
  }
}
/** For catalogues and tests: a body that does not exist. */
export const exampleFrom: LetterFrom = { body: { bg: 'Община Липова', en: 'Municipality of Lipova' }, origin: 'https://posoka.lipova.example', email: 'posoka@lipova.example' }
