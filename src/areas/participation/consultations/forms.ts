// What the forms of consultations send, parsed: the fields of a consultation, a comment, a file, the words of a new draft.
import { parseDay } from '#kernel/day.ts'
import { typedOne, type Typed, type UploadedFile } from '#kernel/answer.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { isEmail } from '#areas/people/contacts/rules.ts'
import { actTypes, fileKinds, levels, type Fields, type FileKind } from './rules.ts'

export const longestComment = 10_000
export const longestWording = 10_000
export const enteredChannels = ['post', 'paper', 'email', 'phone'] as const
const clean = (text: string): string => text.normalize('NFC').replace(/[\u202a-\u202e\u2066-\u2069]/g, '').trim()
const text = (typed: Typed, field: string): string => clean(typedOne(typed, field))
const line = (typed: Typed, field: string): string => text(typed, field).replace(/\s+/g, ' ')
const need = (value: string, problem: Problem): readonly Problem[] => (value === '' ? [problem] : [])
const most = (typed: Typed, field: string, length: number): readonly Problem[] => (text(typed, field).length > length ? [{ field, text: { bg: `Най-много ${length} знака; сега са ${text(typed, field).length}.`, en: `At most ${length} characters; there are ${text(typed, field).length} now.` } }] : [])

export type CommentInput = {
  readonly sentence: number | null; readonly quote: string; readonly says: string; readonly wording: string
  readonly name: string; readonly email: string; readonly choice: 'name' | 'initials' | 'citizen'; readonly kind: 'person' | 'organisation'
  readonly channel: string; readonly receivedOn: string
}
/** Whether an address is asked for depends on who writes: the page says so. */
export const commentForm = (typed: Typed): Result<CommentInput, readonly Problem[]> => {
  const says = text(typed, 'says'), wording = text(typed, 'wording'), email = line(typed, 'email'), sentence = typedOne(typed, 'sentence'), received = typedOne(typed, 'received_on'), receivedOn = received === '' ? '' : parseDay(received)
  const choice = typedOne(typed, 'choice'), name = line(typed, 'name')
  const wrong: readonly Problem[] = [
    ...(says.length + wording.length < 3 ? [{ field: 'says', text: { bg: 'Напишете бележка или предложете друг текст.', en: 'Write a comment or propose another wording.' } }] : []),
    ...most(typed, 'says', longestComment), ...most(typed, 'wording', longestWording), ...most(typed, 'quote', 5_000), ...most(typed, 'name', 200),
    ...(email !== '' && !isEmail(email) ? [{ field: 'email', text: { bg: 'Адресът не е пълен. Пишете го така: ivan@example.bg.', en: 'The address is not complete. Write it like this: ivan@example.bg.' } }] : []),
    ...(receivedOn === undefined ? [{ field: 'received_on', text: { bg: 'Напишете деня така: 25.11.2026.', en: 'Write the day like this: 25.11.2026.' } }] : []),
  ]
  return wrong.length > 0 ? not(wrong) : ok({
    sentence: /^\d{1,3}$/.test(sentence) ? Number(sentence) : null, quote: text(typed, 'quote'), says, wording, name, email,
    choice: choice === 'name' || choice === 'citizen' ? choice : 'initials', kind: typedOne(typed, 'kind') === 'organisation' ? 'organisation' : 'person', channel: typedOne(typed, 'channel'), receivedOn: receivedOn ?? '',
  })
}
/** What a visitor must give beside the words. */
export const lacksOfVisitor = ({ name, email }: Pick<CommentInput, 'name' | 'email'>): readonly Problem[] => [
  ...need(name, { field: 'name', text: { bg: 'Напишете име или псевдоним.', en: 'Write a name or an alias.' } }),
  ...need(email, { field: 'email', text: { bg: 'Напишете адрес: на него ще дойде връзка за потвърждение. Той не се публикува.', en: 'Write an address: a link to confirm will come to it. It is not published.' } }),
]

export type FieldsInput = { readonly version: number; readonly text: number; readonly fields: Fields }
export const fieldsForm = (typed: Typed): Result<FieldsInput, readonly Problem[]> => {
  const both = (name: string) => ({ bg: text(typed, `${name}_bg`), en: text(typed, `${name}_en`) })
  const opensOn = parseDay(typedOne(typed, 'opens_on')), closesOn = parseDay(typedOne(typed, 'closes_on'))
  const level = levels.find((one) => one === typedOne(typed, 'level')), actType = line(typed, 'act_type')
  const fields = {
    level: level ?? 'municipal', actType, policyArea: line(typed, 'policy_area'), institution: line(typed, 'institution'), unit: line(typed, 'unit'), registrationNumber: line(typed, 'registration_number'), programme: line(typed, 'programme'),
    title: both('title'), says: both('says'), ways: both('ways'), contacts: text(typed, 'contacts'), shortTermReason: both('short_term_reason'), opensOn: opensOn ?? '', closesOn: closesOn ?? '',
  }
  const day = { bg: 'Напишете деня така: 25.11.2026.', en: 'Write the day like this: 25.11.2026.' }
  const inBoth = (name: 'title' | 'ways', bg: string, en: string): readonly Problem[] => [
    ...need(fields[name].bg, { field: `${name}_bg`, text: { bg: `${bg} на български.`, en: `${en} in Bulgarian.` } }), ...need(fields[name].en, { field: `${name}_en`, text: { bg: `${bg} на английски.`, en: `${en} in English.` } }),
  ]
  const wrong: readonly Problem[] = [
    ...inBoth('title', 'Напишете заглавие', 'Write a title'),
    ...(level === undefined ? [{ field: 'level', text: { bg: 'Изберете ниво.', en: 'Choose a level.' } }] : []),
    ...(level !== undefined && !actTypes[level].includes(actType) ? [{ field: 'act_type', text: { bg: 'Изберете вид акт от избраното ниво.', en: 'Choose a type of act of the chosen level.' } }] : []),
    ...need(fields.policyArea, { field: 'policy_area', text: { bg: 'Напишете област на политика.', en: 'Write a policy area.' } }), ...need(fields.institution, { field: 'institution', text: { bg: 'Напишете кой провежда обсъждането.', en: 'Write who consults.' } }),
    ...(opensOn === undefined ? [{ field: 'opens_on', text: day }] : []), ...(closesOn === undefined ? [{ field: 'closes_on', text: day }] : []),
    ...inBoth('ways', 'Напишете как се изпращат предложения', 'Write how proposals are sent'), ...need(fields.contacts, { field: 'contacts', text: { bg: 'Напишете към кого да се обърнат хората.', en: 'Write whom people may ask.' } }),
    ...['title_bg', 'title_en', 'policy_area', 'act_type'].flatMap((field) => most(typed, field, 200)), ...['unit', 'institution', 'programme'].flatMap((field) => most(typed, field, 300)), ...most(typed, 'registration_number', 100),
    ...['says_bg', 'says_en', 'contacts', 'short_term_reason_bg', 'short_term_reason_en'].flatMap((field) => most(typed, field, 2_000)), ...['ways_bg', 'ways_en'].flatMap((field) => most(typed, field, 5_000)),
  ]
  return wrong.length > 0 ? not(wrong) : ok({ version: Number.parseInt(typedOne(typed, 'version'), 10) || 0, text: Number.parseInt(typedOne(typed, 'text'), 10) || 0, fields })
}
/** What the fields hold, by name. */
export const fromFields = ({ title, says, ways, shortTermReason, ...one }: Fields): Readonly<Record<string, string>> => ({
  level: one.level, act_type: one.actType, policy_area: one.policyArea, institution: one.institution, unit: one.unit, registration_number: one.registrationNumber, programme: one.programme, contacts: one.contacts,
  title_bg: title.bg, title_en: title.en, says_bg: says.bg, says_en: says.en, ways_bg: ways.bg, ways_en: ways.en, short_term_reason_bg: shortTermReason.bg, short_term_reason_en: shortTermReason.en,
  opens_on: one.opensOn.split('-').reverse().join('.'), closes_on: one.closesOn.split('-').reverse().join('.'),
})
export const openForm = (typed: Typed): Result<'open', readonly Problem[]> => (typedOne(typed, 'does') === 'open' ? ok('open') : not([]))
export const newDraftForm = (typed: Typed): Result<{ readonly says: Fields['says'] }, readonly Problem[]> => {
  const says = { bg: text(typed, 'says_bg'), en: text(typed, 'says_en') }
  const wrong = [...need(says.bg, { field: 'says_bg', text: { bg: 'Напишете с едно изречение какво е променено.', en: 'Write in one sentence what was changed, in Bulgarian.' } }), ...need(says.en, { field: 'says_en', text: { bg: 'Напишете го и на английски.', en: 'Write it in English as well.' } }), ...most(typed, 'says_bg', 2_000), ...most(typed, 'says_en', 2_000)]
  return wrong.length > 0 ? not(wrong) : ok({ says })
}
export type FileInput = { readonly does: 'add'; readonly kind: FileKind; readonly title: Fields['title']; readonly file: UploadedFile } | { readonly does: 'takeBack'; readonly id: string }
export const fileForm = (typed: Typed): Result<FileInput, readonly Problem[]> => {
  if (typedOne(typed, 'does') === 'takeBack') return ok({ does: 'takeBack', id: typedOne(typed, 'id') })
  const kind = fileKinds.find((one) => one === typedOne(typed, 'kind')), title = { bg: line(typed, 'title_bg'), en: line(typed, 'title_en') }, { file } = typed.files
  const wrong: readonly Problem[] = [
    ...(kind === undefined ? [{ field: 'kind', text: { bg: 'Изберете какъв е документът.', en: 'Choose what the document is.' } }] : []),
    ...need(title.bg, { field: 'title_bg', text: { bg: 'Напишете заглавие.', en: 'Write a title in Bulgarian.' } }), ...need(title.en, { field: 'title_en', text: { bg: 'Напишете заглавието и на английски.', en: 'Write the title in English as well.' } }), ...most(typed, 'title_bg', 300), ...most(typed, 'title_en', 300),
    ...(file === undefined ? [{ field: 'file', text: { bg: 'Изберете файл.', en: 'Choose a file.' } }] : []),
  ]
  return wrong.length > 0 || kind === undefined || file === undefined ? not(wrong) : ok({ does: 'add', kind, title, file })
}
