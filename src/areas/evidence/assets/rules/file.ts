// A file of assets and back: which column is which, in either language or as our own template names them.
import { type FileRow, readNamedRows } from '#kernel/sheet.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Result } from '#kernel/result.ts'
import { type Asset, assetKinds } from '../rules.ts'
import { kindNames } from './names.ts'

const heads: Readonly<Record<string, readonly string[]>> = {
  kind: ['вид', 'тип', 'type'], name_bg: ['име', 'наименование', 'име на български', 'name'], name_en: ['име на английски', 'name in english'], says_bg: ['описание', 'description'], says_en: ['описание на английски', 'description in english'],
  municipality: ['община'], place: ['място', 'адрес', 'населено място', 'address'], owner_bg: ['собственик', 'оператор', 'собственик или оператор', 'owner'], owner_en: ['собственик на английски', 'owner in english'],
  website: ['сайт', 'уебсайт', 'site', 'web'], public_contact: ['публичен контакт', 'public contact', 'контакт', 'contact'], source: ['източник'], source_address: ['адрес на източника', 'source address', 'link'],
  as_of: ['към дата', 'дата', 'as of', 'date'], illustrative: ['пример', 'примерно', 'example'],
}
export const columns = Object.keys(heads)
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s_]+/g, ' ').trim()
const fieldOf = (head: string): string | undefined => columns.find((field) => plain(field) === plain(head) || heads[field]?.includes(plain(head)))
const kindOf = (text: string): string => assetKinds.find((kind) => [kind, kindNames[kind].bg, kindNames[kind].en].some((one) => plain(one) === plain(text))) ?? text
/** Words people write, as the keys they stand for; what is not known stays and is told as a mistake of its row. */
const keyed = (field: string, cell: string): string => {
  const text = cell.trim()
  if (field === 'kind') return kindOf(text)
  return field === 'illustrative' ? (/^(да|yes|1|x|true)$/i.test(text) ? 'yes' : /^(не|no|0|false)?$/i.test(text) ? '' : text) : text
}
export const mostRows = 2_000
/** `row` is the number as the spreadsheet shows it. The head is the first row in which a kind and a name are named. */
export const readRows = (rows: readonly (readonly string[])[]): Result<readonly FileRow[], Bilingual> => readNamedRows(rows, {
  fieldOf, keyed, needs: ['kind', 'name_bg'], most: mostRows,
  noHead: { bg: 'Няма ред със заглавия „Вид“ и „Име“. Изтеглете образеца и сложете данните си в него.', en: 'There is no row with the heads “Kind” and “Name”. Download the template and put your data into it.' },
})
/** The register as rows in the order of the template, so that it is read back as it was. */
export const toRows = (assets: readonly Asset[]): readonly (readonly string[])[] => [
  columns,
  ...assets.map((one) => [
    one.kind, one.name.bg, one.name.en, one.says.bg, one.says.en, one.municipality ?? '', one.place, one.owner.bg, one.owner.en, one.website, one.publicContact, one.source, one.sourceAddress, one.asOf, one.illustrative === 'yes' ? 'yes' : '',
  ]),
]
