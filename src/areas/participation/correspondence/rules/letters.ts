// How the answer to a letter is worded: the number, what happens next, by when, and the link that makes it count.
import type { Language } from '#kernel/language.ts'
import { exampleFrom, writeLetter, type Letter, type LetterFrom, type LetterHeaders } from '#kernel/letter.ts'
import { speak } from '#kernel/speak.ts'

export type Receipt = {
  readonly to: { readonly email: string; readonly name: string }
  readonly from: LetterFrom
  readonly language: Language
  readonly key: string
  readonly number: string
  readonly subject: string
  /** the page of the contribution and the page with the button, without the language */
  readonly path: string
  readonly confirmPath: string
  /** the day by which it is answered, as people write it */
  readonly dueOn: string
  /** somebody in the office sent it on: the person did not write here themselves */
  readonly through: 'themselves' | 'a colleague'
  readonly officer: { readonly name: string; readonly email: string; readonly phone: string } | null
  readonly headers: LetterHeaders
}
const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 78).trimEnd()}…` : text)

export const receiptLetter = ({ to, from, language, key, number, subject, path, confirmPath, dueOn, through, officer, headers }: Receipt): Letter => {
  const say = speak(language)
  const letter = writeLetter({
    kind: 'participation.mailReceived', key, to: to.email, language, from, ...(to.name === '' ? {} : { name: to.name }),
    subject: say.participation_mail_receipt_subject({ number, subject: shorten(subject) }),
    lines: [
      through === 'themselves' ? say.participation_mail_receipt_came({ number }) : say.participation_mail_receipt_forwarded({ number }),
      say.participation_mail_receipt_confirm(),
      `${from.origin}/${language}${confirmPath}`,
      say.participation_mail_receipt_next({ due: dueOn }),
      `${from.origin}/${language}${path}`,
      [
        `${say.people_collection_why()}: ${say.people_notice_of_contribution()}`, `${say.people_collection_basis()}: ${say.people_basis_of_contribution()}`, `${say.people_collection_seen()}: ${say.people_seen_of_contribution()}`,
        `${say.people_collection_kept()}: ${say.people_kept_of_contribution()}`, `${say.people_collection_rights()}: ${say.people_collection_rights_says()}`,
        ...(officer === null ? [] : [`${say.people_collection_officer()}: ${[officer.name, officer.email, officer.phone].filter((part) => part !== '').join(', ')}`]),
        say.participation_mail_receipt_data({ address: `${from.origin}/${language}/privacy` }),
      ].join('\n'),
    ],
    why: say.participation_mail_receipt_why({ number }),
  })
  return { ...letter, headers }
}
const example = (language: Language, through: Receipt['through']): Letter => receiptLetter({
  to: { email: 'ivan.petrov@example.bg', name: language === 'bg' ? 'Иван Петров' : 'Ivan Petrov' }, from: exampleFrom, language, key: 'example', number: '2026-0042',
  subject: language === 'bg' ? 'Велоалея до зоната' : 'A cycle lane to the works', path: '/participation/proposals/2026-0042', confirmPath: '/participation/confirm/example',
  dueOn: language === 'bg' ? '24.01.2027 г.' : '24 January 2027', through, officer: { name: language === 'bg' ? 'Елена Тодорова' : 'Elena Todorova', email: 'dpo@lipova.example', phone: '' }, headers: {},
})
export const mailLetterExamples: readonly { readonly kind: string; readonly draw: (language: Language) => Letter }[] = [
  { kind: 'participation.mailReceived', draw: (language) => example(language, 'themselves') },
]
