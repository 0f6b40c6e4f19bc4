// The head of a sheet: which rows it is, what each column is called, and which of its words are periods.
import type { Period } from '#kernel/period.ts'
import type { Sheet, SheetCell } from '#kernel/sheet.ts'
import { columnLetters, toText } from '#kernel/sheet.ts'
import type { Head, Mapping } from '../rules.ts'
import { readCell } from './numbers-in-cells.ts'
import { daysAre, isDay, periodInText, periodOfDay, readPeriod } from './periods-in-cells.ts'

type HeadRows = Pick<Mapping, 'head' | 'heads'>
export const isFilled = (cell: SheetCell | undefined): boolean => cell !== undefined && cell !== ''
/** A figure, not a year: 14 645, „3,6“, „: c“. */
const isFigure = (cell: SheetCell): boolean => readPeriod(cell) === undefined && !isDay(cell) && ['value', 'missing'].includes(readCell(cell, 'comma').is) && !/^[a-zа-я]$/i.test(String(cell))

/** Parts of a head of two or three rows are joined: „2023“ over „жени“ is the column „жени“ of 2023. */
export const listHeads = (sheet: Sheet, at: HeadRows): readonly Head[] => {
  const rows = sheet.rows.slice(at.head - 1, at.head - 1 + at.heads)
  const width = sheet.rows[0]?.length ?? 0
  const are = daysAre(rows.flat())
  const heads: Head[] = []
  const seen = new Map<string, number>()
  for (let column = 0; column < width; column++) {
    const parts = [...new Set(rows.map((row) => toText(row[column]).replace(/\s+/g, ' ')).filter((part) => part !== ''))]
    let period: Period | null = null
    const rest: string[] = []
    for (const part of parts) {
      const inside = isDay(part) ? { period: periodOfDay(part, are) ?? null, rest: '' } : periodInText(part)
      if (inside.period !== null && period === null) { period = inside.period; if (inside.rest !== '') rest.push(inside.rest) } else rest.push(part)
    }
    const plain = parts.join(' – ') || columnLetters(column)
    const count = (seen.get(plain) ?? 0) + 1
    seen.set(plain, count)
    heads.push({ column, name: count === 1 ? plain : `${plain} (${columnLetters(column)})`, period, rest: period === null ? plain : rest.join(' – ') })
  }
  return heads
}

const hasFigure = (row: readonly SheetCell[]): boolean => row.some((cell) => isFilled(cell) && isFigure(cell))

/** The first row with names above rows with numbers; rows of names right above it belong to the head. */
export const guessHead = (sheet: Sheet): HeadRows => {
  const rows = sheet.rows.slice(0, 60)
  const texts = (row: readonly SheetCell[]): number => new Set(row.filter(isFilled).map(String)).size
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as readonly SheetCell[]
    if (texts(row) < 2 || hasFigure(row)) continue
    const below = rows.slice(at + 1, at + 5).filter((one) => one.some(isFilled))
    const [next, after] = below
    // Under years any of the next rows will do; under names the very next has numbers, or it is a head itself.
    if (row.some((cell) => isFilled(cell) && readPeriod(cell) !== undefined) ? !below.some(hasFigure) : !(next && hasFigure(next))) {
      if (!(next && texts(next) >= 2 && after && hasFigure(after))) continue
      return { head: at + 2, heads: 1 }
    }
    const isMerged = Object.entries(sheet.notes).some(([key, note]) => note === 'merged' && key.startsWith(`${at}:`))
    if (isMerged && next && texts(next) >= 2 && !hasFigure(next)) return { head: at + 1, heads: 2 }
    return { head: at + 1, heads: 1 }
  }
  return { head: 1, heads: 1 }
}

const plain = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').replace(/[*:.]+$/, '').trim()
/** By it next year's file is recognised: the names of its heads in one order, all periods as one. */
export const signatureOf = (heads: readonly Head[]): string => {
  const names = new Set(heads.filter((head) => head.period === null && head.name !== columnLetters(head.column)).map((head) => plain(head.name)))
  const withPeriod = new Set(heads.filter((head) => head.period !== null).map((head) => `@${plain(head.rest)}`))
  return [...names, ...withPeriod].sort().join('|')
}
export const isSameName = (a: string, b: string): boolean => plain(a) === plain(b)
