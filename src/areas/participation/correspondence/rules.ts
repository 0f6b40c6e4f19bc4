// From what the reader found to what the topic keeps: whose words they are, in which language, and how the same letter is known again.
import type { Language } from '#kernel/language.ts'
import { findForwarded } from './rules/forwarded.ts'
import { toOwnWords, toSubject } from './rules/own-words.ts'

/** Half of the letters or more decide; a text without letters is Bulgarian, as the house is. */
export const languageOf = (text: string): Language => {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return latin > cyrillic ? 'en' : 'bg'
}
type Person = { readonly name: string; readonly email: string }
export type Spoken = {
  readonly from: Person | null
  readonly subject: string
  readonly text: string
  readonly language: Language
  /** who forwarded it, where a colleague did */
  readonly clerk: string | null
  readonly marks: readonly string[]
}
export type Heard = { readonly from: Person | null; readonly subject: string; readonly text: string; readonly letters: readonly { readonly from: Person | null; readonly subject: string; readonly text: string }[] }

/** What somebody wrote, and who. `isClerk`: the address is a colleague's, so what they forward is not theirs. */
export const toSpoken = (heard: Heard, { isClerk }: { readonly isClerk: 'yes' | 'no' }): Spoken => {
  const within = forwardedIn(heard)
  if (within !== null && isClerk === 'yes') return { from: within.from, subject: toSubject(within.subject || heard.subject), text: within.text, language: languageOf(within.text), clerk: heard.from?.email ?? null, marks: ['forwarded'] }
  const own = toOwnWords(heard.text)
  // Who forwards without a word of their own means the letter within.
  const text = own.text === '' && within !== null ? within.text : own.text
  return { from: heard.from, subject: heard.subject, text, language: languageOf(text || heard.subject), clerk: null, marks: within === null ? [] : ['forwarded'] }
}
const forwardedIn = ({ subject, text, letters }: Heard): { readonly from: Person; readonly subject: string; readonly text: string } | null => {
  const attached = letters.find((one) => one.from !== null && one.text !== '')
  if (attached?.from != null) return { from: attached.from, subject: attached.subject, text: toOwnWords(attached.text).text }
  const inline = findForwarded({ subject, text })
  return inline === null ? null : { from: { name: inline.name, email: inline.email }, subject: inline.subject, text: keepFarewell(inline.text) }
}
/** A forwarded letter keeps its farewell: the clerk meant the whole of it. */
const keepFarewell = (text: string): string => text.split('\n').filter((line) => !/^\s*>/.test(line)).join('\n').replace(/\n{3,}/g, '\n\n').trim()

/** What is compared to know the same letter again: letters and digits alone, so that line ends, spaces and quotation signs do not count. */
export const wordsOf = ({ from, subject, text, sentAt }: { readonly from: Person | null; readonly subject: string; readonly text: string; readonly sentAt: Date | null }): string =>
  [from?.email.toLowerCase() ?? '', sentAt?.toISOString() ?? '', subject, text].map((part) => part.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}@.]+/gu, ' ').trim()).join('\n')

/** The sign in our address that leads an answer home: posoka+t7k2m4….@lipova.bg */
export const tokenIn = (addresses: readonly string[], box: string): string | null => {
  const [local = '', domain = ''] = box.toLowerCase().split('@')
  for (const address of addresses) {
    const token = new RegExp(String.raw`^${local.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}\+t([a-z2-7]{16,32})@${domain.replaceAll('.', String.raw`\.`)}$`).exec(address)?.[1]
    if (token !== undefined) return token
  }
  return null
}
export const withToken = (box: string, token: string): string => box.replace('@', `+t${token}@`)
