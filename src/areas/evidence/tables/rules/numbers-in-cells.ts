// What a cell says: a number with its flags, a sign for a missing value, or neither. Pure grammar of what people and institutes write.
import type { Missing } from '#kernel/observation.ts'
import type { SheetCell } from '#kernel/sheet.ts'

export type Decimal = 'comma' | 'point'
export type CellRead =
  | { readonly is: 'value'; readonly value: number; readonly flags: string; readonly decimals: number }
  | { readonly is: 'missing'; readonly missing: Missing; readonly flags: string }
  | { readonly is: 'blank' }
  | { readonly is: 'unreadable' }

const spaces = /[\s\u00a0\u2007\u2009\u202f]/g
/** Letters that Eurostat and the institutes use; anything else beside a number is not a flag. */
const flagLetters = /^[bcdefnprsuz]{0,6}$/
const signs: Readonly<Record<string, Missing>> = {
  ':': 'unknown', 'н.д.': 'unknown', 'нд': 'unknown', 'n.a.': 'unknown', na: 'unknown', 'n/a': 'unknown', '?': 'unknown',
  '..': 'confidential', '…': 'confidential', c: 'confidential', x: 'notApplicable', 'х': 'notApplicable', z: 'notApplicable', '-': 'noCases', '–': 'noCases', '—': 'noCases',
}

export const parseFlags = (text: string): string | undefined => {
  const letters = text.toLowerCase().replace(/[\s,;()]/g, '')
  return flagLetters.test(letters) ? letters : undefined
}
const reasonOf = (flags: string): Missing => (flags.includes('c') ? 'confidential' : flags.includes('z') ? 'notApplicable' : /[un]/.test(flags) ? 'unreliable' : 'unknown')

/** „1 234,5“, "1,234.5", „(3,6)“, „12,5 %“, „8,1 p“, „: c“, „..“. Worked: „(3,6)“ with a comma is 3.6 of low reliability. */
export const readCell = (cell: SheetCell, decimal: Decimal): CellRead => {
  if (typeof cell === 'number') return { is: 'value', value: cell, flags: '', decimals: decimalsOf(cell) }
  const text = cell.replace(/^[’'](?=[-\d])/, '').trim()
  if (text === '') return { is: 'blank' }
  const sign = signs[text.toLowerCase()]
  if (sign) return { is: 'missing', missing: sign, flags: sign === 'confidential' ? 'c' : '' }
  const flaggedMissing = /^[:.]{1,2}\s*\(?([a-z]{1,6})\)?$/i.exec(text)
  if (flaggedMissing) {
    const flags = parseFlags(flaggedMissing[1] as string)
    return flags === undefined ? { is: 'unreadable' } : { is: 'missing', missing: reasonOf(flags), flags: flags.replace('z', '') }
  }
  const found = /^(\()?\s*([-−–+]?)\s*(\d[\d.,\s\u00a0\u2007\u2009\u202f’']*?)\s*(%)?\s*(\))?\s*(?:\(?([a-z]{1,6})\)?|\*{1,3}|[¹²³]|(?<=\s)\d\))?$/i.exec(text)
  if (!found) return { is: 'unreadable' }
  const [, open, minus = '', digits = '', , close, letters = ''] = found
  if ((open === undefined) !== (close === undefined)) return { is: 'unreadable' }
  const flags = parseFlags(letters)
  const number = readDigits(digits, decimal)
  if (flags === undefined || number === undefined) return { is: 'unreadable' }
  // What is confidential is not kept, even where the file forgot to leave it out.
  if (flags.includes('c')) return { is: 'missing', missing: 'confidential', flags }
  return { is: 'value', value: minus !== '' && minus !== '+' ? -number.value : number.value, decimals: number.decimals, flags: open && !flags.includes('u') ? `${flags}u` : flags }
}
const readDigits = (written: string, decimal: Decimal): { readonly value: number; readonly decimals: number } | undefined => {
  const text = written.replace(spaces, ' ').replace(/[’']/g, ' ')
  const [point, group] = decimal === 'comma' ? [',', '.'] : ['.', ',']
  const parts = text.split(point)
  if (parts.length > 2) return undefined
  const [whole = '', rest] = parts
  if (!/^\d{1,3}([ ]\d{3})+$|^\d+$/.test(whole) && !(whole.includes(group) && /^\d{1,3}$/.test(whole.split(group)[0] ?? '') && whole.split(group).slice(1).every((three) => /^\d{3}$/.test(three)))) return undefined
  if (rest !== undefined && !/^\d+$/.test(rest)) return undefined
  return { value: Number(`${whole.replace(/\D/g, '')}${rest === undefined ? '' : `.${rest}`}`), decimals: rest?.length ?? 0 }
}
const decimalsOf = (value: number): number => {
  const text = String(value)
  const point = text.indexOf('.')
  return point < 0 || text.includes('e') ? 0 : Math.min(6, text.length - point - 1)
}

/** Which sign cuts off the decimals, by all cells together: one „12,5“ decides for every „1,234“. 'guessed' where nothing decides and it matters. */
export const findDecimal = (cells: Iterable<SheetCell>): { readonly decimal: Decimal; readonly how: 'sure' | 'guessed' } => {
  let comma = 0, point = 0, open = 0
  for (const cell of cells) {
    if (typeof cell === 'number') continue
    const digits = /\d[\d.,\s\u00a0\u2007\u2009\u202f]*\d/.exec(cell)?.[0].replace(spaces, '')
    if (!digits || !/[.,]/.test(digits)) continue
    const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
    const sign = digits[last]
    const both = digits.includes(',') && digits.includes('.')
    const many = digits.split(sign as string).length > 2
    if (both || digits.length - last - 1 !== 3 || digits.startsWith('0')) { if (many) { if (sign === ',') point += 1; else comma += 1 } else if (sign === ',') comma += 1; else point += 1 }
    else if (many) { if (sign === ',') point += 1; else comma += 1 }
    else open += 1
  }
  if (comma === 0 && point === 0) return { decimal: 'comma', how: open > 0 ? 'guessed' : 'sure' }
  return { decimal: comma >= point ? 'comma' : 'point', how: comma > 0 && point > 0 ? 'guessed' : 'sure' }
}
