// What the forms of settings may send, parsed into values, and what a form shows at first. Says beside the field what is wrong.
import { typedOne, type Typed, type UploadedFile, typedLine as line, typedText as text } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import type { BodySetting, ContactSetting, FundingSetting, Mailbox } from './rules.ts'

type Read<T> = Result<T, readonly Problem[]>
/** Every form of settings says which version it was opened on; a step of the set-up may also be put off. */
export type Sent<T> = { readonly does: 'skip' } | { readonly does: 'save'; readonly version: number; readonly value: T }

const two = (typed: Typed, field: string): Bilingual => ({ bg: text(typed, `${field}_bg`), en: text(typed, `${field}_en`) })
const twoLines = (typed: Typed, field: string): Bilingual => ({ bg: line(typed, `${field}_bg`), en: line(typed, `${field}_en`) })
const missing = (typed: Typed, field: string, words: Bilingual): readonly Problem[] => (line(typed, field) === '' ? [{ field, text: words }] : [])
const tooLong = (typed: Typed, fields: readonly string[], most: number): readonly Problem[] => fields.filter((field) => text(typed, field).length > most)
  .map((field) => ({ field, text: { bg: `Най-много ${most} знака.`, en: `At most ${most} characters.` } }))
const email = (typed: Typed, field: string): readonly Problem[] => {
  const typedEmail = line(typed, field)
  return typedEmail === '' || (typedEmail.length <= 254 && /^[^\s@<>()[\],;:\\"]{1,64}@[^\s@<>()[\],;:\\"]+\.[^\s@<>()[\],;:\\".]{2,}$/.test(typedEmail)) ? []
    : [{ field, text: { bg: 'Имейлът трябва да изглежда така: ime@obshtina.bg.', en: 'An e-mail looks like this: name@municipality.bg.' } }]
}
const sent = <T>(typed: Typed, parse: () => { readonly wrong: readonly Problem[]; readonly value: T }): Read<Sent<T>> => {
  if (typedOne(typed, 'does') === 'skip') return ok({ does: 'skip' })
  const { wrong, value } = parse()
  return wrong.length > 0 ? not(wrong) : ok({ does: 'save', version: Number.parseInt(typedOne(typed, 'version'), 10) || 0, value })
}

export type BodyInput = { readonly name: Bilingual; readonly department: Bilingual; readonly alternative: Bilingual; readonly file: UploadedFile | null; readonly remove: 'yes' | 'no' }
export const bodyForm = (typed: Typed): Read<Sent<BodyInput>> => sent(typed, () => {
  const file = typed.files.emblem ?? null
  return {
    value: { name: twoLines(typed, 'name'), department: twoLines(typed, 'department'), alternative: twoLines(typed, 'alternative'), file, remove: typedOne(typed, 'remove') === 'yes' ? 'yes' : 'no' },
    wrong: [
      ...missing(typed, 'name_bg', { bg: 'Напишете името на български.', en: 'Write the name in Bulgarian.' }),
      ...missing(typed, 'name_en', { bg: 'Напишете името на английски.', en: 'Write the name in English.' }),
      ...tooLong(typed, ['name_bg', 'name_en', 'department_bg', 'department_en', 'alternative_bg', 'alternative_en'], 200),
      ...(file !== null && file.bytes.length === 0 ? [{ field: 'emblem', text: { bg: 'Файлът е празен.', en: 'The file is empty.' } }] : []),
      ...(file === null ? [] : missing(typed, 'alternative_bg', { bg: 'Напишете какво представлява гербът: това чува човек, който не го вижда.', en: 'Write what the emblem shows: a person who cannot see it hears this.' })),
      ...(file === null ? [] : missing(typed, 'alternative_en', { bg: 'Напишете го и на английски.', en: 'Write it in English as well.' })),
    ],
  }
})
export const contactForm = (typed: Typed): Read<Sent<ContactSetting>> => sent(typed, () => {
  const officer = { name: line(typed, 'officer_name'), email: line(typed, 'officer_email'), phone: line(typed, 'officer_phone') }
  const given = officer.name !== '' || officer.email !== '' || officer.phone !== ''
  return {
    value: { email: line(typed, 'email') || null, phone: line(typed, 'phone'), address: two(typed, 'address'), officer: given ? officer : null },
    wrong: [
      ...email(typed, 'email'), ...email(typed, 'officer_email'),
      ...(given ? missing(typed, 'officer_name', { bg: 'Напишете името или длъжността: иначе човек не знае към кого се обръща.', en: 'Write a name or a post: else people do not know whom they write to.' }) : []),
      ...(given && officer.email === '' && officer.phone === '' ? [{ field: 'officer_email', text: { bg: 'Напишете имейл или телефон: длъжностното лице трябва да може да бъде намерено.', en: 'Write an e-mail or a telephone: it must be possible to reach the officer.' } }] : []),
      ...tooLong(typed, ['email', 'phone', 'officer_name', 'officer_email', 'officer_phone'], 200), ...tooLong(typed, ['address_bg', 'address_en'], 500),
    ],
  }
})
export const fundingForm = (typed: Typed): Read<Sent<FundingSetting>> => sent(typed, () => {
  const shown = typedOne(typed, 'shown')
  const needed = shown !== 'yes' ? [] : [
    ...missing(typed, 'programme_bg', { bg: 'Напишете програмата на български.', en: 'Write the programme in Bulgarian.' }),
    ...missing(typed, 'programme_en', { bg: 'Напишете програмата на английски.', en: 'Write the programme in English.' }),
    ...missing(typed, 'sentence_bg', { bg: 'Напишете изречението на български.', en: 'Write the sentence in Bulgarian.' }),
    ...missing(typed, 'sentence_en', { bg: 'Напишете изречението на английски.', en: 'Write the sentence in English.' }),
  ]
  return {
    value: { shown: shown === 'yes' ? 'yes' : 'no', programme: twoLines(typed, 'programme'), sentence: twoLines(typed, 'sentence'), disclaimer: twoLines(typed, 'disclaimer') },
    wrong: [
      ...(shown === 'yes' || shown === 'no' ? [] : [{ field: 'shown', text: { bg: 'Изберете едно от двете.', en: 'Choose one of the two.' } }]),
      ...needed, ...tooLong(typed, ['programme_bg', 'programme_en'], 200), ...tooLong(typed, ['sentence_bg', 'sentence_en', 'disclaimer_bg', 'disclaimer_en'], 800),
    ],
  }
})
/** An empty password means: the one that is kept stays. */
export type MailboxInput = Omit<Mailbox, 'hasSecret' | 'version'> & { readonly password: string }
export const mailboxForm = (typed: Typed): Read<Sent<MailboxInput>> => sent(typed, () => {
  const host = line(typed, 'host').toLowerCase()
  const port = Number(line(typed, 'port') || '993')
  const isPort = Number.isInteger(port) && port >= 1 && port <= 65_535
  return {
    value: { address: line(typed, 'address'), host, port: isPort ? port : 993, security: typedOne(typed, 'security') === 'starttls' ? 'starttls' : 'tls', userName: line(typed, 'user_name'), folder: line(typed, 'folder') || 'INBOX', password: typedOne(typed, 'password') },
    wrong: [
      ...missing(typed, 'address', { bg: 'Напишете адреса на пощата.', en: 'Write the address of the mailbox.' }), ...email(typed, 'address'),
      ...missing(typed, 'host', { bg: 'Напишете сървъра, например imap.obshtina.bg.', en: 'Write the server, such as imap.municipality.bg.' }),
      ...(host === '' || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host) ? [] : [{ field: 'host', text: { bg: 'Само името на сървъра, без https:// и без път.', en: 'The name of the server only, without https:// and without a path.' } }]),
      ...(isPort ? [] : [{ field: 'port', text: { bg: 'Портът е цяло число от 1 до 65535; обикновено 993.', en: 'The port is a whole number from 1 to 65535, usually 993.' } }]),
      ...missing(typed, 'user_name', { bg: 'Напишете с какво име се влиза в пощата.', en: 'Write the name that signs in to the mailbox.' }),
      ...tooLong(typed, ['address', 'host', 'user_name', 'folder', 'password'], 254),
    ],
  }
})
export const testLetterForm = (typed: Typed): Read<{ readonly to: string }> => {
  const wrong = [...missing(typed, 'to', { bg: 'Напишете на кой имейл да отиде пробното писмо.', en: 'Write which e-mail the test letter shall go to.' }), ...email(typed, 'to')]
  return wrong.length > 0 ? not(wrong) : ok({ to: line(typed, 'to') })
}
const spread = (field: string, value: Bilingual) => ({ [`${field}_bg`]: value.bg, [`${field}_en`]: value.en })
/** What the fields hold, by name: at first, and for showing beside what another person has saved meanwhile. */
export const fromBody = ({ name, department, emblem }: BodySetting): Readonly<Record<string, string>> =>
  ({ ...spread('name', name), ...spread('department', department), ...spread('alternative', emblem?.alternative ?? { bg: '', en: '' }) })
export const fromContact = ({ email: address, phone, address: place, officer }: ContactSetting): Readonly<Record<string, string>> =>
  ({ email: address ?? '', phone, ...spread('address', place), officer_name: officer?.name ?? '', officer_email: officer?.email ?? '', officer_phone: officer?.phone ?? '' })
export const fromFunding = ({ shown, programme, sentence, disclaimer }: FundingSetting): Readonly<Record<string, string>> =>
  ({ shown, ...spread('programme', programme), ...spread('sentence', sentence), ...spread('disclaimer', disclaimer) })
export const fromMailbox = ({ address, host, port, security, userName, folder }: Mailbox): Readonly<Record<string, string>> =>
  ({ address, host, port: String(port), security, user_name: userName, folder })
