// The letters of proposals: received, confirmed, and the link behind which a voice is given or taken back.
import type { Language } from '#kernel/language.ts'
import { exampleFrom, writeLetter, type Letter, type LetterFrom } from '#kernel/letter.ts'
import { speak } from '#kernel/speak.ts'
import { contributionPath } from '../rules.ts'
import { voicePath, withdrawPath, type VoicePurpose } from './typed.ts'

type About = { readonly key: string; readonly from: LetterFrom; readonly to: string; readonly name?: string | null; readonly language: Language; readonly number: string; readonly title: string; readonly secret: string }
const frame = ({ key, from, to, name, language }: About) => ({ key, from, to, language, ...(name == null || name === '' ? {} : { name }) })
const address = ({ from, language }: About, path: string): string => `${from.origin}/${language}${path}`
/** A title in a letter: one line, not endless. */
const short = (title: string): string => (title.length > 120 ? `${title.slice(0, 119)}…` : title)

/** At once: the number, the link, what happens next. */
export const receivedLetter = (about: About): Letter => {
  const say = speak(about.language), { number, title } = about
  return writeLetter({
    ...frame(about), kind: 'participation.received', subject: say.participation_letter_received_subject({ number }), why: say.participation_letter_received_why({ number }),
    lines: [
      say.participation_letter_received_what({ number, title: short(title) }), say.participation_letter_received_confirm(), address(about, voicePath(about.secret)),
      say.participation_letter_received_next(), address(about, contributionPath(number)), say.participation_letter_received_not_you(), say.participation_mail_receipt_data({ address: address(about, '/privacy') }),
    ],
  })
}
export const confirmedLetter = (about: About): Letter => {
  const say = speak(about.language), { number, title } = about
  return writeLetter({
    ...frame(about), kind: 'participation.confirmed', subject: say.participation_letter_confirmed_subject({ number }), why: say.participation_letter_received_why({ number }),
    lines: [
      say.participation_letter_confirmed_what({ title: short(title) }), address(about, contributionPath(number)), say.participation_letter_confirmed_follow(),
      say.participation_letter_confirmed_withdraw(), address(about, voicePath(about.secret)), say.participation_letter_confirmed_later(), address(about, withdrawPath(number)),
    ],
  })
}
export const voiceLetter = (about: About & { readonly purpose: Exclude<VoicePurpose, 'confirm'> }): Letter => {
  const say = speak(about.language), { number, title, purpose } = about
  const what = { support: say.participation_letter_voice_support, unsupport: say.participation_letter_voice_unsupport, argument: say.participation_letter_voice_argument, withdraw: say.participation_letter_voice_withdraw }[purpose]({ number, title: short(title) })
  return writeLetter({
    ...frame(about), kind: 'participation.voice', subject: say.participation_letter_voice_subject({ number }), why: say.participation_letter_voice_why(),
    lines: [what, address(about, voicePath(about.secret)), say.participation_letter_voice_week()],
  })
}
const example = (language: Language): About => ({
  key: 'example', from: exampleFrom, to: 'petya@lipova.example', name: language === 'bg' ? 'Петя Иванова' : 'Petya Ivanova', language, number: '2026-0042',
  title: language === 'bg' ? 'Алея за велосипеди до гарата' : 'A cycle path to the station', secret: 'x'.repeat(43),
})
export const letterExamples: readonly { readonly kind: string; readonly draw: (language: Language) => Letter }[] = [
  { kind: 'participation.received', draw: (language) => receivedLetter(example(language)) },
  { kind: 'participation.confirmed', draw: (language) => confirmedLetter(example(language)) },
  { kind: 'participation.voice', draw: (language) => voiceLetter({ ...example(language), purpose: 'support' }) },
]
