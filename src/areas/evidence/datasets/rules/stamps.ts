// From the provider's own stamp to the day the figures are of.
import type { Vintage } from '../rules.ts'

export type Dating = Pick<Vintage, 'asOf' | 'dateFrom'>

/** 21/02/23 23:00:00 · 2024-01-15T23:00:00+0100 · 2024-01-15 · 15.01.2024 → 2024-01-15; undefined for anything else. */
export const parseStamp = (stamp: string): string | undefined => {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]|$)/.exec(stamp.trim())
  if (iso) return real(`${iso[1]}-${iso[2]}-${iso[3]}`)
  const dayFirst = /^(\d\d)[/.](\d\d)[/.](\d{2}|\d{4})(?:\s|$)/.exec(stamp.trim())
  if (!dayFirst) return undefined
  const [, day, month, year = ''] = dayFirst
  return real(`${year.length === 2 ? `20${year}` : year}-${month}-${day}`)
}
const real = (day: string): string | undefined => (Number.isNaN(Date.parse(day)) ? undefined : day)

/** Said by a person, else by the file; else nobody knows, and the day it reached us stands in. */
export const datingOf = (from: { stated: string | null; stamp: string | null; receivedAt: Date }): Dating => {
  const known = from.stated ?? (from.stamp === null ? undefined : parseStamp(from.stamp))
  return known === undefined ? { asOf: from.receivedAt.toISOString().slice(0, 10), dateFrom: 'receipt' } : { asOf: known, dateFrom: 'source' }
}
/** An undated file that says the same as the vintage before is no newer than it: it carries that one's day. */
export const datingBeside = (own: Dating, beside: { readonly before: Dating | undefined; readonly figures: 'alike' | 'differ' }): Dating =>
  own.dateFrom !== 'receipt' || beside.figures === 'differ' || beside.before === undefined ? own
  : { asOf: beside.before.asOf, dateFrom: beside.before.dateFrom === 'receipt' ? 'receipt' : 'alike' }
export const isAsOf = (text: string): boolean => /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text)
