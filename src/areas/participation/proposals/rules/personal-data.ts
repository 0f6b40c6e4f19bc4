// Hints that a text holds personal data: e-mail, telephone, IBAN and ЕГН, the last two judged by their check digits, so that
// ordinary numbers are left alone. A hint stops publication until a person has looked; what is masked a person decides.
import type { Bilingual } from '#kernel/language.ts'

export type PersonalDataKind = 'iban' | 'email' | 'egn' | 'telephone'
export type PersonalHint = { readonly kind: PersonalDataKind; readonly start: number; readonly end: number; readonly text: string }
export const personalDataNames: Readonly<Record<PersonalDataKind, Bilingual>> = {
  iban: { bg: 'банкова сметка (IBAN)', en: 'bank account (IBAN)' }, email: { bg: 'адрес на електронна поща', en: 'e-mail address' },
  egn: { bg: 'ЕГН', en: 'personal number (ЕГН)' }, telephone: { bg: 'телефонен номер', en: 'telephone number' },
}

const weights = [2, 4, 8, 5, 10, 9, 7, 3, 6] as const
/** ЕГН: yymmdd with the month +20 for the 1800s and +40 for the 2000s; Σ digit × weight mod 11, where 10 counts as 0. 7523169263 is one. */
export const isEgn = (digits: string): boolean => {
  if (!/^\d{10}$/.test(digits)) return false
  const [yy, mm, dd] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)].map(Number) as [number, number, number]
  const [century, month] = mm > 40 ? [2000, mm - 40] : mm > 20 ? [1800, mm - 20] : [1900, mm]
  const year = century + yy
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  if (days === undefined || dd < 1 || dd > days) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return (sum % 11) % 10 === Number(digits[9])
}

const ibanLengths: Readonly<Record<string, number>> = {
  AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, ES: 24, FR: 27, GB: 22, GR: 27, HR: 21, HU: 28, IE: 22, IT: 27, LT: 20, LU: 20, LV: 21, MK: 19, NL: 18, PL: 28, RO: 24, RS: 22, SE: 24, SI: 19, SK: 24, TR: 26, UA: 29,
}
/** ISO 13616: the first four signs go to the end, letters become 10…35, and the number leaves 1 when divided by 97. */
export const isIban = (signs: string): boolean => {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(signs) || signs.length !== ibanLengths[signs.slice(0, 2)]) return false
  let rest = 0
  for (const sign of signs.slice(4) + signs.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97
  }
  return rest === 1
}

const lookAlike: Readonly<Record<string, string>> = { А: 'A', В: 'B', С: 'C', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', Т: 'T', Х: 'X' }
/** People type account numbers with the Bulgarian keyboard on: letters that look alike are read as Latin ones. Sign for sign, so that places stay. */
const toLatinSigns = (text: string): string => text.replace(/[a-zа-я]/g, (sign) => { const large = sign.toUpperCase(); return large.length === 1 ? large : sign }).replace(/[АВСЕКМНОРТХ]/g, (sign) => lookAlike[sign] ?? sign)
const ibansIn = (text: string): readonly PersonalHint[] => {
  const latin = toLatinSigns(text)
  return [...latin.matchAll(/(?<![A-Z0-9])[A-Z]{2} ?\d{2}/g)].flatMap(({ 0: opening, index: start }) => {
    const length = ibanLengths[opening.slice(0, 2)]
    if (length === undefined) return []
    let signs = '', at = start
    for (; at < latin.length && signs.length < length; at++) {
      const sign = latin[at] ?? ''
      if (/[A-Z0-9]/.test(sign)) signs += sign
      else if (!/[ \u00a0-]/.test(sign)) break
    }
    return isIban(signs) ? [{ kind: 'iban' as const, start, end: at, text: text.slice(start, at) }] : []
  })
}

const found = (kind: PersonalDataKind, text: string, pattern: RegExp): readonly PersonalHint[] =>
  [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ kind, start: index, end: index + words.length, text: words }))
const emails = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu
const tenDigits = /(?<!\d)\d{10}(?!\d)/g
const between = '[\\s\\u00a0()/-]{0,2}'
// Nine or ten digits beginning with 0 and an area or network code, or an international number; a number after № is a file number.
const telephones = new RegExp(`(?<![\\d,/-])(?<!\\d[.:])(?<!№ ?)(?:(?:\\+|00)359${between}(?:\\(0\\)${between})?[2-9](?:${between}\\d){7,8}|\\(?0[2-9](?:${between}\\d){7,8}|\\+(?!359)[1-9](?:${between}\\d){8,13})(?![\\d]|[.,/-]\\d)`, 'g')

/** Where the text holds something personal, in order, nothing twice: what is an account number is not also a telephone. */
export const personalHints = (text: string): readonly PersonalHint[] => {
  const all = [...ibansIn(text), ...found('email', text, emails), ...found('egn', text, tenDigits).filter(({ text: digits }) => isEgn(digits)), ...found('telephone', text, telephones)]
  const kept: PersonalHint[] = []
  for (const hint of all) if (!kept.some(({ start, end }) => hint.start < end && start < hint.end)) kept.push(hint)
  return kept.sort((one, other) => one.start - other.start)
}
export const hasPersonalData = (...texts: readonly string[]): boolean => texts.some((text) => personalHints(text).length > 0)

/** What stands in place of personal data; the language is that of the contribution. */
export const maskMark = (language: string): string => (language === 'en' ? '[personal data removed]' : '[заличени лични данни]')
/** The text with every hint masked. */
export const maskHints = (text: string, language: string): string => {
  let masked = '', from = 0
  for (const { start, end } of personalHints(text)) { masked += text.slice(from, start) + maskMark(language); from = end }
  return masked + text.slice(from)
}
/** What was masked when `shown` was made of `whole`; undefined when something else was changed: nobody's words are rewritten. */
export const passagesMasked = (whole: string, shown: string): readonly string[] | undefined => {
  const pieces = shown.split(/\[заличени лични данни\]|\[personal data removed\]/)
  const passages: string[] = []
  const [first = '', ...others] = pieces
  if (!whole.startsWith(first)) return undefined
  let at = first.length
  for (const [index, piece] of others.entries()) {
    const next = index === others.length - 1 ? whole.length - piece.length : whole.indexOf(piece, at)
    if (next < at || !whole.startsWith(piece, next)) return undefined
    passages.push(whole.slice(at, next))
    at = next + piece.length
  }
  return at === whole.length ? passages.filter((passage) => passage.trim() !== '') : undefined
}
