// An own table of proposals: the template, which column means what, and what each row would become. Pure: nothing is stored by looking.
import type { Bilingual } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { type Incoming, parseCellDay, type ReadIn, type RowProblem, titleOf } from './incoming.ts'

export const tableFields = ['text', 'title', 'date', 'author', 'email', 'municipality', 'sector', 'topics', 'reference', 'counted'] as const
export type TableField = (typeof tableFields)[number]
/** place of each field, from 0; null: the table has none */
export type TableMapping = Readonly<Record<TableField, number | null>> & { readonly head: number }
export const fieldNames: Readonly<Record<TableField, Bilingual>> = {
  text: { bg: 'текст', en: 'text' }, title: { bg: 'заглавие', en: 'title' }, date: { bg: 'получено на', en: 'received on' }, author: { bg: 'автор', en: 'author' }, email: { bg: 'имейл', en: 'e-mail' },
  municipality: { bg: 'община', en: 'municipality' }, sector: { bg: 'сектор', en: 'sector' }, topics: { bg: 'теми', en: 'themes' }, reference: { bg: 'номер при източника', en: 'number at the source' }, counted: { bg: 'точки или подкрепа, преброени на ръка', en: 'dots or support, counted by hand' },
}
const other: Readonly<Record<TableField, readonly string[]>> = {
  text: ['предложение', 'предложения', 'описание', 'коментар', 'бележка', 'съдържание', 'proposal', 'body', 'comment', 'description', 'note'], title: ['тема', 'относно', 'subject', 'name'], date: ['дата', 'получено', 'ден', 'date', 'received', 'day'],
  author: ['име', 'подател', 'вносител', 'от', 'name', 'from', 'sender'], email: ['e-mail', 'email', 'мейл', 'поща', 'адрес'], municipality: ['населено място', 'municipality', 'place'], sector: ['сектор', 'група', 'group'],
  topics: ['тема на предложението', 'тематика', 'topic', 'topics', 'theme'], reference: ['номер', '№', 'вх. номер', 'входящ номер', 'id', 'reference', 'number'], counted: ['точки', 'подкрепа', 'гласове', 'dots', 'votes', 'support'],
}
const bare = (cell: string | number | undefined): string => String(cell ?? '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ').replace(/[:*.]+$/, '').trim()
type Rows = readonly (readonly (string | number)[])[]

/** A first guess by the names of columns; the row of names is the first that says the most. */
export const guessTableMapping = (rows: Rows): TableMapping => {
  const guess = (row: readonly (string | number)[]): Record<TableField, number | null> => {
    const heads = row.map(bare), taken = new Set<number>()
    const place = (field: TableField): number | null => {
      const names = [fieldNames[field].bg, fieldNames[field].en, field, ...other[field]]
      const found = names.map((name) => heads.findIndex((head, at) => head === name && !taken.has(at))).find((at) => at >= 0)
      if (found !== undefined) taken.add(found)
      return found ?? null
    }
    return Object.fromEntries(tableFields.map((field) => [field, place(field)])) as Record<TableField, number | null>
  }
  const guesses = rows.slice(0, 10).map((row, head) => ({ head, ...guess(row) }))
  const score = (one: TableMapping): number => tableFields.filter((field) => one[field] !== null).length
  const best = guesses.reduce<TableMapping | undefined>((most, one) => (most === undefined || score(one) > score(most) ? one : most), undefined)
  return best ?? ({ head: 0, ...guess([]) })
}
export const mappingProblems = (mapping: TableMapping): readonly Problem[] => {
  const used = tableFields.filter((field) => mapping[field] !== null)
  const double = used.find((field, at) => used.slice(0, at).some((before) => mapping[before] === mapping[field]))
  return [
    ...(mapping.text === null && mapping.title === null ? [{ field: 'text', text: { bg: 'Посочете в коя колона е текстът.', en: 'Say which column holds the text.' } }] : []),
    ...(double === undefined ? [] : [{ field: double, text: { bg: 'Тази колона вече е избрана за друго поле.', en: 'This column is chosen for another field already.' } }]),
  ]
}

export type TableWords = {
  readonly municipalities: readonly { readonly code: string; readonly name: Bilingual }[]
  readonly sectors: readonly { readonly key: string; readonly name: Bilingual }[]
  readonly topics: readonly { readonly key: string; readonly name: Bilingual }[]
  /** for rows whose table has no dates */
  readonly today: string
}
const isAddress = (text: string): boolean => text.length <= 254 && /^[^@\s<>"(),;]{1,64}@[^@\s<>"(),;]+\.[^@\s<>"(),;.]{2,}$/.test(text)
const find = (list: readonly { readonly name: Bilingual; readonly key?: string; readonly code?: string }[], cell: string): string | undefined => {
  const wanted = bare(cell).replace(/^община /, '').replace(/ municipality$/, '')
  const one = list.find(({ name, key, code }) => [name.bg, name.en, key ?? '', code ?? ''].some((each) => bare(each) === wanted && each !== ''))
  return one?.key ?? one?.code
}
const most = 20_000

/** What every row would become; a row that does not fit is named with its number as the spreadsheet counts. */
export const readTableRows = (rows: Rows, { mapping, words }: { readonly mapping: TableMapping; readonly words: TableWords }): ReadIn => {
  const problems: RowProblem[] = [], read: Incoming[] = []
  for (const [at, cells] of rows.entries()) {
    if (at <= mapping.head || cells.every((cell) => String(cell).trim() === '')) continue
    const row = at + 1
    const cell = (field: TableField): string => (mapping[field] === null ? '' : String(cells[mapping[field]] ?? '').normalize('NFC').trim())
    const wrong: RowProblem[] = []
    const refuse = (field: TableField, bg: string, en: string): void => { wrong.push({ row, column: field, text: { bg, en } }) }
    const text = cell('text') || cell('title'), title = cell('title').slice(0, 200)
    if (text.length < 3) refuse('text', 'Няма текст.', 'There is no text.')
    if (text.length > most) refuse('text', `Текстът е над ${most} знака.`, `The text is longer than ${most} characters.`)
    const day = cell('date') === '' ? words.today : parseCellDay(cell('date'))
    if (day === undefined) refuse('date', `„${cell('date').slice(0, 40)}“ не е дата като 25.11.2026.`, `“${cell('date').slice(0, 40)}” is not a day like 25.11.2026.`)
    else if (day > words.today) refuse('date', `${cell('date')} е в бъдещето.`, `${cell('date')} is in the future.`)
    if (cell('email') !== '' && !isAddress(cell('email'))) refuse('email', `„${cell('email').slice(0, 60)}“ не е адрес на имейл.`, `“${cell('email').slice(0, 60)}” is not an e-mail address.`)
    const municipality = cell('municipality') === '' ? null : find(words.municipalities, cell('municipality'))
    if (municipality === undefined) refuse('municipality', `Няма община „${cell('municipality').slice(0, 60)}“ в областта.`, `There is no municipality “${cell('municipality').slice(0, 60)}” in the district.`)
    const sector = cell('sector') === '' ? null : find(words.sectors, cell('sector'))
    if (sector === undefined) refuse('sector', `„${cell('sector').slice(0, 60)}“ не е сред секторите.`, `“${cell('sector').slice(0, 60)}” is not among the sectors.`)
    const counted = cell('counted') === '' ? 0 : /^\d{1,6}$/.test(cell('counted')) ? Number(cell('counted')) : undefined
    if (counted === undefined) refuse('counted', `„${cell('counted').slice(0, 20)}“ не е цяло число.`, `“${cell('counted').slice(0, 20)}” is not a whole number.`)
    const topics = cell('topics').split(/\s*[,;|]\s*/).filter((one) => one !== '').map((one) => ({ one, key: find(words.topics, one) }))
    for (const { one, key } of topics) if (key === undefined) refuse('topics', `Няма тема „${one.slice(0, 60)}“.`, `There is no theme “${one.slice(0, 60)}”.`)
    if (wrong.length > 0) problems.push(...wrong)
    else read.push({
      row, title: title || titleOf(text), text, author: cell('author').slice(0, 200) || null, email: cell('email').toLowerCase() || null, municipality: municipality ?? null, sector: sector ?? null,
      receivedOn: day ?? words.today, topics: topics.flatMap(({ key }) => key ?? []), reference: cell('reference').slice(0, 300), counted: counted ?? 0,
    })
  }
  return { rows: read, problems }
}
/** The template: names of the columns in one language and an example, which is taken out before one writes. */
export const templateRows = (language: 'bg' | 'en'): readonly (readonly string[])[] => [
  tableFields.map((field) => fieldNames[field][language]),
  language === 'bg'
    ? ['ПРИМЕР, изтрийте реда: Да се обособи зала, в която ученици и фирми работят заедно.', 'Зала за ученици и фирми', '25.11.2026', 'Петя Иванова', '', '', 'граждани', 'Умения и образование', '12-00-34', '']
    : ['EXAMPLE, delete this row: Let there be a room in which pupils and firms work together.', 'A room for pupils and firms', '25.11.2026', 'Petya Ivanova', '', '', 'citizens', 'Skills and education', '12-00-34', ''],
]
export const isExampleRow = (row: readonly (string | number)[]): boolean => row.some((cell) => /^(?:ПРИМЕР, изтрийте реда|EXAMPLE, delete this row)/.test(String(cell)))

/** All or nothing: what may be taken in, or the rows that stand in its way. */
export const judgeRows = ({ rows, problems }: ReadIn): Result<readonly Incoming[], readonly Problem[]> => {
  if (problems.length === 0) return rows.length === 0 ? not([{ field: '', text: { bg: 'Във файла няма нито един ред с текст.', en: 'There is not one row with a text in the file.' } }]) : ok(rows)
  const numbers = [...new Set(problems.map(({ row }) => row))]
  const listed = numbers.slice(0, 12).join(', ') + (numbers.length > 12 ? ' …' : '')
  return not([{ field: '', text: {
    bg: numbers.length === 1 ? `Нищо не е прието, защото ред ${listed} има грешка: ${problems[0]?.text.bg ?? ''} Поправете файла и го качете отново.` : `Нищо не е прието: грешки има в редове ${listed}. Поправете файла и го качете отново.`,
    en: numbers.length === 1 ? `Nothing was taken in, because row ${listed} has an error: ${problems[0]?.text.en ?? ''} Mend the file and bring it again.` : `Nothing was taken in: there are errors in rows ${listed}. Mend the file and bring it again.`,
  } }])
}
