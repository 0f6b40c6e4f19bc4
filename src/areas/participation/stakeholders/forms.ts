// What the forms of the register may send, parsed into values. A row of a file is parsed by the same function.
import { parseDay } from '#kernel/day.ts'
import { typedOne, type Typed, type UploadedFile } from '#kernel/answer.ts'
import { isLanguage } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { isEmail } from '#areas/people/contacts/rules.ts'
import { channels, isCompanyNumber, isSector, kinds, type StakeholderWords } from './rules.ts'

const clean = (text: string): string => text.normalize('NFC').replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()
const wrong = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })
export type Cells = Readonly<Record<string, string>>
/** Names of the fields in the form, of the columns in a file. */
export const fields = ['kind', 'name_bg', 'name_en', 'person', 'email', 'telephone', 'company_number', 'activity_code', 'website', 'sector', 'second_level', 'municipality', 'language', 'channel', 'source', 'verified_on', 'note'] as const

export const wordsOf = (cells: Cells): Result<StakeholderWords, readonly Problem[]> => {
  const cell = (name: (typeof fields)[number]): string => clean(cells[name] ?? '')
  const kind = kinds.find((one) => one === cell('kind')) ?? 'organisation'
  const number = cell('company_number').replace(/^BG/i, '').replace(/\s/g, '')
  const verified = parseDay(cell('verified_on')), sector = cell('sector'), email = cell('email'), language = cell('language')
  const words = {
    kind, name: { bg: cell('name_bg'), en: cell('name_en') }, person: kind === 'person' ? '' : cell('person'), email: email === '' ? null : email.toLowerCase(), telephone: cell('telephone'), companyNumber: number === '' ? null : number,
    activityCode: cell('activity_code'), website: cell('website'), sector: isSector(sector) ? sector : 'citizens' as const, secondLevel: cell('second_level'), municipality: cell('municipality') || null, language: isLanguage(language) ? language : 'bg' as const,
    channel: channels.find((one) => one === cell('channel')) ?? 'email' as const, source: cell('source'), verifiedOn: verified ?? '', note: cell('note'),
  }
  const found: readonly Problem[] = [
    ...(words.name.bg === '' ? [wrong('name_bg', 'Напишете име.', 'Write a name.')] : words.name.bg.length > 200 ? [wrong('name_bg', 'Най-много 200 знака.', 'At most 200 characters.')] : []),
    ...(isSector(sector) ? [] : [wrong('sector', 'Изберете сектор.', 'Choose a sector.')]),
    ...(words.source === '' ? [wrong('source', 'Напишете откъде е записът: списък, среща, сайт.', 'Write where the entry comes from: a list, a meeting, a site.')] : words.source.length > 300 ? [wrong('source', 'Най-много 300 знака.', 'At most 300 characters.')] : []),
    ...(verified === undefined ? [wrong('verified_on', 'Напишете кога е проверен: 25.11.2026.', 'Write when it was verified: 25.11.2026.')] : []),
    ...(email === '' || isEmail(email) ? [] : [wrong('email', 'Имейлът трябва да изглежда така: ime@primer.bg.', 'The e-mail should look like this: name@example.bg.')]),
    ...(number === '' || isCompanyNumber(number) ? [] : [wrong('company_number', 'Контролната цифра не съвпада: проверете ЕИК.', 'The check digit does not fit: look at the number again.')]),
    ...(words.website === '' || /^https?:\/\/[^\s/]+\S*$/.test(words.website) ? [] : [wrong('website', 'Адресът започва с https://.', 'The address begins with https://.')]),
    ...(words.telephone.length > 40 ? [wrong('telephone', 'Най-много 40 знака.', 'At most 40 characters.')] : []), ...(words.activityCode.length > 10 ? [wrong('activity_code', 'Най-много 10 знака.', 'At most 10 characters.')] : []),
    ...(words.secondLevel.length > 100 ? [wrong('second_level', 'Най-много 100 знака.', 'At most 100 characters.')] : []), ...(words.note.length > 2000 ? [wrong('note', 'Най-много 2000 знака.', 'At most 2000 characters.')] : []),
  ]
  return found.length > 0 ? not(found) : ok(words)
}
const cellsOf = (typed: Typed): Cells => Object.fromEntries(fields.map((name) => [name, typedOne(typed, name)]))
export type StakeholderInput = { readonly words: StakeholderWords; readonly anyway: 'yes' | 'no'; readonly version: number }
export const stakeholderForm = (typed: Typed): Result<StakeholderInput, readonly Problem[]> => {
  const words = wordsOf(cellsOf(typed))
  return words.ok ? ok({ words: words.value, anyway: typedOne(typed, 'anyway') === 'yes' ? 'yes' : 'no', version: Number.parseInt(typedOne(typed, 'version'), 10) || 0 }) : words
}
export type EntryInput = { readonly does: 'rate'; readonly issue: string; readonly interest: number; readonly influence: number; readonly reason: string } | { readonly does: 'object' | 'again' } | { readonly does: 'merge'; readonly into: string }
export const entryForm = (typed: Typed): Result<EntryInput, readonly Problem[]> => {
  const does = typedOne(typed, 'does')
  if (does === 'object' || does === 'again') return ok({ does })
  if (does === 'merge') return typedOne(typed, 'into') === '' ? not([wrong('into', 'Изберете с кого е един и същ.', 'Choose whom it is the same as.')]) : ok({ does, into: typedOne(typed, 'into') })
  const grade = (name: string): number => (/^[1-5]$/.test(typedOne(typed, name)) ? Number(typedOne(typed, name)) : 0)
  const value = { does: 'rate' as const, issue: typedOne(typed, 'issue'), interest: grade('interest'), influence: grade('influence'), reason: clean(typedOne(typed, 'reason')) }
  const found: readonly Problem[] = [
    ...(/^[a-z][a-zA-Z]{1,40}$/.test(value.issue) ? [] : [wrong('issue', 'Изберете тема.', 'Choose a theme.')]),
    ...(value.interest === 0 ? [wrong('interest', 'Изберете от 1 до 5.', 'Choose from 1 to 5.')] : []), ...(value.influence === 0 ? [wrong('influence', 'Изберете от 1 до 5.', 'Choose from 1 to 5.')] : []),
    ...(value.reason === '' ? [wrong('reason', 'Напишете защо: оценката остава с причината си.', 'Write why: the rating stays with its reason.')] : value.reason.length > 500 ? [wrong('reason', 'Най-много 500 знака.', 'At most 500 characters.')] : []),
  ]
  return found.length > 0 ? not(found) : ok(value)
}
export const importForm = (typed: Typed): Result<UploadedFile, readonly Problem[]> =>
  (typed.files.file === undefined ? not([wrong('file', 'Изберете файл .xlsx или .csv.', 'Choose an .xlsx or .csv file.')]) : ok(typed.files.file))
/** For each row of the draft that may be entered: as a new entry, or left out. */
export const confirmForm = (typed: Typed): Result<ReadonlyMap<number, 'new' | 'skip'>, readonly Problem[]> =>
  ok(new Map(Object.entries(typed.text).flatMap(([field, [said = '']]) => (/^row_\d+$/.test(field) && (said === 'new' || said === 'skip') ? [[Number(field.slice(4)), said] as const] : []))))
