// Comments of the national portal, as its file and its interface give them. Facts of the format only; what is done with them is elsewhere.
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { type Incoming, parseCellDay, type ReadIn, type RowProblem, titleOf } from './incoming.ts'
import { toPlainWords, unescapeOnce } from './plain-words.ts'

const anonymous = new Set(['', 'анонимен', 'anonymous'])
const toAuthor = (cell: string): string | null => (anonymous.has(cell.trim().toLowerCase()) ? null : cell.replace(/\s+/g, ' ').trim())
const refuse = (row: number, column: string, text: Problem['text']): RowProblem => ({ row, column, text })
const blank = { email: null, municipality: null, sector: null, topics: [], counted: 0 } as const

/** Row 1: the title in capitals, with or without empty cells behind it; row 2: Коментар,Автор,Дата; then a row per comment. */
export const readPortalRows = (rows: readonly (readonly (string | number)[])[]): Result<ReadIn & { readonly title: string }> => {
  const cells = rows.map((row) => row.map((cell) => String(cell).trim()))
  const head = cells.findIndex((row, at) => at < 5 && row[0]?.toLowerCase() === 'коментар' && row[1]?.toLowerCase() === 'автор' && row[2]?.toLowerCase() === 'дата')
  if (head < 0) return not({ field: 'file', text: {
    bg: 'Това не е файлът с коментари от портала: не се вижда ред „Коментар, Автор, Дата“. Изтеглете го от страницата на консултацията след края ѝ.',
    en: 'This is not the portal’s file of comments: there is no row “Коментар, Автор, Дата”. Download it from the page of the consultation after its end.',
  } })
  const problems: RowProblem[] = [], read: Incoming[] = []
  for (const [at, row] of cells.entries()) {
    if (at <= head || row.every((cell) => cell === '')) continue
    const text = unescapeOnce(toPlainWords(row[0] ?? '')), day = parseCellDay(row[2] ?? '')
    if (text === '') problems.push(refuse(at + 1, 'Коментар', { bg: 'Няма текст.', en: 'There is no text.' }))
    else if (day === undefined) problems.push(refuse(at + 1, 'Дата', { bg: `„${row[2] ?? ''}“ не е дата като 25.11.2026.`, en: `“${row[2] ?? ''}” is not a day like 25.11.2026.` }))
    else read.push({ ...blank, row: at + 1, title: titleOf(text), text, author: toAuthor(row[1] ?? ''), receivedOn: day, reference: '' })
  }
  return ok({ rows: read, problems, title: cells.slice(0, head).map((row) => row[0] ?? '').find((cell) => cell !== '') ?? '' })
}

type Served = { readonly id: number; readonly date: string; readonly author_name: string | null; readonly text: string }
const isServed = (one: unknown): one is Served => typeof one === 'object' && one !== null
  && Number.isSafeInteger((one as Served).id) && typeof (one as Served).date === 'string' && typeof (one as Served).text === 'string'
  && ((one as Served).author_name === null || typeof (one as Served).author_name === 'string')
const wrongAnswer = (bg: string, en: string) => not<Problem>({ field: 'consultation', text: { bg, en } })

/** The answer of the interface. What it says with an error, also under HTTP 200, is an error here. */
export const readPortalAnswer = (answer: unknown): Result<ReadIn> => {
  if (typeof answer === 'object' && answer !== null && !Array.isArray(answer) && 'error' in answer) {
    const { error } = answer as { readonly error: unknown }
    const said = (typeof error === 'string' ? error : JSON.stringify(error) ?? '').slice(0, 300)
    return wrongAnswer(`Порталът отговори с грешка: ${said}. Нищо не е променено.`, `The portal answered with an error: ${said}. Nothing was changed.`)
  }
  if (!Array.isArray(answer)) return wrongAnswer('Порталът отговори с нещо, което не е списък от коментари. Нищо не е променено.', 'The portal answered with something that is not a list of comments. Nothing was changed.')
  const problems: RowProblem[] = [], rows: Incoming[] = []
  for (const [at, one] of (answer as readonly unknown[]).entries()) {
    const row = at + 1
    if (!isServed(one)) { problems.push(refuse(row, '', { bg: 'Липсва поле на коментара.', en: 'A field of the comment is missing.' })); continue }
    const text = toPlainWords(unescapeOnce(one.text)), day = parseCellDay(one.date)
    if (day === undefined) problems.push(refuse(row, 'date', { bg: `„${one.date}“ не е дата.`, en: `“${one.date}” is not a day.` }))
    else if (text === '') problems.push(refuse(row, 'text', { bg: 'Няма текст.', en: 'There is no text.' }))
    else rows.push({ ...blank, row, title: titleOf(text), text, author: toAuthor(unescapeOnce(one.author_name ?? '')), receivedOn: day, reference: String(one.id) })
  }
  return ok({ rows, problems })
}
/** A shrunken answer deletes nothing; it is told. null: nothing to tell. */
export const sayDifference = ({ served, before }: { readonly served: number; readonly before: number | null }): Problem['text'] | null =>
  before === null || served >= before ? null : {
    bg: `Порталът връща с ${before - served} по-малко от предишния път (${served} вместо ${before}). Нищо тук не е изтрито: проверете при портала.`,
    en: `The portal serves ${before - served} fewer than last time (${served} instead of ${before}). Nothing is deleted here: ask the portal.`,
  }
