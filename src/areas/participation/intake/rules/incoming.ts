// One row that came in by a file or an interface, before it becomes a contribution; whatever the format, it is this from here on.
import type { Problem } from '#kernel/result.ts'
import { toBareText } from './plain-words.ts'

export type Incoming = {
  /** row of the file, from 1 as spreadsheets count; of an interface the place in the answer */
  readonly row: number
  readonly title: string
  readonly text: string
  /** null: „Анонимен“ */
  readonly author: string | null
  readonly email: string | null
  readonly municipality: string | null
  readonly sector: string | null
  /** yyyy-mm-dd */
  readonly receivedOn: string
  readonly topics: readonly string[]
  /** number or address at the source */
  readonly reference: string
  /** support that the other system counted; stands apart from ours */
  readonly counted: number
}
export type RowProblem = { readonly row: number; readonly column: string; readonly text: Problem['text'] }
export type ReadIn = { readonly rows: readonly Incoming[]; readonly problems: readonly RowProblem[] }
export type KeyedRow = Incoming & { readonly keyText: string; readonly nth: number }

/** What a row is known by: day, author, text without tags and spaces; never the bytes of the file. */
const keyTextOf = ({ receivedOn, author, text }: Pick<Incoming, 'receivedOn' | 'author' | 'text'>): string =>
  [receivedOn, (author ?? '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim(), toBareText(text)].join('\n')
/** Equal rows of one file are counted: twenty anonymous people may send the same sentence on one day, and each is one. */
export const keyRows = (rows: readonly Incoming[]): readonly KeyedRow[] => {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const keyText = keyTextOf(row)
    const nth = (seen.get(keyText) ?? 0) + 1
    seen.set(keyText, nth)
    return { ...row, keyText, nth }
  })
}
/** A title for what came without one: its first sentence, else its first words. */
export const titleOf = (text: string): string => {
  const line = text.trim().split('\n')[0] ?? ''
  const sentence = /^.{8,110}?[.!?…](?=\s|$)/u.exec(line)?.[0].replace(/[.…]$/, '') ?? line
  return sentence.length <= 120 ? sentence : `${sentence.slice(0, 116).replace(/\s+\S*$/, '')}…`
}
const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** 5.11.2026, 05.11.2026 г., 2026-11-05, with or without an hour behind it; a day that there is, between 1990 and 2100. */
export const parseCellDay = (typed: string): string | undefined => {
  const plain = typed.trim().replace(/\s*г\.?$/, '').replace(/[T\s]+\d{1,2}:\d{2}.*$/, '')
  const found = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(plain)
  const [year, month, day] = (found ? [found[3], found[2], found[1]] : (/^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain)?.slice(1) ?? [])).map(Number)
  if (year === undefined || month === undefined || day === undefined || year < 1990 || year > 2100) return undefined
  const longest = month === 2 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0)) ? 28 : (days[month - 1] ?? 0)
  return day >= 1 && day <= longest ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : undefined
}
