// What the forms of the register may send, parsed into values. A row of a file is parsed by the same function.
import { parseDay } from '#kernel/day.ts'
import { typedOne, type Typed, type UploadedFile } from '#kernel/answer.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { type AssetWords, isAssetKind } from './rules.ts'
import type { AssetCount } from './rules/gaps.ts'

const clean = (text: string): string => text.normalize('NFC').replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()
const wrong = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })
export type Cells = Readonly<Record<string, string>>
/** Names of the fields in the form, of the columns in a file. */
export const fields = ['kind', 'name_bg', 'name_en', 'says_bg', 'says_en', 'municipality', 'place', 'owner_bg', 'owner_en', 'website', 'public_contact', 'source', 'source_address', 'as_of', 'illustrative'] as const
type Field = (typeof fields)[number]
export const cellsOfAsset = (one: AssetWords): Readonly<Record<Field, string>> => ({
  kind: one.kind, name_bg: one.name.bg, name_en: one.name.en, says_bg: one.says.bg, says_en: one.says.en, municipality: one.municipality ?? '', place: one.place, owner_bg: one.owner.bg, owner_en: one.owner.en,
  website: one.website, public_contact: one.publicContact, source: one.source, source_address: one.sourceAddress, as_of: one.asOf.split('-').reverse().join('.'), illustrative: one.illustrative === 'yes' ? 'yes' : '',
})

const limits: Partial<Record<Field, number>> = { name_bg: 200, name_en: 200, says_bg: 2000, says_en: 2000, place: 200, owner_bg: 200, owner_en: 200, public_contact: 200, source: 300, website: 300, source_address: 500 }
const isAddress = (text: string): boolean => text === '' || /^https?:\/\/[^\s/]+\S*$/.test(text)
export const wordsOf = (cells: Cells): Result<AssetWords, readonly Problem[]> => {
  const cell = (name: Field): string => clean(cells[name] ?? '')
  const kind = cell('kind'), asOf = parseDay(cell('as_of'))
  const found: readonly Problem[] = [
    ...(isAssetKind(kind) ? [] : [wrong('kind', 'Изберете вид.', 'Choose a kind.')]),
    ...(cell('name_bg') === '' ? [wrong('name_bg', 'Напишете име на български.', 'Write a name in Bulgarian.')] : []),
    ...(cell('source') === '' ? [wrong('source', 'Напишете откъде се знае: документ, сайт, среща.', 'Write where it is known from: a document, a site, a meeting.')] : []),
    ...(asOf === undefined ? [wrong('as_of', 'Напишете към коя дата е вярно: 25.11.2026.', 'Write for which day it holds: 25.11.2026.')] : []),
    ...(['website', 'source_address'] as const).flatMap((name) => (isAddress(cell(name)) ? [] : [wrong(name, 'Адресът започва с https://.', 'The address begins with https://.')])),
    ...(cells.illustrative === undefined || cells.illustrative === '' || cells.illustrative === 'yes' ? [] : [wrong('illustrative', 'Напишете „да“ или „не“.', 'Write “yes” or “no”.')]),
    ...fields.flatMap((name) => { const most = limits[name]; return most !== undefined && cell(name).length > most ? [wrong(name, `Най-много ${most} знака.`, `At most ${most} characters.`)] : [] }),
  ]
  if (found.length > 0 || !isAssetKind(kind) || asOf === undefined) return not(found)
  return ok({
    kind, name: { bg: cell('name_bg'), en: cell('name_en') }, says: { bg: cell('says_bg'), en: cell('says_en') }, municipality: cell('municipality') || null, place: cell('place'), owner: { bg: cell('owner_bg'), en: cell('owner_en') },
    website: cell('website'), publicContact: cell('public_contact'), source: cell('source'), sourceAddress: cell('source_address'), asOf, illustrative: cells.illustrative === 'yes' ? 'yes' : 'no',
  })
}
export type AssetInput = { readonly words: AssetWords; readonly version: number; readonly why: string }
/** A contact is kept only with the word that the body has made it public. */
export const assetForm = (typed: Typed): Result<AssetInput, readonly Problem[]> => {
  const cells: Cells = Object.fromEntries(fields.map((name) => [name, typedOne(typed, name)]))
  const words = wordsOf(cells), why = clean(typedOne(typed, 'why'))
  const found = [
    ...(words.ok ? [] : words.problem),
    ...(clean(cells.public_contact ?? '') !== '' && typedOne(typed, 'contact_is_public') !== 'yes' ? [wrong('contact_is_public', 'Потвърдете, че организацията сама е публикувала този контакт, или изтрийте контакта.', 'Confirm that the body itself has published this contact, or remove it.')] : []),
    ...(why.length > 500 ? [wrong('why', 'Най-много 500 знака.', 'At most 500 characters.')] : []),
  ]
  return words.ok && found.length === 0 ? ok({ words: words.value, version: Number.parseInt(typedOne(typed, 'version'), 10) || 0, why }) : not(found)
}
export type ActInput = { readonly does: 'publish' | 'review' | 'withdraw'; readonly version: number; readonly why: string }
export const actForm = (typed: Typed): Result<ActInput, readonly Problem[]> => {
  const does = typedOne(typed, 'does'), why = clean(typedOne(typed, 'why')), version = Number.parseInt(typedOne(typed, 'version'), 10) || 0
  if (does !== 'publish' && does !== 'review' && does !== 'withdraw') return not([wrong('', 'Изберете какво да стане.', 'Choose what is to happen.')])
  if (does === 'withdraw' && why === '') return not([wrong('why', 'Напишете защо: причината остава в историята.', 'Write why: the reason stays in the history.')])
  return why.length > 500 ? not([wrong('why', 'Най-много 500 знака.', 'At most 500 characters.')]) : ok({ does, version, why })
}
export const importForm = (typed: Typed): Result<UploadedFile, readonly Problem[]> =>
  (typed.files.file === undefined ? not([wrong('file', 'Изберете файл .xlsx или .csv.', 'Choose an .xlsx or .csv file.')]) : ok(typed.files.file))
export const confirmForm = (typed: Typed): Result<'confirm', readonly Problem[]> =>
  (typedOne(typed, 'does') === 'confirm' ? ok('confirm') : not([wrong('', 'Потвърдете внасянето.', 'Confirm the import.')]))

export type CountInput = Pick<AssetCount, 'counts' | 'asOf' | 'source' | 'sourceAddress' | 'illustrative' | 'version'>
export const countField = (code: string): string => `count_${code}`
/** One whole number per district; empty is not known, 0 is none. */
export const countForm = (typed: Typed): Result<CountInput, readonly Problem[]> => {
  const asked = Object.keys(typed.text).filter((name) => name.startsWith('count_'))
  const numbers = asked.map((name) => ({ name, text: clean(typedOne(typed, name)) })).filter(({ text }) => text !== '')
  const asOf = parseDay(typedOne(typed, 'as_of')), source = clean(typedOne(typed, 'source')), sourceAddress = clean(typedOne(typed, 'source_address'))
  const found: readonly Problem[] = [
    ...numbers.flatMap(({ name, text }) => (/^\d{1,5}$/.test(text) ? [] : [wrong(name, 'Напишете цяло число или оставете празно, ако не се знае.', 'Write a whole number, or leave it empty if it is not known.')])),
    ...(source === '' ? [wrong('source', 'Напишете откъде са числата: един източник за всички области.', 'Write where the numbers are from: one source for all districts.')] : source.length > 300 ? [wrong('source', 'Най-много 300 знака.', 'At most 300 characters.')] : []),
    ...(isAddress(sourceAddress) ? [] : [wrong('source_address', 'Адресът започва с https://.', 'The address begins with https://.')]),
    ...(asOf === undefined ? [wrong('as_of', 'Напишете към коя дата са: 25.11.2026.', 'Write for which day they hold: 25.11.2026.')] : []),
  ]
  if (found.length > 0 || asOf === undefined) return not(found)
  return ok({
    counts: Object.fromEntries(numbers.map(({ name, text }) => [name.slice('count_'.length), Number(text)])), asOf, source, sourceAddress,
    illustrative: typedOne(typed, 'illustrative') === 'yes' ? 'yes' : 'no', version: Number.parseInt(typedOne(typed, 'version'), 10) || 0,
  })
}
