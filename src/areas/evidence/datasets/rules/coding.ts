// How a whole series is written down: one letter per missing cell, flags only where there are some.
// Not a file format of any source.
import type { Missing } from '#kernel/observation.ts'

const letters = { unknown: '?', confidential: 'c', unreliable: 'u', notApplicable: 'z', noCases: '0', notServed: '~' } as const satisfies Record<Missing, string>
const reasons = new Map<string, Missing>(Object.entries(letters).map(([reason, letter]) => [letter, reason as Missing]))

/** null where nothing is missing: '..c?' means two values, a confidential and an unknown one. */
export const writeMissing = (missing: readonly (Missing | null)[]): string | null => {
  let text = ''
  let some = false
  for (let at = 0; at < missing.length; at++) {
    const reason = missing[at] as Missing | null
    if (reason === null) text += '.'
    else { text += letters[reason]; some = true }
  }
  return some ? text : null
}
export const readMissing = (text: string | null, length: number): readonly (Missing | null)[] => {
  if (text === null) return new Array<null>(length).fill(null)
  const missing: (Missing | null)[] = []
  for (const letter of text) missing.push(letter === '.' ? null : (reasons.get(letter) ?? 'unknown'))
  return missing
}
export const hasAnyFlag = (flags: readonly string[]): boolean => {
  for (let at = 0; at < flags.length; at++) if (flags[at] !== '') return true
  return false
}

/** Cells of a starter pack: Eurostat's grammar without spaces around the flag. 8300 · 9.2b · :c · : · :- (no cases) · ~ (not served) */
const cell = /^(?:(-?\d+(?:\.(\d+))?)|(:-?)|(~))([a-z]*)$/
export type PackCells = { readonly values: Float64Array; readonly flags: readonly string[]; readonly missing: readonly (Missing | null)[]; readonly decimals: number }
/** undefined and the number of the bad cell (from 0) where one is not of the grammar. */
export const parsePackCells = (text: string): PackCells | { readonly badCell: number } => {
  const parts = text.split(' ')
  if (parts.every(isPlainNumber)) return plainCells(parts)
  const values = new Float64Array(parts.length)
  const flags: string[] = []
  const missing: (Missing | null)[] = []
  let decimals = 0
  for (let at = 0; at < parts.length; at++) {
    const found = cell.exec(parts[at] as string)
    if (!found) return { badCell: at }
    const [, number, fraction = '', none, notServed, letters = ''] = found
    if (number !== undefined) {
      values[at] = Number(number)
      decimals = Math.max(decimals, fraction.length)
      flags.push(letters)
      missing.push(null)
      continue
    }
    values[at] = Number.NaN
    missing.push(notServed ? 'notServed' : none === ':-' ? 'noCases' : reasonOfLetters(letters))
    // The letters that are the reason itself are not kept twice.
    flags.push(letters.replace(/[cz]/g, ''))
  }
  return { values, flags, missing, decimals }
}
/** Most series have neither flags nor gaps: they share one empty list of each length, and no pattern is asked. */
const plainCells = (parts: readonly string[]): PackCells => {
  let decimals = 0
  const values = new Float64Array(parts.length)
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as string
    const point = part.indexOf('.')
    values[at] = Number(part)
    if (point >= 0 && part.length - point - 1 > decimals) decimals = part.length - point - 1
  }
  return { values, decimals, flags: blanks('', parts.length), missing: blanks(null, parts.length) }
}
const blankLists = new Map<string, readonly unknown[]>()
const blanks = <T>(blank: T, length: number): readonly T[] => {
  const name = `${blank} ${length}`
  let list = blankLists.get(name)
  if (!list) blankLists.set(name, (list = Object.freeze(new Array<T>(length).fill(blank))))
  return list as readonly T[]
}
const isPlainNumber = (text: string): boolean => {
  for (let at = text.charCodeAt(0) === 45 && text.length > 1 ? 1 : 0, points = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 46 && points === 0 && at > 0 && at < text.length - 1 && text.charCodeAt(at - 1) !== 45) points = 1
    else if (code < 48 || code > 57) return false
  }
  return text !== ''
}
const reasonOfLetters = (letters: string): Missing =>
  letters.includes('c') ? 'confidential' : letters.includes('z') ? 'notApplicable' : /[un]/.test(letters) ? 'unreliable' : 'unknown'
