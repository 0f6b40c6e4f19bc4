// How the letters of following are worded: what happened, the digest, the link that confirms, the link to one's own page.
import type { Bilingual, Language } from '#kernel/language.ts'
import { exampleFrom, writeLetter, type Letter, type LetterFrom } from '#kernel/letter.ts'
import { speak } from '#kernel/speak.ts'
import { confirmFollowPath, mineOpenPath, minePath, stopPath, type How } from '../rules.ts'

export type To = { readonly email: string; readonly language: Language; readonly name: string | null }
type About = { readonly to: To; readonly from: LetterFrom; readonly key: string }
type Stoppable = About & { readonly stop: string }
export type Happened = { readonly says: Bilingual; readonly path: string; readonly at: Date }

const addressOf = ({ from, to }: About, path: string): string => `${from.origin}/${to.language}${path}`
/** Up to a whole word, as a list of mails shows it. */
const shortened = (text: string): string => (text.length <= 90 ? text : `${text.slice(0, 88).replace(/\s+\S*$/, '')}…`)
const frame = ({ to, from, key }: About) => ({ key, from, to: to.email, language: to.language, ...(to.name === null ? {} : { name: to.name }) })
/** One press in the mail program, or a page with a button. */
const stopping = (about: Stoppable) => ({ headers: { unsubscribe: addressOf(about, stopPath(about.stop)) }, stop: speak(about.to.language).participation_follow_letter_stop({ link: addressOf(about, stopPath(about.stop)) }) })
const dayIn = (at: Date, language: Language): string => new Intl.DateTimeFormat(language === 'bg' ? 'bg-BG' : 'en-GB', { timeZone: 'Europe/Sofia', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }).format(at)

export const noticeLetter = (about: Stoppable & { readonly happened: Happened }): Letter => {
  const { to: { language }, happened } = about
  const say = speak(language)
  return writeLetter({ ...frame(about), ...stopping(about), kind: 'participation.notice', subject: shortened(happened.says[language]), lines: [happened.says[language], addressOf(about, happened.path)], why: say.participation_follow_letter_why() })
}
/** Newest first; what does not fit is counted. */
export const digestLetter = (about: Stoppable & { readonly happened: readonly Happened[]; readonly more: number; readonly how: Exclude<How, 'atOnce' | 'none'> }): Letter => {
  const { to: { language }, happened, more, how } = about
  const say = speak(language)
  const count = happened.length + more
  return writeLetter({
    ...frame(about), ...stopping(about), kind: 'participation.digest', subject: how === 'daily' ? say.participation_follow_letter_daily({ count }) : say.participation_follow_letter_weekly({ count }),
    lines: [
      say.participation_follow_letter_digest(),
      ...happened.map(({ says, path, at }) => `• ${dayIn(at, language)}: ${says[language]}\n  ${addressOf(about, path)}`),
      ...(more === 0 ? [] : [say.participation_follow_letter_more({ count: more })]),
    ],
    why: say.participation_follow_letter_why(),
  })
}
export const confirmFollowLetter = (about: About & { readonly secret: string; readonly what: string }): Letter => {
  const say = speak(about.to.language)
  return writeLetter({
    ...frame(about), kind: 'participation.confirmFollow', subject: say.participation_follow_letter_confirm_subject(),
    lines: [say.participation_follow_letter_confirm({ what: about.what }), addressOf(about, confirmFollowPath(about.secret)), say.participation_follow_letter_confirm_days(), say.participation_follow_letter_not_you(), say.participation_mail_receipt_data({ address: addressOf(about, '/privacy') })],
    why: say.participation_follow_letter_confirm_why(),
  })
}
export const mineLetter = (about: About & { readonly secret: string }): Letter => {
  const say = speak(about.to.language)
  return writeLetter({
    ...frame(about), kind: 'participation.mine', subject: say.participation_mine_letter_subject(),
    lines: [say.participation_mine_letter_what(), addressOf(about, mineOpenPath(about.secret)), say.participation_mine_letter_minutes(), say.participation_mine_letter_again({ link: addressOf(about, minePath) })],
    why: say.participation_mine_letter_why(),
  })
}

const someone = (language: Language): Stoppable => ({ to: { email: 'petya@lipova.example', language, name: language === 'bg' ? 'Петя Иванова' : 'Petya Ivanova' }, from: exampleFrom, key: 'example', stop: 'x'.repeat(43) })
const example: Happened = { says: { bg: 'Предложение 2026-0042 „Велоалея до гарата“ получи отговор: приема се частично.', en: 'Proposal 2026-0042 ‘A cycle lane to the station’ was answered: accepted in part.' }, path: '/participation/proposals/2026-0042', at: new Date('2026-11-25T08:30:00Z') }
export const letterExamples: readonly { readonly kind: string; readonly draw: (language: Language) => Letter }[] = [
  { kind: 'participation.notice', draw: (language) => noticeLetter({ ...someone(language), happened: example }) },
  { kind: 'participation.digest', draw: (language) => digestLetter({ ...someone(language), happened: [example, { says: { bg: 'Ново предложение в община Казанлък: „Работилница за млади фирми“.', en: 'A new proposal in Kazanlak municipality: ‘A workshop for young firms’.' }, path: '/participation/proposals/2026-0041', at: new Date('2026-11-24T15:10:00Z') }], more: 0, how: 'weekly' }) },
  { kind: 'participation.confirmFollow', draw: (language) => confirmFollowLetter({ ...someone(language), secret: 'x'.repeat(43), what: language === 'bg' ? 'предложение 2026-0042' : 'proposal 2026-0042' }) },
  { kind: 'participation.mine', draw: (language) => mineLetter({ ...someone(language), secret: 'x'.repeat(43) }) },
]
