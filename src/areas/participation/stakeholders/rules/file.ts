// A file of stakeholders and back: which column is which, in either language or as our own template names them.
import { type FileRow, readNamedRows } from '#kernel/sheet.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Result } from '#kernel/result.ts'
import { sectors } from '#areas/participation/proposals/rules.ts'
import { sectorNames } from '#areas/participation/proposals/rules/names.ts'
import { channels, kinds, type Stakeholder } from '../rules.ts'

const heads: Readonly<Record<string, readonly string[]>> = {
  kind: ['вид', 'kind', 'type'], name_bg: ['име', 'наименование', 'организация', 'име на български', 'name', 'name_bg', 'organisation', 'organization'], name_en: ['име на английски', 'name in english', 'name_en'],
  person: ['лице за контакт', 'лице', 'контакт', 'представител', 'contact person', 'person', 'contact'], email: ['имейл', 'e-mail', 'email', 'електронна поща', 'поща'], telephone: ['телефон', 'telephone', 'phone', 'тел', 'тел.'],
  company_number: ['еик', 'булстат', 'еик/булстат', 'company_number', 'company number'], activity_code: ['кид', 'код на дейност', 'activity_code', 'nace', 'activity code'], website: ['сайт', 'уебсайт', 'website', 'site', 'web'],
  sector: ['сектор', 'sector'], second_level: ['подсектор', 'второ ниво', 'second_level', 'second level', 'subsector'], municipality: ['община', 'municipality'], language: ['език', 'language'],
  channel: ['предпочитан канал', 'канал', 'channel', 'preferred channel'], source: ['източник', 'source'], verified_on: ['проверен на', 'дата на проверка', 'verified_on', 'verified on', 'verified'], note: ['бележка', 'бележки', 'note', 'notes'],
}
export const columns = Object.keys(heads)
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
const fieldOf = (head: string): string | undefined => columns.find((field) => field === plain(head) || heads[field]?.includes(plain(head)))

const kindWords: Readonly<Record<string, string>> = { организация: 'organisation', 'неформална група': 'informal', група: 'informal', лице: 'person', човек: 'person', физическо: 'person', 'физическо лице': 'person' }
const channelWords: Readonly<Record<string, string>> = { имейл: 'email', 'e-mail': 'email', поща: 'post', писмо: 'post', телефон: 'phone', лично: 'inPerson', 'на място': 'inPerson' }
const languageWords: Readonly<Record<string, string>> = { български: 'bg', бг: 'bg', английски: 'en', bulgarian: 'bg', english: 'en' }
const sectorOf = (text: string): string => sectors.find((sector) => sector === text || plain(sectorNames[sector].bg) === plain(text) || plain(sectorNames[sector].en) === plain(text)) ?? ({ администрация: 'administration', нпо: 'ngo', 'неправителствен': 'ngo', образование: 'education', наука: 'education', гражданин: 'citizens', медия: 'media', фирма: 'business', фирми: 'business', банка: 'finance', финанси: 'finance', ngos: 'ngo' } as Readonly<Record<string, string>>)[plain(text)] ?? text
/** Words people write, as the keys they stand for; what is not known stays and is told as a mistake of its row. */
const keyed = (field: string, cell: string): string => {
  const text = cell.trim()
  if (field === 'kind') return kinds.find((kind) => kind === text) ?? kindWords[plain(text)] ?? (text === '' ? '' : text)
  if (field === 'channel') return channels.find((channel) => channel === text) ?? channelWords[plain(text)] ?? text
  if (field === 'language') return languageWords[plain(text)] ?? text
  return field === 'sector' ? sectorOf(text) : text
}
export const mostRows = 5_000
/** `row` is the number as the spreadsheet shows it. The head is the first row in which a name and a sector are named. */
export const readRows = (rows: readonly (readonly string[])[]): Result<readonly FileRow[], Bilingual> => readNamedRows(rows, {
  fieldOf, keyed, needs: ['name_bg', 'sector'], most: mostRows,
  noHead: { bg: 'Няма ред със заглавия „Име“ и „Сектор“. Изтеглете образеца и сложете данните си в него.', en: 'There is no row with the heads “Name” and “Sector”. Download the template and put your data into it.' },
})
/** The register as rows, in the order of the template, so that it is read back as it was. */
export const toRows = (entries: readonly Stakeholder[]): readonly (readonly string[])[] => [
  columns,
  ...entries.map((one) => [one.kind, one.name.bg, one.name.en, one.person, one.email ?? '', one.telephone, one.companyNumber ?? '', one.activityCode, one.website, one.sector, one.secondLevel, one.municipality ?? '', one.language, one.channel, one.source, one.verifiedOn, one.note]),
]
