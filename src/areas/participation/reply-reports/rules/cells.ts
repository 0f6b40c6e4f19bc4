// The cells of a reply report in one language: the same for the web page, the document and the CSV, so that no form can say something else.
import { toCsvFile } from '#kernel/csv.ts'
import type { Language } from '#kernel/language.ts'
import { decisions, wasDone, wordsIn } from '#areas/participation/answers/rules.ts'
import { authorIn, channelIn, decisionOf, type Column, type Row } from '../rules.ts'

const merges: Readonly<Record<Language, string>> = { bg: 'Обединени', en: 'Merged' }
export const sayDay = (day: string): string => `${day.split('-').reverse().join('.')}`
const both = (row: Row, language: Language): string => [row.title === '' || row.text.startsWith(row.title) ? '' : row.title, row.text].filter((part) => part !== '').join('\n') || (language === 'bg' ? '(без текст)' : '(no text)')
/** Several people behind one row are counted, not lined up one under the other a hundred times. */
const authors = (row: Row, language: Language): string => {
  const { bg, en } = authorIn(row)
  const first = `${language === 'bg' ? bg : en}, ${channelIn(row.channel)[language]}, ${sayDay(row.receivedOn)}`
  if (row.merged.length === 0) return first
  const others = Map.groupBy(row.merged, (one) => `${authorIn(one)[language]}, ${channelIn(one.channel)[language]}`)
  return [first, ...[...others].map(([name, some]) => (some.length === 1 ? name : `${name} (${some.length})`))].join('; ')
}
export const cellOf = (row: Row, column: Column, language: Language): string => {
  const parts = (of: (answer: Row['answers'][number]) => string): string => row.answers.map((answer) => ({ answer, text: of(answer) })).filter(({ text }) => text !== '')
    .map(({ answer, text }) => (answer.part === null ? text : `${answer.part}: ${text}`)).join('\n')
  switch (column) {
    case 'number': return row.number
    case 'author': return authors(row, language)
    case 'text': return both(row, language)
    case 'decision': return parts(({ decision }) => decisions[decision][language])
    case 'reason': return parts(({ reason, addition }) => [wordsIn(reason, language).text, wordsIn(addition, language).text].filter((one) => one !== '').join('\n'))
    case 'place': return [parts(({ place }) => place), row.passage, row.merged.length === 0 ? '' : `${merges[language]}: ${row.merged.map(({ number }) => number).join(', ')}`].filter((part) => part !== '').join('\n')
  }
}
/** Without the last column the merged numbers stand with the row's own: none is ever left out. */
export const cellsOf = (row: Row, { columns, language }: { readonly columns: readonly Column[]; readonly language: Language }): readonly string[] => columns.map((column) =>
  (column === 'number' && !columns.includes('place') && row.merged.length > 0 ? [row.number, ...row.merged.map(({ number }) => number)].join('\n') : cellOf(row, column, language)))

export const toCsv = (lines: readonly (readonly string[])[]): string => toCsvFile(lines, { separator: ',', mark: 'withMark' })

const youSaidHead: Readonly<Record<Language, readonly string[]>> = {
  bg: ['Обсъждане', '№', 'Заглавие', 'Решение', 'Изпълнено', 'Мотиви', 'Звено', 'Ден', 'Обединени'], en: ['Consultation', 'No.', 'Title', 'Decision', 'Done', 'Reason', 'Unit', 'Day', 'Merged'],
}
const yesNo: Readonly<Record<Language, Readonly<Record<'did' | 'didNot' | 'waiting', string>>>> = { bg: { did: 'да', didNot: 'не', waiting: 'чака отговор' }, en: { did: 'yes', didNot: 'no', waiting: 'waiting' } }
/** „You said, we did“ as a table for programs: one line for each row of the reports, so that its sums are theirs. */
export const youSaidLines = (all: readonly { readonly title: string; readonly rows: readonly Row[] }[], language: Language): string => toCsv([youSaidHead[language], ...all.flatMap(({ title, rows }) => rows.map((row) => {
  const decision = decisionOf(row), [first] = row.answers
  return [
    title, row.number, row.title, decision === null ? '' : decisions[decision][language], yesNo[language][decision === null ? 'waiting' : wasDone(decision)], cellOf(row, 'reason', language), first?.unit ?? '', first === undefined ? '' : first.decidedOn,
    row.merged.map(({ number }) => number).join(' '),
  ]
}))])
